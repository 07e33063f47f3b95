"""Read transcripts of any common form into sentences, with their speaker and time if they have any.

The reader is simple on purpose: it leaves out a sentence with anything unusual in it (a bracket, a stamp, markup).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from .tongues import language_of

STAMP = r"\d{1,3}(?::\d{2}){1,2}(?:[.,]\d+)?"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,3}"
_CUE = re.compile(rf"({STAMP})\s*-->\s*{STAMP}")
#: The beginnings of lines: each may have a name, a time, and words on the same line.
_LINES = [
    re.compile(rf"\[(?P<time>{STAMP}) --> {STAMP}\]\s+(?P<said>.*)"),
    re.compile(rf"\*\*\[?(?P<time>{STAMP})\]?\*\*(?: ·)?\s+(?P<said>.*)"),
    re.compile(rf"(?:(?P<name>{_NAME}) )?\[\((?P<time>{STAMP})\)\]\(\S+\)\s*(?P<said>.*)"),
    re.compile(rf"(?:(?P<name>{_NAME}) +)?\(?(?P<time>{STAMP})\)?:?(?P<said>)$"),
    re.compile(rf"\[(?P<time>{STAMP})\] (?:(?P<name>{_NAME}): )?(?P<said>.*)"),
    re.compile(rf"\*\*(?P<name>{_NAME}):\*\*\s*(?P<said>.*)"),
    re.compile(rf"\*\*(?P<name>{_NAME})\*\*\s+\(?(?P<time>{STAMP})\)?:?(?P<said>)$"),
    re.compile(rf"(?P<time>\d+:{STAMP})\s+(?P<said>\S.*)"),
]
_NAMED = re.compile(rf"(?P<name>{_NAME}): (?P<said>.*)")
#: A name that is repeatedly alone on a line, or alone after a stamp.
_ALONE = re.compile(rf"(?:\[?{STAMP}\]?\s+)?(?P<name>{_NAME}(?: \d+)?)")
#: Labels that do not name a person, so that nobody can cite them.
_NOBODY = re.compile(r"(?:unknown )?speaker(?: \d+)?|frage|question|[qa]", re.IGNORECASE)
_BOLD = re.compile(r"\*\*[^*]+:\*\*")
#: A label that was not taken for a speaker is no word of a sentence.
_LABELLED = re.compile(rf"{_NAME}: ")
_VOICE = re.compile(r"<v(?:\.\w+)* ([^>]+)>")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bMrs\.)\s+(?=[\"“¿¡«]?[^\W\da-z])"
                       r"|(?<=[。！？])")  # fmt: skip
_CLEAN = re.compile(r"[^\W_](?:[\w\s,.;:!?'’\"“”%$€£/&。、，！？：；؟،¿¡«»-])*")
_SUFFIXES = {".md", ".txt", ".srt", ".vtt"}


class Said(NamedTuple):
    """A sentence, or a run of words where the transcript has no sentences."""

    text: str
    speaker: str | None
    #: Seconds from the start, of the cue or paragraph in which it begins.
    start: float | None
    turn: int
    whole: bool = True


class Talk(NamedTuple):
    """A transcript: its file, its language, its sentences in their order, and all its words for looking up."""

    path: Path
    lang: str
    said: list[Said]
    joined: str

    @property
    def speakers(self) -> list[str]:
        """Names, sorted."""
        return sorted({each.speaker for each in self.said if each.speaker})


class _Piece(NamedTuple):
    text: str
    speaker: str | None
    start: float | None


def plain(text: str) -> str:
    """Words in lower case with single spaces between: what two texts are compared by."""
    return " ".join(re.findall(r"[\w']+", text.replace("’", "'").casefold()))


def seconds(stamp: str) -> float:
    """``1:02:03.5`` in seconds."""
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def read_folder(folder: Path) -> list[Talk]:
    """Every transcript below *folder* that has at least ten sentences, sorted by path."""
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and path.stem.lower() != "readme" and path.is_file()
    )
    return [talk for talk in map(read_talk, paths) if len(talk.said) >= 10]


def read_talk(path: Path) -> Talk:
    """Read one transcript."""
    text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    lang = language_of(text)
    pieces = [
        piece
        if piece.speaker and len(piece.speaker) > 2 and not _NOBODY.fullmatch(piece.speaker)
        else piece._replace(speaker=None)
        for piece in _pieces(text)
    ]
    return Talk(path, lang, _sentences(pieces, lang), f" {plain(' '.join(piece.text for piece in pieces))} ")


def _pieces(text: str) -> list[_Piece]:
    return _cues(text) if len(_CUE.findall(text)) > 3 and "] " not in text[:200] else _lines(text)


def _cues(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    speaker: str | None = None
    for block in re.split(r"\n[ \t]*\n", text):
        head = _CUE.search(block)
        if not head:
            continue
        body = block[head.end() :].partition("\n")[2]
        if voice := _VOICE.search(body):
            speaker = voice[1]
        for line in re.sub(r"<[^>]*>", "", body).split("\n"):
            if (line := line.strip()) and not (pieces and pieces[-1].text == line):
                pieces.append(_Piece(line, speaker, seconds(head[1])))
    return pieces


def _lines(text: str) -> list[_Piece]:
    names = [match["name"] for line in text.split("\n") if (match := _NAMED.match(line))]
    # If few lines have a name, the lines between may be those of anybody.
    named = {name for name in names if names.count(name) > 2 and len(names) * 4 > len(re.findall(r"\n+", text))}
    alone = _names_alone(text)
    pieces: list[_Piece] = []
    speaker: str | None = None
    start: float | None = None
    for line in map(str.strip, text.split("\n")):
        if not line or line.startswith(("#", ">", "|", "```")):
            pieces.append(_Piece("", None, None))
            continue
        found = next((match for pattern in _LINES if (match := pattern.match(line))), None)
        plainly = _NAMED.match(line)
        if found is None and plainly and plainly["name"] in named:
            found = plainly
        if found:
            groups = found.groupdict()
            speaker = groups.get("name") or speaker
            start = seconds(groups["time"]) if groups.get("time") else start
            line = found["said"]
            if line in alone:
                speaker, line = line, ""
        elif line in alone:
            speaker, line = line, ""
        elif plainly or (line.startswith("**") and _BOLD.match(line)):
            # Somebody whose name nobody read; what follows may be theirs.
            speaker = None
        pieces.append(_Piece(line, speaker, start))
    # The text before the first stamp or name was not said by anybody.
    first = next((place for place, piece in enumerate(pieces) if piece.speaker or piece.start is not None), 0)
    return pieces[first:]


def _names_alone(text: str) -> set[str]:
    """Names that are at least three times alone after a stamp, or on the line below one."""
    lines = [line.strip() for line in text.split("\n")]
    found: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        match = _ALONE.fullmatch(line)
        if match and (line != match["name"] or re.fullmatch(rf"\(?{STAMP}\)?", before)):
            found.append(match["name"])
    return {name for name in found if found.count(name) > 2}


def _sentences(pieces: list[_Piece], lang: str) -> list[Said]:
    """Join the pieces of a turn, cut them into sentences, and keep the clean ones."""
    said: list[Said] = []
    cut = lang in ("ja", "zh")
    turns: list[list[_Piece]] = [[]]
    for piece in pieces:
        last = turns[-1][-1] if turns[-1] else None
        if not piece.text or cut or (last and last.speaker != piece.speaker):
            turns.append([])
        if piece.text:
            turns[-1].append(piece._replace(text=" ".join(piece.text.split())))
    for number, turn in enumerate(turns):
        said += _of_turn(turn, number, lang)
    return said


def _of_turn(turn: list[_Piece], number: int, lang: str) -> list[Said]:
    joined = " ".join(piece.text for piece in turn)
    if lang in ("ja", "zh"):
        return (
            [Said(joined, turn[0].speaker, turn[0].start, number, False)]
            if 8 <= len(joined) <= 60 and _CLEAN.fullmatch(joined)
            else []
        )
    starts: list[tuple[int, float | None]] = []
    offset = 0
    for piece in turn:
        starts.append((offset, piece.start))
        offset += len(piece.text) + 1
    found: list[Said] = []
    has_stops = len(re.findall(r"[.!?](?=\s|$)", joined)) * 60 > len(joined.split())
    place = 0
    for sentence in _SENTENCE.split(joined) if has_stops else _runs(joined):
        place = joined.index(sentence, place)
        count = len(sentence.split())
        ends = sentence.rstrip('"”»')[-1:] in ".!?"
        if (
            5 <= count <= 40
            and (ends or not has_stops)
            # In many files a blank line stands where a sentence goes on, or it begins with a label that nobody read.
            and not (has_stops and sentence[0].islower())
            and not _LABELLED.match(sentence)
            and _CLEAN.fullmatch(sentence)
            and sentence.count('"') in (0, 2)
        ):
            start = next(start for at, start in reversed(starts) if at <= place)
            found.append(Said(sentence, turn[0].speaker, start, number, has_stops))
        else:
            # What is left out parts its neighbours.
            found.append(Said("", None, None, number))
        place += len(sentence)
    return found


def _runs(joined: str) -> list[str]:
    words = joined.split()
    return [" ".join(words[place : place + 14]) for place in range(0, len(words) - 13, 14)]

"""The same talk in every form of transcript that is text; ``forms_data`` has the other forms."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple


class Line(NamedTuple):
    """A sentence of the talk, with times in seconds."""

    speaker: str
    start: float
    end: float
    text: str


class Form(NamedTuple):
    """A form of transcripts: its writer, its file ending, whether it has times and speakers, and labels in place of names."""

    name: str
    ending: str
    write: Callable[[list[Line]], str | bytes]
    has_times: bool = True
    has_speakers: bool = True
    #: The label of a speaker, if the form has no names.
    labels: Callable[[list[Line], str], str] | None = None
    #: The page of a line, by its place, in a document with pages.
    page: Callable[[list[Line], int], int] | None = None
    #: Whether no reader is expected to know the form. Then a cited time or speaker must not pass.
    unknown: bool = False


def stamp(seconds: float, mark: str = ".", hours: bool = True, digits: int = 3) -> str:
    """hh:mm:ss.mmm, or another format of it."""
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    head = f"{minutes // 60:02d}:{minutes % 60:02d}" if hours else f"{minutes:02d}"
    rest = f"{thousandths / 1000:06.3f}"[: 2 + (digits + 1 if digits else 0)]
    return f"{head}:{rest}".replace(".", mark)


def short(seconds: float) -> str:
    """0:05, 12:40 or 1:02:03."""
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


def turns(lines: list[Line]) -> list[list[Line]]:
    """Lines of one speaker in a row, for a minute and a half at most: then comes another stamp."""
    found: list[list[Line]] = []
    for line in lines:
        if found and found[-1][-1].speaker == line.speaker and line.end - found[-1][0].start < 90:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def joined(turn: list[Line]) -> str:
    """The words of a turn."""
    return " ".join(line.text for line in turn)


def label(lines: list[Line], speaker: str) -> str:
    """SPEAKER_00 and so on, in the order in which they speak."""
    return f"SPEAKER_{list(dict.fromkeys(line.speaker for line in lines)).index(speaker):02d}"


def webvtt(lines: list[Line]) -> str:
    """WebVTT with voices."""
    cues = [
        f"{stamp(line.start)} --> {stamp(line.end)}\n<v {line.speaker}>{escape(line.text, quote=False)}"
        for line in lines
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def youtube_automatic(lines: list[Line]) -> str:
    """Rolling captions with a time for every word, as YouTube makes them."""
    out = ["WEBVTT\nKind: captions\nLanguage: en\n"]
    shown = " "
    for line in lines:
        words = line.text.split()
        step = (line.end - line.start) / len(words)
        timed = [
            words[0],
            *(f"<{stamp(line.start + step * place)}><c> {word}</c>" for place, word in enumerate(words) if place),
        ]
        out.append(f"{stamp(line.start)} --> {stamp(line.end)} align:start position:0%\n{shown}\n{''.join(timed)}\n")
        out.append(f"{stamp(line.end)} --> {stamp(line.end + 0.01)} align:start position:0%\n{line.text}\n \n")
        shown = line.text
    return "\n".join(out)


def srt(lines: list[Line]) -> str:
    """SubRip with a name where the speaker changes."""
    blocks, last = [], ""
    for number, line in enumerate(lines, 1):
        text = line.text if line.speaker == last else f"{line.speaker}: {line.text}"
        blocks.append(f"{number}\n{stamp(line.start, ',')} --> {stamp(line.end, ',')}\n{text}\n")
        last = line.speaker
    return "\n".join(blocks)


def numbered(lines: list[Line], speaker: str) -> str:
    """Speaker 1 and so on."""
    return f"Speaker {int(label(lines, speaker)[-2:]) + 1}"


def initials(lines: list[Line], speaker: str) -> str:
    """AB for Ann Bee; with a figure where somebody before has the same."""
    before = list(dict.fromkeys(line.speaker for line in lines))
    short_ = ["".join(part[0] for part in name.split()).upper() for name in before]
    place = before.index(speaker)
    return short_[place] + (str(place) if short_[place] in short_[:place] else "")


def relabelled(lines: list[Line], labels: Callable[[list[Line], str], str]) -> list[Line]:
    """The same with labels for names."""
    return [line._replace(speaker=labels(lines, line.speaker)) for line in lines]


def srt_labels(lines: list[Line]) -> str:
    """SubRip with Speaker 1 for a name."""
    return srt(relabelled(lines, numbered))


def with_initials(lines: list[Line]) -> str:
    """AB: words."""
    return _turns("{name}: {said}\n\n")(relabelled(lines, initials))


def _each(form: str) -> Callable[[list[Line]], str]:
    """A form with a line, or a few, for each sentence."""

    def write(lines: list[Line]) -> str:
        return "".join(
            form.format(line=line, short=short(line.start), full=stamp(line.start), end=stamp(line.end), second=f"{line.start:.2f}",
                        clock=stamp(line.start, digits=0), mark=stamp(line.start, hours=False, digits=2),
                        sbv=f"{stamp(line.start)[1:]},{stamp(line.end)[1:]}", ms=round(line.start * 1000), endms=round(line.end * 1000))
            for line in lines
        )  # fmt: skip

    return write


def _turns(form: str, before: str = "", after: str = "") -> Callable[[list[Line]], str]:
    """A form with a paragraph for each turn."""

    def write(lines: list[Line]) -> str:
        return before + "".join(
            form.format(name=turn[0].speaker, last=turn[0].speaker.split()[-1].upper(), short=short(turn[0].start),
                        clock=stamp(turn[0].start, digits=0), second=int(turn[0].start), said=joined(turn), html=escape(joined(turn)))
            for turn in turns(lines)
        ) + after  # fmt: skip

    return write


def _tsv(lines: list[Line]) -> str:
    return "start\tend\ttext\n" + _each("{ms}\t{endms}\t{line.text}\n")(lines)


def _lrc(lines: list[Line]) -> str:
    return "[ti:A talk]\n[by:nobody]\n" + _each("[{mark}]{line.text}\n")(lines)


def escaped_stamps(lines: list[Line]) -> str:
    """**Name:** words, and a stamp in escaped brackets at every second turn."""
    return "\n\n".join(
        f"**{turn[0].speaker}:** " + (f"\\[{short(turn[0].start)}\\] " if place % 2 == 0 else "") + joined(turn)
        for place, turn in enumerate(turns(lines))
    )


TEXTS = [
    Form("WebVTT, voices", ".vtt", webvtt),
    Form("WebVTT, word times", ".vtt", youtube_automatic, has_speakers=False),
    Form("SRT, names", ".srt", srt),
    Form("SRT, Speaker 1", ".srt", srt_labels, labels=numbered),
    Form("whisper.cpp text", ".txt", _each("[{full} --> {end}]   {line.text}\n"), has_speakers=False),
    Form("stamped Markdown", ".md", _each("**[{short}]** {line.text}\n\n"), has_speakers=False),
    Form("linked stamps", ".md", _turns("{name} [({clock})](https://example.org/watch?t={second}) {said}\n\n")),
    Form("Name: words", ".txt", _turns("{name}: {said}\n\n"), has_times=False),
    Form("**Name:** words", ".md", _turns("**{name}:** {said}\n\n"), has_times=False),
    Form(r"**Name:** \[0:00\] words", ".md", escaped_stamps),
    Form("**Name** 0:00", ".md", _turns("**{name}** {short}  \n{said}\n\n")),
    Form("00:00:00 words", ".txt", _each("{clock} {line.text}\n\n"), has_speakers=False),
    Form("AB: words", ".txt", with_initials, has_times=False, labels=initials),
    Form("YouTube's panel", ".txt", _each("{short}\n{line.text}\n"), has_speakers=False),
    Form("Obsidian's clipper", ".md", _each("**{short}** · {line.text}\n\n"), has_speakers=False),
    Form("Otter", ".txt", _turns("{name}  {short}\n{said}\n\n", after="Transcribed by https://otter.ai\n")),
    Form("Rev, text", ".txt", _turns("{name} ({clock}):\n{said}\n\n")),
    Form("Descript", ".txt", _turns("[{clock}] {name}: {said}\n\n")),
    Form("whisper TSV", ".tsv", _tsv, has_speakers=False),
    Form("SBV", ".sbv", _each("{sbv}\n{line.text}\n\n"), has_speakers=False),
    Form("LRC", ".lrc", _lrc, has_speakers=False),
    Form("hearing", ".txt", _turns("    Mr. {last}. {said}\n\n"), has_times=False),
    Form("no known form", ".txt", _each("@@ {clock} / {line.speaker} @@\n{line.text}\n"), unknown=True),
]

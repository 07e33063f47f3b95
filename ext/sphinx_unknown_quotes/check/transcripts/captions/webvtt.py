"""WebVTT: cues with voices, word times, regions, styles and notes. https://www.w3.org/TR/webvtt1/."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..clocks import clock_ms, second_ms
from ..model import Cue, Fault, Segment, Transcript
from ..names import named_segments
from .cues import collect_cues, without_carry_over

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([^\s.>]*)([^>]*)(?:>|$)")
#: Tags for styling only. They do not separate words.
_LOOKS = re.compile(r"</?[cbiu](?:\.[^<>\n]*)?>")
_WORD_TIME = re.compile(r"<(\d\d:\d\d:\d\d)\.(\d{3})>", re.ASCII)
_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{2}):(\d{2})\.(\d{3})", re.ASCII)
#: A tag that nothing closes goes to the end of the text. Else each one would search to the end again.
_BROKEN_TAG = re.compile(r"<[^>]*(?:>|\Z)")
_BLOCK = re.compile(r"^(?:NOTE|STYLE|REGION)(?:[:\s]|$)", re.MULTILINE)

#: The most characters of a voice. No name is longer, and every line of the cue repeats it.
_LONGEST_VOICE: Final = 500


class _Run(NamedTuple):
    """Text between two tags. ``time`` is that of the last word-time tag, in milliseconds."""

    text: str
    time: int | None
    voice: str | None


def looks_like_webvtt(text: str) -> bool:
    """Whether the file begins with the signature of WebVTT."""
    return bool(re.match(r"WEBVTT(?:[ \t\n]|$)", text))


def read_webvtt(text: str) -> Transcript:
    """Read WebVTT, with any kind of line ends. What is broken is left out, and is a fault with its line."""
    faults: list[Fault] = []
    if not looks_like_webvtt(text):
        faults.append(Fault(1, "a WebVTT file begins with the line WEBVTT."))
    text = _LOOKS.sub("", text) if "<" in text else text
    cues, more = collect_cues(_without_blocks(text), is_srt=False)
    if "<" not in text:
        # Most files that people make have no tags, and this takes half the time.
        decoded = html.unescape if "&" in text else str
        plain = [[line for part in cue.lines if (line := decoded(part).strip())] for cue in cues]
        counts, rolling = without_carry_over(plain)
        said = [
            Segment(line, cue.start, cue.end)
            for cue, lines, count in zip(cues, plain, counts, strict=True)
            for line in lines[count:]
        ]
        return Transcript(named_segments(said), [*faults, *more], rolling)
    runs = [[line for line in _lines(cue) if _text(line).strip()] for cue in cues]
    counts, rolling = without_carry_over([[_text(line).strip() for line in cue] for cue in runs])
    segments: list[Segment] = []
    voices = False
    for cue, cue_runs, count in zip(cues, runs, counts, strict=True):
        # Each line is read alone, since a dash or a name at its beginning is a new turn.
        new = [segment for line in cue_runs[count:] for segment in _segments(cue, line)]
        voices = voices or any(segment.speaker for segment in new)
        segments += new
    return Transcript(segments if voices else named_segments(segments), [*faults, *more], rolling)


def _without_blocks(text: str) -> str:
    """Blank the header and the NOTE, STYLE and REGION blocks, so that lines keep their numbers."""
    if not any(name in text for name in ("NOTE", "STYLE", "REGION")) or not _BLOCK.search(text):
        return text
    lines = text.split("\n")
    for begin in [index for index, line in enumerate(lines) if _BLOCK.match(line)]:
        if begin == 0 or lines[begin - 1] or "-->" in lines[begin]:
            continue
        for index in range(begin, len(lines)):
            # Even inside a note, an arrow begins a cue (WebVTT, section 6.1).
            if not lines[index] or "-->" in lines[index]:
                break
            lines[index] = ""
    return "\n".join(lines)


def _lines(cue: Cue) -> list[list[_Run]]:
    # Captions made by a machine have a time for each word, and no other tags.
    return _timed_lines(cue.lines) or [_runs(line) for line in _joined_tags(cue.lines)]


def _timed_lines(lines: list[str]) -> list[list[_Run]]:
    """Split lines at their word times; return nothing if a line has any other tag."""
    result: list[list[_Run]] = []
    for line in lines:
        parts = _WORD_TIME.split(line)
        runs = [_Run(parts[0], None, None)] if parts[0] else []
        for index in range(1, len(parts), 3):
            if parts[index + 2]:
                runs.append(_Run(parts[index + 2], second_ms(parts[index]) + int(parts[index + 1]), None))
        if "<" in "".join(parts[::3]):
            return []
        result.append([run._replace(text=html.unescape(run.text)) for run in runs] if "&" in line else runs)
    return result


def _joined_tags(lines: list[str]) -> list[str]:
    """Join a tag that is broken over lines, and repeat the voice tag at every line that it applies to."""
    if not any("<" in line for line in lines):
        return lines
    text = _BROKEN_TAG.sub(
        lambda match: match[0].replace("\n", " ") if match[0].endswith(">") else match[0], "\n".join(lines)
    )
    result: list[str] = []
    voice = ""
    for line in text.split("\n"):
        result.append(voice + line)
        for match in _TAG.finditer(line):
            if match[2] == "v":
                voice = "" if match[1] or len(match[0]) > _LONGEST_VOICE else match[0]
    return result


def _text(line: list[_Run]) -> str:
    return line[0].text if len(line) == 1 else "".join(run.text for run in line)


def _runs(line: str) -> list[_Run]:
    """Split a line at its tags. Entities are decoded after the tags are known, so ``&lt;b&gt;`` stays text."""
    if "<" not in line:
        return [_Run(html.unescape(line), None, None)]
    return list(_tagged(line))


def _tagged(line: str) -> Iterator[_Run]:
    position = 0
    time: int | None = None
    voice: str | None = None
    ruby = ruby_text = False
    for match in _TAG.finditer(line):
        if match.start() > position and not ruby_text:
            yield _Run(html.unescape(line[position : match.start()]), time, voice)
        position = match.end()
        closing, name, rest = match.groups()
        if name == "v":
            voice = None if closing else _voice_name(rest)
        elif name == "ruby":
            ruby, ruby_text = not closing, False
        elif name == "rt":
            # A ruby text repeats the word that it is for.
            ruby_text = ruby and not closing
        elif stamp := _TIME.fullmatch(name + rest):
            time = clock_ms(stamp[1], stamp[2], stamp[3], stamp[4])
    if position < len(line) and not ruby_text:
        yield _Run(html.unescape(line[position:]), time, voice)


def _voice_name(annotation: str) -> str | None:
    """Return the name in an annotation: ``.first.loud Mary`` is the voice Mary with two classes."""
    _, _, name = annotation.replace("\t", " ").partition(" ")
    return " ".join(html.unescape(name).split()) or None


def _segments(cue: Cue, line: list[_Run]) -> Iterator[Segment]:
    """Group the runs of a line by voice and word time. A word time outside of the cue is ignored."""
    if len(line) == 1:
        text, _, voice = line[0]
        yield Segment(text.strip(), cue.start, cue.end, voice)
        return
    groups: list[tuple[list[str], int, str | None]] = []
    start = cue.start
    for run in line:
        if run.time is not None and start < run.time <= cue.end:
            start = run.time
        if groups and (groups[-1][1:] == (start, run.voice) or not run.text.strip()):
            groups[-1][0].append(run.text)
        else:
            groups.append(([run.text], start, run.voice))
    ends: list[int] = []
    following = end = cue.end
    for _, begin, _ in reversed(groups):
        # Groups with the same beginning get the same end.
        end = following if following > begin or not ends else end
        ends.append(end)
        following = begin
    for (texts, begin, voice), until in zip(groups, reversed(ends), strict=True):
        if text := "".join(texts).strip():
            yield Segment(text, begin, until, voice)

"""The text that whisper.cpp prints, a line for each segment: ``[00:22:32.780 --> 00:22:38.260]   words``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..clocks import clock_ms
from ..model import Fault, Segment, Transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_LINE = re.compile(rf"\[\s*{_CLOCK}\s*-->\s*{_CLOCK}\s*\]\s*(.*)", re.ASCII)
#: What tinydiarize prints where it hears another speaker.
_TURN = "[SPEAKER_TURN]"


def looks_like_whisper(text: str) -> bool:
    """Whether any line begins with a pair of times in brackets."""
    return any(_LINE.match(line) for line in text.split("\n"))


def read_whisper(text: str) -> Transcript:
    """Read whisper.cpp's text. Lines without times before the first segment are the program's messages."""
    heard: list[tuple[int, int, list[str]]] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := _LINE.match(line.strip()):
            groups = match.groups()
            start = clock_ms(groups[0], groups[1], groups[2], groups[3])
            end = clock_ms(groups[4], groups[5], groups[6], groups[7])
            if end < start:
                faults.append(Fault(number, "the segment ends before it begins; it counts as a moment."))
            heard.append((start, max(start, end), [groups[8]]))
        elif "-->" in line and line.lstrip().startswith("["):
            faults.append(Fault(number, f"{line.strip()[:60]!r} has no pair of times; the line is left out."))
        elif heard:
            heard[-1][2].append(line)
    return Transcript(list(_segments(heard)), faults, automatic=True)


def _segments(heard: list[tuple[int, int, list[str]]]) -> Iterator[Segment]:
    """Split segments where another speaker begins. A mark after the last word applies to the next segment."""
    turn = False
    for start, end, lines in heard:
        for index, part in enumerate(" ".join(lines).split(_TURN)):
            turn = turn or index > 0
            if words := " ".join(part.split()):
                yield Segment(words, start, end, None, turn)
                turn = False

"""The text that whisper.cpp prints: a line a segment, ``[00:22:32.780 --> 00:22:38.260]   words``."""

from __future__ import annotations

import re

from .cues import clock_ms
from .model import Fault, Segment, Transcript

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_LINE = re.compile(rf"\[\s*{_CLOCK}\s*-->\s*{_CLOCK}\s*\]\s*(.*)", re.ASCII)
#: What tinydiarize prints where it hears another speaker.
_TURN = "[SPEAKER_TURN]"


def looks_like_whisper(text: str) -> bool:
    """Whether some line begins with a pair of times in brackets."""
    return any(_LINE.match(line) for line in text.split("\n"))


def read_whisper(text: str) -> Transcript:
    """Read whisper.cpp's text. Lines without times before the first segment are the program's messages."""
    segments: list[Segment] = []
    faults: list[Fault] = []
    turn = False
    for number, line in enumerate(text.split("\n"), 1):
        if match := _LINE.match(line.strip()):
            groups = match.groups()
            start = clock_ms(groups[0], groups[1], groups[2], groups[3])
            end = clock_ms(groups[4], groups[5], groups[6], groups[7])
            if end < start:
                faults.append(Fault(number, "the segment ends before it begins; it counts as a moment."))
            parts = groups[8].split(_TURN)
            for index, part in enumerate(parts):
                turn = turn or index > 0
                if part.strip():
                    segments.append(Segment(part.strip(), start, max(start, end), None, turn))
                    turn = False
        elif "-->" in line and line.lstrip().startswith("["):
            faults.append(Fault(number, f"{line.strip()[:60]!r} has no pair of times; the line is left out."))
        elif line.strip() and segments:
            segments[-1] = segments[-1]._replace(text=f"{segments[-1].text} {line.strip()}")
    return Transcript(segments, faults, automatic=True)

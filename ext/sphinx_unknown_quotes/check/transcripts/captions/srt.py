"""SubRip (SRT): numbered cues with times. Styling tags in angle brackets or braces are not words."""

from __future__ import annotations

import html
import re

from ..model import Segment, Transcript
from ..names import named_segments
from .cues import collect_cues, without_carry_over

_TAG = re.compile(r"</?(?:[biusc]|font|ruby|rt)\b[^<>]*>|\{\\[^{}]*\}|\{/?[biu]\}", re.IGNORECASE)
_SPACES = re.compile(r"^[^\S\n]+$", re.MULTILINE)


def read_srt(text: str) -> Transcript:
    """Read SRT. A line that begins with a dash or a name is a new turn."""
    # In SRT, a line of spaces counts as empty.
    cues, faults = collect_cues(_SPACES.sub("", text), is_srt=True)
    plain = [[line for part in cue.lines if (line := _plain(part))] for cue in cues]
    counts, rolling = without_carry_over(plain)
    segments: list[Segment] = []
    for cue, lines, count in zip(cues, plain, counts, strict=True):
        segments += [Segment(line, cue.start, cue.end) for line in lines[count:]]
    return Transcript(named_segments(segments), faults, rolling)


def _plain(line: str) -> str:
    line = _TAG.sub("", line) if "<" in line or "{" in line else line
    return (html.unescape(line) if "&" in line else line).strip()

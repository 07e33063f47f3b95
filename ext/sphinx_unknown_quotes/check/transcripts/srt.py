"""SubRip (SRT): numbered cues with times; styling tags in angle brackets or braces are not words."""

from __future__ import annotations

import html
import re

from .cues import collect_cues, named_segments, without_carry_over
from .model import Segment, Transcript

_TAG = re.compile(r"</?(?:[biusc]|font|ruby|rt)\b[^>]*>|\{\\[^}]*\}|\{/?[biu]\}", re.IGNORECASE)


def read_srt(text: str) -> Transcript:
    """Read SRT. A line that begins with a dash or a name is a turn of its own."""
    cues, faults = collect_cues(text.split("\n"), is_srt=True)
    plain = [[html.unescape(_TAG.sub("", line)) for line in cue.lines] for cue in cues]
    counts, rolling = without_carry_over(plain)
    segments: list[Segment] = []
    for cue, lines, count in zip(cues, plain, counts, strict=True):
        shown = [line for line in lines if line.strip()][count:]
        segments += [Segment(line.strip(), cue.start, cue.end) for line in shown]
    return Transcript(named_segments(segments), faults, rolling)

"""What WebVTT and SRT share: blocks of lines under times, and lines that roll."""

from __future__ import annotations

import re
from typing import Final

from ..clocks import clock_ms, second_ms
from ..model import Cue, Fault

#: Hours are optional. SRT has a comma before the milliseconds, WebVTT a full stop, and files mix them.
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s|$)", re.ASCII)
_REGULAR_TIMES = re.compile(
    r"^(\d\d:\d\d:\d\d)[.,](\d{3}) --> (\d\d:\d\d:\d\d)[.,](\d{3})(?:[ \t].*)?$", re.ASCII | re.MULTILINE
)

#: The most lines of a cue that are compared with the cue before. Captions that roll have two or three.
_MOST_CARRIED: Final = 50


def collect_cues(text: str, is_srt: bool) -> tuple[list[Cue], list[Fault]]:
    """Find the cues in the text of a file.

    A cue ends at an empty line or at the times of the next cue. In SRT (*is_srt*), a number may come directly before
    these. A line of only spaces belongs to the cue.
    """
    cues = _regular_cues(text, is_srt)
    return _any_cues(text.split("\n"), is_srt) if cues is None else (cues, [])


def _regular_cues(text: str, is_srt: bool) -> list[Cue] | None:
    """Return the cues of a file if all its times have the most frequent form, else None.

    The result is that of :func:`_any_cues`, in a fifth of the time, since the whole file is read at once.
    """
    parts = _REGULAR_TIMES.split(text)
    if len(parts) // 5 != text.count("-->"):
        return None
    cues: list[Cue] = []
    for index in range(1, len(parts), 5):
        start = second_ms(parts[index]) + int(parts[index + 1])
        end = second_ms(parts[index + 2]) + int(parts[index + 3])
        if end < start:
            return None
        below = parts[index + 4]
        empty = below.find("\n\n")
        lines = (below[1:] if empty < 0 else below[1:empty]).split("\n")
        if empty < 0 and not lines[-1]:
            lines.pop()
        if is_srt and empty < 0 and lines and lines[-1].strip().isdigit() and index + 5 < len(parts):
            lines.pop()
        cues.append(Cue(start, end, lines))
    return cues


def _any_cues(lines: list[str], is_srt: bool) -> tuple[list[Cue], list[Fault]]:
    cues: list[Cue] = []
    faults: list[Fault] = []
    current: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line:
            current = None
        elif "-->" in line:
            match = _TIMES.match(line)
            if is_srt and current and current[-1].strip().isdigit():
                current.pop()
            current = None
            if match is None:
                faults.append(Fault(number, f"{line.strip()[:60]!r} is not a pair of times; its cue is left out."))
                continue
            groups = match.groups()
            start = clock_ms(groups[0], groups[1], groups[2], groups[3])
            end = clock_ms(groups[4], groups[5], groups[6], groups[7])
            if end < start:
                faults.append(Fault(number, "the cue ends before it begins; it counts as a moment."))
                end = start
            current = []
            cues.append(Cue(start, end, current))
        elif current is not None:
            current.append(line)
    return cues, faults


def without_carry_over(cues: list[list[str]]) -> tuple[list[int], bool]:
    """Count, for every cue, the lines at its beginning that the cue before it has already shown.

    *cues* has the lines of each cue, without tags, outer spaces and empty lines. YouTube's automatic captions roll: a
    cue begins with the last line of the one before. Returns the counts, and whether the file rolls at all. If it does
    not, the counts are 0: somebody who says "No." in two cues says it twice.
    """
    carried = [0] * len(cues)
    rolled = False
    previous: list[str] = []
    for index, lines in enumerate(cues):
        if lines and lines[0] in previous[-_MOST_CARRIED:]:
            for count in range(min(len(lines), len(previous), _MOST_CARRIED), 0, -1):
                if previous[-count:] == lines[:count]:
                    carried[index] = count
                    rolled = rolled or len(lines) > count
                    break
        previous = lines or previous
    share = sum(1 for count in carried if count) / max(1, len(cues) - 1)
    if rolled and share >= 0.25:
        return carried, True
    return [0] * len(cues), False

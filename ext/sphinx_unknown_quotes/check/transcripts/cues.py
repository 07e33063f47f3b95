"""What WebVTT and SRT have in common: blocks of lines under times, lines that roll, and names before a colon."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from .model import Cue, Fault, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Hours are optional; SRT parts the milliseconds with a comma, WebVTT with a full stop, and files mix them.
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s|$)", re.ASCII)
_LABEL = re.compile(r"(?:>>+\s*|-\s*)?([^\W\d_][\w.'’-]*(?:[ ][^\W_][\w.'’-]*){0,3}):(?:\s+|$)")
_TURN = re.compile(r"\s*(?:>>+|-(?=[\s\w]))\s*")
#: Capitalised words before a colon that are part of what is said.
_NO_NAMES = frozenset(
    [
        "note",
        "question",
        "answer",
        "example",
        "remember",
        "warning",
        "first",
        "second",
        "third",
        "finally",
        "so",
        "and",
        "but",
        "because",
        "conclusion",
        "problem",
        "solution",
        "result",
        "reason",
        "fact",
        "step",
        "part",
        "rule",
        "number",
        "today",
        "now",
        "then",
        "also",
        "however",
        "http",
        "https",
    ]
)


def clock_ms(hours: str | None, minutes: str, seconds: str, fraction: str = "") -> int:
    """Return a clock time in milliseconds; ``fraction`` is the digits behind the point."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction[:3].ljust(3, "0"))


def read_times(line: str) -> tuple[int, int] | None:
    """Read ``00:01.000 --> 00:02.000`` as milliseconds; None for a line that is not this."""
    if line[12:17] == " --> ":
        # The form that nearly every cue has, without a regular expression.
        start, end = _plain_clock(line[:12]), _plain_clock(line[17:29])
        if start is not None and end is not None and not line[29:].strip():
            return start, end
    match = _TIMES.match(line)
    if not match:
        return None
    groups = match.groups()
    return clock_ms(groups[0], groups[1], groups[2], groups[3]), clock_ms(groups[4], groups[5], groups[6], groups[7])


def _plain_clock(clock: str) -> int | None:
    """``00:01:02.345`` in milliseconds, None for any other form."""
    fraction = clock[6:8] + clock[9:12]
    minutes = _plain_minutes(clock[:6])
    if minutes is None or len(fraction) != 5 or clock[8] not in ".," or not (fraction.isascii() and fraction.isdigit()):
        return None
    return minutes + int(fraction)


@lru_cache(maxsize=4096)
def _plain_minutes(clock: str) -> int | None:
    match = re.fullmatch(r"(\d\d):(\d\d):", clock, re.ASCII)
    return clock_ms(match[1], match[2], "0") if match else None


def collect_cues(lines: list[str], is_srt: bool) -> tuple[list[Cue], list[Fault]]:
    """Group the lines of a file into cues.

    A cue ends at an empty line or at the times of the next. In SRT (*is_srt*) a line of spaces is empty too,
    and the number of the next cue may stand right before its times; in WebVTT a line of spaces is part of the cue.
    """
    cues: list[Cue] = []
    faults: list[Fault] = []
    current: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line:
            current = None
        elif "-->" in line:
            times = read_times(line)
            if is_srt and current and current[-1].strip().isdigit():
                current.pop()
            current = None
            if times is None:
                faults.append(Fault(number, f"{line.strip()[:60]!r} is not a pair of times; its cue is left out."))
                continue
            if times[1] < times[0]:
                faults.append(Fault(number, "the cue ends before it begins; it counts as a moment."))
                times = (times[0], times[0])
            current = []
            cues.append(Cue(*times, current, number))
        elif is_srt and not line.strip():
            current = None
        elif current is not None:
            current.append(line)
    return cues, faults


def without_carry_over(cues: list[list[str]]) -> tuple[list[int], bool]:
    """Count, for every cue, the leading lines that the cue before it has already shown.

    *cues* are the plain lines of each. YouTube's automatic captions roll: a cue begins with the last line
    of the one before. Returns the counts and whether the file rolls at all; where it does not, somebody
    who says "No." in two cues says it twice, and the counts are 0.
    """
    carried = [0] * len(cues)
    rolled = False
    previous: list[str] = []
    for index, lines in enumerate(cues):
        shown = [line.strip() for line in lines if line.strip()]
        for count in range(min(len(shown), len(previous)), 0, -1) if shown and shown[0] in previous else ():
            if previous[-count:] == shown[:count]:
                carried[index] = count
                rolled = rolled or len(shown) > count
                break
        previous = shown or previous
    share = sum(1 for count in carried if count) / max(1, len(cues) - 1)
    if rolled and share >= 0.25:
        return carried, True
    return [0] * len(cues), False


def named_segments(segments: Iterable[Segment]) -> list[Segment]:
    """Take ``Name:`` at the start of a segment for its speaker, and ``>>`` or a dash for a new turn.

    The rule for names is that of Podcasting 2.0 (a name holds until the next one), with a guard: a word before
    a colon is a name only where it stands so twice in the file, or in capitals throughout.
    """
    found = list(segments)
    labels = (_LABEL.match(segment.text) for segment in found if ":" in segment.text)
    counts = Counter(match[1] for match in labels if match)
    names = {
        label
        for label, count in counts.items()
        if label.split()[0].casefold() not in _NO_NAMES
        and all(part[0].isupper() or part[0].isdigit() for part in label.split())
        and (count > 1 or (label.isupper() and len(label) > 2))
    }
    result: list[Segment] = []
    speaker: str | None = None
    for segment in found:
        if ":" not in segment.text and segment.text.lstrip()[:1] not in ("-", ">"):
            result.append(segment if segment.speaker or not speaker else segment._replace(speaker=speaker))
        elif (match := _LABEL.match(segment.text)) and match[1] in names:
            speaker = match[1]
            result.append(segment._replace(text=segment.text[match.end() :], speaker=speaker, new_turn=True))
        elif turn := _TURN.match(segment.text):
            # Somebody else speaks, and nothing says who.
            speaker = None
            result.append(segment._replace(text=segment.text[turn.end() :], speaker=None, new_turn=True))
        else:
            result.append(segment if segment.speaker else segment._replace(speaker=speaker))
    return result

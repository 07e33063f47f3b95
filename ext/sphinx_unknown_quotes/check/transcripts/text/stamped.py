"""Markdown with time stamps: ``**[1:13:17]** words`` and ``Speaker [(1:13:17)](url) words``.

A stamp holds until the next one; in the second form so does the name. What stands before the first stamp
(front matter, title, table of contents) and every heading are not words that somebody said.
"""

from __future__ import annotations

import re

from ..clocks import clock_ms
from ..model import Fault, Segment, Transcript, close_open_ends
from .markup import HEADING, blank_comments, is_automatic, plain_words

_CLOCK = r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>\d{2})(?:[.,](?P<f>\d{1,3}))?"
_SPEAKER = re.compile(
    rf"(?P<name>[^\[\]()]{{0,80}}?)\s*\[\({_CLOCK}\)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)\s*", re.ASCII
)
_STAMP = re.compile(
    rf"(?:\*\*|__)?(?:\[{_CLOCK}\](?:\([^()\s]*\))?|\({_CLOCK.replace('P<', 'P<p')}\))(?:\*\*|__)?:?\s+", re.ASCII
)


def looks_stamped(text: str) -> bool:
    """Whether at least one line begins with a stamp of either form."""
    return any(_SPEAKER.match(line) or _STAMP.match(f"{line} ") for line in text.split("\n"))


def read_stamped(text: str) -> Transcript:
    """Read either form, or a mixture of them."""
    segments: list[Segment] = []
    faults: list[Fault] = []
    speaker: str | None = None
    start: int | None = None
    header: list[str] = []
    fresh = False
    for number, line in enumerate(blank_comments(text).split("\n"), 1):
        match = _SPEAKER.match(line) or _STAMP.match(f"{line} ")
        if match:
            groups = {
                key.removeprefix("p") if len(key) == 2 else key: value
                for key, value in match.groupdict().items()
                if value
            }
            if int(groups["s"]) > 59 or ("h" in groups and int(groups["m"]) > 59):
                faults.append(
                    Fault(number, f"{match[0].strip()[-60:]!r} is not a time: minutes and seconds end at 59.")
                )
            start = clock_ms(groups.get("h"), groups["m"], groups["s"], groups.get("f", ""))
            name = plain_words(groups.get("name", "")).strip().rstrip(":").strip()
            fresh = bool(name) and name != speaker
            speaker = name or speaker
            line = line[match.end() :]
        elif start is None:
            header.append(line)
            continue
        if line.strip() and not HEADING.match(line):
            segments.append(Segment(plain_words(line).strip(), start, None, speaker, fresh))
            fresh = False
    return Transcript(close_open_ends(segments), faults, is_automatic("\n".join(header)))

"""Read clock times of transcripts as milliseconds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final


def clock_ms(hours: str | None, minutes: str, seconds: str, fraction: str = "") -> int:
    """Return a clock time in milliseconds; *fraction* has the digits after the point."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction[:3].ljust(3, "0"))


@lru_cache(maxsize=16384)
def second_ms(clock: str) -> int:
    """Return ``hh:mm:ss`` in milliseconds."""
    return clock_ms(clock[:2], clock[3:5], clock[6:])


_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?", re.ASCII)


def parse_clock(text: str) -> int | None:
    """Return ``h:mm:ss.fff`` or ``m:ss`` in milliseconds; None for anything else."""
    match = _CLOCK.fullmatch(text)
    return clock_ms(match[1], match[2], match[3], match[4] or "") if match else None


#: No recording is longer, in milliseconds.
LONGEST: Final = 1000 * 3600 * 1000


def number_ms(value: float | None, unit: int) -> int | None:
    """Return *value*, counted in *unit* milliseconds, as milliseconds; None if it is not a time of a recording."""
    return round(value * unit) if value is not None and 0 <= value * unit <= LONGEST else None

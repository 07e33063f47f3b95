"""Clock times as transcripts write them, in milliseconds."""

from __future__ import annotations

from functools import lru_cache


def clock_ms(hours: str | None, minutes: str, seconds: str, fraction: str = "") -> int:
    """Return a clock time in milliseconds; ``fraction`` is the digits behind the point."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction[:3].ljust(3, "0"))


@lru_cache(maxsize=16384)
def second_ms(clock: str) -> int:
    """Return ``hh:mm:ss`` in milliseconds."""
    return clock_ms(clock[:2], clock[3:5], clock[6:])

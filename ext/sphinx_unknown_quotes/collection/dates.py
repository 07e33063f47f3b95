"""Dates as EDTF level 0 (a year, a month, a day, an interval of them) plus the level 1 marks ``~`` and ``?``.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from .problems import InvalidValueError, shown

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)")
#: A year first, and a month that is one: as people write dates who know that the year comes first.
_OTHER_ORDER = re.compile(
    r"([0-9]{4})(?:(?:/|\.|-(?=[0-9](?:-|$)|[0-9]{2}-[0-9]$))(0?[1-9]|1[0-2]))(?:[/.-](0?[1-9]|[12][0-9]|3[01]))?"
)
_TIME_OF_DAY = re.compile(r"(?<=-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d{2}(?::\d{2})?)?$")


class Date(NamedTuple):
    """A day, or a month or year where no day is known (``month`` and ``day`` are then 0)."""

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def iso(self) -> str:
        """The date without its marks, as ``<time datetime>`` and JSON-LD take it."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


def _parse_one(text: str) -> Date:
    match = _DATE.fullmatch(_TIME_OF_DAY.sub("", text))
    if not match or not text.isascii():
        raise InvalidValueError(
            "date",
            f"{shown(text)} is not a date. Write it as 2023, 2023-02, 2023-02-07, 2023~ (about) or 2023? (uncertain).",
        )
    year, month, day = (int(match[unit] or 0) for unit in ("year", "month", "day"))
    if match["month"] and not 1 <= month <= 12:
        raise InvalidValueError("date", f"{shown(text)} is not a date: there is no month {month}.")
    # A year 0 is one that EDTF has and the calendar module has not; it is a leap year.
    if match["day"] and not 1 <= day <= calendar.monthrange(year or 4, month)[1]:
        raise InvalidValueError("date", f"{shown(text)} is not a date: month {month} of {year} has no day {day}.")
    return Date(year, month, day, match["mark"] in ("~", "%"), match["mark"] in ("?", "%"))


@lru_cache(maxsize=1 << 14)
def parse_date(text: str) -> tuple[Date, ...]:
    """Read one date, or the two of an interval ``2004-06/2006-08``.

    Raises :class:`InvalidValueError` for what EDTF or the calendar does not have.
    """
    if other := _OTHER_ORDER.fullmatch(text):
        year, month, day = other.groups(default="")
        meant = "-".join(part.zfill(2) for part in (year, month, day) if part)
        raise InvalidValueError("date", f"{shown(text)} is not a date. Write it as {meant}.")
    parts = text.split("/")
    if len(parts) > 2:
        raise InvalidValueError("date", f"{shown(text)} is not a date: an interval has two ends.")
    dates = tuple(_parse_one(part) for part in parts)
    known = min(1 + bool(date.month) + bool(date.day) for date in dates)
    if dates[-1][:known] < dates[0][:known]:
        raise InvalidValueError("date", f"{shown(text)} is not a date: it ends before it begins.")
    return dates


def year_of(text: str | None) -> str:
    """Return the four digits of the year in which *text* begins, or an empty string."""
    return text[:4] if text else ""

"""Dates as EDTF level 0 (a year, a month, a day, an interval of them) plus the level 1 marks ``~`` and ``?``.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from ..problems import InvalidValueError, shown

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)")
#: A year, a month from 1 to 12 and perhaps a day, with other marks than hyphens or without zeros.
_OTHER_ORDER = re.compile(
    r"([0-9]{4})(?:(?:/|\.|-(?=[0-9](?:-|$)|[0-9]{2}-[0-9]$))(0?[1-9]|1[0-2]))(?:[/.-](0?[1-9]|[12][0-9]|3[01]))?"
)
_TIME_OF_DAY = re.compile(r"(?<=-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d{2}(?::\d{2})?)?$")


class Date(NamedTuple):
    """A day, a month (``day`` is 0) or a year (``month`` and ``day`` are 0)."""

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
    # EDTF has a year 0, which is a leap year; the calendar module does not.
    if match["day"] and not 1 <= day <= calendar.monthrange(year or 4, month)[1]:
        raise InvalidValueError("date", f"{shown(text)} is not a date: month {month} of {year} has no day {day}.")
    return Date(year, month, day, match["mark"] in ("~", "%"), match["mark"] in ("?", "%"))


@lru_cache(maxsize=1 << 14)
def parse_date(text: str) -> tuple[Date, ...]:
    """Read one date, or the two of an interval ``2004-06/2006-08``.

    Raises :class:`InvalidValueError` if it is not EDTF, or not a day of the calendar.
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
    """Return the four digits of the first year of *text*, a date in EDTF; an empty string if it has none."""
    return text[:4] if text else ""

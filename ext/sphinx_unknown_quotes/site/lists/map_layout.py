"""Where the dots of the map are: across by date, down by what is unknown, stacked where they would cover each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.dates import parse_date
from ..domain.indices import group_title

if TYPE_CHECKING:
    from ...collection.records import Quotation
    from ...collection.selection import Collection, Group

#: How much of the width two dots need so as not to touch on a phone, in percent.
_APART: Final = 4.0
#: The ends of the time axis; it ends earlier where a column for quotations without a date follows.
_LEFT, _RIGHT, _RIGHT_BEFORE_COLUMN = 2.0, 98.0, 82.0
#: The places in that column.
_UNDATED: Final = (90.0, 94.0, 98.0)
#: How many years the axis names at the most, so that they fit on a phone.
_TICKS: Final = 7


class Dot(NamedTuple):
    """A quotation in its lane."""

    quotation: Quotation
    #: In percent of the width.
    x: float
    #: How many dots it is stacked on.
    level: int


class Lane(NamedTuple):
    """What is unknown, with its dots."""

    title: str
    dots: list[Dot]
    #: How many dots stand above each other at the most.
    height: int


class Layout(NamedTuple):
    """A map; every ``x`` is in percent of its width."""

    lanes: list[Lane]
    #: Years and where they begin.
    ticks: list[tuple[int, float]]
    #: Whether there is a column for quotations without a date.
    undated: bool


def lay_out(collection: Collection, groups: list[Group]) -> Layout:
    """Lay out the map of *groups*. A date of which only the year or month is known counts as the middle of it."""
    dates = {item.id: _date(collection, item) for group in groups for item in group.quotations}
    known = [date for date in dates.values() if date is not None]
    undated = len(known) < len(dates)
    first, last = (int(min(known)), int(max(known)) + 1) if known else (0, 0)
    right = _RIGHT_BEFORE_COLUMN if undated else _RIGHT

    def place(date: float) -> float:
        return round(_LEFT + (right - _LEFT) * (date - first) / (last - first), 2)

    step = next(step for factor in (1, 10, 100, 1000) for step in (factor, 2 * factor, 5 * factor)
                if (last - first) / step <= _TICKS)  # fmt: skip
    ticks = [(year, place(year)) for year in range(first, last + 1) if year % step == 0] if known else []
    lanes = []
    for group in groups:
        dots = _stacked(
            [
                (item, _UNDATED if (date := dates[item.id]) is None else (place(date),))
                for item in {item.id: item for item in group.quotations}.values()
            ]
        )
        lanes.append(Lane(group_title("unknown", group), dots, 1 + max(dot.level for dot in dots)))
    return Layout(lanes, ticks, undated)


def _date(collection: Collection, quotation: Quotation) -> float | None:
    text = collection.source(quotation).date
    if not text:
        return None
    date = parse_date(text)[0]
    if not date.month:
        return date.year + 0.5
    return date.year + (date.month - 1 + (date.day / 31 if date.day else 0.5)) / 12


def _stacked(wanted: list[tuple[Quotation, tuple[float, ...]]]) -> list[Dot]:
    """Give each dot, from left to right, the lowest level on which one of its places is free."""
    ends: list[list[float]] = []
    dots = []
    for quotation, places in sorted(wanted, key=lambda pair: (pair[1][0], pair[0].id)):
        level, x = next(
            ((level, x) for level, taken in enumerate(ends) for x in places if x - taken[-1] >= _APART),
            (len(ends), places[0]),
        )
        if level == len(ends):
            ends.append([])
        ends[level].append(x)
        dots.append(Dot(quotation, x, level))
    return dots

"""The places of the map's marks: from left to right by date, in a lane by what is unknown, and stacked if they overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.text.dates import parse_date
from ..domain.indices import group_title

if TYPE_CHECKING:
    from ...collection.records import Quotation
    from ...collection.selection import Collection, Group

#: The least distance of two marks in percent: 24 pixels, which a finger needs, on a screen of 320 pixels.
_APART: Final = 8.4
#: The ends of the time axis in percent. It ends earlier if a column for quotations without a date follows.
_LEFT, _RIGHT, _RIGHT_BEFORE_COLUMN = 1.0, 99.0, 77.0
#: In percent: where lanes end before that column, where it begins, and the places of the marks in it.
LANE_END: Final = 80.0
COLUMN: Final = 83.2
_UNDATED: Final = (87.4, 95.8)
#: The most years that the axis names, so that they fit on a phone.
_TICKS: Final = 7
#: Up to so many years, each year has a line.
_LINES: Final = 24
#: A date of at least this length, in percent, gets a band. The mark would hide a shorter one.
_LONG: Final = 3.0


class Dot(NamedTuple):
    """A quotation in its lane."""

    quotation: Quotation
    #: The middle of its date, in percent of the width.
    x: float
    #: The number of marks below it in the stack.
    level: int
    #: Where its date begins and ends, in percent; None for a short date or no date.
    span: tuple[float, float] | None


class Lane(NamedTuple):
    """What is unknown, with its marks."""

    title: str
    dots: list[Dot]
    #: The height of its highest stack, in marks.
    height: int


class Layout(NamedTuple):
    """A map; every ``x`` is in percent of its width."""

    lanes: list[Lane]
    #: The years that are named, and the middle of each.
    ticks: list[tuple[int, float]]
    #: Where each year begins, and where the last one ends.
    lines: list[float]
    #: Whether there is a column for quotations without a date.
    undated: bool


class _Axis:
    """The scale from years to percent of the width."""

    def __init__(self, dates: list[tuple[float, float]], right: float) -> None:
        self.first = int(min(begin for begin, _ in dates)) if dates else 0
        # A year ends where the next one begins.
        self.last = max([self.first + 1, *(-int(-end // 1) for _, end in dates)])
        self.right = right

    def place(self, year: float) -> float:
        return round(_LEFT + (self.right - _LEFT) * (year - self.first) / (self.last - self.first), 2)

    def ticks(self) -> list[tuple[int, float]]:
        step = self._step()
        return [(year, self.place(year + 0.5)) for year in range(self.first, self.last) if year % step == 0]

    def lines(self) -> list[float]:
        step = 1 if self.last - self.first <= _LINES else self._step()
        return [self.place(year) for year in range(self.first, self.last + 1) if year % step == 0]

    def _step(self) -> int:
        return next(step for factor in (1, 10, 100, 1000) for step in (factor, 2 * factor, 5 * factor)
                    if (self.last - self.first) / step <= _TICKS)  # fmt: skip


def lay_out(collection: Collection, groups: list[Group]) -> Layout:
    """Lay out the map of *groups*. A date has the length of what is recorded: a day, a month, a year or an interval."""
    dates = {item.id: _date(collection, item) for group in groups for item in group.quotations}
    known = [date for date in dates.values() if date]
    undated = len(known) < len(dates)
    axis = _Axis(known, _RIGHT_BEFORE_COLUMN if undated else _RIGHT)
    lanes = []
    for group in groups:
        quotations = {item.id: item for item in group.quotations}.values()
        dots = _stacked([(item, _places(axis, dates[item.id])) for item in quotations])
        lanes.append(Lane(group_title("unknown", group), dots, 1 + max(dot.level for dot in dots)))
    return Layout(lanes, axis.ticks() if known else [], axis.lines() if known else [], undated)


def _date(collection: Collection, quotation: Quotation) -> tuple[float, float] | None:
    """Return when the date of the source begins and ends, in years."""
    text = collection.source(quotation).date
    if not text:
        return None
    first, last = (dates := parse_date(text))[0], dates[-1]
    begin = first.year + (max(first.month - 1, 0) + max(first.day - 1, 0) / 31) / 12
    if not last.month:
        return begin, last.year + 1
    return begin, last.year + (last.month - 1 + (last.day / 31 or 1)) / 12


def _places(axis: _Axis, date: tuple[float, float] | None) -> list[tuple[float, float, float]]:
    """Return the possible places of a mark: the middle, and where its date begins and ends."""
    if date is None:
        return [(x, x, x) for x in _UNDATED]
    begin, end = date
    return [(axis.place((begin + end) / 2), axis.place(begin), axis.place(end))]


def _stacked(wanted: list[tuple[Quotation, list[tuple[float, float, float]]]]) -> list[Dot]:
    """Put each mark, from left to right, on the lowest level on which one of its places is free."""
    ends: list[float] = []
    dots = []
    for quotation, places in sorted(wanted, key=lambda pair: (pair[1][0], pair[0].id)):
        level, (x, begin, end) = next(
            ((level, place) for level, taken in enumerate(ends) for place in places if _left(place) >= taken),
            (len(ends), places[0]),
        )
        if level == len(ends):
            ends.append(0.0)
        ends[level] = round(max(end, x + _APART / 2), 2)
        dots.append(Dot(quotation, x, level, (begin, end) if end - begin >= _LONG else None))
    return dots


def _left(place: tuple[float, float, float]) -> float:
    x, begin, _ = place
    return round(min(begin, x - _APART / 2), 2)

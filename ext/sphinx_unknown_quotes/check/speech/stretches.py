"""What is known of the stretches of a transcript, as arrays of numbers."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from array import array

#: "None" in an array of numbers.
NONE: Final = -1


class Stretch(NamedTuple):
    """What is known of the words of one segment. Times are in milliseconds, None if the transcript has none."""

    start: int | None
    end: int | None
    speaker: str | None
    #: A number that changes whenever another speaker begins, but not for a listener's interjection.
    turn: int


class Rows(NamedTuple):
    """What is known of every stretch, as arrays of numbers. So no objects are made for words that nobody quotes."""

    #: Where each stretch begins: in the text, in the joined words, and the number of its first word. The last item is the end.
    lines: array[int]
    offsets: array[int]
    firsts: array[int]
    #: Milliseconds.
    starts: array[int]
    ends: array[int]
    speakers: array[int]
    turns: array[int]
    #: Pages of the file, counted from 1.
    pages: array[int]


class Shape(NamedTuple):
    """What is true of all stretches together. The cache keeps it, since to find it takes longer than to check most quotations."""

    #: Whether any stretch has a time.
    is_timed: bool
    #: Whether every stretch has a time, and none begins before the one that precedes it.
    in_order: bool
    #: The length of the longest stretch in milliseconds.
    longest: int
    #: Whether there is more than one turn.
    has_turns: bool


def shape_of(rows: Rows) -> Shape:
    """Find what is true of all stretches together."""
    starts = rows.starts.tolist()
    in_order = bool(starts) and starts[0] != NONE and starts == sorted(starts)
    is_timed = in_order or any(start != NONE for start in starts)
    return Shape(is_timed, in_order, max(map(sub, rows.ends, starts), default=0), any(rows.turns))

"""Where in a transcript a quotation may be: exact places, and windows in which it is worth aligning."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from .policy import MAX_ELISION, MAX_INSERTION, WINDOW
from .quotation import fragments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from .quotation import Parsed
    from .spoken import Spoken

#: More places than this of the same words are not told apart.
_MAX_PLACES: Final = 200
#: A quotation of so many letters or less is looked for in two places more.
_FEW: Final = 72
#: Two words that stand together in more places than this say little about where others stand.
_MAX_PAIRS: Final = 12
#: So many places are looked at that many pairs of words speak for; those for the same one lie so many words apart.
_MAX_ANCHORS: Final = 2
_APART: Final = 12
#: A place less like the words than this has fewer than half of them; in hundredths, as rapidfuzz counts.
_CUTOFF: Final = 45.0


class MissingLibraryError(RuntimeError):
    """A library of the extra ``check`` is not installed."""


def exact_places(parsed: Parsed, spoken: Spoken, first: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the places at which the words of a quotation stand one after the other, in order.

    Only those that begin between two offsets of the joined words, where these are given.
    """
    needle = parsed.literal
    if not needle.strip():
        return
    until = None if end is None else end + len(needle)
    offset = spoken.joined.find(needle, first, until)
    for _ in range(_MAX_PLACES):
        if offset < 0:
            return
        yield spoken.place(offset)
        offset = spoken.joined.find(needle, offset + 1, until)


class Window(NamedTuple):
    """A stretch of words, as places from and to, in which to align a quotation."""

    start: int
    end: int
    #: Whether it lies around the cited time.
    is_cited: bool
    #: Whether only pairs of words speak for it.
    by_pairs: bool


def windows(parsed: Parsed, spoken: Spoken, cited: int | None) -> Iterator[Window]:
    """Yield the stretches in which to align a quotation, first those around the *cited* time (milliseconds).

    Raises :class:`MissingLibraryError` where rapidfuzz is not installed.
    """
    runs = fragments(parsed)
    if not runs or not len(spoken):
        return
    marks = [piece.kind for piece in parsed.pieces if piece.kind != "word"]
    room = MAX_ELISION * marks.count("elision") + MAX_INSERTION * marks.count("bracketed")
    size = sum(len(run) for run in runs)
    found: list[Window] = []
    areas = [(0, len(spoken))]
    if cited is not None and spoken.is_timed:
        near = spoken.near_time(cited)
        areas.insert(0, (max(0, near - WINDOW), min(len(spoken), near + WINDOW)))
    for area in areas:
        for place, before, by_pairs in _places(runs, spoken, *area):
            # The place is right within a dozen words; fillers make what was said longer than what is quoted.
            first = max(0, place - before - 12 - (room if before else 0))
            last = min(len(spoken), place + size + 12 + size // 2 + room)
            window = Window(first, last, area != areas[-1], by_pairs)
            if not any(other.start <= first + 6 and window.end <= other.end + 6 for other in found):
                found.append(window)
                yield window


def _places(runs: Sequence[tuple[str, ...]], spoken: Spoken, first: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield where the words may stand between two places, how many words of the quotation stand in front of those,
    and whether only pairs of words speak for it.

    The likeliest, for few words, which stand near each other in many places, the likeliest before and behind that,
    and then where the most pairs of words stand: a number that is written in another way makes the rest less alike.
    """
    longest = max(range(len(runs)), key=lambda index: (len(runs[index]), -index))
    needle = " ".join(runs[longest])
    before = sum(len(run) for run in runs[:longest])
    place = _likeliest(needle, spoken, first, end)
    if place is not None:
        yield place, before, False
        size = len(runs[longest])
        is_whole = end - first == len(spoken)
        for one, last in [(first, place), (place + size, end)] if is_whole and len(needle) <= _FEW else []:
            if one < last and (other := _likeliest(needle, spoken, one, last)) is not None:
                yield other, before, False
    for anchor in _anchors(runs, spoken, first, end):
        yield anchor, before, True


def _anchors(runs: Sequence[tuple[str, ...]], spoken: Spoken, first: int, end: int) -> list[int]:
    """Where the longest run may begin between two places, by the pairs of words that speak for it, the rarer ones louder."""
    longest = max(range(len(runs)), key=lambda index: (len(runs[index]), -index))
    index = -sum(len(run) for run in runs[:longest])
    votes: dict[int, float] = {}
    for run in runs:
        for pair in pairwise(run):
            places = [place - index for place in _standing(f" {' '.join(pair)} ", spoken, first, end)]
            for place in places:
                near = next((other for other in votes if abs(other - place) <= _APART), place)
                votes[near] = votes.get(near, 0) + 1 / len(places)
            index += 1
        index += 1
    return sorted(votes, key=lambda place: (-votes[place], place))[:_MAX_ANCHORS]


def _standing(needle: str, spoken: Spoken, first: int, end: int) -> list[int]:
    """Where *needle* stands between two places; nowhere if it does too often."""
    offset, until = spoken.offset(first) - 1, spoken.offset(end) + 1
    found: list[int] = []
    while (offset := spoken.joined.find(needle, offset + 1, until)) >= 0:
        if len(found) == _MAX_PAIRS:
            return []
        found.append(spoken.place(offset))
    return found


def _likeliest(needle: str, spoken: Spoken, first: int, end: int) -> int | None:
    # Between the space before the first word and the last letter of the last.
    hay = spoken.joined if end - first >= len(spoken) else spoken.joined[spoken.offset(first) + 1 : spoken.offset(end)]
    match = _fuzz().partial_ratio_alignment(needle, hay, score_cutoff=_CUTOFF)
    if match is None:
        return None
    return first + int(hay.count(" ", 0, match.dest_start))


def need_library() -> None:
    """Raise :class:`MissingLibraryError` where rapidfuzz is not installed, before anything is read."""
    _fuzz()


def _fuzz() -> ModuleType:
    try:
        from rapidfuzz import fuzz
    except ImportError as error:
        raise MissingLibraryError(
            "the check needs rapidfuzz to look for words that are not exact. "
            "Install it with: pip install 'sphinx-unknown-quotes[check]'"
        ) from error
    return fuzz

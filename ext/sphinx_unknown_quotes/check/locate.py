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


class Area(NamedTuple):
    """A part of a transcript, as places from and to, in which a quotation is looked for."""

    start: int
    end: int
    #: Whether it lies around the cited time.
    is_cited: bool


def areas(spoken: Spoken, cited: int | None) -> Iterator[Area]:
    """Yield where to look one after the other: around the *cited* time (milliseconds), and everywhere."""
    if cited is not None and spoken.is_timed:
        near = spoken.near_time(cited)
        yield Area(max(0, near - WINDOW), min(len(spoken), near + WINDOW), is_cited=True)
    yield Area(0, len(spoken), is_cited=False)


class Search:
    """Finds the stretches of a transcript in which to align a quotation, each once."""

    def __init__(self, parsed: Parsed, spoken: Spoken) -> None:
        """Get ready to look for the words of *parsed* in *spoken*."""
        self._spoken = spoken
        self._runs = fragments(parsed)
        #: The longest run of words without a mark, and how many words of the quotation stand in front of it.
        longest = max(range(len(self._runs)), key=lambda index: (len(self._runs[index]), -index), default=0)
        self._longest = self._runs[longest] if self._runs else ()
        self._before = sum(len(run) for run in self._runs[:longest])
        marks = [piece.kind for piece in parsed.pieces if piece.kind != "word"]
        self._room = MAX_ELISION * marks.count("elision") + MAX_INSERTION * marks.count("bracketed")
        self._found: list[tuple[int, int]] = []
        #: Set it once the words that are meant are found: then nobody asks where pairs of them stand.
        self.is_found = False

    def windows(self, area: Area) -> Iterator[tuple[int, int]]:
        """Yield the stretches in *area*, as places from and to, the likeliest first.

        Raises :class:`MissingLibraryError` where rapidfuzz is not installed.
        """
        size = sum(len(run) for run in self._runs)
        for place in self._places(area) if self._longest and len(self._spoken) else ():
            # The place is right within a dozen words; fillers make what was said longer than what is quoted.
            first = max(0, place - self._before - 12 - (self._room if self._before else 0))
            last = min(len(self._spoken), place + size + 12 + size // 2 + self._room)
            if not any(start <= first + 6 and last <= end + 6 for start, end in self._found):
                self._found.append((first, last))
                yield first, last

    def _places(self, area: Area) -> Iterator[int]:
        """Yield where the longest run of words may stand.

        The likeliest, for few words, which stand near each other in many places, the likeliest before and behind that,
        and then where the most pairs of words stand: a number that is written in another way makes the rest less alike.
        """
        needle, spoken = " ".join(self._longest), self._spoken
        place = _likeliest(needle, spoken, area.start, area.end)
        if place is not None:
            yield place
            behind = place + len(self._longest)
            is_whole = area.end - area.start == len(spoken)
            for start, end in [(area.start, place), (behind, area.end)] if is_whole and len(needle) <= _FEW else []:
                if start < end and (other := _likeliest(needle, spoken, start, end)) is not None:
                    yield other
        for anchor in [] if self.is_found else _anchors(self._runs, self._before, spoken, area):
            if not self.is_found:
                yield anchor


def _anchors(runs: Sequence[tuple[str, ...]], before: int, spoken: Spoken, area: Area) -> list[int]:
    """Where the run with *before* words in front of it may begin, by the pairs of words that speak for it, the rarer ones louder."""
    index = -before
    votes: dict[int, float] = {}
    for run in runs:
        for pair in pairwise(run):
            places = [place - index for place in _standing(f" {' '.join(pair)} ", spoken, area.start, area.end)]
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

"""Find where in a transcript a quotation may be: exact places, and windows in which to align it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ..policy import MAX_ELISION, MAX_INSERTION, WINDOW
from ..quotation import fragments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from ..quotation import Parsed
    from ..speech.spoken import Spoken

#: The most places of the same words that are examined.
_MAX_PLACES: Final = 200
#: A quotation of at most so many letters is looked for in two more places.
_FEW: Final = 72
#: A pair of words with more places than this tells little about the place of others.
_MAX_PAIRS: Final = 12
#: The most places that are examined because of pairs of words; and within how many words pairs mean the same place.
_MAX_ANCHORS: Final = 2
_APART: Final = 12
#: A place with a lower similarity has fewer than half of the words; in rapidfuzz's scale from 0 to 100.
_CUTOFF: Final = 45.0


class MissingLibraryError(RuntimeError):
    """A library of the extra ``check`` is not installed."""


def exact_places(parsed: Parsed, spoken: Spoken, first: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the places that have all words of a quotation one after the other, in order.

    If *first* and *end* are given, only places between these offsets of the joined words.
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
    """A part of a transcript, from one place to another, in which a quotation is looked for."""

    start: int
    end: int
    #: Whether it is around the cited time.
    is_cited: bool


def areas(spoken: Spoken, cited: int | None) -> Iterator[Area]:
    """Yield the areas in which to look, in order: around the *cited* time (milliseconds), and everywhere."""
    if cited is not None and spoken.is_timed:
        near = spoken.near_time(cited)
        yield Area(max(0, near - WINDOW), min(len(spoken), near + WINDOW), is_cited=True)
    yield Area(0, len(spoken), is_cited=False)


class Search:
    """Finds the windows of a transcript in which to align a quotation, each once."""

    def __init__(self, parsed: Parsed, spoken: Spoken) -> None:
        """Prepare to look for the words of *parsed* in *spoken*."""
        self.parsed, self.spoken = parsed, spoken
        self._runs = fragments(parsed)
        #: The longest run of words without a mark, and how many words of the quotation are before it.
        longest = max(range(len(self._runs)), key=lambda index: (len(self._runs[index]), -index), default=0)
        self._longest = self._runs[longest] if self._runs else ()
        self._before = sum(len(run) for run in self._runs[:longest])
        marks = [piece.kind for piece in parsed.pieces if piece.kind != "word"]
        self._room = MAX_ELISION * marks.count("elision") + MAX_INSERTION * marks.count("bracketed")
        self._found: list[tuple[int, int]] = []
        #: Set it when the words that are meant are found. Then pairs of words are not looked for.
        self.is_found = False

    def windows(self, area: Area) -> Iterator[tuple[int, int]]:
        """Yield the windows in *area*, each from one place to another, the likeliest first.

        Raises :class:`MissingLibraryError` if rapidfuzz is not installed.
        """
        size = sum(len(run) for run in self._runs)
        for place in self._places(area) if self._longest and len(self.spoken) else ():
            # The place is right to within a dozen words. Fillers make the spoken words longer than the quotation.
            first = max(0, place - self._before - 12 - (self._room if self._before else 0))
            last = min(len(self.spoken), place + size + 12 + size // 2 + self._room)
            if not any(start <= first + 6 and last <= end + 6 for start, end in self._found):
                self._found.append((first, last))
                yield first, last

    def _places(self, area: Area) -> Iterator[int]:
        """Yield where the longest run of words may be.

        First the likeliest place. For few words, which many places have, also the likeliest before and after that. Then
        the places with most pairs of the words, since a number in another form makes the right place less similar.
        """
        needle, spoken = " ".join(self._longest), self.spoken
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
    """Return where the run with *before* words before it may begin, by its pairs of words; rare pairs count more."""
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
    """Return the places of *needle* between two places; none if it has too many."""
    offset, until = spoken.offset(first) - 1, spoken.offset(end) + 1
    found: list[int] = []
    while (offset := spoken.joined.find(needle, offset + 1, until)) >= 0:
        if len(found) == _MAX_PAIRS:
            return []
        found.append(spoken.place(offset))
    return found


def _likeliest(needle: str, spoken: Spoken, first: int, end: int) -> int | None:
    # From the space before the first word to the last letter of the last.
    hay = spoken.joined if end - first >= len(spoken) else spoken.joined[spoken.offset(first) + 1 : spoken.offset(end)]
    match = _fuzz().partial_ratio_alignment(needle, hay, score_cutoff=_CUTOFF)
    if match is None:
        return None
    return first + int(hay.count(" ", 0, match.dest_start))


def need_library() -> None:
    """Raise :class:`MissingLibraryError` if rapidfuzz is not installed, before anything is read."""
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

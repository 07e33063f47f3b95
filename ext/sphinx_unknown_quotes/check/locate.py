"""Where in a transcript a quotation may be: exact places, and windows in which it is worth aligning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .policy import MAX_ELISION, MAX_INSERTION, WINDOW
from .quotation import fragments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from .quotation import Parsed
    from .spoken import Spoken

#: More places than this of the same words are not told apart.
_MAX_PLACES: Final = 200
#: A quotation of so many letters or less is looked for in two places more.
_FEW: Final = 72
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


def windows(parsed: Parsed, spoken: Spoken, cited: int | None) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words, as places from and to, in which to align a quotation.

    First one around the *cited* time (milliseconds), then the likeliest of the whole transcript, and for few words,
    which stand near each other in many places, the likeliest before and behind that.
    Raises :class:`MissingLibraryError` where rapidfuzz is not installed.
    """
    runs = fragments(parsed)
    if not runs or not len(spoken):
        return
    longest = max(range(len(runs)), key=lambda index: (len(runs[index]), -index))
    needle = " ".join(runs[longest])
    marks = [piece.kind for piece in parsed.pieces if piece.kind != "word"]
    room = MAX_ELISION * marks.count("elision") + MAX_INSERTION * marks.count("bracketed")
    before = sum(len(run) for run in runs[:longest])
    size = sum(len(run) for run in runs)
    found: set[tuple[int, int]] = set()
    areas = [(0, len(spoken))]
    is_wider = False
    if cited is not None and spoken.is_timed:
        near = spoken.near_time(cited)
        areas.insert(0, (max(0, near - WINDOW), min(len(spoken), near + WINDOW)))
    for first, end in areas:
        place = _likeliest(needle, spoken, first, end)
        if place is None:
            continue
        # The place is right within a dozen words; fillers make what was said longer than what is quoted.
        window = (
            max(0, place - before - 12 - (room if before else 0)),
            min(len(spoken), place + size + 12 + size // 2 + room),
        )
        if window not in found:
            found.add(window)
            yield window
        if len(needle) <= _FEW and not is_wider and end - first == len(spoken):
            areas += [(0, place), (place + size, len(spoken))]
            is_wider = True


def _likeliest(needle: str, spoken: Spoken, first: int, end: int) -> int | None:
    # Between the space before the first word and the last letter of the last.
    hay = spoken.joined if end - first >= len(spoken) else spoken.joined[spoken.offset(first) + 1 : spoken.offset(end)]
    match = _fuzz().partial_ratio_alignment(needle, hay, score_cutoff=_CUTOFF)
    if match is None:
        return None
    return first + int(hay.count(" ", 0, match.dest_start))


def _fuzz() -> ModuleType:
    try:
        from rapidfuzz import fuzz
    except ImportError as error:
        raise MissingLibraryError(
            "the check needs rapidfuzz to look for words that are not exact. "
            "Install it with: pip install 'sphinx-unknown-quotes[check]'"
        ) from error
    return fuzz

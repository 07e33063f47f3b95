"""Where runs of a quotation and of a transcript are the same words differently written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .equivalence import acronym_key, forms, keys
from .numbers import is_number_word
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from ..quotation import Piece
    from .tables import Tables

#: What it costs that a run is written in another way, and that initials stand for it.
SPELLING: Final = 0.05
ACRONYM: Final = 0.95
#: The end of a run of words, where the run of pieces and that of words begin, the kind of the difference, its cost.
Spelling = tuple[int, int, int, str, float]
_LONGEST: Final = 3
#: Numbers may take more words than spellings do: one hundred and seventy five billion.
_LONGEST_NUMBER: Final = 12
#: And so do initials that are written apart.
_LONGEST_INITIALS: Final = 6


def same_words(
    pieces: Sequence[Piece], words: Sequence[str], table: Tables, only: AbstractSet[str] | None = None
) -> dict[int, list[Spelling]]:
    """Find the runs of *pieces* and of *words* that are the same words differently written.

    By the end of the run of pieces. Of the runs of pieces, *only* those with one of the given words if there are any given.
    """
    wanted, acronyms = _wanted(pieces, table, only)
    openings = {name[:size] for name in {name for _, name in wanted} for size in range(len(name) + 1)}
    has_numbers = any(kind == "number" for kind, _ in wanted)
    found: dict[int, list[Spelling]] = {}
    for start, end, first, last in _spelt_out(acronyms, words, table):
        found.setdefault(last, []).append((end, first, start, "replaced", ACRONYM))
    for start, word in enumerate(words):
        # To make the names of every run of the transcript would take much longer.
        if openings.isdisjoint(forms(word, table)) and not (has_numbers and _counts(word, table)):
            continue
        for end in _ends(words, start, table):
            said = tuple(words[start:end])
            for name in sorted(wanted.keys() & keys(said, table)):
                for first, last, run in wanted[name]:
                    if run != said and _same_meaning(run, said, name[0], table):
                        price = SPELLING + 0.001 * (end - start)
                        found.setdefault(last, []).append((end, first, start, name[0], price))
    for runs in found.values():
        runs.sort(key=_place)
    return found


def _place(run: Spelling) -> tuple[int, int]:
    return run[2], run[0]


def _ends(words: Sequence[str], start: int, table: Tables) -> range:
    """Where the runs from *start* may end that are looked at."""
    end = start + 1
    if _counts(words[start], table):
        while end < min(start + _LONGEST_NUMBER, len(words)) and _counts(words[end], table):
            end += 1
    elif len(words[start]) == 1 and words[start].isascii():
        while end < min(start + _LONGEST_INITIALS, len(words)) and len(words[end]) == 1:
            end += 1
    return range(start + 1, max(end, min(start + _LONGEST, len(words))) + 1)


def _spelt_out(
    acronyms: dict[str, list[tuple[int, int]]], words: Sequence[str], table: Tables
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the runs of *words* whose initials are one of *acronyms*, and where that one stands."""
    initials = "".join([word[0] for word in words])
    for acronym, places in acronyms.items():
        start = initials.find(acronym) if len(acronym) > 1 else -1
        while start >= 0:
            end = start + len(acronym)
            if end in _ends(words, start, table):
                yield from ((start, end, first, last) for first, last in places)
            start = initials.find(acronym, start + 1)


_Runs = list[tuple[int, int, tuple[str, ...]]]


def _wanted(
    pieces: Sequence[Piece], table: Tables, only: AbstractSet[str] | None
) -> tuple[dict[tuple[str, str], _Runs], dict[str, list[tuple[int, int]]]]:
    """The runs of words of a quotation by their names, and the words by the initials that they may be."""
    wanted: dict[tuple[str, str], _Runs] = {}
    acronyms: dict[str, list[tuple[int, int]]] = {}
    words = [piece.words[0] if piece.kind == "word" else "" for piece in pieces]
    for first, word in enumerate(words):
        if not word or (only is not None and only.isdisjoint(words[first : first + _LONGEST_NUMBER])):
            continue
        for last in _ends(words, first, table):
            run = tuple(words[first:last])
            if not run[-1]:
                break
            if only is None or not only.isdisjoint(run):
                for name in keys(run, table):
                    wanted.setdefault(name, []).append((first, last, run))
        if (only is None or word in only) and (initials := acronym_key(word)):
            acronyms.setdefault(initials, []).append((first, first + 1))
    return wanted, acronyms


def _counts(word: str, table: Tables) -> bool:
    return word in table.linking or is_number_word(word, table)


def _same_meaning(run: tuple[str, ...], other: tuple[str, ...], kind: str, table: Tables) -> bool:
    """Whether two unlike runs with one name differ throughout and deny alike.

    "Not able" is written like "notable" and is not it; and a neighbour that is the same on both sides
    must not carry two words over that are not the same ("then apart" for "then a part").
    """
    if kind != "number" and len(run) + len(other) > 2 and (run[0] == other[0] or run[-1] == other[-1]):
        return False
    return kind != "spelling" or len(critical(run, table)[0]) == len(critical(other, table)[0])

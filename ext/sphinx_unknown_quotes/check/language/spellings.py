"""Find runs of a quotation and of a transcript that are the same words, differently written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .counting.numbers import is_number_word
from .equivalence import acronym_key, forms, keys
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from ..quotation import Piece
    from .tables import Tables

#: The cost of another spelling, and of initials in place of words.
SPELLING: Final = 0.05
ACRONYM: Final = 0.95
#: The end of the run of words, the beginnings of the run of pieces and of words, the kind of difference, and its cost.
Spelling = tuple[int, int, int, str, float]
_LONGEST: Final = 3
#: The most words of a number, which can be many: one hundred and seventy five billion.
_LONGEST_NUMBER: Final = 12
#: The most words of initials that are written apart.
_LONGEST_INITIALS: Final = 6


def same_words(
    pieces: Sequence[Piece], words: Sequence[str], table: Tables, only: AbstractSet[str] | None = None
) -> dict[int, list[Spelling]]:
    """Find the runs of *pieces* and of *words* that are the same words, differently written.

    The result is by the end of the run of pieces. With *only*, only runs of pieces with one of these words are looked for.
    """
    wanted, acronyms = _wanted(pieces, table, only)
    openings = {name[:size] for name in {name for _, name in wanted} for size in range(len(name) + 1)}
    has_numbers = any(kind == "number" for kind, _ in wanted)
    found: dict[int, list[Spelling]] = {}
    for start, end, first, last in _spelt_out(acronyms, words, table):
        found.setdefault(last, []).append((end, first, start, "replaced", ACRONYM))
    for start, word in enumerate(words):
        # Names are made only for runs that can match: for every run of the transcript that would take much longer.
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
    """Return where the runs from *start* may end."""
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
    """Yield the runs of *words* whose initials are one of *acronyms*, and the place of that acronym."""
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
    """Return the runs of words of a quotation by their names, and its words by the initials that they may be."""
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
    """Whether two runs with one name mean the same: both deny or neither, and they have no equal word at either end.

    "Not able" and "notable" are written alike, but mean different things. And an equal neighbour must not make two
    different words look the same ("then apart" for "then a part").
    """
    if kind != "number" and len(run) + len(other) > 2 and (run[0] == other[0] or run[-1] == other[-1]):
        return False
    if min(len(run), len(other)) > 1 and "".join(run) == "".join(other):
        # "I sold" and "is old" part the same letters in two ways.
        return False
    return kind != "spelling" or len(critical(run, table)[0]) == len(critical(other, table)[0])

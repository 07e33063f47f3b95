"""Where runs of a quotation and of a transcript are the same words differently written."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from .equivalence import acronym_key, forms, keys
from .numbers import is_number_word
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .quotation import Piece

_LONGEST: Final = 3
#: Digits may take more words than spellings do: one hundred and seventy five billion.
_LONGEST_NUMBER: Final = 6


def same_words(pieces: Sequence[Piece], words: Sequence[str]) -> dict[int, list[tuple[int, int, int, str, float]]]:
    """Find the runs of *pieces* and of *words* that are the same words differently written.

    By the end of the run of pieces: the end of the run of words, both beginnings, the kind of the difference, and
    what it costs.
    """
    wanted, acronyms = _wanted(pieces)
    names = sorted({name for _, name in wanted})
    found: dict[int, list[tuple[int, int, int, str, float]]] = {}
    for start, word in enumerate(words):
        counts = is_number_word(word)
        # To make the names of every run of the transcript would take much longer.
        may_be_named = counts or any(_begins_one(form, names) for form in forms(word))
        initials = word[0]
        for size in range(1, min(_LONGEST_NUMBER, len(words) - start) + 1):
            if size > 1:
                initials += words[start + size - 1][0]
            if size > _LONGEST and not (counts and _counts(words[start : start + size])):
                break
            for first, last in acronyms.get(initials, ()) if size > 1 else ():
                found.setdefault(last, []).append((start + size, first, start, "replaced", 0.95))
            if not may_be_named:
                continue
            said = tuple(words[start : start + size])
            for name in sorted([name for name in keys(said) if name in wanted]):
                for first, last, run in wanted[name]:
                    if run != said and _same_meaning(run, said, name[0]):
                        found.setdefault(last, []).append((start + size, first, start, name[0], 0.05 + 0.001 * size))
    return found


_Runs = list[tuple[int, int, tuple[str, ...]]]


def _wanted(pieces: Sequence[Piece]) -> tuple[dict[tuple[str, str], _Runs], dict[str, list[tuple[int, int]]]]:
    """The runs of words of a quotation by their names, and the words by the initials that they may be."""
    wanted: dict[tuple[str, str], _Runs] = {}
    acronyms: dict[str, list[tuple[int, int]]] = {}
    words = [piece.words[0] if piece.kind == "word" else "" for piece in pieces]
    for first, word in enumerate(words):
        for size in range(1, min(_LONGEST_NUMBER, len(words) - first) + 1):
            run = tuple(words[first : first + size])
            if "" in run or (size > _LONGEST and not _counts(run)):
                break
            for name in keys(run):
                wanted.setdefault(name, []).append((first, first + size, run))
        if word and (initials := acronym_key((word,))):
            acronyms.setdefault(initials, []).append((first, first + 1))
    return wanted, acronyms


def _begins_one(form: str, names: list[str]) -> bool:
    """Whether one of the sorted *names* begins with *form*."""
    index = bisect_left(names, form)
    return index < len(names) and names[index].startswith(form)


def _counts(run: Sequence[str]) -> bool:
    return all(is_number_word(word) or word == "and" for word in run)


def _same_meaning(run: tuple[str, ...], other: tuple[str, ...], kind: str) -> bool:
    """Whether two unlike runs with one name differ throughout and deny alike.

    "Not able" is written like "notable" and is not it; and a neighbour that is the same on both sides
    must not carry two words over that are not the same ("then apart" for "then a part").
    """
    if kind != "number" and len(run) + len(other) > 2 and (run[0] == other[0] or run[-1] == other[-1]):
        return False
    return kind != "spelling" or len(critical(run)[0]) == len(critical(other)[0])

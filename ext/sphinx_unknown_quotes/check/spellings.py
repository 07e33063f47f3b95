"""Where runs of a quotation and of a transcript are the same words differently written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .equivalence import acronym_key, keys
from .numbers import is_number_word
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .quotation import Piece

_LONGEST: Final = 3
#: Digits may take more words than spellings do: one hundred and seventy five billion.
_LONGEST_NUMBER: Final = 6


def same_words(
    pieces: Sequence[Piece], words: Sequence[str]
) -> dict[tuple[int, int], list[tuple[int, int, str, float]]]:
    """Find the runs of *pieces* and of *words* that are the same words differently written.

    By the ends of both runs: their beginnings, the kind of the difference, and what it costs.
    """
    wanted: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for first, piece in enumerate(pieces):
        for size in range(1, _LONGEST_NUMBER + 1):
            run = tuple(other.words[0] for other in pieces[first : first + size] if other.kind == "word")
            if len(run) < size or (size > _LONGEST and not _counts(run)):
                break
            for name in keys(run):
                wanted.setdefault(name, []).append((first, first + size))
        if piece.kind == "word" and (initials := acronym_key(piece.words)):
            wanted.setdefault(("acronym", initials), []).append((first, first + 1))
    beginnings = {name[1][:2] for name in wanted}
    found: dict[tuple[int, int], list[tuple[int, int, str, float]]] = {}
    for start in range(len(words)):
        for size in range(1, min(_LONGEST_NUMBER, len(words) - start) + 1):
            said = tuple(words[start : start + size])
            if size > _LONGEST and not _counts(said):
                break
            names = {("acronym", acronym_key(said) if size > 1 else "")}
            if size == 1 or _may_be_named(said, beginnings):
                names |= keys(said)
            for name in sorted(names & wanted.keys()):
                for first, last in wanted[name]:
                    run = tuple(other.words[0] for other in pieces[first:last])
                    if name[0] == "acronym":
                        found.setdefault((last, start + size), []).append((first, start, "replaced", 0.95))
                    elif _same_meaning(run, said, name[0]):
                        price = 0.05 + 0.001 * size
                        found.setdefault((last, start + size), []).append((first, start, name[0], price))
    return found


def _may_be_named(said: tuple[str, ...], beginnings: set[str]) -> bool:
    """Whether a name of *said* can begin like one that is looked for; to make the names takes much longer."""
    first = said[0]
    return (
        f"{first} "[:2] in beginnings or f"{first}{said[1]}"[:2] in beginnings or "'" in first
        or not first.isascii() or is_number_word(first) or first in ("cause", "em", "til")
    )  # fmt: skip


def _counts(run: tuple[str, ...]) -> bool:
    return all(is_number_word(word) or word == "and" for word in run)


def _same_meaning(run: tuple[str, ...], other: tuple[str, ...], kind: str) -> bool:
    """Whether two runs with one name differ throughout and deny alike.

    "Not able" is written like "notable" and is not it; and a neighbour that is the same on both sides
    must not carry two words over that are not the same ("then apart" for "then a part").
    """
    if run == other:
        return False
    if kind != "number" and len(run) + len(other) > 2 and (run[0] == other[0] or run[-1] == other[-1]):
        return False
    return kind != "spelling" or len(critical(run)[0]) == len(critical(other)[0])

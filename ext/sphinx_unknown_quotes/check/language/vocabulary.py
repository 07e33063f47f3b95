"""Words that a quotation may never change: negations, modal verbs, numbers, and contraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .counting.numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tables import Tables


def critical(words: tuple[str, ...], table: Tables) -> tuple[tuple[str, ...], ...]:
    """Return the negations, modal verbs and numbers among *words*, each sorted. A change of one is always ``altered``."""
    negations: list[str] = []
    modals: list[str] = []
    for word in words:
        denied = _denied(word, table)
        if denied is not None:
            negations.append("not")
            modals += [denied] if denied in table.modals else []
        elif denial := _denial(word, table):
            negations.append(denial)
        elif word in table.modals:
            modals.append(word)
        stem, mark, tail = word.partition("'")
        if mark and denied is None and stem in table.modals:
            # "Could've" has its own.
            modals.append(stem)
        if mark and f"'{tail}" in table.modal_endings:
            modals.append(table.modal_endings[f"'{tail}"])
    if table.within:
        negations += table.within.findall("".join(words))
    return tuple(sorted(negations)), tuple(sorted(modals)), tuple(number_words(words, table))


def _denied(word: str, table: Tables) -> str | None:
    """Return the word inside *word* that it denies, as "can't" denies "can"; None if there is none."""
    if word in table.denied:
        return table.denied[word]
    for ending in table.denying_endings:
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending)
    return None


def _denial(word: str, table: Tables) -> str:
    """Return the negation that *word* is or begins with; empty if there is none."""
    if word in table.negations:
        return word
    for opening in table.denying_openings:
        if word.startswith(opening):
            return opening
    # A negation after an apostrophe, as in "qu'aucun", or before one.
    parts = (word.partition("'")[0], word.rpartition("'")[2])
    return next((part for part in parts if part in table.negations), "")


def has_negation(words: tuple[str, ...], table: Tables) -> bool:
    """Whether one of *words* denies."""
    if any(_denied(word, table) is not None or _denial(word, table) for word in words):
        return True
    return table.within is not None and table.within.search("".join(words)) is not None


def is_contrary(left: tuple[str, ...], right: tuple[str, ...], table: Tables) -> bool:
    """Whether *left* in place of *right* reverses what is said: a word for its opposite or its negated form."""
    return any(_turns(one, other, table) for one in left for other in right)


def _turns(one: str, other: str, table: Tables) -> bool:
    if (one, other) in table.opposites or _is_other_unit(one, other, table):
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(shorter) < 4 or table.turns is None:
        return False
    opening, ending = table.turns
    if longer.endswith(shorter) and opening.fullmatch(longer.removesuffix(shorter)):
        return True
    if {one, other} == {f"{one.removesuffix('ful').removesuffix('less')}{end}" for end in ("ful", "less")}:
        return True
    return bool(longer.startswith(shorter) and ending.fullmatch(longer.removeprefix(shorter)))


def _is_other_unit(one: str, other: str, table: Tables) -> bool:
    units = table.unit_of
    return one in units and other in units and units[one] != units[other]


def denies_within(words: Sequence[str], table: Tables) -> int:
    """Return how many negations inside verbs, as in Japanese, *words* have; they may be single characters."""
    return len(table.within.findall("".join(words))) if table.within else 0

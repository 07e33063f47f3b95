"""Words with a part to play in the rules: words whose change is never forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tables import Tables


def critical(words: tuple[str, ...], table: Tables) -> tuple[tuple[str, ...], ...]:
    """Return the negations, modals and numbers among *words*, each sorted: what no verdict but ``altered`` may change."""
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
        _, mark, tail = word.partition("'")
        if mark and f"'{tail}" in table.modal_endings:
            modals.append(table.modal_endings[f"'{tail}"])
    if table.within:
        negations += table.within.findall("".join(words))
    return tuple(sorted(negations)), tuple(sorted(modals)), tuple(number_words(words, table))


def _denied(word: str, table: Tables) -> str | None:
    """The word that *word* denies in itself, as "can't" does "can"; None where it does not."""
    if word in table.denied:
        return table.denied[word]
    for ending in table.denying_endings:
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending)
    return None


def _denial(word: str, table: Tables) -> str:
    """The negation that *word* is, or that it begins with; empty where it is none."""
    if word in table.negations:
        return word
    for opening in table.denying_openings:
        if word.startswith(opening):
            return opening
    # "Qu'aucun", and "c'no" for "no" with anything before it.
    parts = (word.partition("'")[0], word.rpartition("'")[2])
    return next((part for part in parts if part in table.negations), "")


def has_negation(words: tuple[str, ...], table: Tables) -> bool:
    """Whether one of *words* denies."""
    return bool(critical(words, table)[0])


def is_contrary(left: tuple[str, ...], right: tuple[str, ...], table: Tables) -> bool:
    """Whether putting *left* for *right* turns what is said around: a word for its opposite or its negated form."""
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
    """Return how often *words*, which may be single characters, deny in the middle of a verb, as in Japanese."""
    return len(table.within.findall("".join(words))) if table.within else 0

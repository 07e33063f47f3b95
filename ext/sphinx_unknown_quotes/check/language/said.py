"""A part of a transcript as the rules for single words need it: its words, their turns and the text between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .counting.numbers import is_number_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tables import Tables


class Said(NamedTuple):
    """Words of a transcript, the turn of each, and the text before each."""

    words: Sequence[str]
    turns: Sequence[int]
    gaps: Sequence[str]
    table: Tables

    def before(self, place: int) -> str:
        """Return the text before the word at *place*."""
        return self.gaps[place]

    def gap(self, place: int) -> str:
        """Return the text between the word at *place* and the one before it; a full stop at both ends and between two turns."""
        if not 0 < place < len(self.words) or self.turns[place] != self.turns[place - 1]:
            return "."
        return self.gaps[place]

    def counts(self, place: int) -> bool:
        """Whether the word at *place* counts something."""
        return 0 <= place < len(self.words) and is_number_word(self.words[place], self.table)

    def measures(self, place: int) -> bool:
        """Whether the word at *place* is a unit, a currency or a percent."""
        word = self.words[place] if 0 <= place < len(self.words) else ""
        return word == "percent" or word in self.table.unit_of or word in self.table.numbers.units

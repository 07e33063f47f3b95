"""Which wordings a string may be: found by the pairs of neighbouring words that both have, the rarest first."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .known import Wording

#: A pair of words that so many wordings have tells none from the others.
_FREQUENT: Final = 400
#: So many wordings are compared with a string, and at least such a part of its pairs must a wording have.
_CANDIDATES: Final = 3
_SHARED: Final = 0.2


class WordingIndex:
    """The wordings of a collection by their words."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Take up *wordings*; those without words are left out."""
        self.wordings: list[Wording] = []
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._words: Counter[str] = Counter()
        for wording in wordings:
            words = wording.spoken.joined.split()
            if not words:
                continue
            number = len(self.wordings)
            self.wordings.append(wording)
            self._exact[" ".join(words)].append(number)
            self._words.update(set(words))
            for pair in set(pairwise(words)):
                self._pairs[pair].append(number)

    def weight(self, words: Iterable[str]) -> float:
        """How much *words* tell: a word that every wording has little, one that none has most."""
        total = len(self.wordings)
        return sum(math.log(1 + (total + 1) / (self._words[word] + 1)) for word in words)

    def exact(self, words: Sequence[str]) -> list[Wording]:
        """Return the wordings that have these words and no others."""
        return [self.wordings[number] for number in self._exact.get(" ".join(words), ())]

    def candidates(self, words: Sequence[str]) -> list[Wording]:
        """Return the few wordings that have most of the neighbouring *words*, the likeliest first."""
        pairs = set(pairwise(words))
        scores: dict[int, float] = defaultdict(float)
        shared: dict[int, int] = defaultdict(int)
        total = len(self.wordings) + 1
        told = 0
        for pair in pairs:
            numbers = self._pairs.get(pair, ())
            if len(numbers) > _FREQUENT:
                continue
            told += 1
            if not numbers:
                continue
            weight = math.log(1 + total / len(numbers))
            for number in numbers:
                scores[number] += weight
                shared[number] += 1
        likely = [number for number in scores if shared[number] >= _SHARED * told]
        likely.sort(key=lambda number: (-round(scores[number], 6), number))
        return [self.wordings[number] for number in likely[:_CANDIDATES]]

"""Which wordings a string may be: found by the pairs of neighbouring words that both have, the rarest first."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .known import Wording

#: The rarest pairs of a string are asked first, until they have named so many wordings.
_ENOUGH: Final = 80
#: So many wordings are compared with a string, if they are nearly as likely as the first.
_CANDIDATES: Final = 3
_NEARLY: Final = 0.75
#: At least such a part of what tells a string from others must a wording have, in any order. More is asked of it later:
#: the same number or contraction may be written in another way.
_SHARED: Final = 0.56
#: And such a part of its neighbouring words must be neighbours there.
_TOGETHER: Final = 0.25


class WordingIndex:
    """The wordings of a collection by their words."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Take up *wordings*; those without words are left out."""
        self.wordings: list[Wording] = []
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._words: Counter[str] = Counter()
        self._weights: dict[str, float] = {}
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
        """How much *words* tell: a word that every wording has little, one that at most one has most."""
        return math.fsum(map(self._weight, words))

    def _weight(self, word: str) -> float:
        if (known := self._weights.get(word)) is None:
            known = self._weights[word] = math.log(1 + (len(self.wordings) + 1) / max(1, self._words[word]))
        return known

    def exact(self, words: Sequence[str]) -> list[Wording]:
        """Return the wordings that have these words and no others."""
        return [self.wordings[number] for number in self._exact.get(" ".join(words), ())]

    def candidates(self, words: Sequence[str]) -> list[Wording]:
        """Return the few wordings that have most of the neighbouring *words*, the likeliest first."""
        scores: dict[int, float] = defaultdict(float)
        total = len(self.wordings) + 1
        named = 0
        pairs = set(pairwise(words))
        known = sorted((len(numbers), pair) for pair in pairs if (numbers := self._pairs.get(pair)))
        for size, pair in known:
            if named > _ENOUGH:
                break
            named += size
            weight = math.log(1 + total / size)
            for number in self._pairs[pair]:
                scores[number] += weight
        if not scores:
            return []
        least = _NEARLY * max(scores.values())
        likely = sorted((-round(score, 6), number) for number, score in scores.items() if score >= least)
        found = (self.wordings[number] for _, number in likely[: 2 * _CANDIDATES])
        wanted = frozenset(words)
        enough = _SHARED * self.weight(wanted), _TOGETHER * len(pairs)
        return [each for each in found if self._is_likely(wanted, pairs, enough, each.spoken.joined)][:_CANDIDATES]

    def _is_likely(
        self, words: Iterable[str], pairs: Iterable[tuple[str, str]], enough: tuple[float, float], said: str
    ) -> bool:
        if sum(f" {one} {other} " in said for one, other in pairs) < enough[1]:
            return False
        return self.weight(word for word in words if f" {word} " in said) >= enough[0]

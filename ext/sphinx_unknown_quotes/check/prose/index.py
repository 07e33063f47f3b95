"""Find the wordings that a string may be, by the pairs of neighbouring words that both have, the rarest first."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .known import Wording

#: Pairs of a string are looked up, the rarest first, until they have so many wordings.
_ENOUGH: Final = 80
#: The most wordings that are compared with a string, and how likely they must be, as a part of the likeliest.
_CANDIDATES: Final = 3
_NEARLY: Final = 0.75
#: A wording must have at least this part of a string's words by weight, in any order. A later test is stricter, since
#: numbers and contractions may have another form here.
_SHARED: Final = 0.56
#: And at least this part of the string's pairs of neighbours must be neighbours in the wording.
_TOGETHER: Final = 0.25


class WordingIndex:
    """The wordings of a collection by their words."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Index *wordings*, except those without words."""
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
        """Return the weight of *words*: low for a word that every wording has, highest for a word in at most one."""
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

"""Records that cannot all be right: almost the same words under two ids, with another speaker, date or wording.

The time is linear in the number of quotations. Each is compared only with the few that share one of its chosen runs of
words. A text chooses its runs with the smallest hashes, so texts that are almost the same choose the same runs.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .records import Quotation, Source

#: Shorter quotations are not compared: many people say the same few words.
MIN_WORDS: Final = 6
#: Two quotations are alike if they share at least this part of the words of the longer one.
_ALIKE: Final = 0.8
_KEPT_RUNS: Final = 4
#: A quotation is compared with so many of those that share a run with it.
_MOST: Final = 4
_WORD: Final = re.compile(r"\w+")


class Conflict(NamedTuple):
    """Two quotations, the earlier one second, and how they differ, as a part of a sentence."""

    quotation: Quotation
    other: Quotation
    why: str


class _Said(NamedTuple):
    """A quotation, the numbers of its words in their order, and the set of these numbers, modulo 64, as bits."""

    quotation: Quotation
    words: list[int]
    bits: int


def find_conflicts(quotations: Iterable[Quotation], sources: Mapping[str, Source]) -> list[Conflict]:
    """Return, for each quotation in its order, its first conflict with an earlier one, if there is one.

    Two of which one names the other in ``see`` are no conflict.
    """
    said: list[_Said] = []
    # Which of them have a run of words.
    sharing: dict[int, list[int]] = {}
    # The hash of numbers is the same in every process, that of strings is not.
    numbers: dict[str, int] = {}
    found = []
    for quotation in quotations:
        words = [numbers.setdefault(word, len(numbers)) for word in _WORD.findall(quotation.text.casefold())]
        if len(words) < MIN_WORDS:
            continue
        this = _Said(quotation, words, reduce(or_, [1 << number % 64 for number in words]))
        runs = set(map(hash, zip(words, words[1:], words[2:], strict=False)))
        lists = [sharing.setdefault(run, []) for run in sorted(runs)[:_KEPT_RUNS]]
        others = dict.fromkeys(chain.from_iterable(lists))
        if conflict := next(filter(None, (_conflict(this, said[other], sources) for other in others)), None):
            found.append(conflict)
        for places in lists:
            if len(places) < _MOST:
                places.append(len(said))
        said.append(this)
    return found


def _conflict(this: _Said, that: _Said, sources: Mapping[str, Source]) -> Conflict | None:
    (one, words, bits), (two, others, of_others) = this, that
    longest = max(len(words), len(others))
    if min(len(words), len(others)) < _ALIKE * longest:
        return None
    # Each bit that the other lacks is at least one word less in both. To count the words takes longer.
    if len(words) - (bits & ~of_others).bit_count() < _ALIKE * longest:
        return None
    if (Counter(words) & Counter(others)).total() < _ALIKE * longest:
        return None
    if two.id in one.see or one.id in two.see or one.lang != two.lang:
        return None
    differences = []
    if one.speaker and two.speaker and not set(one.speaker) & set(two.speaker):
        differences.append(f"speaker ({_names(one)} here, {_names(two)} there)")
    here, there = sources[one.source].date, sources[two.source].date
    if here and there and one.source != two.source and not (here.startswith(there) or there.startswith(here)):
        differences.append(f"date ({here} here, {there} there)")
    # Somebody may say almost the same twice in one talk.
    is_repeated = one.source == two.source and (one.at, one.page, one.section) != (two.at, two.page, two.section)
    if words != others and not is_repeated:
        differences.append("wording")
    return Conflict(one, two, " and another ".join(differences)) if differences else None


def _names(quotation: Quotation) -> str:
    return ", ".join(map(repr, quotation.speaker))

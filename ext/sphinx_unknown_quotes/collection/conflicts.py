"""Records that cannot all be right: almost the same words under two ids, with another speaker, date or wording.

The time is linear in the number of quotations. Each is compared only with the few that share one of its chosen runs of
words. A text chooses its runs with the smallest checksums, so texts that are almost the same choose the same runs.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

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
    """A quotation, its words in their order, and the set of them."""

    quotation: Quotation
    words: list[str]
    different: frozenset[str]


def find_conflicts(quotations: Iterable[Quotation], sources: Mapping[str, Source]) -> list[Conflict]:
    """Return, for each quotation in its order, its conflict with the first one before it, if it has any.

    Two of which one names the other in ``see`` are no conflict.
    """
    shared: dict[int, list[_Said]] = {}
    found = []
    for quotation in quotations:
        words = _WORD.findall(quotation.text.casefold())
        if len(words) < MIN_WORDS:
            continue
        runs = {
            crc32(" ".join(run).encode("utf-8", "replace")) for run in zip(words, words[1:], words[2:], strict=False)
        }
        this = _Said(quotation, words, frozenset(words))
        met: set[str] = set()
        conflict = None
        for run in sorted(runs)[:_KEPT_RUNS]:
            others = shared.setdefault(run, [])
            for other in others if conflict is None else ():
                if other.quotation.id not in met:
                    met.add(other.quotation.id)
                    conflict = conflict or _conflict(this, other, sources)
            if len(others) < _MOST:
                others.append(this)
        if conflict:
            found.append(conflict)
    return found


def _conflict(this: _Said, that: _Said, sources: Mapping[str, Source]) -> Conflict | None:
    (one, words, different), (two, others, of_others) = this, that
    longest = max(len(words), len(others))
    if min(len(words), len(others)) < _ALIKE * longest:
        return None
    # Each word that the other lacks lowers the count that both can share. An exact count takes longer.
    if len(words) - len(different - of_others) < _ALIKE * longest:
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

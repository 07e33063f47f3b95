"""Measure how similar a string of the prose is to a wording of a record."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ...collection.evidence import PASSING

if TYPE_CHECKING:
    from ..quotation import Parsed
    from ..verdicts.judging import Judgement
    from .known import Wording

#: Fewer words are said by many. They are compared only with records that have no more, or whose speaker is named.
MIN_WORDS: Final = 5
#: A string that shares a smaller part of its words with a record is not a quotation of it.
_ALIKE: Final = 0.6
_ALIKE_OF_FEW: Final = 0.75
_FEW: Final = 8
#: The least part of neighbouring words that are neighbours in the record, if only the order differs.
_TOGETHER: Final = 0.7
_STOPS: Final = ".,;: "
_SINGLE: Final = re.compile("[\u0e00-\u0eff\u2e80-\ua4cf\uf900-\ufaff]")
#: The words of records with these statuses are not claimed to be exact.
_NOT_EXACT: Final = ("paraphrase", "translation")


def is_same(parsed: Parsed, wording: Wording) -> bool:
    """Whether the words are exactly those of the whole record. A full stop or a comma at the end belongs to the writer."""
    return parsed.text.rstrip(_STOPS) == wording.parsed.text.rstrip(_STOPS)


def count_words(parsed: Parsed) -> int:
    """Return the number of words. In scripts without spaces, two characters count as one word."""
    words = parsed.literal.split()
    single = sum(1 for word in words if _SINGLE.match(word))
    return len(words) - single + single // 2


def grade_of(judgement: Judgement, count: int, wording: Wording) -> str:
    """Return ``pass``, ``near`` or ``altered``; empty if the words are other words."""
    if judgement.verdict in PASSING:
        return "pass"
    if judgement.verdict not in ("near", "altered"):
        return ""
    edges = {"cut-off", "question", "type"}
    if judgement.verdict == "near" and not judgement.changes and {one.kind for one in judgement.operations} <= edges:
        # Only a part is quoted. Whether that is fair was judged for the whole record.
        return "pass"
    if wording.record.status in _NOT_EXACT:
        return ""
    alike = 1 - judgement.changes / max(1, count)
    return judgement.verdict if alike >= (_ALIKE if count >= _FEW else _ALIKE_OF_FEW) else ""


def is_rearranged(words: list[str], wording: Wording) -> bool:
    """Whether the words are those of the record in another order, or without the words between them."""
    if len(words) <= MIN_WORDS or wording.record.status in _NOT_EXACT:
        return False
    said = wording.spoken.joined.split()
    pairs = Counter(pairwise(words))
    together = (pairs & Counter(pairwise(said))).total()
    return together >= _TOGETHER * pairs.total() and not Counter(words) - wording.counts


def is_of(parsed: Parsed, wording: Wording) -> bool:
    """Whether the record has every word of the string."""
    return not Counter(parsed.literal.split()) - wording.counts

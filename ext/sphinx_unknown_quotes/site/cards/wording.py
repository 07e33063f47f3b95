"""Compare a reported wording with the recorded words, so that a card can mark the differences."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ...collection.limits import MOST_COMPARED, MOST_PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

#: If a greater part of the reported words differs, nothing is marked: marks everywhere would not help.
_MOST = 0.5
_TYPOGRAPHIC = str.maketrans("‘’“”", "''\"\"")


class Piece(NamedTuple):
    """A part of a reported wording. All pieces together are the wording."""

    text: str
    #: Whether the recorded words have something else there.
    differs: bool = False
    #: The recorded words that were left out just before it.
    omitted: str = ""


def compared(reported: str, words: str) -> list[Piece]:
    """Split *reported* into pieces that *words* have too, and pieces that differ.

    It stays in one piece if the two share little, or beyond :data:`.limits.MOST_COMPARED` and :data:`.limits.MOST_PAIRS`.
    Case and punctuation do not count. Words left out at either end are not noted: a report may begin and end anywhere.
    """
    tokens = re.findall(r"\S+\s*", reported)
    own = words.split()
    before, after = [_key(word) for word in own], [_key(token) for token in tokens]
    if not _is_comparable(before, after):
        return [Piece(reported)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces: list[Piece] = []
    omitted = ""
    differing = 0
    for kind, first, last, start, end in matcher.get_opcodes():
        text = "".join(tokens[start:end])
        if kind == "equal":
            pieces.append(Piece(text, omitted=omitted))
            omitted = ""
        elif kind == "delete":
            omitted = " ".join(own[first:last]) if pieces else ""
        else:
            differing += end - start
            pieces.append(Piece(text, differs=True))
    if differing > _MOST * len(tokens):
        return [Piece(reported)]
    return pieces


def _is_comparable(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a comparison is fast enough: the matcher visits every pair of equal words."""
    if max(len(before), len(after)) > MOST_COMPARED:
        return False
    there = Counter(after)
    return sum(count * there[word] for word, count in Counter(before).items()) <= MOST_PAIRS


def _key(token: str) -> str:
    plain = token.translate(_TYPOGRAPHIC).casefold()
    return re.sub(r"[^\w']+", "", plain) or plain.strip()

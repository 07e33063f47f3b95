"""How the wording in which words were passed on differs from the words themselves, for readers to see at a glance."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ...collection.limits import MOST_COMPARED, MOST_PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Where more of the reported words than this are others, marking them would only be noise.
_MOST = 0.5
_TYPOGRAPHIC = str.maketrans("‘’“”", "''\"\"")


class Piece(NamedTuple):
    """A stretch of a reported wording. Joined, the texts of all pieces are the wording."""

    text: str
    #: Whether the words themselves do not have it there.
    differs: bool = False
    #: Which of the words were left out just before it.
    omitted: str = ""


def compared(reported: str, words: str) -> list[Piece]:
    """Part *reported* into pieces by what *words* have in their place; in one piece where little is shared.

    It is also in one piece beyond :data:`.limits.MOST_COMPARED` and :data:`.limits.MOST_PAIRS`.
    Case and punctuation do not count. What was left out at either end is not told: a report may begin anywhere.
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
    """Whether a comparison takes no longer than anybody waits for: the matcher goes through every pair of equal words."""
    if max(len(before), len(after)) > MOST_COMPARED:
        return False
    there = Counter(after)
    return sum(count * there[word] for word, count in Counter(before).items()) <= MOST_PAIRS


def _key(token: str) -> str:
    plain = token.translate(_TYPOGRAPHIC).casefold()
    return re.sub(r"[^\w']+", "", plain) or plain.strip()

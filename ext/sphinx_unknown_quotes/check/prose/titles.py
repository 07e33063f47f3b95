"""Decide whether words between quotation marks are the title of a work, and not a quotation."""

from __future__ import annotations

import re
from typing import Final

#: Words that have no capital in a title.
_SMALL: Final = frozenset(
    ["a", "an", "the", "and", "but", "or", "nor", "for", "so", "yet", "as", "at", "by", "in", "of", "off", "on", "per",
     "to", "up", "via", "with", "from", "into", "onto", "over", "upon", "if", "is", "not", "vs", "than", "that",
     "when", "about", "between", "without", "within", "de", "la", "le", "les", "des", "du", "et", "und", "der", "die",
     "das", "von", "el", "los", "y"]
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


def is_title(text: str) -> bool:
    """Whether *text* is written like an English title: with a capital for every word except small ones."""
    words = _WORD.findall(text)
    large = [word for word in words if word.casefold() not in _SMALL]
    if len(words) < 2 or not large or text.rstrip()[-1:] in (".", ","):
        return False
    capitals = sum(1 for word in large if not word[0].islower())
    # "I" and names have a capital in every sentence.
    return capitals >= 2 and capitals * 5 >= len(large) * 4

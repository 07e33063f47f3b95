"""A part of recorded words: whether it stands in them, and how."""

from __future__ import annotations

import re
from typing import Final

from .words import flat

_TYPOGRAPHIC: Final = str.maketrans("‘’“”\u00a0", "''\"\" ")

#: No recorded words have it.
_BETWEEN: Final = "\0"
#: Scripts without spaces between words have no words to respect.
_PIECE: Final = re.compile("[^\\W_\u2e80-\U0010ffff]+|.", re.DOTALL)


def find_fragment(fragment: str, text: str) -> str | None:
    """Return *fragment* as it stands in *text*, in whole words, or None where it does not.

    Straight and curly quotation marks count as the same, since editors turn one into the other.
    """
    words, wanted = flat(text), _in_pieces(flat(fragment))
    parted = _in_pieces(words)
    place = parted.find(wanted)
    if place < 0:
        return None
    start = place - parted.count(_BETWEEN, 0, place)
    return words[start : start + len(wanted) - wanted.count(_BETWEEN)]


def _in_pieces(words: str) -> str:
    """Put a mark around every word and every other character, so that whole words are found at once."""
    return _BETWEEN + _BETWEEN.join(_PIECE.findall(words.translate(_TYPOGRAPHIC))) + _BETWEEN

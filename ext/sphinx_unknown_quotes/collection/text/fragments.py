"""Find a part of recorded words."""

from __future__ import annotations

import re
from typing import Final

from .words import flat

_TYPOGRAPHIC: Final = str.maketrans("‘’“”\u00a0", "''\"\" ")

#: A character that recorded words never contain.
_BETWEEN: Final = "\0"
#: A word, or one character of anything else, such as of a script without spaces between words.
_PIECE: Final = re.compile("[^\\W_\u2e80-\U0010ffff]+|.", re.DOTALL)


def find_fragment(fragment: str, text: str) -> str | None:
    """Return *fragment* as *text* writes it, or None if *text* does not contain it as whole words.

    Straight and curly quotation marks count as the same, since editors replace one by the other.
    """
    words, wanted = flat(text), _in_pieces(flat(fragment))
    parted = _in_pieces(words)
    place = parted.find(wanted)
    if place < 0:
        return None
    start = place - parted.count(_BETWEEN, 0, place)
    return words[start : start + len(wanted) - wanted.count(_BETWEEN)]


def _in_pieces(words: str) -> str:
    """Put a mark around every word and every other character, so that one search finds whole words only."""
    return _BETWEEN + _BETWEEN.join(_PIECE.findall(words.translate(_TYPOGRAPHIC))) + _BETWEEN

"""Typographic apostrophes: ``don't`` is recorded as it was typed, and shown as ``don’t``.

Nothing else of the words changes. Other straight marks stay, since one cannot know for sure what each of them is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: A letter, except of Hebrew and Arabic, where the same sign is not an apostrophe.
_LETTER: Final = r"[^\W\d_\u0590-\u08ff]"
_BETWEEN: Final = re.compile(rf"(?<={_LETTER})'(?={_LETTER})")
#: As in “the students' work”: not f'(x), and not 5'.
_BEHIND: Final = re.compile(rf"(?<={_LETTER}{_LETTER})'(?=[\s.,;:!?…)\]”»-]|$)")
#: A mark before a word may open a quotation. Then a mark after a word may close it, and is not changed.
_OPENING: Final = re.compile(rf"(?<![^\W_])'(?={_LETTER})")


@lru_cache(maxsize=1 << 14)
def typographic(text: str) -> str:
    """Return *text* with typographic apostrophes."""
    if "'" not in text:
        return text
    shown = _BETWEEN.sub("’", text)
    return shown if _OPENING.search(text) else _BEHIND.sub("’", shown)

"""The apostrophe that readers see: ``don't`` is recorded as it was typed, and shown as ``don’t``.

Nothing else of the words is touched. Other straight marks stay, since nobody can tell for sure what each of them is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: A letter; in Hebrew and Arabic the same sign is no apostrophe.
_LETTER: Final = r"[^\W\d_\u0590-\u08ff]"
_BETWEEN: Final = re.compile(rf"(?<={_LETTER})'(?={_LETTER})")
#: As in “the students' work”: not f'(x), and not 5'.
_BEHIND: Final = re.compile(rf"(?<={_LETTER}{_LETTER})'(?=[\s.,;:!?…)\]”»-]|$)")
#: It may be the first of a pair of quotation marks, and the one behind a word the second.
_OPENING: Final = re.compile(rf"(?<![^\W_])'(?={_LETTER})")


@lru_cache(maxsize=1 << 14)
def typographic(text: str) -> str:
    """Return *text* with its apostrophes as print has them."""
    if "'" not in text:
        return text
    shown = _BETWEEN.sub("’", text)
    return shown if _OPENING.search(text) else _BEHIND.sub("’", shown)

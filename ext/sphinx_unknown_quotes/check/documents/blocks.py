"""What formats with marked paragraphs have in common."""

from __future__ import annotations

import re
from typing import Final

_OPEN_END: Final = re.compile(r"[^\W_][)\]\"'”’»]?$")


def sentence_of_its_own(text: str) -> str:
    """Close a paragraph that ends without a mark, a heading or a cell, so that no sentence runs on into the next."""
    return f"{text}." if _OPEN_END.search(text) else text

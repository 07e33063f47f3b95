"""What formats with marked paragraphs share."""

from __future__ import annotations

import re
from typing import Final

_OPEN_END: Final = re.compile(r"[^\W_][)\]\"'”’»]?$")


def sentence_of_its_own(text: str) -> str:
    """Add a full stop to a heading, a cell or any paragraph that ends without a mark, so that its sentence ends there."""
    return f"{text}." if _OPEN_END.search(text) else text

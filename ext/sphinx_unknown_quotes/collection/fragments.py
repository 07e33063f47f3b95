"""A part of recorded words: whether it stands in them, and how."""

from __future__ import annotations

from typing import Final

from .records import flat

_TYPOGRAPHIC: Final = str.maketrans("‘’“”\u00a0", "''\"\" ")


def find_fragment(fragment: str, text: str) -> str | None:
    """Return *fragment* as it stands in *text*, in whole words, or None where it does not.

    Straight and curly quotation marks count as the same, since editors turn one into the other.
    """
    words, wanted = flat(text), flat(fragment).translate(_TYPOGRAPHIC)
    plain = words.translate(_TYPOGRAPHIC)
    start = plain.find(wanted)
    while start >= 0 and wanted:
        end = start + len(wanted)
        cut = (start and plain[start - 1].isalnum() and plain[start].isalnum()) or (
            end < len(plain) and plain[end - 1].isalnum() and plain[end].isalnum()
        )
        # Scripts without spaces between words have no boundaries to respect.
        if not cut or (not plain.isascii() and plain[start] > "\u2e80"):
            return words[start:end]
        start = plain.find(wanted, start + 1)
    return None

"""Read what HTML in Markdown says about quotation marks."""

from __future__ import annotations

import re
from typing import Final

#: The name of the role, the directive, the class and the comment for text that is not checked.
UNQUOTED: Final = "unquoted"
_COMMENT: Final = re.compile(rf"<!--\s*{UNQUOTED}\s*-->")
_OPENS: Final = re.compile(rf"<(?P<tag>\w+)\b[^>]*\bclass\s*=\s*[\"']?[^\"'>]*\b{UNQUOTED}\b")
_QUOTES: Final = {"<q>": "“", "</q>": "”"}


class Unquoted:
    """Keeps track of what is not checked, from one piece of HTML to the next."""

    def __init__(self) -> None:
        """Begin outside of all elements."""
        self._tag = ""
        self._is_next = False

    def read(self, html: str) -> None:
        """Read a piece of HTML between two blocks or in a line."""
        if self._tag:
            self._tag = "" if f"</{self._tag}>" in html else self._tag
            return
        if opened := _OPENS.search(html):
            self._tag = "" if f"</{opened['tag']}>" in html else opened["tag"]
        self._is_next = bool(_COMMENT.search(html))

    @property
    def is_open(self) -> bool:
        """Whether an element is open whose content is not checked."""
        return bool(self._tag)

    def frees(self) -> bool:
        """Return whether the next block is not checked. A comment applies to only one block."""
        is_next, self._is_next = self._is_next, False
        return is_next or self.is_open


def marks_of(html: str) -> str:
    """Return the quotation mark for which an element stands; empty if there is none."""
    return _QUOTES.get(re.sub(r"\s[^>]*", "", html.strip()), "")

"""What HTML within Markdown says of quotation marks."""

from __future__ import annotations

import re
from typing import Final

#: Marks what an author does not want to have checked, as a role, a directive, a class and a comment.
UNQUOTED: Final = "unquoted"
_COMMENT: Final = re.compile(rf"<!--\s*{UNQUOTED}\s*-->")
_OPENS: Final = re.compile(rf"<(?P<tag>\w+)\b[^>]*\bclass\s*=\s*[\"']?[^\"'>]*\b{UNQUOTED}\b")
_QUOTES: Final = {"<q>": "“", "</q>": "”"}


class Unquoted:
    """Keeps track of what is not to be checked, from one piece of HTML to the next."""

    def __init__(self) -> None:
        """Begin outside of everything."""
        self._tag = ""
        self._is_next = False

    def read(self, html: str) -> None:
        """Take notice of a piece of HTML between two blocks or within a line."""
        if self._tag:
            self._tag = "" if f"</{self._tag}>" in html else self._tag
            return
        if opened := _OPENS.search(html):
            self._tag = "" if f"</{opened['tag']}>" in html else opened["tag"]
        self._is_next = bool(_COMMENT.search(html))

    @property
    def is_open(self) -> bool:
        """Whether an element is open that frees all that is in it."""
        return bool(self._tag)

    def frees(self) -> bool:
        """Whether the block that comes now is free; a comment frees one block alone."""
        is_next, self._is_next = self._is_next, False
        return is_next or self.is_open


def marks_of(html: str) -> str:
    """Return the quotation mark that an element stands for, or nothing."""
    return _QUOTES.get(re.sub(r"\s[^>]*", "", html.strip()), "")

"""The theme's page, which is rendered once and filled for every quotation.

All own pages are in one folder, so every address in the theme's page is the same in each, except that of the page itself.
Furo and Alabaster need about 4 ms of processor time to render a page; to fill a frame takes 0.002 ms.
"""

from __future__ import annotations

import os
import re
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..assets import mark_own_page
from ..domain.addresses import own_page

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

#: Placeholders for what differs between pages. They are letters only, which no theme escapes.
_NAME: Final = "uqframename"
_TITLE: Final = "uqframetitle"
_HEAD: Final = "uqframehead"
_BODY: Final = "uqframebody"


class Frame:
    """The theme's page around a quotation."""

    def __init__(self, html: str) -> None:
        # Every second part is a placeholder. So no placeholder is searched for in the content of a quotation.
        self._parts = re.split(f"({_NAME}|{_TITLE}|{_HEAD}|{_BODY})", html)

    @classmethod
    def of(cls, builder: StandaloneHTMLBuilder) -> Frame:
        """Render one page with the theme of *builder*."""
        context: dict[str, Any] = {
            "title": _TITLE, "body": _BODY, "metatags": f"{_HEAD}\n", "toc": "", "display_toc": False, "meta": {},
            "sourcename": "", "parents": [], "prev": None, "next": None,
        }  # fmt: skip
        mark_own_page(context)
        handle, name = tempfile.mkstemp(suffix=".html", dir=builder.doctreedir)
        os.close(handle)
        try:
            builder.handle_page(own_page(_NAME), context, "page.html", outfilename=Path(name))
            return cls(Path(name).read_text(encoding="utf-8"))
        finally:
            Path(name).unlink()

    def filled(self, name: str, title: str, head: str, body: str) -> bytes:
        """Return the page of the quotation *name*; *head* and *body* are HTML, *title* is text."""
        values = {_NAME: name, _TITLE: escape(title), _HEAD: head, _BODY: body}
        parts = [values[part] if number % 2 else part for number, part in enumerate(self._parts)]
        return "".join(parts).encode()

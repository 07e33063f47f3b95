"""Pages that Sphinx writes in each build, kept as they were where nothing has changed of all that they show.

To write the general index of many cards takes as long as all else that a build without a change does. The search page
is small, but whichever page comes first waits until the theme's templates are compiled.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Beside what stands around every page the general index shows its entries, and the search page shows nothing.
_PAGES: Final = ("genindex", "search")
#: The name of the whole page in the context of its template.
_PAGE: Final = "page_as_it_was"


def writes_pages(builder: Any) -> bool:
    """Return whether each page of this builder is a file of its own, made by a template."""
    return builder.name in ("html", "dirhtml")


def can_keep(builder: Any) -> bool:
    """Return whether a page of this build can be taken from a file. One that tells when it was made is to be made."""
    # A template bridge of somebody else may have no Jinja behind it.
    has_jinja = hasattr(getattr(builder, "templates", None), "environment")
    return writes_pages(builder) and has_jinja and builder.config.html_last_updated_fmt is None


def text_of(builder: Any, page: bytes) -> str:
    """Return a page that was written as the template has given it."""
    text = page.decode(builder.config.html_output_encoding)
    # Sphinx writes it as text, with the ends of lines of the system.
    return text if os.linesep == "\n" else text.replace(os.linesep, "\n")


def pages_to_keep(builder: Any, digests: Mapping[str, str]) -> dict[str, str]:
    """Return the text of those pages that are there as the build that noted their *digests* has left them."""
    pages = {name: _page(builder, name) for name in _PAGES}
    return {name: text_of(builder, page) for name, page in pages.items() if page and _digest(page) == digests.get(name)}


def digests_of_pages(builder: Any) -> dict[str, str]:
    """Return the digest of each page; none of one that is not there, or is not all of it."""
    return {name: _digest(page) for name in _PAGES if (page := _page(builder, name))}


def _digest(page: bytes) -> str:
    return blake2b(page, digest_size=16).hexdigest()


def _page(builder: Any, name: str) -> bytes:
    # An index in parts is many pages.
    if not can_keep(builder) or (name == "genindex" and builder.config.html_split_index):
        return b""
    try:
        return Path(builder.get_output_path(name)).read_bytes()
    except OSError:
        return b""


def template_of(builder: Any, page: str, context: dict[str, Any]) -> Any:
    """Return a template that gives *page* as it is. Jinja takes one for the name of one."""
    context[_PAGE] = page
    return builder.templates.environment.from_string(f"{{{{ {_PAGE} }}}}")


def is_kept(context: dict[str, Any]) -> bool:
    """Return whether the page of this *context* is already there."""
    return _PAGE in context

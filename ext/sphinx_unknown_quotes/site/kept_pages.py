"""Pages that Sphinx writes in each build, kept as they were where nothing has changed of all that they show.

To write the general index of many cards takes as long as all else that a build without a change does. The search page
is small, but whichever page comes first waits until the theme's templates are compiled.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

#: Beside what stands around every page the general index shows its entries, and the search page shows nothing.
_PAGES: Final = ("genindex", "search")


def pages_to_keep(builder: Any, digests: Mapping[str, str]) -> dict[str, str]:
    """Return the text of those pages that are there as the build that noted their *digests* has left them."""
    kept = {}
    for name in _PAGES:
        page = _page(builder, name)
        if page and _digest(page) == digests.get(name):
            # Sphinx writes it as text, with the ends of lines of the system.
            kept[name] = page.decode(builder.config.html_output_encoding).replace("\r\n", "\n")
    return kept


def digests_of_pages(builder: Any) -> dict[str, str]:
    """Return the digest of each page; none of one that is not there, or is not all of it."""
    return {name: _digest(page) for name in _PAGES if (page := _page(builder, name))}


def _digest(page: bytes) -> str:
    return blake2b(page, digest_size=16).hexdigest()


def _page(builder: Any, name: str) -> bytes:
    # Other builders write what is no page of a template, and an index in parts is many pages.
    if builder.name not in ("html", "dirhtml") or (name == "genindex" and builder.config.html_split_index):
        return b""
    try:
        return Path(builder.get_output_path(name)).read_bytes()
    except OSError:
        return b""


def keep_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> Any:
    """On ``html-page-context``, first: write a page that is to be kept as it was."""
    domain: Any = app.env.domains["uq"]
    if doctree is not None or pagename not in domain.kept_pages:
        return None
    builder: Any = app.builder
    context["page_as_it_was"] = domain.kept_pages[pagename]
    # Jinja takes a template for the name of one.
    return builder.templates.environment.from_string("{{ page_as_it_was }}")

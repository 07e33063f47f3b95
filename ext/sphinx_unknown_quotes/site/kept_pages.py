"""Pages that Sphinx writes in each build, kept as they were where nothing has changed of all that they show.

To write the general index of many cards takes as long as all else that a build without a change does. The search page
is small, but whichever page comes first waits until the theme's templates are compiled.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .patches import patched_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

#: Beside what stands around every page the general index shows its entries, and the search page shows nothing.
_PAGES: Final = ("genindex", "search")
#: The name of the whole page in the context of its template.
_PAGE: Final = "page_as_it_was"


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
    """On ``html-page-context``, first: write a page that is to be kept as it was, or to be patched."""
    builder: Any = app.builder
    domain: Any = app.env.domains["uq"]
    if doctree is not None:
        return None
    page = domain.kept_pages.get(pagename) or patched_page(builder, pagename)
    if page is None:
        return None
    context[_PAGE] = page
    # Jinja takes a template for the name of one.
    return builder.templates.environment.from_string(f"{{{{ {_PAGE} }}}}")


def is_kept(context: dict[str, Any]) -> bool:
    """Return whether the page of this *context* is already there."""
    return _PAGE in context

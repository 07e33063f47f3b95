"""Files for machines beside the HTML, written from the whole collection when the build has ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..collection.files import write_if_changed
from ..collection.selection import DEFAULT_SORT
from .messages import file_location, warn
from .patches import is_as_noted, signature

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

QUOTES_JSON = "quotes.json"


def are_wanted(app: Sphinx) -> bool:
    """Return whether this build writes them: not into an EPUB."""
    domain: Any = app.env.domains["uq"]
    return bool(app.builder.format == "html" and app.builder.name != "epub" and domain.settings.json)


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: write quotes.json, also when no page changed."""
    domain: Any = app.env.domains["uq"]
    if exception or not are_wanted(app):
        return
    path = Path(app.outdir, QUOTES_JSON)
    if domain.nothing_changed and path.is_file():
        return
    try:
        write_if_changed(path, _patched(app, path) or (domain.ahead and domain.ahead.take(QUOTES_JSON)) or content(app))
        domain.signatures[QUOTES_JSON] = signature(path)
    except OSError as error:
        # What was not written is not noted as written, so that the next build tries again.
        domain.written = None
        warn("output", "%s cannot be written: %s", QUOTES_JSON, error, location=file_location(path))


def _patched(app: Sphinx, path: Path) -> bytes | None:
    from ..publish.quotes_json import replaced

    domain: Any = app.env.domains["uq"]
    if not is_as_noted(domain, QUOTES_JSON, path):
        return None
    pages = _addresses(app, [quotation.id for quotation in domain.edited])
    return replaced(path.read_bytes(), domain.catalogue.collection, pages, domain.edited)


def content(app: Sphinx) -> bytes:
    """Return quotes.json."""
    from ..publish.quotes_json import quotes_json

    domain: Any = app.env.domains["uq"]
    catalogue = domain.catalogue
    return quotes_json(catalogue.collection, _addresses(app, catalogue.homes), catalogue.sorted(DEFAULT_SORT))


def _addresses(app: Sphinx, quotes: Iterable[str]) -> dict[str, str]:
    """Return the address of the home of each of *quotes* that has one."""
    domain: Any = app.env.domains["uq"]
    homes, base = domain.catalogue.homes, app.config.html_baseurl
    found = {quote: homes[quote] for quote in quotes if quote in homes}
    # A page has many quotations.
    docnames = {home.docname for home in found.values()}
    pages = {docname: _address(base, app.builder.get_target_uri(docname)) for docname in docnames}
    return {quote: f"{pages[home.docname]}#{home.anchor}" for quote, home in found.items()}


def _address(base: str, uri: str) -> str:
    """Absolute where the site says where it is, else from the root of the output."""
    return f"{base.rstrip('/')}/{uri}" if base else uri

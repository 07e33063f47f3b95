"""Files for machines beside the HTML, written from the whole collection when the build has ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..collection.files import write_if_changed
from ..collection.selection import DEFAULT_SORT
from .messages import file_location, warn
from .patches import is_as_noted, signature

if TYPE_CHECKING:
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
    return replaced(path.read_bytes(), domain.catalogue.collection, _addresses(app), domain.edited)


def content(app: Sphinx) -> bytes:
    """Return quotes.json."""
    from ..publish.quotes_json import quotes_json

    catalogue = app.env.domains["uq"].catalogue  # type: ignore[attr-defined]
    return quotes_json(catalogue.collection, _addresses(app), catalogue.sorted(DEFAULT_SORT))


def _addresses(app: Sphinx) -> dict[str, str]:
    domain: Any = app.env.domains["uq"]
    builder, catalogue = app.builder, domain.catalogue
    addresses = {
        docname: _address(app.config.html_baseurl, builder.get_target_uri(docname)) for docname in catalogue.order
    }
    return {quote: f"{addresses[home.docname]}#{home.anchor}" for quote, home in catalogue.homes.items()}


def _address(base: str, uri: str) -> str:
    """Absolute where the site says where it is, else from the root of the output."""
    return f"{base.rstrip('/')}/{uri}" if base else uri

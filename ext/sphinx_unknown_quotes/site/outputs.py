"""Files for machines beside the HTML, written from the whole collection when a build has ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..collection.files import remove_left_over, write_if_changed
from ..publish.quotes_json import quotes_json
from .domain.domain import uq_domain
from .messages import file_location, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .domain.catalogue import Catalogue

QUOTES_JSON: Final = "quotes.json"


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: write quotes.json, also when no page changed; not into an EPUB."""
    domain = uq_domain(app.env)
    if exception or app.builder.format != "html" or app.builder.name == "epub" or not domain.settings.json:
        return
    path = Path(app.outdir, QUOTES_JSON)
    # The folder is published; two builds do not write to it at once.
    remove_left_over(path, seconds=0)
    try:
        write_if_changed(path, quotes_json(domain.catalogue.recorded, _addresses(app, domain.catalogue)))
    except OSError as error:
        warn("output", "%s cannot be written: %s", QUOTES_JSON, error.strerror or error, location=file_location(path))


def _addresses(app: Sphinx, catalogue: Catalogue) -> dict[str, str]:
    """Return the address of each quotation that has a home."""
    # A page has many quotations.
    docnames = {home.docname for home in catalogue.homes.values()}
    pages = {docname: _address(app.config.html_baseurl, app.builder.get_target_uri(docname)) for docname in docnames}
    return {quote: f"{pages[home.docname]}#{home.anchor}" for quote, home in catalogue.homes.items()}


def _address(base: str, uri: str) -> str:
    """Absolute where the site says where it is, else from the root of the output."""
    return f"{base.rstrip('/')}/{uri}" if base else uri

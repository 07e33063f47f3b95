"""Write the files for machines beside the HTML, from the whole collection, at the end of a build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.config import Config

from ..collection.storage.files import remove_left_over, write_if_changed
from ..publish.quotes_atom import FeedSite, quotes_atom
from ..publish.quotes_bib import quotes_bib
from ..publish.quotes_csl import quotes_csl
from ..publish.quotes_csv import quotes_csv
from ..publish.quotes_json import quotes_json
from ..publish.quotes_schema import SCHEMA_FILE, quotes_schema
from .domain.addresses import has_own_pages, own_page, whole_address
from .domain.domain import uq_domain
from .messages import file_location, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from .config import Settings
    from .domain.catalogue import Catalogue

FEED: Final = "quotes.atom"


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: write the files that the settings ask for, even if no page changed; not into an EPUB."""
    if exception or not is_site(app):
        return
    domain = uq_domain(app.env)
    for name, data in _files(app, domain.catalogue, domain.settings):
        path = Path(app.outdir, name)
        # The folder is published, so nothing may be left in it. Two builds never write to it at once.
        remove_left_over(path, seconds=0)
        try:
            write_if_changed(path, data)
        except OSError as error:
            warn("output", "%s cannot be written: %s", name, error.strerror or error, location=file_location(path))


def is_site(app: Sphinx) -> bool:
    """Return whether the build makes pages for a web server."""
    return app.builder.format == "html" and app.builder.name != "epub"


def _files(app: Sphinx, catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, in the order in which they are written."""
    # These files have the records without translation; only the feed is for readers.
    collection = catalogue.recorded
    pages = _addresses(app, catalogue) if settings.json or settings.csv or settings.feed else {}
    if settings.json:
        own = _own_addresses(app, catalogue)
        yield "quotes.json", quotes_json(collection, pages, own, SCHEMA_FILE)
        yield SCHEMA_FILE, quotes_schema()
    if settings.csv:
        yield "quotes.csv", quotes_csv(collection, pages)
    if settings.bibliography:
        yield "quotes.csl.json", quotes_csl(collection)
        yield "quotes.bib", quotes_bib(collection)
    if settings.feed and (data := _feed(app, catalogue, pages)):
        yield FEED, data


def _feed(app: Sphinx, catalogue: Catalogue, pages: dict[str, str]) -> bytes | None:
    config = app.config
    conf = file_location(app.confdir / "conf.py")
    if not config.html_baseurl:
        warn(
            "feed", "%s is not written: its addresses need html_baseurl, the address of the site.", FEED, location=conf
        )
        return None
    root = whole_address(app.builder, app.builder.get_target_uri(config.root_doc))
    title, language = config.html_title or config.project, catalogue.language
    # If a site names no author, Sphinx uses a placeholder, which is not a name.
    author = "" if config.author == Config().author else config.author
    site = FeedSite(title, config.project, author, language, root, whole_address(app.builder, FEED))
    data = quotes_atom(catalogue.collection, site, pages | _own_addresses(app, catalogue))
    if data is None:
        warn(
            "feed",
            "%s is not written: no record has the key added, the day on which it came into the collection.",
            FEED,
            location=conf,
        )
    return data


def link_feed(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """On ``html-page-context``: name the feed in every page, where browsers and feed readers look for it."""
    if app.config.unknown_quotes_feed is True and app.config.html_baseurl and is_site(app):
        address = context["pathto"](FEED, resource=True)
        link = f'<link rel="alternate" type="application/atom+xml" href="{address}" />\n'
        context["metatags"] = context.get("metatags", "") + link


def _addresses(app: Sphinx, catalogue: Catalogue) -> dict[str, str]:
    """Return the address of each quotation that has a home."""
    # Quotations share pages, so each page's address is made once.
    docnames = {home.docname for home in catalogue.homes.values()}
    pages = {docname: _address(app.builder, app.builder.get_target_uri(docname)) for docname in docnames}
    return {quote: f"{pages[home.docname]}#{home.anchor}" for quote, home in catalogue.homes.items()}


def _own_addresses(app: Sphinx, catalogue: Catalogue) -> dict[str, str]:
    """Return the address of each quotation's own page, if the site has such pages."""
    if not has_own_pages(app.builder):
        return {}
    uri = app.builder.get_target_uri
    return {quote: _address(app.builder, uri(own_page(quote))) for quote in catalogue.collection.quotations}


def _address(builder: Builder, uri: str) -> str:
    """Return an absolute address if the site has ``html_baseurl``, else one from the root of the output."""
    return whole_address(builder, uri) or uri

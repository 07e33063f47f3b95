"""Connect the extension to Sphinx: everything that is added, and the handlers of its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import config
from .assets import LOCALE, copy_assets, link_assets
from .cards import html as card_html
from .directives.index import UnknownQuoteIndex, UnknownQuoteMap
from .directives.quote import UnknownQuote
from .directives.unquoted import Unquoted, UnquotedRole
from .domain.domain import UnknownQuotesDomain, uq_domain
from .domain.general_index import enter_cards
from .domain.indices import INDEXES
from .domain.references import warn_of_missing
from .linkcheck import forget_moments
from .lists import html as list_html
from .lists import map_html
from .lists.index_pages import IndexPages
from .messages import CATALOGUE
from .nodes import (
    unknown_quote,
    unknown_quote_body,
    unknown_quote_entry,
    unknown_quote_list,
    unknown_quote_map,
    unknown_quote_row,
    unknown_quote_text,
)
from .outputs import link_feed, write_outputs
from .pages.own_pages import write_own_pages
from .printing import PACKAGE, KeepHeadings, PartScripts, copy_package
from .quotecheck.builder import QuoteCheckBuilder
from .rebuild.reading import find_outdated
from .rebuild.telling import warn_of_records
from .rebuild.writing import PagesToWrite
from .transforms.cards import DropRepeatedIds, FillCards
from .transforms.lists import FillIndexes
from .transforms.references import DropDeadReferences
from .transforms.texts import ExpandTexts, FillTexts
from .translations import add_messages

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Domain


def connect(app: Sphinx) -> None:
    """Add everything to *app*."""
    config.register(app)
    app.add_message_catalog(CATALOGUE, str(LOCALE))
    app.add_domain(UnknownQuotesDomain)
    for index in INDEXES:
        app.add_index_to_domain(UnknownQuotesDomain.name, index)
    app.add_directive("unknown-quote", UnknownQuote)
    app.add_directive("unknown-quote-index", UnknownQuoteIndex)
    app.add_directive("unknown-quote-map", UnknownQuoteMap)
    app.add_directive("unquoted", Unquoted)
    app.add_role("unquoted", UnquotedRole())
    app.add_builder(QuoteCheckBuilder)
    app.add_node(unknown_quote, html=(card_html.visit_card, card_html.depart_card))
    app.add_node(unknown_quote_body, html=(card_html.visit_body, None))
    app.add_node(unknown_quote_text, html=(card_html.visit_text, card_html.depart_text))
    app.add_node(unknown_quote_list, html=(list_html.visit_list, list_html.depart_list))
    app.add_node(unknown_quote_row, html=(list_html.visit_row, list_html.depart_row))
    app.add_node(unknown_quote_entry, html=(list_html.visit_entry, None))
    app.add_node(unknown_quote_map, html=(map_html.visit_map, map_html.depart_map))
    for transform in (DropDeadReferences, FillIndexes, FillTexts, FillCards, ExpandTexts, DropRepeatedIds):
        app.add_post_transform(transform)
    app.add_post_transform(KeepHeadings)
    app.add_post_transform(PartScripts)
    app.add_latex_package(PACKAGE)
    pages = PagesToWrite()
    app.connect("config-inited", config.check_settings)
    # First, since other handlers may use the domain.
    app.connect("builder-inited", _meet_builder, priority=0)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-updated", warn_of_records)
    app.connect("env-updated", pages.find_stale)
    app.connect("linkcheck-process-uri", forget_moments)
    app.connect("warn-missing-reference", _warn_missing)
    app.connect("doctree-resolved", pages.note_page)
    app.connect("write-started", copy_assets)
    app.connect("write-started", copy_package)
    app.connect("write-started", _enter_cards)
    app.connect("write-started", _add_messages)
    app.connect("html-page-context", IndexPages().replace_template)
    # After the page has its body.
    app.connect("html-page-context", link_assets, priority=510)
    app.connect("html-page-context", link_feed)
    app.connect("html-collect-pages", write_own_pages)
    app.connect("build-finished", write_outputs)
    # After all other handlers, since a build in which they fail did not succeed.
    app.connect("build-finished", pages.note_written, priority=900)


def _meet_builder(app: Sphinx) -> None:
    uq_domain(app.env).builder = app.builder


def _enter_cards(app: Sphinx, _builder: Builder) -> None:
    domain = uq_domain(app.env)
    if domain.settings.general_index:
        enter_cards(app.env, domain.catalogue)


def _add_messages(app: Sphinx, builder: Builder) -> None:
    catalogue = uq_domain(app.env).catalogue
    add_messages(builder, catalogue.library.folder, catalogue.quotations_of_all(), catalogue.library.unknowns.values())


def _warn_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    if domain.name != UnknownQuotesDomain.name:
        return None
    warn_of_missing(uq_domain(app.env).catalogue, node)
    return True

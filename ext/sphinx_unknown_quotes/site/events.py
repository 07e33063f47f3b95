"""The wiring table of the site: what is added to Sphinx, and what happens on which event."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from sphinx.util.parallel import parallel_available

from . import card_html, config, list_html, map_html
from .ahead import end_ahead, make_ahead
from .assets import LOCALE, add_assets, copy_assets
from .directive import UnknownQuote
from .domain import UnknownQuotesDomain
from .garbage import put_back, set_aside, set_aside_for_workers
from .general_index import enter_cards
from .index_directive import UnknownQuoteIndex, UnknownQuoteMap
from .index_pages import replace_template
from .linkcheck import forget_moments
from .messages import CATALOGUE
from .nodes import (
    unknown_quote,
    unknown_quote_body,
    unknown_quote_entry,
    unknown_quote_list,
    unknown_quote_map,
    unknown_quote_row,
    unknown_quote_search,
    unknown_quote_text,
)
from .outputs import write_outputs
from .patches import keep_or_patch, note_pages, note_plain
from .rebuild import find_outdated, find_stale, note_page, note_written
from .references import warn_of_missing
from .search_words import gather_words
from .transforms import DropRepeatedIds, ExpandTexts, FillCards, FillIndexes, FillTexts

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


#: The priority of a handler that comes after those of all others.
_LAST: Final = sys.maxsize


def connect(app: Sphinx) -> None:
    """Add everything to *app*."""
    config.register(app)
    app.add_message_catalog(CATALOGUE, str(LOCALE))
    app.add_domain(UnknownQuotesDomain)
    app.add_directive("unknown-quote", UnknownQuote)
    app.add_directive("unknown-quote-index", UnknownQuoteIndex)
    app.add_directive("unknown-quote-map", UnknownQuoteMap)
    app.add_node(unknown_quote, html=(card_html.visit_card, card_html.depart_card))
    app.add_node(unknown_quote_body, html=(card_html.visit_body, None))
    app.add_node(unknown_quote_search, html=(card_html.skip, None))
    for kind in (unknown_quote_list, unknown_quote_entry, unknown_quote_row):
        app.add_node(kind, html=(list_html.visit, list_html.depart))
    app.add_node(unknown_quote_map, html=(map_html.visit_map, map_html.depart_map))
    app.add_node(unknown_quote_text, html=(card_html.visit_text, card_html.depart_text))
    for transform in (FillIndexes, FillTexts, FillCards, ExpandTexts, DropRepeatedIds):
        app.add_post_transform(transform)
    app.connect("config-inited", config.check_settings)
    app.connect("builder-inited", add_assets)
    app.connect("builder-inited", _meet_builder)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-before-read-docs", set_aside)
    app.connect("env-updated", find_stale)
    app.connect("linkcheck-process-uri", forget_moments)
    app.connect("warn-missing-reference", _warn_missing)
    app.connect("doctree-resolved", note_page)
    # Last, since another handler may hide, remove or copy cards.
    app.connect("doctree-resolved", gather_words, priority=_LAST)
    app.connect("write-started", copy_assets)
    app.connect("write-started", enter_cards)
    app.connect("write-started", set_aside_for_workers)
    app.connect("write-started", make_ahead)
    # First, since the first template counts, and last, since anybody may work on what a template is given.
    app.connect("html-page-context", keep_or_patch, priority=-_LAST)
    app.connect("html-page-context", replace_template)
    app.connect("html-page-context", note_plain, priority=_LAST)
    # First, since another handler may raise, or write.
    app.connect("build-finished", put_back, priority=-_LAST)
    app.connect("build-finished", note_pages, priority=-_LAST)
    app.connect("build-finished", write_outputs)
    app.connect("build-finished", end_ahead)
    # After the outputs, so that what is noted as written includes them.
    app.connect("build-finished", note_written, priority=900)
    app.connect("build-finished", _let_go, priority=950)


def _meet_builder(app: Sphinx) -> None:
    domain: Any = app.env.domains["uq"]
    domain.builder_format, domain.builder_name = app.builder.format, app.builder.name
    domain.folder = domain.settings.folder(app.confdir)
    domain.reads_in_two = parallel_available and app.parallel > 1


def _let_go(app: Sphinx, _exception: Exception | None) -> None:
    domain: Any = app.env.domains["uq"]
    domain.let_go()


def _warn_missing(_app: Sphinx, domain: Any, node: nodes.Element) -> bool | None:
    if not isinstance(domain, UnknownQuotesDomain):
        return None
    warn_of_missing(domain, node)  # type: ignore[arg-type]
    return True

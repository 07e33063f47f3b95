"""An entry of a list, as HTML: on the index pages and in lists of pages alike."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ...collection.links import safe_url
from ...collection.moments import moment_url
from ...collection.records import flat
from ..cards.html import data_attributes
from ..domain.addresses import card_address
from ..labels import entry_credit, in_marks, locator_label, support_title
from .facets import entry_facets

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ...collection.records import Quotation
    from ..domain.catalogue import Catalogue


def entry_html(quotation: Quotation, catalogue: Catalogue, builder: Builder, here: str, by: str, when: str = "") -> str:
    """Return the list item of *quotation* on the page *here*, without what its list is grouped *by*.

    In a timeline, *when* stands before the words.
    """
    language = builder.config.language
    source = catalogue.collection.source(quotation)
    date = f'<p class="uq-when">{_text(when)}</p>' if when else ""
    support = catalogue.collection.support(quotation)
    mark = escape(support_title(support))
    credit = f'<span class="uq-evidence uq-{support}" role="img" aria-label="{mark}" title="{mark}"></span>'
    moment, place = moment_url(quotation, source), locator_label(quotation)
    credit += _text(entry_credit(quotation, source, by, language, "" if moment else place))
    if moment and place:
        credit += f' <span class="uq-moment">{_link(moment, _text(place))}</span>'
    words = _text(in_marks(flat(quotation.text), quotation))
    if quotation.lang != language:
        words = f'<span lang="{escape(quotation.lang)}">{words}</span>'
    if home := card_address(catalogue, builder, quotation.id, here):
        words = f'<a class="reference internal" href="{escape(home)}">{words}</a>'
    elif url := moment or safe_url(source.url):
        words = _link(url, words)
    facets = data_attributes(entry_facets(catalogue.collection, quotation))
    return f'<li{facets}>{date}<p class="uq-entry">{words}</p><p class="uq-entry-credit">{credit}</p></li>\n'


def _link(url: str, html: str) -> str:
    return f'<a class="reference external" href="{escape(url)}">{html}</a>'


def _text(text: str) -> str:
    return escape(text, quote=False)

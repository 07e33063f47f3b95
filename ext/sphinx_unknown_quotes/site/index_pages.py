"""The HTML of the domain's index pages.

The themes' own template for such pages sets names as code, cuts groups at their first letter and puts headings
unescaped into ids, so the page is written here, as the body of an ordinary page of the theme.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from ..collection.records import flat
from ..publish.moments import moment_url
from .catalogue import group_anchor
from .domain_indexes import INDEX_PAGES, group_title
from .facets import MANY, entry_facets, facets_of
from .jumps import Jump, jump_bar
from .labels import date_label, in_marks, locator_label, speaker_label

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..collection.records import Quotation
    from ..collection.selection import Group
    from .catalogue import Catalogue


def replace_template(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """On ``html-page-context``: give an index page of the domain its body and the theme's template for pages."""
    if pagename not in INDEX_PAGES or doctree is not None:
        return None
    builder: Any = app.builder
    domain: Any = builder.env.domains["uq"]
    title = str(INDEX_PAGES[pagename].localname)
    # What themes expect of a page that has a document.
    context |= {
        "title": title,
        "indextitle": title,
        "body": (domain.ahead and domain.ahead.take(pagename)) or body(builder, pagename),
        "toc": "",
        "display_toc": False,
        "meta": {},
        "sourcename": "",
        "parents": [],
    }
    context.setdefault("prev", None)
    context.setdefault("next", None)
    return "page.html"


def body(builder: Any, page: str) -> str:
    """Return what the index page *page* shows, as HTML."""
    domain: Any = builder.env.domains["uq"]
    if domain.catalogue not in _WRITERS:
        groups = {index.name: index(domain).groups() for index in INDEX_PAGES.values()}
        _WRITERS[domain.catalogue] = _IndexWriter(builder, domain.catalogue, groups)
    index = INDEX_PAGES[page]
    return _WRITERS[domain.catalogue].body(str(index.localname), index.name)


class _Parts(NamedTuple):
    """The pieces of an entry, as HTML. They are the same on all index pages, so each is made once."""

    words: str
    speaker: str
    title: str
    date: str
    place: str
    moment: str
    facets: str


class _IndexWriter:
    """Writes the index pages of one build."""

    def __init__(self, builder: StandaloneHTMLBuilder, catalogue: Catalogue, groups: dict[str, list[Group]]) -> None:
        self.builder = builder
        self.groups = groups
        # Not the catalogue itself, whose end is to be the end of this.
        self.collection = catalogue.collection
        self.homes = catalogue.homes
        self.language: str = builder.config.language
        self._parts: dict[str, _Parts] = {}
        self._uris: dict[str, str] = {}
        # Every index page has all quotations, and so the same facets.
        self._facets = escape(facets_of(groups, catalogue.collection))

    def body(self, title: str, by: str) -> str:
        groups = self.groups[by]
        jumps = [Jump(group_anchor(by, group.key), group_title(by, group), len(group.quotations)) for group in groups]
        sections = "\n".join(
            [self._group(by, jump.anchor, escape(jump.title), group) for jump, group in zip(jumps, groups, strict=True)]
        )
        many = " uq-many" if sum(jump.number for jump in jumps) > MANY else ""
        return (
            f'<section class="uq-index uq-index-list{many}" data-facets="{self._facets}">\n'
            f"<h1>{escape(title)}</h1>\n{jump_bar(jumps)}{sections}\n</section>"
        )

    def _group(self, by: str, anchor: str, name: str, group: Group) -> str:
        question = f'<p class="uq-question">{escape(group.question)}</p>\n' if group.question else ""
        entries = "\n".join([self._entry(by, quotation) for quotation in group.quotations])
        return f'<section id="{anchor}" class="uq-section">\n<h2>{name}</h2>\n{question}<ul class="uq-list">\n{entries}\n</ul>\n</section>'

    def _entry(self, by: str, quotation: Quotation) -> str:
        parts = self._parts.get(quotation.id)
        if not parts:
            parts = self._parts[quotation.id] = self._parts_of(quotation)
        said = [
            "" if by == "speaker" and quotation.speaker else parts.speaker,
            "" if by == "source" else parts.title,
            "" if by == "year" else parts.date,
            parts.place,
        ]
        credit = ", ".join([part for part in said if part]) + parts.moment
        return f'<li{parts.facets}><p class="uq-entry">{parts.words}</p><p class="uq-entry-credit">{credit}</p></li>'

    def _parts_of(self, quotation: Quotation) -> _Parts:
        source = self.collection.source(quotation)
        home = self.homes.get(quotation.id)
        # The marks are text: a browser does not count those that it adds to <q> as part of the link.
        words = escape(in_marks(flat(quotation.text), quotation), quote=False)
        if quotation.lang != self.language:
            words = f'<span lang="{escape(quotation.lang)}">{words}</span>'
        moment = moment_url(quotation, source)
        if home:
            words = f'<a class="reference internal" href="{self._uri(home.docname)}#{home.anchor}">{words}</a>'
        elif source.url:
            words = f'<a class="reference external" href="{escape(moment or source.url)}">{words}</a>'
        place = escape(locator_label(quotation), quote=False)
        link = (
            f' <span class="uq-moment"><a class="reference external" href="{escape(moment)}">{place}</a></span>'
            if moment
            else ""
        )
        return _Parts(
            words=words,
            speaker=escape(speaker_label(quotation), quote=False),
            title=escape(source.title, quote=False),
            date=escape(date_label(source.date, self.language), quote=False) if source.date else "",
            place="" if moment else place,
            moment=link if place else "",
            facets="".join([_attribute(*facet) for facet in entry_facets(self.collection, quotation).items()]),
        )

    def _uri(self, docname: str) -> str:
        """The index pages are neighbours, so that an address counts from each of them."""
        if docname not in self._uris:
            self._uris[docname] = escape(self.builder.get_relative_uri("uq-unknown", docname))
        return self._uris[docname]


@lru_cache(maxsize=1 << 14)
def _attribute(facet: str, value: str) -> str:
    return f' data-{facet}="{escape(value)}"'


_WRITERS: WeakKeyDictionary[Catalogue, _IndexWriter] = WeakKeyDictionary()

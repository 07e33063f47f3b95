"""The HTML of the domain's index pages.

The themes' own template for such pages sets names as code, cuts groups at their first letter and puts headings
unescaped into ids, so the page is written here, as the body of an ordinary page of the theme.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from msgspec import Struct

from ..collection.records import flat
from ..publish.moments import moment_url
from .catalogue import group_anchor
from .domain_indexes import INDEX_PAGES, group_title
from .facets import MANY, facet_attributes, facets_of
from .jumps import Jump, jump_bar
from .labels import date_label, locator_label, marks_of, speaker_label

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..collection.records import Quotation, Source
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


class _Entry(Struct, frozen=True, gc=False):
    """The pieces of an entry, as HTML. They are the same on all index pages, so each is made once."""

    #: All before the credit, with the words.
    before: str
    speaker: str
    title: str
    date: str
    place: str
    #: All behind it, with the link to the moment.
    after: str


class _IndexWriter:
    """Writes the index pages of one build."""

    def __init__(self, builder: StandaloneHTMLBuilder, catalogue: Catalogue, groups: dict[str, list[Group]]) -> None:
        self.builder = builder
        self.groups = groups
        # Not the catalogue itself, whose end is to be the end of this.
        self.collection = catalogue.collection
        self.homes = catalogue.homes
        self.language: str = builder.config.language
        self._entries: dict[str, _Entry] = {}
        self._works: dict[str, tuple[str, str]] = {}
        self._uris: dict[str, str] = {}
        # Every index page has all quotations, and so the same facets.
        self._facets = escape(facets_of(groups, catalogue.collection))

    def body(self, title: str, by: str) -> str:
        groups = self.groups[by]
        jumps = [Jump(group_anchor(by, group.key), group_title(by, group), len(group.quotations)) for group in groups]
        many = " uq-many" if sum(jump.number for jump in jumps) > MANY else ""
        opening = (
            f'<section class="uq-index uq-index-list{many}" data-facets="{self._facets}">\n'
            f"<h1>{escape(title)}</h1>\n{jump_bar(jumps)}"
        )
        sections = [self._group(by, jump.anchor, jump.title, group) for jump, group in zip(jumps, groups, strict=True)]
        # Joined once, since to join groups first is to copy megabytes.
        return "".join([opening, *chain.from_iterable(sections), "</section>"])

    def _group(self, by: str, anchor: str, title: str, group: Group) -> list[str]:
        question = f'<p class="uq-question">{escape(group.question)}</p>\n' if group.question else ""
        found = [
            f'<section id="{anchor}" class="uq-section">\n<h2>{escape(title)}</h2>\n{question}<ul class="uq-list">\n'
        ]
        for quotation in group.quotations:
            entry = self._entries.get(quotation.id)
            if not entry:
                entry = self._entries[quotation.id] = self._pieces(quotation)
            said = (
                "" if by == "speaker" and quotation.speaker else entry.speaker,
                "" if by == "source" else entry.title,
                "" if by == "year" else entry.date,
                entry.place,
            )
            found += (entry.before, ", ".join(filter(None, said)), entry.after)
        return [*found, "</ul>\n</section>\n"]

    def _pieces(self, quotation: Quotation) -> _Entry:
        source = self.collection.source(quotation)
        moment = moment_url(quotation, source)
        place = escape(locator_label(quotation), quote=False)
        link = (
            f' <span class="uq-moment"><a class="reference external" href="{escape(moment)}">{place}</a></span>'
            if moment and place
            else ""
        )
        words = self._words(quotation, moment or source.url)
        facets = facet_attributes(self.collection, quotation)
        title, date = self._work(source)
        return _Entry(
            before=f'<li{facets}><p class="uq-entry">{words}</p><p class="uq-entry-credit">',
            speaker=escape(speaker_label(quotation), quote=False),
            title=title,
            date=date,
            place="" if moment else place,
            after=f"{link}</p></li>\n",
        )

    def _words(self, quotation: Quotation, url: str | None) -> str:
        """The words, with a link to their home; failing that, to *url*."""
        # The marks are text: a browser does not count those that it adds to <q> as part of the link.
        opening, closing = _marks(marks_of(quotation))
        words = f"{opening}{_html(flat(quotation.text))}{closing}"
        if quotation.lang != self.language:
            words = f'<span lang="{escape(quotation.lang)}">{words}</span>'
        if home := self.homes.get(quotation.id):
            return f'<a class="reference internal" href="{self._uri(home.docname)}#{home.anchor}">{words}</a>'
        return f'<a class="reference external" href="{escape(url)}">{words}</a>' if url else words

    def _work(self, source: Source) -> tuple[str, str]:
        """The title and the date of a source, which many quotations have."""
        if source.key not in self._works:
            date = date_label(source.date, self.language) if source.date else ""
            self._works[source.key] = escape(source.title, quote=False), escape(date, quote=False)
        return self._works[source.key]

    def _uri(self, docname: str) -> str:
        """The index pages are neighbours, so that an address counts from each of them."""
        if docname not in self._uris:
            self._uris[docname] = escape(self.builder.get_relative_uri("uq-unknown", docname))
        return self._uris[docname]


#: Marks of typesetting as references: with one of them as itself Python takes two bytes for each character of a page.
_REFERENCES: Final = [(mark, f"&#{ord(mark)};") for mark in "“”„‘’‚–—…"]


@lru_cache(maxsize=256)
def _marks(marks: tuple[str, str]) -> tuple[str, str]:
    return _html(marks[0]), _html(marks[1])


def _html(text: str) -> str:
    escaped = escape(text, quote=False)
    if not escaped.isascii():
        for mark, reference in _REFERENCES:
            escaped = escaped.replace(mark, reference)
    return escaped


_WRITERS: WeakKeyDictionary[Catalogue, _IndexWriter] = WeakKeyDictionary()

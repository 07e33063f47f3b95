"""The entries of the domain's index pages, as HTML."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..collection.records import flat
from ..publish.moments import moment_url
from .facets import facet_attributes
from .labels import date_label, locator_label, marks_of, speaker_label

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..collection.records import Quotation, Source
    from .catalogue import Catalogue


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


class EntryWriter:
    """Writes the entries of one build."""

    def __init__(self, builder: StandaloneHTMLBuilder, catalogue: Catalogue) -> None:
        self.builder = builder
        # Not the catalogue itself, whose end is to be the end of this.
        self.collection = catalogue.collection
        self.homes = catalogue.homes
        self.language: str = builder.config.language
        self._entries: dict[str, _Entry] = {}
        self._works: dict[str, tuple[str, str]] = {}
        self._uris: dict[str, str] = {}

    def entry(self, by: str, quotation: Quotation) -> tuple[str, str, str]:
        """Return the entry on the index page *by*, a list item with the end of its line, in three parts to be joined."""
        entry = self._entries.get(quotation.id)
        if not entry:
            entry = self._entries[quotation.id] = self._pieces(quotation)
        said = (
            "" if by == "speaker" and quotation.speaker else entry.speaker,
            "" if by == "source" else entry.title,
            "" if by == "year" else entry.date,
            entry.place,
        )
        return entry.before, ", ".join(filter(None, said)), entry.after

    def link(self, quotation: Quotation) -> str:
        """Return the start tag of the link to the home of a quotation, empty where it has none."""
        home = self.homes.get(quotation.id)
        return f'<a class="reference internal" href="{self._uri(home.docname)}#{home.anchor}">' if home else ""

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
        if link := self.link(quotation):
            return f"{link}{words}</a>"
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

"""An entry of a list, as HTML: on the index pages and in lists of pages alike."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from ...collection.links import safe_url
from ...collection.records import flat
from ...publish.moments import moment_url
from ..domain.addresses import card_url
from ..labels import date_label, in_marks, locator_label, speaker_label
from .facets import facet_attributes

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ...collection.records import Quotation
    from ..domain.catalogue import Catalogue


class Entry(Struct, frozen=True):
    """The pieces of an entry, as HTML. All but the credit are the same in every list."""

    facets: str
    words: str
    #: What the credit is made of.
    speaker: str
    #: Whether the name of a speaker is known.
    known: bool
    title: str
    date: str
    place: str
    #: The link to the moment, in place of :attr:`place`.
    moment: str

    def html(self, by: str, when: str = "") -> str:
        """Return the list item, without what its list is grouped *by*; *when* stands before the words of a timeline."""
        said = (
            "" if by == "speaker" and self.known else self.speaker,
            "" if by == "source" else self.title,
            "" if by == "year" else self.date,
            self.place,
        )
        date = f'<p class="uq-when">{escape(when, quote=False)}</p>' if when else ""
        return (
            f'<li{self.facets}>{date}<p class="uq-entry">{self.words}</p>'
            f'<p class="uq-entry-credit">{", ".join(filter(None, said))}{self.moment}</p></li>\n'
        )


def entry_of(quotation: Quotation, catalogue: Catalogue, builder: Builder, here: str) -> Entry:
    """Return the entry of *quotation* on the page *here*."""
    language = builder.config.language
    source = catalogue.collection.source(quotation)
    url = moment_url(quotation, source)
    place = escape(locator_label(quotation), quote=False)
    moment = f'<a class="reference external" href="{escape(url)}">{place}</a>' if url and place else ""
    return Entry(
        facets=facet_attributes(catalogue.collection, quotation),
        words=_words(
            quotation, card_url(catalogue, builder, quotation.id, here), url or safe_url(source.url) or "", language
        ),
        speaker=escape(speaker_label(quotation), quote=False),
        known=bool(quotation.speaker),
        title=escape(source.title, quote=False),
        date=escape(date_label(source.date, language), quote=False) if source.date else "",
        place="" if url else place,
        moment=f' <span class="uq-moment">{moment}</span>' if moment else "",
    )


def _words(quotation: Quotation, home: str, url: str, language: str) -> str:
    """The words, with a link to their home; failing that, to *url* in the source."""
    # The marks are text: a browser does not count those that it adds to <q> as part of the link.
    words = escape(in_marks(flat(quotation.text), quotation), quote=False)
    if quotation.lang != language:
        words = f'<span lang="{escape(quotation.lang)}">{words}</span>'
    if home:
        return f'<a class="reference internal" href="{home}">{words}</a>'
    return f'<a class="reference external" href="{escape(url)}">{words}</a>' if url else words

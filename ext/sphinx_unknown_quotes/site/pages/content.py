"""The body of a quotation's own page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ...collection.evidence import support_of
from ...collection.linking.links import safe_url
from ...collection.linking.moments import moment_url
from ...collection.text.dates import year_of
from ...collection.text.words import flat
from ...publish.embed import embed
from ..cards.html import CardWriter
from ..directives.list_options import ListOptions
from ..domain.addresses import absolute_address, card_address, own_address, own_page
from ..labels import date_label, direction, ends_in_year, in_marks, locator_label, shortened, speaker_label, via_label
from ..messages import _
from ..support import support_label
from .uses import uses_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

    from ...collection.records import Quotation, Source
    from ...collection.selection import Group
    from ..domain.catalogue import Catalogue

#: Some page of the folder. Addresses are the same from each of them.
_HERE = own_page("a")


class PageWriter:
    """Writes the bodies of all own pages of one build."""

    def __init__(self, catalogue: Catalogue, builder: StandaloneHTMLBuilder) -> None:
        self.catalogue = catalogue
        self.builder = builder
        self.language: str = builder.config.language
        self._cards = CardWriter(catalogue, builder, self.language, _HERE)
        self._uses = uses_of_all(catalogue)
        self._neighbours_of = dict(_neighbours(catalogue.listed(ListOptions(by="unknown"))))

    def body(self, quotation: Quotation) -> str:
        """Return the HTML of the page: the card, the record, where it is used, its neighbours, and how to cite it."""
        source = self.catalogue.collection.source(quotation)
        sections = [
            self._card(quotation, source),
            _section(_("What is recorded"), _facts(self._recorded(quotation, source))),
            _section(_("Where it is used"), _list(self._used(quotation))),
            _section(_("Others on the same question"), _list(self._neighbours(quotation))),
            _section(_("Cite it"), f"<p>{escape(self._citation(quotation, source), quote=False)}</p>\n"),
            _section(_("Embed it"), self._embed(quotation, source)),
        ]
        return f'<section class="uq-page">\n{"".join(sections)}</section>\n'

    def _card(self, quotation: Quotation, source: Source) -> str:
        speaker = speaker_label(quotation)
        label = escape(_("Quotation: %(speaker)s") % {"speaker": speaker})
        card = self._cards.html(quotation, source)
        return (
            f"<h1>{escape(speaker)}</h1>\n"
            f'<div class="unknown-quote sd-card" id="{quotation.id}" role="group" aria-label="{label}">{card}</div>\n'
        )

    def _recorded(self, quotation: Quotation, source: Source) -> Iterator[tuple[str, str]]:
        """Yield what the card does not say, or only in part, as names and HTML."""
        evidence = self.catalogue.evidence_of(quotation, source)
        support = support_of(quotation, source, evidence)
        label = support_label(support, quotation, self.language)
        reporter = safe_url(quotation.via.url) if support.kind == "reported" and quotation.via else None
        yield _("Evidence"), _link(reporter, label) if reporter else escape(label)
        if support.evidence and support.evidence.transcript:
            yield _("Transcript"), escape(support.evidence.transcript)
        if moment := moment_url(quotation, source):
            yield _("Address of the words"), _link(moment, moment)
        # The line for the evidence names the day or the reporter already, so they are not repeated.
        seen = quotation.seen if support.kind != "read" else None
        for name, date in ((_("Date"), source.date), (_("Accessed"), source.accessed), (_("Read on"), seen),
                           (_("Added"), quotation.added)):  # fmt: skip
            if date:
                yield name, f"<time>{escape(date_label(date, self.language))}</time>"
        if address := safe_url(source.archive):
            yield _("Archived copy"), _link(address, address)
        if source.doi:
            yield _("DOI"), _link(f"https://doi.org/{source.doi}", source.doi)
        if quotation.via and support.kind != "reported":
            label = via_label(quotation.via, self.language)
            url = safe_url(quotation.via.url)
            yield _("Reported in"), _link(url, label) if url else escape(label)
        for correction in quotation.corrected:
            date = date_label(correction.date, self.language)
            lang = f' lang="{escape(quotation.lang)}" dir="{direction(quotation.lang)}"'
            yield (
                _("Corrected"),
                f"<time>{escape(date)}</time>: {escape(correction.why)} <del{lang}>{escape(correction.was)}</del>",
            )
        yield _("Id"), f"<code>{escape(quotation.id)}</code>"
        if quotation.formerly:
            yield _("Formerly"), ", ".join(f"<code>{escape(former)}</code>" for former in quotation.formerly)

    def _used(self, quotation: Quotation) -> Iterator[str]:
        home = self.catalogue.homes.get(quotation.id)
        for docname in self._uses.get(quotation.id, ()):
            title = self.builder.env.titles[docname].astext()
            is_home = home and home.docname == docname
            address = card_address(self.catalogue, self.builder, quotation.id, _HERE) if is_home else ""
            yield _link(address or self.builder.get_relative_uri(_HERE, docname), title, "internal")

    def _neighbours(self, quotation: Quotation) -> Iterator[str]:
        for other in self._neighbours_of[quotation.id] if quotation.unknown else ():
            words = in_marks(shortened(other.text, 100), other)
            address = own_address(self.catalogue, self.builder, other.id, _HERE)
            yield f"{_link(address, words, 'internal')} {escape(speaker_label(other))}"

    def _citation(self, quotation: Quotation, source: Source) -> str:
        """Return the citation that the button of a card copies, in the APA style for audiovisual works."""
        said = [speaker_label(quotation), year_of(source.date), locator_label(quotation)]
        parts = [part for part in (source.title, source.container, source.publisher) if part]
        if source.date and not (parts and ends_in_year(parts[-1], source.date)):
            parts.append(date_label(source.date, self.language))
        work = ", ".join(parts)
        address = moment_url(quotation, source) or safe_url(source.url) or self._address(quotation)
        words = in_marks(flat(quotation.text), quotation)
        return ". ".join(filter(None, [f"{words} ({', '.join(filter(None, said))})", work, address]))

    def _embed(self, quotation: Quotation, source: Source) -> str:
        address = self._address(quotation) or moment_url(quotation, source) or safe_url(source.url) or ""
        code = escape(embed(quotation, source, address))
        # So it looks like the theme's own code.
        return f'<div class="highlight-html notranslate"><div class="highlight"><pre tabindex="0">{code}</pre></div></div>\n'

    def _address(self, quotation: Quotation) -> str:
        return absolute_address(self.builder, quotation.id)


def _neighbours(groups: Iterable[Group]) -> Iterator[tuple[str, list[Quotation]]]:
    """Yield each quotation's id with the quotations before and after it in its group."""
    for same in groups:
        for place, quotation in enumerate(same.quotations):
            yield quotation.id, same.quotations[max(place - 1, 0) : place] + same.quotations[place + 1 : place + 2]


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{escape(title)}</h2>\n{content}</section>\n" if content else ""


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    return f'<dl class="uq-facts simple">\n{"".join(f"<dt>{escape(name)}</dt><dd>{html}</dd>" for name, html in facts)}</dl>\n'


def _list(items: Iterable[str]) -> str:
    found = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<ul>\n{found}</ul>\n" if found else ""


def _link(address: str, text: str, kind: str = "external") -> str:
    return f'<a class="reference {kind}" href="{escape(address)}">{escape(text, quote=False)}</a>'

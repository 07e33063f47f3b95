"""The credit of a card: lines of parts, from which HTML and every other format are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ...collection.evidence import support_of
from ...collection.linking.links import safe_url
from ...collection.linking.moments import moment_url
from ...collection.text.times import parse_span
from ...collection.text.words import flat
from ..apostrophes import typographic
from ..directives.examples import is_example
from ..labels import at_label, date_label, ends_in_year, locator_label, quoted, reference_label, status_label, via_label
from ..messages import _
from ..support import support_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...collection.records import Quotation, Source
    from ..domain.catalogue import Catalogue


class Part(Struct, frozen=True):
    """A piece of a line. At most one of ``href``, ``group`` and ``quote`` is set."""

    #: What the part is. Its HTML class is ``uq-`` and this. Empty for the text between parts.
    kind: str
    #: Without quotation marks, which each format adds.
    text: str
    #: An address outside the project.
    href: str = ""
    #: A group of the index: the grouping, such as ``speaker``, and the key of the group.
    group: tuple[str, str] | None = None
    #: The id of a quotation that a page shows.
    quote: str = ""
    #: The ISO form of a date.
    iso: str = ""
    #: The year at the end of the text, if the date is no more than that year.
    year: str = ""
    lang: str = ""
    #: The recorded words, to which a reported wording is compared.
    against: str = ""


class Line(Struct, frozen=True):
    """A line of the credit; the HTML class is ``uq-`` and ``kind``."""

    kind: str
    parts: list[Part]


def credit_lines(quotation: Quotation, source: Source, catalogue: Catalogue, language: str) -> list[Line]:
    """Return the lines of a card's credit, in the order in which they are read."""
    support = support_of(quotation, source, catalogue.evidence_of(quotation, source))
    lines = [*_translation(quotation, language), Line("by", list(_by(quotation)))]
    if where := list(_where(quotation, source, language)):
        lines.append(Line("where", where))
    if quotation.context:
        lines.append(Line("context", [Part("label", _("Context:")), Part("", f" {quotation.context}")]))
    lines += [*_reported(quotation, language), *_see(quotation, catalogue)]
    about = []
    if quotation.unknown:
        title = catalogue.collection.title("unknown", quotation.unknown)
        about = [
            Part("unknown", title, group=_group(quotation, "unknown", quotation.unknown)),
            Part("separator", " · "),
        ]
    label = support_label(support, quotation, language)
    href = quotation.via.url if support.kind == "reported" and quotation.via else None
    about.append(Part(f"evidence uq-{support.kind}", label, href=safe_url(href) or ""))
    lines.append(Line("about", about))
    return [_typeset(line) for line in lines]


def _typeset(line: Line) -> Line:
    """The line with typographic apostrophes."""
    if not any("'" in part.text or "'" in part.against for part in line.parts):
        return line
    parts = [
        msgspec.structs.replace(part, text=typographic(part.text), against=typographic(part.against))
        for part in line.parts
    ]
    return Line(line.kind, parts)


def status_line(quotation: Quotation) -> Line | None:
    """Return the line above the words that warns of their status, or None."""
    parts = [Part("example", _("Example"))] if is_example(quotation.id) else []
    if quotation.status:
        parts += [*([Part("", " · ")] if parts else []), Part(quotation.status, status_label(quotation.status))]
    return Line("status", parts) if parts else None


def _group(quotation: Quotation, by: str, key: str) -> tuple[str, str] | None:
    """Return the group of the index, or None for an example, which is in no index."""
    return None if is_example(quotation.id) else (by, key)


def _by(quotation: Quotation) -> Iterator[Part]:
    for index, name in enumerate(quotation.speaker):
        if index:
            yield Part("", ", ")
        yield Part("speaker", name, group=_group(quotation, "speaker", name))
    if not quotation.speaker:
        yield Part("speaker", _("Speaker not known"))
    if quotation.role:
        yield Part("role", f", {quotation.role}")


def _where(quotation: Quotation, source: Source, language: str) -> Iterator[Part]:
    address = safe_url(source.url) or (f"https://doi.org/{source.doi}" if source.doi else "")
    parts = [Part("work", source.title, href=address)] if source.title else []
    parts += [Part("", text) for text in (source.container, source.publisher) if text]
    if parts and source.date and ends_in_year(parts[-1].text, source.date):
        parts[-1] = msgspec.structs.replace(parts[-1], kind=parts[-1].kind or "part-of", year=source.date)
    elif source.date:
        parts.append(Part("date", date_label(source.date, language), iso=source.date))
    moment = moment_url(quotation, source)
    label = locator_label(quotation) or (_("the passage") if moment else "")
    if label:
        parts.append(Part("moment", label, href=moment or ""))
    if source.archive:
        parts.append(Part("archive", _("archived copy"), href=safe_url(source.archive) or ""))
    for index, part in enumerate(parts):
        if index:
            # A moment with a link looks like a button, so it needs no comma. The space keeps it on the line of its neighbour.
            before, after = (near.kind == "moment" and near.href for near in (part, parts[index - 1]))
            yield Part("separator" if before or after else "", ",\u00a0" if before else ", ")
        yield part


def _translation(quotation: Quotation, language: str) -> list[Line]:
    if not quotation.translation:
        return []
    words = quotation.translation
    parts = [Part("", words if quotation.status == "paraphrase" else quoted(words, language))]
    if quotation.translator:
        parts += [Part("", " — "), Part("translator", _("translated by %(name)s") % {"name": quotation.translator})]
    return [Line("translation", parts)]


def _reported(quotation: Quotation, language: str) -> list[Line]:
    """Return a line with the reported wording or the reported time, if they differ from the record."""
    passed_on = []
    if quotation.reported:
        passed_on.append(Part("wording", quotation.reported, lang=quotation.lang, against=flat(quotation.text)))
    if quotation.reported_at:
        differs = quotation.at and parse_span(quotation.at).start != parse_span(quotation.reported_at).start
        passed_on += [*([Part("", ", ")] if passed_on else []), _reported_time(quotation.reported_at, bool(differs))]
    if not passed_on:
        return []
    if quotation.via:
        label = _("As reported in %(reporter)s:") % {"reporter": via_label(quotation.via, language)}
        reporter = Part("reporter", label, href=safe_url(quotation.via.url) or "")
    else:
        reporter = Part("reporter", _("Passed on as:"))
    return [Line("reported", [reporter, Part("", " "), *passed_on])]


def _see(quotation: Quotation, catalogue: Catalogue) -> list[Line]:
    """Return the line with the quotations that the record names with ``see``, and links to those that a page shows."""
    parts = [Part("label", _("See also:"))]
    for other in catalogue.named_by(quotation):
        label = reference_label(other, catalogue.collection.source(other))
        shown = other.id if other.id in catalogue.homes else ""
        parts += [Part("", " " if len(parts) == 1 else "; "), Part("see", label, quote=shown)]
    return [Line("see", parts)] if len(parts) > 1 else []


def _reported_time(at: str, differs: bool) -> Part:
    return Part("reported-at uq-differs" if differs else "reported-at", at_label(at))

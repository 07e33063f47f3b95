"""What a card says of its words: lines of parts, from which HTML, every other format and the search index are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..collection.evidence import support_of
from ..collection.links import safe_url
from ..publish.moments import moment_url
from .labels import date_label, locator_label, quoted, status_label, support_label, via_label
from .messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..collection.records import Quotation, Source
    from .catalogue import Catalogue


class Part(NamedTuple):
    """A piece of a line. At most one of ``href`` and ``group`` is set."""

    #: What it is; the HTML class is ``uq-`` and this. Empty for the text between parts.
    kind: str
    #: Without quotation marks, which each format adds.
    text: str
    #: An address outside the project.
    href: str = ""
    #: A group of the index, by what it groups and the group's key.
    group: tuple[str, str] | None = None
    #: The ISO form of a date.
    iso: str = ""
    lang: str = ""


class Line(NamedTuple):
    """A line of the credit; the HTML class is ``uq-`` and ``kind``."""

    kind: str
    parts: list[Part]

    def astext(self) -> str:
        return "".join(quoted(part.text, part.lang) if part.kind == "wording" else part.text for part in self.parts)


def credit_lines(quotation: Quotation, source: Source, catalogue: Catalogue, language: str) -> list[Line]:
    """Return the lines of a card's credit, in the order in which they are read."""
    support = support_of(quotation, source, catalogue.library.evidence.get(quotation.id))
    lines = [*_translation(quotation), Line("by", list(_by(quotation)))]
    if where := list(_where(quotation, source, language)):
        lines.append(Line("where", where))
    if quotation.context:
        lines.append(Line("context", [Part("", quotation.context)]))
    lines += _reported(quotation, language)
    about = []
    if quotation.unknown:
        title = catalogue.collection.title("unknown", quotation.unknown)
        about = [Part("unknown", title, group=("unknown", quotation.unknown)), Part("separator", " · ")]
    label = support_label(support, quotation, language)
    href = quotation.via.url if support.kind == "reported" and quotation.via else None
    about.append(Part(f"evidence uq-{support.kind}", label, href=safe_url(href) or ""))
    lines.append(Line("about", about))
    return lines


def status_line(quotation: Quotation) -> Line | None:
    """Return what stands above the words, for those that need a warning."""
    return Line("status", [Part(quotation.status, status_label(quotation.status))]) if quotation.status else None


def _by(quotation: Quotation) -> Iterator[Part]:
    for index, name in enumerate(quotation.speaker):
        if index:
            yield Part("", ", ")
        yield Part("speaker", name, group=("speaker", name))
    if not quotation.speaker:
        yield Part("speaker", _("Speaker not known"))
    if quotation.role:
        yield Part("role", f", {quotation.role}")


def _where(quotation: Quotation, source: Source, language: str) -> Iterator[Part]:
    address = safe_url(source.url) or (f"https://doi.org/{source.doi}" if source.doi else "")
    parts = [Part("work", source.title, href=address)] if source.title else []
    parts += [Part("", text) for text in (source.container, source.publisher) if text]
    if source.date:
        parts.append(Part("date", date_label(source.date, language), iso=source.date))
    moment = moment_url(quotation, source)
    label = locator_label(quotation) or (_("the passage") if moment else "")
    if label:
        parts.append(Part("moment", label, href=moment or ""))
    if source.archive:
        parts.append(Part("archive", _("archived copy"), href=safe_url(source.archive) or ""))
    for index, part in enumerate(parts):
        if index:
            yield Part("", ", ")
        yield part


def _translation(quotation: Quotation) -> list[Line]:
    if not quotation.translation:
        return []
    parts = [Part("", quotation.translation)]
    if quotation.translator:
        parts += [Part("", " — "), Part("translator", _("translated by %(name)s") % {"name": quotation.translator})]
    return [Line("translation", parts)]


def _reported(quotation: Quotation, language: str) -> list[Line]:
    """Both wordings under each other, where the words were passed on with other ones."""
    if not quotation.reported:
        return []
    wording = Part("wording", quotation.reported, lang=quotation.lang)
    if not quotation.via:
        return [Line("reported", [Part("reporter", _("Passed on as:")), Part("", " "), wording])]
    reporter = _("As reported in %(reporter)s:") % {"reporter": via_label(quotation.via, language)}
    return [
        Line("reported", [Part("reporter", reporter, href=safe_url(quotation.via.url) or ""), Part("", " "), wording])
    ]


def plain_credit(lines: list[Line]) -> str:
    """Return the credit as plain text, a line each."""
    return "\n".join(line.astext() for line in lines)

"""The index pages that need no directive: ``uq-unknown``, ``uq-speaker``, ``uq-source`` and ``uq-year``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx.domains import Index, IndexEntry

from ..apostrophes import typographic
from ..directives.list_options import ListOptions
from ..labels import in_marks, shortened, speaker_label
from ..messages import _, lazy_
from .addresses import index_page
from .domain import uq_domain
from .places import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...collection.records import Quotation
    from ...collection.selection import Group
    from .catalogue import Catalogue

#: The most characters of the words in an entry.
_WIDTH = 80


class GroupedIndex(Index):
    """All quotations grouped by :attr:`name`."""

    def groups(self) -> list[Group]:
        """Return every group. Quotations without a value come last."""
        return self._catalogue.listed(ListOptions(by=self.name))

    @property
    def _catalogue(self) -> Catalogue:
        return uq_domain(self.domain.env).catalogue

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries below headings of one letter: Sphinx writes longer ones into HTML unescaped, and as ids."""
        wanted = None if docnames is None else set(docnames)
        if wanted is None and uq_domain(self.domain.env).builder.format == "html":
            # index_pages writes the page. Sphinx only needs to know whether there is anything to write.
            return ([("", [])] if self._catalogue.collection.quotations else []), False
        content: dict[str, list[IndexEntry]] = {}
        for group in self.groups():
            entries = [self._entry(quotation) for quotation in group.quotations]
            entries = [entry for entry in entries if wanted is None or entry.docname in wanted]
            if not entries:
                continue
            first = next((entry for entry in entries if entry.docname), entries[0])
            title = group_title(self.name, group)
            # Sphinx's LaTeX writer drops an entry without a place, and with it the name of the group.
            head = IndexEntry(shortened(title, _WIDTH), 1, first.docname, first.anchor, "", "", "")
            filed = self._catalogue.collection.filed(title) if self.name == "speaker" and group.key else title
            content.setdefault(_letter(filed), []).extend([head, *entries])
        return list(content.items()), False

    def _entry(self, quotation: Quotation) -> IndexEntry:
        home = self._catalogue.homes.get(quotation.id, Target("", ""))
        words = in_marks(shortened(quotation.text, _WIDTH), quotation)
        described = "" if self.name == "speaker" else speaker_label(quotation)
        return IndexEntry(words, 2, home.docname, home.anchor, "", "", described)


def _letter(title: str) -> str:
    return title[0].upper() if title[:1].isalnum() else "#"


def group_title(by: str, group: Group) -> str:
    """Return the heading of a group, even of the group without a value."""
    if group.key:
        return _type_title(group.key) if by == "type" else typographic(group.title)
    return {
        "unknown": _("Something else"),
        "speaker": _("Speaker not known"),
        "source": _("Source not known"),
        "year": _("Year not known"),
        "type": _("Other sources"),
    }[by]


def _type_title(key: str) -> str:
    """Return the name of a type of source for readers."""
    return {
        "lecture": _("Lecture"),
        "talk": _("Talk"),
        "interview": _("Interview"),
        "podcast": _("Podcast"),
        "video": _("Video"),
        "paper": _("Paper"),
        "book": _("Book"),
        "article": _("Article"),
        "report": _("Report"),
        "testimony": _("Testimony"),
        "post": _("Post"),
        "code": _("Code"),
    }.get(key, key)


class UnknownIndex(GroupedIndex):
    """By what is not known."""

    name = "unknown"
    localname = lazy_("Quotations by what is unknown")


class SpeakerIndex(GroupedIndex):
    """By who said it."""

    name = "speaker"
    localname = lazy_("Quotations by speaker")


class SourceIndex(GroupedIndex):
    """By what it was said in."""

    name = "source"
    localname = lazy_("Quotations by source")


class YearIndex(GroupedIndex):
    """By when it was said."""

    name = "year"
    localname = lazy_("Quotations by year")


INDEXES: Final = [UnknownIndex, SpeakerIndex, SourceIndex, YearIndex]
INDEX_PAGES: Final = {index_page(index.name): index for index in INDEXES}

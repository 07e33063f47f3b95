"""The index pages that the domain builds by itself: ``uq-unknown``, ``uq-speaker``, ``uq-source`` and ``uq-year``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sphinx.domains import Index, IndexEntry

from .catalogue import Target
from .labels import in_marks, shortened, speaker_label
from .lists import ListOptions
from .messages import _, lazy_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.config import Config

    from ..collection.records import Quotation
    from ..collection.selection import Group

#: How many characters of its words an entry shows.
_WIDTH = 80


class _GroupedIndex(Index):
    """All quotations grouped by :attr:`name`."""

    domain: Any

    def groups(self) -> list[Group]:
        """Return every group; quotations that have no value come last."""
        return self.domain.catalogue.listed(ListOptions(by=self.name))  # type: ignore[no-any-return]

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return a heading of one letter a group: longer ones reach HTML unescaped and as an id."""
        wanted = None if docnames is None else set(docnames)
        if wanted is None and self.domain.builder_format == "html":
            # The page is written by index_pages; Sphinx only asks whether there is anything to write.
            anything = not self.domain.index_pages_are_current and self.domain.catalogue.collection.quotations
            return ([("", [])] if anything else []), False
        content: dict[str, list[IndexEntry]] = {}
        for group in self.groups():
            entries = [self._entry(quotation) for quotation in group.quotations]
            entries = [entry for entry in entries if wanted is None or entry.docname in wanted]
            if not entries:
                continue
            first = next((entry for entry in entries if entry.docname), entries[0])
            title = group_title(self.name, group)
            # LaTeX drops an entry without a place, and with it the name of the group.
            head = IndexEntry(title, 1, first.docname, first.anchor, "", "", "")
            content.setdefault(_letter(title), []).extend([head, *entries])
        return list(content.items()), False

    def _entry(self, quotation: Quotation) -> IndexEntry:
        home = self.domain.catalogue.homes.get(quotation.id, Target("", ""))
        words = in_marks(shortened(quotation.text, _WIDTH), quotation)
        described = "" if self.name == "speaker" else speaker_label(quotation)
        return IndexEntry(words, 2, home.docname, home.anchor, "", "", described)


def _letter(title: str) -> str:
    return title[0].upper() if title[:1].isalnum() else "#"


def group_title(by: str, group: Group) -> str:
    """Return the heading of a group, also of the one for quotations without a value."""
    if group.key:
        return group.title
    return {
        "unknown": _("Something else"),
        "speaker": _("Speaker not known"),
        "source": _("Source not known"),
        "year": _("Year not known"),
        "type": _("Other sources"),
    }[by]


class UnknownIndex(_GroupedIndex):
    """By what is not known."""

    name = "unknown"
    localname = lazy_("Quotations by what is unknown")


class SpeakerIndex(_GroupedIndex):
    """By who said it."""

    name = "speaker"
    localname = lazy_("Quotations by speaker")


class SourceIndex(_GroupedIndex):
    """By what it was said in."""

    name = "source"
    localname = lazy_("Quotations by source")


class YearIndex(_GroupedIndex):
    """By when it was said."""

    name = "year"
    localname = lazy_("Quotations by year")


INDEXES: Final = [UnknownIndex, SpeakerIndex, SourceIndex, YearIndex]
INDEX_PAGES: Final = {f"uq-{index.name}": index for index in INDEXES}


def wanted_pages(config: Config) -> list[str]:
    """Return those that the configuration asks for, where the builder writes such pages."""
    wanted = config.html_domain_indices
    return [page for page in INDEX_PAGES if (wanted if isinstance(wanted, bool) else page in wanted)]

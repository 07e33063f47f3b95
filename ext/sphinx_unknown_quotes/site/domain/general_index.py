"""Entries of the general index: every card by its speakers and by what is unknown.

They go to the index domain as data. As nodes in the pages they would be walked many times, and reach the search index,
which Sphinx forgets of pages that it does not write again. They are entered when the writing begins, and never reach
the saved environment: what they are made of is there already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..labels import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from ...collection.records import Quotation
    from ...collection.selection import Collection
    from .catalogue import Catalogue


#: Kind (``single`` or ``pair``), value, anchor, ``main`` or nothing, and a key to sort by.
IndexEntry = tuple[str, str, str, str, None]


#: How many characters of a name an entry shows.
_WIDTH: Final = 120


class _CardEntry(IndexEntry):
    """An entry of a card, known by its type from those of others."""

    __slots__ = ()


def index_entries(quotation: Quotation, collection: Collection, anchor: str) -> list[IndexEntry]:
    """Return the entries of the card at *anchor*: its speakers as they are filed, ``Hewitt, John``."""
    unknown = collection.unknowns.get(quotation.unknown or "")
    title = _entry(unknown.title) if unknown else ""
    names = [_entry(collection.filed(name)) for name in quotation.speaker]
    values = [("pair", f"{name}; {title}") if title else ("single", name) for name in names] or [("single", title)]
    return [(kind, value, anchor, "", None) for kind, value in values if value]


def _entry(name: str) -> str:
    """Return *name* without semicolons, at which Sphinx parts an entry, and short enough for a narrow column."""
    return shortened(name.replace(";", ","), _WIDTH)


def enter_cards(env: BuildEnvironment, catalogue: Catalogue) -> None:
    """Enter every card that has an anchor on its page."""
    entries = env.domains.index_domain.entries
    for docname in catalogue.order:
        if new := _entries_of_page(catalogue, docname):
            entries.setdefault(docname, []).extend(map(_CardEntry, new))
    # Sphinx takes names that differ in case alone for one, and shows the first; pages are here in the order of reading.
    ordered = sorted(entries.items())
    entries.clear()
    entries.update(ordered)


def withdraw_cards(env: BuildEnvironment) -> None:
    """Take out what an earlier build of this process has entered."""
    entries = env.domains.index_domain.entries
    for docname, found in entries.items():
        entries[docname] = [entry for entry in found if not isinstance(entry, _CardEntry)]


def _entries_of_page(catalogue: Catalogue, docname: str) -> list[IndexEntry]:
    """The entries of its own cards, and of those of its lists whose home it is."""
    return [
        entry
        for quote, anchor in _anchored(catalogue, docname)
        if (found := catalogue.on_page(quote, docname))
        for entry in index_entries(found[0], catalogue.collection, anchor)
    ]


def _anchored(catalogue: Catalogue, docname: str) -> Iterable[tuple[str, str]]:
    facts = catalogue.pages[docname]
    own = {quote: anchor for quote, anchor in facts.cards if anchor}
    listed = {
        quotation.id: catalogue.homes[quotation.id].anchor
        for options in catalogue.indexes_of(docname)
        if options.style == "cards"
        for group in catalogue.listed(options)
        for quotation in group.quotations
        if catalogue.homes[quotation.id].docname == docname
    }
    return {**listed, **own}.items()

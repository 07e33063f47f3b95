"""Entries of the general index: every card by its speakers and by what is unknown.

The entries go to Sphinx's index domain as data. As nodes in pages, each of many passes would visit them, and they would
get into the search index, where Sphinx drops them for pages that it does not write again. They are added when writing
begins and are not saved in the environment, which has all that they are made from.
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


#: The kind (``single`` or ``pair``), the value, the anchor, ``main`` or nothing, and a key to sort by.
IndexEntry = tuple[str, str, str, str, None]


#: The most characters of a name in an entry.
_WIDTH: Final = 120


class _CardEntry(IndexEntry):
    """An entry of a card. Its type distinguishes it from the entries of others."""

    __slots__ = ()


def index_entries(quotation: Quotation, collection: Collection, anchor: str) -> list[IndexEntry]:
    """Return the entries of the card at *anchor*: its speakers as they are filed, ``Hewitt, John``."""
    unknown = collection.unknowns.get(quotation.unknown or "")
    title = _entry(unknown.title) if unknown else ""
    names = [_entry(collection.filed(name)) for name in quotation.speaker]
    values = [("pair", f"{name}; {title}") if title else ("single", name) for name in names] or [("single", title)]
    return [(kind, value, anchor, "", None) for kind, value in values if value]


def _entry(name: str) -> str:
    """Return *name* without semicolons, at which Sphinx splits an entry, and short enough for a narrow column."""
    return shortened(name.replace(";", ","), _WIDTH)


def enter_cards(env: BuildEnvironment, catalogue: Catalogue) -> None:
    """Add the entries of every card that has an anchor on its page."""
    entries = env.domains.index_domain.entries
    for docname in catalogue.order:
        if new := _entries_of_page(catalogue, docname):
            entries.setdefault(docname, []).extend(map(_CardEntry, new))
    # Sphinx merges names that differ only in case, and shows the first. Pages are in the order of reading here.
    ordered = sorted(entries.items())
    entries.clear()
    entries.update(ordered)


def withdraw_cards(env: BuildEnvironment) -> None:
    """Remove the entries that an earlier build in this process added."""
    entries = env.domains.index_domain.entries
    for docname, found in entries.items():
        entries[docname] = [entry for entry in found if not isinstance(entry, _CardEntry)]


def _entries_of_page(catalogue: Catalogue, docname: str) -> list[IndexEntry]:
    """The entries of the page's own cards, and of the cards in its lists whose home is the page."""
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

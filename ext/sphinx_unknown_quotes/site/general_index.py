"""Entries of the general index: every card by its speakers and by what is unknown.

They go to the index domain as data. As nodes in the pages they would be walked many times, and reach the search index,
which Sphinx forgets of pages that it does not write again. They are entered when the writing begins, and never reach
the saved environment: what they are made of is there already.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..collection.records import Quotation, Unknown
    from .catalogue import Catalogue

#: Kind, value, anchor, ``main`` or nothing, and a key to sort by: what Sphinx keeps of an entry.
Entry = tuple[str, str, str, str, None]


def index_entries(quotation: Quotation, unknowns: Mapping[str, Unknown], anchor: str) -> list[Entry]:
    """Return the entries of the card at *anchor*."""
    unknown = unknowns.get(quotation.unknown or "")
    # Sphinx parts an entry at its semicolon.
    title = unknown.title.replace(";", ",") if unknown else ""
    names = [name.replace(";", ",") for name in quotation.speaker]
    values = [("pair", f"{name}; {title}") if title else ("single", name) for name in names] or [("single", title)]
    return [(kind, value, anchor, "", None) for kind, value in values if value]


def entries_of_page(catalogue: Catalogue, docname: str) -> list[Entry]:
    """Return the entries of all cards of a page that have an anchor there: its own, and those of lists whose home it is."""
    unknowns = catalogue.collection.unknowns
    return [
        entry
        for quote, anchor in _anchored(catalogue, docname)
        if (found := catalogue.on_page(quote, docname))
        for entry in index_entries(found[0], unknowns, anchor)
    ]


def digest_of_entries(catalogue: Catalogue) -> str:
    """Return a digest that changes with the entries of any page. What they are made of is sooner looked at than they."""
    collection = catalogue.collection
    said: list[object] = [(item.id, item.speaker, item.unknown) for item in collection.quotations.values()]
    # Where two pages record one id, the card of each has its own.
    said += [(docname, item.id, item.speaker, item.unknown) for docname, item, _ in catalogue.conflicts]
    titles = [(key, unknown.title) for key, unknown in collection.unknowns.items()]
    cards = [(docname, catalogue.pages[docname].cards) for docname in catalogue.order]
    shown = msgspec.msgpack.encode((said, titles, cards, catalogue.homes))
    return blake2b(shown, digest_size=16).hexdigest()


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


def enter_cards(app: Sphinx, _builder: Any) -> None:
    """On ``write-started``: enter every card, unless the page of the general index stays as it is."""
    domain: Any = app.env.domains["uq"]
    if not domain.settings.general_index or "genindex" in domain.kept_pages:
        return
    entries: dict[str, list[Any]] = app.env.domains.index_domain.entries
    for docname, new in domain.card_entries.items():
        domain.entered[docname] = set(new)
        entries.setdefault(docname, []).extend(new)
    # Sphinx takes names that differ in case alone for one, and shows the first; pages are here in the order of reading.
    ordered = sorted(entries.items())
    entries.clear()
    entries.update(ordered)


def withdraw_cards(env: BuildEnvironment, entered: dict[str, set[Entry]]) -> None:
    """Take out what an earlier build of this process has *entered*."""
    entries: dict[str, list[Any]] = env.domains.index_domain.entries
    for docname, ours in entered.items():
        entries[docname] = [entry for entry in entries[docname] if entry not in ours]
    entered.clear()


def entries_of_others(env: BuildEnvironment) -> list[tuple[str, list[Any]]]:
    """Return the entries that are not of this extension, by page."""
    return sorted(env.domains.index_domain.entries.items())

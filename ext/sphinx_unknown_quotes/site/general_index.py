"""Entries of the general index: every card by its speakers and by what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def entries_of_lists(catalogue: Catalogue, docname: str) -> list[Entry]:
    """Return the entries of the cards whose home is a list of the page *docname*."""
    at_home = {quote for quote, _ in catalogue.pages[docname].cards}
    return [
        entry
        for options in catalogue.indexes_of(docname)
        if options.style == "cards"
        for quotation in dict.fromkeys(item for group in catalogue.listed(options) for item in group.quotations)
        if quotation.id not in at_home and catalogue.homes[quotation.id].docname == docname
        for entry in index_entries(quotation, catalogue.collection.unknowns, catalogue.homes[quotation.id].anchor)
    ]


def enter_lists(env: BuildEnvironment, catalogue: Catalogue, entered: dict[str, list[Entry]]) -> None:
    """Enter the cards of lists, which are known only when every page is read, in place of those *entered* before."""
    entries: dict[str, list[Any]] = env.domains.index_domain.entries
    for docname, old in entered.items():
        if docname in entries:
            entries[docname] = [entry for entry in entries[docname] if entry not in old]
    entered.clear()
    for docname in catalogue.order:
        if new := entries_of_lists(catalogue, docname):
            entered[docname] = new
            entries.setdefault(docname, []).extend(new)

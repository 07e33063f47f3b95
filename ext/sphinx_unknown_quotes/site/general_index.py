"""Entries of the general index: every card by its speakers and by what is unknown.

They go to the index domain as data. As nodes in the pages they would be walked many times, and reach the search index,
which Sphinx forgets of pages that it does not write again. They are entered when the writing begins, and never reach
the saved environment: what they are made of is there already.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    if not domain.settings.general_index or domain.kept_general_index is not None:
        return
    entries: dict[str, list[Any]] = app.env.domains.index_domain.entries
    for docname, new in domain.card_entries.items():
        domain.entered[docname] = set(new)
        entries.setdefault(docname, []).extend(new)


def withdraw_cards(env: BuildEnvironment, entered: dict[str, set[Entry]]) -> None:
    """Take out what an earlier build of this process has *entered*."""
    entries: dict[str, list[Any]] = env.domains.index_domain.entries
    for docname, ours in entered.items():
        entries[docname] = [entry for entry in entries[docname] if entry not in ours]
    entered.clear()


def entries_of_others(env: BuildEnvironment) -> list[tuple[str, list[Any]]]:
    """Return the entries that are not of this extension, by page."""
    return sorted(env.domains.index_domain.entries.items())


def page_to_keep(builder: Any, digest: str) -> str | None:
    """Return the page of the general index, if it is there as the build that noted its *digest* has left it."""
    page = _page(builder)
    if not page or _digest(page) != digest:
        return None
    # Sphinx writes it as text, with the ends of lines of the system.
    return page.decode(builder.config.html_output_encoding).replace("\r\n", "\n")


def digest_of_page(builder: Any) -> str:
    """Return the digest of the page of the general index, empty where there is none or it is not all of it."""
    page = _page(builder)
    return _digest(page) if page else ""


def _digest(page: bytes) -> str:
    return blake2b(page, digest_size=16).hexdigest()


def _page(builder: Any) -> bytes:
    # Other builders write what is no page of a template.
    if builder.name not in ("html", "dirhtml") or builder.config.html_split_index:
        return b""
    try:
        return Path(builder.get_output_path("genindex")).read_bytes()
    except OSError:
        return b""


def keep_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> Any:
    """On ``html-page-context``, first: write the page of the general index as it was, where nothing has changed.

    Sphinx writes it in each build, and of everything that such a build does nothing takes as long.
    """
    domain: Any = app.env.domains["uq"]
    if pagename != "genindex" or domain.kept_general_index is None:
        return None
    builder: Any = app.builder
    context["page_as_it_was"] = domain.kept_general_index
    # Jinja takes a template for the name of one.
    return builder.templates.environment.from_string("{{ page_as_it_was }}")

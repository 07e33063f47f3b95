"""Find the pages that use a quotation: they show its card, cite its words in a sentence, or refer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..domain.catalogue import Catalogue
    from ..domain.facts import PageFacts

#: Roles whose target may be a quotation.
_ROLES = ("quote", "any")


def uses_of_all(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the names of the pages that use each quotation, in the order of the document."""
    found: dict[str, dict[str, None]] = {}
    for docname in catalogue.order:
        for quote in _used_on(catalogue.pages[docname]):
            found.setdefault(catalogue.former.get(quote, quote), {})[docname] = None
    for quote, home in catalogue.homes.items():
        found.setdefault(quote, {})[home.docname] = None
    place = {docname: number for number, docname in enumerate(catalogue.order)}
    return {quote: sorted(pages, key=place.__getitem__) for quote, pages in found.items()}


def _used_on(page: PageFacts) -> Iterator[str]:
    for quote, _anchor in page.cards:
        yield quote
    yield from page.texts
    for role, target in page.references:
        if role in _ROLES:
            yield target

"""What other projects and the search can refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.records import flat
from ..labels import shortened
from .references import GROUP_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .catalogue import Catalogue

#: Name, title, type, page, anchor and priority, as :meth:`sphinx.domains.Domain.get_objects` has them.
Object = tuple[str, str, str, str, str, int]


def objects_of(catalogue: Catalogue) -> Iterator[Object]:
    """Yield every quotation with a home, and every group that a list of a page has."""
    quotations = catalogue.collection.quotations
    for quote, home in catalogue.homes.items():
        if quote in quotations:
            yield quote, shortened(quotations[quote].text, 80), "quote", home.docname, home.anchor, 1
    for (by, key), target in catalogue.group_targets.items():
        if by in GROUP_ROLES and key:
            title = flat(catalogue.collection.title(by, key))
            yield flat(key), title, by, target.docname, target.anchor, -1

"""The values of entries by which readers can filter a list, as data attributes.

The script reads them; without it they have no effect.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ...collection.evidence import SUPPORT
from ...collection.selection import group
from ..apostrophes import typographic
from ..support import support_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...collection.records import Quotation
    from ...collection.selection import Collection

#: The fields of the filter, in their order.
FACETS: Final = ("unknown", "speaker", "source", "year", "evidence")
#: A page with more entries than this draws a group only when a reader scrolls to it.
MANY: Final = 500
_LINE_EACH: Final = "\n"


def entry_facets(collection: Collection, quotation: Quotation) -> dict[str, str]:
    """Return the values of an entry by facet. Only speakers can be several: one a line.

    A list by speaker has an entry for each speaker of a quotation. Then the id says that these entries are one quotation.
    """
    facets = {facet: _LINE_EACH.join(collection.values(quotation, facet)) for facet in FACETS}
    return {**facets, "quote": quotation.id} if len(quotation.speaker) > 1 else facets


def list_facets(collection: Collection, quotations: Iterable[Quotation]) -> str:
    """Return, as JSON, the values of each facet in the order of an index: ``[value, title]``, or one string if both are equal."""
    chosen = list({quotation.id: quotation for quotation in quotations}.values())
    found: dict[str, list[str | list[str]]] = {
        facet: [
            item.key if item.key == (title := typographic(item.title)) else [item.key, title]
            for item in group(collection, chosen, facet)
            if item.key
        ]
        for facet in FACETS[:-1]
    }
    kinds = {collection.support(quotation) for quotation in chosen}
    found["evidence"] = [[kind, support_title(kind)] for kind in SUPPORT if kind in kinds]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

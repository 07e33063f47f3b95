"""The quoted sources as CSL-JSON, which Zotero and pandoc import: quotes.csl.json.

Each quoted source is an item, after the CSL 1.0.2 data schema. Items are sorted by key.
Those who are quoted are the authors; of a podcast or a video they are guests, since its author is the one who made it.
The moment of a quotation is not part of an item: it is the locator of a citation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from ..collection.text.dates import parse_date
from .citation_keys import citation_keys

if TYPE_CHECKING:
    from ..collection.records import Quotation
    from ..collection.selection import Collection
    from ..collection.text.dates import Date

#: The CSL type of each type of source; a source without a type is a ``document``.
CSL_TYPES: Final = {
    "lecture": "speech", "talk": "speech", "interview": "interview", "podcast": "broadcast", "video": "motion_picture",
    "paper": "article-journal", "book": "book", "article": "article", "report": "report", "testimony": "hearing",
    "post": "post-weblog", "code": "software",
}  # fmt: skip
#: Types whose author is not the one who is quoted.
GUESTS: Final = ("podcast", "video")


def quoted_sources(collection: Collection) -> dict[str, list[Quotation]]:
    """Return the quotations of each source that has any, by the key of the source, both sorted."""
    found: dict[str, list[Quotation]] = {}
    for quotation in collection.quotations.values():
        if quotation.source:
            found.setdefault(quotation.source, []).append(quotation)
    return {key: sorted(found[key], key=lambda item: (item.path, item.line, item.id)) for key in sorted(found)}


def people(collection: Collection, quotations: list[Quotation]) -> dict[str, str]:
    """Return every speaker of *quotations*, in the order of the records, with the form in which an index files the name."""
    return {name: collection.filed(name) for item in quotations for name in item.speaker}


def quotes_csl(collection: Collection) -> bytes:
    """Return quotes.csl.json."""
    quoted = quoted_sources(collection)
    keys = citation_keys(quoted)
    items = [_item(keys[key], collection, key, quotations) for key, quotations in quoted.items()]
    return b"[\n" + b",\n".join(msgspec.json.encode(item) for item in items) + b"\n]\n"


def _item(key: str, collection: Collection, of: str, quotations: list[Quotation]) -> dict[str, Any]:
    source = collection.sources[of]
    names = [_name(*name) for name in people(collection, quotations).items()]
    languages = {quotation.lang for quotation in quotations}
    values = {
        "id": key,
        "citation-key": key,
        "type": CSL_TYPES.get(source.type, "document"),
        "title": source.title,
        "guest" if source.type in GUESTS else "author": names,
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.date),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "DOI": source.doi,
        "language": languages.pop() if len(languages) == 1 else None,
        "note": f"Archived at {source.archive}" if source.archive else None,
    }
    return {name: value for name, value in values.items() if value}


def _name(name: str, filed: str) -> dict[str, str]:
    """Return a CSL name: in parts if *filed* is “family, given”, else as one literal."""
    family, _, given = filed.partition(", ")
    return {"family": family, "given": given} if f"{given} {family}" == name else {"literal": name}


def _date(text: str | None) -> dict[str, Any] | None:
    """Return a CSL date. An approximate or uncertain one is ``circa``, which CSL has for both."""
    if not text:
        return None
    dates = parse_date(text)
    found: dict[str, Any] = {"date-parts": [_parts(date) for date in dates]}
    return found | {"circa": True} if any(date.approximate or date.uncertain for date in dates) else found


def _parts(date: Date) -> list[int]:
    return [part for part in date[:3] if part]

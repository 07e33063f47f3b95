"""Merge the records of files and of pages into one collection."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

import msgspec

from ...collection.records import Source
from ...collection.selection import Collection, filing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...collection.loading import Library
    from ...collection.records import Quotation

#: The page of a quotation whose id an earlier one has, the quotation, and the place of the earlier one.
Conflict = tuple[str, "Quotation", str]


def merged(
    library: Library, pages: Iterable[tuple[str, Iterable[tuple[Quotation, Source]]]], language: str
) -> tuple[Collection, list[Conflict]]:
    """Return the records of files first, then of *pages* in their order. Of two with one id, the first counts.

    *pages* has the name and the records of each page; *language* is the site's, as a BCP 47 tag.
    """
    conflicts: list[Conflict] = []
    quotations = {key: in_language(found, language) for key, found in library.quotations.items()}
    sources = dict(library.sources)
    for docname, recorded in pages:
        for quotation, source in recorded:
            if first := quotations.get(quotation.id):
                conflicts.append((docname, quotation, library.place(first)))
                continue
            key = source_key(sources, source)
            if key != source.key:
                quotation = msgspec.structs.replace(quotation, source=key)
                source = msgspec.structs.replace(source, key=key)
            quotations[quotation.id] = in_language(quotation, language)
            sources.setdefault(key, source)
    return Collection(
        quotations, sources, library.unknowns, library.evidence, filing_of(quotations.values())
    ), conflicts


def in_language(quotation: Quotation, language: str) -> Quotation:
    """Return *quotation* in the *language* of the site if its record has none."""
    if not quotation.lang_assumed or quotation.lang == language:
        return quotation
    return msgspec.structs.replace(quotation, lang=language)


def source_key(sources: Mapping[str, Source], source: Source) -> str:
    """Return the key of a source that a page describes.

    A title alone may be the key of a recorded source. Otherwise two descriptions mean one source only if they are equal.
    """
    known = sources.get(source.key)
    if known in (None, source) or source == Source(source.key, title=source.key, type=""):
        return source.key
    for key in chain([source.key], (f"{source.key} ({number})" for number in count(2))):
        if key not in sources or sources[key] == msgspec.structs.replace(source, key=key):
            return key
    raise AssertionError

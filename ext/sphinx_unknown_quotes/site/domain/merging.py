"""What files record and what pages record, as one collection."""

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

#: A quotation whose id another has, with its page, and the place of the other.
Conflict = tuple[str, "Quotation", str]


def merged(
    library: Library, pages: Iterable[tuple[str, Iterable[tuple[Quotation, Source]]]], language: str
) -> tuple[Collection, list[Conflict]]:
    """Return the collection of files first, then of *pages* in their order; of two with one id the first counts.

    *pages* are names with what each records; *language* is that of the site, BCP 47.
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
    """Give words for which nobody has recorded a language that of the site."""
    if not quotation.lang_assumed or quotation.lang == language:
        return quotation
    return msgspec.structs.replace(quotation, lang=language)


def source_key(sources: Mapping[str, Source], source: Source) -> str:
    """Return the key of a source described in a page.

    A title alone may be the key of a recorded source; otherwise two are one where all they say agrees.
    """
    known = sources.get(source.key)
    if known in (None, source) or source == Source(source.key, title=source.key, type=""):
        return source.key
    for key in chain([source.key], (f"{source.key} ({number})" for number in count(2))):
        if key not in sources or sources[key] == msgspec.structs.replace(source, key=key):
            return key
    raise AssertionError

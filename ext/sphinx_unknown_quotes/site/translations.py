"""Translate texts of records by gettext's catalogues: contexts, and the titles and questions of unknowns.

The words themselves, names and titles of sources are never translated.
"""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from sphinx.builders.gettext import MessageCatalogBuilder, MsgOrigin

from ..collection.records import UNKNOWNS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.builders import Builder

    from ..collection.records import Quotation, Unknown
    from ..collection.selection import Collection

    Translate = Callable[[str], str]

#: The catalogue: unknown-quotes.pot from the gettext builder, and unknown-quotes.po in a folder of ``locale_dirs``.
TEXT_DOMAIN: Final = "unknown-quotes"


def translator(builder: Builder) -> Translate | None:
    """Return a function that translates texts of records into the language of the site; None if there is no catalogue."""
    if not builder.use_message_catalog:
        return None
    language = builder.config.language
    found: GNUTranslations | None = None
    # The order is that in which Sphinx reads the catalogues of pages: that of a region first, and folders in their order.
    for name in dict.fromkeys([language, language.partition("_")[0]]):
        for folder in builder.config.locale_dirs:
            path = Path(builder.srcdir, folder, name, "LC_MESSAGES", f"{TEXT_DOMAIN}.mo")
            if not path.is_file():
                continue
            with path.open("rb") as stream:
                catalogue = GNUTranslations(stream)
            if found:
                found.add_fallback(catalogue)
            else:
                found = catalogue
    return found.gettext if found else None


def translated_quotation(quotation: Quotation, translate: Translate | None) -> Quotation:
    """Return *quotation* with its context in the language of the site."""
    if not translate or not quotation.context:
        return quotation
    return msgspec.structs.replace(quotation, context=translate(quotation.context))


def translated(collection: Collection, translate: Translate | None) -> Collection:
    """Return *collection* with its texts in the language of the site."""
    if not translate:
        return collection
    quotations = {key: translated_quotation(found, translate) for key, found in collection.quotations.items()}
    unknowns = {key: _translated_unknown(found, translate) for key, found in collection.unknowns.items()}
    return collection._replace(quotations=quotations, unknowns=unknowns)


def _translated_unknown(unknown: Unknown, translate: Translate) -> Unknown:
    question = translate(unknown.question) if unknown.question else None
    return msgspec.structs.replace(unknown, title=translate(unknown.title), question=question)


def add_messages(builder: Builder, folder: Path, quotations: Iterable[Quotation], unknowns: Iterable[Unknown]) -> None:
    """Add the texts of records, each with its place, to the gettext builder; do nothing for other builders."""
    if not isinstance(builder, MessageCatalogBuilder):
        return
    for unknown in unknowns:
        for text in filter(None, [unknown.title, unknown.question]):
            builder.catalogs[TEXT_DOMAIN].add(text, MsgOrigin(str(folder / UNKNOWNS_FILE), 1))
    for quotation in quotations:
        if quotation.context:
            place = MsgOrigin(str(folder / quotation.path), quotation.line)
            builder.catalogs[TEXT_DOMAIN].add(quotation.context, place)

"""Digests of what a page depends on, by which a build knows which pages to read or to write again."""

from __future__ import annotations

from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING

import msgspec

from .addresses import group_target
from .references import GROUP_ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sphinx.builders import Builder

    from ...collection.loading import Library
    from ...collection.records import Quotation, Source
    from ...collection.selection import Group
    from .catalogue import Catalogue

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def drawn_digest(library: Library, quotes: Collection[str], recorded: Iterable[tuple[Quotation, Source]]) -> str:
    """Return a digest of what is needed to read a page: the records of *quotes* and the titles of their unknowns.

    It is empty for a page without quotations.
    """
    if not quotes:
        return ""
    shown: list[object] = []
    for quote in quotes:
        quotation = library.quotations.get(library.former.get(quote, quote))
        if quotation is None:
            shown.append(quote)
        else:
            record = _shown(quotation)
            about = library.unknowns.get(quotation.unknown or "")
            shown.append((quote, record, library.sources[quotation.source], about))
    shown += [library.unknowns.get(quotation.unknown or "") for quotation, _ in recorded]
    return blake2b(_encode(shown), digest_size=16).hexdigest()


def _shown(quotation: Quotation) -> Quotation:
    """The record without its place, which no page shows.

    msgspec leaves out a value that is the same object as the default. A stored language is equal, but another object.
    """
    return msgspec.structs.replace(quotation, line=0, path="", lang=intern(quotation.lang))


class Fingerprints:
    """Fingerprints of everything from the collection and from other pages that written pages show."""

    def __init__(self, catalogue: Catalogue, builder: Builder) -> None:
        self.catalogue = catalogue
        self.builder = builder
        self._conflicting = {docname for docname, _, _ in self.catalogue.conflicts}
        self._quotes: dict[str, bytes] = {}
        self._groups: dict[tuple[str, str | None], bytes] = {}

    def page(self, docname: str) -> str:
        """Return the fingerprint of the page *docname*. If it changes, the page must be written again."""
        facts = self.catalogue.pages[docname]
        digest = blake2b(digest_size=16)
        for quote in dict.fromkeys([*(quote for quote, _ in facts.cards), *facts.texts]):
            digest.update(self._quote(quote))
        if docname in self._conflicting:
            # The page shows its own record, and not the other one with the same id.
            digest.update(_encode([self._linked(quotation) for quotation, _ in facts.recorded]))
        for options in self.catalogue.indexes_of(docname):
            shown = self._quote if options.style == "cards" else self._entry
            groups = self.catalogue.listed(options)
            for group in groups:
                digest.update(_encode((group.key, group.title, group.question)))
                for quotation in group.quotations:
                    digest.update(shown(quotation.id))
            digest.update(_encode(self._unknowns(groups)))
        for role, target in facts.references:
            digest.update(self._reference(role, target))
        return digest.hexdigest()

    def _unknowns(self, groups: list[Group]) -> list[str]:
        """The unknowns of a list, in the order of its filter."""
        used = {quotation.unknown for group in groups for quotation in group.quotations}
        return [key for key in self.catalogue.collection.unknowns if key in used]

    def _quote(self, quote: str) -> bytes:
        """Everything that a card or an entry shows of a quotation."""
        quote = self.catalogue.former.get(quote, quote)
        if quote not in self._quotes:
            collection = self.catalogue.collection
            quotation = collection.quotations.get(quote)
            shown: object = quote
            if quotation:
                linked = self._linked(quotation)
                record = _shown(quotation)
                beside = (collection.source(quotation), collection.evidence.get(quote), linked)
                shown = (record, beside, self.catalogue.homes.get(quote))
            self._quotes[quote] = blake2b(_encode(shown), digest_size=16).digest()
        return self._quotes[quote]

    def _linked(self, quotation: Quotation) -> list[bytes]:
        """The groups and the quotations to which a card refers."""
        groups = [self._group("speaker", name) for name in quotation.speaker]
        if quotation.unknown:
            groups.append(self._group("unknown", quotation.unknown))
        return [*groups, *(self._entry(other.id) for other in self.catalogue.named_by(quotation))]

    def _entry(self, quote: str) -> bytes:
        """What a list shows of a quotation, with the address of its link."""
        collection = self.catalogue.collection
        quotation = collection.quotations[quote]
        about = collection.title("unknown", quotation.unknown or "")
        place = (quotation.at, quotation.page, quotation.section, self.catalogue.homes.get(quote))
        who = [(name, self._group("speaker", name)) for name in quotation.speaker]
        where = (collection.source(quotation), self._group("source", quotation.source))
        said = (quotation.text, quotation.lang, quotation.status, bool(quotation.via), bool(quotation.reported), about)
        return _encode((said, who, where, place, collection.support(quotation)))

    def _group(self, by: str, key: str) -> bytes:
        if (by, key) not in self._groups:
            shown = (self.catalogue.collection.title(by, key), group_target(self.catalogue, self.builder, by, key))
            self._groups[by, key] = _encode(shown)
        return self._groups[by, key]

    def _reference(self, role: str, target: str) -> bytes:
        if role in GROUP_ROLES:
            key = self.catalogue.known(role, target)
            return self._group(role, key) if key is not None else b"-"
        if role == "index":
            return b"+" if self.catalogue.collection.quotations else b"-"
        return self._quote(target)

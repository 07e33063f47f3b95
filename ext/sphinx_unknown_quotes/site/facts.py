"""What the environment keeps of a page: builtins and records only, keyed by page, so that purge and merge are trivial."""

from __future__ import annotations

import pickle
from collections.abc import MutableMapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..collection.records import Quotation, Source
    from .inline import InlineRecord

#: Version of everything the environment keeps, records among it. 3: a page packed. 4: records of a page as records.
ENV_VERSION = 4


class PageFacts(NamedTuple):
    """What one page holds of quotations."""

    #: The quotation and the anchor of each card, in the order of the page.
    cards: tuple[tuple[str, str], ...] = ()
    #: The quotations that the page itself records, with their sources.
    recorded: tuple[tuple[Quotation, Source], ...] = ()
    #: The lists on the page: their options, by the order of the page.
    indexes: tuple[dict[str, Any], ...] = ()
    #: On a page with lists, the anchors that are taken and could be the id of a quotation.
    taken: tuple[str, ...] = ()
    #: What the page refers to: role (or ``any``) and target.
    references: tuple[tuple[str, str], ...] = ()
    #: The quotations whose words stand in its sentences.
    texts: tuple[str, ...] = ()
    #: The examples that the page shows, by their ids (:mod:`.examples`).
    examples: tuple[tuple[str, InlineRecord], ...] = ()
    #: Digest of the records that reading the page drew on; the page is read again when it changes.
    drawn: str = ""


class Pages(MutableMapping[str, PageFacts]):
    """The facts of all pages. The environment has them *packed*: of most builds nobody asks what is in them."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._unpacked: dict[str, PageFacts] = {}

    def __getitem__(self, docname: str) -> PageFacts:
        if docname not in self._unpacked:
            self._unpacked[docname] = pickle.loads(self._packed[docname])
        return self._unpacked[docname]

    def __setitem__(self, docname: str, facts: PageFacts) -> None:
        self._unpacked[docname] = facts
        self._packed[docname] = pickle.dumps(facts, protocol=5)

    def __delitem__(self, docname: str) -> None:
        self._unpacked.pop(docname, None)
        del self._packed[docname]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def digests(self) -> list[tuple[str, str]]:
        """Return a digest of each page, sorted by name, without unpacking any."""
        return [
            (docname, blake2b(packed, digest_size=16).hexdigest()) for docname, packed in sorted(self._packed.items())
        ]

    def take_over(self, docname: str, packed: bytes) -> None:
        """Take a page that another process has packed."""
        self._unpacked.pop(docname, None)
        self._packed[docname] = packed

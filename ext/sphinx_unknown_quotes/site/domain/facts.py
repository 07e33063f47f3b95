"""What the environment keeps of a page: builtins and records only, keyed by page, so that purge and merge are trivial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...collection.records import RECORDS_VERSION

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source
    from ..directives.inline import InlineRecord

#: Version of all that the environment keeps. Raise the number when facts or list options change; for records it is not needed.
ENV_VERSION: Final = RECORDS_VERSION + 9


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

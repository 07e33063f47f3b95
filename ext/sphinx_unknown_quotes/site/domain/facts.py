"""What the environment keeps of a page: only builtins and records, by page, so that to purge and to merge is simple."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...collection.records import RECORDS_VERSION

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source
    from ..directives.inline import InlineRecord

#: The version of the environment's data. Raise the number if facts or list options change; records raise it by themselves.
ENV_VERSION: Final = RECORDS_VERSION + 9


class PageFacts(NamedTuple):
    """The quotations, lists and references of one page."""

    #: The quotation and the anchor of each card, in the order of the page.
    cards: tuple[tuple[str, str], ...] = ()
    #: The quotations that the page itself records, with their sources.
    recorded: tuple[tuple[Quotation, Source], ...] = ()
    #: The options of the lists on the page, in its order.
    indexes: tuple[dict[str, Any], ...] = ()
    #: On a page with lists, its anchors that could be the id of a quotation.
    taken: tuple[str, ...] = ()
    #: The references of the page: role (or ``any``) and target.
    references: tuple[tuple[str, str], ...] = ()
    #: The quotations whose words it cites in sentences.
    texts: tuple[str, ...] = ()
    #: The examples that the page shows, by their ids (:mod:`.examples`).
    examples: tuple[tuple[str, InlineRecord], ...] = ()
    #: The digest of the records that were needed to read the page. If it changes, the page is read again.
    drawn: str = ""

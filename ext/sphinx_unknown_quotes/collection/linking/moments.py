"""The link from a quotation to its words in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .links import page_url, passage_url, timed_url

if TYPE_CHECKING:
    from ..records import Quotation, Source

#: Types of source whose address shows the text itself, so that a link can lead to the passage.
_WEB_TEXTS = frozenset({"article", "post", "code", "report", "testimony"})


def moment_url(quotation: Quotation, source: Source) -> str | None:
    """Return the link to the moment, page or passage of the words, or None if none is known."""
    if quotation.at:
        return timed_url(source.url, quotation.at)
    if quotation.page and (url := page_url(source.url, quotation.page)):
        return url
    read_there = not (quotation.via and not quotation.reported)
    return passage_url(source.url, quotation.text) if source.type in _WEB_TEXTS and read_there else None

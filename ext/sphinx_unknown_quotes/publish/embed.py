"""A quotation as HTML that can be pasted into any page, without a script and without a request to another host.

The element and its attributes are those of Quotebacks, whose readers then show it as a card.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..collection.text.words import paragraphs

if TYPE_CHECKING:
    from ..collection.records import Quotation, Source


def embed(quotation: Quotation, source: Source, address: str) -> str:
    """Return the element. Its credit links to *address*, or is plain text if that is empty.

    The element is one line, since a blank line would end HTML in Markdown.
    """
    speakers = ", ".join(quotation.speaker)
    words = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs(quotation.text))
    title = escape(source.title)
    work = f'<cite><a href="{escape(address)}">{title}</a></cite>' if address else f"<cite>{title}</cite>"
    credit = f"{escape(speakers)}, {work}" if speakers else work
    cite = f' cite="{escape(address)}"' if address else ""
    return (
        f'<blockquote class="quoteback" lang="{escape(quotation.lang)}"{cite} data-title="{title}" '
        f'data-author="{escape(speakers)}">{words}<footer>— {credit}</footer></blockquote>'
    )

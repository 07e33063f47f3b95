"""The head of a quotation's page, for previews of links and search engines; and pages that redirect from old addresses."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from ...collection.text.words import flat
from ...publish.json_ld import quotation_json_ld, script_safe
from ..labels import in_marks, shortened

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ...collection.records import Quotation, Source

#: The most characters of the words in a preview.
_DESCRIPTION = 280
#: The format of the pictures that publish/pictures.py draws. It is not imported here, since it needs Pillow.
_PICTURE: Final = {"og:image:type": "image/png", "og:image:width": "1200", "og:image:height": "630"}


def head_of(quotation: Quotation, source: Source, title: str, app: Sphinx, address: str, picture: str = "") -> str:
    """Return the elements of the page's head; *address* and *picture* are absolute addresses, or empty if there are none."""
    words = in_marks(shortened(quotation.text, _DESCRIPTION), quotation)
    properties = {
        "og:type": "article",
        "og:title": title,
        "og:description": words,
        "og:url": address,
        "og:site_name": flat(app.config.html_title or app.config.project),
    }
    card = "summary_large_image" if picture else "summary"
    names = {"description": words, "twitter:card": card, "twitter:title": title, "twitter:description": words}
    if picture:
        properties |= {"og:image": picture, **_PICTURE, "og:image:alt": words}
        names |= {"twitter:image": picture, "twitter:image:alt": words}
    lines = [_meta("property", name, text) for name, text in properties.items() if text]
    lines += [_meta("name", name, text) for name, text in names.items()]
    document = script_safe(quotation_json_ld(quotation, source, address or None))
    return "\n".join([*lines, f'<script type="application/ld+json">{document}</script>'])


def redirect(address: str) -> bytes:
    """Return a page that redirects to *address*, without a script."""
    to = escape(address)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{to}</title><link rel="canonical" href="{to}">'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={to}"></head>'
        f'<body><p><a href="{to}">{to}</a></p></body></html>\n'
    ).encode()


def _meta(kind: str, name: str, text: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(text)}" />'

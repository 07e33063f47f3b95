"""Keep the link checker from looking for moments, pages and passages as anchors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Media fragments, https://www.w3.org/TR/media-frags/; pages of a PDF, RFC 8118; text fragments, https://wicg.github.io/scroll-to-text-fragment/
_MOMENT = re.compile(r"#(?:t|page)=[^#]*$|:~:.*$", re.DOTALL)


def forget_moments(_app: Sphinx, uri: str) -> str | None:
    """On ``linkcheck-process-uri``: remove the fragments that players and browsers read, and that no page has as an anchor."""
    plain = _MOMENT.sub("", uri).removesuffix("#")
    return plain if plain != uri else None

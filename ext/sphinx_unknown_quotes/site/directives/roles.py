"""The roles ``uq:quote``, ``uq:text``, ``uq:speaker``, ``uq:unknown`` and ``uq:source``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import ReferenceRole

from ...collection.records import flat
from ..library import library_of
from ..nodes import unknown_quote_text

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

_TYPOGRAPHIC: Final = str.maketrans("‘’“”\u00a0", "''\"\" ")


def find_fragment(fragment: str, text: str) -> str | None:
    """Return *fragment* as it stands in *text*, in whole words, or None where it does not.

    Straight and curly quotation marks count as the same, since editors turn one into the other.
    """
    words, wanted = flat(text), flat(fragment).translate(_TYPOGRAPHIC)
    plain = words.translate(_TYPOGRAPHIC)
    start = plain.find(wanted)
    while start >= 0 and wanted:
        end = start + len(wanted)
        cut = (start and plain[start - 1].isalnum() and plain[start].isalnum()) or (
            end < len(plain) and plain[end - 1].isalnum() and plain[end].isalnum()
        )
        # Scripts without spaces between words have no boundaries to respect.
        if not cut or (not plain.isascii() and plain[start] > "\u2e80"):
            return words[start:end]
        start = plain.find(wanted, start + 1)
    return None


class TextRole(ReferenceRole):
    """The recorded words, or a fragment of them that must occur in them.

    ``unknown_quote_text (quote, fragment) > Text``, filled in when the page is written;
    what stands in it until then is for tables of contents.
    """

    def run(self) -> tuple[list[Node], list[system_message]]:
        fragment = self.title if self.has_explicit_title else ""
        node = unknown_quote_text(
            self.rawtext, "", quote=self.target.strip(), fragment=fragment, support_smartquotes=False
        )
        quotation = library_of(self.env).quotations.get(node["quote"])
        shown = fragment or (flat(quotation.text) if quotation else self.target)
        node += nodes.Text(shown)
        self.set_source_info(node)
        return [node], []


def _reference() -> XRefRole:
    return XRefRole(innernodeclass=nodes.inline, warn_dangling=True)


ROLES: Final[dict[str, Any]] = {
    "quote": _reference(),
    "text": TextRole(),
    "speaker": _reference(),
    "unknown": _reference(),
    "source": _reference(),
}

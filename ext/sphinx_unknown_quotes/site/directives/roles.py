"""The roles ``uq:quote``, ``uq:text``, ``uq:speaker``, ``uq:unknown`` and ``uq:source``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import ReferenceRole, SphinxRole

from ...collection.problems import nearest
from ...collection.text.words import flat
from ..apostrophes import typographic
from ..library import library_of
from ..messages import warn
from ..nodes import unknown_quote_text

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class TextRole(ReferenceRole):
    """The recorded words, or a fragment of them that must occur in them.

    ``unknown_quote_text (quote, fragment) > Text``, which is filled when the page is written.
    Its text before that is for tables of contents.
    """

    def run(self) -> tuple[list[Node], list[system_message]]:
        fragment = self.title if self.has_explicit_title else ""
        node = unknown_quote_text(
            self.rawtext, "", quote=self.target.strip(), fragment=fragment, support_smartquotes=False
        )
        quotation = library_of(self.env).quotations.get(node["quote"])
        shown = fragment or (flat(quotation.text) if quotation else self.target)
        node += nodes.Text(typographic(shown))
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
#: What each role shows and takes. The guide's table is made from it.
ROLE_HELP: Final[dict[str, str]] = {
    "quote": "A link to the card of a quotation. Takes an id.",
    "text": "The recorded words, or a fragment of them, between quotation marks. Takes an id, or a fragment and an id.",
    "speaker": "A link to the list of a speaker's quotations. Takes a name in full.",
    "unknown": "A link to the list of quotations about what is not known. Takes a key of unknowns.yaml, or its title.",
    "source": "A link to the list of a source's quotations. Takes the name of its file without .yaml, or its title.",
}


class _UnknownRole(SphinxRole):
    """The text of a role that the domain does not have."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        name = self.name.rpartition(":")[2]
        hint = nearest(name, ROLES) or f" There are {', '.join(ROLES)}."
        warn("role", "there is no role uq:%s.%s", name, hint, location=self.get_location())
        return [nodes.inline(self.rawtext, self.text)], []


#: The role for every name that is not in :data:`ROLES`: it warns, and keeps the text.
UNKNOWN_ROLE: Final = _UnknownRole()

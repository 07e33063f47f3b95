"""The role and the directive ``unquoted``: text whose quotation marks are not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

#: The class with which any element has the same effect.
UNQUOTED = "unquoted"


class UnquotedRole(SphinxRole):
    """A text whose quotation marks are not checked."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the text with the class."""
        node = nodes.inline(self.rawtext, self.text, classes=[UNQUOTED])
        self.set_source_info(node)
        return [node], []


class Unquoted(SphinxDirective):
    """Blocks whose quotation marks are not checked."""

    has_content = True

    def run(self) -> list[Node]:
        """Return the content of the directive, with the class."""
        node = nodes.container("", classes=[UNQUOTED])
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]

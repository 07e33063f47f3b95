"""The role and the directive ``unquoted``: words whose quotation marks nobody is to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

#: The class that says the same of any element.
UNQUOTED = "unquoted"


class UnquotedRole(SphinxRole):
    """Text as it stands."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the text with the class."""
        node = nodes.inline(self.rawtext, self.text, classes=[UNQUOTED])
        self.set_source_info(node)
        return [node], []


class Unquoted(SphinxDirective):
    """Blocks as they stand."""

    has_content = True

    def run(self) -> list[Node]:
        """Return what is in the directive, with the class."""
        node = nodes.container("", classes=[UNQUOTED])
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]

"""The HTML of a filled list: that of its kind of node, with the data attributes that the filter reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .card_html import add_attributes
from .nodes import unknown_quote_list, unknown_quote_row

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.writers.html5 import HTML5Translator


def _kind(node: nodes.Element) -> str:
    if isinstance(node, unknown_quote_list):
        return "container"
    return "row" if isinstance(node, unknown_quote_row) else "list_item"


def visit(self: HTML5Translator, node: nodes.Element) -> None:
    """Open a list, an entry or a row as the theme writes such a thing."""
    getattr(self, f"visit_{_kind(node)}")(node)
    facets = node["facets"]
    add_attributes(self, facets if isinstance(facets, dict) else {"facets": facets})


def depart(self: HTML5Translator, node: nodes.Element) -> None:
    """Close it."""
    getattr(self, f"depart_{_kind(node)}")(node)

"""Write the HTML of a filled list, with the data attributes that the filter reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..cards.html import add_attributes
from ..domain.domain import uq_domain
from .entries import EntryWriter

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ..nodes import unknown_quote_entry, unknown_quote_list, unknown_quote_row


def visit_list(self: HTML5Translator, node: unknown_quote_list) -> None:
    """Open a list as a container of the theme."""
    self.visit_container(node)
    add_attributes(self, node["facets"])


def depart_list(self: HTML5Translator, node: unknown_quote_list) -> None:
    """Close a list."""
    self.depart_container(node)


def visit_row(self: HTML5Translator, node: unknown_quote_row) -> None:
    """Open a row as a row of the theme."""
    self.visit_row(node)
    add_attributes(self, node["facets"])


def depart_row(self: HTML5Translator, node: unknown_quote_row) -> None:
    """Close a row."""
    self.depart_row(node)


def visit_entry(self: HTML5Translator, node: unknown_quote_entry) -> None:
    """Write an entry."""
    catalogue = uq_domain(self.builder.env).catalogue
    quotation = catalogue.collection.quotations[node["quote"]]
    writer = EntryWriter(catalogue, self.builder, self.builder.current_docname)
    self.body.append(writer.html(quotation, node["by"], node["when"]))
    raise nodes.SkipNode

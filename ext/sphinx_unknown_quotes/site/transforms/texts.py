"""Recorded words in a sentence."""

from __future__ import annotations

from textwrap import shorten
from typing import Any, Final

from docutils import nodes

from ...collection.problems import shown
from ...collection.text.fragments import find_fragment
from ...collection.text.words import flat
from ..apostrophes import typographic
from ..cards.nodes import text_nodes
from ..nodes import unknown_quote_text
from .base import QuotesTransform

#: The most characters of recorded words that a warning repeats.
_TOLD: Final = 500


class FillTexts(QuotesTransform):
    """Recorded words in a sentence."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Fill in the words of each ``uq:text``."""
        for node in list(self.document.findall(unknown_quote_text)):
            found = self.catalogue.on_page(node["quote"], self.env.docname)
            if not found:
                self.warn_of_missing(node)
                node.replace_self(nodes.inline("", node["fragment"] or node["quote"]))
                continue
            quotation, source = found
            words = flat(quotation.text)
            if node["fragment"]:
                words = find_fragment(node["fragment"], quotation.text) or ""
                if not words:
                    told = (shown(node["fragment"]), quotation.id, repr(shorten(flat(quotation.text), _TOLD)))
                    self.warn("fragment", "%s does not occur in the words of %s: %s", *told, node=node)
                    node.replace_self(nodes.inline("", node["fragment"]))
                    continue
            node.children = []
            node += nodes.Text(typographic(words))
            node["lang"] = quotation.lang
            if quotation.status == "paraphrase":
                node["paraphrase"] = True
            if source.url:
                node["cite"] = source.url


class ExpandTexts(QuotesTransform):
    """Recorded words in a sentence, for builders that do not write HTML."""

    default_priority = 7

    def is_supported(self) -> bool:
        """Return whether the builder has no visitor for this node."""
        return self.builder.format != "html"

    def run(self, **kwargs: Any) -> None:
        """Put the words between quotation marks."""
        for node in list(self.document.findall(unknown_quote_text)):
            node.parent.replace(node, text_nodes(node))

"""Cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ..cards.latex import latex_card
from ..cards.nodes import card_nodes, card_text
from ..directives.examples import is_example
from ..domain.general_index import index_entries
from ..labels import speaker_label
from ..nodes import unknown_quote, unknown_quote_body
from .base import QuotesTransform

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source


class FillCards(QuotesTransform):
    """Cards. For HTML, the content is one node, which the writer knows; for every other builder, standard nodes with links."""

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        """Fill each card. If its quotation does not exist, keep only the author's note."""
        for card in list(self.document.findall(unknown_quote)):
            found = self.catalogue.on_page(card["quote"], card["docname"])
            if not found:
                self.warn_of_missing(card)
                card.parent.replace(card, card.children)
                continue
            self._keep_former_anchors(card, found[0])
            if self.builder.format == "html":
                card["speaker"] = speaker_label(found[0])
                text = card_text(*found, self.catalogue.collection)
                card.insert(0, unknown_quote_body("", text, quote=card["quote"], docname=card["docname"]))
            else:
                self._expand(card, *found)

    def _keep_former_anchors(self, card: unknown_quote, quotation: Quotation) -> None:
        """Add the former ids of its quotation to the anchors of a card, so that old links lead to it."""
        home = self.catalogue.homes.get(quotation.id)
        if quotation.formerly and card["ids"] and home and home.anchor == card["ids"][0]:
            card["ids"] += [old for old in self.catalogue.former_of(quotation) if old not in self.document.ids]

    def _expand(self, card: unknown_quote, quotation: Quotation, source: Source) -> None:
        as_nodes = latex_card if self.builder.format == "latex" else card_nodes
        expanded = as_nodes(card, quotation, source, self.catalogue, self.env.config.language)
        if card["ids"] and self.domain.settings.general_index and not is_example(quotation.id):
            # LaTeX and Texinfo take the general index from the pages.
            entries = index_entries(quotation, self.catalogue.collection, card["ids"][0])
            expanded.insert(0, addnodes.index(entries=entries))
        card.parent.replace(card, expanded)


class DropRepeatedIds(QuotesTransform):
    """Cards that several pages show: if all pages become one document, only the first keeps the anchor."""

    default_priority = 8

    def is_supported(self) -> bool:
        """Return whether all pages become one."""
        return self.builder.name == "singlehtml"

    def run(self, **kwargs: Any) -> None:
        """Remove each id of a card from all nodes except the first that has it."""
        seen: set[str] = set()
        for node in self.document.findall(lambda node: isinstance(node, (unknown_quote, nodes.rubric)) and node["ids"]):
            node["ids"] = [anchor for anchor in node["ids"] if anchor not in seen]  # type: ignore[index]
            seen.update(node["ids"])  # type: ignore[index]

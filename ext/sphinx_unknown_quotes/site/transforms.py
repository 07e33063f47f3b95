"""When a page is written: placeholders -> what the collection has for them now.

The transforms run before references are resolved (priority below 9, MyST's), so that they may leave references to resolve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..collection.problems import nearest
from ..collection.records import flat, paragraphs
from .card_nodes import card_nodes, text_nodes
from .credit import credit_lines, plain_credit
from .general_index import index_entries
from .list_nodes import list_nodes
from .messages import warn
from .nodes import unknown_quote, unknown_quote_credit, unknown_quote_index, unknown_quote_text, unknown_quote_words
from .roles import find_fragment

if TYPE_CHECKING:
    from ..collection.records import Quotation
    from .catalogue import Catalogue


class _QuotesTransform(SphinxPostTransform):
    @property
    def domain(self) -> Any:
        return self.env.domains["uq"]

    @property
    def catalogue(self) -> Catalogue:
        return self.domain.catalogue  # type: ignore[no-any-return]

    def _warn_of_missing(self, node: nodes.Element) -> None:
        hint = nearest(node["quote"], self.catalogue.collection.quotations)
        warn("not_found", "there is no quotation %r.%s", node["quote"], hint, location=node)


class FillIndexes(_QuotesTransform):
    """Lists: before cards, since a list in cards style brings some."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each list."""
        taken = set(self.document.ids)
        for node in list(self.document.findall(unknown_quote_index)):
            self._warn_of_filters(node)
            found = list_nodes(node, self.catalogue, self.env.config.language, taken)
            if node["ids"]:
                found.insert(0, nodes.target("", "", ids=node["ids"], names=node["names"]))
            node.parent.replace(node, found)

    def _warn_of_filters(self, node: unknown_quote_index) -> None:
        for field, wanted in node["options"]["filters"].items():
            values = self.catalogue.values(field)
            for value in wanted:
                if value not in values:
                    warn("not_found", ":%s: nothing has %r.%s", field, value, nearest(value, values), location=node)


class FillTexts(_QuotesTransform):
    """Recorded words in a sentence."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Fill in the words of each ``uq:text``."""
        for node in list(self.document.findall(unknown_quote_text)):
            found = self.catalogue.on_page(node["quote"], self.env.docname)
            if not found:
                self._warn_of_missing(node)
                node.replace_self(nodes.inline("", node["fragment"] or node["quote"]))
                continue
            quotation, source = found
            words = flat(quotation.text)
            if node["fragment"]:
                words = find_fragment(node["fragment"], quotation.text) or ""
                if not words:
                    message = "%r does not occur in the words of %s: %r"
                    warn("fragment", message, node["fragment"], quotation.id, flat(quotation.text), location=node)
                    node.replace_self(nodes.inline("", node["fragment"]))
                    continue
            node.children = []
            node += nodes.Text(words)
            node["lang"] = quotation.lang
            if source.url:
                node["cite"] = source.url


class FillCards(_QuotesTransform):
    """Cards, with their words and credit as text: what HTML needs, and the search index."""

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        """Fill each card whose quotation there is; of others, keep the author's note."""
        language = self.env.config.language
        for card in list(self.document.findall(unknown_quote)):
            found = self.catalogue.on_page(card["quote"], card["docname"])
            if not found:
                self._warn_of_missing(card)
                card.parent.replace(card, card.children)
                continue
            quotation, source = found
            words = unknown_quote_words("", quote=card["quote"], docname=card["docname"])
            words += [nodes.paragraph("", text) for text in paragraphs(quotation.text)]
            lines = credit_lines(quotation, source, self.catalogue, language)
            credit = unknown_quote_credit("", plain_credit(lines), quote=card["quote"], docname=card["docname"])
            card.insert(0, [words, credit])


class ExpandForOtherFormats(_QuotesTransform):
    """Everything as standard nodes, with links, for builders that do not write HTML."""

    default_priority = 7

    def is_supported(self) -> bool:
        """Return whether the builder has no visitors for our nodes."""
        return self.env._builder_cls.format != "html"

    def run(self, **kwargs: Any) -> None:
        """Replace what only the HTML writer knows."""
        for card in list(self.document.findall(unknown_quote)):
            quotation, source = self.catalogue.on_page(card["quote"], card["docname"]) or (None, None)
            if quotation and source:
                nodes_ = card_nodes(card, quotation, source, self.catalogue, self.env.config.language)
                card.parent.replace(card, [*self._index_node(card, quotation), *nodes_])
        for node in list(self.document.findall(unknown_quote_text)):
            node.parent.replace(node, text_nodes(node))

    def _index_node(self, card: unknown_quote, quotation: Quotation) -> list[nodes.Node]:
        """LaTeX and Texinfo take the general index from the pages."""
        if not (card["ids"] and self.domain.settings.general_index):
            return []
        return [addnodes.index(entries=index_entries(quotation, self.catalogue.collection.unknowns, card["ids"][0]))]

"""Replace the placeholders of a page by the content from the collection, when the page is written.

The transforms run before references are resolved (MyST's priority is 9), so that they may add references.
"""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..collection.fragments import find_fragment
from ..collection.problems import nearest, shown
from ..collection.words import flat
from .apostrophes import typographic
from .cards.latex import latex_card
from .cards.nodes import card_nodes, card_text, text_nodes
from .directives.examples import is_example
from .directives.list_options import ListOptions
from .domain.addresses import has_index_pages
from .domain.domain import uq_domain
from .domain.general_index import index_entries
from .domain.indices import INDEX_PAGES
from .domain.references import why_no_index_page
from .labels import speaker_label
from .lists.map_latex import map_nodes
from .lists.nodes import list_nodes
from .messages import warn
from .nodes import unknown_quote, unknown_quote_body, unknown_quote_index, unknown_quote_map, unknown_quote_text

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ..collection.records import Quotation, Source
    from .domain.catalogue import Catalogue
    from .domain.domain import UnknownQuotesDomain

#: The most characters of recorded words that a warning repeats.
_TOLD: Final = 500


class _QuotesTransform(SphinxPostTransform):
    @property
    def domain(self) -> UnknownQuotesDomain:
        return uq_domain(self.env)

    @property
    def catalogue(self) -> Catalogue:
        return self.domain.catalogue

    @property
    def builder(self) -> Builder:
        return self.domain.builder

    def _warn(self, subtype: str, message: str, *args: object, node: nodes.Element) -> None:
        self.catalogue.warned.add(self.env.docname)
        warn(subtype, message, *args, location=node)

    def _warn_of_missing(self, node: nodes.Element) -> None:
        if self.catalogue.is_reported("quote", node["quote"]):
            return
        hint = nearest(node["quote"], self.catalogue.collection.quotations)
        self._warn("not_found", "there is no quotation %r.%s", node["quote"], hint, node=node)


class DropDeadReferences(_QuotesTransform):
    """References to index pages that are not written, to which Sphinx would link all the same."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each by its text, and warn if the page could exist."""
        for node in list(self.document.findall(addnodes.pending_xref)):
            page = node["reftarget"]
            if page not in INDEX_PAGES or not self._leads_to(page, node):
                continue
            if why := why_no_index_page(self.catalogue, self.builder, page):
                if has_index_pages(self.builder):
                    self._warn("not_found", "the index page %r is not written: %s.", page, why, node=node)
                named = node.children if node.get("refexplicit") else []
                node.replace_self(named or [nodes.inline("", str(INDEX_PAGES[page].localname))])

    def _leads_to(self, page: str, node: addnodes.pending_xref) -> bool:
        """Return whether *node* leads to the index page, by ``ref``, ``any`` or MyST's ``#``."""
        if node.get("refdomain"):
            return (node["refdomain"], node["reftype"]) == ("std", "ref")
        # A label of an author with the same name takes precedence.
        label = self.env.domains.standard_domain.anonlabels.get(page)
        return node["reftype"] in ("any", "myst") and label is not None and bool(label[0] == page)


class FillIndexes(_QuotesTransform):
    """Lists. They are filled before cards, since a list in cards style adds cards."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each list."""
        if not self.builder.use_message_catalog:
            # The gettext catalogue of a page has only what its author wrote, and not the content of lists.
            return
        taken = set(self.document.ids)
        lists = list(self.document.findall(unknown_quote_index))
        shown = [_chosen(node) for node in lists if node["options"]["style"] != "map"]
        for node in lists:
            self._warn_of_filters(node)
            html = self.builder.format == "html"
            found = list_nodes(node, self.catalogue, self.env.config.language, taken, html)
            if node["options"]["style"] == "map":
                found = self._map(node, found, listed=_chosen(node) not in shown)
            if node["ids"]:
                found.insert(0, nodes.target("", "", ids=node["ids"], names=node["names"]))
            node.parent.replace(node, found)

    def _map(self, node: unknown_quote_index, found: list[nodes.Node], listed: bool) -> list[nodes.Node]:
        """Return the map. On paper, its list cannot be folded away, so it is left out if the document has the same list."""
        if self.builder.format == "latex":
            drawn = map_nodes(ListOptions(**node["options"]), self.catalogue, node["docname"])
            return [*drawn, *found] if listed else drawn
        if listed or (self.builder.format == "html" and self.builder.name != "epub"):
            return found
        maps = [part for part in found if isinstance(part, unknown_quote_map)]
        for part in maps:
            part.children = []
        return [*maps]

    def _warn_of_filters(self, node: unknown_quote_index) -> None:
        for field, wanted in node["options"]["filters"].items():
            values = self.catalogue.values(field)
            for value in wanted:
                if value not in values and not self.catalogue.is_reported(field, value):
                    self._warn("not_found", ":%s: nothing has %r.%s", field, value, nearest(value, values), node=node)


def _chosen(node: unknown_quote_index) -> tuple[object, ...]:
    """Return what decides which quotations a list has, and how it groups them."""
    return tuple(node["options"][name] for name in ("by", "filters", "limit"))


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
                    told = (shown(node["fragment"]), quotation.id, repr(shorten(flat(quotation.text), _TOLD)))
                    self._warn("fragment", "%s does not occur in the words of %s: %s", *told, node=node)
                    node.replace_self(nodes.inline("", node["fragment"]))
                    continue
            node.children = []
            node += nodes.Text(typographic(words))
            node["lang"] = quotation.lang
            if quotation.status == "paraphrase":
                node["paraphrase"] = True
            if source.url:
                node["cite"] = source.url


class FillCards(_QuotesTransform):
    """Cards. For HTML, the content is one node, which the writer knows; for every other builder, standard nodes with links."""

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        """Fill each card. If its quotation does not exist, keep only the author's note."""
        for card in list(self.document.findall(unknown_quote)):
            found = self.catalogue.on_page(card["quote"], card["docname"])
            if not found:
                self._warn_of_missing(card)
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


class ExpandTexts(_QuotesTransform):
    """Recorded words in a sentence, for builders that do not write HTML."""

    default_priority = 7

    def is_supported(self) -> bool:
        """Return whether the builder has no visitor for this node."""
        return self.builder.format != "html"

    def run(self, **kwargs: Any) -> None:
        """Put the words between quotation marks."""
        for node in list(self.document.findall(unknown_quote_text)):
            node.parent.replace(node, text_nodes(node))


class DropRepeatedIds(_QuotesTransform):
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

"""References to index pages that a build does not write."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes

from ..domain.addresses import has_index_pages
from ..domain.indices import INDEX_PAGES
from ..domain.references import why_no_index_page
from .base import QuotesTransform


class DropDeadReferences(QuotesTransform):
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
                    self.warn("not_found", "the index page %r is not written: %s.", page, why, node=node)
                named = node.children if node.get("refexplicit") else []
                node.replace_self(named or [nodes.inline("", str(INDEX_PAGES[page].localname))])

    def _leads_to(self, page: str, node: addnodes.pending_xref) -> bool:
        """Return whether *node* leads to the index page, by ``ref``, ``any`` or MyST's ``#``."""
        if node.get("refdomain"):
            return (node["refdomain"], node["reftype"]) == ("std", "ref")
        # A label of an author with the same name takes precedence.
        label = self.env.domains.standard_domain.anonlabels.get(page)
        return node["reftype"] in ("any", "myst") and label is not None and bool(label[0] == page)

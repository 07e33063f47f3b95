"""Lists and maps of quotations."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from ...collection.problems import nearest
from ..directives.list_options import ListOptions
from ..lists.map_latex import map_nodes
from ..lists.nodes import list_nodes
from ..nodes import unknown_quote_index, unknown_quote_map
from .base import QuotesTransform


class FillIndexes(QuotesTransform):
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
                    self.warn("not_found", ":%s: nothing has %r.%s", field, value, nearest(value, values), node=node)


def _chosen(node: unknown_quote_index) -> tuple[object, ...]:
    """Return what decides which quotations a list has, and how it groups them."""
    return tuple(node["options"][name] for name in ("by", "filters", "limit"))

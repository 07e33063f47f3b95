"""Names of groups in the navigation: Furo shows the captions of the front page's toctrees, and of no other page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.addnodes import toctree

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

#: Where Furo leaves its navigation for its template.
TREE = "furo_navigation_tree"


class NavigationGroups:
    """Puts the names of groups into the navigation of each page. Which there are is asked once a build."""

    def __init__(self) -> None:
        """Know no group until all pages are read."""
        self._groups: list[tuple[str, str]] = []

    def note(self, _app: Sphinx, env: BuildEnvironment) -> None:
        """On ``env-updated``: keep the caption of each toctree below the front page, with the first page that it brings."""
        pages = sorted(env.tocs.keys() - {env.config.root_doc})
        trees = [tree for page in pages for tree in env.tocs[page].findall(toctree)]
        self._groups = [(tree["caption"], tree["includefiles"][0]) for tree in trees if _is_named(tree)]

    def add(
        self, app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: nodes.document | None
    ) -> None:
        """On ``html-page-context``, after Furo: put the name of each group before its first page."""
        if TREE not in context:
            return
        navigation = context[TREE]
        for caption, first in self._groups:
            address = "#" if first == pagename else app.builder.get_relative_uri(pagename, first)
            before, link, after = navigation.partition(f'href="{escape(address)}"')
            start = before.rfind("<li ")
            if link and start >= 0:
                name = f'<li><span class="caption-text">{escape(caption)}</span></li>\n'
                navigation = f"{before[:start]}{name}{before[start:]}{link}{after}"
        context[TREE] = navigation


def _is_named(tree: toctree) -> bool:
    return bool(tree.get("caption") and tree["includefiles"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect to the writing of pages, after Furo has made its navigation."""
    groups = NavigationGroups()
    app.connect("env-updated", groups.note)
    app.connect("html-page-context", groups.add, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

"""Names of groups in the navigation: Furo shows the captions of the front page's toctrees, and of no other page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.addnodes import toctree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

#: Where Furo leaves its navigation for its template.
TREE = "furo_navigation_tree"


def groups(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Yield the caption of each toctree below the front page, with the first page that it brings."""
    for docname in sorted(env.tocs.keys() - {env.config.root_doc}):
        for brought in env.tocs[docname].findall(toctree):
            if brought.get("caption") and brought["includefiles"]:
                yield brought["caption"], brought["includefiles"][0]


def add_groups(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """On ``html-page-context``, after Furo: put the name of each group before its first page."""
    if TREE not in context:
        return
    tree = context[TREE]
    for caption, first in groups(app.env):
        address = "#" if first == pagename else app.builder.get_relative_uri(pagename, first)
        before, link, after = tree.partition(f'href="{escape(address)}"')
        start = before.rfind("<li ")
        if link and start >= 0:
            name = f'<li><span class="caption-text">{escape(caption)}</span></li>\n'
            tree = f"{before[:start]}{name}{before[start:]}{link}{after}"
    context[TREE] = tree


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect to the writing of pages, after Furo has made its navigation."""
    app.connect("html-page-context", add_groups, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

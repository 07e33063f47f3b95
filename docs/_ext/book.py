"""The site as a book: the front page, which contains all others, becomes a chapter like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class FrontPageAsChapter(SphinxPostTransform):
    """Undo that Sphinx uses the title of the first page for the book, and its sections as chapters."""

    default_priority = 1
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Put the first page and all others next to each other into a section with the title of the project."""
        first = self.document.next_node(nodes.section)
        if first is None or first.parent is not self.document:
            return
        pages = [part for page in _pages_in(first) for part in (page, *_parts_of(page))]
        for page in pages:
            page.parent.remove(page)
        self.document.replace(first, nodes.section("", nodes.title("", self.config.project), first, *pages))


def _pages_in(node: nodes.Element) -> Iterator[start_of_file]:
    """Yield the pages directly inside *node*."""
    for child in node.children:
        if isinstance(child, start_of_file):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _pages_in(child)


def _parts_of(page: start_of_file) -> list[start_of_file]:
    """Return the pages in *page* if these contain pages themselves: so the parts of the guide become chapters."""
    brought = list(_pages_in(page))
    return brought if any(list(_pages_in(part)) for part in brought) else []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the transform."""
    app.add_post_transform(FrontPageAsChapter)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

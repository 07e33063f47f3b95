"""Read a doctree of docutils as passages. Sphinx's nodes are recognised by name, so that Sphinx is not needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from ..passages import OPAQUE, Passage
from .html import UNQUOTED, Unquoted, marks_of
from .plain import one_line, without_attribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Blocks without prose: code, titles, and data for other programs.
_SKIPPED: Final = frozenset(
    ["title", "subtitle", "rubric", "literal_block", "doctest_block", "math_block", "raw", "comment",
     "substitution_definition", "target", "system_message", "pending", "meta", "toctree", "desc_signature", "index",
     "glossary_entry", "productionlist", "attribution", "unknown_quote_index", "unknown_quote_map", "docinfo", "label",
     "highlightlang"]
)  # fmt: skip
#: Parts of a paragraph that are not prose.
_OPAQUE_PARTS: Final = frozenset(
    ["literal", "math", "raw", "image", "footnote_reference", "citation_reference", "title_reference",
     "unknown_quote_text", "problematic", "literal_emphasis", "literal_strong", "download_reference",
     "number_reference", "substitution_reference", "generated"]
)  # fmt: skip


def read_doctree(document: nodes.Element, path: str) -> Iterator[Passage]:
    """Yield the passages of *document* in their order; *path* is the file of nodes that do not name another."""
    waiting: list[nodes.Node] = [document]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, nodes.Element) or _is_skipped(node, _SKIPPED):
            continue
        if isinstance(node, (nodes.line_block, nodes.TextElement)):
            yield _passage(node, _text(node), path)
        elif isinstance(node, nodes.block_quote) and (passage := _block(node, path)):
            yield passage
        else:
            waiting += reversed(list(_checked(node.children)))


def _checked(children: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    """Yield the blocks that HTML between them does not exclude."""
    unquoted = Unquoted()
    for child in children:
        if isinstance(child, (nodes.raw, nodes.comment)):
            unquoted.read(child.astext())
        elif not unquoted.frees():
            yield child


def _is_skipped(node: nodes.Element, names: frozenset[str]) -> bool:
    return node.tagname in names or UNQUOTED in node.get("classes", ())


def _passage(node: nodes.Element, text: str, path: str) -> Passage:
    line = next((found for each in (node, *node.children) if (found := getattr(each, "line", None))), None)
    return Passage(one_line(text), _source(node) or path, line or _line_above(node))


def _source(node: nodes.Node) -> str:
    while node is not None:
        if getattr(node, "source", None):
            return str(node.source)
        node = node.parent
    return ""


def _line_above(node: nodes.Node) -> int:
    while (node := node.parent) is not None:
        if getattr(node, "line", None):
            return int(node.line)  # type: ignore[arg-type]
    return 0


def _block(node: nodes.block_quote, path: str) -> Passage | None:
    """Return a block of paragraphs as one quotation; None if it has anything else, such as an indented list."""
    paragraphs = [child for child in node.children if isinstance(child, nodes.paragraph)]
    lines = [child for child in node.children if isinstance(child, nodes.attribution)]
    if not paragraphs or len(paragraphs) + len(lines) < len(node.children):
        return None
    text, attribution = without_attribution("\n".join(_text(paragraph) for paragraph in paragraphs))
    if lines:
        attribution = one_line(_text(lines[0]))
    found = _passage(paragraphs[0], text, path)
    return found._replace(is_block=True, attribution=attribution)


def _text(node: nodes.Element) -> str:
    parts: list[str] = []
    unquoted = Unquoted()
    for child in node.children:
        if isinstance(child, nodes.raw):
            unquoted.read(child.astext())
            parts.append(marks_of(child.astext()))
        elif unquoted.is_open:
            continue
        elif isinstance(child, nodes.Text):
            parts.append(child.astext())
        elif isinstance(child, nodes.Element):
            parts.append(OPAQUE if _is_skipped(child, _OPAQUE_PARTS) else _text(child))
            if isinstance(child, (nodes.line, nodes.paragraph)):
                parts.append("\n")
    return "".join(parts)

"""A card as nodes for LaTeX.

How it looks, ``unknown-quotes.sty`` says: Sphinx writes an environment for a container of a class, and a command for
an inline node of one, and sites can give either another meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from ..labels import direction
from .credit import credit_lines, status_line
from .nodes import part_node, words_nodes

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source
    from ..domain.catalogue import Catalogue
    from ..nodes import unknown_quote
    from .credit import Line, Part

#: A container of words that are read from right to left.
RIGHT_TO_LEFT: Final = "uq-rtl"
# Unlike two backslashes, it takes no bracket after it for an option of its own.
_LINE: Final = r"\newline{}"


def latex_card(
    card: unknown_quote, quotation: Quotation, source: Source, catalogue: Catalogue, language: str
) -> list[nodes.Node]:
    """Return what stands for a filled *card*: its anchor, and a container with the words, the credit and the note."""
    here = card["docname"]
    turned = [RIGHT_TO_LEFT] if direction(quotation.lang) == "rtl" else []
    classes = ["uq-words", f"language-{quotation.lang.lower()}", *turned]
    words = nodes.container("", *words_nodes(quotation), classes=classes)
    # One paragraph, since an end of a page may stand between two.
    credit = nodes.paragraph("", "", translatable=False)
    for line in credit_lines(quotation, source, catalogue, language):
        if credit.children:
            credit += nodes.raw("", _LINE, format="latex")
        credit += _parts(line, here)
    above = status_line(quotation)
    status = nodes.paragraph("", "", *_parts(above, here), translatable=False) if above else None
    parts: list[nodes.Node] = [nodes.container("", status, classes=["uq-status"])] if status else []
    parts += [words, nodes.container("", credit, classes=["uq-credit"]), *card.children]
    # LaTeX gives containers no label, but targets.
    anchor: list[nodes.Node] = [nodes.target("", "", ids=card["ids"])] if card["ids"] else []
    return [*anchor, nodes.container("", *parts, classes=["unknown-quote"])]


def _parts(line: Line, docname: str) -> list[nodes.Node]:
    return [_part(part, docname) for part in line.parts]


def _part(part: Part, docname: str) -> nodes.Node:
    node = part_node(part, docname)
    # The kind of support, or the speaker: what the page shows with a mark or in bold.
    name = f"uq-{part.kind}" if part.kind == "speaker" else part.kind.partition("evidence ")[2]
    return nodes.inline("", "", node, classes=[name]) if name else node

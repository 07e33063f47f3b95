"""A card as nodes for LaTeX.

``unknown-quotes.sty`` has its look. For a container with a class, Sphinx writes an environment; for an inline node with a
class, a command. A site can redefine both.
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

#: The class of a container whose words run from right to left.
RIGHT_TO_LEFT: Final = "uq-rtl"
# Unlike ``\\``, it does not read a bracket after it as its option.
_LINE: Final = r"\newline{}"


def latex_card(
    card: unknown_quote, quotation: Quotation, source: Source, catalogue: Catalogue, language: str
) -> list[nodes.Node]:
    """Return the nodes of a *card*: its anchor, and a container with the words, the credit and the note."""
    here = card["docname"]
    turned = [RIGHT_TO_LEFT] if direction(quotation.lang) == "rtl" else []
    classes = ["uq-words", f"language-{quotation.lang.lower()}", *turned]
    words = nodes.container("", *words_nodes(quotation), classes=classes)
    # One paragraph, since a page may break between two.
    credit = nodes.paragraph("", "", translatable=False)
    for line in credit_lines(quotation, source, catalogue, language):
        if credit.children:
            credit += nodes.raw("", _LINE, format="latex")
        credit += _parts(line, here)
    above = status_line(quotation)
    status = nodes.paragraph("", "", *_parts(above, here), translatable=False) if above else None
    parts: list[nodes.Node] = [nodes.container("", status, classes=["uq-status"])] if status else []
    parts += [words, nodes.container("", credit, classes=["uq-credit"]), *card.children]
    # Sphinx's LaTeX writer gives a label to targets, but not to containers.
    anchor: list[nodes.Node] = [nodes.target("", "", ids=card["ids"])] if card["ids"] else []
    return [*anchor, nodes.container("", *parts, classes=["unknown-quote"])]


def _parts(line: Line, docname: str) -> list[nodes.Node]:
    return [_part(part, docname) for part in line.parts]


def _part(part: Part, docname: str) -> nodes.Node:
    node = part_node(part, docname)
    # The style shows the speaker in bold, and the kind of support with a mark.
    name = f"uq-{part.kind}" if part.kind == "speaker" else part.kind.partition("evidence ")[2]
    return nodes.inline("", "", node, classes=[name]) if name else node

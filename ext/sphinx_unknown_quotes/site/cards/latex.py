"""The look of a card in LaTeX, where there is no stylesheet: words larger than the text around them, the credit smaller."""

from __future__ import annotations

from typing import Final

from docutils import nodes

# Long words may be parted by the end of a page; words and credit may not.
_WORDS: Final = r"\medskip\begingroup\large\raggedright\interlinepenalty=500"
_CREDIT: Final = r"\par\endgroup\nopagebreak\begingroup\small\raggedright\interlinepenalty=10000"
_END: Final = r"\par\endgroup\medskip"
# Unlike two backslashes, it takes no bracket after it for an option of its own.
_LINE: Final = r"\newline{}"


def typeset(block: nodes.block_quote) -> None:
    """Set the *block* of :func:`.nodes.card_nodes`: its lines become one paragraph, which does not part."""
    lines = next(child for child in block.children if isinstance(child, nodes.line_block))
    credit = nodes.paragraph("", "", translatable=False)
    for line in lines.children:
        if credit.children:
            credit += _raw(_LINE)
        credit += line.children
    block.replace(lines, [_raw(_CREDIT), credit, _raw(_END)])
    block.insert(0, _raw(_WORDS))


def _raw(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")

"""A card as standard nodes, for the link checker and for every format except HTML and LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from ...collection.text.words import paragraphs
from ..apostrophes import typographic
from ..domain.references import GROUP_ROLES
from ..labels import marks_of, quote_marks, quoted
from .credit import credit_lines, status_line

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source
    from ...collection.selection import Collection
    from ..domain.catalogue import Catalogue
    from ..nodes import unknown_quote, unknown_quote_text
    from .credit import Line, Part


def card_nodes(
    card: unknown_quote, quotation: Quotation, source: Source, catalogue: Catalogue, language: str
) -> list[nodes.Node]:
    """Return the nodes of a *card*: its anchor, the words in quotation marks, the credit and the note."""
    note = card.children[:]
    block = nodes.block_quote("", *words_nodes(quotation))
    lines = credit_lines(quotation, source, catalogue, language)
    block += nodes.line_block("", *(nodes.line("", "", *_parts(line, card["docname"])) for line in lines))
    block += note
    # Every format can link to a target, but not every format to a container.
    found: list[nodes.Node] = [nodes.target("", "", ids=card["ids"])] if card["ids"] else []
    if line := status_line(quotation):
        warning = nodes.strong("", "", *_parts(line, card["docname"]))
        found.append(nodes.paragraph("", "", warning, translatable=False))
    return [*found, block]


def words_nodes(quotation: Quotation) -> list[nodes.paragraph]:
    """Return the paragraphs of the words, with quotation marks around all of them."""
    opening, closing = marks_of(quotation)
    words = [typographic(text) for text in paragraphs(quotation.text)]
    words[0] = opening + words[0]
    words[-1] += closing
    return [nodes.paragraph("", text, translatable=False) for text in words]


def card_text(quotation: Quotation, source: Source, collection: Collection) -> str:
    """Return the text for Sphinx's search: the words and the names, without the texts that every card has."""
    about = collection.title("unknown", quotation.unknown) if quotation.unknown else None
    parts = [quotation.text, *quotation.speaker, quotation.role, source.title, source.container, about]
    parts += [quotation.context, quotation.translation, quotation.reported]
    return "\n".join([part for part in parts if part])


def _parts(line: Line, docname: str) -> list[nodes.Node]:
    return [part_node(part, docname) for part in line.parts]


def part_node(part: Part, docname: str) -> nodes.Node:
    """Return a part of the credit as an inline node, with its link."""
    text = quoted(part.text, part.lang) if part.kind == "wording" else part.text
    if part.group:
        by, key = part.group
        return group_reference(by, key, text, docname)
    if part.quote:
        return quote_reference(part.quote, text, docname, [])
    inner: nodes.Node = nodes.emphasis("", text) if part.kind == "work" else nodes.Text(text)
    if part.href:
        return nodes.reference("", "", inner, refuri=part.href, internal=False)
    return inner


def group_reference(by: str, key: str, text: str, docname: str) -> nodes.Node:
    """Return a reference to a group of the index, or only its text if no role refers to such groups."""
    text = typographic(text)
    return reference_to(by, key, nodes.inline("", text), docname) if by in GROUP_ROLES else nodes.Text(text)


def quote_reference(quote: str, text: str, docname: str, classes: list[str]) -> pending_xref:
    """Return a reference to the home of a quotation; *classes* are the classes of *text*."""
    return reference_to("quote", quote, nodes.inline("", text, classes=classes), docname)


def reference_to(role: str, target: str, inner: nodes.Node, docname: str) -> pending_xref:
    """Return a reference that shows *inner* and leads to *target*, which must exist."""
    return pending_xref(
        "", inner, refdomain="uq", reftype=role, reftarget=target, refexplicit=True, refwarn=False, refdoc=docname
    )


def text_nodes(node: unknown_quote_text) -> list[nodes.Node]:
    """Return the recorded words of a sentence between quotation marks; a paraphrase without them."""
    if node.get("paraphrase"):
        return node.children
    opening, closing = quote_marks(node.get("lang", "en"))
    return [nodes.Text(opening), *node.children, nodes.Text(closing)]

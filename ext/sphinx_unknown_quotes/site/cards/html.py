"""Write the HTML of a card from its record.

The credit is outside of ``<blockquote>``, as the HTML standard wants it. The card is a ``div`` and not a ``figure``,
since screen readers read the caption of a figure twice. Everything from a record is escaped here, and parsed nowhere.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ...collection.text.words import paragraphs
from ..apostrophes import typographic
from ..domain.addresses import card_address, group_address, own_address
from ..domain.domain import uq_domain
from ..labels import direction, is_long, marks_of, quoted
from ..messages import _
from .credit import credit_lines, status_line
from .wording import compared

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.writers.html5 import HTML5Translator

    from ...collection.records import Quotation, Source
    from ..domain.catalogue import Catalogue
    from ..nodes import unknown_quote, unknown_quote_body, unknown_quote_text
    from .credit import Line, Part


def _language(lang: str, page_language: str) -> str:
    """``lang`` and ``dir``, if they differ from those of the page."""
    if lang == page_language or lang.lower() == page_language.lower().replace("_", "-"):
        return ""
    turned = direction(lang) != direction(page_language)
    return f' lang="{escape(lang)}"' + (f' dir="{direction(lang)}"' if turned else "")


def _marks(quotation: Quotation) -> str:
    """The quotation marks, if they are not those of English, for the citation that the script copies."""
    marks = " ".join(marks_of(quotation))
    return f' data-marks="{escape(marks)}"' if marks != "“ ”" else ""


def visit_card(self: HTML5Translator, node: unknown_quote) -> None:
    """Open the card. Its children are its body and the author's note."""
    label = _("Quotation: %(speaker)s") % {"speaker": node["speaker"]}
    self.body.append(self.starttag(node, "div", "", CLASS="unknown-quote sd-card"))
    _add_to_tag(self, f' role="group" aria-label="{escape(label)}"')
    if "facets" in node:
        add_attributes(self, node["facets"])


def depart_card(self: HTML5Translator, node: unknown_quote) -> None:
    """Close the card, with the link to it as the last element, so that a screen reader reads it after the words."""
    if node["ids"] and self.builder.name != "epub":
        label = _("Link to this quotation")
        label = escape(f"{label}: {node['speaker']}")
        catalogue, here = uq_domain(self.builder.env).catalogue, self.builder.current_docname
        address = escape(own_address(catalogue, self.builder, node["quote"], here)) or f"#{node['ids'][0]}"
        self.body.append(f'<a class="uq-permalink" href="{address}" aria-label="{label}">#</a>')
    self.body.append("</div>\n")


def add_attributes(self: HTML5Translator, attributes: dict[str, str]) -> None:
    """Add data attributes to the start tag that was written last."""
    _add_to_tag(self, data_attributes(attributes))


def _add_to_tag(self: HTML5Translator, html: str) -> None:
    tag, end, rest = self.body[-1].partition(">")
    self.body[-1] = f"{tag}{html}{end}{rest}"


def data_attributes(attributes: dict[str, str]) -> str:
    """Return data attributes as HTML, each with a space before it."""
    return "".join([f' data-{name}="{escape(value)}"' for name, value in attributes.items()])


def visit_body(self: HTML5Translator, node: unknown_quote_body) -> None:
    """Write the status above the words, the words and the credit."""
    catalogue = uq_domain(self.builder.env).catalogue
    found = catalogue.on_page(node["quote"], node["docname"])
    assert found is not None  # a card without a record gets no body
    writer = CardWriter(catalogue, self.builder, self.config.language, self.builder.current_docname)
    self.body.append(writer.html(*found))
    raise nodes.SkipNode


class CardWriter(NamedTuple):
    """Writes the body of cards on the page *here* of a site in *language*."""

    catalogue: Catalogue
    builder: Builder
    language: str
    here: str

    def html(self, quotation: Quotation, source: Source) -> str:
        """Return the status above the words, the words and the credit."""
        above = status_line(quotation)
        recorded = paragraphs(quotation.text)
        shown = [typographic(text) for text in recorded]
        words = "</p><p>".join([escape(text, quote=False) for text in shown])
        # The script copies the words as they are recorded.
        exact = data_attributes({"words": "\n\n".join(recorded)}) if shown != recorded else ""
        cite = f' cite="{escape(source.url)}"' if source.url else ""
        credit = "".join([self._line(line) for line in credit_lines(quotation, source, self.catalogue, self.language)])
        return (
            f"{self._line(above) if above else ''}"
            f"<blockquote{cite}{_language(quotation.lang, self.language)}{_marks(quotation)}{exact}><p>{words}</p></blockquote>\n"
            f'<div class="uq-credit">{credit}</div>\n'
        )

    def _line(self, line: Line) -> str:
        parts = "".join([self._part(part) if part.kind else escape(part.text, quote=False) for part in line.parts])
        return f'<p class="uq-{line.kind}">{parts}</p>\n'

    def _part(self, part: Part) -> str:
        text = escape(part.text, quote=False)
        if part.year:
            # The text ends in the date, which gets its markup there.
            before = text.removesuffix(part.year)
            text = f'{before}<span class="uq-date"><time datetime="{part.year}">{part.year}</time></span>'
        if part.kind == "wording":
            return _wording(part, self.language)
        if part.kind == "separator":
            # The space stays when the stylesheet hides the separator.
            return f'<span class="uq-separator">{text.rstrip()}</span>{text[-1]}'
        if part.iso:
            # ``datetime`` takes no EDTF marks and no intervals.
            machine = "" if "/" in part.iso else f' datetime="{part.iso.rstrip("~?%")}"'
            text = f"<time{machine}>{text}</time>"
        elif part.href:
            text = f'<a class="reference external" href="{escape(part.href)}">{text}</a>'
        elif address := self._internal(part):
            text = f'<a class="reference internal" href="{escape(address)}">{text}</a>'
        element = "cite" if part.kind == "work" else "span"
        return f'<{element} class="{part_class(part.kind, part.text)}">{text}</{element}>'

    def _internal(self, part: Part) -> str:
        """Return the address in the project to which a part refers; empty if it refers to nothing, or to nothing that is shown."""
        if part.quote:
            return card_address(self.catalogue, self.builder, part.quote, self.here)
        return group_address(self.catalogue, self.builder, part.group, self.here) if part.group else ""


def part_class(kind: str, text: str) -> str:
    """Return the classes of a part. A long moment or date, such as the name of a section, may break over lines."""
    return f"uq-{kind} uq-long" if kind in ("moment", "date") and is_long(text) else f"uq-{kind}"


def _wording(part: Part, page_language: str) -> str:
    """The reported wording, with marks where it differs from the recorded words, and a caret where words are left out.

    A sentence says the same to readers who do not see the marks.
    """
    pieces = compared(part.text, part.against)
    found = []
    for piece in pieces:
        text = escape(piece.text.rstrip(), quote=False)
        space = " " if piece.text != piece.text.rstrip() else ""
        found.append('<span class="uq-omission"></span>' if piece.omitted else "")
        found.append(f'<em class="uq-differs">{text}</em>{space}' if piece.differs else f"{text}{space}")
    told = [
        (_("Other words: %(words)s."), [piece.text.strip() for piece in pieces if piece.differs]),
        (_("Left out: %(words)s."), [piece.omitted for piece in pieces if piece.omitted]),
    ]
    sentences = [
        sentence % {"words": ", ".join([quoted(text, part.lang) for text in texts])}
        for sentence, texts in told
        if texts
    ]
    said = f' <span class="uq-said">{escape(" ".join(sentences), quote=False)}</span>' if sentences else ""
    return f"<q{_language(part.lang, page_language)}>{''.join(found)}</q>{said}"


def visit_text(self: HTML5Translator, node: unknown_quote_text) -> None:
    """Open recorded words in a sentence. The browser adds the quotation marks of their language, except to a paraphrase."""
    cite = f' cite="{escape(node["cite"])}"' if node.get("cite") and not node.get("paraphrase") else ""
    language = _language(node.get("lang", ""), self.config.language)
    self.body.append(f'<{_text_element(node)} class="uq-text"{cite}{language}>')


def depart_text(self: HTML5Translator, node: unknown_quote_text) -> None:
    """Close recorded words in a sentence."""
    self.body.append(f"</{_text_element(node)}>")


def _text_element(node: unknown_quote_text) -> str:
    return "span" if node.get("paraphrase") else "q"

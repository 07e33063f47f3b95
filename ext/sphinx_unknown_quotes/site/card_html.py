"""The HTML of a card, written from its record in one go.

Attribution stands outside ``<blockquote>`` (HTML standard), in a ``div`` and not a ``figure``,
whose caption screen readers read twice. Everything from a record is escaped here and nowhere parsed.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..collection.records import paragraphs
from .credit import credit_lines, status_line
from .labels import direction

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ..collection.records import Quotation, Source
    from .credit import Line, Part
    from .nodes import unknown_quote, unknown_quote_credit, unknown_quote_text, unknown_quote_words


def _attributes(**values: str | None) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value)


def _language(lang: str, page_language: str) -> str:
    """``lang`` and ``dir`` where they differ from those of the page."""
    if lang.lower() == page_language.lower().replace("_", "-"):
        return ""
    return _attributes(lang=lang, dir=direction(lang) if direction(lang) != direction(page_language) else None)


def _record(self: HTML5Translator, node: nodes.Element) -> tuple[Quotation, Source]:
    domain: Any = self.builder.env.domains["uq"]
    found = domain.catalogue.on_page(node["quote"], node["docname"])
    assert found is not None  # the post-transform replaces cards without a record
    return found  # type: ignore[no-any-return]


def visit_card(self: HTML5Translator, node: unknown_quote) -> None:
    """Open the card; its words, credit and note are its children."""
    self.body.append(self.starttag(node, "div", "", CLASS="unknown-quote sd-card"))


def depart_card(self: HTML5Translator, _node: unknown_quote) -> None:
    """Close the card."""
    self.body.append("</div>\n")


def visit_words(self: HTML5Translator, node: unknown_quote_words) -> None:
    """Write the words, and above them what a reader must know before."""
    quotation, source = _record(self, node)
    if line := status_line(quotation):
        self.body.append(_line(self, line))
    words = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs(quotation.text))
    cite = _attributes(cite=source.url)
    self.body.append(f"<blockquote{cite}{_language(quotation.lang, self.config.language)}>{words}</blockquote>\n")
    raise nodes.SkipNode


def visit_credit(self: HTML5Translator, node: unknown_quote_credit) -> None:
    """Write the credit."""
    quotation, source = _record(self, node)
    domain: Any = self.builder.env.domains["uq"]
    lines = credit_lines(quotation, source, domain.catalogue, self.config.language)
    self.body.append('<div class="uq-credit">')
    self.body.extend(_line(self, line) for line in lines)
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _line(self: HTML5Translator, line: Line) -> str:
    return f'<p class="uq-{line.kind}">{"".join(_part(self, part) for part in line.parts)}</p>\n'


def _part(self: HTML5Translator, part: Part) -> str:
    text = escape(part.text, quote=False)
    if part.kind == "wording":
        return f"<q{_language(part.lang, self.config.language)}>{text}</q>"
    if part.iso:
        text = f"<time{_attributes(datetime=_machine_date(part.iso))}>{text}</time>"
    href = part.href or (_group_url(self, part.group) if part.group else "")
    css = _attributes(**{"class": f"uq-{part.kind}"}) if part.kind else ""
    if href:
        kind = "internal" if part.group else "external"
        text = f'<a class="reference {kind}"{_attributes(href=href)}>{text}</a>'
    if part.kind == "work":
        return f"<cite{css}>{text}</cite>"
    return f"<span{css}>{text}</span>" if css else text


def _machine_date(edtf: str) -> str | None:
    """HTML's ``datetime`` takes no marks and no intervals."""
    return None if "/" in edtf else edtf.rstrip("~?%")


def _group_url(self: HTML5Translator, group: tuple[str, str]) -> str:
    domain: Any = self.builder.env.domains["uq"]
    target = domain.group_target(self.builder, *group)
    if not target:
        return ""
    here: str = self.builder.current_docname
    uri = self.builder.get_relative_uri(here, target.docname) if target.docname != here else ""
    return f"{uri}#{target.anchor}"


def visit_text(self: HTML5Translator, node: unknown_quote_text) -> None:
    """Open recorded words in a sentence; the browser adds the quotation marks of their language."""
    self.body.append(f"<q{_attributes(cite=node.get('cite'))}{_language(node.get('lang', ''), self.config.language)}>")


def depart_text(self: HTML5Translator, _node: unknown_quote_text) -> None:
    """Close recorded words in a sentence."""
    self.body.append("</q>")

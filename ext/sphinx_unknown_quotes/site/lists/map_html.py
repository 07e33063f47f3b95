"""The map as an inline SVG, drawn when the page is written, for light and dark pages and for phones.

Horizontal places are in percent, so that the map is as wide as the page while its text keeps its size.
Colours come from the stylesheet; the shape of a mark means the same as its colour.
A mark is a link with a name, for keyboards and screen readers, too. The list under the map has the same links.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from ...collection.evidence import SUPPORT
from ...collection.linking.links import safe_url
from ...collection.linking.moments import moment_url
from ...collection.text.words import flat
from ..directives.list_options import ListOptions
from ..domain.addresses import card_address
from ..domain.domain import uq_domain
from ..labels import date_label, in_marks, shortened, speaker_label
from ..messages import _
from ..support import support_title
from .map_epub import write_picture
from .map_layout import COLUMN, LANE_END, lay_out

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ...collection.records import Quotation
    from ..domain.catalogue import Catalogue
    from ..nodes import unknown_quote_map
    from .map_layout import Dot, Lane, Layout

#: Heights in pixels: of a mark, as a finger needs it; of the name of a lane with the space above it; of the years.
_DOT, _HEAD, _FOOT = 24, 24, 22
#: The band of a long date is shorter by so much at both ends, in percent, so that the bands of two years do not touch.
_INSET: Final = 0.5
#: The shape for each kind of support, around 0,0; the stylesheet fills it.
_SHAPES: Final = {
    "found": '<circle r="5"/>',
    "near": '<circle r="4.25"/><path d="M0-5A5 5 0 0 0 0 5Z"/>',
    "read": '<path d="M0-6 6 0 0 6-6 0Z"/>',
    "reported": '<circle r="4.25"/>',
    "unchecked": '<circle r="4.25"/>',
    "contradicted": '<path d="M-4-4 4 4M-4 4 4-4"/>',
}


def visit_map(self: HTML5Translator, node: unknown_quote_map) -> None:
    """Draw the picture and its legend, and begin the list that says the same. In an EPUB, the list is not folded away."""
    catalogue = uq_domain(self.builder.env).catalogue
    options = ListOptions(**node["options"])
    groups = catalogue.listed(options)
    quotations = {item.id: item for group in groups for item in group.quotations}
    kinds = {catalogue.collection.support(item) for item in quotations.values()}
    legend = "".join(
        f'<li><span class="uq-evidence uq-{kind}">{escape(support_title(kind))}</span></li>'
        for kind in SUPPORT
        if kind in kinds
    )
    label = _("Map of %(number)d quotations by what is unknown and by date; the same follows as a list.")
    label %= {"number": len(quotations)}
    if self.builder.name == "epub":
        address = write_picture(self, node["options"], lay_out(catalogue.collection, groups), catalogue.collection)
        self.body.append(self.starttag(node, "div", "\n", CLASS="uq-map"))
        picture = f'<p><img src="{escape(address)}" alt="{escape(label)}" /></p>'
        self.body.append(f'{picture}\n<ul class="uq-legend">{legend}</ul>\n')
        return
    labelled: dict[str, Any] = {"aria-label": label}
    self.body.append(self.starttag(node, "div", "\n", CLASS="uq-map", role="group", **labelled))
    self.body.append(_Drawing(self, catalogue).svg(lay_out(catalogue.collection, groups)))
    self.body.append(f'<ul class="uq-legend">{legend}</ul>\n')
    summary = _("The same as a list")
    self.body.append(f"<details>\n<summary>{escape(summary)}</summary>\n")


def depart_map(self: HTML5Translator, _node: unknown_quote_map) -> None:
    """Close the list and the map."""
    self.body.append("</div>\n" if self.builder.name == "epub" else "</details>\n</div>\n")


class _Drawing:
    def __init__(self, translator: HTML5Translator, catalogue: Catalogue) -> None:
        self.builder = translator.builder
        self.language: str = translator.config.language
        self.catalogue = catalogue
        self.collection = catalogue.collection

    def svg(self, layout: Layout) -> str:
        height = sum(_HEAD + _DOT * lane.height for lane in layout.lanes)
        axis = [f'<line x1="{x}%" x2="{x}%" y2="{height + 4}"/>' for x in layout.lines]
        axis += [_label(x, height, f"{year:04d}") for year, x in layout.ticks]
        if layout.undated:
            axis.append(f'<rect x="{COLUMN}%" width="{100 - COLUMN:.1f}%" height="{height}"/>')
            axis.append(_label((COLUMN + 100) / 2, height, _("no date")))
        drawn, top = [], 0
        for lane in layout.lanes:
            drawn.append(self._lane(lane, top, LANE_END if layout.undated else 100))
            top += _HEAD + _DOT * lane.height
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="list" width="100%" height="{height + _FOOT}">\n'
            f'<g class="uq-axis" aria-hidden="true">{"".join(axis)}</g>\n{"".join(drawn)}</svg>\n'
        )

    def _lane(self, lane: Lane, top: int, end: float) -> str:
        foot = top + _HEAD + _DOT * lane.height
        dots = "".join([self._dot(dot, foot - _DOT // 2 - _DOT * dot.level) for dot in lane.dots])
        title = escape(lane.title)
        return (
            f'<g role="listitem" aria-label="{title}"><line x2="{end}%" y1="{foot}" y2="{foot}"/>'
            f'<text class="uq-lane" aria-hidden="true" y="{top + 18}">{title}</text>\n{dots}</g>\n'
        )

    def _dot(self, dot: Dot, y: int) -> str:
        quotation = dot.quotation
        kind = self.collection.support(quotation)
        band = ""
        if dot.span:
            begin, end = dot.span
            band = f'<line class="uq-span" x1="{begin + _INSET:.2f}%" x2="{end - _INSET:.2f}%" y1="{y}" y2="{y}"/>'
        # Sphinx's script that highlights search words fails at a title inside an SVG, unless it has this class.
        mark = (
            f'<title class="nohighlight">{self._title(quotation)}</title>{band}'
            f'<svg class="uq-dot uq-{kind}" x="{dot.x}%" y="{y}" overflow="visible">'
            f'<rect x="-{_DOT // 2}" y="-{_DOT // 2}" width="{_DOT}" height="{_DOT}"/>{_SHAPES[kind]}</svg>'
        )
        url = self._url(quotation)
        return f'<a href="{url}">{mark}</a>\n' if url else f'<g role="img">{mark}</g>\n'

    def _title(self, quotation: Quotation) -> str:
        date = self.collection.source(quotation).date
        when = date_label(date, self.language) if date else _("no date")
        words = in_marks(shortened(flat(quotation.text), 120), quotation)
        support = support_title(self.collection.support(quotation))
        return escape(f"{words} {speaker_label(quotation)}, {when}. {support}.")

    def _url(self, quotation: Quotation) -> str:
        """The escaped address of the card, or else of the source."""
        if home := card_address(self.catalogue, self.builder, quotation.id, self.builder.current_docname):
            return escape(home)
        source = self.collection.source(quotation)
        return escape(moment_url(quotation, source) or safe_url(source.url) or "")


def _label(x: float, height: int, text: str) -> str:
    return f'<text x="{round(x, 2)}%" y="{height + 17}" text-anchor="middle">{escape(text)}</text>'

"""The map in LaTeX: a picture for each lane, so that a page may break between two, with commands of ``unknown-quotes.sty``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from ...collection.evidence import SUPPORT
from ...collection.linking.links import safe_url
from ...collection.linking.moments import moment_url
from ..cards.nodes import reference_to
from ..labels import shortened
from ..messages import _
from ..support import support_title
from .map_layout import COLUMN, LANE_END, lay_out

if TYPE_CHECKING:
    from ..directives.list_options import ListOptions
    from ..domain.catalogue import Catalogue
    from .map_layout import Dot, Lane, Layout

#: Heights in percent of the line width: of a mark, of the name of a lane with the space above it, and of the years.
_DOT, _HEAD, _FOOT = 3.0, 5.5, 3.5
#: The most marks above each other in a picture: TeX cannot split it, and it must fit on a page.
_LEVELS: Final = 30
#: A lane has room for so many characters of its name.
_WIDTH: Final = 70
#: The band of a long date is shorter by so much at both ends, in percent, so that the bands of two years do not touch.
_INSET: Final = 0.5


def map_nodes(options: ListOptions, catalogue: Catalogue, docname: str) -> list[nodes.Node]:
    """Return the map of the quotations that *options* choose, with a link from each mark, and what the marks mean."""
    groups = catalogue.listed(options)
    if not groups:
        return []
    layout = lay_out(catalogue.collection, groups)
    drawing = _Drawing(catalogue, layout, docname)
    strips = [strip for lane in layout.lanes for strip in drawing.lane(lane)]
    kinds = {catalogue.collection.support(item) for group in groups for item in group.quotations}
    legend = nodes.paragraph("", "", translatable=False)
    for kind in (kind for kind in SUPPORT if kind in kinds):
        legend += [nodes.inline("", support_title(kind), classes=[f"uq-{kind}"]), _raw(r"\quad{} ")]
    return [
        nodes.container("", *strips, _raw("\\nopagebreak{}"), drawing.years(), classes=["uq-map"]),
        nodes.container("", legend, classes=["uq-legend"]),
    ]


class _Drawing:
    def __init__(self, catalogue: Catalogue, layout: Layout, docname: str) -> None:
        self.catalogue = catalogue
        self.layout = layout
        self.docname = docname

    def lane(self, lane: Lane) -> list[nodes.Node]:
        """The pictures of a lane, from the top. The first has its name, and the last its base line."""
        starts = range(0, lane.height, _LEVELS)
        return [self._strip(lane, start, start == starts[-1]) for start in reversed(starts)]

    def years(self) -> nodes.Node:
        parts: list[nodes.Node] = [_raw(rf"\uqyear{{{x}}}{{{year:04d}}}") for year, x in self.layout.ticks]
        if self.layout.undated:
            middle = round((COLUMN + 100) / 2, 2)
            parts += [_raw(rf"\uqyear{{{middle}}}{{"), nodes.Text(_("no date")), _raw("}")]
        return _picture(_FOOT, parts)

    def _strip(self, lane: Lane, start: int, is_top: bool) -> nodes.Node:
        rows = min(lane.height - start, _LEVELS)
        height = round(rows * _DOT + (_HEAD if is_top else 0), 2)
        drawn = [rf"\uqline{{{x}}}{{{height}}}" for x in self.layout.lines]
        if self.layout.undated:
            drawn.append(rf"\uqcolumn{{{COLUMN}}}{{{round(100 - COLUMN, 2)}}}{{{height}}}")
        if start == 0:
            drawn.append(rf"\uqfloor{{{LANE_END if self.layout.undated else 100}}}")
        parts: list[nodes.Node] = [_raw("".join(drawn))]
        if is_top:
            parts += [
                _raw(rf"\uqlane{{{round(height - _HEAD, 2)}}}{{"),
                nodes.Text(shortened(lane.title, _WIDTH)),
                _raw("}"),
            ]
        for dot in lane.dots:
            if start <= dot.level < start + rows:
                parts += self._dot(dot, round(_DOT * (dot.level - start + 0.5), 2))
        return _picture(height, parts)

    def _dot(self, dot: Dot, y: float) -> list[nodes.Node]:
        band = ""
        if dot.span:
            begin, end = dot.span
            band = rf"\uqband{{{begin + _INSET:.2f}}}{{{y}}}{{{end - begin - 2 * _INSET:.2f}}}"
        kind = self.catalogue.collection.support(dot.quotation)
        mark = _raw(rf"\uqmark{{{kind}}}")
        return [_raw(rf"{band}\uqdot{{{dot.x}}}{{{y}}}{{"), self._linked(dot, mark), _raw("}")]

    def _linked(self, dot: Dot, mark: nodes.raw) -> nodes.Node:
        """The mark, with a link to the card, or else to the source."""
        quotation = dot.quotation
        if quotation.id in self.catalogue.homes:
            return reference_to("quote", quotation.id, nodes.inline("", "", mark), self.docname)
        source = self.catalogue.collection.source(quotation)
        url = moment_url(quotation, source) or safe_url(source.url)
        return nodes.reference("", "", mark, refuri=url, internal=False) if url else mark


def _picture(height: float, parts: list[nodes.Node]) -> nodes.paragraph:
    return nodes.paragraph(
        "", "", _raw(rf"\begin{{picture}}(100,{height})"), *parts, _raw(r"\end{picture}"), translatable=False
    )


def _raw(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")

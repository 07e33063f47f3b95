"""The table of a list in table style, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import unknown_quote_row

if TYPE_CHECKING:
    from collections.abc import Iterable


def table_of(rows: Iterable[nodes.row], html: bool) -> nodes.table:
    """Return a table with the names of its columns above *rows*."""
    heads = [_("Words"), _("Speaker"), _("Source"), _("Date"), _("Place")]
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=width) for width in (32, 15, 20, 16, 17)), cols=len(heads))
    group += nodes.thead("", _filled(nodes.row(), [[nodes.Text(head)] for head in heads]))
    group += nodes.tbody("", *rows)
    # Given widths make the columns of all groups the same. LaTeX breaks a longtable over pages.
    return nodes.table("", group, classes=["uq-table", "colwidths-given", *([] if html else ["longtable"])])


def table_row(cells: list[list[nodes.Node]], html: bool, **attributes: object) -> nodes.row:
    """Return the row of a quotation."""
    return _filled((unknown_quote_row if html else nodes.row)("", **attributes), cells)


def _filled(row: nodes.row, cells: list[list[nodes.Node]]) -> nodes.row:
    row += [nodes.entry("", nodes.paragraph("", "", *cell, translatable=False)) for cell in cells]
    return row

"""The map in an EPUB is a picture in a separate file: a page with inline SVG would need a property in the EPUB's manifest.

The picture has its own colours, and no links: the list after it has the links.
"""

from __future__ import annotations

import hashlib
import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.util.osutil import relative_uri

from ...collection.storage.files import write_if_changed
from ..labels import shortened
from ..messages import _
from .map_layout import COLUMN, LANE_END

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ...collection.selection import Collection
    from .map_layout import Dot, Lane, Layout

_WIDTH: Final = 640
#: A lane has room for so many characters of its name.
_LETTERS: Final = 70
_DOT, _HEAD, _FOOT = 18, 24, 22
_INSET: Final = 3
#: The mark for each kind of support, around 0,0.
_MARKS: Final = {
    "found": '<circle r="5" fill="#1b7f4b"/>',
    "near": '<circle r="4.25" fill="none" stroke="#9a6700"/><path d="M0-5A5 5 0 0 0 0 5Z" fill="#9a6700"/>',
    "read": '<path d="M0-6 6 0 0 6-6 0Z" fill="#2a5db0"/>',
    "reported": '<circle r="4.25" fill="none" stroke="#57606a"/>',
    "unchecked": '<circle r="4.25" fill="none" stroke="#57606a" stroke-dasharray="2.2 2.2"/>',
    "contradicted": '<path d="M-4-4 4 4M-4 4 4-4" fill="none" stroke="#b42318" stroke-width="2.5"/>',
}


def write_picture(translator: HTML5Translator, options: dict[str, Any], layout: Layout, collection: Collection) -> str:
    """Write the picture of the map with these *options* into the book's folder of pictures, and return its address."""
    builder = translator.builder
    here = builder.current_docname
    # The name depends on the map's place and not on its content, so that a later build replaces the picture.
    digest = hashlib.sha256(json.dumps([here, options], sort_keys=True).encode()).hexdigest()[:12]
    name = f"{builder.imagedir}/uq-map-{digest}.svg"
    path = Path(builder.outdir, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_if_changed(path, _svg(layout, collection).encode())
    return relative_uri(builder.get_target_uri(here), name)


def _svg(layout: Layout, collection: Collection) -> str:
    height = sum(_HEAD + _DOT * lane.height for lane in layout.lanes)
    drawn = [f'<path d="M{_x(x)} 0V{height + 4}" stroke="#d0d5d9"/>' for x in layout.lines]
    drawn += [_label(x, height, f"{year:04d}") for year, x in layout.ticks]
    if layout.undated:
        drawn.append(f'<rect x="{_x(COLUMN)}" width="{_x(100 - COLUMN)}" height="{height}" fill="#f0f2f4"/>')
        drawn.append(_label((COLUMN + 100) / 2, height, _("no date")))
    top, end = 0, LANE_END if layout.undated else 100
    for lane in layout.lanes:
        drawn.append(_lane(lane, top, end, collection))
        top += _HEAD + _DOT * lane.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height + _FOOT}" '
        f'viewBox="0 0 {_WIDTH} {height + _FOOT}" font-family="sans-serif">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{"".join(drawn)}</svg>\n'
    )


def _lane(lane: Lane, top: int, end: float, collection: Collection) -> str:
    foot = top + _HEAD + _DOT * lane.height
    dots = "".join([_dot(dot, foot - _DOT // 2 - _DOT * dot.level, collection) for dot in lane.dots])
    title = escape(shortened(lane.title, _LETTERS), quote=False)
    return (
        f'<path d="M0 {foot}H{_x(end)}" stroke="#b8bec4"/>'
        f'<text y="{top + 18}" font-size="14" stroke="#fff" stroke-width="4">{title}</text>'
        f'<text y="{top + 18}" font-size="14" fill="#20262b">{title}</text>\n{dots}'
    )


def _dot(dot: Dot, y: int, collection: Collection) -> str:
    band = ""
    if dot.span:
        begin, end = dot.span
        band = f'<path d="M{_x(begin) + _INSET:.1f} {y}H{_x(end) - _INSET:.1f}" stroke="#d0d5d9" stroke-width="6"/>'
    mark = _MARKS[collection.support(dot.quotation)]
    return f'{band}<g transform="translate({_x(dot.x)} {y})" stroke-width="1.5">{mark}</g>\n'


def _label(x: float, height: int, text: str) -> str:
    return f'<text x="{_x(x)}" y="{height + 17}" font-size="12" text-anchor="middle" fill="#57606a">{escape(text, quote=False)}</text>\n'


def _x(percent: float) -> float:
    return round(percent * _WIDTH / 100, 1)

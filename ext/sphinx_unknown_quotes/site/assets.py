"""The extension's stylesheet and message catalogues, the former for builders that write HTML and for no other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..collection.files import write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC: Final = Path(__file__).parent / "static"
LOCALE: Final = Path(__file__).parent / "locale"
STYLESHEET: Final = "unknown-quotes.css"


def add_assets(app: Sphinx) -> None:
    """On ``builder-inited``: link the stylesheet."""
    if app.builder.format == "html":
        app.add_css_file(STYLESHEET)


def copy_assets(_app: Sphinx, builder: Builder) -> None:
    """On ``write-started``: put the stylesheet where pages look for it.

    An entry in ``html_static_path`` would do it too, but a configuration that changes while it is used
    makes Sphinx report a change at each build.
    """
    if builder.format == "html":
        write_if_changed(Path(builder.outdir, "_static", STYLESHEET), (STATIC / STYLESHEET).read_bytes())

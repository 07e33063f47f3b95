"""The extension's stylesheet and script, for builders that write HTML and for no other; an EPUB has no script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..collection.files import write_if_changed
from .messages import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC: Final = Path(__file__).parent / "static"
LOCALE: Final = Path(__file__).parent / "locale"
STYLESHEET: Final = "unknown-quotes.css"
SCRIPT: Final = "unknown-quotes.js"


def add_assets(app: Sphinx) -> None:
    """On ``builder-inited``: link the stylesheet and the script."""
    if app.builder.format == "html":
        app.add_css_file(STYLESHEET)
    if SCRIPT in _assets(app.builder):
        texts: dict[str, Any] = {f"data-{name}": text for name, text in script_texts().items()}
        app.add_js_file(SCRIPT, loading_method="defer", **texts)


def script_texts() -> dict[str, str]:
    """Return what the script says to a reader, by the names it knows; ``%n`` and ``%m`` stand for numbers."""
    return {
        "copy": _("Copy citation"),
        "copied": _("Copied"),
        "filter": _("Filter %n quotations"),
        "shown": _("%n of %m"),
        "reset": _("Show all"),
        "unknown": _("What is unknown"),
        "speaker": _("Speaker"),
        "source": _("Source"),
        "year": _("Year"),
        "evidence": _("Evidence"),
    }


def copy_assets(_app: Sphinx, builder: Builder) -> None:
    """On ``write-started``: put the files where pages look for them.

    An entry in ``html_static_path`` would do it too, but a configuration that changes while it is used
    makes Sphinx report a change at each build.
    """
    for name in _assets(builder):
        write_if_changed(Path(builder.outdir, "_static", name), (STATIC / name).read_bytes())


def _assets(builder: Builder) -> tuple[str, ...]:
    if builder.format != "html":
        return ()
    return (STYLESHEET,) if builder.name == "epub" else (STYLESHEET, SCRIPT)

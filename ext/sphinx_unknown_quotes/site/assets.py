"""The extension's stylesheet and script, only for builders that write HTML. An EPUB has no script."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.builders.html import StandaloneHTMLBuilder

from ..collection.storage.files import remove_left_over, write_if_changed
from .messages import _
from .nodes import unknown_quote, unknown_quote_list, unknown_quote_map, unknown_quote_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC: Final = Path(__file__).parent / "static"
LOCALE: Final = Path(__file__).parent / "locale"
#: The keys of the lists of files in the context of a page. Sphinx shares these lists with its builder.
_FILES: Final = ("css_files", "script_files")
#: The key in the context of a page of this extension that has no document.
_OWN_PAGE: Final = "uq_page"
STYLESHEET: Final = "unknown-quotes.css"
SCRIPT: Final = "unknown-quotes.js"
#: A stylesheet with only the CSS that epubcheck and reading systems know.
EPUB_STYLESHEET: Final = "unknown-quotes-epub.css"


def link_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """On ``html-page-context``: link the stylesheet and the script from a page that shows quotations."""
    shown = _OWN_PAGE in context or (doctree is not None and next(doctree.findall(_is_shown), None) is not None)
    builder = app.builder
    if not shown or not isinstance(builder, StandaloneHTMLBuilder):
        return
    # The application's own method would add them to every page of a later build in this process.
    with _of_this_page(context):
        builder.add_css_file(_assets(builder)[0], priority=500)
        if SCRIPT in _assets(builder):
            texts: dict[str, Any] = {f"data-{name}": text for name, text in script_texts().items()}
            builder.add_js_file(SCRIPT, priority=500, defer="defer", **texts)


@contextmanager
def _of_this_page(context: dict[str, Any]) -> Iterator[None]:
    """Add files to this page only. Without it, a later build in this process would begin with the files of the last page."""
    before = {key: [*context[key]] for key in _FILES if key in context}
    yield
    for key, files in before.items():
        shared = context[key]
        context[key] = [*shared]
        shared[:] = files


def mark_own_page(context: dict[str, Any]) -> None:
    """Note that the page of this *context*, which has no document, needs the stylesheet and the script."""
    context[_OWN_PAGE] = True


def _is_shown(node: nodes.Node) -> bool:
    return isinstance(node, (unknown_quote, unknown_quote_list, unknown_quote_map, unknown_quote_text))


def script_texts() -> dict[str, str]:
    """Return the texts that the script shows, by the names that it uses; ``%n`` and ``%m`` stand for numbers."""
    return {
        "copy": _("Copy citation"),
        "embed": _("Copy embed"),
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
    """On ``write-started``: copy the files into the output.

    An entry in ``html_static_path`` would do the same, but Sphinx would then report a changed configuration in each build.
    """
    for name in _assets(builder):
        path = Path(builder.outdir, "_static", name)
        remove_left_over(path, seconds=0)
        write_if_changed(path, (STATIC / name).read_bytes())


def _assets(builder: Builder) -> tuple[str, ...]:
    if builder.format != "html":
        return ()
    return (EPUB_STYLESHEET,) if builder.name == "epub" else (STYLESHEET, SCRIPT)

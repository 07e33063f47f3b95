"""Write the page of each quotation when Sphinx collects the pages without a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..domain.addresses import absolute_address, has_own_pages, own_page
from ..domain.domain import uq_domain
from ..labels import in_marks, shortened, speaker_label
from ..messages import file_location, warn
from .content import PageWriter
from .frame import Frame
from .head import head_of, redirect
from .pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ...collection.records import Quotation

#: The most characters of the words in a title.
_TITLE = 60


def write_own_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On ``html-collect-pages``: write the pages of all quotations. Sphinx gets none to write."""
    domain = uq_domain(app.env)
    catalogue = domain.catalogue
    quotations = catalogue.collection.quotations
    if has_own_pages(app.builder) and quotations:
        builder = cast("StandaloneHTMLBuilder", app.builder)
        frame, writer = Frame.of(builder), PageWriter(catalogue, builder)
        pictures = Pictures(app, domain.settings)
        for quotation in quotations.values():
            title, body, source = page_title(quotation), writer.body(quotation), catalogue.collection.source(quotation)
            address, picture = absolute_address(builder, quotation.id), pictures.address(quotation, source)
            head = head_of(quotation, source, title, app, address, picture)
            _write(app, quotation.id, frame.filled(quotation.id, title, head, body))
            for former in catalogue.former_of(quotation):
                _write(app, former, redirect(builder.get_relative_uri(own_page(former), own_page(quotation.id))))
        pictures.report()
    yield from ()


def page_title(quotation: Quotation) -> str:
    """Return the speaker and the first words."""
    return f"{speaker_label(quotation)}: {in_marks(shortened(quotation.text, _TITLE), quotation)}"


def _write(app: Sphinx, quote: str, html: bytes) -> None:
    name = own_page(quote)
    path = Path(cast("StandaloneHTMLBuilder", app.builder).get_output_path(name))
    if name in app.env.all_docs:
        warn("output", "the page of %r is not written: there is a page %r.", quote, name, location=(name, None))
        return
    try:
        # Sphinx writes its pages in the same way. To be safe against a power cut takes ten times as long, and the next build
        # repairs the page anyway.
        if _present(path) != html:
            path.write_bytes(html)
    except OSError as error:
        warn("output", "%s cannot be written: %s", name, error.strerror or error, location=file_location(path))


def _present(path: Path) -> bytes:
    """Return the content of the file *path*; if there is no file, make its folder."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return b""

"""Make the picture of each quotation beside its page, if the site asks for pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...collection.text.words import flat
from ..apostrophes import typographic
from ..config import PREFIX
from ..domain.addresses import own_page, whole_address
from ..labels import date_label, marks_of, speaker_label
from ..messages import file_location, logger, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ...collection.records import Quotation, Source
    from ...publish.pictures import Painter
    from ..config import Settings

#: The most characters without a glyph that a message names.
_TOLD: Final = 40


class Pictures:
    """The pictures of one build. Without Pillow or a font there are none, and a warning says so."""

    def __init__(self, app: Sphinx, settings: Settings) -> None:
        self._app = app
        self._site = flat(app.config.html_title or app.config.project)
        self._painter = _painter(app, settings) if settings.pictures else None
        #: The quotations without a picture, each with the characters that the font cannot draw.
        self._undrawn: dict[str, str] = {}

    def address(self, quotation: Quotation, source: Source) -> str:
        """Make the picture of *quotation* if it does not exist, and return its absolute address.

        The address is empty if there is no picture, or if the site has no ``html_baseurl``.
        """
        if not self._painter:
            return ""
        name = f"{own_page(quotation.id)}.png"
        path = Path(self._app.outdir, name)
        try:
            is_there = self._is_made(path, self._painter, quotation, source)
        except OSError as error:
            warn("output", "%s cannot be written: %s", name, error.strerror or error, location=file_location(path))
            return ""
        return whole_address(self._app.builder, name) if is_there else ""

    def report(self) -> None:
        """Log how many quotations have no picture; with ``-vv``, also which and why."""
        for quote, undrawn in self._undrawn.items():
            logger.debug("there is no picture of %r: its font cannot draw %r", quote, undrawn)
        if self._undrawn:
            lacking = "".join(sorted(set().union(*self._undrawn.values())))
            message = "quotations without a picture: %d. The font cannot draw %r; %spicture_font names another one."
            logger.info(message, len(self._undrawn), lacking[:_TOLD], PREFIX)

    def _is_made(self, path: Path, painter: Painter, quotation: Quotation, source: Source) -> bool:
        from ...publish.pictures import Texts, is_of

        date = date_label(source.date, self._app.config.language) if source.date else ""
        credit = typographic(", ".join(filter(None, [speaker_label(quotation), source.title, date])))
        texts = Texts(typographic(flat(quotation.text)), marks_of(quotation), credit, self._site)
        digest = painter.digest(texts)
        present = path.read_bytes() if path.is_file() else b""
        if is_of(present, digest):
            return True
        if data := painter.picture(texts):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return True
        self._undrawn[quotation.id] = painter.undrawn(texts)
        if present:
            # An old picture has the former words.
            path.unlink()
        return False


def _painter(app: Sphinx, settings: Settings) -> Painter | None:
    font = Path(app.confdir, settings.picture_font) if settings.picture_font else None
    conf = file_location(app.confdir / "conf.py")
    try:
        from ...publish.pictures import Painter
    except ImportError:
        warn("picture", "pictures need Pillow: pip install 'sphinx-unknown-quotes[pictures]'", location=conf)
        return None
    try:
        return Painter(font)
    except OSError as error:
        warn("picture", "the font %s cannot be read: %s", font or "of Pillow", error.strerror or error, location=conf)
        return None

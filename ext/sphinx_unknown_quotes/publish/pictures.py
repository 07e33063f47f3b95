"""A picture of a quotation for sharing: 1200 x 630 pixels, the words as large as they fit, the credit and the site.

Pillow draws it with one font. The same version of Pillow makes the same bytes from the same values.
Text is not shaped, only set glyph by glyph from left to right. A text for which that is wrong, or that has a character
that the font lacks, gets no picture, so nobody sees a box in place of a letter.
"""

from __future__ import annotations

import io
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image, ImageDraw, features
from PIL.PngImagePlugin import PngInfo

from .lettering import Lettering, line_of, units_of

if TYPE_CHECKING:
    from pathlib import Path

#: Pixels. Previews show a picture of 1.91 to 1 whole, see https://ogp.me and the services that read it.
WIDTH: Final = 1200
HEIGHT: Final = 630
#: Raise it when the same values give another picture.
LOOK: Final = 2
_MARGIN: Final = 72
#: Where the words begin, in pixels: after a bar.
_LEFT: Final = _MARGIN + 40
_SPACE: Final = WIDTH - _MARGIN - _LEFT
#: Where the words end and the credit begins, in pixels.
_FOOT: Final = HEIGHT - 168
#: The sizes of the words, in pixels. The first one that has room for all words is taken, or else the last one.
SIZES: Final = (88, 78, 70, 62, 56, 50, 45, 40)
_CREDIT: Final = 32
_SITE: Final = 26
_LEADING: Final = 1.32
#: The smallest size has no room for more characters.
_MOST: Final = 1200
#: The palette has so many steps from paper to ink, and then the accent.
_LEVELS: Final = 15
_PAPER, _INK, _ACCENT = (255, 255, 255), (24, 28, 36), (40, 90, 200)
_MUTED: Final = 170
#: The key of the digest in the file's text chunk.
_KEY: Final = "uq"
_END: Final = b"IEND\xaeB`\x82"


class Texts(NamedTuple):
    """The texts of a picture: the words, their quotation marks, the credit, and the title of the site."""

    words: str
    marks: tuple[str, str]
    credit: str
    site: str


class Lines(NamedTuple):
    """The words as they are drawn: the size of the font in pixels, and the lines."""

    size: int
    lines: list[str]


class Painter:
    """Draws the pictures of one site with one font: Pillow's, or that of a file. Raises OSError if the file is not a font."""

    def __init__(self, font: Path | None = None) -> None:
        data = font.read_bytes() if font else b""
        self.lettering = Lettering(data)
        versions = [str(features.version(name)) for name in ("pil", "freetype2", "zlib")]
        self._look = sha256(repr((LOOK, versions)).encode() + data).digest()

    def digest(self, texts: Texts) -> str:
        """Return a digest that changes whenever the picture of *texts* would change."""
        return sha256(self._look + repr(tuple(texts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def undrawn(self, texts: Texts) -> str:
        """Return the characters of *texts* that cannot be drawn, in their order."""
        whole = "".join(map(line_of, (*texts.marks, texts.words, texts.credit, texts.site)))
        return "".join(sorted(character for character in set(whole) if not self.lettering.is_plain(character)))

    def picture(self, texts: Texts) -> bytes | None:
        """Return the picture as PNG, or None if any character is :meth:`undrawn`."""
        words, credit, site = (line_of(text) for text in (texts.words, texts.credit, texts.site))
        if not words or self.undrawn(texts):
            return None
        image = Image.new("L", (WIDTH, HEIGHT), 0)
        draw, font = ImageDraw.Draw(image), self.lettering.font
        shortened = self.lettering.shortened
        found = self.fitted(words, texts.marks)
        step = round(found.size * _LEADING)
        top = _MARGIN + max(_FOOT - _MARGIN - step * len(found.lines), 0) // 2
        for number, line in enumerate(found.lines):
            draw.text((_LEFT, top + number * step), line, font=font(found.size), fill=255)
        draw.text((_LEFT, HEIGHT - 132), shortened(credit, _CREDIT, _SPACE), font=font(_CREDIT), fill=255)
        draw.text((_LEFT, HEIGHT - 86), shortened(site, _SITE, _SPACE), font=font(_SITE), fill=_MUTED)
        image = image.point([value * (_LEVELS - 1) // 255 for value in range(256)])
        ImageDraw.Draw(image).rectangle((_MARGIN, _MARGIN, _MARGIN + 7, HEIGHT - 54), fill=_LEVELS)
        image.putpalette(_PALETTE)
        return _png(image, self.digest(texts))

    def fitted(self, words: str, marks: tuple[str, str] = ("", "")) -> Lines:
        """Return *words* in the largest size with room for all of them, or in the smallest, cut at a word with ``…``."""
        broken, (opening, closing) = self.lettering.broken, marks
        whole = f"{opening}{words}{closing}"
        for size in SIZES if len(whole) <= _MOST else ():
            if (lines := broken(whole, size, _SPACE)) and len(lines) <= _rows(size):
                return Lines(size, lines)
        units, size = units_of(f"{opening}{words[:_MOST]}"), SIZES[-1]
        low, high = 0, len(units)
        while low < high - 1:
            middle = (low + high) // 2
            cut = "".join(units[:middle]).rstrip(" ,;:") + "…" + closing
            low, high = (middle, high) if len(broken(cut, size, _SPACE)) <= _rows(size) else (low, middle)
        kept = "".join(units[: max(low, 1)]).rstrip(" ,;:")
        lines = broken(f"{kept}…{closing}", size, _SPACE)
        if len(lines) > _rows(size):
            # The picture has no room even for one word.
            lines = [*lines[: _rows(size) - 1], lines[_rows(size) - 1][:-2] + f"…{closing}"]
        return Lines(size, lines)


def is_of(data: bytes, digest: str) -> bool:
    """Return whether *data* is a whole picture that :meth:`Painter.picture` made of texts with this *digest*."""
    return f"tEXt{_KEY}\0{digest}".encode() in data[:128] and data.endswith(_END)


def _png(image: Image.Image, digest: str) -> bytes:
    info = PngInfo()
    info.add_text(_KEY, digest)
    stream = io.BytesIO()
    # This strategy finds only runs of one colour, which are most of a picture, and takes a quarter of the time.
    image.save(stream, "PNG", pnginfo=info, compress_level=6, compress_type=zlib.Z_RLE)
    return stream.getvalue()


def _rows(size: int) -> int:
    return (_FOOT - _MARGIN) // round(size * _LEADING)


def _palette() -> list[int]:
    """Return the colours from paper to ink in equal steps, and the accent."""
    last = _LEVELS - 1
    ramp = [
        round(paper + (ink - paper) * level / last)
        for level in range(_LEVELS)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    ]
    return [*ramp, *_ACCENT]


_PALETTE: Final = _palette()

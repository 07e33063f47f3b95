"""Text in one font: what the font can draw, how wide it is, and where it breaks into lines. Needs Pillow."""

from __future__ import annotations

import io
import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from math import ceil
from typing import Final

from PIL import ImageFont

#: Between such characters a line may break, since their scripts have no spaces.
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING: Final = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f…”’"
_UNIT: Final = re.compile(rf"[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+[{_CLOSING}]*")

#: The size, in pixels, in which glyphs are compared to know what the font has.
_TRIED: Final = 32

#: Puts glyph after glyph. Pillow's other layout depends on libraries that may be missing.
_LAYOUT: Final = ImageFont.Layout.BASIC
Font = ImageFont.FreeTypeFont


class Lettering:
    """One font in all sizes: that of Pillow, or one from the bytes of a file. Raises OSError if they are not a font."""

    def __init__(self, data: bytes = b"") -> None:
        self._data = data
        self._widths: dict[tuple[str, int], float] = {}
        self.font = lru_cache(maxsize=None)(self._font)
        self._has = lru_cache(maxsize=None)(self._looks_like_no_other)
        self.font(_TRIED)

    def width(self, text: str, size: int) -> float:
        """Return how many pixels *text* is wide on one line."""
        key = (text, size)
        if key not in self._widths:
            self._widths[key] = self.font(size).getlength(text)
        return self._widths[key]

    def broken(self, text: str, size: int, space: int) -> list[str]:
        """Break *text* into lines of at most *space* pixels, between words; break a word that is wider between letters."""
        lines, line, width = [], "", 0.0
        for unit in units_of(text):
            wide = self.width(unit, size)
            if line and width + self.width(unit.rstrip(), size) > space:
                lines.append(line.rstrip())
                line, width = "", 0.0
            while wide > space and len(unit) > 1:
                count = self._held(unit, size, space)
                lines.append(unit[:count])
                unit = unit[count:]
                wide = self.width(unit, size)
            line, width = line + unit, width + wide
        return [*lines, line.rstrip()] if line else lines

    def shortened(self, line: str, size: int, space: int) -> str:
        """Return *line*; if it is wider than *space* pixels, cut it at a word, with ``…``."""
        held = self._held(line, size, space)
        if held == len(line):
            return line
        kept = line[:held] if line[held] == " " else line[:held].rpartition(" ")[0] or line[:held]
        while len(kept) > 1 and self.width(f"{kept}…", size) > space:
            kept = kept.rpartition(" ")[0] or kept[:-1]
        return f"{kept.rstrip(',;:') or kept}…"

    def _held(self, word: str, size: int, space: int) -> int:
        """Return how many letters of *word* fit into a line, at least one if the word has any."""
        font, most = self.font(size), min(len(word), space)
        held = bisect_right(range(1, most + 1), space, key=lambda number: ceil(font.getlength(word[:number])))
        return max(held, min(most, 1))

    def _font(self, size: int) -> Font:
        if self._data:
            return ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=_LAYOUT)
        font = ImageFont.load_default(size)
        if not isinstance(font, Font):
            raise OSError("Pillow was made without FreeType")
        return font.font_variant(layout_engine=_LAYOUT)

    def is_plain(self, character: str) -> bool:
        """Return whether *character* is one glyph of the font, from left to right."""
        if character == " ":
            return True
        # Combining marks need another glyph below them, and control characters have no glyph.
        if unicodedata.category(character)[0] in "MCZ" or unicodedata.bidirectional(character) in ("R", "AL", "AN"):
            return False
        return bool(self._has(character))

    def _looks_like_no_other(self, character: str) -> bool:
        """Return whether the font has this glyph: it differs from the glyph of a noncharacter, which no font has."""
        shown, lacking = (self.font(_TRIED).getmask(each) for each in (character, "\uffff"))
        return bool(shown.size[0]) and (shown.size != lacking.size or bytes(shown) != bytes(lacking))


def line_of(text: str) -> str:
    """Return *text* on one line, with one code point for a letter and its mark if Unicode has one."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def units_of(text: str) -> list[str]:
    """Split *text* where a line may end. Each part has the space after it."""
    starts = [match.start() for match in _UNIT.finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]

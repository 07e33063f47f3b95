"""The lines of a page in its layout: their words, places and sizes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Type of at most this part of the line's size is raised above the line or set below it.
_MARK_SIZE: Final = 0.86
#: Characters that some programs' fonts give for a ligature or a hyphen without a name.
_LOST: Final = (
    (re.compile(r"(?<=[^\W\d_])↵(?=[^\W\d_])|\b↵(?=[a-z])"), "ff"),
    (re.compile(r"(?<=[a-z])\0(?=[a-z])"), "ffi"),
    (re.compile(r"(?<=[^\W\d_])[\x02\ufffe](?=[^\W\d_]|\s*$)"), "-"),
)
#: An accent that is a separate character before its letter, and the combining mark for it.
_ACCENTS: Final = dict(zip("´ˆ¨˜ˇ˘˚", "\u0301\u0302\u0308\u0303\u030c\u0306\u030a", strict=True))
_ACCENT: Final = re.compile(r"([´ˆ¨˜ˇ˘˚])([^\W\d_])")
_UNPRINTABLE: Final = re.compile(r"[\0-\x08\x0b-\x1f\x7f\u2028\u2029]")
#: Figures, with the marks and spaces between the figures of several notes.
_FIGURES: Final = re.compile(r"[\d\s,;–-]*\d[\d\s,;–-]*")
#: A raised figure after a word of three letters or after punctuation is that of a note, and not an exponent.
_NOTED: Final = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]\"'”’»])\s*$")
#: After these words, however, a figure is an exponent.
_FUNCTIONS: Final = re.compile(
    r"(?<![^\W_])(?:sin|cos|tan|cot|sec|csc|log|exp|det|min|max|a?(?:sin|cos|tan)h)\s*$", re.IGNORECASE
)


class Piece(NamedTuple):
    """Text of one size at one place. Units are points; ``y`` grows upwards."""

    text: str
    x: float
    y: float
    size: float


class Line(NamedTuple):
    """A line of a page, without the figures of notes."""

    text: str
    x: float
    y: float
    #: The size of most of its characters, in points.
    size: float
    #: The page of the file, counted from 1.
    page: int


def raised_figures(before: str, figures: str) -> str:
    """Return raised *figures* after the text *before* as text: nothing for the number of a note, else an exponent."""
    if _NOTED.search(before) and not _FUNCTIONS.search(before):
        return ""
    return f"^{''.join(figures.split())}"


def is_figures(text: str) -> bool:
    """Whether *text* has only figures and the marks between them."""
    return bool(_FIGURES.fullmatch(text))


def clean(text: str) -> str:
    """Join ligatures and accents that a font gives in pieces, and remove characters that cannot be printed."""
    for lost, letters in _LOST:
        text = lost.sub(letters, text)
    return _UNPRINTABLE.sub(" ", _ACCENT.sub(_accented, text))


def _accented(match: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(match[2], match[2])
    whole = unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
    return whole if len(whole) == 1 else match[0]


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """Join the pieces of a page into lines. A piece may have line breaks in it."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                rows.append([])
            if part:
                rows[-1].append(piece._replace(text=part))
    lines = [_line(row, page) for row in rows]
    return [line for line in lines if line.text]


def _line(row: list[Piece], page: int) -> Line:
    sizes: Counter[float] = Counter()
    for piece in row:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    size = max(sizes, key=lambda each: (sizes[each], each), default=0.0)
    base = next((piece for piece in row if piece.text.strip() and round(piece.size, 1) == size), None)
    if base is None:
        return Line("", 0.0, 0.0, 0.0, page)
    text = ""
    for piece in row:
        is_raised = piece.size <= size * _MARK_SIZE and piece.y > base.y - 0.05 * size
        if is_raised and is_figures(piece.text):
            # At the beginning of a line, they are the number of the note itself.
            text += raised_figures(text, piece.text) if text.strip() else f"{piece.text.strip()} "
        else:
            text += piece.text
    first = next(piece for piece in row if piece.text.strip())
    return Line(" ".join(clean(text).split()), first.x, base.y, size, page)

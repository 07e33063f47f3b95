"""PDF, read with pypdf: the text of every page in the order of the file, and the names of the pages."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

from ..transcripts.model import Fault, Transcript
from .flow import running_text
from .heads import find_heads
from .lines import Line, Piece, lines_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader


def read_pdf(data: bytes) -> Transcript:
    """Read a PDF. Damaged pages are faults; for a damaged file, pypdf's error is raised."""
    import pypdf

    # pypdf logs small flaws, which do not help anybody to check a quotation.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return Transcript([], [Fault(0, "the PDF needs a password. Save it without one.")])
    faults: list[Fault] = []
    pages: list[list[Line]] = []
    for number, page in enumerate(reader.pages, 1):
        try:
            pages.append(lines_of(_pieces(page), number))
        except MemoryError:
            raise
        except Exception as error:  # For damaged pages, pypdf raises almost anything.
            pages.append([])
            faults.append(Fault(0, f"page {number} cannot be read ({type(error).__name__}); it is left out."))
    heads = find_heads(pages)
    texts = [
        [line for place, line in enumerate(page) if (index, place) not in heads.places]
        for index, page in enumerate(pages)
    ]
    if not any(texts):
        # If all lines were found to be heads, the pages are all the same, and have none.
        texts = pages
    names = _names(_labels(reader), heads.numbers, len(pages))
    if not any(texts) and not faults:
        faults.append(
            Fault(0, "the PDF has pictures of pages and no text in it. Run it through text recognition first.")
        )
    return Transcript(running_text(texts), faults, pages=names)


def _pieces(page: PageObject) -> list[Piece]:
    pieces: list[Piece] = []

    def visit(text: str, matrix: list[float], placed: list[float], font: Any, size: float) -> None:
        if text:
            x = placed[4] * matrix[0] + placed[5] * matrix[2] + matrix[4]
            y = placed[4] * matrix[1] + placed[5] * matrix[3] + matrix[5]
            scale = abs(placed[2] * matrix[1] + placed[3] * matrix[3]) or abs(
                placed[2] * matrix[0] + placed[3] * matrix[2]
            )
            pieces.append(Piece(text, x, y, size * scale))

    page.extract_text(visitor_text=visit)
    return pieces


def _labels(reader: PdfReader) -> list[str]:
    try:
        return list(reader.page_labels)
    except Exception:  # With a damaged table of labels, only the labels are lost.
        return []


def _names(labels: list[str], numbers: dict[int, list[str]], count: int) -> tuple[str, ...]:
    """Return the names of every page: its number in the file, its label, and the number printed on it."""
    every = []
    for page in range(count):
        label = "_".join(labels[page].split()) if page < len(labels) else ""
        names = (str(page + 1), label, *numbers.get(page, ()))
        every.append(" ".join(dict.fromkeys(name for name in names if name)))
    return tuple(every)

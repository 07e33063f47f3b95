"""Join the lines of pages into running text. Notes and tables that interrupt a sentence go after the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from ..transcripts.model import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .lines import Line

#: Type smaller than this part of the usual size is a note, a caption or a table.
_SMALL: Final = 0.94
_LARGE: Final = 1.06
#: The greatest distance in points between the margin and the beginning of a line of the text.
_INDENT: Final = 45
_CAPTION: Final = re.compile(
    r"(?:Fig(?:ure|\.)?|Table|Tab\.|Abb(?:ildung|\.)?|Tabelle|Tableau|Listing|Algorithm)\s?\d+(?:\.\d+)*\s?[.:|–—]"
)
#: A hyphen at the end of a line, in the forms that fonts have.
_CUT: Final = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]$")
_DASH: Final = re.compile(r"(?<=\w)[-‐‑–—/]$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_OPEN_END: Final = re.compile(r"[\w)\]\"'”’»]$")
_DROPPED_CAPITAL: Final = re.compile(r"[A-ZÄÖÜÉ]")


class _Text(NamedTuple):
    """The part of a paragraph that is on one page."""

    text: str
    page: int


def running_text(pages: Sequence[Sequence[Line]]) -> list[Segment]:
    """Return the paragraphs of *pages*, each split where a page ends. Notes, captions and tables come last.

    So both halves of a sentence are next to each other, whatever is between them at the end of a page or column.
    """
    lines = [line for page in pages for line in page]
    size = _usual_size(lines)
    body, aside = _parted(lines, size)
    words = _whole_words(lines)
    return [
        Segment(part.text, page=part.page)
        for stream in (body, aside)
        for paragraph in _paragraphs(stream)
        for part in _joined(paragraph, words, is_heading=paragraph[0].size > size * _LARGE)
        if part.text
    ]


def _whole_words(lines: Iterable[Line]) -> Counter[str]:
    """How often each word occurs in *lines*, without words that the end of a line splits."""
    words: Counter[str] = Counter()
    was_cut = False
    for line in lines:
        found = [word.casefold() for word in _WORD.findall(line.text)]
        is_cut = bool(_CUT.search(line.text))
        words.update(found[was_cut : len(found) - is_cut])
        was_cut = is_cut
    return words


def _usual_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda each: (sizes[each], each), default=0.0)


def _parted(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Return the lines of the text, and those of notes, captions, tables and figures."""
    kinds: list[str] = []
    margins = _margins(lines, size)
    before: Line | None = None
    is_caption = False
    for line in lines:
        goes_on = before is not None and _goes_on(before, line)
        # A line inside a paragraph may begin with "Table 6." and is not a caption.
        is_caption = is_caption if goes_on else bool(_CAPTION.match(line.text))
        if is_caption:
            kinds.append("caption")
        elif line.size < size * _SMALL:
            kinds.append("small")
        else:
            kinds.append("text" if any(-4 <= line.x - margin <= _INDENT for margin in margins) else "loose")
        before = line
    _take_figures(kinds, lines)
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind in ("text", "loose")]
    return body, [line for line, kind in zip(lines, kinds, strict=True) if kind not in ("text", "loose")]


def _margins(lines: list[Line], size: float) -> list[int]:
    """Return where the lines of the text begin: at the left edge of each column."""
    starts = Counter(round(line.x) for line in lines if line.size >= size * _SMALL)
    return [start for start, count in starts.items() if count * 12 >= starts.total()]


def _take_figures(kinds: list[str], lines: list[Line]) -> None:
    """Add lines that begin at no margin to the figure or table with the caption next to them."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        is_beside = False
        page = 0
        for index in order:
            is_beside = kinds[index] in ("caption", "figure") or (
                is_beside and kinds[index] in ("loose", "small") and lines[index].page == page
            )
            page = lines[index].page
            if is_beside and kinds[index] == "loose":
                kinds[index] = "figure"


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line follows another of its size as closely as the lines of a paragraph do."""
    down = before.y - line.y
    is_below = before.page == line.page and 0 < down <= 1.45 * max(before.size, 1.0)
    return is_below and abs(before.size - line.size) <= 0.06 * before.size


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _continues(paragraph[-1], line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _continues(before: Line, line: Line) -> bool:
    if _CUT.search(before.text):
        return True
    if abs(before.size - line.size) > _LARGE * 0.06 * max(before.size, line.size):
        return bool(_DROPPED_CAPITAL.fullmatch(before.text))
    # In a new column or page, the paragraph goes on unless its sentence has ended.
    if line.page != before.page or line.y > before.y + 1:
        return before.text[-1] not in ".?!"
    return before.y - line.y <= 1.9 * max(before.size, line.size)


def _joined(paragraph: list[Line], words: Counter[str], is_heading: bool) -> list[_Text]:
    """Join the lines of a paragraph, into one text for each of its pages."""
    texts: list[_Text] = []
    for index, line in enumerate(paragraph):
        text = line.text
        if texts and (glue := _glue(texts[-1].text, text, words, paragraph[index - 1].size, line.size)) is not None:
            # A word over two pages belongs to the first.
            first, _, text = text.partition(" ")
            whole = texts[-1].text[: len(texts[-1].text) - glue] + first
            texts[-1] = texts[-1]._replace(text=whole)
        if text:
            texts.append(_Text(text, line.page))
    parts = [
        _Text(" ".join(text.text for text in group), page) for page, group in groupby(texts, key=lambda text: text.page)
    ]
    if is_heading and parts and _OPEN_END.search(parts[-1].text):
        # A heading is a separate sentence.
        parts[-1] = parts[-1]._replace(text=f"{parts[-1].text}.")
    return parts


def _glue(before: str, text: str, words: Counter[str], size: float, next_size: float) -> int | None:
    """Return how many characters at the end of *before* to remove before *text* is appended; None to add a space."""
    if _DROPPED_CAPITAL.fullmatch(before) and size > next_size * 1.5 and text[0].isalpha():
        return 0
    if _CUT.search(before) and text[0].isalpha():
        return 1 if before[-1] == "\u00ad" or not _is_compound(before, text, words) else 0
    return 0 if _DASH.search(before) and (text[0].isalnum()) else None


def _is_compound(before: str, text: str, words: Counter[str]) -> bool:
    """Whether the hyphen between two lines belongs to the word: if the document has it elsewhere, or has both parts as words."""
    head, tail = _WORD.findall(before[:-1])[-1:], _WORD.match(text)
    if not head or tail is None or not text[0].islower():
        return True
    first, last = head[0].casefold(), tail[0].casefold()
    whole, parted = words[first + last], words[f"{first}-{last}"]
    if whole or parted:
        return parted > whole
    return "-" in first or bool(words[first.rpartition("-")[2]] and words[last])

"""Find the line and the column, in a file, of words that a reader found, whatever markup is between them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from ..findings import Placed

if TYPE_CHECKING:
    from ..findings import Finding
    from ..passages import Quoted

_WORD: Final = re.compile(r"[^\W_]+")
_MARKS: Final = "“”„‟«»‹›「」『』‘’‚\"'"
#: The most characters of markup between a quotation mark and the first word.
_REACH: Final = 4
#: The most words of markup, code or an address between two words of the prose.
_SKIPPED: Final = 60

#: After more characters than this in a passage, a string is looked for without the words before it.
_FAR: Final = 10_000


class Place(NamedTuple):
    """The place of a string in a text: the offsets of its opening mark and after the closing one, and line and column."""

    start: int
    end: int
    line: int
    #: Counted from 1, in characters.
    column: int


def placed(finding: Finding, source: str | None) -> Placed:
    """Return *finding* with its place in *source*; if the words are not found there, with the line of its passage."""
    passage = finding.quoted.passage
    place = place_of(finding.quoted, source) if source is not None else None
    if place is None:
        return Placed(finding, passage.path, passage.line, 0)
    return Placed(finding, passage.path, place.line, place.column, place.start, place.end)


def place_of(quoted: Quoted, source: str) -> Place | None:
    """Return the place of *quoted* in *source*, the text of its file; None if it is not found.

    The words before it in its passage are looked for first, so that repeated words get different places.
    """
    first = _offset(source, quoted.passage.line)
    found = _followed(quoted, source, first)
    if not found:
        pattern = _pattern(quoted.text)
        match = pattern and (pattern.search(source, first) or pattern.search(source))
        found = match.span() if match else None
    if not found:
        return None
    start, end = found
    if not quoted.passage.is_block or quoted.end - quoted.start < len(quoted.passage.text):
        start, end = _with_marks(source, start, end)
    return Place(start, end, source.count("\n", 0, start) + 1, start - (source.rfind("\n", 0, start) + 1) + 1)


def _offset(source: str, line: int) -> int:
    """Return the offset of *line*. Readers sometimes give a line below the right one."""
    place = 0
    for _ in range(max(0, line - 2)):
        place = source.find("\n", place) + 1
        if not place:
            return 0
    return place


def _followed(quoted: Quoted, source: str, first: int) -> tuple[int, int] | None:
    """Follow the words of the passage through the source up to the last word of the string; None if they are not found."""
    if quoted.start > _FAR:
        return None
    before = len(_WORD.findall(quoted.passage.text[: quoted.start]))
    wanted = _WORD.findall(quoted.passage.text[: quoted.end])
    if len(wanted) == before:
        return None
    there = _WORD.finditer(source, first)
    start = end = 0
    for number, word in enumerate(wanted):
        found = next((match for match in islice(there, _SKIPPED) if match[0] == word), None)
        if not found:
            return None
        start = found.start() if number == before else start
        end = found.end()
    return start, end


def _pattern(text: str) -> re.Pattern[str] | None:
    """Return a pattern for the words of *text* with anything but words between them."""
    words = _WORD.findall(text)
    return re.compile(r"\b" + r"[\W_]+".join(map(re.escape, words)) + r"\b") if words else None


def _with_marks(source: str, start: int, end: int) -> tuple[int, int]:
    before = max((source.rfind(mark, max(0, start - _REACH), start) for mark in _MARKS), default=-1)
    behind = [place for mark in _MARKS if (place := source.find(mark, end, end + _REACH + 1)) >= 0]
    return (before if before >= 0 else start), (min(behind) + 1 if behind else end)

"""Find what is repeated on many pages and is not part of the text: running heads and feet, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from ..verdicts.pages import roman, roman_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lines import Line

#: The most rows of a head at the top of a page, and of a foot at the bottom.
_ROWS: Final = 3
#: The most points by which the place of a head may differ from page to page.
_SHIFT: Final = 4.0
_MAX_LETTERS: Final = 160
_NUMBER: Final = re.compile(r"\d+|(?<![^\W_])[ivxlc]+(?![^\W_])")


class Heads(NamedTuple):
    """The lines that are heads and feet, as places in the lists of lines, and the page numbers in them."""

    places: set[tuple[int, int]]
    #: The numbers by the place of the page in the file, counted from 0.
    numbers: dict[int, list[str]]


class _Count(NamedTuple):
    """Numbers that rise by one from page to page: their kind, and the number that the page before the first would have."""

    is_roman: bool
    before: int


def find_heads(pages: Sequence[Sequence[Line]]) -> Heads:
    """Find the lines at the top and the bottom of *pages* that are repeated, with the same words or with rising numbers."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        rows = sorted({round(line.y) for line in lines})
        edges = {*rows[:_ROWS], *rows[-_ROWS:]}
        for place, line in enumerate(lines):
            if round(line.y) in edges and len(line.text) <= _MAX_LETTERS:
                groups[_NUMBER.sub("#", line.text.casefold())].append((page, place))
    places: set[tuple[int, int]] = set()
    counted: dict[_Count, set[int]] = defaultdict(set)
    alone: list[tuple[int, int]] = []
    for key, members in groups.items():
        found = [member for member in members if _comes_again(member, members, pages)]
        for count, on in _counts([(page, pages[page][place].text) for page, place in found]):
            counted[count] |= on
        # A number alone is a page number only if it rises from page to page; others belong to a table.
        (alone.extend if key.strip(" -–—|.[]()") == "#" else places.update)(found)
    few = max(min(3, len(pages)), len(pages) // 4)
    kept = {count: on for count, on in counted.items() if len(on) >= (3 if count.is_roman else few)}
    for page, place in alone:
        numbers = _NUMBER.findall(pages[page][place].text.casefold())
        places |= {(page, place) for number in numbers if page in kept.get(_count(number, page), ())}
    return Heads(places, _numbered(kept))


def _comes_again(member: tuple[int, int], members: list[tuple[int, int]], pages: Sequence[Sequence[Line]]) -> bool:
    height = pages[member[0]][member[1]].y
    return any(page != member[0] and abs(pages[page][place].y - height) <= _SHIFT for page, place in members)


def _counts(texts: list[tuple[int, str]]) -> Iterator[tuple[_Count, set[int]]]:
    """Yield each row of rising numbers at one place of a head, if most of its numbers are in it, with its pages."""
    numbers = [(page, _NUMBER.findall(text.casefold())) for page, text in texts]
    for place in range(len(numbers[0][1]) if numbers else 0):
        on: dict[_Count, set[int]] = defaultdict(set)
        for page, found in numbers:
            on[_count(found[place], page)].add(page)
        for count, counting in on.items():
            if len(counting) > 1 and 2 * len(counting) > len({page for page, _ in numbers}):
                yield count, counting


def _count(number: str, page: int) -> _Count:
    return _Count(False, int(number) - page) if number.isdigit() else _Count(True, roman_number(number) - page)


def _numbered(counted: dict[_Count, set[int]]) -> dict[int, list[str]]:
    """Number the pages from the first with a number to the last, and the page before, since a first page often has no head."""
    numbers: dict[int, list[str]] = defaultdict(list)
    for count, on in sorted(counted.items()):
        for page in range(max(0, min(on) - 1), max(on) + 1):
            value = count.before + page
            if value > 0:
                numbers[page].append(roman(value) if count.is_roman else str(value))
    return dict(numbers)

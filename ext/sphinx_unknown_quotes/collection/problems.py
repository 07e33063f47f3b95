"""The problems that a collection can have, and how messages name them.

A problem has a place (``file:line:column``), a subtype from one closed list, and a sentence
that says what was found and, if there is one, names the nearest right value.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Every subtype of a problem in the collection, with its meaning.
#: The site's warnings and its documentation are made from this table.
PROBLEM_SUBTYPES: Final[dict[str, str]] = {
    "yaml": "A file is not well-formed YAML, or has tags or several documents, which a collection does not allow.",
    "alias": "A file has a YAML anchor or alias. Repeat the value instead.",
    "encoding": "A file is not UTF-8.",
    "empty": "A file has nothing in it.",
    "file": "A file or folder of the collection cannot be read, or two files differ only in their ending (a.yaml and a.yml).",
    "unknown_key": "A record has a key that does not exist. The warning gives the nearest one.",
    "missing_key": "A record does not have a key that it must have.",
    "duplicate_key": "A record has the same key twice.",
    "duplicate_id": "Two quotations have the same id. The warning gives both places, and the first one counts.",
    "id": "An id has other characters than a-z, 0-9 and single hyphens.",
    "value": "A value has the wrong kind, or its key does not allow it.",
    "time": "A value is not a time, or a span ends before it begins.",
    "date": "A date is not in EDTF, or no calendar has it.",
    "url": "An address is not absolute, or not one of http or https.",
    "lang": "A language is not a tag of BCP 47.",
    "unknown": "unknowns.yaml does not have this unknown. The warning gives the nearest one.",
    "evidence": "evidence.json cannot be read, so cards show no verdict of the check.",
}


#: For longer names no nearest one is looked for.
_LONGEST: Final = 200


class Place(NamedTuple):
    """A place in a file: line and column from 1, as an editor counts them."""

    line: int
    column: int


class Problem(NamedTuple):
    """One problem with its place. Problems sort by file, then by line."""

    path: str
    #: Counted from 1; 0 for the whole file.
    line: int
    subtype: str
    message: str
    #: Counted from 1; 0 for the whole line.
    column: int = 0

    @property
    def place(self) -> str:
        """The place as ``file:line:column``, or as much of it as is known."""
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


class InvalidValueError(ValueError):
    """A value that its key does not allow; ``subtype`` is one of :data:`PROBLEM_SUBTYPES`."""

    def __init__(self, subtype: str, message: str) -> None:
        super().__init__(message)
        self.subtype = subtype


def shown(value: str) -> str:
    """Return *value* as a message shows it: between quotation marks, on one line, with at most 80 characters."""
    return repr(value if len(value) <= 80 else f"{value[:79]}…")


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the choice nearest to *word*, or an empty string.

    A choice is near if at most a third of its letters were mistyped: left out, added, replaced or swapped.
    """
    # Nobody mistypes a name of hundreds of letters, and the comparison would take seconds.
    if not word or len(word) > _LONGEST:
        return ""
    typed = word.casefold()
    best: tuple[int, str] | None = None
    for choice in choices:
        wanted = choice.casefold()
        limit = max(len(typed), len(wanted)) // 3 if best is None else best[0]
        if len(wanted) > _LONGEST or abs(len(typed) - len(wanted)) > limit:
            continue
        if ((_letters(typed) ^ _letters(wanted)).bit_count() + 1) // 2 > limit:
            continue
        if max((_bag(typed) - _bag(wanted)).total(), (_bag(wanted) - _bag(typed)).total()) > limit:
            continue
        found = (_mistypes(typed, wanted), choice)
        if found[0] <= limit and (best is None or found < best):
            best = found
    return f" Did you mean {best[1]!r}?" if best else ""


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> int:
    """The letters of a word, one bit for each. Words that differ in many bits need no comparison."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 127)
    return bits


@lru_cache(maxsize=1 << 14)
def _bag(word: str) -> Counter[str]:
    """How often a word has each letter."""
    return Counter(word)


def _mistypes(typed: str, wanted: str) -> int:
    """How many letters one must remove, add, replace or swap with the next one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(wanted) + 1))
    for i, letter in enumerate(typed, 1):
        new = [i]
        for j, other in enumerate(wanted, 1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == wanted[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]

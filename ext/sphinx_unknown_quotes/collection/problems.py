"""What can be wrong with a collection, and how it is said.

A problem has a place (``file:line``), a subtype from one closed list, and a sentence
that names what was found and, where there is one, the nearest right answer.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Every subtype of a problem in the collection, with its meaning.
#: The site's warnings and its documentation are made from this table.
PROBLEM_SUBTYPES: Final[dict[str, str]] = {
    "yaml": "A file is not well-formed YAML, or uses a part of YAML that a collection has no use for (tags, several documents).",
    "alias": "A YAML anchor or alias. Repeat the words instead: an alias hides what is recorded.",
    "encoding": "A file is not UTF-8.",
    "empty": "A file has nothing in it.",
    "file": "A file or folder of the collection cannot be read, or is called like another (a.yaml and a.yml).",
    "unknown_key": "A key that a record does not have; the nearest one is named.",
    "missing_key": "A key that a record must have.",
    "duplicate_key": "The same key twice in one mapping.",
    "duplicate_id": "The same id for two quotations of the project; both places are named, and the first one counts.",
    "id": "An id that is not made of a-z, 0-9 and single hyphens.",
    "value": "A value of the wrong kind, or not one of the values its key allows.",
    "time": "A moment or span that is not a time, or that ends before it begins.",
    "date": "A date that is not EDTF, or that no calendar has.",
    "url": "An address that is not an absolute http or https address.",
    "lang": "A language that is not a BCP 47 tag.",
    "unknown": "An unknown that unknowns.yaml does not name; the nearest one is named.",
    "evidence": "evidence.json cannot be read; cards show no verdict of the check.",
}


class Problem(NamedTuple):
    """One thing that is wrong, at its place. Problems sort by file, then line."""

    path: str
    #: Counted from 1; 0 where the whole file is meant.
    line: int
    subtype: str
    message: str

    @property
    def place(self) -> str:
        """The place as ``file:line``, or the file alone."""
        return f"{self.path}:{self.line}" if self.line else self.path


class InvalidValueError(ValueError):
    """A value that its key does not allow; ``subtype`` is one of :data:`PROBLEM_SUBTYPES`."""

    def __init__(self, subtype: str, message: str) -> None:
        super().__init__(message)
        self.subtype = subtype


def shown(value: str) -> str:
    """Return *value* as a message names it: between quotation marks, on one line, 80 characters at most."""
    return repr(value if len(value) <= 80 else f"{value[:79]}…")


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the choice nearest to *word*, or an empty string."""
    options = sorted(choices)
    # Nobody mistypes a name into a thousand letters, and to compare ten million takes seconds.
    found = difflib.get_close_matches(
        word[:1000].casefold(), [option.casefold() for option in options], n=1, cutoff=0.6
    )
    if not found:
        return ""
    best = next(option for option in options if option.casefold() == found[0])
    return f" Did you mean {best!r}?"

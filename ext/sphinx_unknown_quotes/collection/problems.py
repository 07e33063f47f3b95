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

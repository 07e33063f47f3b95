"""The finding on one pair of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from ..outcomes import Outcome
    from .passages import Quoted

#: Every kind of finding with its meaning, for the guide's tables and the site's warnings.
KINDS: Final[dict[str, str]] = {
    "misquoted": "Words between quotation marks are almost those of a record, but differ from them. The message gives the difference.",
    "speaker": "A page says that somebody else said the recorded words.",
    "recorded": "A page has recorded words as plain text. The message gives the role to write instead.",
    "unrecorded": 'With unknown_quotes_prose = "all": a page quotes five words or more that no record has.',
}
#: The severity of each kind.
SEVERITY: Final[dict[str, str]] = {
    "misquoted": "error",
    "speaker": "error",
    "recorded": "warning",
    "unrecorded": "note",
}


class Finding(NamedTuple):
    """The finding on one quoted string of the prose."""

    #: One of :data:`KINDS`.
    kind: str
    quoted: Quoted
    #: The id of the record; empty for ``unrecorded``.
    id: str = ""
    #: Where that is recorded, ``file:line``; empty if it comes from another site.
    record_place: str = ""
    #: The outcome of the check for the words, with its operations; None for ``unrecorded``.
    outcome: Outcome | None = None
    #: The wording of the record: ``text``, ``reported`` or ``translation``.
    wording: str = ""
    #: The words of the record that a role can show; empty if no role can show them.
    fragment: str = ""
    #: Whether these are all words of the record.
    is_whole: bool = False
    #: The speakers of the record, and the name that the sentence gives instead.
    speaker: tuple[str, ...] = ()
    named: str = ""

    @property
    def severity(self) -> str:
        """One of ``error``, ``warning`` and ``note``."""
        return SEVERITY[self.kind]

    @property
    def is_listed(self) -> bool:
        """Whether an action is needed. It is not for a wording that no role can show, and that must be typed."""
        return self.kind in ("misquoted", "speaker") or (self.kind == "recorded" and bool(self.fragment))


class Placed(NamedTuple):
    """A finding with its place in the file, for reports."""

    finding: Finding
    #: The path of the file as messages show it.
    path: str
    #: Counted from 1; 0 if it is not known.
    line: int
    column: int
    #: Offsets in the text of the file, of the opening mark and after the closing one; -1 if they were not found.
    start: int = -1
    end: int = -1

    @property
    def place(self) -> str:
        """The place as ``file:line:column``, as far as it is known."""
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)

"""What is said of one pair of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from ..outcomes import Outcome
    from .passages import Quoted

#: Every kind of finding, with its meaning; the guide's tables and the site's warnings are made from this one.
KINDS: Final[dict[str, str]] = {
    "misquoted": "Words between quotation marks are almost those of a record, but differ from them. The message gives the difference.",
    "speaker": "A page says that somebody else said the recorded words.",
    "recorded": "A page has recorded words as plain text. The message gives the role to write instead.",
    "unrecorded": 'With unknown_quotes_prose = "all": a page quotes five words or more that no record has.',
}
#: How grave each kind is.
SEVERITY: Final[dict[str, str]] = {
    "misquoted": "error",
    "speaker": "error",
    "recorded": "warning",
    "unrecorded": "note",
}


class Finding(NamedTuple):
    """One string of the prose, judged."""

    #: One of :data:`KINDS`.
    kind: str
    quoted: Quoted
    #: The id of the record; empty for ``unrecorded``.
    id: str = ""
    #: Where that is recorded, ``file:line``; empty where it comes from another site.
    record_place: str = ""
    #: What the check makes of the words, with its operations; None for ``unrecorded``.
    outcome: Outcome | None = None
    #: Which wording of the record it is: ``text``, ``reported`` or ``translation``.
    wording: str = ""
    #: The words in the record that a role can show; empty where none can.
    fragment: str = ""
    #: Whether that is all of the record.
    is_whole: bool = False
    #: Whom the record names, and whom the sentence names instead.
    speaker: tuple[str, ...] = ()
    named: str = ""

    @property
    def severity(self) -> str:
        """One of ``error``, ``warning`` and ``note``."""
        return SEVERITY[self.kind]

    @property
    def is_listed(self) -> bool:
        """Whether there is something to do: a wording that no role can write is typed rightly."""
        return self.kind in ("misquoted", "speaker") or (self.kind == "recorded" and bool(self.fragment))


class Placed(NamedTuple):
    """A finding with its place in the file, for reports."""

    finding: Finding
    #: The file, as messages name it.
    path: str
    #: Counted from 1; 0 where it is not known.
    line: int
    column: int
    #: From the opening mark to behind the closing one, as offsets in the text of the file; -1 where not found.
    start: int = -1
    end: int = -1

    @property
    def place(self) -> str:
        """``file:line:column``, as far as it is known."""
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)

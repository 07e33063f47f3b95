"""The outcome of one check, for reports and the cache, and its form in the lock file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from ..collection.evidence import PASSING, Evidence, quotation_digest
from .policy import POLICY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..collection.loading import Library

#: The severity of each verdict.
SEVERITY: Final[dict[str, str]] = {
    **dict.fromkeys(PASSING, "pass"),
    "near": "warning",
    **dict.fromkeys(("altered", "moved", "elsewhere", "wrong-speaker", "missing"), "error"),
    "unchecked": "unchecked",
}


#: Notes that make an outcome fail although nothing was compared: the lock file has other words, or none.
FAILING_NOTES: Final = frozenset(("edited", "never-checked"))


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named operation, see :data:`.operations.OPERATIONS`, with the words of both sides as they are written."""

    kind: str
    quoted: str
    said: str
    critical: bool = False
    #: Why it is critical, or what a mark hides.
    why: str = ""


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """The outcome of the check for one quotation. Times are in milliseconds from the start of the recording."""

    id: str
    verdict: str
    cited: int | None = None
    found: int | None = None
    #: The file in which the words were found or looked for.
    transcript: str | None = None
    transcript_digest: str | None = None
    #: The speaker of the words, as the transcript names them.
    speaker: str | None = None
    operations: tuple[Difference, ...] = ()
    changes: int = 0
    automatic: bool = False
    notes: tuple[str, ...] = ()
    #: The cited page as it is recorded, and the page on which the words begin, if the file has pages.
    cited_page: str | None = None
    page: str | None = None
    #: All pages with the words, as one would cite them.
    stands_on: str | None = None

    @property
    def severity(self) -> str:
        """One of ``pass``, ``warning``, ``error`` and ``unchecked``."""
        return SEVERITY[self.verdict] if FAILING_NOTES.isdisjoint(self.notes) else "error"


def seconds(milliseconds: int | None) -> float | int | None:
    """Return a time in seconds, as an integer if it is whole."""
    if milliseconds is None:
        return None
    return milliseconds // 1000 if milliseconds % 1000 == 0 else milliseconds / 1000


def evidence_from(
    library: Library, outcomes: Sequence[Outcome], pages: Mapping[str, str] | None = None
) -> dict[str, Evidence]:
    """Return the content of the lock file for *outcomes*.

    For a quotation that could not be checked, earlier evidence stays if the quotation is the same: somebody else may
    have its transcript. *pages* has the page of each quotation that a page records. Without *pages*, the pages were not
    read, and the evidence of their quotations stays.
    """
    evidence: dict[str, Evidence] = {}
    if pages is None:
        evidence = {
            key: known
            for key, known in library.evidence.items()
            if known.recorded_in is not None and key not in library.quotations
        }
    for outcome in outcomes:
        quotation = library.quotations[outcome.id]
        digest = quotation_digest(quotation, library.sources[quotation.source])
        if outcome.verdict == "unchecked":
            known = library.evidence.get(outcome.id)
            if known and known.digest == digest:
                evidence[outcome.id] = known
            continue
        found = seconds(outcome.found)
        evidence[outcome.id] = Evidence(
            digest, outcome.verdict, outcome.transcript, outcome.transcript_digest,
            None if found is None else float(found), outcome.changes, outcome.automatic, POLICY,
            outcome.stands_on, (pages or {}).get(outcome.id),
        )  # fmt: skip
    return evidence

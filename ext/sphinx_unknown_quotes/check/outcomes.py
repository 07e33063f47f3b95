"""The outcome of one check, as reports and the cache have it, and as the lock file keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from ..collection.evidence import PASSING, Evidence, quotation_digest
from .policy import POLICY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..collection.loading import Library

#: How grave each verdict is: it passes, it warns, it fails, or nothing was checked.
SEVERITY: Final[dict[str, str]] = {
    **dict.fromkeys(PASSING, "pass"),
    "near": "warning",
    **dict.fromkeys(("altered", "moved", "elsewhere", "wrong-speaker", "missing"), "error"),
    "unchecked": "unchecked",
}


#: Notes that fail although nothing was compared: the lock file knows other words, or none.
FAILING_NOTES: Final = frozenset(("edited", "never-checked"))


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named operation, see :data:`.operations.OPERATIONS`; the words as they are on either side."""

    kind: str
    quoted: str
    said: str
    critical: bool = False
    #: What makes it critical, or makes of a mark more than a mark.
    why: str = ""


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the check says of one quotation. Times in milliseconds from the start of the recording."""

    id: str
    verdict: str
    cited: int | None = None
    found: int | None = None
    #: The file in which the words were found, or looked for.
    transcript: str | None = None
    transcript_digest: str | None = None
    #: As the transcript names whoever says the words.
    speaker: str | None = None
    operations: tuple[Difference, ...] = ()
    changes: int = 0
    automatic: bool = False
    notes: tuple[str, ...] = ()
    #: The cited page as it is recorded, and the one on which the words begin, where the file has pages.
    cited_page: str | None = None
    page: str | None = None
    #: All pages on which the words stand, as one would cite them.
    stands_on: str | None = None

    @property
    def severity(self) -> str:
        """One of ``pass``, ``warning``, ``error`` and ``unchecked``."""
        return SEVERITY[self.verdict] if FAILING_NOTES.isdisjoint(self.notes) else "error"


def seconds(milliseconds: int | None) -> float | int | None:
    """Return a time in seconds, whole where it is whole."""
    if milliseconds is None:
        return None
    return milliseconds // 1000 if milliseconds % 1000 == 0 else milliseconds / 1000


def evidence_from(
    library: Library, outcomes: Sequence[Outcome], pages: Mapping[str, str] | None = None
) -> dict[str, Evidence]:
    """Return the lock file's content for *outcomes*.

    Where nothing could be checked, what is known from before stays while the quotation is what it was:
    the transcript may be with somebody else. *pages* has the page of each quotation that is recorded in one;
    without it nobody has read the pages, and what is known of their quotations stays.
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

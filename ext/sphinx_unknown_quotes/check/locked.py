"""Check a collection without transcripts: is every quotation as it was when evidence.json was written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..collection.evidence import quotation_digest
from .checking import NOT_COMPARED, cited_time
from .outcomes import Outcome
from .policy import POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..collection.evidence import Evidence
    from ..collection.loading import Library
    from ..collection.records import Quotation


def locked_outcomes(library: Library) -> Iterator[Outcome]:
    """Yield the verdict that each quotation has in evidence.json, in the order of the collection.

    A quotation fails if it was edited since, or if its source has a transcript and it has no verdict. Then it is
    ``unchecked``, with the note ``edited`` or ``never-checked``.
    """
    for quotation in library.quotations.values():
        source = library.sources[quotation.source]
        evidence = library.evidence.get(quotation.id)
        if evidence and evidence.digest == quotation_digest(quotation, source):
            yield _known(quotation, evidence)
        elif quotation.status in NOT_COMPARED:
            yield _unchecked(quotation, source.transcript, quotation.status or "")
        elif evidence:
            yield _unchecked(quotation, source.transcript, "edited")
        else:
            yield _unchecked(quotation, source.transcript, "never-checked" if source.transcript else "no-transcript")


def _known(quotation: Quotation, evidence: Evidence) -> Outcome:
    found = None if evidence.found is None else round(evidence.found * 1000)
    moved = ("other-page",) if evidence.verdict == "moved" and found is None and evidence.page else ()
    older = () if evidence.policy == POLICY else ("other-rules",)
    return Outcome(
        quotation.id, evidence.verdict, cited_time(quotation), found, evidence.transcript, evidence.transcript_digest,
        changes=evidence.changes, automatic=evidence.automatic, notes=("from-evidence", *moved, *older),
        cited_page=quotation.page, page=evidence.page, stands_on=evidence.page,
    )  # fmt: skip


def _unchecked(quotation: Quotation, transcript: str | None, why: str) -> Outcome:
    return Outcome(quotation.id, "unchecked", cited_time(quotation), transcript=transcript, notes=(why,))

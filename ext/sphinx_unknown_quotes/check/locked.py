"""What evidence.json says of a collection where there are no transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..collection.evidence import quotation_digest
from ..collection.times import parse_span
from .outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..collection.evidence import Evidence
    from ..collection.loading import Library
    from ..collection.records import Quotation


def locked_outcomes(library: Library) -> Iterator[Outcome]:
    """Yield the verdict that each quotation has in evidence.json, in the order of the collection.

    One that was edited since, or that has none, is ``unchecked``, with the note ``edited`` or ``never-checked``.
    """
    for quotation in library.quotations.values():
        evidence = library.evidence.get(quotation.id)
        is_same = evidence and evidence.digest == quotation_digest(quotation, library.sources[quotation.source])
        if evidence and is_same:
            yield _known(quotation, evidence)
        else:
            yield Outcome(quotation.id, "unchecked", notes=("edited" if evidence else "never-checked",))


def _known(quotation: Quotation, evidence: Evidence) -> Outcome:
    cited = parse_span(quotation.at).start if quotation.at else None
    found = None if evidence.found is None else round(evidence.found * 1000)
    return Outcome(
        quotation.id, evidence.verdict, cited, found, evidence.transcript, evidence.transcript_digest,
        changes=evidence.changes, automatic=evidence.automatic, notes=("from-evidence",), cited_page=quotation.page,
    )  # fmt: skip

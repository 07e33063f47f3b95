"""Examples: cards that explain something, and whose quotations belong to no collection.

The id of an example begins with a mark that no id of a quotation can have, and with the support that it shows.
So nothing can confuse an example with a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from ...collection.evidence import Evidence, quotation_digest

if TYPE_CHECKING:
    from ...collection.records import Quotation, Source
    from .inline import InlineRecord

_MARK: Final = "!"
#: The verdict and the number of changes that an example of this support pretends to have.
_VERDICTS: Final = {"found": ("verbatim", 0), "near": ("near", 2), "contradicted": ("altered", 3)}
#: The kinds of support that an example may name. The other kinds follow from its options.
EXAMPLE_SUPPORT: Final = tuple(_VERDICTS)


def example_id(quote: str, support: str) -> str:
    """Return the id under which the example *quote* is kept; *support* is one of :data:`EXAMPLE_SUPPORT`, or empty."""
    return f"{_MARK}{support} {quote}"


def is_example(quote: str) -> bool:
    """Return whether an id is that of an example."""
    return quote.startswith(_MARK)


def example_records(quote: str, record: InlineRecord) -> tuple[Quotation, Source]:
    """Return the records of an example under its id *quote*."""
    quotation, source = record.records()
    return msgspec.structs.replace(quotation, id=quote), source


def example_evidence(quotation: Quotation, source: Source) -> Evidence | None:
    """Return the evidence that an example pretends to have, if any."""
    verdict = _VERDICTS.get(quotation.id.removeprefix(_MARK).partition(" ")[0])
    if not verdict:
        return None
    return Evidence(digest=quotation_digest(quotation, source), verdict=verdict[0], changes=verdict[1])

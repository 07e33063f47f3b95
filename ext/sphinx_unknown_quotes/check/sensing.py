"""A reading of the words, held against what stands beside them: where they are cut off, and how their sentences end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..collection.evidence import PASSING
from .language.words import is_blank_of
from .operations import Operation, Reading
from .sense.edges import closing, opening
from .sense.questions import mark_lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .language.tables import Tables
    from .quotation import Parsed
    from .spoken import Spoken


def with_edges(reading: Reading, parsed: Parsed, spoken: Spoken, table: Tables) -> Reading:
    """Return *reading* with what its edges, its last mark and its remarks add; one that does not pass stays as it is."""
    if reading.verdict not in (*PASSING, "near"):
        return reading
    found = tuple(_operations(reading, parsed, spoken, table))
    if not found:
        return reading
    verdict = reading.verdict
    if any(operation.critical for operation in found):
        verdict = "altered"
    elif any(operation.why for operation in found):
        verdict = "near"
    elif verdict == "verbatim":
        verdict = "elided"
    return reading._replace(verdict=verdict, operations=(*reading.operations, *found))


def _operations(reading: Reading, parsed: Parsed, spoken: Spoken, table: Tables) -> Iterator[Operation]:
    first, end = reading.first, reading.end
    if edge := opening(first, spoken, table):
        yield Operation("cut-off", "", f"{edge.beyond} …", edge.turned, why=edge.why)
    if reading.is_whole and (edge := closing(end, spoken, table)):
        yield Operation("cut-off", "", f"… {edge.beyond}", edge.turned, why=edge.why)
    if reading.is_exact and (marks := mark_lost(parsed.text, first, end, spoken, is_last=True)):
        yield Operation("question", *marks, why="a question")
    if parsed.remarks:
        gaps = spoken.said(first, end) + spoken.before(end)
        for remark in parsed.remarks:
            if not is_blank_of(remark, gaps):
                yield Operation("bracketed", remark, "")

"""Compare a reading with the words around it: where a quotation is cut off, and how its sentences end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.evidence import PASSING
from ..language.words import is_blank_of
from ..sense.edges import BEFORE, BEHIND, begun, closing, notes_beside, opening
from ..sense.questions import mark_lost
from ..sense.sentences import words_after, words_before
from .operations import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..language.tables import Tables
    from ..quotation import Parsed
    from ..speech.spoken import Spoken
    from .readings import Reading


def with_edges(reading: Reading, parsed: Parsed, spoken: Spoken, table: Tables) -> Reading:
    """Return *reading* with the operations of its edges, its last mark and its remarks. One that does not pass stays the same."""
    if reading.verdict not in (*PASSING, "near"):
        return reading
    start = begun(reading.first, spoken, table)
    before = words_before(spoken, start, BEFORE, table)
    # If every character counts as a word, a verb is several words.
    after = words_after(spoken, reading.end, BEHIND * 2 if table.denial_behind else BEHIND, table)
    found = tuple(_operations(reading, parsed, (start, before), after, spoken, table))
    notes = tuple(notes_beside(start, reading.end, before, after, spoken, table))
    if not found:
        return reading._replace(notes=notes) if notes else reading
    if any(operation.kind == "cut-off" for operation in found):
        notes += ("cut-off",)
    verdict = reading.verdict
    if any(operation.critical for operation in found):
        verdict = "altered"
    elif any(operation.why for operation in found):
        verdict = "near"
    elif verdict == "verbatim":
        verdict = "elided"
    return reading._replace(verdict=verdict, operations=(*reading.operations, *found), notes=notes)


def _operations(
    reading: Reading, parsed: Parsed, before: tuple[int, list[str]], after: list[str], spoken: Spoken, table: Tables
) -> Iterator[Operation]:
    first, end = reading.first, reading.end
    if edge := opening(*before, spoken, table):
        yield Operation("cut-off", "", f"{edge.beyond} …", edge.turned, why=edge.why)
    if reading.is_whole and (edge := closing(end, after, spoken, table)):
        yield Operation("cut-off", "", f"… {edge.beyond}", edge.turned, why=edge.why)
    if reading.is_exact and (marks := mark_lost(parsed.text, first, end, spoken, is_last=True)):
        yield Operation("question", *marks, why="a question")
    if parsed.remarks:
        gaps = spoken.said(first, end) + spoken.before(end)
        for remark in parsed.remarks:
            if not is_blank_of(remark, gaps):
                yield Operation("bracketed", remark, "")

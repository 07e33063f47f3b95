"""Find the words of a quotation in a transcript and decide on the words alone, without time and speaker."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.said import Said
from ..language.vocabulary import denies_within
from ..locating.align import align, may_be_whole
from ..locating.locate import exact_places
from ..policy import FEW_WORDS, FOUND_ONE_IN, MAX_ELISION_BY_FEW, NEAR_ONE_IN
from ..sense.sentences import words_after
from .operations import CHANGES, Operation, operations_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..language.tables import Tables
    from ..locating.align import Step
    from ..locating.locate import Area, Search
    from ..quotation import Parsed, Piece
    from ..speech.spoken import Spoken

#: If at least so many words are near, they are the ones that are meant.
_MANY_WORDS: Final = 8
#: The most characters of the end of a verb.
_VERB_END: Final = 6
_DISFLUENT: Final = ("filler", "repeat", "start", "interjection")
_NORMALISED: Final = ("type", "spelling", "contraction", "number", "reference")


class Reading(NamedTuple):
    """The comparison with one place of a transcript: a verdict on the words, without time and speaker."""

    verdict: str
    #: The place of the first word that was found, and the place after the last.
    first: int
    end: int
    operations: tuple[Operation, ...]
    changes: int
    scattered: bool = False
    #: Whether the last word of the quotation was found.
    is_whole: bool = True
    #: Whether every word is there exactly.
    is_exact: bool = False
    #: Names of notes about the words around the quotation.
    notes: tuple[str, ...] = ()


def exact_readings(parsed: Parsed, spoken: Spoken, *offsets: int) -> Iterator[Reading]:
    """Yield a reading of every place with all words one after the other, between two offsets if they are given."""
    size = parsed.literal.count(" ") - 1
    for first in exact_places(parsed, spoken, *offsets):
        end = first + size
        if parsed.is_marked and spoken.turn(first) != spoken.turn(end - 1):
            continue
        if spoken.printed(first, end) == parsed.literal_printed:
            yield Reading("verbatim", first, end, (), 0, is_exact=True)
        elif not parsed.leaves_out:
            kind = Operation("type", parsed.literal_text, spoken.said(first, end))
            yield Reading("normalised", first, end, (kind,), 0, is_exact=True)


def near_readings(search: Search, area: Area, table: Tables, *, whole: bool = False) -> Iterator[Reading]:
    """Yield the readings of likely places in *area*; with *whole*, only of places that may have every word."""
    pieces, spoken = search.parsed.pieces, search.spoken
    for start, end in search.windows(area):
        words = spoken.words(start, end)
        if whole and not may_be_whole(pieces, words, table):
            continue
        said = Said(words, spoken.turns(start, end), spoken.gaps(start, end), table)
        alignment = align(pieces, said, start)
        reading = _read_steps(alignment.steps, pieces, spoken, table)
        if reading:
            # So many similar words do not occur in two places. For few words, that is not sure.
            count = len(search.parsed.words)
            search.is_found |= count >= _MANY_WORDS and reading.changes * NEAR_ONE_IN <= count
            yield reading


def _read_steps(steps: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> Reading | None:
    """Name every operation of an alignment, and decide on the words; None if no word was found."""
    found = [step for step in steps if step.kind not in (*CHANGES, "elision", "bracketed", "reference", *_DISFLUENT)]
    if not found:
        return None
    operations = [
        operation
        for group in _grouped(steps)
        for operation in operations_of(group, pieces, spoken, table)
    ]  # fmt: skip
    if _is_other_order(operations) or _denies_otherwise(steps, pieces, spoken, table):
        operations = [
            each._replace(critical=True, why=each.why or "the order or the verb") if each.kind in CHANGES else each
            for each in operations
        ]
    count = sum(1 for piece in pieces if piece.kind == "word")
    matched = sum(step.last - step.first for step in found)
    changes = sum(operation.changes for operation in operations)
    scattered = _is_scattered(steps, pieces)
    verdict = _verdict(operations, count, matched, changes, scattered)
    is_whole = found[-1].last == len(pieces)
    return Reading(verdict, found[0].start, found[-1].end, tuple(operations), changes, scattered, is_whole)


def _verdict(operations: Sequence[Operation], count: int, matched: int, changes: int, scattered: bool) -> str:
    """Return the strictest verdict that allows every operation."""
    kinds = {operation.kind for operation in operations}
    if matched * FOUND_ONE_IN < count:
        return "missing"
    if any(operation.critical for operation in operations) or changes * NEAR_ONE_IN > count:
        return "altered"
    if changes or scattered or any(operation.why for operation in operations):
        return "near"
    if kinds & set(_DISFLUENT):
        return "disfluent"
    if kinds & set(_NORMALISED):
        return "normalised"
    return "elided" if kinds else "verbatim"


def _grouped(steps: Sequence[Step]) -> list[list[Step]]:
    """Group neighbouring exact words, and neighbouring changes. Other steps stay alone."""
    groups: list[list[Step]] = []
    for step in steps:
        kind = "change" if step.kind in CHANGES else step.kind
        last = groups[-1][-1].kind if groups else ""
        if groups and kind in ("change", "same") and kind == ("change" if last in CHANGES else last):
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _is_other_order(operations: Sequence[Operation]) -> bool:
    """Whether the changes only exchange words, which can exchange who did what to whom."""
    changed = [each for each in operations if each.kind in CHANGES]
    quoted = sorted(word for each in changed for word in each.quoted.split())
    return bool(quoted) and quoted == sorted(word for each in changed for word in each.said.split())


def _denies_otherwise(steps: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> bool:
    """Whether only one side has a negation inside a verb."""
    words = [word for piece in pieces for word in piece.words]
    if any(piece.kind != "word" for piece in pieces):
        return False
    # After a change, the transcript may have a longer end of the verb: "masen" for "masu".
    verb_end = words_after(spoken, steps[-1].end, _VERB_END, table) if steps[-1].kind in CHANGES else []
    said = [*spoken.words(steps[0].start, steps[-1].end), *verb_end]
    return denies_within(words, table) != denies_within(said, table)


def _is_scattered(steps: Sequence[Step], pieces: Sequence[Piece]) -> bool:
    """Whether the quotation joins single words over long omissions, or has more inserted words than spoken ones."""
    marks = [index for index, piece in enumerate(pieces) if piece.kind == "elision"]
    fragments = [after - before - 1 for before, after in pairwise([-1, *marks, len(pieces)])]
    for step in steps:
        if step.kind == "elision" and step.end - step.start > MAX_ELISION_BY_FEW:
            before = max([mark for mark in marks if mark < step.first], default=-1)
            after = min([mark for mark in marks if mark > step.first], default=len(pieces))
            if min(step.first - before - 1, after - step.first - 1) <= FEW_WORDS:
                return True
    if len(fragments) > 2 and sum(1 for size in fragments if size <= FEW_WORDS) * 2 > len(fragments):
        return True
    inserted = sum(len(piece.words) for piece in pieces if piece.kind == "bracketed")
    return inserted > sum(1 for piece in pieces if piece.kind == "word")

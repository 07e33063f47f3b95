"""The steps of an alignment -> named operations, and the verdict on the words alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from .language.vocabulary import critical, denies_within, has_negation, is_contrary
from .language.words import printed
from .policy import (
    FEW_WORDS,
    FOUND_ONE_IN,
    MAX_ELISION_BY_FEW,
    MAX_NEGATED_ELISION,
    NEAR_ONE_IN,
    NEGATION_REACHES,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .align import Step
    from .language.tables import Tables
    from .quotation import Piece
    from .spoken import Spoken

#: Every kind of operation that turns what was said into the quotation, with its meaning.
OPERATIONS: Final[dict[str, str]] = {
    "type": "Case or punctuation differs.",
    "spelling": "The same word is spelt, joined or hyphenated in another way.",
    "contraction": "A contraction is written out, or the reverse.",
    "number": "The same number is in digits on one side and in words on the other.",
    "filler": "An um or uh is left out.",
    "repeat": "A repeated word is left out.",
    "interjection": "Up to three words of a listener within the speaker's sentence are left out.",
    "elision": "Words are left out, and marked so.",
    "insertion": "Words in square brackets stand for what was said, or add to it.",
    "replaced": "Other words were said.",
    "omitted": "Words are left out without a mark.",
    "added": "Words are in the quotation that were not said.",
}
#: The kinds that are changes of the words; the others explain themselves.
CHANGES: Final = ("replaced", "omitted", "added")
_SKIPPED: Final = ("filler", "repeat", "interjection")
_NORMALISED: Final = ("type", "spelling", "contraction", "number")


_SENTENCE_END = re.compile(r"[.?!](?:[\s\"')\]]|$)")


class Operation(NamedTuple):
    """One difference. ``quoted`` and ``said`` are the words on either side, as they are compared."""

    kind: str
    quoted: str
    said: str
    #: Whether it touches a negation, a number or a modal, or turns the sense around.
    critical: bool = False
    #: How many words of change it counts for; 0 for what is no change.
    changes: int = 0


class Reading(NamedTuple):
    """What one place of a transcript makes of a quotation: a verdict on the words, without time and speaker."""

    verdict: str
    #: The first word that was found, and the place behind the last.
    first: int
    end: int
    operations: tuple[Operation, ...]
    changes: int
    scattered: bool = False


def read_steps(steps: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> Reading | None:
    """Name every operation of an alignment and decide on the words; None where not one word was found."""
    found = [step for step in steps if step.kind not in (*CHANGES, "elision", "insertion", *_SKIPPED)]
    if not found:
        return None
    operations = [
        operation
        for group in _grouped(steps)
        for operation in _operations(group, pieces, spoken, table)
    ]  # fmt: skip
    if _is_other_order(operations) or _denies_otherwise(found, pieces, spoken, table):
        operations = [each._replace(critical=True) if each.kind in CHANGES else each for each in operations]
    count = sum(1 for piece in pieces if piece.kind == "word")
    matched = sum(step.last - step.first for step in found)
    changes = sum(operation.changes for operation in operations)
    scattered = _is_scattered(steps, pieces)
    verdict = _verdict(operations, count, matched, changes, scattered)
    return Reading(verdict, found[0].start, found[-1].end, tuple(operations), changes, scattered)


def _verdict(operations: Sequence[Operation], count: int, matched: int, changes: int, scattered: bool) -> str:
    """The tightest verdict that explains every operation."""
    kinds = {operation.kind for operation in operations}
    if matched * FOUND_ONE_IN < count:
        return "missing"
    if any(operation.critical for operation in operations) or changes * NEAR_ONE_IN > count:
        return "altered"
    if changes or scattered:
        return "near"
    if kinds & set(_SKIPPED):
        return "disfluent"
    if kinds & set(_NORMALISED):
        return "normalised"
    return "elided" if kinds else "verbatim"


def _grouped(steps: Sequence[Step]) -> list[list[Step]]:
    """Put words that stand just so into runs, and changes that touch each other; other steps stay alone."""
    groups: list[list[Step]] = []
    for step in steps:
        kind = "change" if step.kind in CHANGES else step.kind
        last = groups[-1][-1].kind if groups else ""
        if groups and kind in ("change", "same") and kind == ("change" if last in CHANGES else last):
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _operations(group: list[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> list[Operation]:
    kind = group[0].kind
    part = pieces[group[0].first : group[-1].last]
    start, end = group[0].start, group[-1].end
    quoted = tuple(word for piece in part for word in piece.words)
    said = tuple(spoken.words(start, end))
    if kind == "same":
        as_quoted, as_said = " ".join(piece.printed for piece in part), spoken.said(start, end)
        return [] if printed(as_quoted) == printed(as_said) else [Operation("type", as_quoted, as_said)]
    if kind in CHANGES:
        after = spoken.words(end, min(end + 1, len(spoken)))
        return [_change(quoted, said, table, after[0] if after else "")]
    if kind == "elision":
        if said and _are_the_speakers_dots(part[0], start, end, spoken):
            return [_change((), said, table)]
        return [Operation(kind, "…", " ".join(said), critical=_hides_negation(said, start, end, spoken, table))]
    if kind == "insertion":
        around = spoken.before(start) + spoken.said(start, end) if said else ""
        if "[" in around and quoted != said and f" {' '.join(quoted)} " in f" {' '.join(said)} ":
            # The transcript has these words in brackets, so they stand for nothing else.
            return [_change((), said[len(quoted) :], table)]
        # At the beginning nothing ties the insertion to what stood there, and it may stand for a "don't".
        before = tuple(spoken.words(max(0, start - 3), start)) if group[0].first == 0 else ()
        unlike = (
            critical(quoted, table) != critical(said, table)
            or is_contrary(quoted, said, table)
            or (has_negation(before, table) and not has_negation(quoted, table))
        )
        return [Operation(kind, f"[{' '.join(quoted)}]", " ".join(said), critical=unlike)]
    return [Operation(kind, " ".join(quoted), " ".join(said))]


def _hides_negation(said: tuple[str, ...], start: int, end: int, spoken: Spoken, table: Tables) -> bool:
    """Whether a marked omission takes a negation from the words around it."""
    if len(said) <= MAX_NEGATED_ELISION:
        return has_negation(said, table)
    opening, closing = said[:NEGATION_REACHES], said[-NEGATION_REACHES:]
    for place in range(start, end + 1):
        if _SENTENCE_END.search(spoken.before(place)):
            # What is denied in another sentence stays denied there.
            opening = said[: min(NEGATION_REACHES, place - start)] if len(opening) > place - start else opening
            closing = said[max(place - start, len(said) - NEGATION_REACHES) :]
    return has_negation(opening, table) or has_negation(closing, table)


def _are_the_speakers_dots(piece: Piece, start: int, end: int, spoken: Spoken) -> bool:
    """Whether dots without brackets stand in the transcript where the omission begins or ends.

    Then they are the speaker's pause and mark no omission; who leaves words out there writes ``[…]``.
    """
    if piece.printed.startswith(("[", "(")) or start == 0 or end >= len(spoken):
        return False
    return any(".." in spoken.before(place).replace(" ", "") for place in (start, end))


def _change(quoted: tuple[str, ...], said: tuple[str, ...], table: Tables, after: str = "") -> Operation:
    """Name a run of changed words. A replaced span counts once for each word of its shorter side.

    Two more words on the longer side go with that ("LLMs" for "large language models"), each further one counts.
    *after* is the word that follows: "few" are not "a few".
    """
    kind = "replaced" if quoted and said else "added" if quoted else "omitted"
    short, long = sorted((len(quoted), len(said)))
    changes = short + max(0, long - short - 2) if short else long
    ours, theirs = critical(quoted, table), critical(said, table)
    unlike = (len(ours[0]), ours[1:]) != (len(theirs[0]), theirs[1:]) or is_contrary(quoted, said, table)
    unlike = unlike or (after in ("few", "little") and ("a" in quoted) != ("a" in said))
    return Operation(kind, " ".join(quoted), " ".join(said), critical=unlike, changes=changes)


def _is_other_order(operations: Sequence[Operation]) -> bool:
    """Whether the changed words are the same ones at other places: who beat whom."""
    changed = [each for each in operations if each.kind in CHANGES]
    quoted = sorted(word for each in changed for word in each.quoted.split())
    return bool(quoted) and quoted == sorted(word for each in changed for word in each.said.split())


def _denies_otherwise(found: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> bool:
    """Whether a language that denies within the verb denies on one side alone."""
    words = [word for piece in pieces for word in piece.words]
    if any(piece.kind != "word" for piece in pieces):
        return False
    return denies_within(words, table) != denies_within(spoken.words(found[0].start, found[-1].end), table)


def _is_scattered(steps: Sequence[Step], pieces: Sequence[Piece]) -> bool:
    """Whether single words are put together over long omissions, or more is inserted than was said."""
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
    inserted = sum(len(piece.words) for piece in pieces if piece.kind == "insertion")
    return inserted > sum(1 for piece in pieces if piece.kind == "word")

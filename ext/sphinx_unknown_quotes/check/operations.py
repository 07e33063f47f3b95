"""Turn the steps of an alignment into named operations, and decide on the verdict on the words alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from .language.numbers import is_within_number
from .language.vocabulary import denies_within
from .language.words import is_blank_of, printed
from .policy import FEW_WORDS, FOUND_ONE_IN, MAX_ELISION_BY_FEW, NEAR_ONE_IN
from .quotation import words_beside
from .sense.brackets import Bracket, weigh
from .sense.changes import other_name, turned_by
from .sense.omissions import are_the_speakers_dots, may_hide
from .sense.questions import mark_lost
from .sense.sentences import words_after

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
    "filler": 'An um, uh or oh, or a "you know" between commas, is left out.',
    "repeat": "Up to three words that are said again, or the beginning of a word, are left out.",
    "start": "Up to four words that the speaker breaks off with a dash are left out.",
    "reference": "The number of a reference or a footnote is left out.",
    "interjection": "Up to three words of a listener within the speaker's sentence are left out.",
    "elision": "Words are left out, and a mark shows it.",
    "bracketed": "Words in square brackets stand for what was said, or add to it.",
    "question": "A question is quoted as a statement, or the reverse.",
    "cut-off": "The rest of the sentence changes or limits what the quotation says.",
    "replaced": "Other words were said.",
    "omitted": "Words are left out without a mark.",
    "added": "The quotation has words that were not said.",
}
#: The kinds that change words. The others are allowed differences.
CHANGES: Final = ("replaced", "omitted", "added")
#: The most characters of the end of a verb.
_VERB_END: Final = 6
_DISFLUENT: Final = ("filler", "repeat", "start", "interjection")
_NORMALISED: Final = ("type", "spelling", "contraction", "number", "reference")


_SENTENCE_END = re.compile(r"[.?!](?:[\s\"')\]]|$)")


class Operation(NamedTuple):
    """One difference. ``quoted`` and ``said`` are the words of both sides, in the form in which they are compared."""

    kind: str
    quoted: str
    said: str
    #: Whether it changes a negation, a number or a modal verb, or reverses the sense.
    critical: bool = False
    #: The number of changed words for which it counts; 0 for an allowed difference.
    changes: int = 0
    #: Why it is critical, or what a mark hides; empty if it passes.
    why: str = ""


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


def read_steps(steps: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> Reading | None:
    """Name every operation of an alignment, and decide on the words; None if no word was found."""
    found = [step for step in steps if step.kind not in (*CHANGES, "elision", "bracketed", "reference", *_DISFLUENT)]
    if not found:
        return None
    operations = [
        operation
        for group in _grouped(steps)
        for operation in _operations(group, pieces, spoken, table)
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


def _operations(group: list[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> list[Operation]:
    kind = group[0].kind
    part = pieces[group[0].first : group[-1].last]
    start, end = group[0].start, group[-1].end
    quoted = tuple(word for piece in part for word in piece.words)
    said = tuple(spoken.words(start, end))
    if kind == "same":
        as_quoted, as_said = " ".join(piece.printed for piece in part), spoken.said(start, end)
        found = [] if printed(as_quoted) == printed(as_said) else [Operation("type", as_quoted, as_said)]
        marks = mark_lost(as_quoted, start, end, spoken, group[-1].last == len(pieces))
        return [*found, Operation("question", *marks, why="a question")] if marks else found
    if kind in CHANGES:
        return [_change(part, start, end, spoken, table)]
    if kind == "elision":
        if start < end and are_the_speakers_dots(part[0].printed, start, end, spoken):
            return [_change([], start, end, spoken, table)]
        # One of four dots is the full stop.
        is_end = part[0].printed.count(".") == 4 or bool(_SENTENCE_END.search(pieces[group[0].first - 1].printed))
        around = words_beside(pieces, group[0].first)
        doubt = may_hide(start, end, around, spoken, table, is_end)
        return [Operation(kind, part[0].printed, " ".join(said), doubt.turned, why=doubt.what)]
    if kind == "bracketed":
        return _bracketed(group[0], part[0], pieces, spoken, table)
    return [Operation(kind, " ".join(quoted), " ".join(said))]


def _bracketed(step: Step, piece: Piece, pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> list[Operation]:
    start, end = step.start, step.end
    said = tuple(spoken.words(start, end))
    around = spoken.before(start) + (spoken.said(start, end) if said else "")
    if "[" in around and piece.words != said and f" {' '.join(piece.words)} " in f" {' '.join(said)} ":
        # The transcript has the same words in brackets, so they replace nothing.
        return [_change([], start + len(piece.words), end, spoken, table)]
    if not said and is_blank_of(piece.printed, spoken.before(start)):
        # They are the transcript's remark on a sound.
        return []
    bracket = Bracket(piece.printed, piece.words, start, end, step.first == 0, step.last == len(pieces))
    doubt = weigh(bracket, spoken, table)
    return [Operation("bracketed", piece.printed, " ".join(said), doubt.turned, why=doubt.what)]


def _change(part: Sequence[Piece], start: int, end: int, spoken: Spoken, table: Tables) -> Operation:
    """Name a run of changed words. A replaced run counts as many changes as its shorter side has words.

    The longer side may have two more words ("LLMs" for "large language models"). Each further word is one more change.
    """
    quoted = tuple(word for piece in part for word in piece.words)
    said = tuple(spoken.words(start, end))
    kind = "replaced" if quoted and said else "added" if quoted else "omitted"
    short, long = sorted((len(quoted), len(said)))
    changes = short + max(0, long - short - 2) if short else long
    before = spoken.word(start - 1) if start else ""
    after = spoken.word(end) if end < len(spoken) else ""
    # "Few" and "a few" differ.
    why = turned_by(quoted, said, after, table)
    if not why and is_within_number((*quoted, *said), before, after, table):
        why = "a number"
    if not why and short:
        why = other_name([piece.printed for piece in part], quoted, start, end, spoken, table)
    return Operation(kind, " ".join(quoted), " ".join(said), bool(why), changes, why)


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

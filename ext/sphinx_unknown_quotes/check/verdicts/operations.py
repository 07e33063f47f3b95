"""Turn the steps of an alignment into named operations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.counting.numbers import is_within_number
from ..language.words import is_blank_of, printed
from ..quotation import words_beside
from ..sense.brackets import Bracket, weigh
from ..sense.changes import other_name, turned_by
from ..sense.omissions import are_the_speakers_dots, may_hide
from ..sense.questions import mark_lost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..language.tables import Tables
    from ..locating.align import Step
    from ..quotation import Piece
    from ..speech.spoken import Spoken

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
_SENTENCE_END: Final = re.compile(r"[.?!](?:[\s\"')\]]|$)")


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


def operations_of(group: Sequence[Step], pieces: Sequence[Piece], spoken: Spoken, table: Tables) -> list[Operation]:
    """Return the operations of a group: steps of one kind, or changes that touch each other."""
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

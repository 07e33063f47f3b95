"""Pages that quote a made-up collection: word for word, with an edit of the check's own measure, by another name, or not at all."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "check"))

from edits import WORD_EDITS, Taken

from sphinx_unknown_quotes.check.prose.known import Known
from sphinx_unknown_quotes.check.quotation import parse_quotation

from .sentences import names, sentences

#: What a page may quote, and the right finding for it.
RIGHT = {
    "edited": "misquoted",
    "word for word": "recorded",
    "scare quotes and titles": "",
    "another speaker": "speaker",
    "other people's words": "unrecorded",
}
_SCARE = (
    "smart", "so-called", "best practice", "just works", "in the wild", "ground truth", "good enough", "black box",
    "low-hanging fruit", "state of the art", "out of the box", "the usual suspects", "don't repeat yourself",
    "move fast", "it depends", "works on my machine", "not invented here", "the right thing", "last mile", "aha",
)  # fmt: skip
_TITLES = (
    "A Field Guide to Small Rivers", "What the Committee Saw", "Notes on the Chemistry of Glass", "The Tenth Decimal",
    "How We Measured the Noise in the Data", "Attention Is Not a Theory", "Towards a Working Theory of the Harvest",
    "Forty Languages and a Signal", "The Migration of Birds Under Load", "On the Shape of the Error",
)  # fmt: skip
_SAYS = ("said", "says", "wrote", "told the panel", "explained", "admitted", "noted", "argued")
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("„", "“"))
#: Frames of a quoted sentence; {n} is a name, {q} the words in their marks.
_NAMED = (
    "At the meeting {n} {v}: {q}",
    "{q}, {n} {v} when the talk was over.",
    "According to {n}, {q}",
    "As {n} put it, {q}",
    "{q} ({n}, in a lecture)",
    "> {b}\n>\n> — {n}, in a lecture",
    "Later that day {n}, who had come by train, {v} {q}",
)
_UNNAMED = ("The transcript has {q}", "Someone in the room said {q}", "> {b}", "The line {q} was repeated often.")
_SHORT = (
    "The {q} approach is common.",
    "We call this {q} in the guide.",
    "See {q} for more.",
    "It was “fine”, or {q}.",
)


class Case(NamedTuple):
    """One quoted string in a page."""

    kind: str
    text: str
    page: str
    #: The record that it is or was.
    id: str = ""
    edit: str = ""


def collection(number: int, seed: int) -> list[Known]:
    """Return so many records: five a speaker."""
    random_ = random.Random(f"records/{seed}")
    people = names(max(2, min(400, number // 5)), random_)
    return [
        Known(f"q{place:05d}", text, (people[place % len(people)],), place=f"quotes/talk.yaml:{place + 1}")
        for place, text in enumerate(sentences(number, random_))
    ]


def draw(records: list[Known], seed: int, number: int = 100) -> list[Case]:
    """Return *number* strings of each kind, in the order of a page."""
    random_ = random.Random(f"strings/{seed}")
    people = sorted({name for record in records for name in record.speaker})
    known = {record.text for record in records}
    others = [text for text in sentences(len(records) + number, random.Random(f"others/{seed}")) if text not in known]
    cases: list[Case] = []
    for place in range(number):
        record = random_.choice(records)
        cases.append(_case("word for word", record.text, record, _frame(record.speaker[0], random_), random_))
        other = random_.choice([name for name in (*people, "Walter Unheard") if name not in record.speaker])
        cases.append(_case("another speaker", record.text, record, _named(other, random_), random_))
        cases.append(_edited(records, random_))
        short = random_.choice(_TITLES if place % 3 == 0 else _SCARE)
        cases.append(_case("scare quotes and titles", short, None, random_.choice(_SHORT), random_))
        cases.append(
            _case("other people's words", others[place], None, _frame(random_.choice(people), random_), random_)
        )
    random_.shuffle(cases)
    return cases


def _edited(records: list[Known], random_: random.Random) -> Case:
    kinds = [kind for kind in WORD_EDITS if kind != "invented"]
    while True:
        record, kind = random_.choice(records), random_.choice(kinds)
        taken = Taken(record.text, parse_quotation(record.text).words, 0, None, None)
        text = WORD_EDITS[kind](taken, random_)
        if text and parse_quotation(text).words != taken.words:
            return _case("edited", text, record, _frame(record.speaker[0], random_), random_)._replace(edit=kind)


def _named(name: str, random_: random.Random) -> str:
    return random_.choice(_NAMED).replace("{n}", name).replace("{v}", random_.choice(_SAYS))


def _frame(name: str, random_: random.Random) -> str:
    return _named(name, random_) if random_.random() < 0.7 else random_.choice(_UNNAMED)


def _case(kind: str, text: str, record: Known | None, frame: str, random_: random.Random) -> Case:
    opening, closing = random_.choice(_MARKS)
    inside = text
    if random_.random() < 0.3:
        inside = re.sub(r"[.]$", "", inside)
    if opening == "“" or opening == "‘":
        inside = inside.replace("'", "’")
    page = frame.replace("{q}", f"{opening}{inside}{closing}").replace("{b}", inside)
    return Case(kind, inside, page, record.id if record else "")

"""Edits drawn by a seed: none of them passes, and unedited words are verbatim."""

from __future__ import annotations

import random

import pytest
from edits import KINDS, draw, judged

from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.speech.spoken import Spoken
from sphinx_unknown_quotes.collection.evidence import PASSING

_WORDS = [
    "the",
    "kettle",
    "sings",
    "because",
    "steam",
    "leaves",
    "spout",
    "and",
    "nobody",
    "knows",
    "why",
    "some",
    "models",
    "never",
    "boil",
    "while",
    "others",
    "can",
    "not",
    "stop",
    "we",
    "think",
    "that",
    "large",
    "spoons",
    "should",
    "measure",
    "twenty",
    "cups",
    "of",
    "water",
    "before",
    "anyone",
    "might",
    "ask",
    "for",
    "seven",
    "more",
    "um",
    "uh",
    "research",
    "about",
    "teapots",
    "is",
    "still",
    "young",
    "so",
    "it",
    "would",
    "be",
    "wrong",
    "to",
    "say",
    "that",
    "we",
    "don't",
    "learn",
    "from",
    "every",
    "morning",
    "in",
    "kitchen",
]


def _made_up(seed: int) -> Spoken:
    """A transcript of two speakers, a stamp for every forty words; no two runs of eight words are alike."""
    random_ = random.Random(seed)
    turns = []
    for number in range(60):
        name = "Ada Lark " if number % 4 == 0 else "Bo Ek " if number % 4 == 2 else ""
        said = " ".join(random_.choices(_WORDS, k=40))
        time = f"0:{number:02d}:00"
        turns.append(f"{name}[({time})](https://example.org/?t={number * 60}) {said}.")
    return read_spoken("\n\n".join(turns).encode(), f"{seed}.md")


TRANSCRIPTS = [_made_up(1), _made_up(2)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "untouched"])
def test_no_edit_passes(kind: str) -> None:
    random_ = random.Random(kind)
    drawn = [each for _ in range(400) if (each := draw(kind, *random_.sample(TRANSCRIPTS, 2), random_))][:30]
    assert len(drawn) >= 20
    assert [(edit.text, found) for edit, spoken in drawn if (found := judged(edit, spoken).verdict) in PASSING] == []


def test_what_nobody_touched_is_verbatim() -> None:
    random_ = random.Random(3)
    drawn = [each for _ in range(400) if (each := draw("untouched", random_.choice(TRANSCRIPTS), None, random_))]
    assert len(drawn) >= 100
    found = [judged(edit, spoken) for edit, spoken in drawn]
    # A run of words may well end before a "not", and that is said of it.
    assert {judgement.verdict for judgement in found if "cut-off" not in judgement.notes} == {"verbatim"}
    assert len([judgement for judgement in found if "cut-off" in judgement.notes]) < len(found) / 2

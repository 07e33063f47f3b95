"""Quotations taken from a transcript, and edits of them that the check must not let pass.

Everything comes from a seed. A quotation is a run of words inside one turn; an edit that leaves the words as
they were (two equal halves, say), or that makes words which somebody else really said, is drawn again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.collection.text.times import Span

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from sphinx_unknown_quotes.check.speech.spoken import Spoken

MODALS = ["can", "could", "may", "might", "must", "shall", "should", "will", "would"]
NEGATIONS = ["not", "never", "no", "none", "nobody", "nothing"]
NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twenty",
    "thirty",
    "hundred",
    "thousand",
    "million",
    "billion",
]
NOUNS = ["umbrella", "cathedral", "violin", "glacier", "teapot", "orchard", "lantern", "harbour", "saddle", "marble"]
INVENTED = (
    "the {0} in the {1} was painted by a retired {2} last winter",
    "nobody ever asked the {0} why a {1} should sing to the {2}",
    "every {0} deserves its own {1} and a small {2} on Sundays",
)


class Taken(NamedTuple):
    """A quotation as taken: its words as printed, its place in the transcript, and the time in milliseconds."""

    text: str
    words: tuple[str, ...]
    first: int
    cited: int | None
    speaker: str | None


class Edit(NamedTuple):
    """An edited quotation: what is claimed of it."""

    kind: str
    text: str
    cited: int | None
    speaker: str | None


def take(spoken: Spoken, random_: random.Random) -> Taken | None:
    """Take 8 to 24 words as they stand; None where the place drawn has no such run inside one turn."""
    size = random_.randint(8, 24)
    if len(spoken) <= size:
        return None
    first = random_.randrange(len(spoken) - size)
    end = first + size
    if spoken.turn(first) != spoken.turn(end - 1):
        return None
    text = " ".join(spoken.said(first, end).split())
    stretch = spoken.at(first)
    return Taken(text, tuple(spoken.words(first, end)), first, stretch.start, stretch.speaker)


def judged(edit: Edit, spoken: Spoken) -> Judgement:
    """Check an edit against a transcript."""
    cited = None if edit.cited is None else Span(edit.cited)
    speakers = (edit.speaker,) if edit.speaker else ()
    return judge(Citation(parse_quotation(edit.text), cited, speakers, "en"), spoken)


def _tokens(taken: Taken) -> list[str]:
    return taken.text.split()


def _bare(token: str) -> str:
    return re.sub(r"[^\w']", "", token.replace("’", "'")).casefold()


def _at(tokens: list[str], wanted: Callable[[str], bool], random_: random.Random) -> int | None:
    """An inner token that is *wanted*; the first and the last could be left out of any quotation."""
    places = [index for index in range(1, len(tokens) - 1) if wanted(_bare(tokens[index]))]
    return random_.choice(places) if places else None


def negation_inserted(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    place = random_.randrange(1, len(tokens) - 1)
    return " ".join([*tokens[:place], "not", *tokens[place:]])


def negation_dropped(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    place = _at(tokens, lambda word: word in NEGATIONS or word.endswith("n't"), random_)
    if place is None:
        return None
    bare = _bare(tokens[place])
    kept = [] if bare in NEGATIONS else [{"won't": "will", "can't": "can"}.get(bare, bare.removesuffix("n't"))]
    return " ".join([*tokens[:place], *kept, *tokens[place + 1 :]])


def number_changed(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    place = _at(tokens, lambda word: word in NUMBERS or word.isdigit(), random_)
    if place is None:
        return None
    bare = _bare(tokens[place])
    other = str(int(bare) + 1) if bare.isdigit() else random_.choice([word for word in NUMBERS if word != bare])
    return " ".join([*tokens[:place], other, *tokens[place + 1 :]])


def modal_changed(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    place = _at(tokens, lambda word: word in MODALS, random_)
    if place is None:
        return None
    other = random_.choice([word for word in MODALS if word != _bare(tokens[place])])
    return " ".join([*tokens[:place], other, *tokens[place + 1 :]])


def word_replaced(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    place = _at(tokens, lambda word: len(word) > 4 and word.isalpha(), random_)
    return None if place is None else " ".join([*tokens[:place], random_.choice(NOUNS), *tokens[place + 1 :]])


def halves_swapped(taken: Taken, random_: random.Random) -> str | None:
    tokens = _tokens(taken)
    half = len(tokens) // 2
    return " ".join([*tokens[half:], *tokens[:half]])


def words_dropped(taken: Taken, random_: random.Random) -> str | None:
    """Three inner words that are neither fillers nor repeats: leaving those out is `disfluent`, and passes."""
    tokens = _tokens(taken)
    if len(tokens) < 8:
        return None
    place = random_.randrange(2, len(tokens) - 5)
    dropped = [_bare(token) for token in tokens[place : place + 3]]
    around = {_bare(token) for token in [*tokens[place - 3 : place], *tokens[place + 3 : place + 6]]}
    if any(word in around or word in ("um", "uh", "") for word in dropped):
        return None
    return " ".join([*tokens[:place], *tokens[place + 3 :]])


def invented(taken: Taken, random_: random.Random) -> str | None:
    return random_.choice(INVENTED).format(*random_.sample(NOUNS, 3))


WORD_EDITS: dict[str, Callable[[Taken, random.Random], str | None]] = {
    "negation inserted": negation_inserted,
    "negation dropped": negation_dropped,
    "number changed": number_changed,
    "modal changed": modal_changed,
    "content word replaced": word_replaced,
    "halves swapped": halves_swapped,
    "three words dropped": words_dropped,
    "invented": invented,
}
KINDS = ("untouched", *WORD_EDITS, "other speaker", "other transcript", "time wrong")


def draw(kind: str, spoken: Spoken, other: Spoken | None, random_: random.Random) -> tuple[Edit, Spoken] | None:
    """Draw one quotation and edit it; None if it cannot be edited as *kind* wants it.

    Returns the edit and the transcript against which it is to be checked.
    """
    taken = take(spoken, random_)
    if taken is None:
        return None
    edit = Edit(kind, taken.text, taken.cited, taken.speaker)
    if kind == "untouched":
        return edit, spoken
    if kind in WORD_EDITS:
        text = WORD_EDITS[kind](taken, random_)
        if text is None or f" {' '.join(parse_quotation(text).words)} " in spoken.joined:
            return None
        return edit._replace(text=text), spoken
    # Words that stand in the transcript twice may well be somebody else's, or said at another time.
    needle = f" {' '.join(taken.words)} "
    if spoken.joined.count(needle) > 1 or (other is not None and needle in other.joined):
        return None
    if kind == "other speaker" and taken.speaker:
        names = [name for name in (*spoken.speakers, "Jane Nobody") if name != taken.speaker]
        return edit._replace(speaker=random_.choice(names)), spoken
    if kind == "other transcript" and other is not None and len(other):
        return edit._replace(speaker=None), other
    if kind == "time wrong" and taken.cited is not None:
        return _time_wrong(edit, taken, spoken, random_)
    return None


def _time_wrong(edit: Edit, taken: Taken, spoken: Spoken, random_: random.Random) -> tuple[Edit, Spoken] | None:
    stretch = spoken.at(taken.first)
    shift = random_.choice((-1, 1)) * random_.randint(20, 600) * 1000
    cited = (stretch.start if shift < 0 else stretch.end or stretch.start or 0) or 0
    return (edit._replace(cited=cited + shift), spoken) if cited + shift >= 0 else None

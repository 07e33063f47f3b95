"""The edges of a quotation: cuts that reverse the sense, and cuts that do not."""

from __future__ import annotations

import re

from . import lists
from .kinds import OPENERS, Drawn, Kind, Made, bare, lowered, planted, tail

_CONTRACTED = re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b")


def before_not(drawn: Drawn) -> Made | None:
    """The words up to the verb whose "not" follows."""
    said = _CONTRACTED.sub(r"\1 not", drawn.text)
    tokens = said.split()
    found = [
        place for place in range(3, len(tokens))
        if bare(tokens[place]) in ("not", "never") and bare(tokens[place - 1]) in lists.AUXILIARIES
        and re.fullmatch(r"[\w'’]+", tokens[place - 1])
    ]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    return planted(said, " ".join(tokens[:place])) if said != drawn.text else Made(" ".join(tokens[:place]))


def _after(beginnings: list[str]):
    """The transcript has something before the sentence that the quotation leaves out."""

    def made(drawn: Drawn) -> Made | None:
        if (
            drawn.text.endswith("?")
            or drawn.text[0] in '"“'
            or bare(drawn.tokens[0]) in OPENERS
            or drawn.text.startswith("I mean")
        ):
            return None
        return planted(f"{drawn.random.choice(beginnings)} {lowered(drawn.text)}", drawn.text)

    return made


def bare_not(drawn: Drawn) -> Made | None:
    """The words after a "not" or "never" that belongs to them."""
    tokens = drawn.tokens
    found = [
        place for place in range(1, len(tokens) - 4)
        if (bare(tokens[place]) in ("not", "never") or bare(tokens[place]).endswith("n't")) and re.fullmatch(r"[\w'’]+", tokens[place])
        and bare(tokens[place + 1]) not in ("and", "but")
    ]  # fmt: skip
    return Made(" ".join(tokens[drawn.random.choice(found) + 1 :])) if found else None


def before_limit(drawn: Drawn) -> Made | None:
    """The words before "unless …"."""
    if not drawn.text.endswith("."):
        return None
    return planted(tail(drawn.text, drawn.random.choice(lists.LIMITS)), drawn.text[:-1])


def _cut_tail(pairs: list[tuple[str, str]]):
    def made(drawn: Drawn) -> Made | None:
        if not drawn.text.endswith("."):
            return None
        said, quoted = drawn.random.choice(pairs)
        return planted(tail(drawn.text, said), tail(drawn.text, quoted)[:-1])

    return made


def after_amount(drawn: Drawn) -> Made | None:
    """The words after "few", "no" or "most", and the sentence that follows."""
    said, quoted = drawn.random.choice(lists.CUT_AMOUNTS)
    return planted(f"{said} {drawn.text}", f"{quoted} {drawn.text}")


def question(drawn: Drawn) -> Made | None:
    """A question with a full stop."""
    return Made(drawn.text[:-1] + ".") if drawn.text.endswith("?") else None


def clause(drawn: Drawn) -> Made | None:
    """The sentence up to ", and", ", so" or ", which"."""
    tokens = drawn.tokens
    found = [
        place for place in range(5, len(tokens))
        if tokens[place - 1].endswith(",") and bare(tokens[place]) in ("and", "so", "which", "who", "where")
    ]  # fmt: skip
    return Made(" ".join(tokens[: found[0]]).rstrip(",")) if found else None


def whole(drawn: Drawn) -> Made | None:
    """A whole sentence."""
    return Made(drawn.text)


def run(drawn: Drawn) -> Made | None:
    """Words of a transcript that has no sentences."""
    return None if drawn.said.whole else Made(drawn.text)


def two_sentences(drawn: Drawn) -> Made | None:
    """Two whole sentences of one speaker."""
    return Made(f"{drawn.text} {drawn.after.text}") if drawn.after else None


def cited(drawn: Drawn) -> Made | None:
    """A whole sentence with its right time and speaker."""
    if drawn.said.speaker is None and drawn.said.start is None:
        return None
    return Made(drawn.text, speaker=drawn.said.speaker, at=drawn.said.start)


RUN = "words of captions without stops"
_EDGES = [
    ("cut before not", "near", before_not),
    ("cut after I don't think that", "near", _after(lists.DENIALS)),
    ("cut after not", "near", bare_not),
    ("cut after if, I hope that", "near", _after(lists.SUPPOSED)),
    ("cut after maybe", "near", _after(lists.HEDGED)),
    ("cut before unless, only if", "near", before_limit),
    ("cut inside a number", "near", _cut_tail(lists.CUT_NUMBERS)),
    ("cut before % or a unit", "near", _cut_tail(lists.CUT_UNITS)),
    ("cut after few, no, most", "near", after_amount),
    ("question as a statement", "near", question),
    ("another's words (he said that)", "note", _after(lists.REPORTS)),
]
_UNTOUCHED = [
    ("a whole sentence", "plain", whole),
    ("two whole sentences", "plain", two_sentences),
    ("with its time and speaker", "pass", cited),
    ("cut at a clause's end", "pass", clause),
    (RUN, "most", run),
]
KINDS = [Kind("edge", *each) for each in _EDGES] + [Kind("untouched", *each) for each in _UNTOUCHED]

"""The types that all modules share: a class of edits, and one edit."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from .talks import Said, Talk


class Drawn(NamedTuple):
    """A sentence drawn from a talk, with its neighbours in the same turn."""

    talk: Talk
    said: Said
    before: Said | None
    after: Said | None
    random: random.Random

    @property
    def text(self) -> str:
        """The sentence."""
        return self.said.text

    @property
    def tokens(self) -> list[str]:
        """Its words with their punctuation."""
        return self.said.text.split()


class Made(NamedTuple):
    """An edit: the quotation, and the words of the transcript if the edit changes these instead.

    *said* has the pieces that replace the sentence in the transcript: whether the same speaker says them, and the words.
    It is empty if the real file is quoted.
    """

    text: str
    said: tuple[tuple[bool, str], ...] = ()
    #: The speaker and the time that the quotation cites, if any.
    speaker: str | tuple[str, ...] | None = None
    at: float | None = None
    #: Whether the planted sentence's own speaker and time are to be cited.
    cites: bool = False
    #: Whether another transcript is to be cited.
    elsewhere: bool = False


class Kind(NamedTuple):
    """A class of edits. *right* is what a checker should say, one of :data:`TARGETS`."""

    group: str
    name: str
    right: str
    make: Callable[[Drawn], Made | None]


#: For each right answer: its meaning, the wrong answers, and the share of wrong answers that still meets the target.
TARGETS: dict[str, tuple[str, frozenset[str], float]] = {
    "none": ("none may pass", frozenset(["pass", "noted"]), 0.0),
    "near": ("a warning at least", frozenset(["pass", "noted"]), 0.01),
    "note": ("a note at least", frozenset(["pass"]), 0.01),
    "pass": ("passes", frozenset(["warn", "fail", "unchecked"]), 0.03),
    "most": ("nine of ten pass", frozenset(["warn", "fail", "unchecked"]), 0.1),
    "plain": ("passes without a note", frozenset(["noted", "warn", "fail", "unchecked"]), 0.001),
}


def bare(token: str) -> str:
    """A word without its punctuation, in lower case."""
    return re.sub(r"[^\w']", "", token.replace("’", "'")).strip("'").casefold()


def places(tokens: list[str], wanted: Callable[[str], bool], ends: bool = False) -> list[int]:
    """Where the words are that are *wanted*; the first and the last only with *ends*."""
    return [
        place for place, token in enumerate(tokens)
        if wanted(bare(token)) and (ends or 0 < place < len(tokens) - 1)
    ]  # fmt: skip


def put(tokens: list[str], place: int, *words: str) -> str:
    """The sentence with *words* for the one at *place*, whose punctuation and capital they take."""
    token = tokens[place]
    lead = re.match(r"[^\w]*", token)
    tail = re.search(r"[^\w]*$", token)
    new = " ".join(words)
    if new and token[lead.end() if lead else 0 :][:1].isupper() and not new[0].isupper():
        new = new[0].upper() + new[1:]
    if new:
        new = f"{lead[0] if lead else ''}{new}{tail[0] if tail else ''}"
    return " ".join([*tokens[:place], *([new] if new else []), *tokens[place + 1 :]])


def tail(text: str, words: str) -> str:
    """The sentence with *words* put before the mark that ends it."""
    body = text.rstrip(".!?。！？")
    return f"{body} {words}{text[len(body) :] or '.'}"


#: A sentence that begins with one of these does not go on well after "I doubt that".
OPENERS = frozenset(
    re.findall(
        r"\w+",
        "so well and but yeah yes no okay ok now or because oh right also then um uh like you hey if please let look see which what when where how why who of thank thanks whether however without although since while",
    )
)


def lowered(text: str) -> str:
    """The sentence as it goes on after another clause: its first letter small, except in I and names."""
    first = text.split()[0]
    keeps = (
        bare(first) in ("i", "i'm", "i've", "i'll", "i'd") or first[1:2].isupper() or not _COMMON.fullmatch(bare(first))
    )
    return text if keeps else text[0].lower() + text[1:]


_COMMON = re.compile(
    r"(the|a|an|this|that|these|those|it|it's|he|she|we|they|you|we're|they're|you're|he's|she's|there|there's|that's|"
    r"my|our|your|his|her|their|its|some|most|many|all|every|each|people|when|where|what|if|in|on|at|for|from|with|"
    r"to|by|as|after|before|because|one|two|three|then|now|here|there|how|why|who|everything|everyone|nothing|nobody)"
)


def planted(said: str, quoted: str) -> Made:
    """The transcript says one thing and the quotation another."""
    return Made(quoted, ((True, said),))

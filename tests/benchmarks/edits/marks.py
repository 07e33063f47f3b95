"""Brackets and omissions, those that deceive and those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from . import lists
from .kinds import Drawn, Kind, Made, bare, places, planted, put

_GAPS = ["…", "...", "[…]", "[...]"]


def _inserted(texts: list[str]):
    def made(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        place = drawn.random.randrange(2, len(tokens) - 1)
        return Made(" ".join([*tokens[:place], drawn.random.choice(texts), *tokens[place:]]))

    return made


def _for_word(wanted: Callable[[str], bool], other: Callable[[Drawn, str], str]):
    """A bracket in the place of one word."""

    def made(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        found = [
            place
            for place in places(tokens, wanted)
            if re.fullmatch(r"[\w'’]+[,.]?", tokens[place])
            and bare(tokens[place]) not in (bare(tokens[place - 1]), bare(tokens[place + 1]))
        ]
        if not found:
            return None
        place = drawn.random.choice(found)
        mark = re.search(r"[,.]?$", tokens[place])
        new = f"[{other(drawn, bare(tokens[place]))}]{mark[0] if mark else ''}"
        return Made(" ".join([*tokens[:place], new, *tokens[place + 1 :]]))

    return made


def _another(words: list[str]):
    return lambda drawn, word: drawn.random.choice([each for each in words if each != word])


def prefix(drawn: Drawn) -> Made | None:
    """A bracketed prefix that turns the word."""
    tokens = drawn.tokens
    found = [
        place for place in places(tokens, lambda word: len(word) > 4) if re.fullmatch(r"[a-z]+[,.]?", tokens[place])
    ]
    if not found:
        return None
    place = drawn.random.choice(found)
    return Made(" ".join([*tokens[:place], drawn.random.choice(lists.PREFIXES) + tokens[place], *tokens[place + 1 :]]))


def _hiding(wanted: Callable[[str], bool], size: tuple[int, int]):
    """An omission of so many words, with a word that is wanted among them, within the sentence."""

    def made(drawn: Drawn) -> Made | None:
        tokens = drawn.tokens
        count = drawn.random.randint(*size)
        found = [place for place in places(tokens, wanted) if re.fullmatch(r"[\w'’]+", tokens[place])]
        if not found or len(tokens) < count + 5:
            return None
        place = drawn.random.choice(found)
        edge = min(4, count // 2)
        first = place - drawn.random.randint(min(edge, count - 1), max(edge, count - 1 - edge))
        if first < 2 or first + count > len(tokens) - 2:
            return None
        return Made(_joined(drawn, tokens[:first], tokens[first + count :]))

    return made


def _joined(drawn: Drawn, before: list[str], after: list[str]) -> str:
    return " ".join([*before, drawn.random.choice(_GAPS), *after])


def hides_aside(drawn: Drawn) -> Made | None:
    """The transcript has ", they say," in it, and the quotation a mark in its place."""
    tokens = drawn.tokens
    if len(tokens) < 8 or drawn.text.endswith("?"):
        return None
    place = drawn.random.randrange(3, len(tokens) - 3)
    if not re.fullmatch(r"[\w'’]+", tokens[place - 1]):
        return None
    said = [*tokens[: place - 1], f"{tokens[place - 1]},", f"{drawn.random.choice(lists.ASIDES)},", *tokens[place:]]
    return planted(" ".join(said), _joined(drawn, tokens[:place], tokens[place:]))


def joins_sentences(drawn: Drawn) -> Made | None:
    """The beginning of one sentence and the end of the next, as if they were one."""
    if not drawn.after or not drawn.said.whole or drawn.text.endswith("?") or drawn.after.text.endswith("?"):
        return None
    one, other = drawn.tokens, drawn.after.text.split()
    if len(one) < 6 or len(other) < 6:
        return None
    kept, rest = drawn.random.randint(3, len(one) - 2), drawn.random.randint(3, len(other) - 2)
    if one[kept - 1][-1] in ".!?":
        return None
    return Made(_joined(drawn, one[:kept], other[-rest:]))


def honest_omission(drawn: Drawn) -> Made | None:
    """An aside between two commas that changes nothing, left out with a mark."""
    tokens = drawn.tokens
    commas = [place for place, token in enumerate(tokens) if token.endswith(",")]
    spans = [
        (one + 1, other + 1) for one, other in pairwise(commas)
        if one >= 2 and 2 <= other - one <= 7 and other < len(tokens) - 3
        and not any(_weighs(token) for token in tokens[one + 1 : other + 1])
    ]  # fmt: skip
    if not spans or drawn.text.endswith("?"):
        return None
    first, end = drawn.random.choice(spans)
    return Made(_joined(drawn, tokens[:first], tokens[end:]))


def _weighs(token: str) -> bool:
    """Whether an honest omission may not hide a token: also "two-factor", and the end of a sentence within marks."""
    parts = {bare(part) for part in re.split("[-–]", token)}
    return not parts.isdisjoint(lists.WEIGHTY) or re.search(r"\d|n['’]t|['’.?!]", token) is not None


def outer_marks(drawn: Drawn) -> Made | None:
    """A whole sentence between two marks of omission."""
    return Made(f"… {drawn.text} …")


def capital(drawn: Drawn) -> Made | None:
    """A bracketed capital: [w]e for We."""
    first = drawn.text[0]
    return Made(f"[{first.lower()}]{drawn.text[1:]}") if first.isupper() and not re.match(r"I\b", drawn.text) else None


def sic(drawn: Drawn) -> Made | None:
    """The editor's [sic]."""
    tokens = drawn.tokens
    place = drawn.random.randrange(2, len(tokens))
    return Made(" ".join([*tokens[:place], "[sic]", *tokens[place:]]))


def pronoun_named(drawn: Drawn) -> Made | None:
    """A name in brackets for he, she, him or they."""
    tokens = drawn.tokens
    found = places(tokens, frozenset(["he", "she", "him", "they", "them"]).__contains__, ends=True)
    if not found:
        return None
    return Made(put(tokens, drawn.random.choice(found), f"[{drawn.random.choice(lists.PERSONS)}]"))


def pronoun_explained(drawn: Drawn) -> Made | None:
    """A name in brackets after the pronoun that stays."""
    tokens = drawn.tokens
    found = [place for place in places(tokens, frozenset(["he", "she", "him", "they", "them"]).__contains__)
             if re.fullmatch(r"\w+", tokens[place])]  # fmt: skip
    if not found:
        return None
    place = drawn.random.choice(found)
    return Made(" ".join([*tokens[: place + 1], f"[{drawn.random.choice(lists.PERSONS)}]", *tokens[place + 1 :]]))


_NO_NOUNS = frozenset(
    ["those", "these", "their", "theirs", "there", "other", "myself", "yourself", "himself", "herself", "itself"]
)


def _noun(word: str) -> bool:
    return len(word) > 4 and word.isalpha() and word not in lists.WEIGHTY and word not in _NO_NOUNS


def _negated(word: str) -> bool:
    return word in lists.NEGATIONS or word.endswith("n't")


_BRACKETS = [
    ("[laughs …] and the like inserted", "near", _inserted(lists.ANNOTATION_LIKE)),
    ("[falsely] inserted", "near", _inserted(lists.TURNING)),
    ("[not] inserted", "none", _inserted(["[not]", "[do not]", "[did not]", "[not always]", "[don't]"])),
    ("[modal] for a modal", "none", _for_word(lists.MODALS.__contains__, _another(lists.MODALS))),
    ("[number] for a number", "none", _for_word(lists.NUMBERS.__contains__, _another(lists.NUMBERS))),
    (
        "[all] for some, [few] for many",
        "near",
        _for_word(lists.AMOUNTS.__contains__, lambda _, word: lists.AMOUNTS[word]),
    ),
    ("[noun] for another noun", "near", _for_word(_noun, _another(lists.NOUNS))),
    ("[verb] for another verb", "near", _for_word(lists.VERBS.__contains__, lambda _, word: lists.VERBS[word])),
    ("[anti-]prefix", "near", prefix),
]
_OMISSIONS = [
    ("… hides not, 3 to 8 words", "none", _hiding(_negated, (3, 8))),
    ("… hides not, 11 to 15 words", "none", _hiding(_negated, (11, 15))),
    ("… hides a modal", "none", _hiding(lists.MODALS.__contains__, (1, 5))),
    ("… hides a number", "none", _hiding(lambda word: word in lists.NUMBERS or word.isdigit(), (1, 5))),
    ("… hides some, most, all", "near", _hiding(lists.QUANTIFIERS.__contains__, (1, 5))),
    ("… hides if, only, unless", "near", _hiding(lists.CONDITIONS.__contains__, (1, 6))),
    ("… hides maybe, probably", "near", _hiding(lists.HEDGES.__contains__, (1, 4))),
    ("… hides they say", "near", hides_aside),
    ("… joins two sentences", "near", joins_sentences),
]
_HONEST = [
    ("an aside left out with …", "pass", honest_omission),
    ("… before and after", "pass", outer_marks),
    ("[w]e", "pass", capital),
    ("[sic]", "pass", sic),
    ("[name] for a pronoun", "pass", pronoun_named),
    ("he [name]", "pass", pronoun_explained),
]
KINDS = (
    [Kind("bracket", *each) for each in _BRACKETS]
    + [Kind("omission", *each) for each in _OMISSIONS]
    + [Kind("honest", *each) for each in _HONEST]
)

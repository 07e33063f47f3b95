"""Decide whether two spellings are the same words: contractions, numbers, British and American, joined and separate."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .counting.numbers import is_number_word, number_names, opens_number
from .respelling import respellings, spelling

if TYPE_CHECKING:
    from .tables import Tables

#: Contracted endings of a word, and the words that they stand for.
_ENDINGS: Final = {"n't've": ("not have",), "n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",),
                   "'d": ("would", "had"), "'s": ("is", "has")}  # fmt: skip
_WHOLE: Final = {
    "can't": ("can not",), "cannot": ("can not",), "won't": ("will not",), "shan't": ("shall not",), "let's": ("let us",),
    "gonna": ("going to",), "wanna": ("want to",), "gotta": ("got to",), "kinda": ("kind of",), "sorta": ("sort of",),
    "cause": ("because",), "em": ("them",), "ok": ("okay",), "til": ("until",), "y'all": ("you all",),
    "lemme": ("let me",), "gimme": ("give me",), "dunno": ("do not know", "don't know"), "cuz": ("because",), "coz": ("because",), "'cause": ("because",),
    "till": ("until",), "thru": ("through",), "tho": ("though",), "ya": ("you",), "yea": ("yeah",),
    **{f"{word}'d": (f"{word} did", f"{word} would", f"{word} had") for word in ("how", "why", "where", "what", "when", "who")},
}  # fmt: skip
#: Without their apostrophe, these are other words.
_OTHER_WORDS: Final = frozenset(
    [
        "we're",
        "we'll",
        "he'll",
        "she'll",
        "i'll",
        "we'd",
        "he'd",
        "she'd",
        "i'd",
        "who're",
        "won't",
        "can't",
        "it'd",
        "y'all",
    ]
)
#: Words that do not mean the same as their parts: "apart" is not "a part".
_NOT_JOINED: Final = frozenset(
    ["apart", "away", "into", "onto", "alone", "already", "altogether", "nobody", "nowhere", "nothing", "anyone", "maybe", "everyday", "sometime", "sometimes", "another", "asleep", "ahead", "about", "across", "along", "around", "none", "notable", "noway", "however", "whenever", "indeed", "instead", "nonetheless", "nevertheless", "without", "within", "therefore", "forever", "understand", "overlook", "income", "outcome", "upset", "setup", "intense", "intent", "therapist", "everyone", "someone", "belong", "below", "before"]
)  # fmt: skip
_DIGITS_MEET: Final = re.compile(r"\d \d")
_DIGITS_APART: Final = re.compile(r"\d+(?:[-/ ]\d+)+")


@lru_cache(maxsize=65536)
def _expansions(word: str, table: Tables) -> tuple[str, ...]:
    """Return the full forms of a contraction; for any other word, *word* itself."""
    if word in table.contractions:
        return tuple(spelling(each, table) if " " not in each else each for each in table.contractions[word])
    if word in _WHOLE:
        return _WHOLE[word]
    for ending, meanings in table.contraction_endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = spelling(word.removesuffix(ending), table)
            # The end of a verb may be left out as well: "hab's" for "habe es".
            return tuple(f"{stem}{vowel} {meaning}" for meaning in meanings for vowel in ("", "e"))
    for ending, meanings in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return tuple(f"{spelling(word.removesuffix(ending), table)} {meaning}" for meaning in meanings)
    return (spelling(word, table),)


@lru_cache(maxsize=65536)
def _is_odd(word: str, table: Tables) -> bool:
    if not word.isalpha() or word in _WHOLE or word in table.contractions:
        return True
    return word in table.numbers.ones or is_number_word(word, table)


@lru_cache(maxsize=131072)
def keys(words: tuple[str, ...], table: Tables) -> frozenset[tuple[str, str]]:
    """Return names for *words*, of the kinds ``spelling``, ``contraction`` and ``number``.

    Two runs are the same words, differently written, if they share a name.
    """
    found: set[tuple[str, str]] = set()
    text = " ".join(words)
    if (same := table.same_as.get(text)) is not None:
        found.add(("spelling", f"={same}"))
    if len(words) == 1:
        found |= {("spelling", other) for other in respellings(text)}
    if not any(_is_odd(word, table) for word in words):
        # Most words are neither numbers nor contractions.
        spelt = [spelling(word, table) for word in words]
        joined = "".join(spelt)
        names = [("contraction", " ".join(spelt))] if len(words) <= 3 else []
        # "In valid" and "invalid" are different words.
        # But "a i" is "ai", like all initials.
        is_apart = len(words) > 1 and len(text) > 2 * len(words) and (joined in _NOT_JOINED or words[0] in ("in", "a"))
        is_apart = is_apart or (len(words) > 1 and len(joined) < table.shortest_compound)
        return frozenset([*found, *(names if is_apart else [*names, ("spelling", joined)])])
    if opens_number(words, table):
        found |= {("number", name) for name in number_names(words, table)}
    if _DIGITS_APART.fullmatch(text):
        # Nine eleven is written 9/11, 9-11 and 9 11.
        found.add(("number", re.sub("[-/]", " ", text)))
    if not all(word.isdigit() for word in words) and not _DIGITS_MEET.search(text):
        joined = "".join(spelling(word, table) for word in words)
        # "D'eux" is not "deux", where "dont" is "don't".
        bare = joined if table.shortest_compound else joined.replace("'", "")
        is_compound = len(words) == 1 or (joined not in _NOT_JOINED and len(joined) >= table.shortest_compound)
        if not any(word in _OTHER_WORDS for word in words) and is_compound:
            found.add(("spelling", bare))
        elif len(words) == 1:
            found.add(("spelling", joined))
    if len(words) <= 3:
        for parts in itertools.islice(itertools.product(*(_expansions(word, table) for word in words)), 8):
            found.add(("contraction", " ".join(parts)))
    return frozenset(found)


@lru_cache(maxsize=65536)
def forms(word: str, table: Tables) -> frozenset[str]:
    """Return the beginnings of the names (see :func:`keys`) of runs that begin with *word*, except those of numbers."""
    spelt = spelling(word, table)
    others = respellings(word)
    return frozenset(
        [spelt, spelt.replace("'", ""), *others, *_expansions(word, table), *table.same_openings.get(word, ())]
    )


def acronym_key(word: str) -> str:
    """Return the initials that *word* may be (``llm`` for ``llms``); empty if it is too short or too long."""
    return word.removesuffix("s") if 2 <= len(word) <= 6 else ""

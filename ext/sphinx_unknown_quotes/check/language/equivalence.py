"""When two spellings are the same words: contractions, numbers, British and American, joined and apart."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .numbers import is_number_word, number_names, opens_number

if TYPE_CHECKING:
    from .tables import Tables

#: What may be ended off a word, and the words that it stands for.
_ENDINGS: Final = {"n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",),
                   "'d": ("would", "had"), "'s": ("is", "has")}  # fmt: skip
_WHOLE: Final = {
    "can't": ("can not",), "cannot": ("can not",), "won't": ("will not",), "shan't": ("shall not",), "let's": ("let us",),
    "gonna": ("going to",), "wanna": ("want to",), "gotta": ("got to",), "kinda": ("kind of",), "sorta": ("sort of",),
    "cause": ("because",), "em": ("them",), "ok": ("okay",), "til": ("until",), "y'all": ("you all",),
}  # fmt: skip
#: Without its apostrophe each of these is another word.
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
#: A joint that makes another word.
_NOT_JOINED: Final = frozenset(
    ["apart", "away", "into", "onto", "alone", "already", "altogether", "nobody", "nowhere", "nothing", "anyone", "maybe", "everyday", "sometime", "sometimes", "another", "asleep", "ahead", "about", "across", "along", "around", "cannot", "none", "notable", "noway", "however", "whenever", "indeed", "instead", "nonetheless", "nevertheless", "without", "within", "therefore", "forever", "understand", "overlook", "income", "outcome", "upset", "setup", "intense", "intent"]
) - {"cannot"}  # fmt: skip
_UNWRITTEN: Final = re.compile("[\u064b-\u0652\u0670\u0640]")
_PLAIN: Final = str.maketrans("أإآٱё", "ااااе")
_DIGITS_MEET: Final = re.compile(r"\d \d")
_DIGITS_APART: Final = re.compile(r"\d+(?:[-/ ]\d+)+")
_OUR: Final = re.compile(
    r"(col|fav|behavi|hon|lab|neighb|rum|flav|hum|vap|harb|arm|endeav|sav|od|tum|val|vig|rig|cand|clam|ferv|savi|demean)our"
)
_ISE: Final = re.compile(r"(?<!pr)(?<!w)(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|able)$")
_KEPT_ISE: Final = re.compile(r"(?:prom|exerc|surpr|adv|rev|superv|telev|comprom|desp|dev|dem|disgu|enterpr|exc|franch|"
                              r"improv|merchand|otherw|prec|conc|expert|likew|adver|par|ra|no|pra|pois|cru|bru|appra)is")  # fmt: skip
_LL: Final = re.compile(
    r"(travel|model|label|cancel|signal|level|channel|total|counsel|fuel|dial|equal|marvel|tunnel|quarrel|initial)"
    r"l(ed|ing|er|ers|ation)"
)
_SINGLE_WORDS: Final = {
    "centre": "center", "centres": "centers", "theatre": "theater", "metre": "meter", "metres": "meters",
    "kilometre": "kilometer", "kilometres": "kilometers", "litre": "liter", "litres": "liters", "fibre": "fiber",
    "calibre": "caliber", "defence": "defense", "offence": "offense", "licence": "license", "catalogue": "catalog",
    "dialogue": "dialog", "analogue": "analog", "programme": "program", "programmes": "programs", "grey": "gray",
    "judgement": "judgment", "sceptic": "skeptic", "sceptical": "skeptical", "aluminium": "aluminum", "ageing": "aging",
    "mould": "mold", "plough": "plow", "tyre": "tire", "towards": "toward", "learnt": "learned", "spelt": "spelled",
    "burnt": "burned", "dreamt": "dreamed", "mum": "mom", "alright": "allright", "whilst": "while", "amongst": "among",
}  # fmt: skip


@lru_cache(maxsize=65536)
def _spelling(word: str) -> str:
    """One spelling for the British and the American one of a word, and for one with and without its accents."""
    if not word.isascii():
        # Vowels and hamzas over an alif are often left out, and so are the dots over a Russian yo.
        word = _UNWRITTEN.sub("", word).translate(_PLAIN)
        # Accents on Latin letters only; elsewhere a mark is a vowel.
        parts = unicodedata.normalize("NFD", word)
        if parts[:1].isascii() or any(part.isascii() for part in parts):
            word = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    if word in _SINGLE_WORDS:
        return _SINGLE_WORDS[word]
    word = _OUR.sub(r"\1or", word)
    if not _KEPT_ISE.match(word):
        word = _ISE.sub(r"iz\1", word)
    if word.endswith(("yse", "ysed", "yses", "ysing")):
        word = word.replace("ys", "yz") if word.count("ys") == 1 else word
    return _LL.sub(r"\1\2", word)


@lru_cache(maxsize=65536)
def _expansions(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    for ending, meanings in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return tuple(f"{_spelling(word.removesuffix(ending))} {meaning}" for meaning in meanings)
    return (_spelling(word),)


@lru_cache(maxsize=65536)
def _is_odd(word: str, table: Tables) -> bool:
    return not word.isalpha() or word in _WHOLE or word in table.numbers.ones or is_number_word(word, table)


@lru_cache(maxsize=131072)
def keys(words: tuple[str, ...], table: Tables) -> frozenset[tuple[str, str]]:
    """Return names for *words*, of the kinds ``spelling``, ``contraction`` and ``number``.

    Two runs of words are the same words, differently written, where they share a name.
    """
    found: set[tuple[str, str]] = set()
    text = " ".join(words)
    if (same := table.same_as.get(text)) is not None:
        found.add(("spelling", f"={same}"))
    if not any(_is_odd(word, table) for word in words):
        # Most words are neither numbers nor contractions.
        spelt = [_spelling(word) for word in words]
        joined = "".join(spelt)
        names = [("contraction", " ".join(spelt))] if len(words) <= 3 else []
        # "In valid" is not "invalid".
        # But "a i" is "ai", and so are the initials of every name.
        is_apart = len(words) > 1 and len(text) > 2 * len(words) and (joined in _NOT_JOINED or words[0] in ("in", "a"))
        return frozenset([*found, *(names if is_apart else [*names, ("spelling", joined)])])
    if opens_number(words, table):
        found |= {("number", name) for name in number_names(words, table)}
    if _DIGITS_APART.fullmatch(text):
        # Nine eleven is written 9/11, 9-11 and 9 11.
        found.add(("number", re.sub("[-/]", " ", text)))
    if not all(word.isdigit() for word in words) and not _DIGITS_MEET.search(text):
        joined = "".join(_spelling(word) for word in words)
        bare = joined.replace("'", "")
        if not any(word in _OTHER_WORDS for word in words) and (len(words) == 1 or joined not in _NOT_JOINED):
            found.add(("spelling", bare))
        elif len(words) == 1:
            found.add(("spelling", joined))
    if len(words) <= 3:
        for parts in itertools.islice(itertools.product(*(_expansions(word) for word in words)), 8):
            found.add(("contraction", " ".join(parts)))
    return frozenset(found)


@lru_cache(maxsize=65536)
def forms(word: str, table: Tables) -> frozenset[str]:
    """Return what the names of a run that begins with *word* begin with, those of numbers apart (see :func:`keys`)."""
    spelt = _spelling(word)
    return frozenset([spelt, spelt.replace("'", ""), *_expansions(word), *table.same_openings.get(word, ())])


def acronym_key(word: str) -> str:
    """Return *word* as the initials that it may be (``llms`` -> ``llm``); empty for one too short or too long."""
    return word.removesuffix("s") if 2 <= len(word) <= 6 else ""

"""Judge what an editor puts in brackets: a name in place of a pronoun may pass, and little else."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.sounds import SOUNDS
from ..language.vocabulary import critical, is_contrary
from .omissions import Doubt
from .sentences import ends_before, words_after, words_before

if TYPE_CHECKING:
    from ..language.senses import Phrases
    from ..language.tables import Tables
    from ..speech.spoken import Spoken

_INSIDE = re.compile(r"(\w*)\[([^\[\]]*)\](\w*)")
_SOUND = re.compile(rf"(?:{SOUNDS})\b", re.IGNORECASE)
#: The articles of English, by which a clause in a bracket is recognised. Other languages have their own words for that.
_ARTICLES: Final = frozenset(["the", "a", "an"])
_JOINTS: Final = frozenset(["of", "in", "on", "at", "for", "and", "from", "all"])
#: A bracket with more words is more than a name.
_MAX_NAME = 6


class Bracket(NamedTuple):
    """A bracket and the words ``start:end`` of the transcript that it stands for, by the alignment."""

    printed: str
    words: tuple[str, ...]
    start: int
    end: int
    #: Whether the quotation has no word before it; below, whether it has none after it.
    opens: bool = False
    closes: bool = False


def weigh(bracket: Bracket, spoken: Spoken, table: Tables) -> Doubt:
    """Return why a bracket does not pass; no doubt if it names what a pronoun stands for, or makes a name clearer."""
    said = _stood_there(bracket, spoken, table)
    inside = _INSIDE.fullmatch(bracket.printed)
    if bracket.words == said:
        return Doubt()
    if doubt := _turns(bracket, said, spoken, table):
        return doubt
    if inside and (inside[1] or inside[3]):
        return Doubt(_in_a_word(inside, said, table))
    phrases = table.senses.phrases
    if _hides_an_expletive(bracket, said, spoken, table):
        return Doubt()
    added = [word for word in bracket.words if word not in said]
    for key, name in (("quantifiers", "how many"), ("conditions", "a condition"), ("hedges", "how sure it is"),
                      ("attributions", "who says so")):  # fmt: skip
        if found := phrases[key].find(added):
            return Doubt(f"{name} ({found})")
    if adverbs := [word for word in added if table.senses.is_adverb(word)]:
        return Doubt(f"an adverb ({adverbs[0]})")
    if not said:
        return Doubt(_added(bracket, spoken, table))
    return Doubt(_replaced(bracket, said, spoken, table))


def _stood_there(bracket: Bracket, spoken: Spoken, table: Tables) -> tuple[str, ...]:
    """Return the words that a bracket replaces. At either end of the quotation, that may be the pronoun or name next to it."""
    if bracket.start == bracket.end and (bracket.opens or bracket.closes):
        beside = words_before if bracket.opens else words_after
        word = tuple(beside(spoken, bracket.start, 1, table))
        place = bracket.start - 1 if bracket.opens else bracket.start
        is_meant = bool(word) and (_points(word[0], table.senses.phrases) or is_name(place, spoken, table))
        return word if is_meant else ()
    return tuple(spoken.words(bracket.start, bracket.end))


def _turns(bracket: Bracket, said: tuple[str, ...], spoken: Spoken, table: Tables) -> Doubt | None:
    """Return a doubt if only one side has a negation, a modal verb or a number, or if they are contraries."""
    before = tuple(words_before(spoken, bracket.start, 3, table)) if bracket.opens else ()
    ours, theirs = critical(bracket.words, table), critical(said, table)
    denies = any(word in table.denying_endings for word in bracket.words)
    if denies or ours[0] != theirs[0] or (critical(before, table)[0] and not ours[0]):
        return Doubt("a negation", turned=True)
    if ours[1] != theirs[1]:
        return Doubt("a modal verb", turned=True)
    if ours[2] != theirs[2]:
        # An editor may say which year "then" means, but this is the editor's word.
        return Doubt("a number", turned=bool(theirs[2]) or bracket.opens or bracket.closes)
    if is_contrary(bracket.words, said, table):
        return Doubt("the contrary", turned=True)
    return None


def _hides_an_expletive(bracket: Bracket, said: tuple[str, ...], spoken: Spoken, table: Tables) -> bool:
    """Whether the bracket replaces an expletive by a word that says so: ``[bleep]``. A name is none: "Dick"."""
    phrases = table.senses.phrases
    is_said = bool(said) and all(word in phrases["expletives"] for word in said)
    is_named = any(is_name(place, spoken, table) for place in range(bracket.start, bracket.end))
    return is_said and not is_named and phrases["hiding"].at(bracket.words) == " ".join(bracket.words)


def _in_a_word(inside: re.Match[str], said: tuple[str, ...], table: Tables) -> str:
    """Return why a bracket inside a word does not pass: ``[anti-]government`` does not, but the ending in ``model[s]`` does."""
    before, put, after = inside.groups()
    if len(said) == 1 and not after and put.casefold() in table.senses.inflections and len(before) > 1:
        stem = before.casefold()
        if said[0] == stem or (said[0].startswith(stem[:-1]) and len(said[0]) <= len(stem) + 3):
            return ""
    return "a part of a word" if before else "a prefix"


def _added(bracket: Bracket, spoken: Spoken, table: Tables) -> str:
    """Return why added words do not pass; empty if they make a pronoun or a name clearer, or are small words."""
    phrases = table.senses.phrases
    if bracket.start == 0 or ends_before(spoken, bracket.start, table):
        return "words at the beginning of a sentence"
    if all(word in phrases["small"] for word in bracket.words):
        return ""
    last = spoken.word(bracket.start - 1)
    if not (_points(last, phrases) or is_name(bracket.start - 1, spoken, table)):
        return "words after something that is neither a pronoun nor a name"
    return "" if _is_a_name(bracket, (), phrases) else "more than a name"


def _replaced(bracket: Bracket, said: tuple[str, ...], spoken: Spoken, table: Tables) -> str:
    """Return why a replacement does not pass; empty if it replaces a pronoun, or a name of which it has a part."""
    phrases = table.senses.phrases
    left = [word for word in said if word not in bracket.words]
    place = bracket.start if bracket.start < bracket.end else bracket.end - (1 if bracket.opens else 0)
    names = [
        word for index, word in enumerate(said, place) if word in left and not _points(word, phrases)
        and is_name(index, spoken, table)
    ]  # fmt: skip
    content = [
        word for word in left if word not in names and not _points(word, phrases) and word not in phrases["small"]
    ]
    if content:
        return f"other words than “{' '.join(content)}”"
    if names and len(left) == len(said) and not _shares(bracket.words, names):
        return f"another name than “{' '.join(names)}”"
    if not names and not any(_points(word, phrases) for word in left) and len(left) == len(said):
        return f"other words than “{' '.join(said)}”"
    owner = [word for word in left if word in phrases["possessives"]]
    if owner and not (bracket.printed.endswith(("s']", "'s]")) or any(word in phrases["small"] for word in bracket.words)
                      or any(word in phrases["possessives"] for word in bracket.words)):  # fmt: skip
        return f"other words than “{owner[0]}”"
    return "" if _is_a_name(bracket, said, phrases) else "more than a name"


def _points(word: str, phrases: dict[str, Phrases]) -> bool:
    """Whether *word* is a pronoun or refers to something named before, even with an ending ("they're")."""
    stem = word.partition("'")[0]
    return any(each in phrases[key] for each in (word, stem) for key in ("pronouns", "pointing"))


def _is_a_name(bracket: Bracket, said: tuple[str, ...], phrases: dict[str, Phrases]) -> bool:
    """Whether a bracket is only a name: it has no clause, and does not begin like a remark on a sound."""
    words = bracket.words
    if not words or len(words) > _MAX_NAME:
        return False
    if len(words) > 1 and _SOUND.match(bracket.printed.strip("[] ")):
        return False
    # "Clears the room": a word directly before an article is a verb, unless it is a preposition.
    if any(word in _ARTICLES and before not in _JOINTS for before, word in pairwise(words)):
        return False
    return len(words) == 1 or not any(word in phrases["clausal"] and word not in said for word in words)


def _shares(words: tuple[str, ...], names: list[str]) -> bool:
    """Whether the names share a part, or one is the initials of the other."""
    initials = "".join(word[0] for word in words)
    return any(name in words or name in initials or initials in name for name in names if len(initials) > 1) or any(
        name in words for name in names
    )


def is_name(place: int, spoken: Spoken, table: Tables) -> bool:
    """Whether the capital of the word at *place* shows a name. At the beginning of a sentence, it must have one elsewhere."""
    if not 0 <= place < len(spoken) or table.senses.capital_nouns:
        return False
    printed = spoken.said(place, place + 1)
    if not printed[:1].isupper() or len(printed) < 2:
        return False
    if not ends_before(spoken, place, table):
        return True
    return re.search(rf"[a-z,] {re.escape(printed)}\b", spoken.text) is not None

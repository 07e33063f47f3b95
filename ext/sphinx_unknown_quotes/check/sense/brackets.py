"""What an editor may put into a quotation in brackets: a name for a pronoun, and little else."""

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
    from ..spoken import Spoken

_INSIDE = re.compile(r"(\w*)\[([^\[\]]*)\](\w*)")
_SOUND = re.compile(rf"(?:{SOUNDS})\b", re.IGNORECASE)
#: Those of English; in other languages a bracket is what its clausal words tell.
_ARTICLES: Final = frozenset(["the", "a", "an"])
_JOINTS: Final = frozenset(["of", "in", "on", "at", "for", "and", "from", "all"])
#: A bracket of more words than this tells a story.
_MAX_NAME = 6


class Bracket(NamedTuple):
    """A bracket and the words ``start:end`` of the transcript that it stands for, by the alignment."""

    printed: str
    words: tuple[str, ...]
    start: int
    end: int
    #: Whether no word of the quotation stands before it, or behind it.
    opens: bool = False
    closes: bool = False


def weigh(bracket: Bracket, spoken: Spoken, table: Tables) -> Doubt:
    """Say why a bracket does not pass; no doubt where it names what a pronoun stands for, or makes a name clearer."""
    said = _stood_there(bracket, spoken, table)
    inside = _INSIDE.fullmatch(bracket.printed)
    if bracket.words == said:
        return Doubt()
    if doubt := _turns(bracket, said, spoken, table):
        return doubt
    if inside and (inside[1] or inside[3]):
        return Doubt(_in_a_word(inside, said, table))
    phrases = table.senses.phrases
    if (
        said
        and all(word in phrases["expletives"] for word in said)
        and phrases["hiding"].at(bracket.words) == " ".join(bracket.words)
    ):
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
    """The words that a bracket stands for. At either end nothing ties it to them, so it may be a pronoun or a name beside it."""
    if bracket.start == bracket.end and (bracket.opens or bracket.closes):
        beside = words_before if bracket.opens else words_after
        word = tuple(beside(spoken, bracket.start, 1, table))
        place = bracket.start - 1 if bracket.opens else bracket.start
        is_meant = bool(word) and (_points(word[0], table.senses.phrases) or is_name(place, spoken, table))
        return word if is_meant else ()
    return tuple(spoken.words(bracket.start, bracket.end))


def _turns(bracket: Bracket, said: tuple[str, ...], spoken: Spoken, table: Tables) -> Doubt | None:
    """A negation, a modal verb or a number on one side alone, or a contrary."""
    before = tuple(words_before(spoken, bracket.start, 3, table)) if bracket.opens else ()
    ours, theirs = critical(bracket.words, table), critical(said, table)
    denies = any(word in table.denying_endings for word in bracket.words)
    if denies or ours[0] != theirs[0] or (critical(before, table)[0] and not ours[0]):
        return Doubt("a negation", turned=True)
    if ours[1] != theirs[1]:
        return Doubt("a modal verb", turned=True)
    if ours[2] != theirs[2]:
        # What year "then" is, an editor may well say; but it is his word.
        return Doubt("a number", turned=bool(theirs[2]) or bracket.opens or bracket.closes)
    if is_contrary(bracket.words, said, table):
        return Doubt("the contrary", turned=True)
    return None


def _hides_an_expletive(words: tuple[str, ...], said: tuple[str, ...], phrases: dict[str, Phrases]) -> bool:
    """Whether the bracket says that there was an expletive, and there was: ``[bleep]``."""
    is_said = bool(said) and all(word in phrases["expletives"] for word in said)
    return is_said and phrases["hiding"].at(words) == " ".join(words)


def _in_a_word(inside: re.Match[str], said: tuple[str, ...], table: Tables) -> str:
    """``model[s]`` has another ending; ``[anti-]government`` is another word."""
    before, put, after = inside.groups()
    if len(said) == 1 and not after and put.casefold() in table.senses.inflections and len(before) > 1:
        stem = before.casefold()
        if said[0] == stem or (said[0].startswith(stem[:-1]) and len(said[0]) <= len(stem) + 3):
            return ""
    return "a part of a word" if before else "a prefix"


def _added(bracket: Bracket, spoken: Spoken, table: Tables) -> str:
    """Nothing stood there: what is put in makes a pronoun or a name clearer, or is a little word."""
    phrases = table.senses.phrases
    if bracket.start == 0 or ends_before(spoken, bracket.start, table):
        return "words at the beginning of a sentence"
    if all(word in phrases["small"] for word in bracket.words):
        return ""
    last = spoken.word(bracket.start - 1)
    if not (_points(last, phrases) or is_name(bracket.start - 1, spoken, table)):
        return "words behind what is neither a pronoun nor a name"
    return "" if _is_a_name(bracket, (), phrases) else "more than a name"


def _replaced(bracket: Bracket, said: tuple[str, ...], spoken: Spoken, table: Tables) -> str:
    """Other words stood there: at least one pronoun, or a name of which the bracket has a part, and no content."""
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
    """Whether *word* is a pronoun or points at something, also with an ending ("they're")."""
    stem = word.partition("'")[0]
    return any(each in phrases[key] for each in (word, stem) for key in ("pronouns", "pointing"))


def _is_a_name(bracket: Bracket, said: tuple[str, ...], phrases: dict[str, Phrases]) -> bool:
    """Whether a bracket names somebody or something: no clause, and nothing that begins like a sound."""
    words = bracket.words
    if not words or len(words) > _MAX_NAME:
        return False
    if len(words) > 1 and _SOUND.match(bracket.printed.strip("[] ")):
        return False
    # "Clears the room": what has an article behind another word is a verb, where no preposition is between them.
    if any(word in _ARTICLES and before not in _JOINTS for before, word in pairwise(words)):
        return False
    return len(words) == 1 or not any(word in phrases["clausal"] and word not in said for word in words)


def _shares(words: tuple[str, ...], names: list[str]) -> bool:
    """Whether a longer name has a part of a shorter one, or its initials."""
    initials = "".join(word[0] for word in words)
    return any(name in words or name in initials or initials in name for name in names if len(initials) > 1) or any(
        name in words for name in names
    )


def is_name(place: int, spoken: Spoken, table: Tables) -> bool:
    """Whether the word at *place* is a name by its capital; at the beginning of a sentence if it has one elsewhere, too."""
    if not 0 <= place < len(spoken) or table.senses.capital_nouns:
        return False
    printed = spoken.said(place, place + 1)
    if not printed[:1].isupper() or len(printed) < 2:
        return False
    if not ends_before(spoken, place, table):
        return True
    return re.search(rf"[a-z,] {re.escape(printed)}\b", spoken.text) is not None

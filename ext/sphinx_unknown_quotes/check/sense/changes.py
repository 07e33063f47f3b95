"""Find changed words that change the sense: a negation, a number, who did it and when, and how much."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from ..language.equivalence import acronym_key
from ..language.vocabulary import critical, is_contrary
from .brackets import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..language.senses import Phrases
    from ..language.tables import Tables
    from ..speech.spoken import Spoken

#: Names with a higher similarity may be one name in two spellings.
_ALIKE: Final = 0.75
#: With an article these mean some; without one, almost none.
FEW: Final = ("few", "little")


def turned_by(quoted: tuple[str, ...], said: tuple[str, ...], after: str, table: Tables) -> str:
    """Return what in a change without a mark must not change; empty if there is nothing. *after* is the next word."""
    ours, theirs = critical(quoted, table), critical(said, table)
    # A negation may replace another one: "nobody" for "no one".
    for one, other, name in zip((len(ours[0]), *ours[1:]), (len(theirs[0]), *theirs[1:]),
                                ("a negation", "a modal verb", "a number"), strict=True):  # fmt: skip
        if one != other:
            return name
    if is_contrary(quoted, said, table) or (after in FEW and ("a" in quoted) != ("a" in said)):
        return "the contrary"
    phrases = table.senses.phrases
    for key, name in (("pronouns", "a pronoun"), ("weekdays", "a day"), ("months", "a month")):
        one, other = _of(quoted, phrases[key]), _of(said, phrases[key])
        if one and other and one != other:
            return name
    added = _of(quoted, phrases["intensifiers"]) - _of(said, phrases["intensifiers"])
    return f"how strongly it is said ({min(added)})" if added else ""


def other_name(
    printed: Sequence[str], quoted: tuple[str, ...], start: int, end: int, spoken: Spoken, table: Tables
) -> str:
    """Return the name that another name replaces; empty if there is none, or if both may be one name."""
    capitals = [word for word, form in zip(quoted, printed, strict=False) if form.lstrip("\"'(*_")[:1].isupper()]
    said = spoken.words(start, end)
    names = [word for place, word in enumerate(said, start) if is_name(place, spoken, table)]
    if not capitals or not names or set(capitals) & set(names):
        return ""
    if any(acronym_key(word) == "".join(each[0] for each in said) for word in capitals):
        return ""
    is_alike = any(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one in capitals for other in names)
    return "" if is_alike else f"a name ({' '.join(names)})"


def _of(words: tuple[str, ...], phrases: Phrases) -> set[str]:
    return {stem for word in words for stem in (word, word.partition("'")[0]) if stem in phrases}

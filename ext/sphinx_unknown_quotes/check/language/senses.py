"""Words that bear on the sense of those beside them: how many, under which condition, who says so, how surely."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from .words import fold, word_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Phrases:
    """Words, and rows of words, that are looked for in a row of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Take the entries of a data file; each is split into words as the words of a transcript are."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            words = tuple(" ".join(word_rows(fold(entry))).split())
            if words:
                self._by_first.setdefault(words[0], []).append(words)

    def __contains__(self, word: object) -> bool:
        """Whether *word* alone is an entry."""
        return (word,) in self._by_first.get(str(word), ())

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Whether none of *words* alone is an entry."""
        return not any(word in self for word in words)

    def find(self, words: Sequence[str]) -> str:
        """Return the first entry that stands in *words*; empty where none does."""
        return next((found for place in range(len(words)) if (found := self.at(words, place))), "")

    def at(self, words: Sequence[str], place: int = 0) -> str:
        """Return the longest entry that begins at *place* of *words*."""
        longest: tuple[str, ...] = ()
        for entry in self._by_first.get(words[place], ()) if place < len(words) else ():
            if len(entry) > len(longest) and tuple(words[place : place + len(entry)]) == entry:
                longest = entry
        return " ".join(longest)

    def ending(self, words: Sequence[str], longest: int = 4) -> str:
        """Return the longest entry with which *words* end."""
        for size in range(min(longest, len(words)), 0, -1):
            if tuple(words[-size:]) in self._by_first.get(words[-size], ()):
                return " ".join(words[-size:])
        return ""


class Senses(
    msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, forbid_unknown_fields=True, rename="kebab"
):
    """The words of one language, entries of one word or several, as the files of tables have them under ``senses``."""

    #: Whether every noun has a capital, which then makes no name.
    capital_nouns: bool = False
    #: How many are meant, where no number says it; and those of them behind which no sentence may be begun or ended.
    quantifiers: tuple[str, ...] = ()
    parting: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    #: Verbs that give words as somebody else's; the first persons before them take that back.
    attributions: tuple[str, ...] = ()
    first_persons: tuple[str, ...] = ()
    #: What a negation before it denies of the words behind it ("I don't think that"); what denies them by itself.
    attitudes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    #: Attitudes that are no mere aside before a comma, as "I don't know, it sings" is.
    beliefs: tuple[str, ...] = ()
    #: What may stand between those and the words.
    linking: tuple[str, ...] = ()
    #: Those that begin a clause behind a comma, too: "I don't believe, that it sings".
    introducing: tuple[str, ...] = ()
    #: Words that ask: "I don't know why" denies nothing of what is asked; but those that ask whether it is so.
    asking: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    #: Of the attitudes those to what is so: "people don't know that it sings".
    factive: tuple[str, ...] = ()
    #: Behind these words the speaker only supposes; and these turn what follows: "anything but", "everyone but".
    supposing: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    #: What bounds a number behind it: "at least".
    bounding: tuple[str, ...] = ()
    #: What begins another clause, which nothing before it denies.
    coordinating: tuple[str, ...] = ()
    #: Words at the end of a sentence that make a question of it.
    asking_ends: tuple[str, ...] = ()
    #: With these the speaker limits what was said; with those goes on to something else.
    limits: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    #: The plainest negations, which deny what stands beside them.
    not_words: tuple[str, ...] = ()
    intensifiers: tuple[str, ...] = ()
    #: Adverbs that turn the sense of what they are put to, and the endings of adverbs with words that only look so.
    turning_adverbs: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    no_adverbs: tuple[str, ...] = ()
    #: Words that an editor may hide, and what he writes instead of them.
    expletives: tuple[str, ...] = ()
    hiding: tuple[str, ...] = ()
    #: Personal pronouns, and other words that point at what was named before.
    pronouns: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    #: Pronouns that stand before what somebody has.
    possessives: tuple[str, ...] = ()
    #: What says nothing of its own beside a pronoun; what shows that a bracket holds a clause and names nothing.
    small: tuple[str, ...] = ()
    clausal: tuple[str, ...] = ()
    #: Endings that a bracket may put to a word: ``model[s]``.
    inflections: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    #: Words whose full stop ends no sentence, without it.
    abbreviations: tuple[str, ...] = ()

    @cached_property
    def phrases(self) -> dict[str, Phrases]:
        """Each key as what looks for its entries."""
        return {name: Phrases(getattr(self, name)) for name in self.__struct_fields__ if name != "capital_nouns"}

    def is_adverb(self, word: str) -> bool:
        """Whether *word* is an adverb that turns the sense, or looks like an adverb."""
        if word in self.phrases["turning_adverbs"] or word in self.phrases["intensifiers"]:
            return True
        endings = tuple(self.adverb_endings)
        return bool(endings) and word.endswith(endings) and len(word) > 4 and word not in self.phrases["no_adverbs"]

    def counts(self, word: str) -> bool:
        """Whether *word* says how many, or under which condition: no noun."""
        return word in self.phrases["quantifiers"] or word in self.phrases["conditions"]

"""Words that change the sense of their neighbours: how many, under which condition, who says so, how surely."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from .words import fold, word_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Phrases:
    """Entries of one or several words, which can be found in a list of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Take the entries of a data file; each is split into words as the words of a transcript are."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            words = tuple(" ".join(word_rows(fold(entry))).split())
            if words:
                self._by_first.setdefault(words[0], []).append(words)
        every = [entry for same in self._by_first.values() for entry in same]
        self._alone = {entry[0] for entry in every if len(entry) == 1}
        self._last_words = {entry[-1] for entry in every}
        self._longest = max(map(len, every), default=0)

    def __contains__(self, word: object) -> bool:
        """Whether *word* alone is an entry."""
        return word in self._alone

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Whether none of *words* alone is an entry."""
        return not any(word in self for word in words)

    def find(self, words: Sequence[str]) -> str:
        """Return the first entry that occurs in *words*; empty if none does."""
        return next((found for place in range(len(words)) if (found := self.at(words, place))), "")

    def at(self, words: Sequence[str], place: int = 0) -> str:
        """Return the longest entry that begins at *place* of *words*."""
        longest: tuple[str, ...] = ()
        for entry in self._by_first.get(words[place], ()) if place < len(words) else ():
            if len(entry) > len(longest) and tuple(words[place : place + len(entry)]) == entry:
                longest = entry
        return " ".join(longest)

    def ending(self, words: Sequence[str]) -> str:
        """Return the longest entry with which *words* end."""
        may_end = bool(words) and words[-1] in self._last_words
        for size in range(min(self._longest, len(words)), 0, -1) if may_end else ():
            if tuple(words[-size:]) in self._by_first.get(words[-size], ()):
                return " ".join(words[-size:])
        return ""


class Senses(
    msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, forbid_unknown_fields=True, rename="kebab"
):
    """The entries of one language, of one or several words, as its file has them under ``senses``."""

    #: Whether every noun has a capital, so that a capital does not show a name.
    capital_nouns: bool = False
    #: Words for how many, without a number; and those of them after which a quotation may neither begin nor end.
    quantifiers: tuple[str, ...] = ()
    parting: tuple[str, ...] = ()
    #: Words for how many after which a quotation may not begin. It may end after them.
    parting_before: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    #: Verbs that say that somebody else said the words. With a first person before them, the speaker says so himself.
    attributions: tuple[str, ...] = ()
    first_persons: tuple[str, ...] = ()
    #: Words with which a negation denies what follows ("I don't think that"); and words that deny it by themselves.
    attitudes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    #: Attitudes that deny what follows even before a comma. (In "I don't know, it sings" the first part is only an aside.)
    beliefs: tuple[str, ...] = ()
    #: Words that may come between an attitude and what it denies.
    linking: tuple[str, ...] = ()
    #: Those of them that begin a clause even after a comma: "I don't believe, that it sings".
    introducing: tuple[str, ...] = ()
    #: Words that ask: "I don't know why" does not deny what follows. And those that ask whether it is so, which do.
    asking: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    #: Attitudes to facts, which a negation does not deny: "people don't know that it sings".
    factive: tuple[str, ...] = ()
    #: Words after which the speaker only supposes; and words that reverse what follows: "anything but", "everyone but".
    supposing: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    #: Words that make more or less of the word behind them: "almost".
    modifying: tuple[str, ...] = ()
    #: Words that make the number after them a limit: "at least".
    bounding: tuple[str, ...] = ()
    #: Words that begin another clause, which nothing before them denies.
    coordinating: tuple[str, ...] = ()
    #: Words after "if", "maybe" or "I don't know" with which the speaker goes on: "if so", "whether or not".
    resuming: tuple[str, ...] = ()
    #: Words between two parts of a number or two numbers: "five *and* a half", "two *or* three".
    counting_on: tuple[str, ...] = ()
    #: Words at the end of a sentence that turn it into a question.
    asking_ends: tuple[str, ...] = ()
    #: Words that limit what was said before them; and words that go on to something else.
    limits: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    #: The plainest negations, which deny the words next to them.
    not_words: tuple[str, ...] = ()
    intensifiers: tuple[str, ...] = ()
    #: Adverbs that reverse the sense; the endings of adverbs; and words with such an ending that are not adverbs.
    turning_adverbs: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    no_adverbs: tuple[str, ...] = ()
    #: Words that an editor may hide, and what he writes instead of them.
    expletives: tuple[str, ...] = ()
    hiding: tuple[str, ...] = ()
    #: Personal pronouns, and other words that refer to what was named before.
    pronouns: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    #: Possessive pronouns.
    possessives: tuple[str, ...] = ()
    #: Words without a meaning of their own next to a pronoun; and words that show that a bracket has a clause, not a name.
    small: tuple[str, ...] = ()
    clausal: tuple[str, ...] = ()
    #: Endings that a bracket may add to a word: ``model[s]``.
    inflections: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    #: Abbreviations, without the full stop, which does not end a sentence.
    abbreviations: tuple[str, ...] = ()

    @cached_property
    def phrases(self) -> dict[str, Phrases]:
        """Return the entries of each key as :class:`Phrases`."""
        found = {name: Phrases(getattr(self, name)) for name in self.__struct_fields__ if name != "capital_nouns"}
        # A belief is an attitude, too.
        return {**found, "attitudes": Phrases((*self.attitudes, *self.beliefs))}

    def is_adverb(self, word: str) -> bool:
        """Whether *word* is an adverb that reverses the sense, or looks like an adverb."""
        if word in self.phrases["turning_adverbs"] or word in self.phrases["intensifiers"]:
            return True
        endings = tuple(self.adverb_endings)
        return bool(endings) and word.endswith(endings) and len(word) > 4 and word not in self.phrases["no_adverbs"]

    def counts(self, word: str) -> bool:
        """Whether *word* says how many, or under which condition, so that it is not a noun."""
        return word in self.phrases["quantifiers"] or word in self.phrases["conditions"]

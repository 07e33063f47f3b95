"""The data of each language for the rules, from one file for each: ``tables/en.toml`` and so on."""

from __future__ import annotations

import re
import tomllib
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final

import msgspec

from .counting.notation import Numbers
from .senses import Senses

_FOLDER: Final = files(__package__) / "tables"


class Tables(
    msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, forbid_unknown_fields=True, rename="kebab"
):
    """The words of one language that the rules use, without case. The keys of the file have hyphens."""

    #: The English name of the language; empty if there is no file.
    name: str = ""
    #: Sounds of hesitation that a quotation may leave out.
    fillers: frozenset[str] = frozenset(["uh", "uhm", "hm", "hmm", "mm"])
    #: Words that mean nothing between commas: "you know".
    asides: tuple[str, ...] = ()
    #: Those of them after which a number is only approximate: "like, fifty".
    approximating: frozenset[str] = frozenset()
    #: Small words at the beginning, or at the end, of a start that a speaker gives up.
    openers: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    #: Words that deny another word that is in them: ``can't`` denies "can".
    denied: dict[str, str] = {}
    #: Beginnings and endings that deny a word, such as ``n'`` and ``n't``.
    denying_openings: tuple[str, ...] = ()
    denying_endings: tuple[str, ...] = ()
    #: Whether a negation comes directly before the verb that it denies.
    denies_before: bool = False
    #: Regular expressions for negations inside verbs, for languages without spaces between words.
    denials_within: tuple[str, ...] = ()
    #: Regular expressions for a negation of the words directly before it.
    denials_behind: tuple[str, ...] = ()
    modals: frozenset[str] = frozenset()
    #: Endings of a word that stand for a modal verb.
    modal_endings: dict[str, str] = {}
    #: Pairs of words, of which one means the contrary of the other, or another degree.
    contraries: tuple[str, ...] = ()
    #: Regular expressions for beginnings and endings that reverse the sense of a word.
    turning_openings: str = ""
    turning_endings: str = ""
    #: Units after numbers, each with its other forms in one line.
    units: tuple[str, ...] = ()
    #: Whether an accent may be left out, on every letter or on the first; and letters of which each stands for the others.
    accents_optional: bool = False
    first_accent_optional: bool = False
    same_letters: tuple[str, ...] = ()
    #: Words of a letter and a word that begins with it, which are no stutter: a t-test.
    compounds: frozenset[str] = frozenset()
    #: Only words with at least so many letters may also be written as two.
    shortest_compound: int = 0
    #: By a spelling of a word, the spelling with which it is compared.
    spellings: dict[str, str] = {}
    #: By a contraction, and by the ending of one, its words in full.
    contractions: dict[str, tuple[str, ...]] = {}
    contraction_endings: dict[str, tuple[str, ...]] = {}
    #: Lists of different spellings of the same word: "dr" and "doctor".
    same: tuple[tuple[str, ...], ...] = ()
    numbers: Numbers = Numbers()
    senses: Senses = Senses()

    @property
    def is_known(self) -> bool:
        """Return whether there is a file for the language."""
        return bool(self.name)

    @cached_property
    def asides_by_first(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of every aside, by its first word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for aside in self.asides:
            words = tuple(aside.split())
            found.setdefault(words[0], []).append(words)
        return found

    @cached_property
    def opposites(self) -> frozenset[tuple[str, str]]:
        """Every pair of :attr:`contraries`, in both orders."""
        pairs = [(left, right) for line in self.contraries for left, right in [line.split()]]
        return frozenset([*pairs, *((right, left) for left, right in pairs)])

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """One name for all forms of a unit, by each form."""
        return {form: line for line in self.units for form in line.split()}

    @cached_property
    def ordinal_of(self) -> dict[str, int]:
        """The number of every ordinal, by each of its forms."""
        numbers = self.numbers
        return {f"{stem}{end}": number for stem, number in numbers.ordinals.items() for end in numbers.ordinal_endings}

    @cached_property
    def counting(self) -> frozenset[str]:
        """Every word that counts something."""
        numbers = self.numbers
        names = [*numbers.words, *numbers.scales, *numbers.halves, *numbers.fractions, *numbers.decades, *numbers.units,
                 *self.ordinal_of]  # fmt: skip
        return frozenset([*_ANYWHERE, *numbers.quantities, *(name for name in names if " " not in name)])

    @cached_property
    def linking(self) -> frozenset[str]:
        """Words that may be inside a number, but are not a number by themselves."""
        numbers = self.numbers
        names = [*numbers.words, *numbers.ones, *numbers.halves, *numbers.joints, *numbers.points, *numbers.zeros,
                 *numbers.articles, *numbers.ranges, *numbers.units, *numbers.unit_openings,
                 *numbers.ordinal_suffixes, *numbers.decade_openings]  # fmt: skip
        return frozenset(word for name in names for word in name.split())

    @cached_property
    def same_as(self) -> dict[str, int]:
        """One number for all spellings in a list of :attr:`same`, by each spelling."""
        return {name: index for index, names in enumerate(self.same) for name in names}

    @cached_property
    def letters(self) -> dict[int, str]:
        """The letter that replaces each of :attr:`same_letters`, for ``str.translate``."""
        return {ord(letter): group[0] for group in self.same_letters for letter in group}

    @cached_property
    def same_openings(self) -> dict[str, tuple[str, ...]]:
        """The names that :func:`.equivalence.keys` gives to spellings, by the first word of each."""
        found: dict[str, list[str]] = {}
        for name, index in self.same_as.items():
            found.setdefault(name.split()[0], []).append(f"={index}")
        return {word: tuple(names) for word, names in found.items()}

    @cached_property
    def within(self) -> re.Pattern[str] | None:
        """A pattern for negations inside words; None if the language has none."""
        return re.compile("|".join(self.denials_within)) if self.denials_within else None

    @cached_property
    def denial_behind(self) -> re.Pattern[str] | None:
        """A pattern for a negation of the words directly before it; None if the language has a separate word for that."""
        return re.compile("|".join(self.denials_behind)) if self.denials_behind else None

    @cached_property
    def turns(self) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
        """Patterns for beginnings and endings that reverse the sense of a word; None if they are not known."""
        if not self.turning_openings and not self.turning_endings:
            return None
        return re.compile(self.turning_openings or r"(?!)"), re.compile(self.turning_endings or r"(?!)")


#: Words and marks that count in every language; "%" is read as "percent".
_ANYWHERE: Final = ("percent", "minus", "$", "€", "£", "¥", "<", ">", "≤", "≥", "≈", "±", "~")


@lru_cache(maxsize=256)
def tables(lang: str) -> Tables:
    """Return the table for the primary language of the BCP 47 tag *lang*; an empty one if there is none.

    Raises :class:`msgspec.ValidationError` for a key that :class:`Tables` does not have.
    """
    return _read(re.split("[-_]", lang.strip().lower(), maxsplit=1)[0])


@lru_cache(maxsize=256)
def _read(language: str) -> Tables:
    # Only letters, so that no tag can name a file in another folder.
    file = _FOLDER / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return Tables()
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Tables)


def languages() -> list[str]:
    """Return the languages that have a table, sorted."""
    names = [file.name for file in _FOLDER.iterdir() if file.name.endswith(".toml")]
    return sorted(name.removesuffix(".toml") for name in names)

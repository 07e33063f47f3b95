"""What each language has for the rules, in one data file a language: ``tables/en.toml`` and so on."""

from __future__ import annotations

import re
import tomllib
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final

import msgspec

from .senses import Senses

_FOLDER: Final = files(__package__) / "tables"


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """How a language writes numbers."""

    #: Words for numbers that are added up, and those that multiply what stands before them.
    words: dict[str, int] = {}
    scales: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    #: Other words that count or measure; a change of one is never forgiven.
    quantities: frozenset[str] = frozenset()


class Tables(
    msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, forbid_unknown_fields=True, rename="kebab"
):
    """The words of one language that have a part to play in the rules, without case. Keys of the file have hyphens."""

    #: The language's English name; empty where there is no file.
    name: str = ""
    #: Sounds of hesitation that a quotation may leave out.
    fillers: frozenset[str] = frozenset(["uh", "uhm", "hm", "hmm", "mm"])
    negations: frozenset[str] = frozenset()
    #: Words that deny and hold another word: ``can't`` is "can", denied.
    denied: dict[str, str] = {}
    #: What begins or ends a word and denies it, as ``n't`` and ``n'`` do.
    denying_openings: tuple[str, ...] = ()
    denying_endings: tuple[str, ...] = ()
    #: Regular expressions for what denies in the middle of words, for languages that part no words.
    denials_within: tuple[str, ...] = ()
    modals: frozenset[str] = frozenset()
    #: What may be ended off a word and stands for a modal.
    modal_endings: dict[str, str] = {}
    #: Two words a line, of which one says the contrary of the other, or how much.
    contraries: tuple[str, ...] = ()
    #: Regular expressions for a beginning and an end of a word that turn it around.
    turning_openings: str = ""
    turning_endings: str = ""
    #: Units that stand behind numbers, each with its other forms in one line.
    units: tuple[str, ...] = ()
    numbers: Numbers = Numbers()
    senses: Senses = Senses()

    @property
    def is_known(self) -> bool:
        """Whether there is a file for the language."""
        return bool(self.name)

    @cached_property
    def opposites(self) -> frozenset[tuple[str, str]]:
        """Every pair of :attr:`contraries`, in both orders."""
        pairs = [(left, right) for line in self.contraries for left, right in [line.split()]]
        return frozenset([*pairs, *((right, left) for left, right in pairs)])

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """By each form of a unit, what is the same for all of its forms."""
        return {form: line for line in self.units for form in line.split()}

    @cached_property
    def counting(self) -> frozenset[str]:
        """Every word that counts something."""
        numbers = self.numbers
        return frozenset([*_ANYWHERE, *numbers.quantities, *numbers.words, *numbers.scales, *numbers.ordinals])

    @cached_property
    def within(self) -> re.Pattern[str] | None:
        """What finds each denial in the middle of words; None where the language has none."""
        return re.compile("|".join(self.denials_within)) if self.denials_within else None

    @cached_property
    def turns(self) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
        """What a word begins and ends with that turns it around; None where that is not known."""
        if not self.turning_openings and not self.turning_endings:
            return None
        return re.compile(self.turning_openings or r"(?!)"), re.compile(self.turning_endings or r"(?!)")


#: Marks that count in every language; "%" is read as "percent".
_ANYWHERE: Final = ("percent", "minus", "$", "€", "£", "¥")


@lru_cache(maxsize=256)
def tables(lang: str) -> Tables:
    """Return the table of the BCP 47 language *lang*, which is that of its primary language; an empty one if there is none.

    Raises :class:`msgspec.ValidationError` for a key that :class:`Tables` does not have.
    """
    return _read(re.split("[-_]", lang.strip().lower(), maxsplit=1)[0])


@lru_cache(maxsize=256)
def _read(language: str) -> Tables:
    # Only letters, so that no tag can name a file elsewhere.
    file = _FOLDER / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return Tables()
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Tables)


def languages() -> list[str]:
    """Return the languages that have a table, sorted."""
    names = [file.name for file in _FOLDER.iterdir() if file.name.endswith(".toml")]
    return sorted(name.removesuffix(".toml") for name in names)

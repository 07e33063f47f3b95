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


class Numbers(msgspec.Struct, frozen=True, kw_only=True, eq=False, forbid_unknown_fields=True, rename="kebab"):
    """How a language writes numbers. A name of several words has spaces, where the language writes hyphens too."""

    #: Names of numbers that are added up. Those of *ones* are also articles: they count, but may go.
    words: dict[str, int | float] = {}
    ones: dict[str, int] = {}
    #: Those that multiply what stands before them, and which may stand alone (a hundred, but *mille*).
    scales: dict[str, int] = {}
    bare_scales: frozenset[str] = frozenset()
    #: What stands before a scale is less than this: no million billions, but *mil millones*.
    largest_factor: int = 1000
    #: One before a scale: *a* million.
    articles: frozenset[str] = frozenset()
    #: Names of one half more ("and a half"), and of the parts of one ("thirds" = 3).
    halves: frozenset[str] = frozenset()
    fractions: dict[str, int] = {}
    #: The words for "and" in a number, for the decimal point, and for places that are left out.
    joints: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    zeros: frozenset[str] = frozenset()
    #: "And" at the beginning of a word.
    joint_opening: str = ""
    #: Where "and" may stand: behind a scale (a hundred and five), between tens and ones, there before these alone.
    joint_after_scale: bool = False
    joint_between: bool = False
    joint_before: frozenset[int] = frozenset()
    #: Tens behind which ten to nineteen may stand, as in *soixante-douze*.
    teens_behind: frozenset[int] = frozenset()
    #: Whether one word holds several parts, and whether five and twenty is 25.
    joined: bool = False
    units_first: bool = False
    #: Whether 1998 may be nineteen ninety-eight; and three or more digits may be read one by one.
    pairs: bool = False
    digit_by_digit: bool = False
    #: Whether a hundred five is 150, and digits may stand behind a scale.
    zero_between: bool = False
    mixed: bool = False
    #: The marks between thousands (a space may stand there in every language), and the decimal mark.
    group: str = ","
    decimal: str = "."
    #: What is written behind digits: for scales, for ordinals, for decades.
    suffixes: dict[str, int] = {}
    ordinal_suffixes: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    #: Whether digits with a full stop are an ordinal.
    ordinal_dot: bool = False
    #: Stems of ordinals and their endings, and the names of decades.
    ordinals: dict[str, int] = {}
    ordinal_endings: tuple[str, ...] = ("",)
    decades: dict[str, int] = {}
    #: What stands before a decade of the last century: *the* eighties.
    decade_openings: frozenset[str] = frozenset()
    #: The words between the ends of a range: 10 *to* 20.
    ranges: frozenset[str] = frozenset()
    #: Percent and currencies, by each of their names; and what they are called before the number.
    units: dict[str, str] = {}
    unit_openings: dict[str, str] = {}
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
    #: What says nothing between commas: "you know".
    asides: tuple[str, ...] = ()
    #: Those of them that make a number behind them a rough one: "like, fifty".
    approximating: frozenset[str] = frozenset()
    #: Small words with which a start begins and breaks off that a speaker gives up.
    openers: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    #: Words that deny and hold another word: ``can't`` is "can", denied.
    denied: dict[str, str] = {}
    #: What begins or ends a word and denies it, as ``n't`` and ``n'`` do.
    denying_openings: tuple[str, ...] = ()
    denying_endings: tuple[str, ...] = ()
    #: Whether a negation stands right before the verb that it denies.
    denies_before: bool = False
    #: Regular expressions for what denies in the middle of words, for languages that part no words.
    denials_within: tuple[str, ...] = ()
    #: And those for what denies the words right before it.
    denials_behind: tuple[str, ...] = ()
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
    #: By a spelling without accents, another of the same word; and by a contraction, or what ends one, its words in full.
    spellings: dict[str, str] = {}
    contractions: dict[str, tuple[str, ...]] = {}
    contraction_endings: dict[str, tuple[str, ...]] = {}
    #: Names that are the same, differently written, in one list: "dr" and "doctor".
    same: tuple[tuple[str, ...], ...] = ()
    numbers: Numbers = Numbers()
    senses: Senses = Senses()

    @property
    def is_known(self) -> bool:
        """Whether there is a file for the language."""
        return bool(self.name)

    @cached_property
    def asides_by_first(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of every aside, by the first of them."""
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
        """By each form of a unit, what is the same for all of its forms."""
        return {form: line for line in self.units for form in line.split()}

    @cached_property
    def ordinal_of(self) -> dict[str, int]:
        """The number of every ordinal in all of its forms."""
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
        """Words that may stand within a number and do not count by themselves."""
        numbers = self.numbers
        names = [*numbers.words, *numbers.ones, *numbers.halves, *numbers.joints, *numbers.points, *numbers.zeros,
                 *numbers.articles, *numbers.ranges, *numbers.units, *numbers.unit_openings,
                 *numbers.ordinal_suffixes, *numbers.decade_openings]  # fmt: skip
        return frozenset(word for name in names for word in name.split())

    @cached_property
    def same_as(self) -> dict[str, int]:
        """By each writing of :attr:`same`, a number for all that are the same."""
        return {name: index for index, names in enumerate(self.same) for name in names}

    @cached_property
    def same_openings(self) -> dict[str, tuple[str, ...]]:
        """By the first word of each writing, the names that :func:`.equivalence.keys` gives it."""
        found: dict[str, list[str]] = {}
        for name, index in self.same_as.items():
            found.setdefault(name.split()[0], []).append(f"={index}")
        return {word: tuple(names) for word, names in found.items()}

    @cached_property
    def within(self) -> re.Pattern[str] | None:
        """What finds each denial in the middle of words; None where the language has none."""
        return re.compile("|".join(self.denials_within)) if self.denials_within else None

    @cached_property
    def denial_behind(self) -> re.Pattern[str] | None:
        """What finds a denial of the words right before it; None where the language has a word for that."""
        return re.compile("|".join(self.denials_behind)) if self.denials_behind else None

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

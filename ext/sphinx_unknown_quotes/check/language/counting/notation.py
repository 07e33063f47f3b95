"""How a language writes numbers, in words and in digits."""

from __future__ import annotations

import msgspec


class Numbers(msgspec.Struct, frozen=True, kw_only=True, eq=False, forbid_unknown_fields=True, rename="kebab"):
    """How a language writes numbers. A name of several words has spaces here, even if the language writes hyphens."""

    #: Names of numbers that are added up; those in *ones* are also articles, and may be left out.
    words: dict[str, int | float] = {}
    ones: dict[str, int] = {}
    #: Names that multiply what is before them; and those of them that may stand alone (*mille*, but a hundred).
    scales: dict[str, int] = {}
    bare_scales: frozenset[str] = frozenset()
    #: The factor before a scale must be less than this: no million billions, but *mil millones*.
    largest_factor: int = 1000
    #: One before a scale: *a* million.
    articles: frozenset[str] = frozenset()
    #: Names for one half more ("and a half"), and for fractions, with their denominators ("thirds" = 3).
    halves: frozenset[str] = frozenset()
    fractions: dict[str, int] = {}
    #: The words for "and" in a number, for the decimal point, and for omitted places.
    joints: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    zeros: frozenset[str] = frozenset()
    #: "And" at the beginning of a word.
    joint_opening: str = ""
    #: Whether "and" may come after a scale (a hundred and five), and between tens and ones; and the ones before which it may.
    joint_after_scale: bool = False
    joint_between: bool = False
    joint_before: frozenset[int] = frozenset()
    #: Tens that ten to nineteen may follow, as in *soixante-douze*.
    teens_behind: frozenset[int] = frozenset()
    #: Whether one word can have several parts, and whether "five and twenty" is 25.
    joined: bool = False
    units_first: bool = False
    #: Whether 1998 may be nineteen ninety-eight, and whether three or more digits may be read one by one.
    pairs: bool = False
    digit_by_digit: bool = False
    #: Whether "a hundred five" is 150, and whether digits may follow a scale.
    zero_between: bool = False
    mixed: bool = False
    #: The mark between thousands (every language may have a space there), and the decimal mark.
    group: str = ","
    decimal: str = "."
    #: What is written after digits: for scales, for ordinals, for decades.
    suffixes: dict[str, int] = {}
    ordinal_suffixes: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    #: Whether digits with a full stop are an ordinal.
    ordinal_dot: bool = False
    #: Stems of ordinals and their endings, and the names of decades.
    ordinals: dict[str, int] = {}
    ordinal_endings: tuple[str, ...] = ("",)
    decades: dict[str, int] = {}
    #: Words before a decade of the last century: *the* eighties.
    decade_openings: frozenset[str] = frozenset()
    #: The words between the ends of a range: 10 *to* 20.
    ranges: frozenset[str] = frozenset()
    #: Percent and currencies, by each of their names; and their names before the number.
    units: dict[str, str] = {}
    unit_openings: dict[str, str] = {}
    #: Other words that count or measure. A quotation may never change one.
    quantities: frozenset[str] = frozenset()

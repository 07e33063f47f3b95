"""Split the words of a number into parts: ``fünfundzwanzig`` is 5, and, 20."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from .counting.notation import Numbers
    from .tables import Tables


class Part(NamedTuple):
    """A part of a number.

    ``add`` is added up, ``scale`` multiplies what is before it, ``digits`` is written in digits, ``article`` is
    one before a scale, ``half`` is one half more, ``and`` and ``point`` join, and ``zero`` stands for omitted places.
    """

    kind: str
    value: Fraction = Fraction(0)
    #: Whether a scale may stand alone.
    is_bare: bool = False


_AND: Final = Part("and")
#: The most words of a name of a number in the tables.
_LONGEST_NAME: Final = 4
_PLAIN_DIGITS: Final = re.compile(r"0|[1-9]\d*", re.ASCII)
_GROUP: Final = re.compile(r"\d{3}", re.ASCII)
_IN_DIGITS: Final = re.compile(r"(?P<digits>[0-9](?:[0-9.,']*[0-9])?)(?:/(?P<under>[0-9]+)|(?P<suffix>[^\W\d_]+))?")


@lru_cache(maxsize=64)
def _lexicon(table: Tables) -> dict[str, Part]:
    """Return the part for every word or name of a number."""
    numbers = table.numbers
    found: dict[str, Part] = {}
    found |= {name: Part("add", Fraction(value)) for name, value in {**numbers.words, **numbers.ones}.items()}
    for name, value in numbers.scales.items():
        found[name] = Part("scale", Fraction(value), name in numbers.bare_scales)
    for name in numbers.halves:
        found[name] = Part("half", Fraction(1, 2))
    for name in numbers.articles:
        found.setdefault(name, Part("article", Fraction(1)))
    for names_of, kind in ((numbers.joints, "and"), (numbers.points, "point"), (numbers.zeros, "zero")):
        found |= {name: Part(kind) for name in names_of}
    # A number written without accents is the same.
    plain = {_without_accents(name): part for name, part in found.items()}
    return {**plain, **found}


def _without_accents(word: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not "\u0300" <= mark <= "\u036f")


@lru_cache(maxsize=64)
def _joined(table: Tables) -> tuple[tuple[str, Part], ...]:
    """Return the parts that a language joins in one word, the longest first; empty if it joins none."""
    if not table.numbers.joined:
        return ()
    names = [(name, part) for name, part in _lexicon(table).items() if " " not in name and part.kind != "point"]
    return tuple(sorted(names, key=lambda named: (-len(named[0]), named[0])))


def parts_of(words: tuple[str, ...], table: Tables) -> list[Part] | None:
    """Return the parts of the number that *words* may be; None if one of the words is not part of a number."""
    lexicon, joint = _lexicon(table), table.numbers.joint_opening
    found: list[Part] = []
    place = 0
    while place < len(words):
        if joint and words[place] not in lexicon and words[place].startswith(joint):
            # "And" may be joined to the first word of a name with two words.
            words = (*words[:place], joint, words[place].removeprefix(joint), *words[place + 1 :])
        for size in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            part = lexicon.get(" ".join(words[place : place + size]))
            if part:
                found.append(part)
                place += size
                break
        else:
            size, digits = _digits_at(words, place, table.numbers)
            more = [digits] if digits else parts_within(words[place], table)
            if not more:
                return None
            found += more
            place += size
    return found


def _digits_at(words: tuple[str, ...], place: int, numbers: Numbers) -> tuple[int, Part | None]:
    """Return how many words from *place* on are one number in digits, and its part: "10 000" is one in many languages."""
    end = place + 1
    if _PLAIN_DIGITS.fullmatch(words[place]) and 0 < len(words[place]) <= 3 and words[place] != "0":
        while end < len(words) and _GROUP.fullmatch(words[end]):
            end += 1
    value = digits_value("".join(words[place:end]), numbers)
    return end - place, None if value is None else Part("digits", value)


@lru_cache(maxsize=65536)
def digits_value(word: str, numbers: Numbers) -> Fraction | None:
    """Return the number that is written in digits, also in ``4.6m``; None if it is ambiguous.

    Whether ``1.000`` or ``1,000`` is a thousand depends on the language.
    """
    match = _IN_DIGITS.fullmatch(f"0{word}" if word.startswith(".") else word)
    factor = numbers.suffixes.get(match["suffix"], 0) if match and match["suffix"] else 1
    if match is None or not factor:
        return None
    if match["under"]:
        over, under = match["digits"], int(match["under"])
        return Fraction(int(over), under) if over.isdigit() and 0 < int(over) < under else None
    digits = match["digits"]
    whole, mark, decimals = digits.rpartition(numbers.decimal)
    if not mark:
        whole, decimals = digits, ""
        if re.fullmatch(r"\d+\.(\d{1,2}|\d{4,})", digits):
            # A point without three digits after it does not separate thousands.
            whole, _, decimals = digits.partition(".")
    elif mark == "," and len(decimals) == 3 and len(whole) <= 3:
        # It may be a thousand in English, or one in German.
        return None
    whole = _ungrouped(whole, numbers.group)
    # Version 1.10 is not version 1.1.
    if not _PLAIN_DIGITS.fullmatch(whole) or (decimals and not re.fullmatch(r"\d*[1-9]", decimals)):
        return None
    return Fraction(f"{whole}.{decimals}" if decimals else whole) * factor


def _ungrouped(digits: str, marks: str) -> str:
    for mark in marks:
        if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", digits, re.ASCII):
            return digits.replace(mark, "")
    return digits


@lru_cache(maxsize=65536)
def parts_within(word: str, table: Tables) -> tuple[Part, ...]:
    """Return the parts of a word with several parts; empty if it has only one."""
    lexicon, numbers = _lexicon(table), table.numbers
    if numbers.joint_opening and word.startswith(numbers.joint_opening):
        rest = lexicon.get(word.removeprefix(numbers.joint_opening))
        return (_AND, rest) if rest else ()
    joined = _joined(table)
    return tuple(_split(word, joined)) if joined and word.isalpha() else ()


def _split(word: str, joined: tuple[tuple[str, Part], ...]) -> list[Part]:
    """Split *word* into parts, the longest first; empty if anything else is in it."""
    for name, part in joined:
        if word.startswith(name):
            if word == name:
                return [part]
            if rest := _split(word[len(name) :], joined):
                return [part, *rest]
    return []

"""Numbers in words and digits: ``twenty-five`` is 25, ``175 billion`` is 175000000000, ``the 20th`` is the twentieth."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..lexicon import Part, digits_value, parts_of, parts_within
from .arithmetic import value_of

if TYPE_CHECKING:
    from ..tables import Tables

_SYMBOLS: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_SUFFIXED: Final = re.compile(r"([0-9.,]+)'?([^\W\d_]+)")
_RANGE: Final = re.compile(r"([^-]+)-([^-]+)")
#: Decades that are always those of the last century.
_LAST_CENTURY: Final = range(40, 100, 10)


@lru_cache(maxsize=65536)
def is_number_word(word: str, table: Tables) -> bool:
    """Whether *word* counts something: digits, number words, ordinals, halves, percents, currencies."""
    if word in table.counting:
        return True
    if word.isalpha():
        parts = parts_within(word, table)
        if not parts and table.numbers.joined:
            return _ordinal((word,), table) is not None
        return (
            len(parts) > 1
            and value_of([part for part in parts if part.kind != "and" or len(parts) > 2], table.numbers) is not None
        )
    return any(character.isdigit() for character in word)


def number_words(words: tuple[str, ...], table: Tables) -> list[str]:
    """Return the words of *words* that count something, in their order."""
    return [word for word in words if is_number_word(word, table)]


def is_within_number(words: tuple[str, ...], before: str, after: str, table: Tables) -> bool:
    """Whether *words*, between *before* and *after*, are a point or a zero of a number: three *point* five."""
    inner = table.numbers.points | table.numbers.zeros
    counts = before and after and is_number_word(before, table) and is_number_word(after, table)
    return bool(counts) and any(word in inner for word in words)


def opens_number(words: tuple[str, ...], table: Tables) -> bool:
    """Whether a number may begin with the first of *words*."""
    first = words[0]
    if is_number_word(first, table) or first in table.numbers.ones:
        return True
    return first in table.linking and any(is_number_word(word, table) for word in words[1:3])


def number_key(words: tuple[str, ...], table: Tables) -> str | None:
    """Return a name for the number that *words* are, the same for digits and words; None if they are not a number.

    ``$5`` and ``five dollars`` have one name, ``nineteen ninety eight`` has that of 1998, and ``16th`` does not have
    that of 16.
    """
    return min(number_names(words, table), key=lambda name: (not name[-1].isdigit(), name), default=None)


@lru_cache(maxsize=65536)
def number_names(words: tuple[str, ...], table: Tables) -> frozenset[str]:
    """Return a name for each number that *words* may be: an amount, an ordinal, a decade, a range."""
    found: set[str] = set()
    amount = _amount(words, table)
    if amount is not None:
        found.add(amount)
    ordinal = _ordinal(words, table)
    if ordinal is not None:
        found.add(f"{ordinal}th")
    if decade := _decade(words, table):
        found.add(decade)
    if ends := _range(words, table):
        found.add(ends)
    return frozenset(found)


def _amount(words: tuple[str, ...], table: Tables) -> str | None:
    """Return the value and the unit: ``5dollar``."""
    words, unit = _without_unit(words, table)
    if len(words) == 1 and (match := _SUFFIXED.fullmatch(words[0])) and match[2] in table.unit_of and not unit:
        words, unit = (match[1],), table.unit_of[match[2]].split()[0]
    value = _value(words, table)
    return None if value is None else f"{value}{unit}"


def _without_unit(words: tuple[str, ...], table: Tables) -> tuple[tuple[str, ...], str]:
    numbers = table.numbers
    if len(words) > 1 and words[0] in _SYMBOLS:
        return words[1:], _SYMBOLS[words[0]]
    for size in range(min(len(words) - 1, 6), 0, -1):
        opening, closing = " ".join(words[:size]), " ".join(words[-size:])
        if opening in numbers.unit_openings:
            return words[size:], numbers.unit_openings[opening]
        unit = numbers.units.get(closing) or table.unit_of.get(closing, "").partition(" ")[0] or _SYMBOLS.get(closing)
        if unit or closing == "percent":
            return words[:-size], unit or closing
    return words, ""


def _value(words: tuple[str, ...], table: Tables) -> Fraction | None:
    if not words:
        return None
    if table.numbers.pairs and len(words) in (2, 3):
        year = _year(words, table)
        if year is not None:
            return year
    if words[-1] in table.numbers.fractions and 1 < len(words) <= 3:
        over = _value(words[:-1], table) if words[0] not in table.numbers.articles else Fraction(len(words) == 2)
        under = table.numbers.fractions[words[-1]]
        return over / under if over is not None and over.denominator == 1 and 0 < over < under else None
    if len(words) == 2 and "/" in words[1]:
        whole, rest = digits_value(words[0], table.numbers), digits_value(words[1], table.numbers)
        return None if whole is None or rest is None or whole.denominator > 1 else whole + rest
    parts = parts_of(words, table)
    return None if parts is None else value_of(parts, table.numbers)


def _year(words: tuple[str, ...], table: Tables) -> Fraction | None:
    """Read nineteen ninety eight or twenty seventeen: two numbers below a hundred, of which the first is at least ten."""
    first, rest = table.numbers.words.get(words[0], 0), words[1:]
    if not 13 <= first <= 20:
        # Ten thirty and eleven fifteen are times of the day.
        return None
    parts = parts_of(rest, table) or []
    if len(parts) == 2 and rest[0] == "oh":
        return Fraction(first * 100) + parts[1].value if 0 < parts[1].value < 10 else None
    value = value_of(parts, table.numbers) if all(part.kind == "add" for part in parts) else None
    return Fraction(first * 100) + value if value is not None and 10 <= value < 100 else None


def _ordinal(words: tuple[str, ...], table: Tables) -> Fraction | None:
    numbers = table.numbers
    if len(words) <= 2 and words[0][:1].isdigit():
        match = _SUFFIXED.fullmatch("".join(words))
        if match and match[2] in numbers.ordinal_suffixes:
            return digits_value(match[1], numbers)
        return (
            digits_value(words[0], numbers)
            if numbers.ordinal_dot and words[0].isdecimal() and len(words) == 1
            else None
        )
    last, before = words[-1], words[:-1]
    number = table.ordinal_of.get(last)
    parts = (parts_of(before, table) if before else []) if number else None
    if number is None and numbers.joined:
        # The ordinal may be only the end of the word.
        for place in range(len(last) - 1, 0, -1):
            number = table.ordinal_of.get(last[place:])
            parts = parts_of((*before, last[:place]), table) if number else None
            if parts:
                break
    if number is None or parts is None:
        return None
    kind = "scale" if number in (100, 1000, 10**6, 10**9) else "add"
    if kind == "scale" and not parts:
        return Fraction(number)
    return value_of([*parts, Part(kind, Fraction(number))], numbers)


def _decade(words: tuple[str, ...], table: Tables) -> str:
    """Return ``80s`` for "80s" of an unknown century, and ``1980s`` if the century is said or certain."""
    numbers = table.numbers
    last, opening = words[-1], words[0] in numbers.decade_openings and len(words) > 1
    number: Fraction | int | None = numbers.decades.get(last)
    if number is None and (match := _SUFFIXED.fullmatch(last)) and match[2] in numbers.decade_suffixes:
        number = digits_value(match[1], numbers)
    if number is None or number % 10:
        return ""
    if opening and len(words) == 2:
        number = number + 1900 if number in _LAST_CENTURY else number
        return f"{words[0]} {number}s" if number >= 1000 else ""
    if len(words) == 1:
        return f"{number}s"
    century = numbers.words.get(words[0], 0) if len(words) == 2 and number < 100 else 0
    return f"{century * 100 + number}s" if 10 <= century <= 20 else ""


def _range(words: tuple[str, ...], table: Tables) -> str:
    """Return ``10-20`` for ten to twenty. The smaller end must come first."""
    words, unit = _without_unit(words, table)
    if len(words) == 1 and (match := _RANGE.fullmatch(words[0])):
        return _between((match[1],), (match[2],), unit, table)
    for place in range(1, len(words) - 1):
        for size in (1, 2):
            if " ".join(words[place : place + size]) in table.numbers.ranges:
                return _between(words[:place], words[place + size :], unit, table)
    return ""


def _between(first: tuple[str, ...], last: tuple[str, ...], unit: str, table: Tables) -> str:
    first, of_first = _without_unit(first, table)
    last, of_last = _without_unit(last, table)
    low, high, units = _value(first, table), _value(last, table), {unit, of_first, of_last} - {""}
    return (
        f"{low}-{high}{''.join(units)}"
        if low is not None and high is not None and low < high and len(units) < 2
        else ""
    )

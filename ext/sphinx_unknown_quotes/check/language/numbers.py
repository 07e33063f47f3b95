"""Numbers in words and digits: ``twenty-five`` is 25, ``175 billion`` is 175000000000."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .tables import Numbers, Tables

_DIGITS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_CURRENCY: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "dollars": "dollar", "euros": "euro",
                    "pounds": "pound", "dollar": "dollar", "euro": "euro", "pound": "pound", "yen": "yen"}  # fmt: skip


def is_number_word(word: str, table: Tables) -> bool:
    """Whether *word* counts something: digits, number words, ordinals, halves, percents, currencies."""
    if word.isalpha():
        return word in table.counting
    return word in table.counting or any(character.isdigit() for character in word)


def number_words(words: tuple[str, ...], table: Tables) -> list[str]:
    """Return the words of *words* that count something, in their order."""
    return [word for word in words if is_number_word(word, table)]


@lru_cache(maxsize=65536)
def number_key(words: tuple[str, ...], table: Tables) -> str | None:
    """Return one name for the number that *words* write, the same for digits and words; None where they write none.

    ``$5`` and ``five dollars`` are the same, ``nineteen ninety eight`` is 1998, ``16th`` and ``sixteenth`` are not
    taken for 16.
    """
    unit = ""
    if words and words[0] in _CURRENCY and len(words) > 1:
        unit, words = _CURRENCY[words[0]], words[1:]
    elif len(words) > 1 and words[-1] in _CURRENCY:
        unit, words = _CURRENCY[words[-1]], words[:-1]
    value = _year(words, table.numbers) if len(words) in (2, 3) else None
    if value is None:
        value = _value(words, table.numbers)
    return None if value is None else f"{value}{unit}"


def _year(words: tuple[str, ...], numbers: Numbers) -> Fraction | None:
    """Nineteen ninety eight, twenty seventeen: two numbers below a hundred, the first from ten on."""
    first = numbers.words.get(words[0], 0)
    rest = _value(words[1:], numbers)
    if (
        10 <= first <= 20
        and len(words) > 1
        and words[1] not in numbers.scales
        and rest is not None
        and 10 <= rest < 100
    ):
        return Fraction(first * 100) + rest
    return None


def _value(words: tuple[str, ...], numbers: Numbers) -> Fraction | None:
    """Add up the words of one number from left to right; None where an order is not that of a number."""
    total, group, room = Fraction(0), Fraction(0), 10**15
    below = 0
    for index, word in enumerate(words):
        digits = _DIGITS.fullmatch(word)
        if word == "and" and 0 < index < len(words) - 1 and (words[index - 1] in numbers.scales):
            continue
        if word in numbers.scales:
            scale = numbers.scales[word]
            if scale == 100:
                if not 0 < group < 100 or below == 100:
                    return None
                group, below = group * 100, 100
                continue
            if not group or scale >= room:
                return None
            total, group, room, below = total + group * scale, Fraction(0), scale, 0
            continue
        amount = Fraction(word) if digits else Fraction(numbers.words.get(word, -1))
        if amount < 0 or (group and not _fits(int(amount), below)) or (group and digits):
            return None
        group += amount
        below = 10 if not digits and amount >= 20 else 1
    return total + group if words else None


def _fits(amount: int, below: int) -> bool:
    """Whether *amount* may follow in the same group: twenty five, one hundred twenty, but not five twenty."""
    return below == 100 or (below == 10 and 0 < amount < 10)

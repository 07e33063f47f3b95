"""Numbers in words and digits: ``twenty-five`` is 25, ``175 billion`` is 175000000000."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

_UNITS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS: Final = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES: Final = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
_QUANTITIES: Final = frozenset(
    [
        "half",
        "halves",
        "quarter",
        "quarters",
        "dozen",
        "dozens",
        "twice",
        "thrice",
        "once",
        "double",
        "triple",
        "both",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "minus",
        "percent",
        "percentage",
        "$",
        "€",
        "£",
        "¥",
        "dollar",
        "dollars",
        "euro",
        "euros",
        "pound",
        "pounds",
        "cent",
        "cents",
    ]
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_CURRENCY: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "dollars": "dollar", "euros": "euro",
                    "pounds": "pound", "dollar": "dollar", "euro": "euro", "pound": "pound", "yen": "yen"}  # fmt: skip
_GERMAN: Final = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend million millionen"
_FRENCH: Final = "deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille"
_SPANISH: Final = "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil"
_FOREIGN: Final = frozenset(f"{_GERMAN} {_FRENCH} {_SPANISH} 一 二 三 四 五 六 七 八 九 十 百 千 万 億".split())

_COUNTING: Final = (
    _QUANTITIES | _FOREIGN | {*_UNITS, *_TENS, *_SCALES, *_ORDINALS, *(f"{word[:-1]}ies" for word in _TENS)}
)


def is_number_word(word: str) -> bool:
    """Whether *word* counts something: digits, number words, ordinals, halves, percents, currencies."""
    if word.isalpha():
        return word in _COUNTING
    return word in _COUNTING or any(character.isdigit() for character in word)


def number_words(words: tuple[str, ...]) -> list[str]:
    """Return the words of *words* that count something, in their order."""
    return [word for word in words if is_number_word(word)]


@lru_cache(maxsize=65536)
def number_key(words: tuple[str, ...]) -> str | None:
    """Return one name for the number that *words* write, the same for digits and words; None where they write none.

    ``$5`` and ``five dollars`` are the same, ``nineteen ninety eight`` is 1998, ``16th`` and ``sixteenth`` are not
    taken for 16.
    """
    unit = ""
    if words and words[0] in _CURRENCY and len(words) > 1:
        unit, words = _CURRENCY[words[0]], words[1:]
    elif len(words) > 1 and words[-1] in _CURRENCY:
        unit, words = _CURRENCY[words[-1]], words[:-1]
    value = _year(words) if len(words) in (2, 3) else None
    if value is None:
        value = _value(words)
    return None if value is None else f"{value}{unit}"


def _year(words: tuple[str, ...]) -> Fraction | None:
    """Nineteen ninety eight, twenty seventeen: two numbers below a hundred, the first from ten on."""
    first = _UNITS.get(words[0], 0) or _TENS.get(words[0], 0)
    rest = _value(words[1:])
    if 10 <= first <= 20 and len(words) > 1 and words[1] not in _SCALES and rest is not None and 10 <= rest < 100:
        return Fraction(first * 100) + rest
    return None


def _value(words: tuple[str, ...]) -> Fraction | None:
    """Add up the words of one number from left to right; None where an order is not that of a number."""
    total, group, room = Fraction(0), Fraction(0), 10**15
    below = 0
    for index, word in enumerate(words):
        digits = _DIGITS.fullmatch(word)
        if word == "and" and 0 < index < len(words) - 1 and (words[index - 1] in _SCALES):
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                if not 0 < group < 100 or below == 100:
                    return None
                group, below = group * 100, 100
                continue
            if not group or scale >= room:
                return None
            total, group, room, below = total + group * scale, Fraction(0), scale, 0
            continue
        amount = Fraction(word) if digits else Fraction(_UNITS.get(word, _TENS.get(word, -1)))
        if amount < 0 or (group and not _fits(word, below)):
            return None
        group += amount
        below = 10 if word in _TENS else 1
    return total + group if words else None


def _fits(word: str, below: int) -> bool:
    """Whether *word* may follow in the same group: twenty five, one hundred twenty, but not five twenty."""
    if below == 100:
        return word in _UNITS or word in _TENS
    return below == 10 and 0 < _UNITS.get(word, 0) < 10

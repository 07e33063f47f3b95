"""Text in runs of one script each: TeX takes one font for all of a text, and sets it from left to right.

Which script a letter belongs to is the first word of its name in Unicode.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

#: Latin, Greek, Cyrillic and Armenian, with the signs among them, are in the fonts that Sphinx gives XeTeX.
_HEBREW: Final = 0x0590
_EVERYWHERE: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})
#: Scripts that share fonts, by the word in the names of their letters.
_FAMILIES: Final = {
    **dict.fromkeys(["CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "HALFWIDTH", "FULLWIDTH"], "CJK"),
    **dict.fromkeys(["HANGUL"], "Hangul"),
}
_WIDE_MARKS: Final = range(0x3000, 0x3040)
#: Arrows, pictures and emoji; what is below is in every text font.
_SYMBOLS_FROM: Final = 0x2300
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
#: Characters that nobody sees and TeX prints as boxes: marks of direction, breaks and joins that have no width.
_INVISIBLE: Final = dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_JOINERS: Final = "\u200c\u200d\ufe0e\ufe0f"


class Run(NamedTuple):
    """A stretch of a text. Joined, the texts of all runs are the text."""

    text: str
    #: The name of its script as fonts have it, ``CJK``, ``Symbol``, or empty for what every font has.
    script: str = ""
    right_to_left: bool = False


@lru_cache(maxsize=1 << 14)
def _script(char: str) -> str | None:
    """Return the script of a character; None for spaces, digits and marks, which go with what is around them."""
    if ord(char) < _HEBREW:
        return "" if char.isalpha() else None
    if ord(char) in _WIDE_MARKS:
        return "CJK"
    category = unicodedata.category(char)
    word = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    if word in _FAMILIES:
        return _FAMILIES[word]
    if category in ("So", "Sk") and ord(char) >= _SYMBOLS_FROM:
        return "Symbol"
    if category[0] != "L" and not (category == "Nd" or unicodedata.bidirectional(char) in _RIGHT_TO_LEFT):
        return None
    return "" if word in _EVERYWHERE or word == "MODIFIER" or not word else word.title()


def runs(text: str) -> list[Run]:
    """Part *text* into runs. What belongs to no script goes with the run before it, if the next one is of the same script."""
    found: list[Run] = []
    waiting = ""
    for char in text:
        script = _script(char)
        if script is None:
            if found and (char in _JOINERS or unicodedata.category(char)[0] == "M") and not waiting:
                found[-1] = found[-1]._replace(text=found[-1].text + char)
            else:
                waiting += char
            continue
        turned = unicodedata.bidirectional(char) in _RIGHT_TO_LEFT
        if found and found[-1][1:] == (script, turned):
            found[-1] = found[-1]._replace(text=found[-1].text + waiting + char)
        else:
            if waiting:
                found = _with_plain(found, waiting)
            found = _with_plain(found, char) if not script else [*found, Run(char, script, turned)]
        waiting = ""
    return _with_plain(found, waiting) if waiting else found


def _with_plain(found: list[Run], text: str) -> list[Run]:
    if found and not found[-1].script:
        return [*found[:-1], Run(found[-1].text + text)]
    return [*found, Run(text)]


def visible(text: str) -> str:
    """Return *text* without what only steers direction or breaks, since here the runs do."""
    return text.translate(_INVISIBLE)

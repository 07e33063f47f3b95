"""Split text into runs of one script. TeX sets all of a text in one font, from left to right, so each run needs commands.

The first word of a letter's Unicode name is its script.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

#: Sphinx's fonts for XeTeX have all scripts below: Latin, Greek, Cyrillic and Armenian, with the signs among them.
_HEBREW: Final = 0x0590
_EVERYWHERE: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})
#: Scripts that share fonts, by the word in the names of their letters.
_FAMILIES: Final = {
    **dict.fromkeys(["CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "HALFWIDTH", "FULLWIDTH"], "CJK"),
    **dict.fromkeys(["HANGUL"], "Hangul"),
}
_WIDE_MARKS: Final = range(0x3000, 0x3040)
#: Arrows, pictures and emoji begin here. Every text font has the signs below.
_SYMBOLS_FROM: Final = 0x2300
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
#: Invisible characters that TeX prints as boxes: marks of direction, breaks and joins without width.
_INVISIBLE: Final = dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_JOINERS: Final = "\u200c\u200d\ufe0e\ufe0f"


class Run(NamedTuple):
    """A part of a text. All runs together are the text."""

    text: str
    #: The name of its script, ``CJK`` or ``Symbol``; empty if every font has its characters.
    script: str = ""
    right_to_left: bool = False


@lru_cache(maxsize=1 << 14)
def _script(char: str) -> str | None:
    """Return the script of a character; None for spaces, digits and marks, which join the run around them."""
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
    """Split *text* into runs. Characters without a script join the run before them, if the next run has the same script."""
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
    """Return *text* without characters that only control direction or breaks, which the runs do here."""
    return text.translate(_INVISIBLE)

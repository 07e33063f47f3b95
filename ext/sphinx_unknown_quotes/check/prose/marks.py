"""Find pairs of quotation marks in a text, but not apostrophes, signs for inches and marks without a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .passages import OPAQUE, Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .passages import Passage

#: The marks that can close each opening mark. Some marks open in one language and close in another.
_CLOSING: Final = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "‘": "’", "‚": "‘’",
    "”": "”", '"': '"', "'": "'",
}  # fmt: skip
_MARK: Final = re.compile("[“”„‟«»‹›「」『』‘’‚\"']")
#: Marks that open only where a word can begin, since they can also close or be something else.
_LOOSE: Final = "\"'”»›‘‚"
_BEFORE_OPENING: Final = re.compile(rf"(?:^|[\s(\[{{/—–“„«‘‚\"'{OPAQUE}-])$")
#: A block that begins so is not a quotation but a note, as code hosts write them.
_NOTE: Final = re.compile(r"\s*\[!\w+\]")

#: The most marks that can be open at once. Deeper ones are ignored.
_DEEPEST: Final = 16
#: How many characters after the apostrophe of a plural a closing mark is looked for.
_REACH: Final = 1000


class _Open(NamedTuple):
    mark: str
    place: int


def quoted_strings(passage: Passage) -> Iterator[Quoted]:
    """Yield what a passage quotes, in its order: first a block as a whole, and an outer pair before the inner ones."""
    if passage.is_block and not _NOTE.match(passage.text):
        yield Quoted(passage.text, passage, 0, len(passage.text))
    for start, end in sorted(_pairs(passage.text), key=lambda pair: (pair[0], -pair[1])):
        text = passage.text[start + 1 : end - 1].strip()
        if text.strip(OPAQUE):
            yield Quoted(text, passage, start, end)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each pair begins and ends. Of pairs that cross, only the one that closes first counts."""
    opened: list[_Open] = []
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if mark in "’'" and _is_apostrophe(text, place, opened):
            continue
        partner = next((index for index in range(len(opened) - 1, -1, -1) if mark in _CLOSING[opened[index].mark]), -1)
        if partner >= 0 and _can_close(mark, text, place):
            yield opened[partner].place, place + 1
            del opened[partner:]
        elif mark in _CLOSING and _can_open(mark, text, place):
            # Straight marks pair with each other, so an older one without a partner cannot be closed any more.
            opened = [other for other in opened if other.mark != mark or mark not in "\"'"]
            opened = [*opened[1 - _DEEPEST :], _Open(mark, place)]


def _can_open(mark: str, text: str, place: int) -> bool:
    if not text[place + 1 : place + 2].strip():
        # French has a space after the opening mark.
        return mark in "«‹" and bool(text[place + 1 : place + _REACH].strip())
    return mark not in _LOOSE or bool(_BEFORE_OPENING.search(text[max(0, place - 1) : place]))


def _can_close(mark: str, text: str, place: int) -> bool:
    if mark in "»›”“":
        return place > 0
    if mark == "«":
        return bool(text[place - 1 : place].strip())
    return bool(text[place - 1 : place].strip()) or mark in "」』"


def _is_apostrophe(text: str, place: int, opened: list[_Open]) -> bool:
    """Whether a mark that may be an apostrophe is one: inside a word, or at the end of a word with nothing to close."""
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if before.isalnum() and after.isalnum():
        return True
    is_open = any(text[place] in _CLOSING[other.mark] for other in opened)
    if not is_open:
        # In "'tis" and "'80s" it is an apostrophe. A straight mark before a letter may also open a quotation.
        return text[place] == "’" or not after.isalpha()
    if before in ("s", "S") and re.match(r" [^\W\d_]", text[place + 1 : place + 3]) and text[place + 2].islower():
        # In “the kettles' lids” it is an apostrophe if another mark closes the quotation.
        return _closes_later(text, place)
    return False


def _closes_later(text: str, place: int) -> bool:
    mark = text[place]
    for match in re.finditer(re.escape(mark), text[place + 1 : place + _REACH]):
        later = place + 1 + match.start()
        if text[later - 1].strip() and not text[later + 1 : later + 2].isalnum():
            return not re.search(r"[‘]", text[place + 1 : later])
    return False

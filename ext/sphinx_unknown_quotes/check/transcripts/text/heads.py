"""Read the head of a stamped line: a time, a name and the words after them, in every form that people use."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..clocks import parse_clock
from ..names import is_possible_name
from .markup import plain_words

_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?(?![\d:;])(?!\s*[aApP]\.?[mM]\b)"
_UNTIL: Final = rf"(?:\s*(?:-->|->|-|–|—|to)\s*{_CLOCK})?"
_LINK: Final = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
_FRONT: Final = r"\s*(?:[-*+>•]\s+)*(?:\*\*|__)?"
_BOLD: Final = r"(?:\*\*|__)?"
#: ``Speaker [(1:13:17)](url) words``.
_LINKED: Final = re.compile(
    rf"(?P<name>[^\[\]()]{{0,80}}?)\s*\[\((?P<stamp>{_CLOCK})\)\]{_LINK}\s*(?P<rest>.*)", re.ASCII
)
#: ``**[1:13:17]** words``, ``[00:00:05] Name: words``, ``(0:05) words``.
_BRACKETED: Final = re.compile(
    rf"{_FRONT}(?P<name>)\\?[\[(](?P<stamp>{_CLOCK}){_UNTIL}\\?[\])](?:{_LINK})?{_BOLD}:?{_BOLD}(?P<rest>.*)", re.ASCII
)
#: ``**0:00** · words``, ``0:00 - words``, ``0:00<tab>words``, and the stamp alone.
_BARE: Final = re.compile(
    rf"{_FRONT}(?P<name>)(?P<stamp>{_CLOCK}){_UNTIL}{_BOLD}(?P<sep>:?{_BOLD}(?:\s*[·|•–—-]\s+|\s+|$))(?P<rest>.*)",
    re.ASCII,
)
#: ``Name (00:00): words``, ``Name [00:00]``, ``[Name] (00:00)``.
_NAME_BRACKETED: Final = re.compile(
    rf"{_FRONT}\[?(?P<name>[^\W_][^\[\]():]{{0,60}}?)\]?:?{_BOLD}\s*\\?[\[(](?P<stamp>{_CLOCK}){_UNTIL}\\?[\])](?P<colon>{_BOLD}:?{_BOLD})\s*(?P<rest>.*)"
)
#: ``Name  0:49``, ``Name - 0:49``, ``Name | 0:49``, with nothing after them.
_NAME_BARE: Final = re.compile(
    rf"{_FRONT}\[?(?P<name>[^\W_][^\[\]():]{{0,60}}?)\]?:?{_BOLD}(?P<sep>\s+[-–—|·]\s+|\s+){_BOLD}(?P<stamp>{_CLOCK}){_UNTIL}{_BOLD}:?{_BOLD}\s*(?P<rest>)$"
)
#: Words that are not names before a time.
_WORDS_FOR_TIME: Final = ("time", "timestamp", "timecode", "time code", "at", "start", "from")
_HAS_CLOCK: Final = re.compile(r"\d:\d\d", re.ASCII)


class Head(NamedTuple):
    """The head of a stamped line. ``start`` is in milliseconds; ``name`` has no marks, and is empty if there is none."""

    start: int
    name: str
    rest: str
    stamp: str
    #: Whether it is certainly the stamp of a recording: it has brackets, is bold, or has a name.
    is_sure: bool

    @property
    def is_time(self) -> bool:
        """Whether minutes and seconds end at 59."""
        parts = [int(part) for part in re.split(r"[:]", re.split(r"[.,]", self.stamp)[0])]
        return parts[-1] < 60 and (len(parts) < 3 or parts[1] < 60)


def head_of(line: str) -> Head | None:
    """Return the head of a line, or None for a line without one."""
    if not _HAS_CLOCK.search(line):
        return None
    if match := _LINKED.match(line):
        return _head(match, sure=True)
    if match := _BRACKETED.match(line):
        return _head(match, sure=True)
    if match := _BARE.match(line):
        return _head(match, sure="**" in line[: match.start("rest")] or bool(re.search(r"[·|\t]", match["sep"])))
    if (match := _NAME_BRACKETED.match(line)) and _is_called(match, bool(":" in match["colon"] or not match["rest"])):
        return _head(match, sure=True)
    if (match := _NAME_BARE.match(line)) and _is_called(match, len(match["sep"]) > 1 or match["sep"] == "\t"):
        return _head(match, sure=len(match["sep"]) > 1)
    return None


def _is_called(match: re.Match[str], is_set_off: bool) -> bool:
    """Whether the words before a stamp are a name: they look like one, or are separated from the stamp like one."""
    name = plain_words(match["name"]).strip()
    if not name or len(name.split()) > 6 or (name[-1] in ".!?,;" and not name.endswith(("Jr.", "Sr."))):
        return False
    return is_possible_name(name) or (is_set_off and len(name.split()) <= 3)


def _head(match: re.Match[str], sure: bool) -> Head:
    start = parse_clock(match["stamp"]) or 0
    name = plain_words(match["name"]).strip().rstrip(":").strip() if match["name"] else ""
    name = "" if name.casefold() in _WORDS_FOR_TIME else name
    return Head(start, name, match["rest"], match["stamp"], sure)

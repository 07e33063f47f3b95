"""Hearings as printing offices publish them: ``    Mr. AKAKA. words``, ``    Senator Lee. words``; no times."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ..model import Segment, Transcript

_TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Gen|Lt|Col|Adm|Rev|Sen|Rep|Gov|Amb)\.|"
    r"(?:Senator|Representative|Chairman|Chairwoman|Chair|Co-Chairman|Vice Chairman|Vice Chairwoman|Chief|Judge|Justice|Secretary|General|"
    r"Lieutenant|Colonel|Captain|Major|Admiral|Governor|Ambassador|Director|Professor|Commissioner|Administrator|Mayor|"
    r"Congressman|Congresswoman|Delegate|Sheriff|Sergeant|Reverend|Rabbi|Speaker|President|Minister)"
)
_WORD: Final = r"[A-Z][\w'’-]*"
_LABEL: Final = re.compile(
    rf"^[ \t]{{1,12}}(?P<name>(?:{_TITLE})(?: (?:{_WORD}|[A-Z]\.|de|van|von|la|Del|De)){{1,3}}(?: of (?:{_WORD}|the)(?: {_WORD}){{0,2}})?"
    r"|The (?:Chair(?:man|woman|person)?|CHAIR(?:MAN|WOMAN|PERSON)?|Clerk|CLERK|Witness|WITNESS|President|PRESIDENT|Court|COURT)"
    r"|(?:Voice|VOICE|Voices|Audience|Staff|Question|Answer|Unidentified Speaker))\.[ \t]+(?=\S)",
    re.MULTILINE,
)
#: Lines that are not spoken: page numbers, rules, and headings of statements.
_SET: Final = re.compile(
    r"^[ \t]*(?:\(?\d{1,4}\)?|\[?\(?Page[^\n]{0,20}\)?\]?|[-_=*]{3,}|\[GRAPHIC[^\]\n]*\]|\[The (?:prepared )?[^\]]{0,300}\])[ \t]*$",
    re.MULTILINE,
)
_HEADING: Final = re.compile(r"(?:(?:OPENING |PREPARED )?STATEMENTS? OF|TESTIMONY OF|ACCOMPANIED BY)\b.*", re.DOTALL)


def looks_like_hearing(text: str) -> bool:
    """Whether indented paragraphs begin with ``Mr. NAME.`` of at least two people, or of one person three times."""
    names = Counter(match["name"] for match in _LABEL.finditer(text))
    return (len(names) > 1 and (names.total() > 2)) or names.total() > 2


def read_hearing(text: str) -> Transcript:
    """Read a hearing. The text before the first speaker has no speaker."""
    text = _SET.sub("", text)
    segments: list[Segment] = []
    speaker: str | None = None
    position = 0
    for match in _LABEL.finditer(text):
        segments += _paragraphs(text[position : match.start()], speaker, position > 0)
        speaker, position = " ".join(match["name"].split()), match.end()
    segments += _paragraphs(text[position:], speaker, position > 0)
    return Transcript(segments, [])


def _paragraphs(text: str, speaker: str | None, begins: bool) -> list[Segment]:
    """Split the words of one speaker into paragraphs; an indented line begins one."""
    parts = [" ".join(part.split()) for part in re.split(r"\n(?:[ \t]*\n)+|\n(?=[ \t]{2,}\S)", text)]
    said = [part for part in parts if part and not _HEADING.fullmatch(part)]
    return [Segment(part, None, None, speaker, begins and not index) for index, part in enumerate(said)]

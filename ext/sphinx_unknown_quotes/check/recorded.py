"""Find words in the quotations of a collection, by the rules that compare words with a transcript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..collection.evidence import PASSING
from .quotation import Parsed, parse_quotation
from .speech.splitting import spoken_from
from .transcripts.model import Segment, Transcript
from .verdicts.judging import Citation, judge

if TYPE_CHECKING:
    from ..collection.loading import Library
    from ..collection.records import Quotation

#: How a quotation can have the words, the best first.
KINDS: Final = {
    "recorded": "It has these words and no others.",
    "within": "It has these words among others.",
    "part": "Its words are a part of these.",
    "near": "It has these words with small differences.",
    "altered": "It has these words with few differences, one of which reverses the sense.",
}

_WORD: Final = re.compile(r"[a-z0-9]+")
#: The most quotations that are compared: those with most of the words.
_MOST: Final = 500
_MIN_ALTERED: Final = 6
#: At most one word in so many may differ.
_DIFFERENT: Final = 5


class Recorded(NamedTuple):
    """A quotation that has the words, or most of them, and how: one of :data:`KINDS`."""

    quotation: Quotation
    kind: str


def find_recorded(words: str, library: Library, lang: str = "en") -> list[Recorded]:
    """Return the quotations that have the words, the best first, then in the order of the collection.

    Raises :class:`.locate.MissingLibraryError`.
    """
    citation = Citation(parse_quotation(words), None, (), lang)
    found = [
        Recorded(quotation, kind)
        for quotation in _likely(words, library)
        if (kind := _kind(citation, parse_quotation(quotation.text)))
    ]
    # If a quotation has the words, those with another sense are not needed.
    meant = [item for item in found if item.kind != "altered"] or found
    return sorted(meant, key=lambda item: list(KINDS).index(item.kind))


def _likely(asked: str, library: Library) -> list[Quotation]:
    """Return the quotations that have half of the words, or no others: a fast test, so that few must be parsed."""
    wanted = set(_WORD.findall(asked.lower()))
    likely: list[tuple[int, Quotation]] = []
    for quotation in library.quotations.values():
        if not (asked.isascii() and quotation.text.isascii()):
            # Other scripts may have no spaces between words.
            likely.append((len(wanted), quotation))
            continue
        given = set(_WORD.findall(quotation.text.lower()))
        if _has_enough(wanted, given):
            likely.append((len(wanted & given), quotation))
    likely.sort(key=lambda item: -item[0])
    kept = {quotation.id for _, quotation in likely[:_MOST]}
    return [quotation for key, quotation in library.quotations.items() if key in kept]


def _has_enough(wanted: set[str], given: set[str]) -> bool:
    common = len(wanted & given)
    return 2 * common >= len(wanted) or common == len(given)


def _kind(citation: Citation, recorded: Parsed) -> str:
    asked, has = citation.parsed.literal, recorded.literal
    if not asked.strip() or not has.strip():
        return ""
    if asked == has:
        return "recorded"
    if asked in has:
        return "within"
    if has in asked:
        return "part"
    wanted = set(asked.split())
    # A comparison takes a thousand times longer than to count common words.
    if not _has_enough(wanted, set(has.split())):
        return ""
    judged = judge(citation, spoken_from(Transcript([Segment(recorded.text)], [])))
    if judged.verdict in (*PASSING, "near"):
        return "near"
    # Two of a few words occur anywhere. In a sentence that differs by a "not", they are meant.
    is_meant = len(wanted) >= _MIN_ALTERED and _DIFFERENT * judged.changes <= len(asked.split())
    return "altered" if judged.verdict == "altered" and is_meant else ""

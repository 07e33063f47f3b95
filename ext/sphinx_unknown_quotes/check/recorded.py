"""Have we got this? Words against the quotations of a collection, by the rules that compare words with a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..collection.evidence import PASSING
from .judging import Citation, judge
from .quotation import Parsed, parse_quotation
from .splitting import spoken_from
from .transcripts.model import Segment, Transcript

if TYPE_CHECKING:
    from ..collection.loading import Library
    from ..collection.records import Quotation

#: How a quotation has the words, best first.
KINDS: Final = {
    "recorded": "It has these words and no others.",
    "within": "It has these words among others.",
    "part": "Its words are a part of these.",
    "near": "It has these words with small differences.",
    "altered": "It has these words with few differences, one of which turns the sense around.",
}

_MIN_ALTERED: Final = 6
#: One word in so many may differ.
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
        for quotation in library.quotations.values()
        if (kind := _kind(citation, parse_quotation(quotation.text)))
    ]
    return sorted(found, key=lambda item: list(KINDS).index(item.kind))


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
    wanted, given = set(asked.split()), set(has.split())
    # To compare words takes a thousand times longer than to count those in common.
    if 2 * len(wanted & given) < len(wanted):
        return ""
    judged = judge(citation, spoken_from(Transcript([Segment(recorded.text)], [])))
    if judged.verdict in (*PASSING, "near"):
        return "near"
    # Of a few words two may be anywhere; a "not" in a sentence is what somebody asks for.
    is_meant = len(wanted) >= _MIN_ALTERED and _DIFFERENT * judged.changes <= len(asked.split())
    return "altered" if judged.verdict == "altered" and is_meant else ""

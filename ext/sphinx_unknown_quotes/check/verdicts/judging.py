"""Judge one quotation by one transcript: find the best place, and the verdict on words, time and speaker together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.evidence import PASSING
from ..language.tables import Tables, tables
from ..locating.locate import Search, areas
from ..policy import DRIFT, MOVED
from ..sense.sentences import is_sentence
from .attribution import who_says
from .notes import notes_on
from .pages import page_notes
from .readings import exact_readings, near_readings
from .sensing import with_edges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...collection.text.times import Span
    from ..quotation import Parsed
    from ..speech.spoken import Spoken
    from .operations import Operation
    from .readings import Reading


class Citation(NamedTuple):
    """What the check needs to know of a quotation."""

    parsed: Parsed
    #: The cited time, in milliseconds.
    cited: Span | None
    speakers: tuple[str, ...]
    #: The BCP 47 tag of the language of the words.
    lang: str
    #: The names that the source gives to the labels of the transcript.
    labels: Mapping[str, str] = MappingProxyType({})
    #: The cited page or pages, as they are recorded.
    page: str | None = None
    #: Whether the source is a text, which need not name its author.
    is_written: bool = False

    @property
    def table(self) -> Tables:
        """The data of the rules for that language."""
        return tables(self.lang)


class Judgement(NamedTuple):
    """A verdict and its place: ``first`` and ``end`` are places in the transcript."""

    verdict: str
    first: int
    end: int
    operations: tuple[Operation, ...]
    changes: int
    notes: tuple[str, ...]
    #: How far the cited time is from the stretch of the transcript that has the first word, in milliseconds.
    drift: int = 0
    #: How far it is from the beginning of that stretch, in milliseconds. It decides between places that fit equally.
    distance: int = 0


MISSING: Final = Judgement("missing", -1, -1, (), 0, ())
#: The order of two judgements of one quotation: exactly these words at a wrong time are a better explanation than other
#: words at the right time.
_RANK: Final = (
    "verbatim", "elided", "cut-off", "normalised", "disfluent", "moved", "wrong-speaker", "near", "altered", "missing",
)  # fmt: skip


#: The words are looked for first within so many milliseconds of the cited time.
_NEAR: Final = 75_000


def judge(citation: Citation, spoken: Spoken) -> Judgement:
    """Return the verdict on a quotation by one transcript, from the best place."""
    if found := _at_cited_time(citation, spoken):
        return found
    exact = [_judged(reading, citation, spoken) for reading in exact_readings(citation.parsed, spoken)]
    passing = [found for found in exact if found.verdict in PASSING]
    cut = [found for found in exact if _is_cut(found)]
    if not passing and not cut:
        exact += _nearly(citation, spoken)
    if not exact:
        return MISSING
    best = min(exact, key=_order)
    is_placed = citation.cited is not None and spoken.is_timed
    if not is_placed and (cut or len(passing) > 1):
        # If the words are whole sentences somewhere, it does not matter that they are also part of another sentence.
        whole = [each for each in passing if is_sentence(each.first, each.end, spoken, citation.table)]
        best = min((each for each in whole or cut if cut or each.verdict == best.verdict), key=_order, default=best)
    if len(passing) > 1 and not (citation.cited and spoken.is_timed) and not (citation.page and spoken.pages):
        best = best._replace(notes=tuple(sorted({*best.notes, "ambiguous"})))
    if best.verdict == "missing":
        return MISSING
    return best


def judge_elsewhere(citation: Citation, spoken: Spoken) -> Judgement | None:
    """Return where the transcript of another source has the words, if they pass there. Time and speaker do not count."""
    anywhere = citation._replace(cited=None, speakers=(), page=None)
    readings = exact_readings(citation.parsed, spoken)
    found = [_judged(reading, anywhere, spoken) for reading in readings]
    if not found and citation.parsed.is_marked:
        search, area = Search(citation.parsed, spoken), next(areas(spoken, None))
        found = [
            _judged(reading, anywhere, spoken) for reading in near_readings(search, area, citation.table, whole=True)
        ]
    found = [judgement for judgement in found if judgement.verdict in PASSING]
    return min(found, key=_order) if found else None


def _order(judgement: Judgement) -> tuple[int, int, int, int, int, int]:
    rank = _RANK.index(judgement.verdict)
    if judgement.verdict in ("moved", "wrong-speaker") and judgement.changes:
        rank = _RANK.index("altered")
    # Words that differ only by a "not" are more likely meant than near words with more changes.
    is_near = judgement.verdict == "near"
    rank = _RANK.index("near") if judgement.verdict == "altered" else rank
    if _is_cut(judgement):
        # At the cited time, these are the words that are meant, whatever other places have.
        rank = _RANK.index("cut-off")
    return rank, judgement.changes, is_near, judgement.drift, judgement.distance, judgement.first


def _is_cut(judgement: Judgement) -> bool:
    """Whether exactly these words are there, and only their edges or their last mark are wrong."""
    kinds = {operation.kind for operation in judgement.operations}
    return judgement.verdict in ("near", "altered") and kinds <= {"cut-off", "question", "type"}


def _at_cited_time(citation: Citation, spoken: Spoken) -> Judgement | None:
    """Return the judgement on exact words at the cited time. No other place can be better, so most quotations need no search."""
    cited = citation.cited
    near = spoken.offsets_near(cited.start, _NEAR) if cited else None
    if near is None or cited is None:
        return None
    found = [_judged(reading, citation, spoken) for reading in exact_readings(citation.parsed, spoken, *near)]
    best = min(found, key=_order, default=MISSING)
    # Only in a long stretch, or for a long cited range, could words be nearer that begin farther away.
    is_nearest = best.drift == 0 or (cited.end is None and spoken.shape.longest < _NEAR - MOVED)
    return best if best.verdict == "verbatim" and best.distance < _NEAR and is_nearest else None


def _nearly(citation: Citation, spoken: Spoken) -> list[Judgement]:
    """Return the judgements from likely places, up to the first that passes."""
    search = Search(citation.parsed, spoken)
    found: list[Judgement] = []
    for area in areas(spoken, citation.cited.start if citation.cited else None):
        for reading in near_readings(search, area, citation.table):
            found.append(_judged(reading, citation, spoken))
            if found[-1].verdict in PASSING:
                return found
        if area.is_cited and any(judgement.verdict == "near" for judgement in found):
            # The words were found at the cited time, so no other place is needed.
            return found
    return found


def _judged(reading: Reading, citation: Citation, spoken: Spoken) -> Judgement:
    """Add the edges, the time and the speaker to a reading of the words."""
    reading = with_edges(reading, citation.parsed, spoken, citation.table)
    drift = _drift(reading.first, citation.cited, spoken)
    start = spoken.at(reading.first).start
    distance = abs(start - citation.cited.start) if citation.cited and start is not None else 0
    who = who_says(reading, spoken, citation.speakers, citation.labels, citation.is_written)
    paged = page_notes(citation.page, spoken.pages_of(reading.first, reading.end), spoken.pages)
    notes = {*notes_on(reading, spoken, citation.table, is_timed=citation.cited is not None), *paged, *who}
    notes.discard("speaker-wrong")
    verdict = reading.verdict
    if verdict in (*PASSING, "near"):
        if "speaker-wrong" in who:
            verdict = "wrong-speaker"
            notes |= {"also-moved"} if drift > MOVED else set()
        elif drift > MOVED or "other-page" in notes:
            verdict = "moved"
        elif drift > DRIFT:
            notes.add("drift")
    return Judgement(
        verdict, reading.first, reading.end, reading.operations, reading.changes, tuple(sorted(notes)), drift, distance
    )


def _drift(place: int, cited: Span | None, spoken: Spoken) -> int:
    """Return how far, in milliseconds, a citation is from the stretch that has the first word."""
    stretch = spoken.at(place)
    if cited is None or stretch.start is None:
        return 0
    last = stretch.start if stretch.end is None else stretch.end
    return max(0, stretch.start - (cited.start if cited.end is None else cited.end), cited.start - last)

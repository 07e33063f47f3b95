"""One quotation against one transcript: the best place, and the verdict on words, time and speaker together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from ..collection.evidence import PASSING
from .align import align, may_be_whole
from .attribution import who_says
from .language.said import Said
from .language.tables import Tables, tables
from .locate import Search, areas, exact_places
from .notes import notes_on
from .operations import Operation, Reading, read_steps
from .pages import page_notes
from .policy import DRIFT, MOVED, NEAR_ONE_IN
from .sense.sentences import is_sentence
from .sensing import with_edges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..collection.times import Span
    from .locate import Area
    from .quotation import Parsed
    from .spoken import Spoken


class Citation(NamedTuple):
    """What the check needs of a quotation."""

    parsed: Parsed
    #: Times in milliseconds.
    cited: Span | None
    speakers: tuple[str, ...]
    #: The BCP 47 tag of the language of the words.
    lang: str
    #: Whom the labels of the transcript mean, as the source says.
    labels: Mapping[str, str] = MappingProxyType({})
    #: The page or pages, as they are recorded.
    page: str | None = None
    #: Whether it is out of a text by its author, who need not be named in it.
    is_written: bool = False

    @property
    def table(self) -> Tables:
        """What the rules know of that language."""
        return tables(self.lang)


class Judgement(NamedTuple):
    """A verdict and where it was reached. ``first`` and ``end`` are places in the transcript."""

    verdict: str
    first: int
    end: int
    operations: tuple[Operation, ...]
    changes: int
    notes: tuple[str, ...]
    #: How far the cited time is from the words, in milliseconds beyond what the transcript can tell.
    drift: int = 0
    #: How far it is from the beginning of the stretch, in milliseconds; tells places apart that fit alike.
    distance: int = 0


MISSING: Final = Judgement("missing", -1, -1, (), 0, ())
#: The order of two judgements of one quotation: words that stand just so at the wrong time
#: explain more than other words at the right one.
_RANK: Final = (
    "verbatim", "elided", "cut-off", "normalised", "disfluent", "moved", "wrong-speaker", "near", "altered", "missing",
)  # fmt: skip


#: Where the words are looked for first, in milliseconds around the cited time.
_NEAR: Final = 75_000
#: Where so many words are near, they are those that are meant.
_MANY_WORDS: Final = 8


def judge(citation: Citation, spoken: Spoken) -> Judgement:
    """Return the verdict of one transcript on a quotation, from the place that speaks best for it."""
    if found := _at_cited_time(citation, spoken):
        return found
    exact = [_judged(reading, citation, spoken) for reading in _exact(citation.parsed, spoken)]
    passing = [found for found in exact if found.verdict in PASSING]
    cut = [found for found in exact if _is_cut(found)]
    if not passing and not cut:
        exact += _nearly(citation, spoken)
    if not exact:
        return MISSING
    best = min(exact, key=_order)
    is_placed = citation.cited is not None and spoken.is_timed
    if not is_placed and (cut or len(passing) > 1):
        # Of whole sentences nobody asks whether their words are also a part of another.
        whole = [each for each in passing if is_sentence(each.first, each.end, spoken, citation.table)]
        best = min((each for each in whole or cut if cut or each.verdict == best.verdict), key=_order, default=best)
    if len(passing) > 1 and not (citation.cited and spoken.is_timed) and not (citation.page and spoken.pages):
        best = best._replace(notes=tuple(sorted({*best.notes, "ambiguous"})))
    if best.verdict == "missing":
        return MISSING
    return best


def judge_elsewhere(citation: Citation, spoken: Spoken) -> Judgement | None:
    """Return where the words stand in the transcript of another source, if they pass there; time and speaker apart."""
    anywhere = citation._replace(cited=None, speakers=(), page=None)
    readings = _exact(citation.parsed, spoken)
    found = [_judged(reading, anywhere, spoken) for reading in readings]
    if not found and citation.parsed.is_marked:
        search, area = Search(citation.parsed, spoken), next(areas(spoken, None))
        found = [_judged(reading, anywhere, spoken) for reading in _aligned(search, area, anywhere, spoken, whole=True)]
    found = [judgement for judgement in found if judgement.verdict in PASSING]
    return min(found, key=_order) if found else None


def _order(judgement: Judgement) -> tuple[int, int, int, int, int, int]:
    rank = _RANK.index(judgement.verdict)
    if judgement.verdict in ("moved", "wrong-speaker") and judgement.changes:
        rank = _RANK.index("altered")
    # Words that differ in little but a "not" are those that were meant, not others that are near with more changes.
    is_near = judgement.verdict == "near"
    rank = _RANK.index("near") if judgement.verdict == "altered" else rank
    if _is_cut(judgement):
        # At their time these are the words that are meant, whatever stands elsewhere.
        rank = _RANK.index("cut-off")
    return rank, judgement.changes, is_near, judgement.drift, judgement.distance, judgement.first


def _is_cut(judgement: Judgement) -> bool:
    """Whether the words stand there just so, and only their edges or their last mark are wrong."""
    kinds = {operation.kind for operation in judgement.operations}
    return judgement.verdict in ("near", "altered") and kinds <= {"cut-off", "question", "type"}


def _at_cited_time(citation: Citation, spoken: Spoken) -> Judgement | None:
    """The words as they stand at the cited time: no other place could be better, and most need no search beyond."""
    cited = citation.cited
    near = spoken.offsets_near(cited.start, _NEAR) if cited else None
    if near is None or cited is None:
        return None
    found = [_judged(reading, citation, spoken) for reading in _exact(citation.parsed, spoken, *near)]
    best = min(found, key=_order, default=MISSING)
    # A stretch that begins farther away and yet ends nearer would have to be long, or the citation a long range.
    is_nearest = best.drift == 0 or (cited.end is None and spoken.longest < _NEAR - MOVED)
    return best if best.verdict == "verbatim" and best.distance < _NEAR and is_nearest else None


def _exact(parsed: Parsed, spoken: Spoken, *offsets: int) -> Iterator[Reading]:
    """Yield a reading of every place where the words stand one after the other, between two offsets if given."""
    size = parsed.literal.count(" ") - 1
    for first in exact_places(parsed, spoken, *offsets):
        end = first + size
        if parsed.is_marked and spoken.turn(first) != spoken.turn(end - 1):
            continue
        if spoken.printed(first, end) == parsed.literal_printed:
            yield Reading("verbatim", first, end, (), 0, is_exact=True)
        elif not parsed.leaves_out:
            kind = Operation("type", parsed.literal_text, spoken.said(first, end))
            yield Reading("normalised", first, end, (kind,), 0, is_exact=True)


def _nearly(citation: Citation, spoken: Spoken) -> list[Judgement]:
    """What the likely places make of a quotation, up to the first where it passes."""
    search = Search(citation.parsed, spoken)
    found: list[Judgement] = []
    for area in areas(spoken, citation.cited.start if citation.cited else None):
        for reading in _aligned(search, area, citation, spoken):
            found.append(_judged(reading, citation, spoken))
            if found[-1].verdict in PASSING:
                return found
        if area.is_cited and any(judgement.verdict == "near" for judgement in found):
            # Words at the cited time need no likelier place.
            return found
    return found


def _aligned(
    search: Search, area: Area, citation: Citation, spoken: Spoken, *, whole: bool = False
) -> Iterator[Reading]:
    """Yield what the likely places of *area* make of a quotation; only those that may have every word if *whole*."""
    pieces = citation.parsed.pieces
    for start, end in search.windows(area):
        words = spoken.words(start, end)
        if whole and not may_be_whole(pieces, words, citation.table):
            continue
        said = Said(words, spoken.turns(start, end), spoken.gaps(start, end), citation.table)
        alignment = align(pieces, said, start)
        reading = read_steps(alignment.steps, pieces, spoken, citation.table)
        if reading:
            # So many words do not stand so nearly alike in two places; of few words that is not sure.
            count = len(citation.parsed.words)
            search.is_found |= count >= _MANY_WORDS and reading.changes * NEAR_ONE_IN <= count
            yield reading


def _judged(reading: Reading, citation: Citation, spoken: Spoken) -> Judgement:
    """Put the edges, the time and the speaker to a reading of the words."""
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
    """How far a citation lies outside the stretch that the transcript gives for the first word."""
    stretch = spoken.at(place)
    if cited is None or stretch.start is None:
        return 0
    last = stretch.start if stretch.end is None else stretch.end
    return max(0, stretch.start - (cited.start if cited.end is None else cited.end), cited.start - last)

"""Check a library against a folder of transcripts: an outcome for every quotation, in the order of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..collection.problems import Problem, nearest, shown
from ..collection.records import WRITTEN_TYPES
from ..collection.text.times import parse_span
from .outcomes import Difference, Outcome
from .quotation import parse_quotation
from .verdicts.judging import Citation, Judgement, judge, judge_elsewhere
from .verdicts.pages import cited_pages, shown_page
from .verdicts.speakers import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..collection.loading import Library
    from ..collection.records import Quotation, Source
    from .files.folder import Folder
    from .results import Results
    from .speech.spoken import Spoken

#: Fewer words than this occur in many transcripts, so they are not looked for elsewhere.
_MIN_ELSEWHERE = 4
#: The statuses of quotations whose words are not compared.
NOT_COMPARED: Final = ("paraphrase", "translation")


class Checked(NamedTuple):
    """The outcomes of the quotations, in the order of the collection, and the faults of transcripts."""

    outcomes: list[Outcome]
    #: ``(file name, line or 0, message)``, sorted.
    faults: list[tuple[str, int, str]]
    #: Labels in the collection that the transcripts do not have.
    problems: list[Problem]


def check_library(
    library: Library, folder: Folder | None, results: Results, progress: Callable[[int, int], None] | None = None
) -> Checked:
    """Check every quotation of *library* against the transcripts of *folder*.

    *results* has the outcomes of earlier runs, and those of this one are added. *progress* is called with the numbers
    of finished and of all quotations. Raises :class:`.locate.MissingLibraryError`.
    """
    outcomes: dict[str, Outcome] = {}
    pending: dict[str, list[Quotation]] = {}
    if folder:
        folder.find_digests(sorted({source.transcript for source in library.sources.values() if source.transcript}))
    for quotation in library.quotations.values():
        name, why = _transcript_of(quotation, library, folder)
        if why:
            outcomes[quotation.id] = Outcome(
                quotation.id, "unchecked", cited_time(quotation), transcript=name or None, notes=(why,)
            )
        elif known := results.get(quotation, library.sources[quotation.source]):
            outcomes[quotation.id] = known
        else:
            pending.setdefault(name, []).append(quotation)
    faults: list[tuple[str, int, str]] = []
    if folder:
        outcomes |= _check_pending(pending, library, folder, len(outcomes), progress)
        faults = results.faults(folder, {outcome.transcript for outcome in outcomes.values() if outcome.transcript})
        for quotations in pending.values():
            for quotation in quotations:
                results.put(quotation, library.sources[quotation.source], outcomes[quotation.id])
    return Checked([outcomes[key] for key in library.quotations], faults, sorted(_wrong_labels(library, results)))


def _wrong_labels(library: Library, results: Results) -> Iterator[Problem]:
    """Yield a problem for each label under ``speakers:`` that the transcript does not have, and that so has no effect."""
    paths = {quotation.source: quotation.path for quotation in library.quotations.values()}
    for source in library.sources.values():
        known = results.speakers(source.transcript or "") if source.speakers and source.key in paths else None
        folded = {name.casefold() for name in known or ()}
        for label in source.speakers if known is not None else ():
            if label.casefold() not in folded:
                hint = nearest(label, known or ()) if known else " It names nobody."
                message = f"speakers: {shown(label)} is not a label of {shown(source.transcript or '')}.{hint}"
                yield Problem(paths[source.key], 0, "value", message)


def _transcript_of(quotation: Quotation, library: Library, folder: Folder | None) -> tuple[str, str]:
    """Return the transcript of a quotation, empty if its source names none; and a note on why it is not checked, or empty."""
    name = library.sources[quotation.source].transcript or ""
    if quotation.status in NOT_COMPARED:
        return name, quotation.status or ""
    if not name:
        return "", "no-transcript"
    return name, "" if folder and name in folder else "transcript-not-found"


def _check_pending(
    pending: dict[str, list[Quotation]], library: Library, folder: Folder, done: int,
    progress: Callable[[int, int], None] | None,
) -> dict[str, Outcome]:  # fmt: skip
    outcomes: dict[str, Outcome] = {}
    lost: dict[str, tuple[Quotation, Citation]] = {}
    with folder.reading_ahead(sorted(pending)):
        for name in sorted(pending):
            spoken = folder.spoken(name)
            for quotation in pending[name]:
                citation = citation_of(quotation, library.sources[quotation.source])
                outcome = _check_one(quotation, citation, spoken, name, folder)
                outcomes[quotation.id] = outcome
                if outcome.verdict in ("missing", "altered") and len(citation.parsed.words) >= _MIN_ELSEWHERE:
                    lost[quotation.id] = quotation, citation
                if progress:
                    progress(done + len(outcomes), len(library.quotations))
    _look_elsewhere(lost, outcomes, folder)
    return outcomes


def _look_elsewhere(lost: dict[str, tuple[Quotation, Citation]], outcomes: dict[str, Outcome], folder: Folder) -> None:
    # In reverse order, since the last transcripts are still in memory.
    names = folder.names[::-1] if lost else []
    with folder.reading_ahead(names):
        for name in names:
            spoken = folder.spoken(name)
            for key, (quotation, citation) in list(lost.items()):
                if outcomes[key].transcript != name and (found := judge_elsewhere(citation, spoken)):
                    elsewhere = found._replace(verdict="elsewhere")
                    outcomes[key] = _outcome(quotation, citation._replace(labels={}), elsewhere, spoken, name, folder)
                    del lost[key]


def _check_one(quotation: Quotation, citation: Citation, spoken: Spoken, name: str, folder: Folder) -> Outcome:
    notes: tuple[str, ...] = () if len(spoken) else ("transcript-unreadable",)
    if not citation.parsed.literal.strip():
        notes = ("no-words",)
    if notes := notes or _not_comparable(citation, spoken):
        return Outcome(quotation.id, "unchecked", cited_time(quotation), transcript=name, notes=notes)
    return _outcome(quotation, citation, judge(citation, spoken), spoken, name, folder)


def _not_comparable(citation: Citation, spoken: Spoken) -> tuple[str, ...]:
    """Return a note if the citation has a time or a speaker, and the transcript has some that could not be read.

    Otherwise a wrong one would pass. Unread times count for speakers, too, since names are often next to times.
    """
    lost = "times" in spoken.unread and (citation.cited or citation.speakers)
    lost = lost or ("names" in spoken.unread and citation.speakers)
    return ("stamps-not-read",) if lost else ()


def _outcome(
    quotation: Quotation, citation: Citation, judgement: Judgement, spoken: Spoken, name: str, folder: Folder
) -> Outcome:
    place = spoken.at(judgement.first) if judgement.first >= 0 else None
    label = place.speaker if place else None
    pages = spoken.pages_of(judgement.first, judgement.end) if place else []
    return Outcome(
        quotation.id, judgement.verdict, cited_time(quotation), place.start if place else None, name, folder.digest(name),
        called(label, citation.labels) if label else None,
        tuple(Difference(found.kind, found.quoted, found.said, found.critical, found.why) for found in judgement.operations),
        judgement.changes, spoken.automatic, judgement.notes, quotation.page,
        shown_page(pages[0]) if pages else None, cited_pages(pages),
    )  # fmt: skip


def cited_time(quotation: Quotation) -> int | None:
    """Return the cited time at which the words begin, in milliseconds."""
    return parse_span(quotation.at).start if quotation.at else None


def citation_of(quotation: Quotation, source: Source) -> Citation:
    """Return what the check needs to know of a quotation and its source."""
    cited = parse_span(quotation.at) if quotation.at else None
    return Citation(
        parse_quotation(quotation.text), cited, quotation.speaker, quotation.lang, source.speakers, quotation.page,
        source.type in WRITTEN_TYPES,
    )  # fmt: skip

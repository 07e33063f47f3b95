"""Find words without a source in all transcripts of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .quotation import parse_quotation
from .verdicts.judging import Citation, judge
from .verdicts.pages import shown_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .files.folder import Folder
    from .verdicts.operations import Operation


class Find(NamedTuple):
    """A transcript that has the words, or similar ones. ``found`` is in milliseconds."""

    transcript: str
    verdict: str
    found: int | None
    speaker: str | None
    said: str
    operations: tuple[Operation, ...]
    #: The page on which the words begin, for people; None if the file has no pages.
    page: str | None = None


_RANK = ("verbatim", "elided", "normalised", "disfluent", "near", "altered")


def find_words(
    words: str, folder: Folder, lang: str = "en", progress: Callable[[int, int], None] | None = None
) -> list[Find]:
    """Return the best place in each transcript that has the words or most of them, the strictest verdict first."""
    citation = Citation(parse_quotation(words), None, (), lang)
    with folder.reading_ahead(folder.names):
        finds = list(_found(citation, folder, progress))
    # If a transcript has all the words, those with only half of them are of no use.
    best = min((_RANK.index(find.verdict) for find in finds), default=0)
    kept = [
        find for find in finds if best >= _RANK.index("altered") or _RANK.index(find.verdict) < _RANK.index("altered")
    ]
    return sorted(kept, key=lambda find: (_RANK.index(find.verdict), len(find.operations), find.transcript))


def _found(citation: Citation, folder: Folder, progress: Callable[[int, int], None] | None) -> Iterator[Find]:
    for index, name in enumerate(folder.names, 1):
        spoken = folder.spoken(name)
        judgement = judge(citation, spoken)
        if judgement.verdict in _RANK:
            place = spoken.at(judgement.first)
            said = " ".join(spoken.said(judgement.first, judgement.end).split())
            pages = [shown_page(names) for names in spoken.pages_of(judgement.first, judgement.end)]
            page = pages[0] if pages else None
            yield Find(name, judgement.verdict, place.start, place.speaker, said, judgement.operations, page)
        if progress:
            progress(index, len(folder.names))

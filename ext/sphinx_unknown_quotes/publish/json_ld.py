"""A quotation in the words of schema.org, as JSON-LD for its page.

https://schema.org/Quotation is pending, like the offsets of Clip: programs can read it, but no search engine promises to.
No property joins a quotation to a time, so ``isBasedOn`` is a clip of the recording.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..collection.linking.moments import moment_url
from ..collection.text.dates import parse_date
from ..collection.text.names import filed_name
from ..collection.text.times import parse_span

if TYPE_CHECKING:
    from ..collection.records import Quotation, Source

#: The schema.org type of each type of source.
WORKS: Final = {
    "lecture": "VideoObject", "talk": "VideoObject", "interview": "VideoObject", "video": "VideoObject",
    "podcast": "AudioObject", "paper": "ScholarlyArticle", "book": "Book", "article": "Article", "report": "Report",
    "testimony": "CreativeWork", "post": "BlogPosting", "code": "SoftwareSourceCode",
}  # fmt: skip
_JSON: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_RECORDINGS: Final = ("VideoObject", "AudioObject")


def quotation_json_ld(quotation: Quotation, source: Source, page: str | None) -> dict[str, Any]:
    """Return the JSON-LD of *quotation*; *page* is the absolute address of its own page, if there is one."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "@id": page,
            "url": page,
            "identifier": quotation.id,
            "text": quotation.text,
            "inLanguage": quotation.lang,
            "creator": [_speaker(name) for name in quotation.speaker],
            "isBasedOn": _based_on(quotation, source),
            "dateCreated": _date(source.date, whole=True),
            "dateModified": max((correction.date for correction in quotation.corrected), default=None),
        }
    )


def script_safe(document: dict[str, Any]) -> str:
    """Return *document* as JSON that can stand in a ``script`` element: no ``<``, ``>`` or ``&``, and ASCII alone."""
    return _JSON.encode(document).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _speaker(name: str) -> dict[str, str]:
    # No record says whether a speaker is a person. If an index files the name by surname, it is one.
    return {"@type": "Person" if name != filed_name(name) else "Thing", "name": name}


def _based_on(quotation: Quotation, source: Source) -> dict[str, Any]:
    work = _work(source)
    if work["@type"] not in _RECORDINGS or not quotation.at:
        return work | ({"pageStart": quotation.page} if quotation.page and "Article" in work["@type"] else {})
    span = parse_span(quotation.at)
    return _known(
        {
            "@type": "Clip",
            "name": source.title,
            "url": moment_url(quotation, source),
            "startOffset": span.start / 1000,
            "endOffset": None if span.end is None else span.end / 1000,
            "isPartOf": work,
        }
    )


def _work(source: Source) -> dict[str, Any]:
    part_of = {"@type": "CreativeWork", "name": source.container} if source.container else None
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return _known(
        {
            "@type": WORKS.get(source.type, "CreativeWork"),
            "name": source.title,
            "url": source.url,
            "sameAs": f"https://doi.org/{source.doi}" if source.doi else None,
            "archivedAt": source.archive,
            "datePublished": _date(source.date),
            "isPartOf": part_of,
            "publisher": publisher,
        }
    )


def _date(text: str | None, *, whole: bool = False) -> str | None:
    """Return an ISO date, or None for an interval or a doubtful date; with *whole*, also for one without a day."""
    dates = parse_date(text) if text else ()
    if len(dates) != 1 or dates[0].approximate or dates[0].uncertain or (whole and not dates[0].day):
        return None
    return dates[0].iso


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [])}

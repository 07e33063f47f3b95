"""Read Hypothesis' export as JSON: the annotations of one or several pages."""

from __future__ import annotations

from typing import Any

from ...collection.linking.links import safe_url
from ...collection.text.times import format_time
from .found import Export, ExportError, Found, Left, mappings, number_in, read_json, string, type_of_address


def read_hypothesis(data: bytes) -> Export:
    """Read the JSON. Raises :class:`.found.ExportError` if it has no list of annotations."""
    content = read_json(data)
    # The answer of Hypothesis' API has "rows".
    listed = content if isinstance(content, list) else None
    for key in ("annotations", "rows") if isinstance(content, dict) else ():
        listed = content.get(key, listed)
    if not isinstance(listed, list):
        raise ExportError('it has no list of "annotations". Choose JSON where Hypothesis asks for a format.')
    export = Export()
    for number, annotation in enumerate(mappings(listed), 1):
        _read(number, annotation, export)
    return export


def _read(number: int, annotation: dict[str, Any], export: Export) -> None:
    selectors = [each for target in mappings(annotation.get("target")) for each in mappings(target.get("selector"))]
    by_type = {string(each, "type"): each for each in selectors}
    words = string(by_type.get("TextQuoteSelector"), "exact")
    if not words:
        is_reply = bool(annotation.get("references"))
        if selectors and not is_reply:
            export.left.append(Left(number, "annotation", "it has no words, since it does not mark text."))
        else:
            export.pass_over("reply" if is_reply else "page note")
        return
    address = _address(annotation)
    given = {"text": words, "title": _title(annotation), "url": address, "type": type_of_address(address)}
    given["page"] = string(by_type.get("PageSelector"), "label")
    start = number_in(string(by_type.get("MediaTimeSelector"), "start"))
    if start:
        given["at"] = format_time(int(start * 1000))
    page = number_in(string(by_type.get("PageSelector"), "index"))
    order = (page, number_in(string(by_type.get("TextPositionSelector"), "start")), start)
    export.found.append(Found(number, "annotation", given, (), order))


def _address(annotation: dict[str, Any]) -> str:
    """Return the address of the words. An annotated local file may have another address in the export."""
    document = annotation.get("document")
    links = mappings(document.get("link")) if isinstance(document, dict) else []
    for address in (string(annotation, "uri"), *(string(link, "href") for link in links)):
        if safe_url(address):
            return address
    return ""


def _title(annotation: dict[str, Any]) -> str:
    document = annotation.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    if isinstance(titles, list):
        return next((title.strip() for title in titles if isinstance(title, str) and title.strip()), "")
    return titles.strip() if isinstance(titles, str) else ""

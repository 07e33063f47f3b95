"""Read Readwise's export as CSV, with a row for each highlight."""

from __future__ import annotations

import csv
import io
from typing import Final

from .found import Export, ExportError, Found, Left, decoded, host_in, names_in

#: The column that every export has.
_WORDS: Final = "Highlight"
_TITLE: Final = "Book Title"


def read_readwise(data: bytes) -> Export:
    """Read the CSV. Raises :class:`.found.ExportError` if it does not have Readwise's columns."""
    export = Export()
    reader = csv.DictReader(io.StringIO(decoded(data), newline=""), strict=True)
    try:
        if not {_WORDS, _TITLE} <= set(reader.fieldnames or ()):
            raise ExportError(f"its first line does not have Readwise's columns {_WORDS} and {_TITLE}.")
        for number, row in enumerate(reader, 2):
            _read(number, {key: value for key, value in row.items() if isinstance(value, str)}, export)
    except csv.Error as error:
        raise ExportError(f"line {reader.line_num}: it is not CSV: {error}.") from error
    return export


def _read(number: int, row: dict[str, str], export: Export) -> None:
    words = row.get(_WORDS, "").strip()
    if not words:
        if any(value.strip() for value in row.values()):
            export.left.append(Left(number, "row", "it has no words."))
        return
    author, place = row.get("Book Author", ""), row.get("Location", "").strip()
    kind = row.get("Location Type", "").strip().lower()
    is_book = bool(row.get("Amazon Book ID", "").strip()) or kind in ("page", "location")
    given = {"text": words, "title": row.get(_TITLE, ""), "type": "book" if is_book else ""}
    if kind == "page" and place:
        given["page"] = place
    elif kind == "location" and place:
        given["section"] = f"location {place}"
    if host := host_in(author):
        given["publisher"] = host
    order = (float(place) if place.isascii() and place.isdigit() else 0.0,)
    export.found.append(Found(number, "row", given, () if host else names_in(author), order))

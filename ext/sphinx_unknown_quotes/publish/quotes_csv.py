"""The whole collection as a table, quotes.csv, with one row for each quotation.

RFC 4180, in UTF-8 with a byte order mark, without which Excel assumes another encoding. Every cell is quoted.
A cell that a spreadsheet would run as a formula gets an apostrophe before it: OWASP's advice against CSV injection.
Rows are sorted by date, source, moment and id; the same collection gives the same bytes.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from ..collection.linking.moments import moment_url
from ..collection.selection import sort
from ..collection.text.times import parse_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..collection.records import Quotation
    from ..collection.selection import Collection

#: Characters that begin a formula in Excel, LibreOffice or Sheets. East Asian keyboards have the wide forms.
_FORMULA: Final = tuple("=+-@＝＋－＠\t\r")

COLUMNS: Final = (
    "id", "text", "speaker", "role", "source", "type", "container", "publisher", "date", "at", "start", "pages", "section",
    "unknown", "context", "lang", "translation", "translator", "reported", "via", "status", "evidence", "url", "moment", "page",
)  # fmt: skip


def quotes_csv(collection: Collection, pages: Mapping[str, str]) -> bytes:
    """Return quotes.csv. *pages* has the addresses of the cards by the ids of their quotations."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for quotation in sort(collection, collection.quotations.values()):
        cells = _row(collection, quotation, pages.get(quotation.id))
        rows.writerow([f"'{cell}" if cell and cell.startswith(_FORMULA) else cell for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _row(collection: Collection, quotation: Quotation, page: str | None) -> tuple[str | None, ...]:
    source = collection.source(quotation)
    start = str(parse_span(quotation.at).start / 1000) if quotation.at else None
    unknown = collection.title("unknown", quotation.unknown) if quotation.unknown else None
    return (
        quotation.id, quotation.text, "; ".join(quotation.speaker), quotation.role, source.title, source.type,
        source.container, source.publisher, source.date, quotation.at, start, quotation.page, quotation.section,
        unknown, quotation.context, quotation.lang, quotation.translation, quotation.translator, quotation.reported,
        quotation.via.title if quotation.via else None, quotation.status, collection.support(quotation), source.url,
        moment_url(quotation, source), page,
    )  # fmt: skip

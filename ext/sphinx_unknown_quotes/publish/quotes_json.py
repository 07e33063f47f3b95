"""The whole collection as one JSON document.

``{"$schema": …, "schema_version": 1, "quotes": [...]}``. Each quotation is an object with the keys of its record and with
``source``, an object with the keys of the source's record. These keys are added:
``page`` (the address of the card, null if no page shows it), ``permalink`` (the address of its own page, if it has one),
``moment`` (the link to the words in the source), ``start`` and ``end`` (in seconds), and ``evidence``.
The key ``page`` of a record, the page or pages of the source, is ``pages`` here.
A key that a record leaves out is left out here. Quotations are sorted by date, source, moment and id; the same
collection gives the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec

from ..collection.evidence import support_of
from ..collection.linking.moments import moment_url
from ..collection.selection import sort
from ..collection.text.times import parse_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..collection.records import Quotation
    from ..collection.selection import Collection

SCHEMA_VERSION: Final = 1
#: In UTF-8: line breaks of JavaScript, and marks that change the direction of text.
_UNSEEN: Final = re.compile(rb"\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c")
#: Fields of a quotation that are not written: they are internal, or written in another form.
FOR_NOBODY: Final = ("source", "path", "line", "lang_assumed")
#: Fields of the evidence that only the check needs.
OF_THE_CHECK: Final = ("digest", "recorded_in")


def quotes_json(
    collection: Collection, pages: Mapping[str, str], permalinks: Mapping[str, str] | None = None, schema: str = ""
) -> bytes:
    """Return quotes.json.

    *pages* has the addresses of the cards by quotation id, *permalinks* those of the quotations' own pages.
    *schema* is the address of the JSON Schema, empty if there is none.
    """
    ordered = sort(collection, collection.quotations.values())
    # Each source is encoded once, and written in each of its quotations.
    sources = {key: msgspec.Raw(msgspec.json.encode(source)) for key, source in collection.sources.items()}
    entries = (_entry(collection, item, sources[item.source], pages, permalinks or {}) for item in ordered)
    # One quotation a line, so that a diff shows which one changed.
    lines = [msgspec.json.encode(entry) for entry in entries] or [b""]
    named = b'"$schema": %b, ' % msgspec.json.encode(schema) if schema else b""
    lines[0] = b'{%b"schema_version": %d, "quotes": [\n%b' % (named, SCHEMA_VERSION, lines[0])
    lines[-1] += b"\n]}\n"
    return _UNSEEN.sub(_escaped, b",\n".join(lines).replace(b"</", b"<\\/"))


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode())


def _entry(
    collection: Collection,
    quotation: Quotation,
    described: msgspec.Raw,
    pages: Mapping[str, str],
    permalinks: Mapping[str, str],
) -> dict[str, Any]:
    source = collection.source(quotation)
    entry: dict[str, Any] = msgspec.to_builtins(quotation)
    for key in (*FOR_NOBODY, "lang"):
        # msgspec leaves out a key that has its default.
        entry.pop(key, None)
    if quotation.page:
        entry["pages"] = entry.pop("page")
    entry["lang"] = quotation.lang
    entry["source"] = described
    entry["page"] = pages.get(quotation.id)
    if permalink := permalinks.get(quotation.id):
        entry["permalink"] = permalink
    entry["moment"] = moment_url(quotation, source)
    if quotation.at:
        span = parse_span(quotation.at)
        entry["start"] = span.start / 1000
        if span.end is not None:
            entry["end"] = span.end / 1000
    support = support_of(quotation, source, collection.evidence.get(quotation.id))
    entry["evidence"] = {"support": support.kind}
    if support.evidence:
        evidence = msgspec.to_builtins(support.evidence)
        entry["evidence"] |= {key: value for key, value in evidence.items() if key not in OF_THE_CHECK}
    return entry

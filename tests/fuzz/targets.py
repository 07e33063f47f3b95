"""The targets of the fuzzers: functions that read any bytes without an unexpected error."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sphinx_unknown_quotes.check.documents.web import read_html
from sphinx_unknown_quotes.check.quotation import fragments, parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import from_bytes, read_spoken, to_bytes
from sphinx_unknown_quotes.collection.evidence import read_evidence, write_evidence
from sphinx_unknown_quotes.collection.linking.addresses import source_identity
from sphinx_unknown_quotes.collection.linking.links import page_url, passage_url, split_moment, timed_url
from sphinx_unknown_quotes.collection.parsing.reading import read_file
from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES, InvalidValueError
from sphinx_unknown_quotes.collection.text.dates import parse_date
from sphinx_unknown_quotes.collection.text.fragments import find_fragment
from sphinx_unknown_quotes.collection.text.times import format_span, parse_span
from sphinx_unknown_quotes.collection.text.words import flat
from sphinx_unknown_quotes.commands.adding.issue_form import IssueError, read_issue

if TYPE_CHECKING:
    from collections.abc import Callable

#: The name decides where the content is unclear, so the first byte chooses one. Documents have a target of their own.
NAMES: Final = ("t.vtt", "t.srt", "t.txt", "t.md", "t.json", "t.ttml", "t.sbv", "t.lrc", "t.tsv", "t.json3")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def transcripts(data: bytes) -> None:
    """Any bytes are words or faults, and come out of the cache as they went in."""
    spoken = read_spoken(data[1:], NAMES[data[0] % len(NAMES)] if data else NAMES[0])
    assert spoken.words(0, len(spoken)) == spoken.joined.split()
    assert [spoken.place(spoken.offset(place)) for place in range(len(spoken))] == [*range(len(spoken))]
    kept = from_bytes(to_bytes(spoken))
    assert (kept.joined, kept.rows, kept.faults) == (spoken.joined, spoken.rows, spoken.faults)
    for place in range(len(spoken.rows.turns)):
        stretch = spoken.stretch(place)
        assert stretch.start is None or stretch.start >= 0
        assert stretch.start is None or stretch.end is None or stretch.start <= stretch.end


def pages(data: bytes) -> None:
    """Any web page is text or a fault."""
    assert all(segment.text.strip() for segment in read_html(data).segments)


def collection(data: bytes) -> None:
    """Any file of the collection is records or problems with a place."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    found = read_file(data, "x.yaml")
    assert found.source or found.problems or read_file(data, "unknowns.yaml").problems is not None
    for problem in found.problems:
        assert problem.path == "x.yaml"
        assert problem.subtype in PROBLEM_SUBTYPES
        assert 0 <= problem.line <= lines
        assert len(problem.message) < 2_000


def evidence(data: bytes) -> None:
    """Any evidence.json is evidence that is written as it was read, or problems."""
    found, problems = read_evidence(data)
    assert problems or read_evidence(write_evidence(found)) == (found, [])


def quotations(data: bytes) -> None:
    """Any words are pieces, whose words are those between the marks."""
    parsed = parse_quotation(_text(data))
    assert sum(map(len, fragments(parsed))) == len(parsed.words)
    assert parsed.is_marked or not parsed.leaves_out


def links(data: bytes) -> None:
    """Any address is one of http or https when it is linked, and a moment that was put into it is found in it."""
    url, _, rest = _text(data).partition("\n")
    with contextlib.suppress(ValueError):
        urlsplit(url)
        source_identity(url)
        split_moment(url)
    for link in (timed_url(url, "1:02"), page_url(url, rest or "3"), passage_url(url, rest)):
        assert link is None or link[:5].lower() in ("http:", "https")
    if (timed := timed_url(url, "1:02")) and (moment := split_moment(timed)[1]):
        assert moment.start == 62_000


def dates(data: bytes) -> None:
    """Any text is dates or a problem."""
    with contextlib.suppress(InvalidValueError):
        assert all(date.iso() if callable(date.iso) else date.iso for date in parse_date(_text(data)))


def times(data: bytes) -> None:
    """Any text is a span, which is read as itself when it is printed, or a problem."""
    with contextlib.suppress(InvalidValueError):
        span = parse_span(_text(data))
        assert span.end is None or span.end > span.start
        if span.start % 1000 == 0 and (span.end or 0) % 1000 == 0:
            assert parse_span(format_span(span)) == span


def parts(data: bytes) -> None:
    """The words contain a fragment as it is returned, and words are a fragment of themselves."""
    fragment, _, text = _text(data.replace(b"\0", b"")).partition("\n")
    found = find_fragment(fragment, text)
    assert found is None or found in flat(text)
    assert not flat(text) or find_fragment(text, text) == flat(text)


def issues(data: bytes) -> None:
    """Any text of an issue is a record or a message."""
    with contextlib.suppress(IssueError):
        read_issue(_text(data))


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "transcripts": transcripts,
    "pages": pages,
    "collection": collection,
    "evidence": evidence,
    "quotations": quotations,
    "links": links,
    "dates": dates,
    "times": times,
    "parts": parts,
    "issues": issues,
}

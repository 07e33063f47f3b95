"""quotes.csv, read back by Python's csv and by a library for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
import tablib

from sphinx_unknown_quotes.collection.records import Unknown, Via
from sphinx_unknown_quotes.publish.quotes_csv import COLUMNS, quotes_csv
from tests.collection.samples import collection, quotation, source

from .samples import HOSTILE, hostile_collection

FORMULAS = ("=", "+", "-", "@")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_has_what_was_recorded_and_where_it_is() -> None:
    said = quotation(speaker=("Ann Bee", "Bo Ek"), at="1:05-1:10", role="chair", section="two")
    (row,) = rows(
        quotes_csv(collection([said], [source(url="https://h.example/a.mp4", date="2024-05")]), {"a": "p/#a"})
    )
    assert {key: value for key, value in row.items() if value} == {
        "id": "a", "text": "We don't know.", "speaker": "Ann Bee; Bo Ek", "role": "chair", "source": "A talk", "type": "talk",
        "date": "2024-05", "at": "1:05-1:10", "start": "65.0", "section": "two", "lang": "en", "evidence": "unchecked",
        "url": "https://h.example/a.mp4", "moment": "https://h.example/a.mp4#t=65,70", "page": "p/#a",
    }  # fmt: skip


def test_excel_is_told_that_it_is_utf_8_and_where_lines_end() -> None:
    data = quotes_csv(collection([quotation()]), {})
    assert data.startswith(b'\xef\xbb\xbf"id","text"')
    assert data.count(b"\r\n") == 2


def test_a_spreadsheet_reads_every_column() -> None:
    table = tablib.Dataset().load(
        quotes_csv(collection([quotation("a"), quotation("b")]), {}).decode("utf-8-sig"), "csv"
    )
    assert (tuple(table.headers), table["id"]) == (COLUMNS, ["a", "b"])


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_come_out_as_they_went_in_and_are_no_formula(number: int) -> None:
    found = {row["id"]: row for row in rows(quotes_csv(hostile_collection(), {}))}[f"q-{number}"]
    words = HOSTILE[number].strip()
    assert found["text"] == (f"'{words}" if words.startswith(FORMULAS) else words)
    assert not [cell for cell in found.values() if cell.startswith(FORMULAS)]


def test_what_is_not_known_and_who_passed_words_on_have_columns() -> None:
    said = [quotation("a", unknown="why", via=Via("A blog")), quotation("b")]
    found = rows(quotes_csv(collection(said, unknowns=[Unknown("why", "Why it is so", "?")]), {}))
    assert [(row["unknown"], row["via"]) for row in found] == [("Why it is so", "A blog"), ("", "")]

"""The measure of the check of prose: what it may miss, and what it may name wrongly."""

from __future__ import annotations

import pytest

from .prose.corpus import RIGHT, collection, draw
from .prose.many import MIX, measure
from .prose.measuring import missed, said_of, table, wrongly_named


@pytest.fixture(scope="module", params=[1, 2, 3])
def measured(request):
    records = collection(200, request.param)
    cases = draw(records, request.param)
    return cases, said_of(cases, records)


def test_corpus_has_a_hundred_strings_of_each_kind(measured):
    cases, _ = measured
    assert {kind: sum(1 for case in cases if case.kind == kind) for kind in RIGHT} == dict.fromkeys(RIGHT, 100)
    assert len({case.edit for case in cases}) > 5


def test_no_misquotation_is_missed(measured):
    assert missed(*measured) == []


def test_two_in_a_hundred_at_most_are_wrongly_named(measured):
    cases, said = measured
    wrong = wrongly_named(cases, said)
    for kind in RIGHT:
        assert sum(1 for case, _ in wrong if case.kind == kind) <= 2, kind


def test_table_counts_every_string(measured):
    cases, said = measured
    rows = [line.split("|") for line in table(cases, said).splitlines()[2:]]
    assert [sum(int(cell) for cell in row[3:] if cell.strip()) for row in rows] == [100] * len(RIGHT)


def test_the_same_seed_draws_the_same():
    records = collection(20, 1)
    assert draw(records, 1, 5) == draw(collection(20, 1), 1, 5)
    assert draw(records, 1, 5) != draw(records, 2, 5)


def test_measure_of_seconds_has_twenty_strings_a_page():
    assert sum(MIX.values()) == 20
    assert measure(2, 50)[2] >= 40

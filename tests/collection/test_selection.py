from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.evidence import SUPPORT, Evidence, quotation_digest
from sphinx_unknown_quotes.collection.records import SOURCE_TYPES, Quotation, Unknown, Via
from sphinx_unknown_quotes.collection.selection import (
    FILTERS,
    GROUPINGS,
    SORT_KEYS,
    Collection,
    choose,
    filing_of,
    group,
    natural,
    sort,
)

from .samples import collection, quotation, source

UNKNOWNS = [Unknown("z", "Inner workings", "How?"), Unknown("m", "Emergence"), Unknown("a", "Zebras")]
SOURCES = [
    source("s9", title="Lecture 9", type="lecture", date="2023-02-07"),
    source("s10", title="Lecture 10", type="lecture", date="2023"),
    source("paper", title="éclair", type="paper", date="2017"),
    source("odd", title="Zoo", type="", date=None),
]
QUOTATIONS = [
    quotation("a", source="s9", speaker=("Ömer", "Zoe"), unknown="m", at="10:00", seen="2023", text="9 lives"),
    quotation("b", source="s10", speaker=("oliver",), unknown="a", at="9:00", lang="de", text="10 lives"),
    quotation("c", source="paper", unknown="z", text="Élan", via=Via("A post"), reported="Elan"),
    quotation(
        "d",
        source="odd",
        speaker=("Zoe",),
        unknown="nobody-named",
        at="1:00:00",
        text="elan",
        via=Via("A post"),
        reported="Elan",
    ),
    quotation("e", source="s9", speaker=("Anna",), at="2:00", lang="de", text="zoo"),
]
EVERYTHING = collection(QUOTATIONS, SOURCES, UNKNOWNS)


def ids(quotations: list[Quotation]) -> str:
    return "".join(item.id for item in quotations)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "abcde"),
        ({"speaker": ["Zoe"]}, "ad"),
        ({"speaker": ["Ömer"]}, "a"),
        ({"speaker": ["zoe"]}, ""),
        ({"unknown": ["m", "z"]}, "ac"),
        ({"source": ["s9"]}, "ae"),
        ({"year": ["2023"]}, "abe"),
        ({"year": ["2017", "2023"]}, "abce"),
        ({"type": ["paper"]}, "c"),
        ({"via": ["A post"]}, "cd"),
        ({"via": ["A post"], "source": ["odd", "s9"]}, "d"),
        ({"lang": ["de"]}, "be"),
        ({"lang": ["en"]}, "acd"),
        ({"evidence": ["read"]}, "a"),
        ({"evidence": ["unchecked"]}, "bcde"),
        ({"lang": ["de"], "source": ["s9"]}, "e"),
        ({"lang": ["de"], "source": ["paper"]}, ""),
        ({"speaker": []}, ""),
    ],
)
def test_chooses_what_has_one_of_the_values_of_each_filter(filters: dict[str, list[str]], expected: str) -> None:
    assert expected == ids(choose(EVERYTHING, QUOTATIONS, filters))


@pytest.mark.parametrize("field", FILTERS)
def test_each_value_of_a_filter_finds_the_quotations_that_have_it(field: str) -> None:
    for value in EVERYTHING.all_values(field):
        found = choose(EVERYTHING, QUOTATIONS, {field: [value]})
        assert [item for item in QUOTATIONS if value in EVERYTHING.values(item, field)] == found


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("speaker", {"Ömer", "Zoe", "oliver", "Anna"}),
        ("unknown", {"z", "m", "a", "nobody-named"}),
        ("source", {"s9", "s10", "paper", "odd"}),
        ("year", {"2023", "2017"}),
        ("type", set(SOURCE_TYPES)),
        ("lang", {"en", "de"}),
        ("evidence", set(SUPPORT)),
    ],
)
def test_a_filter_may_name_what_is_there_or_could_be(field: str, expected: set[str]) -> None:
    assert expected == EVERYTHING.all_values(field)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], "abcde"),
        (["id"], "abcde"),
        (["-id"], "edcba"),
        (["date"], "cbaed"),
        (["-date"], "aebcd"),
        (["speaker"], "ebadc"),
        (["-speaker"], "dabec"),
        (["source"], "caebd"),
        (["-source"], "dbaec"),
        (["unknown"], "cabde"),
        (["-unknown"], "bacde"),
        (["type"], "abecd"),
        (["-type"], "cabed"),
        (["at"], "ebadc"),
        (["-at"], "dabec"),
        (["text"], "abdce"),
        (["-text"], "ecdba"),
        (["lang"], "beacd"),
        (["-lang"], "acdbe"),
        (["evidence"], "abcde"),
        (["-evidence"], "bcdea"),
        (["lang", "-at"], "bedac"),
        (["-lang", "source", "at"], "cadeb"),
        (["date", "source", "at"], "cbead"),
    ],
)
def test_sorts_by_each_key_with_missing_values_last(keys: list[str], expected: str) -> None:
    assert expected == ids(sort(EVERYTHING, QUOTATIONS, keys))


def test_every_sort_key_is_in_the_table_above() -> None:
    (table,) = test_sorts_by_each_key_with_missing_values_last.pytestmark  # type: ignore[attr-defined]
    sorted_by = {key.removeprefix("-") for keys, _ in table.args[1] for key in keys}
    assert set(SORT_KEYS) == sorted_by


def test_sorts_by_date_source_and_moment_unless_told_otherwise() -> None:
    assert sort(EVERYTHING, QUOTATIONS, ("date", "source", "at")) == sort(EVERYTHING, QUOTATIONS)


@pytest.mark.parametrize("keys", [["-lang"], ["evidence"], ["type", "-lang"], ["-date"]])
def test_the_order_does_not_depend_on_the_order_of_files(keys: list[str]) -> None:
    expected = ids(sort(EVERYTHING, QUOTATIONS, keys))
    for shuffled in itertools.permutations(QUOTATIONS):
        assert expected == ids(sort(EVERYTHING, shuffled, keys))


def test_dates_sort_by_the_calendar() -> None:
    """As text, 2023~ came after 2023-12 and an interval after its own beginning."""
    dates = ["2022-12-31", "2023", "2023~", "2023/2024", "2023-01", "2023-01-01?", "2023-12", "2024"]
    everything = collection(
        [quotation(f"q{number}", source=f"s{number}") for number in range(len(dates))],
        [source(f"s{number}", date=date) for number, date in enumerate(dates)],
    )
    assert [f"q{number}" for number in range(len(dates))] == [
        item.id for item in sort(everything, everything.quotations.values(), ["date"])
    ]


def test_moments_sort_by_time_not_by_text() -> None:
    moments = ["0:59", "90", "9:00", "10m", "1:00:00-1:00:05", "100:00"]
    everything = collection([quotation(f"q{number}", at=at) for number, at in enumerate(moments)])
    assert [f"q{number}" for number in range(len(moments))] == [
        item.id for item in sort(everything, everything.quotations.values(), ["at"])
    ]


def test_support_sorts_the_best_first() -> None:
    quotations = [quotation("c"), quotation("b", seen="2023"), quotation("a")]
    evidence = {"c": Evidence(quotation_digest(quotations[0], source()), "verbatim")}
    assert ids(sort(collection(quotations, evidence=evidence), quotations, ["evidence"])) == "cba"


@pytest.mark.parametrize(
    "texts",
    [
        ["Chapter 2", "chapter 9", "Chapter 10"],
        ["Åse", "Ato", "Émile", "Eva", "Zoe"],
        ["2nd", "10th", "alpha"],
        ["a", "B", "c"],
        ["v1.2", "v1.10", "v1.10.1"],
        ["strase", "straße", "strata"],
        ["", "1", "a"],
    ],
)
def test_natural_order_is_that_of_a_reader(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert texts == sorted(backwards, key=natural)


@pytest.mark.parametrize(("one", "other"), [("Émile", "emile"), ("a", "A"), ("01", "1"), ("Å", "A"), ("²", "2")])
def test_the_text_itself_decides_between_equals(one: str, other: str) -> None:
    assert natural(one)[0] == natural(other)[0]
    assert natural(one) != natural(other)


def test_a_number_of_any_length_has_its_place() -> None:
    """Python reads no number of more than 4,300 digits, and raised."""
    long = ["1" + "0" * 10_000, "9" * 4_301, "5"]
    assert len(sorted(long, key=natural)) == 3
    assert sorted(["9" * 3_999, "1" + "0" * 3_999], key=natural) == ["9" * 3_999, "1" + "0" * 3_999]


TEXTS = st.text(st.characters() | st.sampled_from("aAéÅß0123٣² İ"), max_size=8)


@given(st.lists(TEXTS, unique=True, max_size=8), st.randoms(use_true_random=False))
def test_natural_order_is_total(texts: list[str], random: Any) -> None:
    shuffled = random.sample(texts, len(texts))
    assert sorted(texts, key=natural) == sorted(shuffled, key=natural)


@given(TEXTS, TEXTS, TEXTS)
def test_natural_order_is_an_order(one: str, two: str, three: str) -> None:
    assert (one == two) == (natural(one) == natural(two))
    assert one == two or (natural(one) < natural(two)) != (natural(two) < natural(one))
    assert not (natural(one) < natural(two) < natural(three)) or natural(one) < natural(three)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        # In the order of unknowns.yaml; then an unknown that is not in it; and last, quotations without one.
        ("unknown", [("z", "Inner workings", "c"), ("m", "Emergence", "a"), ("a", "Zebras", "b"), ("nobody-named", "nobody-named", "d"), ("", "", "e")]),
        ("speaker", [("Anna", "Anna", "e"), ("oliver", "oliver", "b"), ("Ömer", "Ömer", "a"), ("Zoe", "Zoe", "ad"), ("", "", "c")]),
        ("source", [("paper", "éclair", "c"), ("s9", "Lecture 9", "ae"), ("s10", "Lecture 10", "b"), ("odd", "Zoo", "d")]),
        ("year", [("2017", "2017", "c"), ("2023", "2023", "abe"), ("", "", "d")]),
        ("type", [("lecture", "lecture", "abe"), ("paper", "paper", "c"), ("", "", "d")]),
    ],
)  # fmt: skip
def test_groups_come_in_their_order(by: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == [(found.key, found.title, ids(found.quotations)) for found in group(EVERYTHING, QUOTATIONS, by)]


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_order_of_groups_does_not_depend_on_that_of_the_quotations(by: str) -> None:
    expected = [found.key for found in group(EVERYTHING, QUOTATIONS, by)]
    assert expected == [found.key for found in group(EVERYTHING, reversed(QUOTATIONS), by)]


def test_quotations_keep_their_order_in_a_group() -> None:
    assert ids(group(EVERYTHING, reversed(QUOTATIONS), "year")[1].quotations) == "eba"


def test_types_come_in_the_order_of_the_records() -> None:
    everything = collection(
        [quotation(kind, source=kind) for kind in SOURCE_TYPES], [source(kind, type=kind) for kind in SOURCE_TYPES]
    )
    assert list(SOURCE_TYPES) == [
        found.key for found in group(everything, reversed(everything.quotations.values()), "type")
    ]


def test_a_quotation_of_two_speakers_is_in_two_groups() -> None:
    assert [found.key for found in group(EVERYTHING, QUOTATIONS[:1], "speaker")] == ["Ömer", "Zoe"]


def test_two_sources_of_one_title_are_two_groups() -> None:
    everything = collection([quotation("a", source="t"), quotation("b", source="s")], [source("s"), source("t")])
    assert [found.key for found in group(everything, everything.quotations.values(), "source")] == ["s", "t"]


def test_the_group_of_an_unknown_has_its_question() -> None:
    assert [found.question for found in group(EVERYTHING, QUOTATIONS, "unknown")] == ["How?", None, None, None, None]


def test_no_quotations_are_no_groups() -> None:
    assert group(Collection({}, {}, {}, {}), [], "speaker") == []


PEOPLE = [
    quotation("a", speaker=("Zoe Abel",)),
    quotation("b", speaker=("Mao Zedong",), sort={"Mao Zedong": "Mao Zedong"}),
    quotation("c", speaker=("Guido van Rossum",)),
    quotation("d", speaker=("Mao Zedong", "Adam Zorn")),
    quotation("e", speaker=("Google DeepMind",), sort={"Google DeepMind": "Google DeepMind"}),
]


def test_speakers_are_grouped_and_sorted_by_surname():
    filed = collection(PEOPLE)._replace(filing=filing_of(PEOPLE))
    assert [found.title for found in group(filed, PEOPLE, "speaker")] == [
        "Zoe Abel", "Google DeepMind", "Mao Zedong", "Guido van Rossum", "Adam Zorn",
    ]  # fmt: skip
    assert ids(sort(filed, PEOPLE, ("speaker",))) == "aebdc"


def test_speaker_is_filed_everywhere_as_one_record_says():
    filed = collection(PEOPLE)._replace(filing=filing_of(PEOPLE))
    assert filed.filed("Mao Zedong") == "Mao Zedong"
    assert collection(PEOPLE).filed("Mao Zedong") == "Zedong, Mao"


def test_of_two_ways_to_file_a_speaker_the_first_counts():
    others = [quotation("f", speaker=("Mao Zedong",), sort={"Mao Zedong": "Zedong"})]
    assert filing_of([*PEOPLE, *others])["Mao Zedong"] == "Mao Zedong"

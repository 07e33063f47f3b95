"""quotes.json: the shape that other programs rely on, and words that come back as they were."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.records import Via
from sphinx_unknown_quotes.collection.selection import Collection
from sphinx_unknown_quotes.collection.storage.snapshots import Snapshot
from sphinx_unknown_quotes.publish.quotes_json import quotes_json

from .samples import HEAD, collection, quotation, source, yaml_quoted

if TYPE_CHECKING:
    from pathlib import Path


def published(found: Collection, **pages: str) -> list[dict[str, Any]]:
    document = json.loads(quotes_json(found, pages))
    assert document.pop("schema_version") == 1
    assert list(document) == ["quotes"]
    return list(document["quotes"])


def test_a_quotation_has_every_key_that_was_recorded() -> None:
    said = quotation(
        speaker=("A", "B"), role="r", at="1:00-2:00.5", page="1", section="s", unknown="u", context="c", lang="de", translation="t",
        translator="T", via=Via("V", "https://v/", "2024"), reported="R", status="disputed", seen="2023",
    )  # fmt: skip
    told = source(
        container="C", publisher="P", url="https://h/a.mp4", date="2023", archive="https://a/", accessed="2024", doi="10.1234/a", transcript="t.md"
    )  # fmt: skip
    assert published(collection([said], [told]), a="p/#a") == [
        {
            "id": "a", "text": "We don't know.", "speaker": ["A", "B"], "role": "r", "at": "1:00-2:00.5", "pages": "1", "section": "s",
            "unknown": "u", "context": "c", "lang": "de", "translation": "t", "translator": "T",
            "via": {"title": "V", "url": "https://v/", "date": "2024"}, "reported": "R", "status": "disputed", "seen": "2023",
            "source": {
                "key": "s", "title": "A talk", "type": "talk", "container": "C", "publisher": "P", "url": "https://h/a.mp4", "date": "2023",
                "archive": "https://a/", "accessed": "2024", "doi": "10.1234/a", "transcript": "t.md",
            },
            "page": "p/#a",
            "moment": "https://h/a.mp4#t=60,121", "start": 60.0, "end": 120.5, "evidence": {"support": "read"},
        }
    ]  # fmt: skip


def test_what_was_left_out_is_left_out() -> None:
    assert published(collection([quotation()])) == [
        {
            "id": "a",
            "text": "We don't know.",
            "lang": "en",
            "source": {"key": "s", "title": "A talk", "type": "talk"},
            "page": None,
            "moment": None,
            "evidence": {"support": "unchecked"},
        }
    ]


def test_where_it_is_recorded_is_the_owners_business() -> None:
    assert not {"path", "line"} & published(collection([quotation()]))[0].keys()


def test_a_quotation_has_the_address_of_its_own_card() -> None:
    found = published(collection([quotation("a"), quotation("b"), quotation("c")]), c="two/#c", a="one/#a")
    assert [entry["page"] for entry in found] == ["one/#a", None, "two/#c"]


def test_the_page_of_the_book_is_not_lost_to_that_of_the_site() -> None:
    (entry,) = published(collection([quotation(page="12-14")]), a="one/#a")
    assert (entry["pages"], entry["page"]) == ("12-14", "one/#a")


def test_a_moment_has_its_seconds() -> None:
    (entry,) = published(collection([quotation(at="1:13:47.25")]))
    assert (entry["start"], "end" in entry) == (4427.25, False)


def test_the_verdict_of_the_check_comes_without_its_digest() -> None:
    evidence = Evidence(quotation_digest(quotation(), source()), "near", "t.md", "d", 12.5, 1, True, "3")
    (entry,) = published(collection([quotation()], evidence={"a": evidence}))
    assert entry["evidence"] == {
        "support": "near",
        "verdict": "near",
        "transcript": "t.md",
        "transcript_digest": "d",
        "found": 12.5,
        "changes": 1,
        "automatic": True,
        "policy": "3",
    }


def test_the_verdict_of_an_edited_quotation_is_not_told() -> None:
    (entry,) = published(collection([quotation()], evidence={"a": Evidence("old", "verbatim")}))
    assert entry["evidence"] == {"support": "unchecked"}


SORTED = collection(
    [
        quotation("e", source="new", at="0:10"),
        quotation("a", source="undated"),
        quotation("d", source="old", at="10:00"),
        quotation("c", source="old", at="9:00"),
        quotation("b", source="old"),
    ],
    [source("undated"), source("new", date="2024", title="B"), source("old", date="2023-02", title="A")],
)


def test_quotations_come_by_date_source_and_moment() -> None:
    assert [entry["id"] for entry in published(SORTED)] == ["c", "d", "b", "e", "a"]


def test_the_same_collection_gives_the_same_bytes_in_whatever_order_it_was_read() -> None:
    other = SORTED._replace(
        quotations=dict(reversed(SORTED.quotations.items())), sources=dict(reversed(SORTED.sources.items()))
    )
    assert quotes_json(SORTED, {}) == quotes_json(other, {})


def test_a_document_has_a_line_for_each_quotation_and_none_without_a_reason() -> None:
    found = collection([quotation("b", lang="de"), quotation("a", lang_assumed=True)])
    entry = '"text":"We don\'t know.","lang":"%s","source":{"key":"s","title":"A talk","type":"talk"},"page":null,"moment":null'
    assert quotes_json(found, {}).decode() == (
        f"""{{"schema_version": 1, "quotes": [
{{"id":"a",{entry % "en"},"evidence":{{"support":"unchecked"}}}},
{{"id":"b",{entry % "de"},"evidence":{{"support":"unchecked"}}}}
]}}
"""
    )


def test_the_language_stands_in_the_same_place_whether_it_was_recorded_or_not() -> None:
    keys = [list(published(collection([quotation(translation="T", lang=lang)]))[0]) for lang in ("de", "en")]
    assert keys == [["id", "text", "translation", "lang", "source", "page", "moment", "evidence"]] * 2


def test_a_document_names_its_schema_and_the_pages_of_its_quotations_where_there_are_any() -> None:
    data = quotes_json(collection([quotation("a"), quotation("b")]), {}, {"b": "https://h/b"}, 'https://h/"s".json')
    assert data.startswith(b'{"$schema": "https://h/\\"s\\".json", "schema_version": 1, "quotes": [\n{')
    assert [entry.get("permalink", "none") for entry in json.loads(data)["quotes"]] == ["none", "https://h/b"]


def test_what_only_the_check_needs_is_not_told() -> None:
    evidence = Evidence(quotation_digest(quotation(), source()), "verbatim", recorded_in="index", page="3")
    (entry,) = published(collection([quotation()], evidence={"a": evidence}))
    assert entry["evidence"] == {"support": "found", "verdict": "verbatim", "page": "3"}


def test_an_empty_collection_is_a_document_too() -> None:
    assert quotes_json(Collection({}, {}, {}, {}), {}) == b'{"schema_version": 1, "quotes": [\n\n]}\n'


def test_is_utf8_that_a_person_can_read_and_ends_its_last_line() -> None:
    data = quotes_json(collection([quotation(text="Wir wissen’s nicht: 日本")]), {})
    assert "Wir wissen’s nicht: 日本" in data.decode()
    assert data.endswith(b"}\n")


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "a\u2028b\u2029c",
        "🙂👩‍🔬🏳️‍🌈",
        "שלום \u202bעולם\u202c",
        "مرحبا بالعالم",
        'He said: "no" \\ yes',
        "a\n\nb\tc",
        "é vs é",
        "\ufeffa",
        "\u200b",
        "null",
        "25:25",
    ],
)
def test_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    assert through_the_house(tmp_path, words) == words


def through_the_house(folder: Path, words: str) -> str:
    """From a YAML file to quotes.json and back."""
    data = f"{HEAD}  - id: a\n    text: {yaml_quoted(words)}\n".encode()
    library = load_library(Snapshot(folder, {"x.yaml": data}))
    assert library.problems == []
    (entry,) = published(Collection(library.quotations, library.sources, library.unknowns, library.evidence))
    return str(entry["text"])


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)


@given(WORDS.filter(str.strip))
def test_any_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    assert through_the_house(tmp_path, words) == words.strip()


def test_nothing_ends_a_script_breaks_a_line_or_turns_the_text_around() -> None:
    words = "</script> a\u2028b\u2029c \u202edcba\u202c \u2066x\u2069 \u061c"
    data = quotes_json(collection([quotation(text=words)]), {})
    assert not re.search("</|[\u2028\u2029\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]", data.decode())
    assert json.loads(data)["quotes"][0]["text"] == words
    assert rb"<\/script> a\u2028b\u2029c \u202edcba\u202c \u2066x\u2069 \u061c" in data

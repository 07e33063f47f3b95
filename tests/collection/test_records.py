from __future__ import annotations

import msgspec
import pytest

from sphinx_unknown_quotes.collection.records import Quotation, Source, Unknown, Via
from sphinx_unknown_quotes.collection.text.words import flat, paragraphs

from .samples import quotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", ["one"]),
        ("one\ntwo", ["one two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n \t\ntwo\n\n\n\nthree", ["one", "two", "three"]),
        ("  a   b\tc ", ["a b c"]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_blank_line_parts_paragraphs(text: str, expected: list[str]) -> None:
    assert expected == paragraphs(text)


def test_flat_words_are_on_one_line() -> None:
    assert flat(" a\n\n b  c\n") == "a b c"


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        quotation().text = "Other words."  # type: ignore[misc]


def test_every_description_is_a_sentence() -> None:
    """The guide's tables and the JSON Schema are made of them."""
    for record in (Quotation, Source, Unknown, Via):
        schema = msgspec.json.schema(record)["$defs"][record.__name__]["properties"]
        described = {name: item["description"] for name, item in schema.items() if "description" in item}
        assert {name: text for name, text in described.items() if not text.endswith(".")} == {}
        assert set(schema) - set(described) <= {"key", "source", "path", "line", "sort", "lang_assumed"}

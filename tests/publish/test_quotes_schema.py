"""quotes.schema.json describes quotes.json, for another project's validator."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest
from sphinx_unknown_quotes.collection.records import Correction, Via
from sphinx_unknown_quotes.commands.shared.opening import collection_of, open_collection
from sphinx_unknown_quotes.publish.quotes_json import quotes_json
from sphinx_unknown_quotes.publish.quotes_schema import quotes_schema
from tests.collection.samples import collection, quotation, source
from tests.publish.samples import hostile_collection

QUOTES = Path(__file__).parents[2] / "quotes"
SCHEMA = json.loads(quotes_schema())


def errors(document: dict) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(document)]


def everything():
    """A quotation that has all keys, with evidence that has all of its own."""
    said = quotation(
        speaker=("A", "B"), sort={"A": "a"}, role="r", at="1:00-2:00.5", page="1", section="s", unknown="u", context="c", lang="de",
        translation="t", translator="T", via=Via("V", "https://v/", "2024"), reported="R", reported_at="1:02", status="disputed",
        seen="2023", added="2026-01-02", corrected=(Correction("2026-01-03", "w", "y"),), formerly=("x",), see=("b",),
    )  # fmt: skip
    told = source(
        container="C", publisher="P", url="https://h/a.mp4", date="2023", archive="https://a/", accessed="2024", doi="10.1234/a",
        transcript="t.md", speakers={"S": "A"},
    )  # fmt: skip
    found = collection([said], [told])
    digest = quotation_digest(said, told)
    return found._replace(evidence={said.id: Evidence(digest, "near", "t.md", "d", 60.5, 2, True, "3", "4", "p")})


def test_the_schema_is_one():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_a_quotation_with_every_key_is_valid():
    document = json.loads(quotes_json(everything(), {"a": "p/#a"}, {"a": "quotes/a.html"}, "quotes.schema.json"))
    assert errors(document) == []
    (entry,) = document["quotes"]
    described = SCHEMA["properties"]["quotes"]["items"]["properties"]
    assert entry.keys() == described.keys()
    assert entry["source"].keys() == described["source"]["properties"].keys()
    assert entry["evidence"].keys() == described["evidence"]["properties"].keys()


@pytest.mark.parametrize("found", [collection([]), collection([quotation()]), hostile_collection()])
def test_what_is_written_is_valid(found):
    assert errors(json.loads(quotes_json(found, {}))) == []


def test_our_own_collection_is_valid():
    library, _snapshot = open_collection(QUOTES)
    document = json.loads(quotes_json(collection_of(library), {}))
    assert len(document["quotes"]) > 30
    assert errors(document) == []


@pytest.mark.parametrize(
    "change",
    [{"id": "A b"}, {"text": 3}, {"status": "wrong"}, {"page": 4}, {"start": -1}, {"other": "x"}, {"speaker": "A"}],
)
def test_other_values_are_not(change):
    document = json.loads(quotes_json(everything(), {}))
    document["quotes"][0].update(change)
    assert errors(document)


def test_every_key_is_described():
    def undescribed(schema: dict, path: str) -> list[str]:
        found = []
        for name, value in schema.get("properties", {}).items():
            found += [] if value.get("description") else [f"{path}/{name}"]
            found += undescribed(value, f"{path}/{name}") + undescribed(value.get("items", {}), f"{path}/{name}")
        return found

    assert undescribed(SCHEMA, "") == []

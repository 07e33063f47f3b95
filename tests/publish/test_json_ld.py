"""The JSON-LD of a quotation, expanded by pyld with the context that it names, as far as it uses that."""

from __future__ import annotations

import json
import re

import pytest
from pyld import jsonld

from sphinx_unknown_quotes.collection.records import SOURCE_TYPES, Correction
from sphinx_unknown_quotes.publish.json_ld import WORKS, quotation_json_ld, script_safe
from tests.collection.samples import quotation, source

from .samples import HOSTILE

SCHEMA = "https://schema.org/"
#: What schema.org's own context says of the terms that we use: a vocabulary, and which values are addresses.
CONTEXT = {
    "@vocab": SCHEMA,
    "id": "@id",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
}


#: `schema:` stands for https://schema.org/.
EXPECTED = """
<https://s.example/quotes/a.html> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:Quotation> .
<https://s.example/quotes/a.html> <schema:creator> _:c14n0 .
<https://s.example/quotes/a.html> <schema:dateCreated> "2024-05-03" .
<https://s.example/quotes/a.html> <schema:identifier> "a" .
<https://s.example/quotes/a.html> <schema:inLanguage> "de" .
<https://s.example/quotes/a.html> <schema:isBasedOn> _:c14n1 .
<https://s.example/quotes/a.html> <schema:text> "We don't know." .
<https://s.example/quotes/a.html> <schema:url> <https://s.example/quotes/a.html> .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:Person> .
_:c14n0 <schema:name> "Ann Bee" .
_:c14n1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:Clip> .
_:c14n1 <schema:endOffset> "70"^^<http://www.w3.org/2001/XMLSchema#integer> .
_:c14n1 <schema:isPartOf> _:c14n2 .
_:c14n1 <schema:name> "A talk" .
_:c14n1 <schema:startOffset> "65"^^<http://www.w3.org/2001/XMLSchema#integer> .
_:c14n1 <schema:url> <https://h.example/a.mp4#t=65,70> .
_:c14n2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:VideoObject> .
_:c14n2 <schema:datePublished> "2024-05-03" .
_:c14n2 <schema:isPartOf> _:c14n3 .
_:c14n2 <schema:name> "A talk" .
_:c14n2 <schema:url> <https://h.example/a.mp4> .
_:c14n3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <schema:CreativeWork> .
_:c14n3 <schema:name> "Course" .
"""


def _load(url: str, _options: object) -> dict[str, object]:
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def triples(document: dict[str, object]) -> list[str]:
    """Return the document as sorted N-Quads."""
    normalized = jsonld.normalize(
        document, {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": _load}
    )
    return sorted(normalized.replace(SCHEMA, "schema:").splitlines())


def test_a_quotation_from_a_recording_is_based_on_a_clip_of_it() -> None:
    said = quotation(speaker=("Ann Bee",), at="1:05-1:10", lang="de")
    told = source(url="https://h.example/a.mp4", date="2024-05-03", container="Course")
    page = "https://s.example/quotes/a.html"
    assert triples(quotation_json_ld(said, told, page)) == EXPECTED.strip().splitlines()


def test_a_quotation_from_a_paper_is_based_on_the_paper() -> None:
    said = quotation(
        speaker=("Ann Bee", "Anthropic"), page="12-14",
        corrected=(Correction("2026-03-04", "We now.", "?"), Correction("2026-01-02", "We.", "?")),
    )  # fmt: skip
    told = source(
        type="paper", title="On kettles", container="Tea", publisher="P", url="https://h.example/a.pdf", archive="https://a.example/",
        date="2024-05", doi="10.1234/a",
    )  # fmt: skip
    assert quotation_json_ld(said, told, None) == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "identifier": "a",
        "text": "We don't know.",
        "inLanguage": "en",
        "creator": [{"@type": "Person", "name": "Ann Bee"}, {"@type": "Thing", "name": "Anthropic"}],
        "isBasedOn": {
            "@type": "ScholarlyArticle",
            "name": "On kettles",
            "url": "https://h.example/a.pdf",
            "sameAs": "https://doi.org/10.1234/a",
            "archivedAt": "https://a.example/",
            "datePublished": "2024-05",
            "isPartOf": {"@type": "CreativeWork", "name": "Tea"},
            "publisher": {"@type": "Organization", "name": "P"},
            "pageStart": "12-14",
        },
        "dateModified": "2026-03-04",
    }


def test_a_moment_without_an_end_has_none() -> None:
    document = quotation_json_ld(
        quotation(at="1:05.5"), source(type="podcast", date="2024-05-03"), "https://s.example/a"
    )
    assert document == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": "https://s.example/a",
        "url": "https://s.example/a",
        "identifier": "a",
        "text": "We don't know.",
        "inLanguage": "en",
        "isBasedOn": {
            "@type": "Clip",
            "name": "A talk",
            "startOffset": 65.5,
            "isPartOf": {"@type": "AudioObject", "name": "A talk", "datePublished": "2024-05-03"},
        },
        "dateCreated": "2024-05-03",
    }


@pytest.mark.parametrize(
    ("type", "work"),
    [
        ("talk", {"@type": "VideoObject", "name": "A talk"}),
        ("article", {"@type": "Article", "name": "A talk", "pageStart": "3"}),
        ("book", {"@type": "Book", "name": "A talk"}),
        ("diary", {"@type": "CreativeWork", "name": "A talk"}),
    ],
)
def test_only_an_article_has_the_page(type: str, work: dict[str, str]) -> None:
    assert quotation_json_ld(quotation(page="3"), source(type=type), None)["isBasedOn"] == work


def test_a_time_in_what_is_no_recording_makes_no_clip() -> None:
    assert (
        quotation_json_ld(quotation(at="0:03"), source(type="testimony"), None)["isBasedOn"]["@type"] == "CreativeWork"
    )


def test_a_script_has_json_in_ascii_without_spaces() -> None:
    assert script_safe({"a": ["é <b> & x", 1]}) == r'{"a":["\u00e9 \u003cb\u003e \u0026 x",1]}'


def test_json_ld_cannot_end_its_script() -> None:
    for words in HOSTILE:
        text = script_safe(quotation_json_ld(quotation(text=words), source(), None))
        assert not re.search(r"[<>&\u2028\u2029]", text)
        assert json.loads(text)["text"] == words


def test_every_type_of_source_has_a_type_at_schema_org() -> None:
    assert set(WORKS) == set(SOURCE_TYPES)


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2023", "2023"),
        ("2023~", None),
        ("2023?", None),
        ("2023-05-03?", None),
        ("2023-05-03~", None),
        ("2023/2024", None),
    ],
)
def test_only_a_date_that_is_certain_is_one(date: str, published: str | None) -> None:
    document = quotation_json_ld(quotation(), source(date=date), None)
    assert document["isBasedOn"].get("datePublished") == published
    assert "dateCreated" not in document

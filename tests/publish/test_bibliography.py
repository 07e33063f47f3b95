"""The quoted sources, read back by citeproc-py (CSL) and pybtex (BibTeX)."""

from __future__ import annotations

import json

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_bytes

from sphinx_unknown_quotes.collection.records import SOURCE_TYPES
from sphinx_unknown_quotes.publish.citation_keys import citation_keys
from sphinx_unknown_quotes.publish.quotes_bib import quotes_bib
from sphinx_unknown_quotes.publish.quotes_csl import CSL_TYPES, quotes_csl
from tests.collection.samples import collection, quotation, source

from .samples import HOSTILE, hostile_collection

PAPER = source("kaplan", title="Scaling Laws", type="paper", container="A Journal", url="https://h.example/a%20b_c", date="2020-01-23",
               doi="10.1234/a_b", publisher="P & Q", accessed="2026-01-02")  # fmt: skip
SAID = quotation(source="kaplan", speaker=("Jared Kaplan", "Guido van Rossum", "Anthropic"))


def test_an_item_has_the_fields_of_csl() -> None:
    (item,) = json.loads(quotes_csl(collection([SAID], [PAPER])))
    assert item == {
        "id": "kaplan", "citation-key": "kaplan", "type": "article-journal", "title": "Scaling Laws",
        "author": [{"family": "Kaplan", "given": "Jared"}, {"family": "Rossum", "given": "Guido van"}, {"literal": "Anthropic"}],
        "container-title": "A Journal", "publisher": "P & Q", "issued": {"date-parts": [[2020, 1, 23]]},
        "accessed": {"date-parts": [[2026, 1, 2]]}, "URL": "https://h.example/a%20b_c", "DOI": "10.1234/a_b", "language": "en",
    }  # fmt: skip


def test_a_program_that_cites_makes_a_bibliography_of_it() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(
        style, CiteProcJSON(json.loads(quotes_csl(collection([SAID], [PAPER])))), formatter.plain
    )
    bibliography.register(Citation([CitationItem("kaplan")]))
    (entry,) = map(str, bibliography.bibliography())
    assert "Kaplan, J." in entry
    assert "Scaling Laws" in entry
    assert "2020" in entry


def test_a_guest_is_no_author_of_a_podcast() -> None:
    (item,) = json.loads(quotes_csl(collection([quotation(speaker=("Ann Bee",))], [source(type="podcast")])))
    assert item["guest"] == [{"family": "Bee", "given": "Ann"}]
    assert "author" not in item


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2023-02", {"date-parts": [[2023, 2]]}),
        ("2023~", {"date-parts": [[2023]], "circa": True}),
        ("2004-06/2006-08", {"date-parts": [[2004, 6], [2006, 8]]}),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, issued: dict[str, object]) -> None:
    (item,) = json.loads(quotes_csl(collection([quotation()], [source(date=date)])))
    assert item["issued"] == issued


def test_every_type_of_source_has_a_type_in_csl() -> None:
    assert set(CSL_TYPES) == set(SOURCE_TYPES)


def test_a_source_that_nobody_quotes_is_left_out() -> None:
    found = collection([quotation()], [source(), source("other")])
    assert [item["id"] for item in json.loads(quotes_csl(found))] == ["s"]
    assert list(parse_bytes(quotes_bib(found), "bibtex").entries) == ["s"]


def test_bibtex_has_people_title_date_and_address() -> None:
    entry = parse_bytes(quotes_bib(collection([SAID], [PAPER])), "bibtex").entries["kaplan"]
    assert [str(person) for person in entry.persons["author"]] == ["Kaplan, Jared", "Rossum, Guido van", "{Anthropic}"]
    assert (entry.type, dict(entry.fields)) == (
        "article",
        {
            "title": "{Scaling Laws}", "journal": "A Journal", "publisher": r"P \& Q", "year": "2020", "month": "1",
            "url": "https://h.example/a%20b_c", "doi": "10.1234/a_b", "urldate": "2026-01-02",
        },
    )  # fmt: skip


def test_and_others_are_others_in_bibtex() -> None:
    entry = parse_bytes(quotes_bib(collection([quotation(speaker=("Tom Brown et al.",))])), "bibtex").entries["s"]
    assert [str(person) for person in entry.persons["author"]] == ["Brown, Tom", "others"]


REPORT = source("t", type="report", title="A {title}", container="Series", publisher="P & Q", url="https://h.example/{a}%20b",
                archive="https://a.example/_", date="0800-11", accessed="2026-01-02", doi="10.1234/a_b")  # fmt: skip
#: Two sources, and of one the second quotation comes before the first in its file.
WRITTEN = collection(
    [
        quotation("a", source="t", speaker=("Ursula K. Le Guin",)),
        quotation("b", speaker=("Ann Bee et al.", "Anthropic, and others")),
        quotation("c", speaker=("Zed Why", "Ann Bee", "Ann Bee et al."), lang="de", line=1),
    ],
    [REPORT, source(type="code", accessed="2026-01")],
)


def test_quotes_bib_to_the_letter() -> None:
    assert quotes_bib(WRITTEN).decode() == (
        r"""@misc{s,
  author = {Why, Zed and Bee, Ann and {Anthropic} and others},
  title = {{A talk}},
}

@techreport{t,
  author = {{Le Guin}, Ursula K.},
  title = {{A \textbraceleft{}title\textbraceright{}}},
  type = {Series},
  institution = {P \& Q},
  year = {0800},
  month = {11},
  url = {https://h.example/%7Ba%7D%20b},
  doi = {10.1234/a_b},
  urldate = {2026-01-02},
  note = {Archived at https://a.example/\_},
}
"""
    )


def test_quotes_csl_to_the_letter() -> None:
    assert quotes_csl(WRITTEN).decode() == (
        """[
{"id":"s","citation-key":"s","type":"software","title":"A talk","author":[{"family":"Why","given":"Zed"},\
{"family":"Bee","given":"Ann"},{"literal":"Ann Bee et al."},{"literal":"Anthropic, and others"}],\
"accessed":{"date-parts":[[2026,1]]}},
{"id":"t","citation-key":"t","type":"report","title":"A {title}","author":[{"family":"Le Guin","given":"Ursula K."}],\
"container-title":"Series","publisher":"P & Q","issued":{"date-parts":[[800,11]]},"accessed":{"date-parts":[[2026,1,2]]},\
"URL":"https://h.example/{a}%20b","DOI":"10.1234/a_b","language":"en","note":"Archived at https://a.example/_"}
]
"""
    )


def test_a_year_alone_has_no_month_in_bibtex() -> None:
    assert quotes_bib(collection([quotation()], [source(date="2023")])).decode() == (
        "@misc{s,\n  title = {{A talk}},\n  year = {2023},\n}\n"
    )


@pytest.mark.parametrize(
    ("type", "entry"),
    [
        ("paper", "@article{s,\n  title = {{A talk}},\n  journal = {C},\n  publisher = {P},\n}\n"),
        ("book", "@book{s,\n  title = {{A talk}},\n  series = {C},\n  publisher = {P},\n}\n"),
        ("podcast", "@misc{s,\n  title = {{A talk}},\n  howpublished = {C},\n  publisher = {P},\n}\n"),
    ],
)
def test_what_a_source_is_part_of_stands_in_the_field_of_its_type(type: str, entry: str) -> None:
    assert quotes_bib(collection([quotation()], [source(type=type, container="C", publisher="P")])).decode() == entry


def test_a_date_that_is_uncertain_is_circa() -> None:
    (item,) = json.loads(quotes_csl(collection([quotation()], [source(date="2023?")])))
    assert item["issued"] == {"date-parts": [[2023]], "circa": True}


def test_a_source_of_a_type_that_csl_does_not_know_is_a_document() -> None:
    (item,) = json.loads(quotes_csl(collection([quotation()], [source(type="diary")])))
    assert item["type"] == "document"


def test_a_quotation_without_a_source_has_no_item() -> None:
    assert quotes_csl(collection([quotation(source="")])) == b"[\n\n]\n"
    assert quotes_bib(collection([quotation(source="")])) == b""


def _plain(tex: str) -> str:
    """Undo the escapes of quotes.bib, as TeX shows them."""
    for command, character in (
        (r"\textbraceleft{}", "{"), (r"\textbraceright{}", "}"), (r"\textasciitilde{}", "~"), (r"\textasciicircum{}", "^"),
        *((f"\\{sign}", sign) for sign in "%&#_$"), (r"\textbackslash{}", "\\"),
    ):  # fmt: skip
        tex = tex.replace(command, character)
    return tex


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_stay_in_their_fields(number: int) -> None:
    found = hostile_collection()
    title = " ".join(HOSTILE[number].split())
    assert {item["id"]: item["title"] for item in json.loads(quotes_csl(found))}[f"s{number}"] == title
    entries = parse_bytes(quotes_bib(found), "bibtex").entries
    assert len(entries) == len(HOSTILE)
    assert _plain(entries[f"s{number}"].fields["title"])[1:-1] == title


def test_keys_are_names_that_every_program_takes_and_none_twice() -> None:
    assert citation_keys(["Ein Vortrag über nichts", "a-b", "a b", "日本", "{x}, y"]) == {
        "Ein Vortrag über nichts": "Ein-Vortrag-uber-nichts", "a b": "a-b", "a-b": "a-b-2", "{x}, y": "x-y", "日本": "source",
    }  # fmt: skip


def test_the_same_collection_gives_the_same_bytes_in_any_order() -> None:
    forwards = collection([quotation("a"), quotation("b", source="t")], [source(), source("t")])
    backwards = collection([quotation("b", source="t"), quotation("a")], [source("t"), source()])
    assert quotes_csl(forwards) == quotes_csl(backwards)
    assert quotes_bib(forwards) == quotes_bib(backwards)


def test_sources_that_come_to_the_same_key_are_numbered() -> None:
    assert citation_keys(["é", "e!", "e", "e?", "X-", "日本", "a--b c"]) == {
        "e": "e", "e!": "e-2", "e?": "e-3", "é": "e-4", "X-": "X", "日本": "source", "a--b c": "a-b-c",
    }  # fmt: skip

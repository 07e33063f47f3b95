"""The schemas for editors accept and refuse the same files as the loader, over one corpus of good and bad files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from sphinx_unknown_quotes.collection.parsing.reading import read_file
from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES
from sphinx_unknown_quotes.collection.records import Quotation, Source, Unknown, Via, described
from sphinx_unknown_quotes.publish import schemas
from sphinx_unknown_quotes.publish.schemas import SCHEMAS, schema_json

STATIC = Path(schemas.__file__).parent / "static"
QUOTES = Path(__file__).parents[2] / "quotes"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as an editor reads it."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (a table of PyYAML)


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, ""])


def errors(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(json.loads(schema_json(name)))
    return [error.message for error in validator.iter_errors(yaml.load(text, CoreLoader))]


def source(more: str = "", quote: str = "", head: str = "title: T\n  type: talk") -> str:
    return f"source:\n  {head}{more}\nquotes:\n  - id: a\n    text: b{quote}\n"


GOOD = {
    "plain": source(),
    "no quotations": "source: {title: T, type: talk}\nquotes: []\n",
    "numbers for words": source(head="title: 1984\n  type: book", quote="\n    page: 12\n    section: 3.1\n    role: true"),
    "words that look like others": source(quote="\n    context: no\n    speaker: 'null'"),
    "an id that is a number": "source: {title: T, type: talk}\nquotes: [{id: 42, text: b}]\n",
    "all of a source": source(
        "\n  container: C\n  publisher: P\n  url: HTTPS://h/a?b#c\n  date: 2023-02~\n  archive: http://[::1]/x\n"
        "  accessed: 2023-02-07\n  doi: https://doi.org/10.1234/a\n  transcript: a b.vtt\n  speakers:\n    SPEAKER_00: Ann"
    ),
    "all of a quotation": source(
        head="title: T\n  type: testimony",
        quote="\n    speaker: [A, B]\n    role: R\n    at: 1:02-1:03\n    page: x\n    section: s\n    unknown: u-1\n"
        "    context: c\n    lang: zh-Hant\n    translation: t\n    translator: tt\n    reported: r\n    status: disputed\n"
        "    seen: 2023\n    via:\n      title: v\n      url: https://h\n      date: 2001?"
    ),
    "a speaker with how he is filed": source(quote="\n    speaker: {name: N, sort: S}\n    reported-at: 1:02"),
    "several, filed and not": source(quote="\n    speaker: [A, {name: N}]"),
    "corrected and renamed": source(
        quote="\n    added: 2026-11-25\n    formerly: [x, y-1]\n    corrected:\n      - {date: 2026-11-25, was: w, why: y}"
    ),
    "renamed once": source(quote="\n    formerly: x"),
    "paragraphs": source(quote="\n    translation: |\n      one\n\n      two"),
    **{f"at {at}": source(quote=f"\n    at: {at}") for at in (
        "1:13:47", "25:25", "1525", "25m25s", "1h2m3s", "90m", "1:13:47.5", "12.5s", "0:00", "1:02 – 1:03", "62 to 70", "1h", "999999"
    )},
    **{f"date {date}": source(f"\n  date: {date}") for date in (
        "2023", "2023-02", "2023-02-07", "2023~", "2023?", "2023%", "2004-06/2006-08", "'0042'", "2023-02-07T10:00:00Z"
    )},
    **{f"lang {lang}": source(quote=f"\n    lang: {lang}") for lang in ("en", "de-CH", "zh-Hant-TW", "sl-rozaj", "es-419", "de-1996")},
}  # fmt: skip

BAD = {
    "a list": "- a\n",
    "no source": "quotes: []\n",
    "no quotations": "source: {title: T, type: talk}\n",
    "quotations are a mapping": "source: {title: T, type: talk}\nquotes: {id: a}\n",
    "a quotation is words": "source: {title: T, type: talk}\nquotes: [a]\n",
    "source is words": "source: T\nquotes: []\n",
    "another key": source() + "notes: x\n",
    "another key of the source": source("\n  titel: x"),
    "another key of the quotation": source(quote="\n    speeker: x"),
    "no title": source(head="type: talk"),
    "no type": source(head="title: T"),
    "no id": "source: {title: T, type: talk}\nquotes: [{text: b}]\n",
    "no words": "source: {title: T, type: talk}\nquotes: [{id: a}]\n",
    "empty words": source(head="title: ''\n  type: talk"),
    "nothing behind a key": source(head="title:\n  type: talk"),
    "a list for a value": source("\n  publisher: [a]"),
    "a mapping for a value": source(quote="\n    role: {a: b}"),
    "a control character": source(quote='\n    role: "a\\x07"'),
    "another type": source(head="title: T\n  type: lecure"),
    "another status": source(quote="\n    status: true"),
    "no speaker in a list": source(quote="\n    speaker: []"),
    "a speaker without a name": source(quote="\n    speaker: {sort: S}"),
    "another key of a speaker": source(quote="\n    speaker: [{name: N, born: 1900}]"),
    "added in a year": source(quote="\n    added: 2026"),
    "a former id that is none": source(quote="\n    formerly: [A]"),
    "a correction that is none": source(quote="\n    corrected: [x]"),
    "corrections that are no list": source(quote="\n    corrected: {date: 2026-11-25, was: w, why: y}"),
    "a correction without a reason": source(quote="\n    corrected: [{date: 2026-11-25, was: w}]"),
    "a correction in a year": source(quote="\n    corrected: [{date: 2026, was: w, why: y}]"),
    "labels are a list": source("\n  speakers: [a]"),
    "via is words": source(quote="\n    via: x"),
    "via without a title": source(quote="\n    via: {url: 'https://h'}"),
    "another key of via": source(quote="\n    via: {title: t, at: x}"),
    "a path for a transcript": source("\n  transcript: a/b.vtt"),
    "a hidden transcript": source("\n  transcript: .vtt"),
    "two spaces in a transcript": source("\n  transcript: 'a  b.vtt'"),
    "another DOI": source("\n  doi: 11.1/a"),
    **{f"id {value}": f"source: {{title: T, type: talk}}\nquotes: [{{id: {value}, text: b}}]\n" for value in (
        "A", "a_b", "a--b", "-a", "'a '", "x" * 101, "4.5", "ä", "'a\n'"
    )},
    **{f"url {url}": source(f"\n  url: {url}") for url in (
        "example.org", "ftp://h", "https://", "https:///a", "'https://h/a b'", "javascript:alert(1)", "'https://h/<'", "42"
    )},
    **{f"at {at}": source(quote=f"\n    at: {at}") for at in (
        "12.40", "1:60", "1:60:00", "soon", "1:2", "1234567", "-5", "1:02-", "1h60m", "5m60s", "''", "1:02:03:04", "true"
    )},
    **{f"date {date}": source(f"\n  date: {date}") for date in (
        "23", "2023-13", "2023-2", "2023-02-32", "7.2.2023", "2023/2024/2025", "2023-00", "yesterday", "'2023 '", "20230207"
    )},
    **{f"lang {lang}": source(quote=f"\n    lang: {lang}") for lang in ("english", "de_CH", "e", "true")},
}  # fmt: skip

GOOD_UNKNOWNS = {
    "plain": "a-b:\n  title: T\n  question: Q?\n",
    "a number": "42: {title: 42}\n",
}
BAD_UNKNOWNS = {
    "a list": "- a\n",
    "words": "a: T\n",
    "no title": "a: {question: Q}\n",
    "another key": "a: {title: T, answer: A}\n",
    "another name": "A_B: {title: T}\n",
}
CORPUS = [
    *(("source", True, *item) for item in GOOD.items()),
    *(("source", False, *item) for item in BAD.items()),
    *(("unknowns", True, *item) for item in GOOD_UNKNOWNS.items()),
    *(("unknowns", False, *item) for item in BAD_UNKNOWNS.items()),
]


@pytest.mark.parametrize(("name", "good", "text"), [pytest.param(n, g, t, id=f"{n}: {i}") for n, g, i, t in CORPUS])
def test_schema_and_loader_agree(name, good, text):
    problems = read_file(text.encode(), f"{'talk' if name == 'source' else name}.yaml").problems
    assert {problem.subtype for problem in problems} <= PROBLEM_SUBTYPES.keys()
    assert (not problems, not errors(name, text)) == (good, good), (problems, errors(name, text))


@pytest.mark.parametrize("path", sorted(QUOTES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_files_of_the_project_are_what_their_schema_says(path):
    name = "unknowns" if path.name == "unknowns.yaml" else "source"
    text = path.read_text(encoding="utf-8")
    assert errors(name, text) == []
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named, "its first line names the schema"
    assert (path.parent / named[1]).resolve() == STATIC / f"{name}.schema.json"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_in_the_wheel_is_the_schema_of_the_records(name):
    """To write it again, run ``unknown-quotes schema NAME``."""
    assert (STATIC / f"{name}.schema.json").read_bytes() == schema_json(name)
    assert {path.name for path in STATIC.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_draft_7(name):
    schema = json.loads(schema_json(name))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)


def test_every_key_of_every_record_is_described():
    of_source = json.loads(schema_json("source"))["properties"]
    of_quotes = of_source["quotes"]["items"]["properties"]
    of_unknowns = json.loads(schema_json("unknowns"))["additionalProperties"]["properties"]
    for record, found in (
        (Source, of_source["source"]["properties"]),
        (Quotation, of_quotes),
        (Via, of_quotes["via"]["properties"]),
        (Unknown, of_unknowns),
    ):
        assert {key: value["description"] for key, value in found.items()} == {
            key: meta.description for key, meta in described(record).items()
        }

"""One file gives its records and every problem in it, each at its line, with the nearest right value."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.parsing.reading import read_file
from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES
from sphinx_unknown_quotes.collection.records import Quotation, Source, Unknown, Via

from .samples import HEAD, ONE, no_hang, seen, yaml_quoted


class Case(NamedTuple):
    """A file, and the one problem that it has."""

    name: str
    content: str | bytes
    line: int
    subtype: str
    words: str
    path: str = "x.yaml"


def key(name: str, text: str, subtype: str, words: str) -> Case:
    """A key of the quotation, on line 7."""
    return Case(f"{name}", ONE + f"    {text}\n", 7, subtype, words)


def of_source(name: str, text: str, subtype: str, words: str) -> Case:
    """A key of the source, on line 4."""
    return Case(name, f"source:\n  title: A\n  type: talk\n  {text}\nquotes: []\n", 4, subtype, words)


def of_unknown(name: str, text: str, line: int, subtype: str, words: str) -> Case:
    return Case(name, text, line, subtype, words, "unknowns.yaml")


ADDRESS = "is not an absolute http or https address"
#: Every problem that one file can have. Line 5 is the quotation's first, 6 holds its words.
CASES = [
    # The file
    Case("bad YAML", HEAD + "  - id: a\n    text: Talk: part 2\n", 6, "yaml", "between quotation marks"),
    Case("alias", HEAD + "  - id: a\n    text: *a\n", 6, "alias", "*a is an alias of nothing. Repeat the words instead;"),
    Case("latin-1", (ONE + "    role: Müller\n").encode("latin-1"), 7, "encoding", "Save the file as UTF-8."),
    Case("empty", "", 0, "empty", "the file is empty."),
    Case("only comments", "# nothing\n\n# here\n", 0, "empty", "the file is empty."),
    Case("only a BOM", b"\xef\xbb\xbf", 0, "empty", "the file is empty."),
    Case("empty unknowns", "", 0, "empty", "the file is empty.", "unknowns.yaml"),
    Case("a list", "- a\n", 1, "value", "a file of the collection is a mapping of keys to values: source: and quotes:."),
    Case("a string", "\nwords\n", 2, "value", "a file of the collection is a mapping of keys to values: source: and quotes:."),
    # Keys
    Case("unknown key of the file", "quote: []\n" + ONE, 1, "unknown_key", "'quote' is not a key of this record. Did you mean 'quotes'?"),
    Case("merge key of the file", "<<: {a: b}\n" + ONE, 1, "unknown_key", "'<<' is not a key of this record."),
    Case("no source", "\nquotes: []\n", 2, "missing_key", "source: is missing."),
    Case("no quotes", "source: {title: A, type: talk}\n", 1, "missing_key", "quotes: is missing."),
    of_source("unknown key of a source", "titel: B", "unknown_key", "'titel' is not a key of this record. Did you mean 'title'?"),
    Case("source without a title", "source:\n  type: talk\nquotes: []\n", 2, "missing_key", "title: is missing."),
    Case("source without a type", "source:\n  title: A\nquotes: []\n", 2, "missing_key", "type: is missing."),
    key("unknown key of a quotation", "spaeker: B", "unknown_key", "'spaeker' is not a key of this record. Did you mean 'speaker'?"),
    key("key in capitals", "Speaker: B", "unknown_key", "Did you mean 'speaker'?"),
    key("key like nothing", "xyzzy: B", "unknown_key", "'xyzzy' is not a key of this record."),
    key("empty key", "'': B", "unknown_key", "'' is not a key of this record."),
    key("merge key of a quotation", "<<: {at: 1:00}", "unknown_key", "'<<' is not a key of this record."),
    key("key that the loader sets", "path: /etc/passwd", "unknown_key", "'path' is not a key of this record."),
    Case("quotation without an id", HEAD + "  - text: We\n", 5, "missing_key", "id: is missing."),
    Case("quotation without words", HEAD + "  - id: a\n", 5, "missing_key", "text: is missing."),
    key("unknown key of a reporter", "via: {title: A, uri: 'https://h/'}", "unknown_key", "'uri' is not a key of this record. Did you mean 'url'?"),
    key("reporter without a title", "via: {url: 'https://h/'}", "missing_key", "title: is missing."),
    key("duplicate key", "text: Other words", "duplicate_key", "'text' is already set on line 6, and that one counts."),
    Case("duplicate key of the file", ONE + "quotes: []\n", 7, "duplicate_key", "'quotes' is already set on line 4, and that one counts."),
    # Kinds of values
    Case("source is a string", "source: A\nquotes: []\n", 1, "value", "source: is a mapping with at least title: and type:."),
    Case("quotes is a mapping", "source: {title: A, type: talk}\nquotes:\n  a: b\n", 3, "value", "begin each quotation with '- id:'."),
    Case("quotes is empty", "source: {title: A, type: talk}\nquotes:\n", 2, "value", "quotes: is a list"),
    Case("quotation is a string", HEAD + "  - We don't know.\n", 5, "value", "a quotation is a mapping with at least id: and text:."),
    key("list for a string", "role: [a, b]", "value", "role: is one value, not a list."),
    key("mapping for a string", "role: {a: b}", "value", "role: is one value, not a mapping."),
    key("empty value", "role:", "value", "role: is empty. Leave the key out if nothing is known."),
    key("only spaces", "role: '  '", "value", "role: is empty."),
    Case("empty words", HEAD + "  - id: a\n    text: ''\n", 6, "value", "text: is empty."),
    key("control character", 'role: "a\\x07"', "value", "role: has a control character (U+0007) in it."),
    key("NUL by escape", 'role: "a\\0"', "value", "role: has a control character (U+0000) in it."),
    key("C1 control", 'role: "a\\x9b"', "value", "role: has a control character (U+009B) in it."),
    key("no character", 'role: "a\\uffff"', "value", "role: has a control character (U+FFFF) in it."),
    key("speaker without a name", "speaker: {sort: A}", "missing_key", "name: is missing."),
    key("speaker with another key", "speaker: {name: A, born: 1}", "unknown_key", "'born' is not a key of this record."),
    key("speaker filed as nothing", "speaker: {name: A, sort: ''}", "value", "sort: is empty."),
    key("reported time that is none", "reported-at: soon", "time", "reported-at: "),
    key("speaker in a list in a list", "speaker: [[A]]", "value", "speaker: is one value, not a list."),
    key("speakers that nobody is", "speaker: []", "value", "speaker: is empty. Leave the key out if the speaker is not known."),
    key("empty speaker", "speaker:", "value", "speaker: is empty."),
    key("reporter is a string", "via: Emergence", "value", "via: is a mapping with title:, and with url: and date: if they are known."),
    key("wrong status", "status: parafrase", "value", "'parafrase' is not one of paraphrase, translation, disputed, misattributed. Did you mean 'paraphrase'?"),
    Case("wrong type", "source: {title: A, type: tlak}\nquotes: []\n", 1, "value", "Did you mean 'talk'?"),
    Case("type in capitals", "source: {title: A, type: TALK}\nquotes: []\n", 1, "value", "Did you mean 'talk'?"),
    of_source("DOI", "doi: 11.1234/abc", "value", "'11.1234/abc' is not a DOI such as 10.1234/abc."),
    of_source("path to a transcript", "transcript: ../../etc/passwd", "value", "'../../etc/passwd' is not a file name"),
    of_source("absolute transcript", "transcript: /etc/passwd", "value", "without a path"),
    # Ids
    Case("id with spaces", HEAD + "  - id: We Don't Know!\n    text: We\n", 5, "id", "has only a-z, 0-9 and single hyphens, at most 100. Did you mean 'we-don-t-know'?"),
    Case("id with nothing right", HEAD + "  - id: 日本\n    text: We\n", 5, "id", "'日本' is not an id"),
    key("unknown that is no id", "unknown: Chain of Thought", "id", "Did you mean 'chain-of-thought'?"),
    of_unknown("unknown's key", "Inner Workings:\n  title: A\n", 1, "id", "Did you mean 'inner-workings'?"),
    # Times, dates, addresses, languages
    key("time", "at: 25:75", "time", "at: '25:75' is not a time"),
    key("time as a number", "at: 0x10", "time", "at: '0x10' is not a time. Write it as 1:13:47"),
    key("time that ends before", "at: 2:00-1:00", "time", "at: '2:00-1:00' ends before it begins."),
    key("null is no time", "at: ~", "time", "at: '~' is not a time."),
    key("impossible day", "seen: 2023-02-30", "date", "seen: '2023-02-30' is not a date: month 2 of 2023 has no day 30."),
    of_source("impossible month", "date: 2024-13-01", "date", "date: '2024-13-01' is not a date: there is no month 13."),
    of_source("day of access", "accessed: yesterday", "date", "accessed: 'yesterday' is not a date. Write it as 2023, 2023-02"),
    key("reporter's date", "via: {title: A, date: May}", "date", "date: 'May' is not a date."),
    of_source("javascript", "url: 'javascript:alert(1)'", "url", f"url: 'javascript:alert(1)' {ADDRESS}."),
    of_source("data", "url: 'data:text/html,<script>'", "url", ADDRESS),
    of_source("file", "url: file:///etc/passwd", "url", ADDRESS),
    of_source("address with a space", "url: https://h/a b", "url", ADDRESS),
    of_source("archive", "archive: example.org", "url", f"archive: 'example.org' {ADDRESS}."),
    key("reporter's address", "via: {title: A, url: //h/}", "url", ADDRESS),
    key("language", "lang: english", "lang", "lang: 'english' is not a BCP 47 language tag such as en, de-CH or zh-Hant."),
    # unknowns.yaml
    of_unknown("unknown that is a string", "\ninner: Inner workings\n", 2, "value", "'inner' is not a mapping with title: and question:."),
    of_unknown("unknown's unknown key", "a:\n  title: A\n  questoin: B?\n", 3, "unknown_key", "Did you mean 'question'?"),
    of_unknown("unknown without a title", "a:\n  question: B?\n", 2, "missing_key", "title: is missing."),
    of_unknown("unknown twice", "a: {title: A}\na: {title: B}\n", 2, "duplicate_key", "'a' is already set on line 1, and that one counts."),
]  # fmt: skip


def encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_problem_is_told_at_its_line(case: Case) -> None:
    problems = read_file(encoded(case.content), case.path).problems
    assert [(case.path, case.line, case.subtype)] == seen(problems)
    assert case.words in problems[0].message


def test_the_table_has_every_subtype_that_one_file_can_have() -> None:
    """The others need several files; test_loading has them, and the test of the whole set."""
    assert set(PROBLEM_SUBTYPES) - {"duplicate_id", "unknown", "file", "evidence"} == {case.subtype for case in CASES}


FULL = """\
source:
  title: "Lecture 9:   Pretraining"
  type: testimony
  container: CS224N
  publisher: Stanford
  url: https://www.youtube.com/watch?v=DGfCRXuNA2w
  date: 2023
  archive: https://web.archive.org/x
  accessed: 2026-11-22
  doi: https://doi.org/10.1234/ABC
  transcript: lecture 9.md
quotes:
  - id: a
    text: |
      No one's   really sure.

      Either.
    speaker: [John   Hewitt, Jane Doe, John Hewitt]
    role: no
    at: 25:25
    page: 0x10
    section: 1e3
    unknown: chain-of-thought
    context: "~"
    lang: no
    translation: Niemand weiss es.
    translator: =
    via: {title: Emergence, url: 'https://h/', date: 2024~}
    reported: Nobody knows.
    status: disputed
    seen: 2023-02-28
  - {id: b, text: null}
"""


def test_reads_every_key_of_a_source() -> None:
    expected = Source(
        "x", "Lecture 9: Pretraining", "testimony", "CS224N", "Stanford", "https://www.youtube.com/watch?v=DGfCRXuNA2w", "2023",
        "https://web.archive.org/x", "2026-11-22", "10.1234/ABC", "lecture 9.md",
    )  # fmt: skip
    assert (expected, []) == (read_file(FULL.encode(), "x.yaml").source, read_file(FULL.encode(), "x.yaml").problems)


def test_reads_every_key_of_a_quotation_as_the_string_that_stands_there() -> None:
    expected = Quotation(
        "a", "No one's   really sure.\n\nEither.", "x", "x.yaml", 13, speaker=("John Hewitt", "Jane Doe"), role="no", at="25:25",
        page="0x10", section="1e3", unknown="chain-of-thought", context="~", lang="no", translation="Niemand weiss es.",
        translator="=", via=Via("Emergence", "https://h/", "2024~"), reported="Nobody knows.", status="disputed", seen="2023-02-28",
    )  # fmt: skip
    assert expected == read_file(FULL.encode(), "x.yaml").quotations[0]


def test_a_key_that_is_left_out_is_none_and_the_language_is_english() -> None:
    assert (
        Quotation("b", "null", "x", "x.yaml", 32, lang_assumed=True) == read_file(FULL.encode(), "x.yaml").quotations[1]
    )
    assert read_file(FULL.encode(), "x.yaml").quotations[1].lang == "en"


@pytest.mark.parametrize(
    ("written", "names", "sort"),
    [
        ("{name: Mao Zedong, sort: Mao Zedong}", ("Mao Zedong",), {"Mao Zedong": "Mao Zedong"}),
        ("{name: Ann Bee}", ("Ann Bee",), {}),
        ("[Ann Bee, {name: Karikó Katalin, sort: Karikó Katalin}]", ("Ann Bee", "Karikó Katalin"), {"Karikó Katalin": "Karikó Katalin"}),
        ("[{name: Ann Bee, sort: Ann}, Ann Bee]", ("Ann Bee",), {"Ann Bee": "Ann"}),
    ],
)  # fmt: skip
def test_a_speaker_may_say_how_he_is_filed(written: str, names: tuple[str, ...], sort: dict[str, str]) -> None:
    records = read_file(f"{ONE}    speaker: {written}\n".encode(), "x.yaml")
    assert records.problems == []
    assert (names, sort) == (records.quotations[0].speaker, records.quotations[0].sort)


def test_a_language_that_is_recorded_is_not_assumed() -> None:
    (found,) = read_file(f"{ONE}    lang: en\n".encode(), "x.yaml").quotations
    assert (found.lang, found.lang_assumed) == ("en", False)


def test_reported_time_is_read() -> None:
    (found,) = read_file(f"{ONE}    reported-at: 1:13:17\n".encode(), "x.yaml").quotations
    assert found.reported_at == "1:13:17"


def test_reads_unknowns_in_their_order() -> None:
    records = read_file(b"b: {title: B, question: Why?}\na: {title: A}\n", "unknowns.yaml")
    assert ([Unknown("b", "B", "Why?"), Unknown("a", "A")], None, []) == (
        records.unknowns,
        records.source,
        records.problems,
    )


def test_one_speaker_needs_no_list() -> None:
    assert read_file((ONE + "    speaker: A B\n").encode(), "x.yaml").quotations[0].speaker == ("A B",)


def test_a_wrong_value_does_not_take_the_quotation_with_it() -> None:
    (found,) = read_file((ONE + "    at: noon\n    role: B\n").encode(), "x.yaml").quotations
    assert (found.at, found.role) == (None, "B")


def test_a_wrong_source_does_not_take_its_quotations_with_it() -> None:
    records = read_file(b"source: A\nquotes: [{id: a, text: We}]\n", "x.yaml")
    assert (Source("x", "x", ""), ["a"]) == (records.source, [found.id for found in records.quotations])


def test_a_quotation_without_words_is_left_out_and_the_next_one_is_read() -> None:
    records = read_file((HEAD + "  - id: a\n  - {id: b, text: We}\n").encode(), "x.yaml")
    assert [found.id for found in records.quotations] == ["b"]


def test_a_reporter_without_a_title_is_left_out() -> None:
    assert read_file((ONE + "    via: {url: 'https://h/'}\n").encode(), "x.yaml").quotations[0].via is None


def test_an_unknown_with_a_wrong_key_is_left_out() -> None:
    assert read_file(b"A B: {title: A}\n", "unknowns.yaml").unknowns == []


def test_every_problem_of_a_file_is_told_in_one_run() -> None:
    """Also those after the first, and those of a quotation that is left out."""
    content = """\
source:
  titel: A
  type: tlak
  url: example.org
quotes:
  - id: A B
    text: ''
    speaker: []
    at: noon
    seen: 2023-02-30
    via: {url: x}
    lang: english
    foo: bar
  - words
  - id: c
    text: We
    text: They
other: 1
"""
    expected = [
        (2, "unknown_key"), (3, "value"), (4, "url"), (6, "id"), (7, "value"), (8, "value"), (9, "time"),
        (10, "date"), (11, "missing_key"), (11, "url"), (12, "lang"), (13, "unknown_key"), (14, "value"), (17, "duplicate_key"),
        (18, "unknown_key"),
    ]  # fmt: skip
    problems = read_file(content.encode(), "x.yaml").problems
    assert expected == sorted((problem.line, problem.subtype) for problem in problems)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEAD + "  - id: a\n    text: " + "x" * 3_000_000, id="text"),
        pytest.param(HEAD + "  - id: " + "x" * 3_000_000 + "\n    text: a", id="id"),
        pytest.param(ONE + "    at: 1" + " " * 3_000_000 + "2", id="at"),
        pytest.param(ONE + "    status: " + "x" * 3_000_000, id="status"),
        pytest.param(ONE + "    seen: " + "2023/" * 600_000, id="seen"),
        pytest.param(ONE + "    lang: " + "en-" * 1_000_000, id="lang"),
        pytest.param(ONE + "    ? " + "x" * 3_000_000 + "\n    : a", id="key"),
        pytest.param(HEAD.replace("A talk", "A\n  doi: 10.1234/" + "x" * 3_000_000 + " x") + "  []", id="doi"),
    ],
)
def test_a_line_of_three_megabytes_is_quick_and_its_message_short(content: str) -> None:
    with no_hang():
        problems = read_file(content.encode(), "x.yaml").problems
    assert all(len(problem.message) < 700 for problem in problems)


@pytest.mark.parametrize("name", ["a\nb", "\u202eevil", "\x1b[31m"])
@pytest.mark.parametrize("path", ["x.yaml", "unknowns.yaml"])
def test_a_message_stays_on_its_line_whatever_the_key(name: str, path: str) -> None:
    (problem, *_) = read_file(f"? {yaml_quoted(name)}\n: x\n".encode(), path).problems
    assert problem.message.isprintable()


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(
    str.strip
)


@given(WORDS)
def test_words_are_recorded_exactly(words: str) -> None:
    records = read_file(f"{HEAD}  - id: a\n    text: {yaml_quoted(words)}\n".encode(), "x.yaml")
    assert ([words.strip()], []) == ([found.text for found in records.quotations], records.problems)


@given(st.binary(max_size=300), st.sampled_from(["x.yaml", "unknowns.yaml"]))
def test_any_bytes_give_records_or_a_problem_with_the_name_of_the_file(data: bytes, path: str) -> None:
    records = read_file(data, path)
    assert records.source or records.unknowns or {path} == {problem.path for problem in records.problems}


TREES = st.recursive(
    st.text(max_size=8) | st.sampled_from(["~", "no", "25:25", "2023-02-30", "0x10"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["source", "quotes", "id", "text", "speaker", "via", "title", "type", "at", "x"]), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(st.fixed_dictionaries({"source": TREES, "quotes": st.lists(TREES, max_size=3)}) | TREES)
def test_any_tree_gives_typed_records_and_known_subtypes(tree: object) -> None:
    def written(node: object) -> str:
        if isinstance(node, dict):
            return "{" + ", ".join(f"{yaml_quoted(name)}: {written(item)}" for name, item in node.items()) + "}"
        if isinstance(node, list):
            return "[" + ", ".join(written(item) for item in node) + "]"
        return yaml_quoted(str(node).replace("\ud800", ""))

    try:
        data = written(tree).encode()
    except UnicodeEncodeError:
        return
    records = read_file(data, "x.yaml")
    assert {problem.subtype for problem in records.problems} <= set(PROBLEM_SUBTYPES)
    assert all(isinstance(found.text, str) and found.text for found in records.quotations)

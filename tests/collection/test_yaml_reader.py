"""YAML is read as strings with their lines, and as nothing else: no numbers, no expansion, no silent loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.parsing import yaml_reader
from sphinx_unknown_quotes.collection.parsing.yaml_reader import Mapping, Scalar, Sequence, Unread, read_yaml

from .samples import no_hang, seen, yaml_quoted

if TYPE_CHECKING:
    from sphinx_unknown_quotes.collection.parsing.yaml_reader import Node

#: Strings that YAML 1.1 takes for numbers, dates, truth values, null or a merge.
SURPRISES = [
    "25:25", "1:02:03", "01:02:03", "00:34", "12:34", "2024", "2024-05", "2024-05-01", "2023-02-30", "2024-13-01", "0x10", "0o17",
    "017", "1e3", "1_000", "1.0", ".inf", "-.inf", ".nan", "yes", "no", "on", "off", "true", "False", "y", "n", "null", "Null", "~",
    "=", "<<", "-1", "+1", "2001-12-14t21:59:43.10-05:00",
]  # fmt: skip


def plain(node: Node | None) -> Any:
    """The tree without its lines."""
    match node:
        case Scalar(value):
            return value
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(items):
            return {key: plain(item) for key, item in items.items()}
    return None


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Reads with either of PyYAML's parsers: there are Pythons for which it comes without libyaml."""
    if request.param == "libyaml" and not hasattr(yaml, "CSafeLoader"):
        pytest.skip("this PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)
    return str(request.param)


@pytest.mark.parametrize("text", SURPRISES)
@pytest.mark.usefixtures("loader")
def test_a_scalar_is_the_string_that_stands_in_the_file(text: str) -> None:
    assert ({"key": text}, []) == (plain(read_yaml(f"key: {text}".encode(), "x")[0]), [])


@pytest.mark.parametrize("text", SURPRISES)
def test_a_key_is_the_string_that_stands_in_the_file(text: str) -> None:
    assert {text: "v"} == plain(read_yaml(f"{text}: v".encode(), "x")[0])


@pytest.mark.parametrize(
    ("yaml_text", "expected"),
    [
        ("a:", {"a": ""}),
        ("a: ''", {"a": ""}),
        ("a: 'Panel #3'", {"a": "Panel #3"}),
        ("a: Panel#3", {"a": "Panel#3"}),
        ("a: |\n  one\n\n  two\n", {"a": "one\n\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: [x, 'y']", {"a": ["x", "y"]}),
        ("- a\n- b: c", ["a", {"b": "c"}]),
        ("a: ! x", {"a": "x"}),
        ("--- \na: b\n...\n", {"a": "b"}),
        ("%YAML 1.1\n---\na: b\n", {"a": "b"}),
        ('a: "\\x41\\u00e9\\U0001f600"', {"a": "Aé😀"}),
        ("? a\n: b", {"a": "b"}),
    ],
)
@pytest.mark.usefixtures("loader")
def test_reads_the_forms_that_an_author_writes(yaml_text: str, expected: object) -> None:
    assert (expected, []) == (plain(read_yaml(yaml_text.encode(), "x")[0]), read_yaml(yaml_text.encode(), "x")[1])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbfa: b\nc: d\n", id="BOM"),
        pytest.param(b"a: b\r\nc: d\r\n", id="CRLF"),
        pytest.param(b"\xef\xbb\xbfa: b\r\nc: d", id="both"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_reads_what_editors_leave(data: bytes) -> None:
    assert (plain(read_yaml(data, "x")[0]), read_yaml(data, "x")[1]) == ({"a": "b", "c": "d"}, [])


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML's own parser refuses a tab behind a value")
def test_a_tab_behind_a_value_or_a_colon_is_a_space() -> None:
    assert plain(read_yaml(b"a: b\t\nc:\td\n", "x")[0]) == {"a": "b", "c": "d"}


def test_a_block_of_crlf_lines_has_single_line_feeds() -> None:
    assert plain(read_yaml(b"a: |\r\n  one\r\n\r\n  two\r\n", "x")[0]) == {"a": "one\n\ntwo\n"}


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"# only\n# comments\n", b"---\n", b"--- \n...\n", b"\xef\xbb\xbf", b"''"]
)
@pytest.mark.usefixtures("loader")
def test_a_file_with_nothing_in_it_has_no_tree(data: bytes) -> None:
    assert read_yaml(data, "x") == (None, [])


@pytest.mark.parametrize(
    ("data", "line", "column", "subtype", "words"),
    [
        (b"a: 1\nb: Talk: part 2\n", 2, 4, "yaml", "quotation marks: 'Talk: part 2'."),
        (b"a: 1\nb:\n\t- c\n", 3, 1, "yaml", "Indent with spaces"),
        (b"a: 1\nb: @home\n", 2, 4, "yaml", "quotation marks: '@home'."),
        (b"a: 1\nb: [1,\n", 3, 1, "yaml", "not well-formed YAML"),
        (b"a: 1\n'b\n", 2, 1, "yaml", "not well-formed YAML"),
        (b"a: 1\nb: \0\n", 2, 4, "yaml", "a character that YAML does not allow"),
        (b"a: 1\nb: \x07\n", 2, 4, "yaml", "a character that YAML does not allow"),
        ("a: 1\nb: \ufffe\n".encode(), 2, 4, "yaml", "a character that YAML does not allow"),
        (b"a: 1\nb: M\xfcller\n", 2, 5, "encoding", "byte 0xfc is not UTF-8. Save the file as UTF-8."),
        ("a: b\n".encode("utf-16"), 1, 1, "encoding", "byte 0xff is not UTF-8"),
        (b"%YAML 2.0\n---\na: b\n", 1, 1, "yaml", "incompatible"),
        (b'a: 1\nb: "\\q"\n', 2, 4, "yaml", "a backslash"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_at_its_place(
    data: bytes, line: int, column: int, subtype: str, words: str
) -> None:
    tree, problems = read_yaml(data, "x.yaml")
    assert (None, [(line, column, subtype)]) == (
        tree,
        [(found.line, found.column, found.subtype) for found in problems],
    )
    assert words in problems[0].message


@pytest.mark.parametrize(
    ("data", "column", "subtype", "words"),
    [
        (b"a: 1\nb: !!python/object:os.system x\n", 4, "yaml", "Take the tag out."),
        (b"a: 1\nb: !!python/object/apply:os.system ['true']\n", 4, "yaml", "every value is a string"),
        (b"a: 1\nb: !!binary aGk=\n", 4, "yaml", "every value is a string"),
        (b"a: 1\nb: !!str x\n", 4, "yaml", "every value is a string"),
        (b"a: 1\nb: !own x\n", 4, "yaml", "quotation marks: '!own x'."),
        (b"a: 1\nb: !%0Aown x\n", 4, "yaml", "quotation marks: '!%0Aown x'."),
        (b"a: 1\n---\nb: 2\n", 1, "yaml", "a second document"),
        (b"a: 1\n? [b]\n: c\n", 3, "yaml", "cannot be a key"),
        (b"a: 1\nb: &x 1\n", 4, "alias", "&x is an anchor of YAML. Take it out"),
        (b"a: 1\nb: *x\n", 4, "alias", "*x is an alias of nothing. Repeat the words"),
        (b"a: 1\n<<: *x\n", 5, "alias", "*x is an alias"),
        (b"a: 1\nb: &x [1]\n", 4, "alias", "&x is an anchor"),
        (b"a: &y 1\nb: *y\n", 4, "alias", "*y is an alias of the value on line 1. Repeat the words instead, and remove &y"),
        (b"a: 1\nb: Panel #3\n", 9, "value", "ends before '#3', which is a comment in YAML"),
        (b"a: 1\nb: #3\n", 3, "value", "ends before '#3'"),
    ],
)  # fmt: skip
def test_what_has_no_use_is_told_at_its_place_and_the_rest_is_read(
    data: bytes, column: int, subtype: str, words: str
) -> None:
    tree, problems = read_yaml(data, "x.yaml")
    assert isinstance(tree, Mapping)
    assert tree.items["a"].value == "1"  # type: ignore[union-attr]
    assert [(2, column, subtype)] == [(found.line, found.column, found.subtype) for found in problems]
    assert words in problems[0].message


def test_a_tag_of_the_whole_file_hides_nothing() -> None:
    tree, problems = read_yaml(b"!!map\na: 1\n", "x.yaml")
    assert (plain(tree), seen(problems)) == ({"a": "1"}, [("x.yaml", 1, "yaml")])


@pytest.mark.parametrize("text", ["a: b # note", "a: b #", "a: 'b #3'", "a: b#3", "a: b\n# c: #3", "a: [b, c] #3"])
@pytest.mark.usefixtures("loader")
def test_a_comment_is_no_value_that_is_cut(text: str) -> None:
    assert read_yaml(text.encode(), "x")[1] == []


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\Uffffffff"])
@pytest.mark.usefixtures("loader")
def test_an_escape_for_no_character_does_not_raise(escape: str) -> None:
    """libyaml refuses them; the Python parser makes half a pair, or fails with ValueError or OverflowError."""
    tree, problems = read_yaml(f'a: "{escape}"'.encode(), "x")
    assert (plain(tree), [problem.subtype for problem in problems]) in [({"a": "\ud800"}, []), (None, ["yaml"])]


@pytest.mark.usefixtures("loader")
def test_a_key_twice_is_a_problem_and_the_first_one_counts() -> None:
    tree, problems = read_yaml(b"a: 1\nb: 2\na: 3\n", "x")
    assert (plain(tree), seen(problems)) == ({"a": "1", "b": "2"}, [("x", 3, "duplicate_key")])
    assert problems[0].message == "'a' is already set on line 1, and that one counts."


def test_a_merge_key_merges_nothing() -> None:
    assert plain(read_yaml(b"<<: {a: 1}\nb: 2\n", "x")[0]) == {"<<": {"a": "1"}, "b": "2"}


@pytest.mark.usefixtures("loader")
def test_every_node_knows_its_place() -> None:
    tree, _ = read_yaml(b"# first\na: 1\n\nb:\n  - c\n  -\n    d: e\n", "x")
    inner = Mapping({"d": Scalar("e", 7, 8)}, {"d": Scalar("d", 7, 5)}, 7, 5)
    items = {"a": Scalar("1", 2, 4), "b": Sequence([Scalar("c", 5, 5), inner], 5, 3)}
    assert Mapping(items, {"a": Scalar("a", 2, 1), "b": Scalar("b", 4, 1)}, 2, 1) == tree


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
@pytest.mark.usefixtures("loader")
def test_a_line_is_one_of_the_editor(separator: str) -> None:
    """YAML counts U+2028 for the end of a line; editors and grep do not, and pasted words often hold it."""
    tree, problems = read_yaml(f'ä: "x{separator}y{separator}z"\nb: 1\na: [\n'.encode(), "x")
    assert (tree, problems[0].line) == (None, 4)
    tree, _ = read_yaml(f'ä: "x{separator}y{separator}z"\nb: 1\n'.encode(), "x")
    assert isinstance(tree, Mapping)
    assert tree.keys == {"ä": Scalar("ä", 1, 1), "b": Scalar("b", 2, 1)}


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    """Ten to the tenth strings, were it expanded."""
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 11))
    tree, problems = read_yaml(bomb.encode(), "x")
    # Each name once, at its first alias; nothing uses the last.
    assert seen(sorted(problems)) == [("x", line, "alias") for line in (*range(2, 12), 11)]
    assert isinstance(tree, Mapping)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: " + b"[" * 10_000, id="lists"),
        pytest.param(b"a: " + b"[" * 10_000 + b"]" * 10_000, id="closed lists"),
        pytest.param(b"{a: " * 10_000, id="mappings"),
        pytest.param(b"- " * 10_000 + b"x", id="block lists"),
        pytest.param(b"? " * 10_000 + b"x", id="keys"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_deep_nesting_is_refused(data: bytes) -> None:
    tree, problems = read_yaml(data, "x")
    assert (tree, seen(problems)) == (None, [("x", 1, "yaml")])
    assert problems[0].message == "nested more than 12 levels deep."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: " + b"x" * 10_000_000, id="plain"),
        pytest.param(b'a: "' + b"x" * 10_000_000 + b'"', id="quoted"),
        pytest.param(b"x" * 10_000_000 + b": a", id="key"),
        pytest.param(b"#" * 10_000_000, id="comment"),
        pytest.param(b"[" * 10_000_000, id="brackets"),
        pytest.param(b"a: " + b" " * 10_000_000 + b"b", id="spaces"),
    ],
)
def test_a_line_of_ten_megabytes_is_quick(data: bytes) -> None:
    with no_hang():
        read_yaml(data, "x")


@given(st.binary(max_size=200))
@example(b"\x00")
@example(b"a: b\n\xff")
@example(b"[")
def test_any_bytes_give_a_tree_or_problems_of_the_file(data: bytes) -> None:
    tree, problems = read_yaml(data, "x.yaml")
    assert all(
        problem.path == "x.yaml" and 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1
        for problem in problems
    )
    assert tree is None or isinstance(tree, Scalar | Sequence | Mapping | Unread)


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@` \n\t#,\\u0~=<", max_size=60))
def test_any_punctuation_gives_a_tree_or_problems_of_the_file(text: str) -> None:
    tree, problems = read_yaml(text.encode(), "x.yaml")
    assert {problem.path for problem in problems} <= {"x.yaml"}
    assert tree is None or isinstance(tree, Scalar | Sequence | Mapping | Unread)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_a_quoted_string_is_read_as_it_is(words: str) -> None:
    assert ({"a": words}, []) == (plain(read_yaml(f"a: {yaml_quoted(words)}".encode(), "x")[0]), [])

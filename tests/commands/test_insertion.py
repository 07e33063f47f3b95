"""A quotation is inserted into a file, and every other byte of the file stays as it is."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.parsing.reading import read_file
from sphinx_unknown_quotes.commands.adding import insertion
from sphinx_unknown_quotes.commands.adding.insertion import InsertionError, with_quotation, with_quotations
from sphinx_unknown_quotes.commands.adding.record_text import record_lines

RECORD = {
    "id": "new-one",
    "text": "a: b # c 😀",
    "speaker": ("Ann Bee", "Bo, Ek"),
    "at": "1:02",
    "via": {"title": "T: x"},
}
SOURCE = "source: {title: a, type: talk}\n"

#: Words of all kinds that a value may be made of.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"),
    min_size=1,
    max_size=40,
).filter(str.strip)
TRAPS = st.sampled_from(
    ["no", "~", "1:02", "2023", "- a", "# x", "a: b", "a #b", "'", '"', "*a", "&a", "!x", "%", "@", "`", "{a}", "[a]", "|", ">", "...", "---", "<<", "=", "a\\n", "😀", "日本", "\u00a0x", "x:"]
)  # fmt: skip


def removed(before: bytes, after: bytes) -> bytes:
    """What is in *after* and not in *before*, if one stretch of bytes is."""
    size = len(after) - len(before)
    first = next(
        (place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before)
    )
    assert after[first + size :] == before[first:], "something else has changed"
    return after[first : first + size]


def comments(space: str = "") -> st.SearchStrategy[str]:
    return st.sampled_from(["", "", " # a comment", "   # 日本: [x", " #"]).map(lambda text: text and space + text)


@st.composite
def items(draw: st.DrawFn, number: int, dash: int, offset: int, newline: str, *, anchors: bool) -> str:
    """A quotation of a block list, as people and other tools write it."""
    pad = " " * (dash + offset)
    anchor = f"&id{number:03d} " if anchors and draw(st.booleans()) else ""
    body = draw(
        st.sampled_from(
            [
                "plain words",
                "plain words{n}{p}  on two lines",
                "'it''s a {{quotation}}'",
                '"\\U0001F600 \\"x\\"{n}{n}{p} y"',
                "|{n}{p}  literal: # no comment{n}{n}{p}    deeper",
                "|+{n}{p}  kept{n}{n}{n}",
                ">-{n}{p}  folded{n}{p}  words{n}",
                "|2-{n}{p}    indented{n}{p}  words",
                "😀 日本語",
            ]
        )
    ).format(n=newline, p=pad)
    is_scalar_open = body[0] in "|>"
    tail = "" if is_scalar_open else draw(comments())
    lines = [f"id: q{number}{draw(comments())}", f"text: {anchor}{body}{tail}"]
    if draw(st.booleans()):
        lines.insert(1, f"speaker: [Ann Bee,{newline}{pad}   Bo Ek]{draw(comments())}")
    if draw(st.booleans()):
        lines.reverse()
    between = draw(st.sampled_from(["", f"{pad}# deeper", f"{' ' * dash}# level", "# left", "  "]))
    first = f"{' ' * dash}-{' ' * (offset - 1)}" + lines[0]
    if draw(st.booleans()) and offset > 1:
        first = f"{' ' * dash}-{draw(comments())}{newline}{pad}{lines[0]}"
    # Indented blank lines after a block scalar would make the comment part of it.
    joined = newline.join([first, *(pad + line for line in lines[1:])])
    return joined + newline + (f"{between}{newline}" if between and not is_scalar_open else "")


@st.composite
def files(draw: st.DrawFn) -> bytes:
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    anchors = draw(st.integers(0, 4)) == 0
    head = draw(st.sampled_from(["", "# a file{n}", "---{n}", "%YAML 1.1{n}---{n}", "{n}{n}# x{n}"]))
    source = draw(
        st.sampled_from(
            [
                "source:{n}  title: T # t{n}  type: talk{n}",
                "source: {{title: T, type: talk}} # s{n}",
                "source:{n}        title: >-{n}           T{n}           U{n}        type: talk{n}{n}",
                "'source':{n} type: talk{n} # between{n} title: \"T\"{n}",
            ]
        )
    )
    dash, offset = draw(st.integers(0, 7)), draw(st.integers(2, 6))
    kind = draw(st.sampled_from(["block", "block", "block", "block", "empty", "missing", "brackets", "flow"]))
    count = draw(st.integers(1, 4))
    match kind:
        case "block":
            parts = [draw(items(number, dash, offset, newline, anchors=anchors)) for number in range(count)]
            gap = draw(st.sampled_from(["", "", "{n}"])).format(n=newline)
            anchor = " &id999" if anchors else ""
            quotes = f"quotes:{anchor}{draw(comments())}{newline}" + gap.join(parts)
        case "empty":
            quotes = f"quotes:{draw(comments())}{newline}"
        case "missing":
            quotes = ""
        case "brackets":
            quotes = f"quotes: [ ]{draw(comments())}{newline}"
        case _:
            listed = f",{newline}  ".join(f"{{id: q{number}, text: 'x, y'}}" for number in range(count))
            trail = draw(st.sampled_from(["", ",", f" # c{newline}"]))
            quotes = f"quotes: [{listed}{trail}]{draw(comments())}{newline}"
    end = draw(st.sampled_from(["", "# the end{n}", "{n}{n}", "other: x{n}", "...{n}"])).format(n=newline)
    text = head.format(n=newline) + source.format(n=newline) + quotes + end
    if draw(st.booleans()):
        text = text.removesuffix(newline)
    return (draw(st.sampled_from(["", "", "\ufeff"])) + text).encode()


@st.composite
def records(draw: st.DrawFn) -> dict[str, object]:
    values = WORDS | TRAPS
    clean = values.map(lambda value: " ".join(value.split()))
    record: dict[str, object] = {"id": "new-one", "text": draw(values.map(str.strip))}
    if draw(st.booleans()):
        record["text"] = f"{draw(clean)}\n\n{draw(clean)}"
    # A semicolon parts names in a page, so a file says that a name has one by mistake.
    name = clean.filter(lambda value: "; " not in value)
    record |= {"speaker": tuple(dict.fromkeys(draw(st.lists(name, min_size=1, max_size=3))))}
    return record | {"role": draw(clean), "at": "1:02", "via": {"title": draw(clean)}}


@settings(max_examples=200, deadline=None)
@given(data=files(), record=records())
@example(
    data=b"source:\r  title: T\r  type: talk\rquotes: &a\r-\r  id: q0\r  text: words\r", record=RECORD | {"role": "x"}
)
def test_a_quotation_is_added_and_no_other_byte_changes(data, record):
    added = with_quotation(data, record)
    assert removed(data, added)
    before, after = read_file(data, "f.yaml"), read_file(added, "f.yaml")
    if any(problem.subtype == "alias" for problem in before.problems):
        # A reader that knows anchors finds everything, and the new quotation.
        old, new = yaml.safe_load(data.decode("utf-8-sig")), yaml.safe_load(added.decode("utf-8-sig"))
        assert new["quotes"][:-1] == (old["quotes"] or [])
        assert new["quotes"][-1]["text"] == record["text"]
        return
    new = after.quotations[-1]
    assert [(old.id, old.text) for old in before.quotations] == [(old.id, old.text) for old in after.quotations[:-1]]
    assert (new.id, new.text, new.speaker, new.role) == (
        "new-one", str(record["text"]).strip(), record["speaker"], record["role"],
    )  # fmt: skip
    assert after.source == before.source
    # The line of some problems is another; there are no more of them.
    missing = {"quotes: is missing.", "quotes: is a list; begin each quotation with '- id:'."}
    said = [problem.message for problem in before.problems if problem.message not in missing]
    assert [problem.message for problem in after.problems] == said


@settings(max_examples=40, deadline=None)
@given(data=files(), several=st.lists(records(), min_size=2, max_size=3))
def test_several_quotations_are_added_as_one_after_the_other_would_be(data, several):
    """Except for empty lines between them: with two new quotations one sees whether the file has such lines."""
    expected = data
    for record in several:
        expected = with_quotation(expected, record)
    added = with_quotations(data, several)
    assert removed(data, added)
    assert [line for line in added.splitlines() if line.strip()] == [
        line for line in expected.splitlines() if line.strip()
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_an_empty_line_parts_the_new_quotation_where_one_parts_the_others(newline, gap):
    text = SOURCE + f"quotes:\n- id: a\n  text: b\n{gap}- id: c\n  text: d\n"
    added = with_quotation(text.replace("\n", newline).encode(), {"id": "e", "text": "f"}).decode()
    assert added == f"{text}{gap}- id: e\n  text: f\n".replace("\n", newline)


@settings(max_examples=300, deadline=None)
@given(record=records())
def test_every_value_is_read_back_as_it_was(record):
    read = read_file(
        ("source: {title: T, type: talk}\nquotes:\n- " + "\n  ".join(record_lines(record))).encode(), "f.yaml"
    )
    assert read.problems == []
    assert (read.quotations[0].text, read.quotations[0].speaker) == (str(record["text"]).strip(), record["speaker"])
    assert read.quotations[0].via
    assert read.quotations[0].via.title == dict(record["via"])["title"]


def test_a_file_of_five_megabytes_is_added_to():
    words = "    Words {0}, and more of them than anybody reads.\n" * 40
    item = f"- id: q{{0}}  # 😀\n  text: |\n{words}\n  speaker: Ann Bee\n"
    data = (SOURCE + "quotes:\n" + "".join(item.format(number) for number in range(2_500))).encode()
    assert len(data) > 5_000_000
    assert removed(data, with_quotation(data, RECORD)).count(b"new-one") == 1


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("quotes:\n  - id: a\n    text: b\n    # of a\n  # of nobody\n", "  # of nobody"),
        ("quotes:\n  - id: a\n    text: b\n\n  - id: c\n    text: d\n\n# end\n", "\n# end"),
    ],
)
def test_a_comment_stays_with_what_it_is_about(text, added):
    result = with_quotation((SOURCE + text).encode(), RECORD).decode()
    assert result.partition("new-one")[0].count("# of a") == text.count("# of a")
    assert result.count(added) == 1


def test_the_indentation_and_the_empty_lines_of_the_file_are_kept():
    text = SOURCE + "quotes:\n   -   id: a\n       text: b\n\n   -   id: c\n       text: d\n"
    assert with_quotation(text.encode(), {"id": "e", "text": "f"}).decode() == (
        text + "\n   -   id: e\n       text: f\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"quotes: \xff", "byte 0xff is not UTF-8"),
        (b"- a\n", "not a mapping"),
        (b"", "not a mapping"),
        (b"{}", "braces"),
        (b"a: b: c\nquotes: []\n", "line 1: not well-formed YAML"),
        (b"quotes: none yet\n", "quotes: is not a list"),
        (b"quotes: ~\n", "quotes: is not a list"),
        (b"{source: {title: a, type: talk}}\n", "braces"),
        (b"quotes: *x\n", "not well-formed|not a list"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_refused_with_a_reason(data, said):
    with pytest.raises(InsertionError, match=said):
        with_quotation(data, RECORD)


def test_a_file_with_a_list_for_a_key_is_added_to():
    text = "? [a, b]\n: c\nquotes:\n- id: a\n  text: b\n"
    assert with_quotation(text.encode(), {"id": "e", "text": "f"}).decode() == text + "- id: e\n  text: f\n"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"dash": 1}, "well-formed|without a change"),
        ({"end": 36}, "after the last quotation"),
        ({"events": (5, 5)}, "without changing"),
    ],
)
def test_nothing_is_returned_that_differs_in_more_than_the_quotation(monkeypatch, changed, said):
    """Both texts are compared, so that a mistake about the place never changes a file."""
    wrong = insertion.layout_of
    monkeypatch.setattr(insertion, "layout_of", lambda *given: wrong(*given)._replace(**changed))
    with pytest.raises(InsertionError, match=said):
        with_quotation((SOURCE + "quotes:\n- id: a\n  text: b\n").encode(), RECORD)

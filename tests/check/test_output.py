"""Words, names and file names of others are printed so that they are not commands to a terminal or a log."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import msgspec
import pytest
from test_sarif import SCHEMA

from sphinx_unknown_quotes.check.reports.machine import annotation
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.text.visible import visible, visible_json, visible_line

if TYPE_CHECKING:
    from pathlib import Path

#: Orders to a terminal, breaks of a line of every kind, and marks that turn text around.
SAID = "\x1b\x07\x9b\u202e\x7f"
HOSTILE = "\x1b[31m\x07\x9b2J\x85\u2028\u2029\u202e\x0b\x0c\x7f"
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tea", "tea"),
        ("Zoë — 日本 👩‍🍳", "Zoë — 日本 👩‍🍳"),
        ("a\x1b[1mb\nc\rd\te", r"a\x1b[1mb\x0ac\x0dd\x09e"),
        ("\u202e\u2028\ud800\U000e0041", r"\u202e\u2028\ud800\U000e0041"),
        ("a ##[error]b", r"a \x23#[error]b"),
        ("a ::error::b", "a ::error::b"),
    ],
)
def test_what_is_not_seen_is_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::a", r"\x3a:error::a"),
        (" \u3000::add-mask::a", " \u3000\\x3a:add-mask::a"),
        ("a::b", "a::b"),
        ("", ""),
    ],
)
def test_no_line_begins_as_a_command_of_a_workflow(text: str, shown: str) -> None:
    assert visible_line(text) == shown


def test_json_says_the_same_with_escapes() -> None:
    content = {"said": [HOSTILE, "\U000e0041 é"], "none": None}
    shown = visible_json(content)
    assert json.loads(shown) == content
    assert not UNSEEN.search(shown)
    assert "é" in shown
    assert msgspec.json.decode(visible_json(["a\ud800"])) == ["a\N{REPLACEMENT CHARACTER}"]


def test_an_annotation_escapes_as_github_reads_it() -> None:
    """https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and actions/toolkit's command.ts."""
    found = annotation("error", "a,b:c%\r\n.md", 3, 4, "t: 100%, x\ny", "50% : of,\r\nthem %0A \x1b")
    assert found == (
        "::error file=a%2Cb%3Ac%25%0D%0A.md,line=3,col=4,title=t%3A 100%25%2C x%0Ay::50%25 : of,%0D%0Athem %250A \\x1b"
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A transcript whose words, speaker and name are hostile, and quotations that get every kind of verdict."""
    monkeypatch.chdir(tmp_path)
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()
    words = [
        {"text": f"We do not{SAID} know ::error:: why ##[error] the kettle sings at noon", "start": 1, "duration": 3}
    ]
    (tmp_path / "transcripts" / "::error::x.json").write_text(json.dumps(words), encoding="utf-8")
    (tmp_path / "transcripts" / f"n{HOSTILE}.txt").write_text("Nothing of the kind stands here, friends.")
    (tmp_path / "transcripts" / "o.vtt").write_text(
        f"WEBVTT\n\n00:01.000 --> 00:04.000\n<v [Ada](https://example.org){SAID}>The spout {SAID} is large and old\n\n0x:00 --> 1{HOSTILE}\nBroken\n",
        encoding="utf-8",
    )
    (tmp_path / "quotes" / "a.yaml").write_text(
        "source: {title: T, type: talk, transcript: o.vtt}\nquotes:\n- {id: a, text: The spout is large, speaker: Bo}\n"
        "- {id: b, text: The spout is small and old, at: 9:00}\n- {id: c, text: We do not know why the kettle sings at noon}\n"
        '- {id: d, text: The spout is large, speaker: "A\\u202Eb", "k\\e[1m": 1}\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.usefixtures("project")
def test_reports_print_nothing_hostile(capsys: pytest.CaptureFixture[str], form: str) -> None:
    main(["check", "--transcripts", "transcripts", "--no-cache", "--format", form, "-v"])
    printed = capsys.readouterr()
    assert "spout" in printed.out
    for text in (printed.out, printed.err):
        assert text
        assert not UNSEEN.search(text)
        assert not re.search(r"##\[|^\s*::(?!(?:error|warning|notice) (?:file|title)=)", text, re.MULTILINE)


@pytest.mark.usefixtures("project")
def test_sarif_with_hostile_words_is_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--transcripts", "transcripts", "--no-cache", "--format", "sarif"])
    report = msgspec.json.decode(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA, jsonschema.Draft202012Validator)
    messages = [result["message"]["text"] for result in report["runs"][0]["results"]]
    assert len(messages) == 4
    assert any("[Ada] (https://example.org)" in message for message in messages)
    assert not any("](" in message for message in messages)


@pytest.mark.usefixtures("project")
def test_find_prints_nothing_hostile(capsys: pytest.CaptureFixture[str]) -> None:
    for words, name in (
        ("why the kettle sings", r"\x3a:error::x.json"),
        ("nothing of the kind stands here", r"n\x1b[31m\x07"),
        ("the spout is large", "o.vtt"),
    ):
        main(["find", words, "--transcripts", "transcripts", "--no-cache", "--quotes", "none"])
        out = capsys.readouterr().out
        assert any(line.startswith(name) for line in out.splitlines())
        assert not UNSEEN.search(out)
        assert "##[" not in out


def test_a_terminal_without_the_characters_gets_escapes(project: Path) -> None:
    import os
    import subprocess
    import sys

    (project / "transcripts" / "p.txt").write_text("日本 has tea and 鉄瓶 kettles.", encoding="utf-8")
    command = "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", command, "find", "has tea and 鉄瓶 kettles", "--transcripts", "transcripts", "--no-cache", "--quotes", "none"],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"has tea and \\u9244\\u74f6 kettles" in done.stdout

"""``unknown-quotes lint``: files and folders, the reports, and what ``--fix`` writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import yaml

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.lint import command
from sphinx_unknown_quotes.commands.program import program

QUOTES = """\
source: {title: A lecture, type: lecture}
quotes:
  - id: sure
    text: No one's really sure why this kettle sings either.
    speaker: John Hewitt
"""
RIGHT = "Hewitt says it: “No one's really sure why this kettle sings either.”\n"
WRONG = "Hewitt says it: “No one's really sure why this kettle doesn't sing either.”\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a collection, in which the command runs."""
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "a.yaml").write_text(QUOTES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*arguments):
    return main(["lint", *arguments])


def test_misquotation_fails_with_its_place_and_its_difference(here, capsys):
    (here / "a.md").write_text(f"# Page\n\n{WRONG}")
    assert lint("a.md") == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith(
        "a.md:3:17: error: misquoted: “No one's really sure why this kettle doesn't sing either.” is not what the record sure"
    )
    assert "quotes/a.yaml:3" in out[0]
    assert "critical: a negation" in out[1]
    assert out[-1] == "1 quoted string: 1 misquoted."


def test_words_of_a_record_warn_and_fail_with_strict(here, capsys):
    (here / "a.rst").write_text(RIGHT)
    assert lint("a.rst") == 0
    assert "a.rst:1:17: warning: recorded:" in (out := capsys.readouterr().out)
    assert "Write :uq:text:`sure` instead." in out
    assert lint("a.rst", "--strict") == 1


def test_another_speaker_fails(here, capsys):
    (here / "a.txt").write_text(RIGHT.replace("Hewitt", "Manning"))
    assert lint("a.txt") == 1
    assert "are words of John Hewitt in the record sure (quotes/a.yaml:3), not of Manning." in capsys.readouterr().out


def test_folder_is_read_without_what_is_made(here, capsys):
    for name in ("docs/b.md", "docs/a.rst", "docs/_build/c.md", "docs/.hidden/d.md", "docs/e.py"):
        (here / name).parent.mkdir(exist_ok=True, parents=True)
        (here / name).write_text(WRONG)
    assert lint("docs", "docs/a.rst") == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in out if "misquoted: “" in line] == ["docs/a.rst", "docs/b.md"]


def test_what_no_record_has_is_named_with_all(here, capsys):
    (here / "a.md").write_text("He said “the cat sat on the large red mat”.\n")
    assert lint("a.md") == 0
    assert capsys.readouterr().out == "1 quoted string: 1 unrecorded.\n"
    assert lint("a.md", "--all") == 0
    assert "a.md:1:9: note: unrecorded: No record has “the cat sat on the large red mat”." in capsys.readouterr().out


def test_fix_writes_the_role_for_words_that_are_word_for_word(here, capsys):
    (here / "a.md").write_bytes(
        'He says “No one’s really sure why this kettle sings either,”\r\nand "really\r\nsure why this kettle"; '
        "‘Really sure why this kettle’, **“No one's really sure why this kettle sings either.”**\r\n"
        "`“No one's really sure why this kettle sings either.”`\r\n".encode()
    )
    assert lint("a.md", "--fix") == 0
    assert (here / "a.md").read_bytes().decode() == (
        "He says {uq:text}`No one's really sure why this kettle sings either <sure>`,\r\n"
        "and {uq:text}`really sure why this kettle <sure>`; ‘Really sure why this kettle’, **{uq:text}`sure`**\r\n"
        "`“No one's really sure why this kettle sings either.”`\r\n"
    )
    assert capsys.readouterr().err.count("the role is written") == 3


def test_fix_leaves_what_is_misquoted(here):
    (here / "a.md").write_text(WRONG)
    assert lint("a.md", "--fix") == 1
    assert (here / "a.md").read_text() == WRONG


def test_published_file_of_a_site_is_compared_with_and_writes_no_role(here, capsys):
    entry = {
        "id": "sure",
        "text": "No one's really sure why this kettle sings either.",
        "source": {"title": "A lecture"},
    }
    (here / "quotes.json").write_text(json.dumps({"schema_version": 1, "quotes": [entry]}))
    (here / "a.md").write_text(RIGHT + WRONG)
    assert lint("a.md", "--quotes", "quotes.json", "--fix") == 1
    assert (here / "a.md").read_text() == RIGHT + WRONG
    assert "is recorded as sure, and typed here again" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_reports_for_programs(here, capsys, name):
    (here / "a.md").write_text(f"{RIGHT}\n{WRONG}")
    lint("a.md", "--format", name)
    report = json.loads(capsys.readouterr().out)
    if name == "json":
        assert report["counts"] == {"misquoted": 1, "speaker": 0, "recorded": 1, "unrecorded": 0}
        first, second = report["findings"]
        assert (first["lineno"], first["column"], first["status"], first["instead"]) == (
            1,
            17,
            "recorded",
            "{uq:text}`sure`",
        )
        assert (second["lineno"], second["status"], second["id"]) == (3, "misquoted", "sure")
        assert "a negation" in [operation["why"] for operation in second["operations"]]
    else:
        (run,) = report["runs"]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert [rules[result["ruleIndex"]] for result in run["results"]] == ["recorded", "misquoted"]
        place = run["results"][1]["locations"][0]["physicalLocation"]
        assert place == {"artifactLocation": {"uri": "a.md"}, "region": {"startLine": 3, "startColumn": 17}}


def test_annotations_of_a_workflow(here, capsys):
    (here / "a.md").write_text(WRONG)
    lint("a.md", "--format", "github")
    assert capsys.readouterr().out.startswith("::error file=a.md,line=1,col=17,title=sure%3A misquoted::“No one")


def test_same_files_give_the_same_report(here, capsys):
    (here / "b.md").write_text(WRONG + RIGHT)
    (here / "a.md").write_text(RIGHT)
    lint("b.md", "a.md")
    first = capsys.readouterr().out
    lint("b.md", "a.md")
    assert capsys.readouterr().out == first


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.md"], "there is no file or folder missing.md"),
        (["a.md", "--quotes", "missing"], "missing is neither a folder nor a file"),
        (["a.md", "--quotes", "a.md"], "a.md is not a quotes.json"),
    ],
)
def test_what_cannot_be_done_is_said(here, capsys, arguments, message):
    (here / "a.md").write_text(RIGHT)
    assert lint(*arguments) == 2
    assert message in capsys.readouterr().err


def test_no_file_is_no_check(here):
    (here / "empty").mkdir()
    assert lint("empty") == 3


def test_file_that_is_not_utf8_is_named_and_others_are_read(here, capsys):
    (here / "a.md").write_bytes(b"\xff\xfe \xe9")
    (here / "b.md").write_text(WRONG)
    assert lint("a.md", "b.md") == 1
    assert "a.md: it is not UTF-8" in capsys.readouterr().err


def test_problems_of_the_collection_are_said(here, capsys):
    (here / "quotes" / "b.yaml").write_text("source: [\n")
    (here / "a.md").write_text(RIGHT)
    lint("a.md")
    assert "quotes/b.yaml" in capsys.readouterr().err


def test_hooks_of_pre_commit_call_commands_that_are_there():
    root = Path(__file__).parents[2]
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks] == ["unknown-quotes-lint", "unknown-quotes-check"]
    for hook in hooks:
        words = hook["entry"].split()
        assert words[:1] == ["unknown-quotes"]
        found = program.get_command(None, words[1])
        assert found
        known = {option for parameter in found.params for option in parameter.opts}
        assert set(words[2:]) <= known
    assert command.name


def test_fix_leaves_what_a_role_cannot_show_or_would_not_be_one(here):
    records = [("tick", "a kettle `sings` of <lids> today"), ("dots", "every kettle sings in the evening")]
    entries = "".join(f"  - {{id: {name}, text: '{text}', speaker: Ann Bee}}\n" for name, text in records)
    (here / "quotes" / "b.yaml").write_text(f"source: {{title: A talk, type: talk}}\nquotes:\n{entries}")
    page = "“a kettle 'sings' of lids today” x“every kettle sings in the evening”y\n\n> every kettle sings in the evening\n"
    (here / "a.md").write_text(page)
    assert lint("a.md", "--fix") == 0
    assert (here / "a.md").read_text() == page


def test_block_that_is_a_record_is_to_be_its_card(here, capsys):
    (here / "a.md").write_text("> No one's really sure why this kettle sings either.\n")
    (here / "b.rst").write_text("   No one's really sure why this kettle sings either.\n")
    lint("a.md", "b.rst")
    out = capsys.readouterr().out
    assert "Write ```{unknown-quote} sure instead." in out
    assert "Write .. unknown-quote:: sure instead." in out


def test_library_that_is_not_installed_is_named(here, capsys, monkeypatch):
    (here / "a.md").write_text(WRONG)
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    monkeypatch.delitem(sys.modules, "sphinx_unknown_quotes.check.prose.reading.markdown", raising=False)
    assert lint("a.md") == 2
    assert "pip install 'sphinx-unknown-quotes[check]'" in capsys.readouterr().err

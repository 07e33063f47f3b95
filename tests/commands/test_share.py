"""From a filled-in form to a pull request. The text of the issue is hostile: it reaches no shell, and YAML only as words."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.adding.issue_form import LABELS, IssueError, read_issue

from .conftest import LECTURE, UNKNOWNS, loaded

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "share.yml"
SPOUT = "The spout is large, but it was made in 1998."


@cache
def fields_of_form() -> list[tuple[str, str]]:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/quote.yml").read_text("utf-8"))
    return [(item["id"], item["attributes"]["label"]) for item in form["body"] if "id" in item]


def body(newline: str = "\n", **given: str) -> str:
    """The form, as GitHub writes it, with what is *given* by the ids of its fields."""
    fields = fields_of_form()
    assert given.keys() <= {name for name, _ in fields}
    return "\n\n".join(f"### {label}\n\n{given.get(name) or '_No response_'}" for name, label in fields).replace(
        "\n", newline
    )


def shared(text: str) -> int:
    Path("issue.md").write_text(text, encoding="utf-8", newline="")
    return main(["add", "--from-issue", "issue.md"])


def test_labels_are_those_of_the_form():
    assert [(name, label) for label, name in LABELS.items()] == fields_of_form()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_filled_in_form_becomes_a_record(quotes, newline):
    text = body(
        newline, text="It sings.\n\nIt does.", speaker="Ada Lark; Bo Ek", title="Tea: a talk", type="talk", unknown="singing",
        url="https://youtu.be/abcdefghijk?t=62", via="A report, https://h/report?utm_source=x (2024-01-06).", seen="2026-11-22",
    )  # fmt: skip
    assert shared(text) == 0
    quotation = loaded(quotes).quotations["lark-sings"]
    assert (quotation.text, quotation.speaker, quotation.at) == ("It sings.\n\nIt does.", ("Ada Lark", "Bo Ek"), "1:02")
    assert (quotation.unknown, quotation.seen) == ("singing", "2026-11-22")
    assert quotation.via
    assert (quotation.via.title, quotation.via.url, quotation.via.date) == (
        "A report",
        "https://h/report",
        "2024-01-06",
    )
    assert loaded(quotes).sources["tea-a-talk"].url == "https://www.youtube.com/watch?v=abcdefghijk"


def test_a_form_comes_from_standard_input(quotes, monkeypatch):
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(body(text="It sings.", title="T", type="talk").encode()))
    )
    assert main(["add", "--from-issue", "-"]) == 0
    assert "sings" in loaded(quotes).quotations


def test_a_form_that_is_not_there_is_said(quotes, capsys):
    assert main(["add", "--from-issue", "nowhere.md"]) == 2
    assert "nowhere.md: No such file" in capsys.readouterr().err


def test_a_form_goes_into_the_file_of_its_source(quotes):
    text = body(text=SPOUT, title="Another title", type="video", url="https://youtu.be/DGfCRXuNA2w", at="1:00")
    assert shared(text) == 0
    assert loaded(quotes).quotations["spout-large-made-1998"].source == "kettles"


def test_what_cannot_be_recorded_is_left_out_and_said(quotes, capsys):
    text = body(
        text=SPOUT, title="Tea", type="talk", at="12.40", unknown="something else", date="last year", url="example.org",
        transcript="On https://h/transcript", lang="English",
    )  # fmt: skip
    assert shared(text) == 0
    err = capsys.readouterr().err
    assert re.findall(r"^Left out: (\S+):", err, re.MULTILINE) == [
        "ADDRESS",
        "--date",
        "--transcript",
        "--at",
        "--lang",
    ]
    assert loaded(quotes).quotations["spout-large-made-1998"].unknown is None


def test_an_unknown_that_the_collection_has_not_is_left_out(quotes, capsys):
    shared(body(text=SPOUT, title="Tea", type="talk", unknown="prompting"))
    assert "Left out: --unknown: 'prompting' is not in unknowns.yaml." in capsys.readouterr().err
    assert loaded(quotes).quotations


def test_a_form_without_what_is_needed_is_refused_with_the_list(quotes, capsys):
    assert shared(body(text=SPOUT, type="sermon")) == 2
    err = capsys.readouterr().err
    assert "\n  --type: 'sermon' is not one of" in err
    assert "\n  --title: " in err


@pytest.mark.parametrize("text", ["", "Hello", "### Who said it\n\nAda", body()])
def test_another_text_is_no_form(quotes, capsys, text):
    assert shared(text) == 2
    assert 'no answer under the heading "### The words"' in capsys.readouterr().err


def test_a_field_that_is_there_twice_is_refused(quotes, capsys):
    assert shared(body(text="It sings.\n\n### Title of the source\n\nMine", title="Tea", type="talk")) == 2
    assert '"### Title of the source" is there twice' in capsys.readouterr().err


@given(
    st.dictionaries(st.sampled_from(sorted(set(LABELS.values()) - {"speaker", "via", "unknown"})), st.text(max_size=60))
)
def test_every_answer_is_read_as_it_was_written(answers):
    clean = {name: re.sub("\r\n?|\n", "\n", value).strip() for name, value in answers.items()}
    answers = {name: value for name, value in clean.items() if value and value != "_No response_"} | {"text": "Words."}
    assert read_issue(body(**answers)).given == answers


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(IssueError):
        assert read_issue(text).given["text"]


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "${{ github.token }} ${GH_TOKEN}",
    "-n\n--title=x",
    "::error file=x::y\n##[error]z\n::add-mask::a",
    "@everyone ![x](https://h/x.png) <img src=x>\n```\n# heading\n```",
    "a: b\nquotes: []\n---\n- !!python/object:os.system {}\n&x *x",
    "\\x1b[31m \\u0000 \u202e \u2028 x",
    "}}\n  - id: other\n    text: smuggled",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words_in_every_field(quotes, words):
    fields = {name: words for name in LABELS.values() if name not in ("type", "text", "title", "status", "unknown")}
    assert shared(body(text=f"{words} x", title=f"{words} y", type="testimony", **fields)) == 0
    library = loaded(quotes)
    assert len(library.quotations) == 2
    new = next(quotation for quotation in library.quotations.values() if quotation.id != "lark-kettle-sings")
    assert new.text.split() == f"{words} x".split()


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A clone with a collection, its remote, and the programs that the workflow runs; ``gh`` writes down what it is given."""
    if not shutil.which("jq") or not shutil.which("git"):
        pytest.skip("jq or git is not installed; every runner of GitHub has them")
    clone, tools = tmp_path / "clone", tmp_path / "tools"
    for path, text in (
        (clone / "quotes/kettles.yaml", LECTURE),
        (clone / "quotes/unknowns.yaml", UNKNOWNS),
        (clone / ".github/share.sh", (ROOT / ".github/share.sh").read_text("utf-8")),
        (tools / "unknown-quotes", f'#!/bin/sh\nexec {sys.executable} -c "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())" "$@"\n'),
        (tools / "gh", '#!/bin/sh\nprintf "%s\\n" "$@" --- >>"$GH_LOG"\ncase "$2" in list) echo "${OPEN:-0}";; esac\n'),
    ):  # fmt: skip
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.chdir(clone)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GH_LOG", str(tmp_path / "gh.log"))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS", raising=False)
    (tmp_path / "gitconfig").write_text("[user]\nname = T\nemail = t@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    for command in ("init -q --bare ../remote", "init -q", "add -A", "commit -qm begin", "remote add origin ../remote"):
        subprocess.run(["git", *command.split()], check=True)
    return clone


def run_workflow(tmp_path: Path, text: str) -> str:
    """Run the steps of the workflow as they are written, and return the arguments of ``gh``."""
    (tmp_path / "event.json").write_text(json.dumps({"issue": {"body": text}}))
    shutil.rmtree(tmp_path / "shared", ignore_errors=True)
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    first = next(step["run"] for step in jobs["record"]["steps"] if "unknown-quotes" in step.get("run", ""))
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", first], check=True)
    # The other job has a clone of its own.
    for command in ("reset -q --hard", "clean -fdq"):
        subprocess.run(["git", *command.split()], check=True)
    last = jobs["propose"]["steps"][-1]["run"].partition("&& ")[2]
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", last], check=True, env={**os.environ, "NUMBER": "12"})
    return (tmp_path / "gh.log").read_text("utf-8")


def test_the_workflow_makes_a_pull_request_of_the_record_and_nothing_else(checkout, tmp_path):
    log = run_workflow(
        tmp_path, body(text=SPOUT, title="On kettles", type="lecture", url="https://youtu.be/DGfCRXuNA2w?t=60")
    )
    assert "pr\ncreate\n--head\nquote/issue-12\n--title\nQuotation of issue #12\n" in log
    shown = subprocess.run(
        ["git", "--git-dir", "../remote", "show", "--stat", "--format=%s", "quote/issue-12"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert shown.startswith("Record the quotation of issue #12\n")
    assert "quotes/kettles.yaml | 3 +++" in shown
    assert "1 file changed" in shown
    said = (tmp_path / "shared/body.md").read_text("utf-8")
    assert "Closes #12." in said
    assert "    quotes/kettles.yaml:13: recorded: spout-large-made-1998\n" in said


def test_the_workflow_brings_an_open_pull_request_up_to_date(checkout, tmp_path, monkeypatch):
    monkeypatch.setenv("OPEN", "1")
    log = run_workflow(tmp_path, body(text=SPOUT, title="Tea", type="talk"))
    assert "pr\nedit\nquote/issue-12\n" in log
    assert "create" not in log


@pytest.mark.parametrize(("text", "said"), [
    (body(text=SPOUT, type="talk"), "no record of this quotation yet"),
    (body(text="We do not know why the kettle sings.", title="On kettles", type="lecture", url="https://youtu.be/DGfCRXuNA2w"), "nothing to add"),
])  # fmt: skip
def test_the_workflow_says_in_the_issue_why_there_is_no_record(checkout, tmp_path, text, said):
    log = run_workflow(tmp_path, text)
    assert log.startswith("issue\ncomment\n12\n--body-file\n")
    assert "pr\n" not in log
    assert said in (tmp_path / "shared/body.md").read_text("utf-8")


def test_the_workflow_runs_nothing_that_an_issue_says(checkout, tmp_path):
    words = "\n\n".join(HOSTILE)
    fields = {name: words for name in LABELS.values() if name not in ("type", "text", "title", "status", "unknown")}
    log = run_workflow(tmp_path, body(text=words, title="::error::x\r@a $(touch pwned)", type="talk", **fields))
    assert "pr\ncreate\n" in log
    assert not list(tmp_path.rglob("pwned"))
    assert "touch" not in log
    # All of it is indented, and so is code: a mention calls nobody.
    said = (tmp_path / "shared/body.md").read_text("utf-8").split("\n")
    own = ("The record of #12.", "Closes #12.", "")
    assert [line for line in said if not line.startswith("    ") and not line.startswith(own[:2]) and line] == []


def test_the_workflow_has_the_least_rights_and_pinned_actions():
    text = WORKFLOW.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["record"]["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step.get("uses", f"actions/x@{'0' * 40}"))
            assert "${{" not in step.get("run", "")
            assert step.get("with", {}).get("persist-credentials") is (
                False if "checkout" in step.get("uses", "") else None
            )
    # Whatever an expression gives is a number, a folder, or a token; the text of an issue is in none.
    named = set(re.findall(r"\$\{\{ (.*?) \}\}", text))
    assert named == {"github.event.issue.number", "runner.temp", "github.token"}

"""``--fix`` and ``--update``: what they write, where, and what they leave alone."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from papers import column, pdf

from sphinx_unknown_quotes.check import fixing
from sphinx_unknown_quotes.check.fixing import with_values
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.evidence import read_evidence

if TYPE_CHECKING:
    from pathlib import Path

TRANSCRIPT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Lark>We do not know why the kettle sings.

01:00.000 --> 01:04.000
<v Bo Ek>The spout is large, but it was made in 1998.
"""
HEAD = "source: {title: Kettles, type: talk, transcript: kettles.vtt}\n"
KETTLE = "We do not know why the kettle sings."
SPOUT = "The spout is large, but it was made in 1998."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()
    (tmp_path / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("UNKNOWN_QUOTES_TRANSCRIPTS", "transcripts")
    return tmp_path


def record(project: Path, quotes: str, name: str = "kettles.yaml", head: str = HEAD) -> Path:
    path = project / "quotes" / name
    path.write_text(head + quotes, encoding="utf-8")
    return path


def test_the_right_time_is_written_and_nothing_else(project: Path) -> None:
    path = record(
        project,
        f"quotes:\n- id: a\n  text: {KETTLE}\n  at: '0:40'  # about here\n- id: b\n  text: {KETTLE}\n  at: 0:01\n",
    )
    before = path.read_text(encoding="utf-8")
    assert main(["check", "--fix"]) == 0
    assert path.read_text(encoding="utf-8") == before.replace("'0:40'", "'0:01'")


@pytest.mark.parametrize(
    ("at", "right"), [("0:10 - 0:15", "1:00 - 1:05"), ("10 to 15", "1:00 to 1:05"), ("0:10–0:15.95", "1:00–1:05")]
)
def test_a_range_keeps_its_length_and_its_dash(project: Path, at: str, right: str) -> None:
    path = record(project, f'quotes: [{{id: a, text: "{SPOUT}", at: "{at}"}}]\n')
    assert main(["check", "--fix"]) == 0
    assert f'at: "{right}"' in path.read_text(encoding="utf-8")


def test_a_time_that_passes_stays_as_it_is(project: Path) -> None:
    path = record(project, f"quotes:\n- {{id: a, text: {KETTLE}, at: 0:02}}\n- {{id: b, text: {KETTLE}, at: 0:59}}\n")
    main(["check", "--fix"])
    assert path.read_text(encoding="utf-8").endswith(f"at: 0:02}}\n- {{id: b, text: {KETTLE}, at: 0:01}}\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_other_byte_stays(newline: str, mark: str) -> None:
    text = (
        f"{mark}# é{newline}source: {{title: é, type: talk}}{newline}quotes:{newline}"
        f'- {{id: u, at: "1:00-1:10", text: "at: 5"}}{newline}-   at:   2:00   # x{newline}    id: b{newline}    text: T{newline}'
    )
    fixed = with_values(text.encode(), {"u": {"at": "0:05-0:15"}, "b": {"at": "0:07"}}, "x.yaml")
    assert fixed is not None
    assert fixed.decode() == text.replace("1:00-1:10", "0:05-0:15").replace("2:00", "0:07")


def test_values_of_other_lengths_go_where_they_belong() -> None:
    text = "source: {title: T, type: talk}\nquotes: [{id: a, at: 0:59, text: T}, {text: U, at: 1:00:00, id: b}]\n"
    fixed = with_values(text.encode(), {"a": {"at": "1:00:01"}, "b": {"at": "0:07"}}, "x.yaml")
    assert fixed == text.replace("0:59", "1:00:01").replace("1:00:00,", "0:07,").encode()


def test_of_two_records_with_one_id_the_first_is_set_right() -> None:
    text = "source: {title: T, type: talk}\nquotes: [{id: a, at: 0:59, text: T}, {id: a, at: 0:58, text: T}]\n"
    assert with_values(text.encode(), {"a": {"at": "0:07"}}, "x.yaml") == text.replace("0:59", "0:07").encode()


def test_records_without_an_id_are_left_alone() -> None:
    text = "source: {title: T, type: talk}\nquotes: [T, {id: [], text: T}, {text: U}, {id: a, at: 0:59, text: T}]\n"
    assert with_values(text.encode(), {"a": {"at": "0:07"}}, "x.yaml") == text.replace("0:59", "0:07").encode()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", "0:07"),
        ("- a\n", "0:07"),
        ("quotes: 5\n", "0:07"),
        ("quotes: [{id: b, at: 0:59, text: T}]\n", "0:07"),
        # A block has a line end of its own.
        ("quotes:\n- id: a\n  text: T\n  at: |-\n    0:59", "0:07"),
        ("quotes: [{id: a, at: 0:59, text: T}]\n", "\ud800"),
        ("quotes: [{id: a, at: 0:59, text: T}]\n", "0:07, text: U"),
    ],
)
def test_a_value_that_cannot_be_put_there_for_sure_changes_nothing(text: str, value: str) -> None:
    text = f"source: {{title: T, type: talk}}\n{text}" if text.startswith("quotes") else text
    assert with_values(text.encode(), {"a": {"at": value}}, "x.yaml") is None


def test_of_two_records_on_one_line_only_the_wrong_one_is_set_right(project: Path) -> None:
    path = record(project, f'quotes: [{{id: a, text: {KETTLE}, at: 0:40}}, {{id: b, text: "{SPOUT}", at: 1:00}}]\n')
    assert main(["check", "--fix"]) == 0
    assert path.read_text(encoding="utf-8").endswith(
        f'text: {KETTLE}, at: 0:01}}, {{id: b, text: "{SPOUT}", at: 1:00}}]\n'
    )


def test_of_two_values_the_one_that_counts_is_set_right(project: Path) -> None:
    path = record(project, f"quotes:\n- id: a\n  text: {KETTLE}\n  at: 0:40\n  at: 0:50\n")
    main(["check", "--fix"])
    assert path.read_text(encoding="utf-8").endswith("  at: 0:01\n  at: 0:50\n")


def test_a_mapping_elsewhere_that_looks_like_a_record_is_none(project: Path) -> None:
    notes = f"notes: [{{id: a, text: {KETTLE}, at: 0:40}}]\n"
    path = record(project, f"{notes}quotes:\n- {{id: a, text: {KETTLE}, at: 0:40}}\n")
    main(["check", "--fix"])
    assert path.read_text(encoding="utf-8") == f"{HEAD}{notes}quotes:\n- {{id: a, text: {KETTLE}, at: 0:01}}\n"


def test_a_value_whose_place_is_not_sure_is_left_to_a_person(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = record(
        project,
        f"quotes:\n- id: a\n  at: |-\n    0:40\n  text: {KETTLE}\n- id: b\n  at: 0:50\n  text: {KETTLE}\n",
    )
    before = path.read_text(encoding="utf-8")
    assert main(["check", "--fix"]) == 1
    assert path.read_text(encoding="utf-8") == before.replace("0:50", "0:01")
    err = capsys.readouterr().err
    assert "kettles.yaml:3: a: is written in a form" in err
    assert "kettles.yaml:7: b: the time is corrected." in err


def meanwhile(project: Path, monkeypatch: pytest.MonkeyPatch, edits: list[str]) -> None:
    """Let somebody else write the next of *edits* whenever the right values are known and not yet written."""
    original = fixing.with_values

    def edited(*arguments: object) -> bytes | None:
        if edits:
            record(project, edits.pop(0))
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "with_values", edited)


def test_a_file_that_was_changed_meanwhile_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = record(project, f"quotes:\n- {{id: a, text: {KETTLE}, at: 0:40}}\n")
    edited = f"quotes:\n- {{id: b, text: {KETTLE}, at: 0:50}}\n- {{id: a, text: {KETTLE}, at: 0:40}}\n"
    meanwhile(project, monkeypatch, [edited])
    assert main(["check", "--fix"]) == 0
    assert path.read_text(encoding="utf-8") == HEAD + edited.replace("0:50", "0:01").replace("0:40", "0:01")


def test_a_file_that_is_always_changed_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edits = [f"quotes:\n- {{id: a, text: {KETTLE}, at: 0:4{number}}}\n" for number in range(9)]
    path = record(project, edits.pop(0))
    meanwhile(project, monkeypatch, edits)
    assert main(["check", "--fix"]) == 1
    assert path.read_text(encoding="utf-8").endswith("at: 0:44}\n")
    assert "kettles.yaml: it changes again and again during the check." in capsys.readouterr().err


BOOK = pdf(
    column(["A preface stands here."]),
    column(["We do not know why the kettle sings.", "Nobody has ever asked the"]),
    column(["cook of the house. The lid is old."]),
    labels="0<</S/r>>1<</S/D>>",
)


@pytest.fixture
def book(project: Path) -> Path:
    (project / "transcripts" / "book.pdf").write_bytes(BOOK)
    return project


BOOK_HEAD = "source: {title: Kettles, type: book, transcript: book.pdf}\n"


@pytest.mark.parametrize(
    ("text", "page", "right"),
    [
        (KETTLE, "4", "1"),
        (KETTLE, "'p. 5'", "'p. 1'"),
        ("A preface stands here.", "2", "i"),
        ("Nobody has ever asked the cook of the house.", "7", "1-2"),
    ],
)
def test_the_right_page_is_written(book: Path, text: str, page: str, right: str) -> None:
    path = record(book, f"quotes:\n- id: a\n  text: {text}\n  page: {page}\n", head=BOOK_HEAD)
    assert main(["check", "--fix"]) == 0
    assert path.read_text(encoding="utf-8").endswith(f"  page: {right}\n")


def test_a_page_that_passes_stays_as_it_is_and_none_is_added(book: Path) -> None:
    path = record(
        book,
        f"quotes:\n- {{id: a, text: {KETTLE}, page: p. 2}}\n- {{id: b, text: {KETTLE}}}\n",
        head=BOOK_HEAD,
    )
    before = path.read_text(encoding="utf-8")
    assert main(["check", "--fix"]) == 0
    assert path.read_text(encoding="utf-8") == before


def test_the_evidence_keeps_the_pages_on_which_the_words_stand(book: Path) -> None:
    record(
        book,
        f"quotes:\n- {{id: a, text: {KETTLE}}}\n- {{id: b, text: Nobody has ever asked the cook of the house.}}\n",
        head=BOOK_HEAD,
    )
    main(["check", "--update"])
    evidence, problems = read_evidence((book / "quotes" / "evidence.json").read_bytes())
    assert ({key: each.page for key, each in evidence.items()}, problems) == ({"a": "1", "b": "1-2"}, [])


def test_evidence_is_not_written_through_a_link_to_another_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(project, f"quotes:\n- {{id: a, text: {KETTLE}}}\n")
    (project / "victim").write_text("precious", encoding="utf-8")
    (project / "quotes" / "evidence.json").symlink_to(project / "victim")
    assert main(["check", "--update"]) == 2
    assert (project / "victim").read_text(encoding="utf-8") == "precious"
    assert "evidence.json: it is a link to a file that is not an evidence.json" in capsys.readouterr().err


def test_evidence_that_is_a_link_stays_one(project: Path) -> None:
    record(project, f"quotes:\n- {{id: a, text: {KETTLE}}}\n")
    main(["check", "--update"])
    (project / "quotes" / "evidence.json").rename(project / "kept.json")
    (project / "quotes" / "evidence.json").symlink_to("../kept.json")
    record(project, f'quotes:\n- {{id: a, text: "{SPOUT}"}}\n')
    assert main(["check", "--update"]) == 0
    assert (project / "quotes" / "evidence.json").is_symlink()
    evidence, _ = read_evidence((project / "kept.json").read_bytes())
    assert evidence["a"].found == 60


@pytest.mark.parametrize(("option", "name"), [("--update", "evidence.json"), ("--fix", "kettles.yaml")])
def test_a_full_disk_is_named_with_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    record(project, f"quotes:\n- {{id: a, text: {KETTLE}, at: 0:40}}\n")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert main(["check", option]) == 2
    assert f"quotes/{name}: No space left on device" in capsys.readouterr().err


def test_runs_at_once_do_not_disturb_each_other(project: Path) -> None:
    """Four that write the same evidence and the same cache, over and over, with an edit before each round."""
    command = [sys.executable, "-c", "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())"]
    for number in range(2):
        path = record(project, f"quotes:\n- {{id: a-{number}, text: {KETTLE}, at: 0:40}}\n")
        (project / "transcripts" / "kettles.vtt").write_text(f"{TRANSCRIPT}\nNOTE {number}\n", encoding="utf-8")
        runs = [
            subprocess.Popen(
                [*command, "check", "--update", "--fix"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for _ in range(4)
        ]
        said = [run.communicate()[1] for run in runs]
        assert [run.returncode for run in runs] == [0] * 4
        assert {line for one in said for line in one.splitlines()} <= {
            f"quotes/kettles.yaml:3: a-{number}: the time is corrected.".encode()
        }
        assert path.read_text(encoding="utf-8").endswith("at: 0:01}\n")
        evidence, problems = read_evidence((project / "quotes" / "evidence.json").read_bytes())
        assert (list(evidence), problems) == ([f"a-{number}"], [])
        assert sorted(path.name for path in (project / "quotes").iterdir()) == ["evidence.json", "kettles.yaml"]


def test_a_file_that_is_gone_is_not_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = record(project, f"quotes:\n- {{id: a, text: {KETTLE}, at: 0:40}}\n")
    original = fixing.with_values

    def removed(*arguments: object) -> bytes | None:
        path.unlink()
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "with_values", removed)
    main(["check", "--fix"])
    assert not path.exists()


def test_what_the_loader_in_python_cannot_read_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise fixing.yaml.YAMLError

    monkeypatch.setattr(fixing.yaml, "compose", refuse)
    assert with_values(b"quotes: []\n", {"a": {"at": "1"}}, "x.yaml") is None

"""``check --locked``: the collection against evidence.json alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_unknown_quotes.cli import main

TRANSCRIPT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada Lark>We do not know why the kettle sings.\n"
SOURCE = "source: {title: Kettles, type: talk, transcript: kettles.vtt}\nquotes:\n"
GOOD = "- {id: good, text: We do not know why, speaker: Ada Lark, at: 0:01}\n"
NEAR = "- {id: near, text: We do not know why the cauldron sings}\n"
WRONG = "- {id: wrong, text: We know why the kettle sings}\n"
MOVED = "- {id: moved, text: We do not know why, at: '9:00'}\n"
PARAPHRASE = "- {id: paraphrase, text: Nobody knows about kettles, status: paraphrase}\n"
LOOSE = "source: {title: Tea, type: talk}\nquotes:\n- {id: loose, text: Tea is served}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()
    (tmp_path / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    return tmp_path


def checked(project: Path, *quotes: str) -> None:
    """Record *quotes*, and check them where the transcript is, which then is not there any more."""
    record(project, *quotes)
    main(["check", "--update", "--transcripts", "transcripts"])
    (project / "transcripts" / "kettles.vtt").unlink()


def record(project: Path, *quotes: str) -> None:
    (project / "quotes" / "kettles.yaml").write_text(SOURCE + "".join(quotes), encoding="utf-8")


def locked(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["check", "--locked", *more])
    out, err = capsys.readouterr()
    assert err == ""
    return code, out


def test_what_was_checked_passes_without_a_transcript(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD, PARAPHRASE)
    (project / "quotes" / "tea.yaml").write_text(LOOSE, encoding="utf-8")
    assert locked(capsys) == (0, locked(capsys)[1])
    assert locked(capsys)[1].endswith("3 quotations: 1 verbatim, 2 unchecked.\n")


@pytest.mark.parametrize(
    "edited",
    [
        GOOD.replace("know", "see"),
        GOOD.replace("Ada Lark", "Bo Ek"),
        GOOD.replace("0:01", "0:02"),
        GOOD.replace("at: 0:01", "section: 2"),
    ],
)
def test_what_was_edited_since_fails_at_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], edited: str
) -> None:
    checked(project, GOOD)
    record(project, edited)
    code, out = locked(capsys)
    assert code == 1
    assert out.startswith(
        "quotes/kettles.yaml:3: error: unchecked: good: The words were not compared with kettles.vtt. "
        "The quotation was edited since it was checked."
    )


def test_what_the_check_does_not_look_at_may_be_edited(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD)
    record(project, GOOD.replace("id: good,", "id: good, context: Tea,"))
    assert locked(capsys)[0] == 0


def test_what_never_was_checked_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD)
    record(project, GOOD, NEAR)
    code, out = locked(capsys)
    assert code == 1
    assert "quotes/kettles.yaml:4: error: unchecked: near: " in out
    assert "evidence.json does not have the quotation." in out


@pytest.mark.parametrize("content", [None, "", "[]", '{"schema_version": 99, "quotes": {}}'])
def test_without_evidence_all_fails(project: Path, content: str | None) -> None:
    checked(project, GOOD)
    path = project / "quotes" / "evidence.json"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    assert main(["check", "--locked"]) == 1


@pytest.mark.parametrize(
    ("quote", "strict", "code"),
    [(NEAR, (), 0), (NEAR, ("--strict",), 1), (WRONG, (), 1), (MOVED, (), 1), (GOOD, ("--strict",), 0)],
)
def test_verdicts_count_as_they_did(
    project: Path, capsys: pytest.CaptureFixture[str], quote: str, strict: tuple[str, ...], code: int
) -> None:
    checked(project, quote)
    assert locked(capsys, *strict)[0] == code


def test_a_collection_without_transcripts_is_not_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "quotes" / "tea.yaml").write_text(LOOSE, encoding="utf-8")
    assert locked(capsys) == (3, "1 quotation: 1 unchecked.\n")


def test_times_are_those_of_the_evidence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, MOVED)
    assert "The words were said at 0:01, not at 9:00 in kettles.vtt." in locked(capsys)[1]


def test_a_verdict_by_other_rules_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD)
    path = project / "quotes" / "evidence.json"
    evidence = json.loads(path.read_text(encoding="utf-8"))
    evidence["quotes"]["good"]["policy"] = "0"
    path.write_text(json.dumps(evidence), encoding="utf-8")
    code, out = locked(capsys)
    assert code == 0
    assert "It was checked by the rules of another version." in out


def test_every_report_has_what_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD, NEAR)
    record(project, GOOD.replace("know", "see"), NEAR)
    assert (
        "::error file=quotes/kettles.yaml,line=3,title=good%3A unchecked::" in locked(capsys, "--format", "github")[1]
    )
    results = json.loads(locked(capsys, "--format", "sarif")[1])["runs"][0]["results"]
    assert [(result["kind"], result["level"]) for result in results] == [("fail", "error"), ("fail", "warning")]
    verdicts = json.loads(locked(capsys, "--format", "json")[1])["verdicts"]
    assert [(verdict["verdict"], verdict["notes"]) for verdict in verdicts] == [
        ("unchecked", ["edited"]),
        ("near", ["from-evidence"]),
    ]


@pytest.mark.parametrize("other", ["--update", "--fix"])
def test_locked_only_reads(project: Path, capsys: pytest.CaptureFixture[str], other: str) -> None:
    record(project, GOOD)
    assert main(["check", "--locked", other]) == 2
    assert "--locked only reads" in capsys.readouterr().err


def test_a_broken_file_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(project, GOOD)
    record(project, GOOD, "- {id: b, txet: Tea}\n")
    assert main(["check", "--locked"]) == 1
    assert "quotes/kettles.yaml:4:11: " in capsys.readouterr().err


def test_our_own_collection_is_what_was_checked() -> None:
    assert main(["check", "--locked", str(Path(__file__).parents[2] / "quotes")]) == 0

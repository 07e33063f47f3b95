"""The command: reports, exit codes, the lock file, the time that is corrected, and the cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_unknown_quotes.check import checking
from sphinx_unknown_quotes.check.checking import check_library
from sphinx_unknown_quotes.check.files.folder import Folder
from sphinx_unknown_quotes.check.finding import find_words
from sphinx_unknown_quotes.check.results import Results
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

TRANSCRIPT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Lark>We do not know why the kettle sings.

01:00.000 --> 01:04.000
<v Bo Ek>The spout is large, but it was made in 1998.
"""
SOURCE = "source:\n  title: Kettles\n  type: talk\n  transcript: kettles.vtt\nquotes:\n"
KETTLE = "We do not know why the kettle sings."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()
    (tmp_path / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("UNKNOWN_QUOTES_TRANSCRIPTS", "transcripts")
    return tmp_path


def record(project: Path, *quotes: str, source: str = SOURCE, name: str = "kettles") -> Path:
    lines = [
        f"  - id: {name}-{number}\n" + "".join(f"    {line}\n" for line in quote.split("\n"))
        for number, quote in enumerate(quotes)
    ]
    path = project / "quotes" / f"{name}.yaml"
    path.write_text(source + "".join(lines), encoding="utf-8")
    return path


def verdicts(capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    main(["check", "--format", "json", *more])
    found = json.loads(capsys.readouterr().out)
    assert found["policy"]
    return list(found["verdicts"])


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        (f"text: {KETTLE}", 0),
        ("text: We do not know why the cauldron sings.", 0),
        ("text: We know why the kettle sings.", 1),
        (f"text: {KETTLE}\nat: '0:40'", 1),
        ("text: ' … '", 3),
        (f"text: {KETTLE}\nstatus: paraphrase", 3),
        (f"text: {KETTLE}\nspeeker: Ada", 1),
    ],
)
def test_exit_code(project: Path, quote: str, code: int) -> None:
    record(project, quote)
    assert main(["check"]) == code


@pytest.mark.parametrize(
    ("quote", "code"), [(f"text: {KETTLE}", 0), ("text: We do not know why the cauldron sings.", 1)]
)
def test_strict_fails_on_what_is_near(project: Path, quote: str, code: int) -> None:
    record(project, quote)
    assert main(["check", "--strict"]) == code


def test_every_report_names_what_is_hidden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, "text: The spout is large, but … made in 1998.", "text: We do")
    for form in ("text", "sarif", "github"):
        main(["check", "--format", form])
        out = capsys.readouterr().out.replace("\\", "")
        assert 'cut off from "… not" (a negation)' in out
    operations = verdicts(capsys)[1]["operations"]
    assert operations == [{"kind": "cut-off", "quoted": "", "said": "… not", "critical": True, "why": "a negation"}]


def test_without_transcripts_nothing_is_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS")
    record(project, f"text: {KETTLE}")
    assert main(["check"]) == 3
    said = "quotes/kettles.yaml:6: unchecked: kettles-0: The words were not compared with kettles.vtt. "
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    "arguments",
    [["check", "nowhere"], ["check", "--format", "xml"], ["check", "--transcripts", "no"], [], ["find", "…"]],
)
def test_wrong_use_is_2(project: Path, arguments: list[str]) -> None:
    record(project, f"text: {KETTLE}")
    assert main(arguments) == 2


def test_a_folder_of_transcripts_that_does_not_exist_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--transcripts", "no"]) == 2
    assert "no is not a folder. Name that of the transcripts with --transcripts" in capsys.readouterr().err


def test_json_has_times_in_seconds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, f"text: {KETTLE}\nat: '0:40'\nspeaker: Ada Lark")
    assert verdicts(capsys) == [
        {"id": "kettles-0", "verdict": "moved", "cited": 40, "found": 1, "page": None, "transcript": "kettles.vtt",
         "speaker": "Ada Lark", "operations": [], "notes": []}
    ]  # fmt: skip


def test_json_names_every_operation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, "text: The spout is large but it was made in 1999.")
    operations = verdicts(capsys)[0]["operations"]
    changed = {"kind": "replaced", "quoted": "1999", "said": "1998", "critical": True, "why": "a number"}
    assert changed in operations  # type: ignore[operator]


def test_words_of_another_source_are_elsewhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "transcripts" / "other.txt").write_text("Nothing of the kind stands here, friends.", encoding="utf-8")
    record(project, f"text: {KETTLE}", source=SOURCE.replace("kettles.vtt", "other.txt"))
    found = verdicts(capsys)[0]
    assert (found["verdict"], found["transcript"], found["found"]) == ("elsewhere", "kettles.vtt", 1)


def test_text_report_has_a_word_diff(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, "text: We do not know why the cauldron sings.")
    main(["check"])
    out = capsys.readouterr().out
    assert "quotes/kettles.yaml:6: warning: near: kettles-0:" in out
    assert "[-kettle-]{+cauldron+}" in out
    assert "\x1b" not in out


def test_github_annotation_is_at_the_line_of_the_yaml(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, f"text: {KETTLE}", f"text: {KETTLE}\nat: '0:40'")
    main(["check", "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=quotes/kettles.yaml,line=8,title=kettles-1%3A moved::")


def test_sarif_has_a_rule_and_a_place_for_every_result(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, f"text: {KETTLE}", "text: We know why the kettle sings.")
    main(["check", "--format", "sarif"])
    run = json.loads(capsys.readouterr().out)["runs"][0]
    assert [result["level"] for result in run["results"]] == ["none", "error"]
    assert all(
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"]
    )
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("quotes/kettles.yaml", 8)


def test_update_writes_no_words_of_the_transcript(project: Path) -> None:
    record(project, "text: We do not know why the cauldron sings.", f"text: {KETTLE}")
    main(["check", "--update"])
    written = (project / "quotes" / "evidence.json").read_text(encoding="utf-8")
    assert '"verdict":"verbatim"' in written
    assert "kettle " not in written
    assert written.count("\n") == 4


def test_update_without_transcripts_keeps_what_is_known(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")
    main(["check", "--update"])
    before = (project / "quotes" / "evidence.json").read_bytes()
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS")
    main(["check", "--update"])
    assert (project / "quotes" / "evidence.json").read_bytes() == before


def test_what_is_broken_in_a_transcript_is_said_with_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "transcripts" / "kettles.vtt").open("a", encoding="utf-8") as stream:
        stream.write("\n02:00.000 --> 0x\nBroken\n")
    record(project, f"text: {KETTLE}")
    assert main(["check"]) == 0
    assert "transcripts/kettles.vtt:9: " in capsys.readouterr().err


def test_what_did_not_change_is_not_checked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}", "text: We know why the kettle sings.")
    assert main(["check"]) == 1
    monkeypatch.setattr(checking, "judge", lambda *_: pytest.fail("checked again"))
    assert main(["check"]) == 1


def test_a_changed_transcript_is_read_again(project: Path) -> None:
    record(project, f"text: {KETTLE}")
    assert main(["check"]) == 0
    (project / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT.replace("not ", ""), encoding="utf-8")
    assert main(["check"]) == 1


def test_the_cache_holds_no_transcript_that_is_gone(project: Path) -> None:
    record(project, f"text: {KETTLE}")
    for number in range(3):
        (project / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT + f"\nNOTE {number}\n", encoding="utf-8")
        assert main(["check"]) == 0
    assert len(list((project / "cache").rglob("words/*/*"))) == 1


def test_a_damaged_cache_is_an_empty_one(project: Path) -> None:
    record(project, f"text: {KETTLE}")
    main(["check"])
    for path in (project / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\x80damaged")
    assert main(["check"]) == 0


@pytest.mark.usefixtures("project")
def test_find_names_the_transcript_the_time_and_the_speaker(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "why the kettle sings"]) == 0
    assert capsys.readouterr().out == "kettles.vtt 0:01: verbatim: Ada Lark: why the kettle sings\n"


@pytest.mark.usefixtures("project")
def test_find_says_when_no_transcript_has_the_words() -> None:
    assert main(["find", "penguins of the northern harbour sleep"]) == 1


def test_verbose_names_what_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(
        project,
        f"text: {KETTLE}",
        "text: The spout is big, but it was made in 1998.",
        "text: The spout was made in 1999.",
    )
    main(["check", "-v"])
    out = capsys.readouterr().out
    assert "pass: verbatim: kettles-0:" in out
    assert "critical: " in out


def test_a_terminal_has_colours(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record(project, "text: We do not know why the cauldron sings.")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["check"]) == 0
    assert "\x1b[" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_find_needs_transcripts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["find", "kettle", "--transcripts", "empty"]) == 3
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS")
    assert main(["find", "kettle"]) == 2


def test_the_cache_may_be_elsewhere_or_nowhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")
    assert main(["check", "--cache", "mine"]) == 0
    assert (project / "mine" / "words").is_dir()
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert main(["check"]) == main(["check", "--no-cache"]) == 0


def test_a_cache_that_cannot_be_written_is_none(project: Path) -> None:
    record(project, f"text: {KETTLE}")
    (project / "mine").write_text("a file", encoding="utf-8")
    assert main(["check", "--cache", "mine"]) == 0


_read_bytes = Path.read_bytes


def _no_transcript(path: Path) -> bytes:
    assert path.suffix != ".vtt"
    return _read_bytes(path)


def test_a_transcript_that_cannot_be_read_checks_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record(project, f"text: {KETTLE}")
    for module in ("folder", "digests"):
        monkeypatch.setattr(f"sphinx_unknown_quotes.check.files.{module}.MAX_BYTES", 3)
    monkeypatch.setattr("pathlib.Path.read_bytes", _no_transcript)
    monkeypatch.setattr("sphinx_unknown_quotes.check.files.digests.blake2b", lambda **_: pytest.fail("a digest"))
    assert main(["check"]) == 3
    assert "transcripts/kettles.vtt: cannot be read: it is larger than 3 bytes." in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_ends_the_command(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")

    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("sphinx_unknown_quotes.commands.check._report", closed)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert main(["check"]) == 1


def test_evidence_is_dropped_with_the_words_it_was_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")
    main(["check", "--update"])
    record(project, "text: Something else.")
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS")
    main(["check", "--update"])
    assert "verbatim" not in (project / "quotes" / "evidence.json").read_text(encoding="utf-8")


def test_a_source_without_a_transcript_is_said_when_all_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, f"text: {KETTLE}", source="source: {title: Kettles, type: talk}\nquotes:\n")
    assert main(["check"]) == 3
    assert "kettles-0" not in capsys.readouterr().out
    assert main(["check", "-v"]) == 3
    assert "kettles-0: The words were not compared" in capsys.readouterr().out


def test_the_diff_leaves_out_what_counts_as_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(project, "text: We don't know why the cauldron sings.")
    main(["check"])
    diff = [line for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    assert diff == ["    [-kettle-]{+cauldron+}"]


def test_words_of_folders_are_read_once_more_when_too_many_are_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_unknown_quotes.check.files.folder._KEPT", 1)
    for name in ("a", "b"):
        (project / "transcripts" / f"{name}.vtt").write_text(TRANSCRIPT, encoding="utf-8")
        source = SOURCE.replace("kettles.vtt", f"{name}.vtt").replace("Kettles", name)
        record(project, f"text: {KETTLE}", "text: Nobody here has said these words.", source=source, name=name)
    library, folder = load_library(take_snapshot(project / "quotes")), Folder(project / "transcripts")
    outcomes = check_library(library, folder, Results(None, folder)).outcomes
    assert [outcome.verdict for outcome in outcomes] == ["verbatim", "missing"] * 2


def test_looking_without_a_bar_finds_the_same(project: Path) -> None:
    (project / "transcripts" / "other.txt").write_text("Nothing of that sort.", encoding="utf-8")
    finds = find_words("why the kettle sings", Folder(project / "transcripts"))
    assert [find.transcript for find in finds] == ["kettles.vtt"]


def test_a_transcript_that_goes_while_the_check_runs_has_no_digest(project: Path) -> None:
    folder = Folder(project / "transcripts")
    (project / "transcripts" / "kettles.vtt").unlink()
    assert folder.digest("kettles.vtt") == ""
    assert "cannot be read" in folder.spoken("kettles.vtt").faults[0].message


def test_words_of_a_transcript_are_read_from_the_cache(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")
    main(["check"])

    def parsed(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("sphinx_unknown_quotes.check.files.folder.read_spoken", parsed)
    record(project, "text: The spout is large")
    assert main(["check"]) == 0


def test_a_cache_that_another_run_empties_does_no_harm(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(project, f"text: {KETTLE}")
    main(["check"])
    (project / "transcripts" / "kettles.vtt").write_text(TRANSCRIPT + "\n", encoding="utf-8")

    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("pathlib.Path.unlink", gone)
    assert main(["check"]) == 0

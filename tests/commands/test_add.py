"""``add``: the file, the id, the moment, what is there already, what is missing, and what is asked."""

from __future__ import annotations

import io
import os
import pty
import select
import subprocess
import sys
import time
from datetime import date

import pytest

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.adding.asking import ask
from sphinx_unknown_quotes.commands.adding.naming import propose_file, propose_id, slug
from sphinx_unknown_quotes.commands.adding.placing import addition
from sphinx_unknown_quotes.publish.schemas import schema_json

from .conftest import LECTURE, TRANSCRIPT, loaded

WATCH = "https://www.youtube.com/watch?v=DGfCRXuNA2w"
SPOUT = "The spout is large, but it was made in 1998."


def test_words_go_into_the_file_of_the_same_video_with_the_moment_of_the_address(quotes, capsys):
    assert main(["add", "https://youtu.be/DGfCRXuNA2w?t=60", SPOUT, "--speaker", "Bo Ek", "--unknown", "spouts"]) == 0
    assert (quotes / "kettles.yaml").read_text("utf-8") == LECTURE + (
        f"  - id: ek-spout-large-made-1998\n    text: {SPOUT}\n    speaker: Bo Ek\n    at: 1:00\n    unknown: spouts\n"
    )
    out = capsys.readouterr().out
    assert "quotes/kettles.yaml:13: recorded: ek-spout-large-made-1998\n" in out
    assert "```{unknown-quote} ek-spout-large-made-1998\n```\n" in out


def test_words_are_checked_at_once_where_there_is_a_transcript(quotes, capsys):
    main(["add", f"{WATCH}&t=60", SPOUT, "--speaker", "Ada Lark", "--transcripts", "transcripts"])
    assert "error: wrong-speaker: lark-spout-large-made-1998: The words were said by Bo Ek" in capsys.readouterr().out


def test_a_new_source_is_a_new_file_that_names_its_schema(quotes):
    command = ["add", "https://h/talk.mp3#t=5", "It sings: why?", "--title", "Kettles: a talk", "--type", "talk"]
    assert main([*command, "--via-title", "A report", "--container", "Tea"]) == 0
    assert (quotes / "tea-kettles-a-talk.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=source.schema.json\n"
        "source:\n"
        '  title: "Kettles: a talk"\n'
        "  type: talk\n"
        "  container: Tea\n"
        "  url: https://h/talk.mp3\n"
        "quotes:\n"
        "  - id: sings\n"
        '    text: "It sings: why?"\n'
        "    at: 0:05\n"
        "    via:\n"
        "      title: A report\n"
    )
    assert (quotes / "source.schema.json").read_bytes() == schema_json("source")
    assert "sings" in loaded(quotes).quotations


def test_a_new_file_names_the_schema_that_the_others_name(quotes):
    path = quotes / "kettles.yaml"
    path.write_text(f"# yaml-language-server: $schema=../s.json\n{LECTURE}", "utf-8")
    main(["add", "https://h/a", "It sings.", "--title", "T", "--type", "talk"])
    assert (quotes / "t.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=../s.json\nsource:\n")
    assert not (quotes / "source.schema.json").exists()


def test_a_transcript_with_the_id_of_the_video_is_that_of_a_new_source(quotes, tmp_path, capsys):
    (tmp_path / "transcripts" / "Tea [abcdefghijk].en.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:04.000\nIt sings.\n")
    command = ["add", "https://youtu.be/abcdefghijk?t=1", "It sings.", "--title", "Tea", "--type", "video"]
    assert main([*command, "--transcripts", "transcripts"]) == 0
    assert loaded(quotes).sources["tea"].transcript == "Tea [abcdefghijk].en.vtt"
    assert "pass: verbatim: sings" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["We do not know why the kettle sings.", "we do not know — why the kettle sings"])
def test_the_same_words_are_said_to_be_there(quotes, capsys, words):
    assert main(["add", "https://youtu.be/DGfCRXuNA2w?t=9", words]) == 0
    assert "quotes/kettles.yaml:8: recorded already: lark-kettle-sings" in capsys.readouterr().out
    assert (quotes / "kettles.yaml").read_text("utf-8") == LECTURE


def test_words_that_stand_among_others_are_added_and_that_is_said(quotes, capsys):
    assert main(["add", WATCH, "why the kettle sings"]) == 0
    assert "kettles.yaml:8: lark-kettle-sings has these words among others" in capsys.readouterr().err
    assert len(loaded(quotes).quotations) == 2


def test_a_dry_run_shows_the_change_and_changes_nothing(quotes, capsys):
    assert main(["add", f"{WATCH}&t=60", SPOUT, "--dry-run", "--transcripts", "transcripts"]) == 0
    out = capsys.readouterr().out
    assert "--- quotes/kettles.yaml\n+++ quotes/kettles.yaml\n@@ " in out
    assert "\n+  - id: spout-large-made-1998\n+    text: The spout" in out
    assert "pass: verbatim" in out
    assert (quotes / "kettles.yaml").read_text("utf-8") == LECTURE


def test_a_dry_run_of_a_new_source_makes_no_file(quotes, capsys):
    main(["add", "https://h/a", "It sings.", "--title", "T", "--type", "talk", "--dry-run"])
    assert "--- /dev/null\n+++ quotes/t.yaml\n" in capsys.readouterr().out
    assert sorted(path.name for path in quotes.iterdir()) == ["kettles.yaml", "unknowns.yaml"]


def test_everything_that_is_missing_or_wrong_is_said_at_once(quotes, capsys):
    assert (
        main(["add", "https://h/new", "--at", "12.40", "--unknown", "sining", "--id", "A b", "--via-url", "https://h"])
        == 2
    )
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "unknown-quotes: this is missing, or cannot be recorded:"
    assert [line.strip().partition(":")[0] for line in lines[1:]] == [
        "--id", "--at", "--via-title", "WORDS", "--title", "--type", "--unknown",
    ]  # fmt: skip
    assert "Did you mean 'singing'?" in lines[-1]
    assert sorted(path.name for path in quotes.iterdir()) == ["kettles.yaml", "unknowns.yaml"]


def test_nothing_at_all_says_what_add_needs(quotes, capsys):
    assert main(["add"]) == 2
    err = capsys.readouterr().err
    assert all(f"\n  {name}: " in err for name in ("ADDRESS", "WORDS", "--title", "--type"))


@pytest.mark.parametrize("name", ["../x", "/etc/x", "A", ".x", "a b"])
def test_a_new_file_has_a_plain_name(quotes, tmp_path, capsys, name):
    assert main(["add", "--source", name, "It sings.", "--title", "T", "--type", "talk"]) == 2
    assert "cannot be the name of a new file" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == []


def test_the_file_can_be_named(quotes):
    assert main(["add", "--source", "kettles", "It sings."]) == 0
    assert main(["add", "--source", "on-tea", "It sings.", "--title", "T", "--type", "book", "--page", "12"]) == 0
    library = loaded(quotes)
    assert [(quotation.source, quotation.id) for quotation in library.quotations.values()] == [
        ("kettles", "lark-kettle-sings"), ("kettles", "sings"), ("on-tea", "sings-2"),
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_not_written_over(quotes, capsys):
    (quotes / "tea.yaml").write_text("- a list\n")
    assert main(["add", "--source", "tea", "It sings.", "--title", "T", "--type", "book"]) == 2
    assert "tea.yaml exists, but cannot be read" in capsys.readouterr().err
    assert (quotes / "tea.yaml").read_text() == "- a list\n"


def test_two_files_of_one_address_are_asked_about(quotes, capsys):
    (quotes / "second.yaml").write_text(LECTURE.replace("lark-", "second-"))
    assert main(["add", WATCH, "It sings."]) == 2
    assert "--source: the file of the source, since several have it: one of kettles, second." in capsys.readouterr().err
    assert main(["add", WATCH, "It sings.", "--source", "second"]) == 0


def test_what_the_source_says_otherwise_stays_and_is_said(quotes, capsys):
    main(["add", WATCH, "It sings.", "--title", "Tea", "--date", "2023"])
    err = capsys.readouterr().err
    assert "Left out: title: the source in quotes/kettles.yaml has 'On kettles'." in err
    assert "Left out: date: the source in quotes/kettles.yaml has none." in err
    assert loaded(quotes).sources["kettles"].title == "On kettles"


def test_an_id_that_is_taken_is_refused_with_its_place(quotes, capsys):
    assert main(["add", WATCH, "It sings.", "--id", "lark-kettle-sings"]) == 2
    assert "--id: 'lark-kettle-sings' is already recorded at quotes/kettles.yaml:8." in capsys.readouterr().err


def test_an_id_that_a_quotation_had_is_taken(quotes, capsys):
    (quotes / "kettles.yaml").write_text(LECTURE + "    formerly: sings\n", "utf-8")
    assert main(["add", WATCH, "It sings.", "--id", "sings"]) == 2
    assert "'sings' was the id of a quotation, and leads to it, at quotes/kettles.yaml:8." in capsys.readouterr().err
    assert main(["add", WATCH, "It sings."]) == 0
    assert "sings-2" in loaded(quotes).quotations


@pytest.mark.parametrize(
    ("given", "added"), [([], date.today().isoformat()), (["--added", "2026-11-22"], "2026-11-22")]
)
def test_a_collection_that_dates_its_quotations_dates_the_new_one(quotes, given, added):
    (quotes / "kettles.yaml").write_text(LECTURE + "    added: 2026-01-01\n", "utf-8")
    assert main(["add", WATCH, "It sings.", *given]) == 0
    assert loaded(quotes).quotations["sings"].added == added


def test_a_source_without_an_address_is_found_by_its_title(quotes):
    for words in ("It sings.", "It does."):
        assert main(["add", "--title", "Tea", "--type", "book", words]) == 0
    assert {quotation.source for quotation in loaded(quotes).quotations.values()} == {"kettles", "tea"}


def test_a_folder_that_is_not_there_is_said(quotes, capsys):
    assert main(["add", WATCH, "It sings.", "--quotes", "nowhere"]) == 2
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_several_speakers_and_paragraphs(quotes):
    main(["add", WATCH, "It sings.\n\n\n  It  does. ", "--speaker", "Ada Lark", "--speaker", "Bo, Ek"])
    quotation = loaded(quotes).quotations["lark-sings"]
    assert (quotation.text, quotation.speaker) == ("It sings.\n\nIt does.", ("Ada Lark", "Bo, Ek"))


@pytest.mark.parametrize(
    ("words", "speakers", "proposed"),
    [
        ("So this might seem to you like a total dark arcane art.", ("Jesse Mu",), "mu-total-dark-arcane-art"),
        ("We don't.", ("Ann Bee Jr.",), "bee-we-dont"),
        ("Größe und Œuvre", (), "grosse-und-oeuvre"),
        ("わからない", ("日本 太郎",), "on-kettles"),
        ("few words", ("Kaplan et al.",), "kaplan-few-words"),
        ("taken words", (), "taken-words-2"),
        ("x" * 200, (), "x" * 48),
    ],
)
def test_ids_are_of_the_name_and_the_telling_words(words, speakers, proposed):
    assert propose_id(words, speakers, "on-kettles", {"taken-words"}) == proposed


def test_files_are_named_after_the_title_and_never_after_the_list_of_unknowns():
    assert propose_file({"title": "Unknowns"}, ()) == "unknowns-source"
    assert propose_file({"title": "日本", "type": "book"}, {"book"}) == "book-2"
    assert propose_file({"title": "Tea #4", "container": "Tea"}, ()) == "tea-4"
    assert slug("a-very-long-name", 10) == "a-very"


def session(quotes, *answers: str, arguments: tuple[str, ...] = ()) -> str:
    """What a terminal shows while *answers* are typed."""
    parent, child = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())",
        "add",
        *arguments,
    ]
    process = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, close_fds=True)
    os.close(child)
    shown, typed = b"", list(answers)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        ready, _, _ = select.select([parent], [], [], 0.15)
        try:
            shown += os.read(parent, 4096) if ready else b""
        except OSError:
            break
        # Each question ends in a colon.
        if typed and shown.rstrip(b" ").endswith(b":") and not ready:
            os.write(parent, typed.pop(0).encode() + b"\n")
            shown += b"\n"
    os.close(parent)
    process.wait(10)
    return shown.decode()


def typed(monkeypatch, *answers: str) -> None:
    """Let *answers* come from what looks like a terminal."""
    stream = io.StringIO("".join(f"{answer}\n" for answer in answers))
    stream.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdin", stream)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)


def test_what_is_given_is_not_asked_for(quotes, monkeypatch, capsys):
    typed(monkeypatch, "")
    assert main(["add", f"{WATCH}&t=60", SPOUT, "--speaker", "Bo Ek"]) == 0
    out = capsys.readouterr().out
    assert "What is not known (Enter for nothing)" in out
    assert "Who said it" not in out


def test_a_terminal_chooses_between_two_files(quotes, monkeypatch):
    (quotes / "second.yaml").write_text(LECTURE.replace("lark-", "second-"))
    typed(monkeypatch, WATCH, SPOUT, "third", "second", "", "", "")
    assert main(["add"]) == 0
    assert loaded(quotes).quotations["spout-large-made-1998"].source == "second"


def test_a_terminal_is_asked_about_a_source_that_is_new(quotes, monkeypatch, capsys):
    typed(monkeypatch, "", "It sings.", "", "On tea", "tea", "book", "Cups", "2023", "", "")
    assert main(["add"]) == 0
    assert "'tea' is not one of lecture, talk" in capsys.readouterr().err
    source = loaded(quotes).sources["cups-on-tea"]
    assert (source.title, source.type, source.container, source.date) == ("On tea", "book", "Cups", "2023")


def test_a_terminal_is_not_asked_for_the_address_of_a_source_that_is_named(quotes, monkeypatch, capsys):
    typed(monkeypatch, "It sings.", "", "", "")
    assert main(["add", "--source", "kettles"]) == 0
    assert "Address" not in capsys.readouterr().out


def test_the_end_of_input_ends_the_command_and_changes_nothing(quotes, monkeypatch):
    typed(monkeypatch, WATCH)
    assert main(["add"]) == 130
    assert (quotes / "kettles.yaml").read_text("utf-8") == LECTURE


def test_no_input_asks_nothing(quotes, monkeypatch):
    typed(monkeypatch, WATCH, SPOUT)
    assert main(["add", "--no-input"]) == 2


def test_the_tab_key_completes_whole_answers_without_regard_to_case(monkeypatch):
    readline = pytest.importorskip("readline", reason="this Python was built without readline")
    found = []

    def check(answer: str) -> str:
        completer = readline.get_completer()
        found.extend(completer("ada l", state) for state in range(2))
        return answer

    typed(monkeypatch, "x")
    before = readline.get_completer()
    assert ask("Who", check, ["Bo Ek", "Ada Lark"]) == "x"
    assert found == ["Ada Lark", None]
    assert readline.get_completer() is before


def test_a_terminal_without_readline_asks_all_the_same(monkeypatch):
    monkeypatch.setitem(sys.modules, "readline", None)
    typed(monkeypatch, "x")
    assert ask("Who", str) == "x"


def test_a_file_that_cannot_be_added_to_stays_as_it_is(quotes, capsys):
    text = LECTURE.partition("quotes:")[0] + "quotes: none\n"
    (quotes / "kettles.yaml").write_text(text, "utf-8")
    assert main(["add", WATCH, "It sings."]) == 1
    assert "unknown-quotes: quotes/kettles.yaml: quotes: is not a list." in capsys.readouterr().err
    assert (quotes / "kettles.yaml").read_text("utf-8") == text


@pytest.mark.parametrize(("arguments", "name"), [
    ([WATCH, "It sings."], "kettles.yaml"),
    (["https://h/a", "It sings.", "--title", "Tea", "--type", "talk"], "tea.yaml"),
])  # fmt: skip
def test_what_somebody_else_has_written_meanwhile_is_not_written_over(quotes, monkeypatch, capsys, arguments, name):
    def slow(*given):
        made = addition(*given)
        (quotes / name).write_text("another text")
        return made

    monkeypatch.setattr("sphinx_unknown_quotes.commands.add.addition", slow)
    assert main(["add", *arguments]) == 1
    assert "a moment ago. Nothing was written." in capsys.readouterr().err
    assert (quotes / name).read_text() == "another text"


def test_without_the_library_of_the_check_words_are_recorded_and_that_is_said(quotes, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    words = "The spout is not so large, but they say it was made in 1998."
    (quotes.parent / "transcripts/kettles.vtt").write_text(TRANSCRIPT + "\n\nNOTE x\n" + "".join(
        f"\n{minute:02d}:00.000 --> {minute:02d}:04.000\nNobody here knows why any of it should work at all.\n" for minute in range(2, 50)
    ))  # fmt: skip
    assert main(["add", WATCH, words, "--transcripts", "transcripts"]) == 0
    assert "The words were not checked: the check needs rapidfuzz" in capsys.readouterr().err
    assert len(loaded(quotes).quotations) == 2


def test_a_terminal_is_asked_for_what_is_missing_and_the_tab_key_completes(quotes):
    shown = session(quotes, "https://youtu.be/DGfCRXuNA2w?t=60", SPOUT, "ada\t", "nothing", "spo\t")
    assert "'nothing' is not in unknowns.yaml" in shown
    quotation = loaded(quotes).quotations["lark-spout-large-made-1998"]
    assert (quotation.at, quotation.speaker, quotation.unknown) == ("1:00", ("Ada Lark",), "spouts")


def test_a_terminal_is_asked_about_a_new_source(quotes):
    answers = ["", "", "It sings.", "", "On tea", "tea", "talk", "", "2023", "", "1:02", ""]
    shown = session(quotes, *answers)
    assert "is empty. Leave the key out" in shown
    assert "'tea' is not one of lecture, talk" in shown
    library = loaded(quotes)
    assert (library.sources["on-tea"].type, library.quotations["sings"].at) == ("talk", "1:02")

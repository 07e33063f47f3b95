"""What a person at a terminal sees of the check."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from tests.collection.samples import quotation

from sphinx_unknown_quotes.check.finding import Find
from sphinx_unknown_quotes.check.outcomes import Outcome
from sphinx_unknown_quotes.check.reports.terminal import Progress, show, show_finds, show_lines
from sphinx_unknown_quotes.check.reports.text import summary
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.loading import Library


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_taken_off_it(monkeypatch):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress("Checking") as bar:
        bar.advance(0, 3)
        bar.advance(3, 3)
    assert "Checking" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[1A\x1b[2K")


def test_progress_is_silent_elsewhere(monkeypatch):
    nowhere = io.StringIO()
    monkeypatch.setattr(sys, "stderr", nowhere)
    with Progress("Checking") as bar:
        bar.advance(1, 3)
    assert nowhere.getvalue() == ""


def test_missing_rich_is_named_once_with_what_installs_it(monkeypatch):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with Progress("Checking") as bar:
        bar.advance(1, 2)
        bar.advance(2, 2)
    assert terminal.getvalue() == "Colours and progress need rich: pip install 'sphinx-unknown-quotes[check]'\n"


@pytest.mark.parametrize("command", ["check", "find"])
def test_missing_rapidfuzz_is_named_with_what_installs_it(tmp_path, monkeypatch, capsys, command):
    quotes, transcripts = tmp_path / "quotes", tmp_path / "transcripts"
    quotes.mkdir()
    transcripts.mkdir()
    (transcripts / "t.txt").write_text("nobody here has ever known why any of this should work at all " * 40)
    words = "nobody here has ever guessed why this works at all"
    (quotes / "a.yaml").write_text(
        f"source: {{title: T, type: talk, transcript: t.txt}}\nquotes:\n- {{id: a, text: {words}}}\n"
    )
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    more = [str(quotes), "--no-cache"] if command == "check" else [words]
    assert main([command, *more, "--transcripts", str(transcripts)]) == 2
    assert "the check needs rapidfuzz" in capsys.readouterr().err


FINDS = [
    Find("k.vtt", "verbatim", 61_000, "Bo", "We know it.", ()),
    Find("b.pdf", "near", None, None, "We new it.", (), "3"),
    Find("::error::x.txt", "disfluent", None, None, "We, um, know\x1b it.", ()),
]


def test_finds_are_lines_with_file_time_or_page_verdict_speaker_and_words(capsys):
    show_finds(FINDS)
    assert capsys.readouterr().out.splitlines() == [
        "k.vtt 1:01: verbatim: Bo: We know it.",
        "b.pdf page 3: near: We new it.",
        "\\x3a:error::x.txt: disfluent: We, um, know\\x1b it.",
    ]


def test_only_the_beginning_of_a_line_can_be_an_order_to_a_workflow(capsys):
    show_lines([[("a ", ""), ("::b", "red")]])
    assert capsys.readouterr().out == "a ::b\n"


def test_a_report_with_everything_has_more_lines(capsys):
    outcomes = [Outcome("a", "verbatim")]
    library = Library(Path("quotes"), {"a": quotation("a")})
    show(library, outcomes, False)
    assert capsys.readouterr().out.splitlines() == [summary(outcomes)]
    show(library, outcomes, True)
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_plain_lines_need_no_rich(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    show_lines([[("a", "red")]])
    assert capsys.readouterr() == ("a\n", "")


def test_where_nothing_was_found_a_line_says_so(capsys):
    show_finds([])
    assert capsys.readouterr().out == "No transcript of the folder has these words.\n"


def test_a_terminal_gets_colours_and_no_words_of_others_as_markup(monkeypatch):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    show_lines([[("::a 1: ", ""), ("error:", "bold red"), (f" [bold]::b[/bold] 2\x1b {'long ' * 40}", "")]])
    show_finds(FINDS[:2])
    assert terminal.getvalue() == (
        f"\\x3a:a 1: \x1b[1;31merror:\x1b[0m [bold]::b[/bold] 2\\x1b {'long ' * 40}\n"
        "k.vtt 1:01: \x1b[32mverbatim\x1b[0m: Bo: We know it.\n"
        "b.pdf page 3: \x1b[33mnear\x1b[0m: We new it.\n"
    )

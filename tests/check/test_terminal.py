"""What a person at a terminal sees of the check."""

from __future__ import annotations

import io
import sys

import pytest

from sphinx_unknown_quotes.check.outcomes import Difference, Outcome
from sphinx_unknown_quotes.check.reports.sentences import sentence
from sphinx_unknown_quotes.check.reports.terminal import Progress
from sphinx_unknown_quotes.cli import main


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


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome("a", "moved", cited=1000, found=65000), "The words were said at 1:05, not at 0:01."),
        (Outcome("a", "elsewhere", found=2000, transcript="t"), "The words are in t at 0:02, not in the transcript of their source."),
        (Outcome("a", "wrong-speaker", speaker="Ann", transcript="t"), "The words were said by Ann in t."),
        (Outcome("a", "missing"), "Fewer than half of the words were found in one place. Looked everywhere."),
        (Outcome("a", "unchecked"), "The words were not compared with a transcript."),
        (Outcome("a", "verbatim", found=0), "The transcript has exactly these words. Found at 0:00."),
        (
            Outcome("a", "altered", operations=(Difference("omitted", "", "not"), Difference("added", "may", ""), Difference("elision", "", "a b"), Difference("replaced", "x", "y"))),
            "A negation, a number, a modal verb, a name, a pronoun or a day differs, or more than one word in five. "
            'Looked at: "not" left out; "may" added; 2 words left out with a mark; "x" for "y".',
        ),
    ],
)  # fmt: skip
def test_every_verdict_is_a_sentence(outcome, said):
    assert sentence(outcome) == said

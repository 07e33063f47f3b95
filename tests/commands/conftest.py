"""A small collection, with a transcript, in the folder in which a command runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_unknown_quotes.collection.loading import Library, load_library
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

LECTURE = """source:
  title: On kettles
  type: lecture
  url: https://www.youtube.com/watch?v=DGfCRXuNA2w
  transcript: kettles.vtt
quotes:
  # The first one.
  - id: lark-kettle-sings
    text: We do not know why the kettle sings.
    speaker: Ada Lark
    at: 0:01
    unknown: singing
"""
UNKNOWNS = "singing:\n  title: Singing\nspouts:\n  title: Spouts\n"
TRANSCRIPT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Lark>We do not know why the kettle sings.

01:00.000 --> 01:04.000
<v Bo Ek>The spout is large, but it was made in 1998.
"""


@pytest.fixture
def quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the collection, in the current folder."""
    for name, text in (
        ("quotes/kettles.yaml", LECTURE),
        ("quotes/unknowns.yaml", UNKNOWNS),
        ("transcripts/kettles.vtt", TRANSCRIPT),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("UNKNOWN_QUOTES_TRANSCRIPTS", raising=False)
    return Path("quotes")


def loaded(quotes: Path) -> Library:
    """The collection as it is now, which has no problem."""
    library = load_library(take_snapshot(quotes))
    assert library.problems == []
    return library

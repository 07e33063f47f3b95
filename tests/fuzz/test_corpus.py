"""The files from which the fuzzers begin, and what once broke a target. ``nox -s fuzz`` tries more."""

from __future__ import annotations

from pathlib import Path

import pytest

from .run import CORPUS, by_hypothesis
from .targets import TARGETS

FILES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*"))


@pytest.mark.parametrize("name", FILES)
def test_a_kept_file_breaks_nothing(name: str) -> None:
    path = CORPUS / name
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_files_to_begin_with() -> None:
    assert {Path(name).parts[0] for name in FILES} == set(TARGETS)


def test_the_corpus_is_small() -> None:
    assert sum((CORPUS / name).stat().st_size for name in FILES) < 200_000


def test_what_breaks_a_target_is_found_and_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(data: bytes) -> None:
        assert b"-" not in data

    monkeypatch.setitem(TARGETS, "dates", breaks)
    assert by_hypothesis("dates", 60) == b"-"

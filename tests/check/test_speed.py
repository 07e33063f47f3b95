"""Code that only makes the check faster must read the same: rolling captions, and processes that read ahead."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from forms import TALK, clock, joined, words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.check.files import ahead
from sphinx_unknown_quotes.check.files.digests import digest_of
from sphinx_unknown_quotes.check.files.folder import Folder
from sphinx_unknown_quotes.check.speech.splitting import from_bytes, read_spoken
from sphinx_unknown_quotes.check.transcripts.captions.rolling import read_rolling
from sphinx_unknown_quotes.check.transcripts.captions.webvtt import read_webvtt

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "WEBVTT\nKind: captions\nLanguage: en\n\n"


def rolling(lines: list[list[tuple[str, float, float]]]) -> str:
    """Captions as YouTube makes them, of the words of each line with their times."""
    blocks: list[str] = []
    above = " "
    for line in lines:
        start, end = line[0][1], line[-1][2]
        timed = line[0][0] + "".join(f"<{clock(begin)}><c> {word}</c>" for word, begin, _ in line[1:])
        plain = " ".join(word for word, _, _ in line)
        blocks.append(f"{clock(start)} --> {clock(end)} align:start position:0%\n{above}\n{timed}\n")
        blocks.append(f"{clock(end)} --> {clock(end + 0.01)} align:start position:0%\n{plain}\n \n")
        above = plain
    return HEAD + "\n".join(blocks)


LINES = [words_of(one) for one in TALK]


def test_rolling_captions_are_read_as_every_other_file_of_webvtt_is() -> None:
    found = read_rolling(rolling(LINES))
    assert found is not None
    assert found == read_webvtt(rolling(LINES))
    assert [segment.text for segment in found.segments] == " ".join(one.text for one in TALK).split()


WORD = st.sampled_from(
    ["tea", "don't", "&gt;&gt;", "&amp;", "Ann:", "-", "ten", "[Music]", "a&nbsp;b", "日本", "10:30", "—"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.tuples(WORD, st.integers(1, 900)), min_size=1, max_size=5), min_size=4, max_size=8),
    st.integers(0, 3),
)
def test_whatever_is_read_faster_is_read_the_same(lines: list[list[tuple[str, int]]], gap: int) -> None:
    now = 1000
    timed: list[list[tuple[str, float, float]]] = []
    for line in lines:
        row = []
        for word, length in line:
            row.append((word, now / 1000, (now + length) / 1000))
            now += length
        timed.append(row)
        now += gap * 500 + 10
    text = rolling(timed)
    found = read_rolling(text)
    # The same line twice is one that rolls, to the general reader.
    if found is not None and all(one != two for one, two in itertools.pairwise(lines)):
        assert found.segments == read_webvtt(text).segments


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("WEBVTT", "WEBVTT - a title", 1),
        lambda text: text.replace("<c>", "<c.yellow>"),
        lambda text: text.replace("<c> ", "<i><c> ", 1),
        lambda text: text.replace("00:00:08.000 -->", "0:00:08.000 -->", 1),
        lambda text: text.replace("<00:00:09.", "<00:00:9.", 1),
        lambda text: text.replace("<00:00:09.", "<00:00:0x.", 1),
        lambda text: text.replace("<00:00:09.", "<00:09:09.", 1),
        lambda text: text.replace("\nThank", "\nmore\nThank", 1),
        lambda text: text.replace("\n\n", "\n\nNOTE tea\n\n", 1),
        lambda text: text + "\n\ntea\n",
    ],
)
def test_what_is_unusual_is_left_to_the_reader_of_all_webvtt(change) -> None:
    text = change(rolling(LINES))
    assert text != rolling(LINES)
    assert read_rolling(text) is None
    assert "nobody ever asked" in read_spoken(text.encode(), "t.vtt").joined


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that are worth other processes."""
    monkeypatch.setattr(ahead, "_MIN_BYTES", 1)
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    files = [tmp_path / f"{number}.txt" for number in range(9)]
    for number, path in enumerate(files):
        path.write_text(joined(lambda one, n=number: f"[0:{n:02d}] {one.speaker}: {one.text}"), encoding="utf-8")
    return files


def test_files_that_are_read_ahead_have_the_words_that_they_have(paths: list[Path]) -> None:
    reader = ahead.ReadAhead(paths)
    try:
        for path in paths:
            data = reader.take(path)
            assert data is not None
            assert data[0] == digest_of(path.read_bytes())
            assert from_bytes(data[1]).rows == read_spoken(path.read_bytes(), path.name).rows
        assert reader.take(paths[0]) is None
    finally:
        reader.close()


def test_a_script_that_runs_the_check_is_not_run_again_by_each_process(paths: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\nfrom sphinx_unknown_quotes.check.files import ahead\nahead._MIN_BYTES = 1\nprint('begin')\n"
        f"files = sorted(Path({str(tmp_path)!r}).glob('*.txt'))\nreader = ahead.ReadAhead(files, 2)\n"
        "print(sum(reader.take(file) is not None for file in files))\nreader.close()\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("begin\n9\n", "")


def test_few_bytes_are_worth_no_process(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_MIN_BYTES", 1 << 30)
    assert ahead.ReadAhead(paths).take(paths[0]) is None


def test_one_core_reads_alone(paths: list[Path]) -> None:
    assert ahead.ReadAhead(paths, workers=1).take(paths[0]) is None


def test_a_system_without_semaphores_reads_alone(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "not implemented")

    monkeypatch.setattr(ahead, "ProcessPoolExecutor", refuse)
    assert ahead.ReadAhead(paths).take(paths[0]) is None


def test_a_folder_reads_on_where_a_process_dies(paths: list[Path]) -> None:
    folder = Folder(paths[0].parent)
    with folder.reading_ahead(folder.names):
        assert len(folder.spoken("0.txt"))
        assert folder._ahead is not None
        pool = folder._ahead._pool
        assert pool is not None
        for process in list(pool._processes.values()):
            os.kill(process.pid, signal.SIGKILL)
        assert [len(folder.spoken(name)) for name in folder.names] == [len(folder.spoken("0.txt"))] * len(paths)
        assert folder._ahead._pool is None


def test_what_the_cache_has_is_not_read_ahead(paths: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for _ in range(2):
        folder = Folder(paths[0].parent, cache)
        with folder.reading_ahead(folder.names):
            for name in folder.names:
                folder.spoken(name)
            waited = folder._ahead
    assert waited is None


def test_a_file_that_goes_away_is_nobody_s_to_read(paths: list[Path]) -> None:
    folder = Folder(paths[0].parent)
    paths[3].unlink()
    with folder.reading_ahead(folder.names):
        assert [bool(len(folder.spoken(name))) for name in folder.names] == [n != 3 for n in range(9)]

"""The caches: nothing in them changes what the check says, whatever happens to them, and nobody else reads them."""

from __future__ import annotations

import os
import random
import stat
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from sphinx_unknown_quotes.check.files import digests
from sphinx_unknown_quotes.check.files.digests import Digests, digest_of
from sphinx_unknown_quotes.check.files.folder import Folder
from sphinx_unknown_quotes.check.speech.splitting import from_bytes, read_spoken, to_bytes
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.storage.sealed import opened, read_sealed, sealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

TRANSCRIPT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Lark>We do not know why the kettle sings.

01:00.000 --> 01:0x.000
<v Bo Ek>The spout is large, but it was made in 1998.
"""
QUOTES = """source: {title: Kettles, type: talk, transcript: kettles.vtt}
quotes:
- {id: a, text: We do not know why the kettle sings., at: 0:01, speaker: Ada Lark}
- {id: b, text: We know why the kettle sings.}
- {id: c, text: We do not know why the cauldron sings., at: '0:01'}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for path, text in (("transcripts/kettles.vtt", TRANSCRIPT), ("quotes/kettles.yaml", QUOTES)):
        (folder / path).parent.mkdir()
        (folder / path).write_text(text, encoding="utf-8")
    # Long enough ago for the digest to be kept.
    os.utime(folder / "transcripts" / "kettles.vtt", (1, 1))
    return folder


def run(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    folders = ["--transcripts", project / "transcripts", "--cache", project / "cache"]
    code = main(["check", str(project / "quotes"), *map(str, folders), "--format", "json"])
    return code, *capsys.readouterr()


def damaged(data: bytes, random_: random.Random) -> list[bytes]:
    """What one byte, a missing end, a strange end and zeros make of *data*."""
    places = random_.sample(range(len(data)), min(len(data), 60))
    flipped = [data[:place] + bytes([data[place] ^ random_.randint(1, 255)]) + data[place + 1 :] for place in places]
    cut = [data[:place] for place in (0, 1, len(data) // 2, len(data) - 1)]
    return [*flipped, *cut, data + b"\0", bytes(len(data)), data[:-40] + bytes(40)]


def test_whatever_happens_to_a_cache_the_check_says_the_same(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files of a test are younger than what is trusted.
    monkeypatch.setattr(digests, "_SETTLED", -(1 << 62))
    expected = run(project, capsys)
    assert expected[0] == 1
    assert '"verdict": "verbatim"' in expected[1]
    assert run(project, capsys) == expected
    files = sorted(path for path in (project / "cache").rglob("*") if path.is_file())
    assert [path.parent.name for path in files][:3] == ["digests", "results", "results"]
    assert len(files) == 4
    whole = {path: path.read_bytes() for path in files}
    random_ = random.Random(7)
    for path in files:
        for data in damaged(whole[path], random_):
            for other in files:
                other.write_bytes(data if other == path else whole[other])
            if path.parent.parent.name == "words":
                # Words are read only where there is no outcome.
                (project / "cache" / "results" / files[1].name).unlink()
            assert run(project, capsys) == expected
    assert {path: path.read_bytes() for path in files} == whole


def test_a_file_of_the_cache_in_the_place_of_another_is_none(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = run(project, capsys)
    files = sorted(path for path in (project / "cache").rglob("*") if path.is_file())
    for path in files:
        path.write_bytes(files[0].read_bytes() if path != files[0] else files[-1].read_bytes())
    assert run(project, capsys) == expected


def test_nobody_else_may_read_the_cache(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, capsys)
    paths = [project / "cache", *(project / "cache").rglob("*")]
    assert {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths} == {(True, 0o700), (False, 0o600)}


def test_a_seal_is_that_of_one_kind() -> None:
    content = sealed("words 1", b"data")
    assert opened("words 1", content) == b"data"
    assert [opened("words 2", content), opened("words", content), opened("words 1", b"")] == [None] * 3


def test_where_there_is_no_cache_nothing_is_read() -> None:
    assert read_sealed(None, "words 1") is None


@pytest.mark.parametrize("part", [0, 3, 7])
def test_words_whose_rows_do_not_fit_are_refused(part: int) -> None:
    spoken = read_spoken(TRANSCRIPT.encode(), "t.vtt")
    spoken.rows[part].append(1)
    with pytest.raises(ValueError, match="lengths"):
        from_bytes(to_bytes(spoken))


def test_halves_of_characters_in_a_document_are_no_obstacle() -> None:
    from sphinx_unknown_quotes.check.speech.splitting import spoken_from
    from sphinx_unknown_quotes.check.transcripts.model import Segment, Transcript

    spoken = spoken_from(Transcript([Segment("Tea \ud800 is é served.", speaker="Bo \udfff")], []))
    again = from_bytes(to_bytes(spoken))
    assert (again.text, again.speakers) == (spoken.text, spoken.speakers)
    assert again.text.encode()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "transcripts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Tea {number}.", encoding="utf-8")
    return folder


def hashed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: int = -(1 << 62)) -> int:
    """How many files were read, in a run that keeps what it found and says the right digests."""
    seen: list[object] = []

    def counted(*arguments: object, **more: object) -> object:
        seen.append(arguments)
        return blake2b(*arguments, **more)  # type: ignore[arg-type]

    blake2b = digests.blake2b
    with monkeypatch.context() as patch:
        patch.setattr(digests, "_SETTLED", settled)
        patch.setattr(digests, "blake2b", counted)
        found = Digests(folder, tmp_path / "cache" / "digests.bin")
        names = sorted(path.name for path in folder.iterdir())
        found.find(names)
        all_found = [found[name] for name in names]
        found.save()
    assert all_found == [digest_of((folder / name).read_bytes()) for name in names]
    return len(seen)


def test_files_that_did_not_change_are_not_read_again(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [hashed(files, tmp_path, monkeypatch) for _ in range(3)] == [6, 0, 0]


@pytest.mark.parametrize("cores", [1, 2])
def test_threads_find_the_digests_that_one_by_one_are_found(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(digests, "cores", lambda: cores)
    assert hashed(files, tmp_path, monkeypatch) == 6


def test_files_that_were_just_written_are_read_again(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may be written once more within one tick of a coarse clock, to the same size."""
    assert [hashed(files, tmp_path, monkeypatch, digests._SETTLED) for _ in range(2)] == [6, 6]


def test_a_change_of_the_same_size_and_time_is_seen(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files / "3.txt"
    os.utime(path, ns=(10**18, 10**18))
    assert hashed(files, tmp_path, monkeypatch) == 6
    time.sleep(0.02)
    path.write_text("Pea 3.", encoding="utf-8")
    os.utime(path, ns=(10**18, 10**18))
    assert hashed(files, tmp_path, monkeypatch) == 1


def test_another_file_in_the_place_of_one_is_seen(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hashed(files, tmp_path, monkeypatch) == 6
    (files / "4.txt").replace(files / "5.txt")
    assert hashed(files, tmp_path, monkeypatch) == 1


def test_find_keeps_what_it_has_read_and_nothing_of_files_that_are_gone(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_SETTLED", -(1 << 62))
    command = ["find", "tea", "--transcripts", str(files), "--cache", str(tmp_path / "cache")]
    main(command)
    assert len(list((tmp_path / "cache").rglob("words/*/*"))) == 6
    (files / "2.txt").unlink()
    (files / "3.txt").write_text("Other words.", encoding="utf-8")
    main(command)
    assert len(list((tmp_path / "cache").rglob("words/*/*"))) == 5
    kept = read_sealed(next((tmp_path / "cache" / "digests").iterdir()), digests._KIND)
    assert kept is not None
    assert sorted(msgspec.msgpack.decode(kept)) == [b"0.txt", b"1.txt", b"3.txt", b"4.txt", b"5.txt"]


def test_a_transcript_that_changes_while_it_is_read_vouches_for_nothing(files: Path, tmp_path: Path) -> None:
    folder = Folder(files, tmp_path / "cache")
    assert folder.digest("1.txt")
    (files / "1.txt").write_text("Other words.", encoding="utf-8")
    assert [fault.message for fault in folder.spoken("1.txt").faults] == [
        "was changed while it was read. Run the check again."
    ]
    assert not list((tmp_path / "cache").rglob("words/*/*"))


def test_a_digest_file_that_is_whole_and_something_else_is_none(files: Path, tmp_path: Path) -> None:
    write_sealed(tmp_path / "d.bin", digests._KIND, msgspec.msgpack.encode({"0.txt": "x"}))
    assert Digests(files, tmp_path / "d.bin")["0.txt"] == digest_of(b"Tea 0.")


def test_digests_that_cannot_be_kept_stop_nobody(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert hashed(files, tmp_path, monkeypatch) == 6


def test_a_file_that_goes_away_has_no_digest_even_if_one_was_kept(
    files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed(files, tmp_path, monkeypatch)
    found = Digests(files, tmp_path / "cache" / "digests.bin")
    (files / "1.txt").unlink()
    assert (found["1.txt"], found["nothing.txt"]) == ("", "")


def test_every_system_has_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert digests.cores() >= 1

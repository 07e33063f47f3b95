from __future__ import annotations

import errno
import itertools
import os
import stat
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from sphinx_unknown_quotes.collection.storage.files import (
    make_folder,
    remove_left_over,
    write_if_changed,
    write_private,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_writes_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert write_if_changed(path, b"new") is True
    assert path.read_bytes() == b"new"


def test_makes_the_folders_above_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "x" / "y" / "a.json"
    write_if_changed(path, b"new")
    assert path.read_bytes() == b"new"


def test_replaces_other_content(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old and longer")
    assert write_if_changed(path, b"new") is True
    assert path.read_bytes() == b"new"


def test_leaves_the_same_content_alone(tmp_path: Path) -> None:
    """A server that watches the file reloads for every write."""
    path = tmp_path / "a.json"
    path.write_bytes(b"same")
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert write_if_changed(path, b"same") is False
    assert (before.st_mtime_ns, before.st_ino) == (path.stat().st_mtime_ns, path.stat().st_ino)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (type(path), "replace")), fail)
    with pytest.raises(OSError, match="No space left") as raised:
        write_if_changed(path, b"new")
    assert raised.value.filename == str(path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.json": b"old"}


def test_the_bytes_are_on_the_disk_before_they_take_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a power cut can leave the new name with no content."""
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    names: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: names.append(path.read_bytes()))
    write_if_changed(path, b"new")
    assert names == [b"old"]


def test_leaves_no_neighbour_behind(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.json", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_the_neighbour_that_a_killed_build_left_goes_when_it_is_old(tmp_path: Path) -> None:
    for name, age in ((".a.json.old.tmp", 7200), (".a.json.new.tmp", 60), (".b.json.old.tmp", 7200)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    write_if_changed(tmp_path / "a.json", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.json.new.tmp", ".b.json.old.tmp", "a.json"]


def test_no_link_that_somebody_has_put_there_is_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever names are tried, files that are there already, links among them, are nobody's neighbour."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    names = itertools.chain(["planted"] * 3, itertools.repeat("free"))
    monkeypatch.setattr(tempfile, "_get_candidate_names", lambda: names)
    folder = tmp_path / "quotes"
    folder.mkdir()
    for name in (".a.json.tmp", ".a.json.planted.tmp"):
        (folder / name).symlink_to(victim)
    write_if_changed(folder / "a.json", b"new")
    assert (victim.read_bytes(), (folder / "a.json").read_bytes()) == (b"precious", b"new")


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_if_changed(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_if_changed(tmp_path / "a.json", b"new")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o666 & ~mask


def test_a_private_file_is_its_owner_s_also_where_it_was_not(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "a.bin"
    write_if_changed(path, b"new", is_private=True)
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]
    path.chmod(0o644)
    assert write_if_changed(path, b"new", is_private=True) is True
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_linked_file_is_written_where_it_lies(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.json"
    real.parent.mkdir()
    real.write_bytes(b"old")
    (tmp_path / "a.json").symlink_to(real)
    write_if_changed(tmp_path / "a.json", b"new")
    assert (real.read_bytes(), (tmp_path / "a.json").is_symlink()) == (b"new", True)
    assert [path.name for path in real.parent.iterdir()] == ["real.json"]


def test_a_link_to_nothing_makes_no_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "nothing")
    with pytest.raises(OSError, match=r"\] it is a link to a file that is not there: ") as raised:
        write_if_changed(tmp_path / "a.json", b"new")
    assert raised.value.errno == errno.ENOENT
    assert not (tmp_path / "nothing").exists()


_WRITER = """
import sys
from pathlib import Path
from sphinx_unknown_quotes.collection.storage.files import make_folder, remove_left_over, write_if_changed, write_private
for number in range(150):
    write_if_changed(Path(sys.argv[1]), f"{sys.argv[2]} {number} ".encode() * 500)
"""


def test_four_that_write_at_once_do_not_collide(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    runs = [
        subprocess.Popen([sys.executable, "-c", _WRITER, path, str(number)], stderr=subprocess.PIPE)
        for number in range(4)
    ]
    assert [run.communicate()[1] for run in runs] == [b""] * 4
    assert len(set(path.read_bytes().split(b" ")[1::2])) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_in_the_place_of_the_file_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_if_changed(tmp_path / "a.json", b"new")


def modes(*paths: Path) -> list[int]:
    return [stat.S_IMODE(path.stat().st_mode) for path in paths]


def test_a_private_file_is_new_for_its_owner_alone_and_does_not_wait_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("it waits"))
    path = tmp_path / "x" / "y" / "a.bin"
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert modes(path, path.parent, path.parent.parent) == [0o600, 0o700, 0o700]


def test_a_private_file_takes_the_place_of_a_link_and_of_what_others_may_read(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "a.bin"
    victim.write_bytes(b"precious")
    path.symlink_to(victim)
    write_private(path, b"new")
    assert (victim.read_bytes(), path.is_symlink(), path.read_bytes()) == (b"precious", False, b"new")
    path.chmod(0o644)
    write_private(path, b"newer")
    assert (path.read_bytes(), modes(path)) == (b"newer", [0o600])


@pytest.mark.parametrize(("is_private", "mode"), [(False, 0o755), (True, 0o700)])
def test_every_folder_that_is_made_has_the_mode_that_was_asked_for(tmp_path: Path, is_private: bool, mode: int) -> None:
    before = os.umask(0o022)
    try:
        make_folder(tmp_path / "x" / "y", is_private=is_private)
        make_folder(tmp_path / "z")
    finally:
        os.umask(before)
    assert modes(tmp_path / "x", tmp_path / "x" / "y", tmp_path / "z") == [mode, mode, 0o755]


def test_a_folder_that_somebody_else_makes_at_that_moment_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.mkdir()
    asked = iter([False])
    is_dir = type(path).is_dir
    monkeypatch.setattr(type(path), "is_dir", lambda self: next(asked, None) is None and is_dir(self))
    make_folder(path)


def test_the_neighbour_is_hidden_beside_the_file_under_fifty_letters_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"{'a' * 60}.json"
    seen: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend(entry.name for entry in tmp_path.iterdir()))
    write_if_changed(path, b"new")
    [name] = seen
    assert name.startswith(f".{'a' * 50}.")
    assert name.endswith(".tmp")


def test_a_neighbour_that_is_gone_hides_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, _: Path) -> None:
        self.unlink()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(type(tmp_path), "replace", fail)
    with pytest.raises(OSError, match="No space left") as raised:
        write_if_changed(tmp_path / "a.json", b"new")
    assert raised.value.errno == errno.ENOSPC


@pytest.mark.parametrize("seconds", [(), (1_000,)])
def test_a_neighbour_is_old_after_an_hour_or_the_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: tuple[int, ...]
) -> None:
    monkeypatch.setattr(time, "time", lambda: 10_000.0)
    old = 10_000 - (seconds or (3_600,))[0]
    for name, written in ((".a.json.x.tmp", old), (".a.json.y.tmp", old + 1)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (written, written))
    remove_left_over(tmp_path / "a.json", *seconds)
    assert [path.name for path in tmp_path.iterdir()] == [".a.json.y.tmp"]


def test_the_mask_of_the_user_is_read_and_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def umask(mask: int) -> int:
        given.append(mask)
        return 0o027

    monkeypatch.setattr(os, "umask", umask)
    write_if_changed(tmp_path / "a.json", b"new")
    assert given == [0o077, 0o027]
    assert modes(tmp_path / "a.json") == [0o640]

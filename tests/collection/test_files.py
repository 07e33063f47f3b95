from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sphinx_unknown_quotes.collection.files import write_if_changed

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
    with pytest.raises(OSError, match="No space left"):
        write_if_changed(path, b"new")
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


def test_the_neighbour_that_a_killed_build_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".a.json.tmp").write_bytes(b"half")
    write_if_changed(tmp_path / "a.json", b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.json": b"new"}


def test_a_folder_in_the_place_of_the_file_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_if_changed(tmp_path / "a.json", b"new")

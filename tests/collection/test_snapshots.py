from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from sphinx_unknown_quotes.collection.storage import snapshots
from sphinx_unknown_quotes.collection.storage.snapshots import Snapshot, take_snapshot

from .samples import seen

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def test_reads_yaml_files_and_the_evidence(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=b"1", b_yml=b"2", evidence_json=b"3")
    assert take_snapshot(tmp_path).files == {"a.yaml": b"1", "b.yml": b"2", "evidence.json": b"3"}


def test_leaves_other_files_alone(tmp_path: Path) -> None:
    write(tmp_path, a_md=b"1", other_json=b"2", yaml=b"3", a_yaml_bak=b"4")
    for name in (".hidden.yaml", ".#a.yaml", "a.yaml~"):
        (tmp_path / name).write_bytes(b"5")
    assert (take_snapshot(tmp_path).files, take_snapshot(tmp_path).problems) == ({}, [])


@pytest.mark.parametrize(("name", "right"), [("a.YAML", "a.yaml"), ("Panel.Yml", "Panel.yml")])
def test_an_ending_in_capitals_is_a_problem(tmp_path: Path, name: str, right: str) -> None:
    (tmp_path / name).write_bytes(b"1")
    snapshot = take_snapshot(tmp_path)
    assert (snapshot.files, seen(snapshot.problems)) == ({}, [(name, 0, "file")])
    assert snapshot.problems[0].message == f"is not read, since its name ends in capitals. Rename it {right}."


def test_a_file_of_the_collection_in_a_subfolder_is_a_problem_and_other_yaml_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.yaml").write_bytes(b"source:\n  title: A\nquotes: []\n")
    (tmp_path / "sub" / "b.yaml").write_bytes(b"name: of another tool\n")
    snapshot = take_snapshot(tmp_path)
    assert (snapshot.files, seen(snapshot.problems)) == ({}, [("sub/a.yaml", 0, "file")])
    assert "Move it into the folder of the collection." in snapshot.problems[0].message


def test_files_come_sorted_whatever_the_disk_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_yaml=b"", b_yaml=b"", c_yaml=b"")
    monkeypatch.setattr(os, "listdir", lambda _: ["c.yaml", "a.yaml", "b.yaml"])
    assert list(take_snapshot(tmp_path).files) == ["a.yaml", "b.yaml", "c.yaml"]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    snapshot = take_snapshot(tmp_path / "nowhere")
    assert (snapshot.files, seen(snapshot.problems)) == ({}, [("", 0, "file")])
    assert snapshot.problems[0].message == "the folder of the collection cannot be read: No such file or directory."


def test_a_file_in_the_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    snapshot = take_snapshot(write(tmp_path, a_yaml=b"") / "a.yaml")
    assert seen(snapshot.problems) == [("", 0, "file")]
    assert "Not a directory" in snapshot.problems[0].message


def test_a_folder_called_like_a_file_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    (write(tmp_path, a_yaml=b"1", z_yaml=b"2") / "x.yaml").mkdir()
    snapshot = take_snapshot(tmp_path)
    assert (list(snapshot.files), seen(snapshot.problems)) == (["a.yaml", "z.yaml"], [("x.yaml", 0, "file")])
    assert snapshot.problems[0].message == "cannot be read: it is not a regular file."


def test_a_loop_of_links_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("y.yaml")
    (tmp_path / "y.yaml").symlink_to("x.yaml")
    snapshot = take_snapshot(tmp_path)
    assert seen(snapshot.problems) == [("x.yaml", 0, "file"), ("y.yaml", 0, "file")]
    assert "symbolic links" in snapshot.problems[0].message


def test_a_link_to_nothing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("gone.yaml")
    assert seen(take_snapshot(tmp_path).problems) == [("x.yaml", 0, "file")]


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"1")
    (tmp_path / "x.yaml").symlink_to("kept")
    assert take_snapshot(tmp_path).files == {"x.yaml": b"1"}


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_file_that_never_ends_does_not_hold_the_build(tmp_path: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(tmp_path / "x.yaml")
    else:
        (tmp_path / "x.yaml").symlink_to("/dev/zero")
    found: list[Snapshot] = []
    thread = threading.Thread(target=lambda: found.append(take_snapshot(tmp_path)), daemon=True)
    thread.start()
    thread.join(5)
    assert [seen(snapshot.problems) for snapshot in found] == [[("x.yaml", 0, "file")]]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    (write(tmp_path, x_yaml=b"1") / "x.yaml").chmod(0)
    snapshot = take_snapshot(tmp_path)
    assert (snapshot.files, seen(snapshot.problems)) == ({}, [("x.yaml", 0, "file")])
    assert "Permission denied" in snapshot.problems[0].message


def test_a_failing_disk_is_a_problem_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as above for root too, whom no permission stops."""
    write(tmp_path, a_yaml=b"1", b_yaml=b"2")
    read = type(tmp_path).read_bytes

    def failing(path: Path) -> bytes:
        if path.name == "a.yaml":
            raise OSError(5, "Input/output error")
        return read(path)

    monkeypatch.setattr(type(tmp_path), "read_bytes", failing)
    snapshot = take_snapshot(tmp_path)
    assert (snapshot.files, seen(snapshot.problems)) == ({"b.yaml": b"2"}, [("a.yaml", 0, "file")])
    assert snapshot.problems[0].message == "cannot be read: Input/output error."


def test_an_enormous_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "_MAX_BYTES", 10)
    snapshot = take_snapshot(write(tmp_path, a_yaml=b"x" * 10, b_yaml=b"x" * 11))
    assert (list(snapshot.files), seen(snapshot.problems)) == (["a.yaml"], [("b.yaml", 0, "file")])
    assert snapshot.problems[0].message == "cannot be read: it is larger than 10 bytes."


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"\xff.yaml", "\ufffd.yaml"), (b"a\nb.yaml", "a\ufffdb.yaml"), (b"a\x1bb.yaml", "a\ufffdb.yaml")],
)
def test_a_name_that_is_no_text_on_one_line_is_a_problem(tmp_path: Path, name: bytes, shown: str) -> None:
    try:
        (tmp_path / os.fsdecode(name)).write_bytes(b"1")
    except OSError:
        pytest.skip("this file system has no such names")
    snapshot = take_snapshot(tmp_path)
    assert ({}, [(shown, 0, "file")]) == (snapshot.files, seen(snapshot.problems))


@pytest.mark.parametrize("name", ["Müller.yaml", "日本語.yaml", "with space.yaml", "a&b<c>.yaml", "🙂.yaml"])
def test_any_other_name_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"1")
    assert {name: b"1"} == take_snapshot(tmp_path).files


def test_the_same_files_have_the_same_digest(tmp_path: Path) -> None:
    digest = take_snapshot(write(tmp_path, a_yaml=b"1", b_yaml=b"2")).digest
    assert (digest, 32) == (take_snapshot(tmp_path).digest, len(digest))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"a.yaml": b"1"},
        {"a.yaml": b"1", "b.yaml": b"3"},
        {"a.yaml": b"1", "c.yaml": b"2"},
        {"a.yaml": b"2", "b.yaml": b"1"},
        {"a.yaml": b"", "b.yaml": b"12"},
        {"a.yaml": b"12", "b.yaml": b""},
        {"a.yaml": b"1", "b.yaml": b"2", "c.yaml": b""},
        {"a.yaml": b"1b.yaml\x001\x002"},
        {"a.yaml": b"1", "b.yaml": b"2", "evidence.json": b""},
    ],
)
def test_the_digest_changes_with_every_name_and_byte(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert Snapshot(tmp_path, files).digest != Snapshot(tmp_path, {"a.yaml": b"1", "b.yaml": b"2"}).digest


def test_the_digest_does_not_depend_on_the_folder(tmp_path: Path) -> None:
    assert Snapshot(tmp_path, {"a": b"1"}).digest == Snapshot(tmp_path / "x", {"a": b"1"}).digest

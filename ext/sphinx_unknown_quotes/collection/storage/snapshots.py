"""The bytes of a collection at one moment. Nothing is parsed here, so a snapshot takes almost no time."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from ..problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIXES = (".yaml", ".yml")
_EVIDENCE_FILE = "evidence.json"
_MAX_BYTES = 64 * 1024 * 1024
#: Characters that no file name may have: the name goes into keys, addresses and messages, so it must be text on one line.
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

_SOURCE = re.compile(rb"^source:", re.MULTILINE)
_QUOTES = re.compile(rb"^quotes:", re.MULTILINE)


@dataclass
class Snapshot:
    """Every file of a collection by its name, sorted, and a digest of all of them."""

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    #: Whether the folder or a file could not be opened.
    is_incomplete: bool = False

    @cached_property
    def digest(self) -> str:
        """Return 32 hexadecimal digits that change with any name or byte. Ask only when all files are in the snapshot."""
        digest = blake2b(digest_size=16)
        for name, data in self.files.items():
            digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(data)
        return digest.hexdigest()


def take_snapshot(folder: Path) -> Snapshot:
    """Read the YAML files and evidence.json of *folder*. YAML files of a collection in its subfolders are problems.

    A file that cannot be read is a problem of the snapshot, and the others are still read.
    """
    snapshot = Snapshot(folder)
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        snapshot.problems.append(
            Problem("", 0, "file", f"the folder of the collection cannot be read: {error.strerror}.")
        )
        snapshot.is_incomplete = True
        return snapshot
    for name in names:
        if name.startswith("."):
            continue
        if not (name.endswith(_SUFFIXES) or name == _EVIDENCE_FILE):
            snapshot.problems += _overlooked(folder, name)
            continue
        if _BAD_NAME.search(name):
            shown = _BAD_NAME.sub("\N{REPLACEMENT CHARACTER}", name)
            snapshot.problems.append(Problem(shown, 0, "file", "its name is not UTF-8 text on one line. Rename it."))
            continue
        try:
            snapshot.files[name] = _read(folder / name)
        except OSError as error:
            snapshot.problems.append(Problem(name, 0, "file", f"cannot be read: {error.strerror}."))
            snapshot.is_incomplete = True
    return snapshot


def _overlooked(folder: Path, name: str) -> list[Problem]:
    """Report files that are not read but probably should be: with an ending in capitals, or in a subfolder."""
    if _BAD_NAME.search(name):
        return []
    if name.lower().endswith(_SUFFIXES):
        right = f"{name[: name.rindex('.')]}{name[name.rindex('.') :].lower()}"
        return [Problem(name, 0, "file", f"is not read, since its name ends in capitals. Rename it {right}.")]
    if "." in name or not (folder / name).is_dir():
        return []
    found = []
    for path in sorted((folder / name).iterdir()) if os.access(folder / name, os.R_OK | os.X_OK) else ():
        # A subfolder may have YAML for other tools.
        if path.name.endswith(_SUFFIXES) and not _BAD_NAME.search(path.name) and _is_of_a_collection(path):
            message = "is not read, since it is in a subfolder. Move it into the folder of the collection."
            found.append(Problem(f"{name}/{path.name}", 0, "file", message))
    return found


def _is_of_a_collection(path: Path) -> bool:
    try:
        data = _read(path)
    except OSError:
        return False
    return bool(_SOURCE.search(data) and _QUOTES.search(data))


def _read(path: Path) -> bytes:
    """Read a regular file, and refuse anything else: reading a pipe or a device could take for ever."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "it is not a regular file")
    if status.st_size > _MAX_BYTES:
        raise OSError(0, f"it is larger than {_MAX_BYTES} bytes")
    return path.read_bytes()

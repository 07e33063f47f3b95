"""Write a file whole, or not at all."""

from __future__ import annotations

import errno
import glob
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Final

#: Only the owner may read and write: a cache has words of transcripts, which others have no right to.
PRIVATE: Final = 0o600
_SUFFIX: Final = ".tmp"


def write_if_changed(path: Path, data: bytes | bytearray, *, is_private: bool = False) -> bool:
    """Write *data* to *path*, and return whether that changed the file.

    The bytes go to a new file in the same folder, which then replaces the old one. So nobody ever reads half a file,
    not even after a crash or on a full disk. Nobody can predict the name of the new file.
    The file keeps its mode. If *path* is a link, the file behind the link is written.
    With *is_private*, only the owner may read the file.
    Raises :class:`OSError` with the name of *path*; the old file is then unchanged.
    """
    try:
        return _write(path, data, is_private)
    except OSError as error:
        # The error has the name of the new file, or none if the disk is full.
        error.filename, error.filename2 = str(path), None
        raise


def _write(path: Path, data: bytes | bytearray, is_private: bool) -> bool:
    if path.is_symlink():
        if not path.exists():
            raise OSError(errno.ENOENT, "it is a link to a file that is not there")
        path = path.resolve()
    mode = PRIVATE if is_private else None
    try:
        with path.open("rb") as stream:
            present = stat.S_IMODE(os.fstat(stream.fileno()).st_mode)
            if stream.read() == data and mode in (None, present):
                return False
        mode = present if mode is None else mode
    except FileNotFoundError:
        make_folder(path.parent, is_private=is_private)
    _replace(path, data, mode)
    remove_left_over(path)
    return True


def write_private(path: Path, data: bytes) -> None:
    """Replace *path* by a new file with *data*, which only its owner may read. Does not wait for the disk."""
    make_folder(path.parent, is_private=True)
    _replace(path, data, PRIVATE, sync=False)


def make_folder(path: Path, *, is_private: bool = False) -> None:
    """Make the folder *path*, and those above it, if they do not exist."""
    if path.is_dir():
        return
    make_folder(path.parent, is_private=is_private)
    path.mkdir(mode=0o700 if is_private else 0o777, exist_ok=True)


def _replace(path: Path, data: bytes | bytearray, mode: int | None, *, sync: bool = True) -> None:
    """Replace *path* by a new file; without *mode*, it gets the mode of any new file."""
    number, name = tempfile.mkstemp(prefix=_prefix(path), suffix=_SUFFIX, dir=path.parent)
    neighbour = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
        if mode != PRIVATE:
            neighbour.chmod(_new_mode() if mode is None else mode)
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise


def remove_left_over(path: Path, seconds: float = 3600) -> None:
    """Remove the new files that killed processes left beside *path*: those older than so many *seconds*."""
    latest = time.time() - seconds
    try:
        for entry in path.parent.glob(f"{glob.escape(_prefix(path))}*{_SUFFIX}"):
            if entry.lstat().st_mtime <= latest:
                entry.unlink(missing_ok=True)
    except OSError:
        # The next call tries again.
        return


def _prefix(path: Path) -> str:
    # A file name has at most 255 bytes.
    return f".{path.name[:50]}."


def _new_mode() -> int:
    """The mode that the user's mask gives to new files. To read the mask one must set it, here to a strict one."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask

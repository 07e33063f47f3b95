"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import glob
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Final

#: What only the owner may read and write: files of a cache have words that others have no right to.
PRIVATE: Final = 0o600
_SUFFIX: Final = ".tmp"


def write_if_changed(path: Path, data: bytes | bytearray, *, is_private: bool = False) -> bool:
    """Make *data* the content of *path*; return whether it was not so already.

    The bytes go to a neighbour first that then takes the name, so that a reader, a crash or a full disk
    never sees half a file. The neighbour has a name that nobody can know before and is never an existing file or link.
    A file keeps its mode; where *path* is a link, the file is written that it leads to.
    With *is_private* nobody but the owner may read the file.
    Raises :class:`OSError` with the name of *path*, and with the old file as it was.
    """
    try:
        return _write(path, data, is_private)
    except OSError as error:
        # Else the name would be that of the neighbour, or none, as for a full disk.
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
    """Put a new file with *data* in the place of *path*, for nobody but its owner, and do not wait for the disk."""
    make_folder(path.parent, is_private=True)
    _replace(path, data, PRIVATE, sync=False)


def make_folder(path: Path, *, is_private: bool = False) -> None:
    """Make the folder *path* and those above it, where they are not there."""
    if path.is_dir():
        return
    make_folder(path.parent, is_private=is_private)
    path.mkdir(mode=0o700 if is_private else 0o777, exist_ok=True)


def _replace(path: Path, data: bytes | bytearray, mode: int | None, *, sync: bool = True) -> None:
    """Put a new file in the place of *path*; without a *mode* it has that of any new file."""
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
    """Remove what killed processes have left beside *path*: neighbours to which nobody wrote for some *seconds*."""
    latest = time.time() - seconds
    try:
        for entry in path.parent.glob(f"{glob.escape(_prefix(path))}*{_SUFFIX}"):
            if entry.lstat().st_mtime <= latest:
                entry.unlink(missing_ok=True)
    except OSError:
        # What stays now goes next time.
        return


def _prefix(path: Path) -> str:
    # Short, since a name has 255 bytes at most.
    return f".{path.name[:50]}."


def _new_mode() -> int:
    """What the user wants of new files. The mask can only be read by setting it, so it is a strict one for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask

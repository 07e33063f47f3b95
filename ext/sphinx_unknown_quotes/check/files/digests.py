"""Compute the digests of transcripts, in threads, and only for files that changed."""

from __future__ import annotations

import os
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec

from ...collection.storage.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Larger transcripts are not read.
MAX_BYTES: Final = 64 * 1024 * 1024
_KIND: Final = "unknown-quotes digests 1"
#: If a file changed less than so many nanoseconds before it was read, it may change again in the same tick of the clock.
_SETTLED: Final = 2_000_000_000
_CHUNK: Final = 1 << 20
#: Fewer files are read faster than a thread starts.
_MIN_FILES: Final = 4

#: Device, inode, size, and in nanoseconds the times of the last change of the content and of the metadata.
_State = tuple[int, int, int, int, int]


class Digests:
    """The digests of the files of one folder, by name."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        """*cache* is the file that keeps the digests, or None."""
        self._folder = folder
        self._cache = cache
        #: Names are bytes, since a file name need not be valid text.
        self._kept: dict[bytes, tuple[_State, str]] = {}
        self._new: dict[bytes, tuple[_State, str]] = {}
        self._found: dict[str, str] = {}
        content = read_sealed(cache, _KIND)
        if content is not None:
            try:
                self._kept = msgspec.msgpack.decode(content, type=dict[bytes, tuple[_State, str]])
            except msgspec.DecodeError:
                self._kept = {}

    def __getitem__(self, name: str) -> str:
        """Return 32 hexadecimal digits that change with any byte of the file; empty if it is not read."""
        if name not in self._found:
            self._found[name] = self._digest(name)
        return self._found[name]

    def find(self, names: Iterable[str]) -> None:
        """Find the digests of several files at once."""
        missing = [name for name in dict.fromkeys(names) if name not in self._found]
        unknown = []
        for name in missing:
            if known := self._known(name):
                self._found[name] = known
            else:
                unknown.append(name)
        if len(unknown) < _MIN_FILES or cores() < 2:
            return
        # The hash functions release the interpreter's lock, so threads run in parallel.
        with ThreadPoolExecutor(cores()) as pool:
            self._found.update(zip(unknown, pool.map(self._digest, unknown), strict=True))

    def save(self) -> None:
        """Save the digests for the next run. If that fails, the next run is only slower."""
        kept = {**self._kept, **self._new}
        kept = {name: found for name, found in kept.items() if os.path.lexists(self._folder / os.fsdecode(name))}
        if self._cache and kept != self._kept:
            try:
                write_sealed(self._cache, _KIND, msgspec.msgpack.encode(kept))
                self._kept = kept
            except OSError:
                self._cache = None

    def _known(self, name: str) -> str:
        """Return the digest of an earlier run if all metadata of the file are the same; else empty."""
        kept = self._kept.get(os.fsencode(name))
        try:
            return kept[1] if kept and kept[0] == _state((self._folder / name).stat()) else ""
        except OSError:
            return ""

    def _digest(self, name: str) -> str:
        if known := self._known(name):
            return known
        try:
            begun = time.time_ns()
            with (self._folder / name).open("rb", buffering=0) as stream:
                before = os.fstat(stream.fileno())
                if not stat.S_ISREG(before.st_mode) or before.st_size > MAX_BYTES:
                    return ""
                digest = blake2b(digest_size=16)
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
                after = os.fstat(stream.fileno())
        except OSError:
            return ""
        state = _state(before)
        if state == _state(after) and max(state[3:]) + _SETTLED < begun:
            self._new[os.fsencode(name)] = state, digest.hexdigest()
        return digest.hexdigest()


def digest_of(data: bytes) -> str:
    """Return the digest of a file with these bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def cores() -> int:
    """Return the number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _state(found: os.stat_result) -> _State:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

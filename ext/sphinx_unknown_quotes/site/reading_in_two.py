"""In a parallel build, half of the collection is read by another process: Sphinx's own read pages, and only after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from ..collection.loading import read_files
from ..collection.reading import FileRecords
from .ahead import Ahead

if TYPE_CHECKING:
    from collections.abc import Mapping

#: From how many bytes on it is worth a process.
_MANY: Final = 1 << 19


def read_in_two(files: Mapping[str, bytes]) -> dict[str, FileRecords]:
    """Read *files* as :func:`.collection.loading.read_files` does."""
    names = list(files)
    ours, theirs = ({name: files[name] for name in part} for part in (names[::2], names[1::2]))
    if sum(map(len, files.values())) < _MANY or not theirs:
        return read_files(files)
    other = Ahead({"records": partial(_packed, theirs)})
    try:
        found = read_files(ours)
        packed = other.take("records")
    finally:
        other.close()
    found |= msgspec.msgpack.decode(packed, type=dict[str, FileRecords]) if packed else read_files(theirs)
    return found


def _packed(files: Mapping[str, bytes]) -> bytes:
    return msgspec.msgpack.encode(read_files(files))

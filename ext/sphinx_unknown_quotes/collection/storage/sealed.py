"""Files of a cache: data with its kind and a checksum, which only the owner may read.

What is read from a cache is data, never code, and counts only if it is whole and unchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from .files import write_private

if TYPE_CHECKING:
    from pathlib import Path

#: Bytes of the checksum. It finds damage, and takes no time. No checksum in the file would stop a forger.
_CHECKSUM: Final = 4


def sealed(kind: str, data: bytes) -> bytes:
    """Return *data* after a line with its *kind* and version, and a checksum of both."""
    head = kind.encode() + b"\n"
    return b"".join((head, crc32(data, crc32(head)).to_bytes(_CHECKSUM), data))


def opened(kind: str, content: bytes) -> memoryview | None:
    """Return the data in the *content* of a file; None if it is of another *kind*, or damaged."""
    head = kind.encode() + b"\n"
    view = memoryview(content)
    begin = len(head) + _CHECKSUM
    data = view[begin:]
    checksum = crc32(data, crc32(head)).to_bytes(_CHECKSUM)
    return data if view[:begin] == head + checksum else None


def read_sealed(path: Path | None, kind: str) -> memoryview | None:
    """Return the data of the file *path*; None if it cannot be read, is damaged or is of another *kind*."""
    try:
        return opened(kind, path.read_bytes()) if path else None
    except OSError:
        return None


def write_sealed(path: Path, kind: str, data: bytes) -> None:
    """Write a file that :func:`read_sealed` reads. Raises OSError.

    It does not wait for the disk: what a power cut destroys is made again.
    """
    write_private(path, sealed(kind, data))

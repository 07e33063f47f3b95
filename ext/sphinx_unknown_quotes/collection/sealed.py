"""Files of a cache: bytes with what they are and a checksum, which nobody but the owner may read.

What is read from a cache is data and no code, and counts only where all of it is there as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from .files import write_private

if TYPE_CHECKING:
    from pathlib import Path

#: Finds any change within 32 bits, and is read as fast as memory; against somebody who means to forge, none would help.
_CHECKSUM: Final = 4


def sealed(kind: str, data: bytes) -> bytes:
    """Return *data* with a first line that says of what *kind* and version they are, and a checksum of both."""
    head = kind.encode() + b"\n"
    return b"".join((head, crc32(data, crc32(head)).to_bytes(_CHECKSUM, "big"), data))


def opened(kind: str, content: bytes) -> memoryview | None:
    """Return the data in the *content* of a file; None where they are of another kind, or not whole."""
    head = kind.encode() + b"\n"
    view = memoryview(content)
    begin = len(head) + _CHECKSUM
    data = view[begin:]
    checksum = crc32(data, crc32(head)).to_bytes(_CHECKSUM, "big")
    return data if view[:begin] == head + checksum else None


def read_sealed(path: Path | None, kind: str) -> memoryview | None:
    """Return what the file *path* has, if it can be read and is whole and of the *kind*."""
    try:
        return opened(kind, path.read_bytes()) if path else None
    except OSError:
        return None


def write_sealed(path: Path, kind: str, data: bytes) -> None:
    """Write a file that :func:`read_sealed` reads. Raises OSError.

    Nobody waits for the disk: what a power cut takes is made anew.
    """
    write_private(path, sealed(kind, data))

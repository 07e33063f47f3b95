"""Write a file whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_if_changed(path: Path, data: bytes | bytearray) -> bool:
    """Make *data* the content of *path*; return whether it was not so already.

    The bytes go to a neighbour first that then takes the name, so that a reader, a crash or a full disk
    never sees half a file. Raises :class:`OSError`, with the old file as it was.
    """
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".{path.name}.tmp")
    try:
        with neighbour.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        neighbour.replace(path)
    except OSError:
        neighbour.unlink(missing_ok=True)
        raise
    return True

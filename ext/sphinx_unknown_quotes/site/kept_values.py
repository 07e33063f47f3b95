"""Values that a build keeps in a file for the next one, and that hold for one state of all that pages draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..collection.files import write_if_changed

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def read_value(path: Path, state: str, kind: Any) -> Any:
    """Return what a build in this *state* has kept, of the type *kind*, or None."""
    try:
        kept, value = msgspec.msgpack.decode(path.read_bytes(), type=tuple[str, kind])
    except (OSError, msgspec.MsgspecError):
        return None
    return value if kept == state else None


def keep_value(path: Path, state: str, value: object) -> None:
    """Keep *value* for the next build. Raises OSError."""
    write_if_changed(path, msgspec.msgpack.encode((state, value)))

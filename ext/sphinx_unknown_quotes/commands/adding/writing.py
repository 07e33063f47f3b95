"""Write the changed file of a collection, or show what would change."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ...collection.storage.files import write_if_changed
from ...publish.schemas import schema_json
from ..shared.exits import FAILED, CommandError
from ..shared.saying import show
from .placing import SCHEMA_FILE

if TYPE_CHECKING:
    from pathlib import Path


def show_change(path: Path, before: bytes | None, after: bytes) -> None:
    """Print the change of the file as a diff; *before* is None for a new file."""
    names = (str(path) if before is not None else "/dev/null", str(path))
    old, new = ((data or b"").decode("utf-8-sig").splitlines() for data in (before, after))
    for line in difflib.unified_diff(old, new, *names, lineterm=""):
        show(line)


def refuse_changed(path: Path, before: bytes | None) -> None:
    """Raise :class:`.exits.CommandError` if the content of the file is not *before* any more."""
    if before is None and path.exists():
        raise CommandError(
            f"{path}: somebody made this file a moment ago. Nothing was written. Run the command again.", FAILED
        )
    if before is not None and path.read_bytes() != before:
        raise CommandError(
            f"{path}: somebody changed this file a moment ago. Nothing was written. Run the command again.", FAILED
        )


def write_change(path: Path, before: bytes | None, after: bytes) -> None:
    """Write the file. If it is new and names the schema for editors, write that, too."""
    write_if_changed(path, after)
    if before is None and after.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n".encode()):
        write_if_changed(path.parent / SCHEMA_FILE, schema_json("source"))

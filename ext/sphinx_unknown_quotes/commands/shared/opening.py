"""Read a collection for a command, and print its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.loading import load_library
from ...collection.selection import Collection, filing_of
from ...collection.storage.snapshots import take_snapshot
from .exits import CommandError
from .saying import say

if TYPE_CHECKING:
    from pathlib import Path

    from ...collection.loading import Library
    from ...collection.storage.snapshots import Snapshot


def open_collection(quotes: Path) -> tuple[Library, Snapshot]:
    """Return the collection in the folder *quotes*, and its files. Its problems are printed on standard error.

    Raises :class:`.exits.CommandError` if there is no such folder.
    """
    if not quotes.is_dir():
        raise CommandError(f"{quotes} is not a folder. Name that of the collection with --quotes.")
    snapshot = take_snapshot(quotes)
    library = load_library(snapshot)
    for problem in library.problems:
        say(f"{(library.folder / problem.place) if problem.path else library.folder}: {problem.message}")
    return library, snapshot


def collection_of(library: Library) -> Collection:
    """Return *library* as a collection, which can be filtered and sorted."""
    filing = filing_of(library.quotations.values())
    return Collection(library.quotations, library.sources, library.unknowns, library.evidence, filing)

"""Turn pages into passages, and the catalogue into the records with which they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...check.prose.known import known_records
from ...check.prose.reading.doctree import read_doctree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ...check.prose.known import Known
    from ...check.prose.passages import Passage
    from ..domain.catalogue import Catalogue


def passages_of(env: BuildEnvironment, docname: str) -> Iterator[Passage]:
    """Yield the passages of a page, in its order."""
    return read_doctree(env.get_doctree(docname), str(env.doc2path(docname)))


def records_of(catalogue: Catalogue) -> list[Known]:
    """Return every record of the project, including those of its pages."""
    collection, library = catalogue.collection, catalogue.library
    places = {quotation.id: shown_path(library.place(quotation)) for quotation in collection.quotations.values()}
    return known_records(collection.quotations.values(), collection.sources, places)


def shown_path(path: str) -> str:
    """Return *path* relative to the working folder if it is below that, else as it is."""
    from os.path import relpath
    from pathlib import Path

    shorter = relpath(path)
    return path if shorter.startswith("..") else Path(shorter).as_posix()

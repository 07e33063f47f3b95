"""Collections of a few lines, for the tests of the room."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Any

from sphinx_unknown_quotes.collection.loading import Library, load_library
from sphinx_unknown_quotes.collection.records import Quotation, Source
from sphinx_unknown_quotes.collection.selection import Collection
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sphinx_unknown_quotes.collection.evidence import Evidence
    from sphinx_unknown_quotes.collection.problems import Problem
    from sphinx_unknown_quotes.collection.records import Unknown

#: The first quotation is on line 5, its words on line 6, and its other keys from line 7.
HEAD = "source:\n  title: A talk\n  type: talk\nquotes:\n"
ONE = HEAD + "  - id: a\n    text: We don't know.\n"


def load(folder: Path, files: Mapping[str, str | bytes], cache: Path | None = None) -> Library:
    """Write *files* into *folder* and read it as a collection."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return load_library(take_snapshot(folder), cache)


def seen(problems: Iterable[Problem]) -> list[tuple[str, int, str]]:
    """Where each problem is and of what subtype."""
    return [(problem.path, problem.line, problem.subtype) for problem in problems]


def quotation(id: str = "a", **values: Any) -> Quotation:
    return Quotation(**{"id": id, "text": "We don't know.", "source": "s", "path": "s.yaml", "line": 5} | values)


def source(key: str = "s", **values: Any) -> Source:
    return Source(**{"key": key, "title": "A talk", "type": "talk"} | values)


def collection(
    quotations: Iterable[Quotation],
    sources: Iterable[Source] = (),
    unknowns: Iterable[Unknown] = (),
    evidence: Mapping[str, Evidence] | None = None,
) -> Collection:
    return Collection(
        {item.id: item for item in quotations},
        {item.key: item for item in sources or [source()]},
        {item.key: item for item in unknowns},
        evidence or {},
    )


def yaml_quoted(words: str) -> str:
    """Write *words* as a YAML string in double quotation marks with nothing but ASCII in it."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in words) + '"'


@contextlib.contextmanager
def no_hang() -> Iterator[None]:
    """Fail if the time is quadratic: the limit is far above what the slowest machine needs, and far below the square of 10 MB."""

    def give_up(*_args: object) -> None:
        raise AssertionError("this takes for ever")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(90)
    try:
        yield
    finally:
        signal.alarm(0)

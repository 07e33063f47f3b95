"""Find everything that a request needs before it can be recorded, each with its option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...collection.problems import InvalidValueError
from .naming import slug
from .placing import sources_of
from .request import Wrong, known_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...collection.loading import Library
    from .request import Request


class Target(NamedTuple):
    """The sources that a request may mean, and what is missing or wrong."""

    sources: list[str]
    missing: list[Wrong]


def target_of(request: Request, library: Library, files: Mapping[str, bytes]) -> Target:
    """Return where *request* goes, and every problem that prevents this, in the order of the command line."""
    sources = sources_of(request, library)
    missing: list[Wrong] = []
    if not sources and "url" not in request.source and "title" not in request.source and not request.file:
        missing.append(Wrong("address", "the address of the source, or --source with the name of its file."))
    if "text" not in request.quotation:
        missing.append(Wrong("words", "the words, exactly."))
    if not sources:
        missing += _of_new_source(request, files)
    if len(sources) > 1:
        missing.append(Wrong("source", f"the file of the source, since several have it: one of {', '.join(sources)}."))
    missing += _wrong_references(request, library)
    return Target(sources, missing)


def _of_new_source(request: Request, files: Mapping[str, bytes]) -> list[Wrong]:
    """Return what a source lacks that the collection does not have yet."""
    found = []
    name = request.file
    if name and slug(name, 200) != name:
        message = (
            f"{name!r} cannot be the name of a new file. Write it in a-z, 0-9 and hyphens: {slug(name) or 'my-source'}."
        )
        found.append(Wrong("source", message))
    elif name and any(re.fullmatch(rf"{re.escape(name)}\.ya?ml", file, re.IGNORECASE) for file in files):
        found.append(
            Wrong("source", f"{name}.yaml exists, but cannot be read as the file of a source. Correct it first.")
        )
    if "title" not in request.source:
        found.append(Wrong("title", "the title of the source, which the collection does not have yet."))
    if "type" not in request.source:
        found.append(Wrong("type", "what the source is: lecture, talk, podcast, video, paper, article …"))
    return found


def _wrong_references(request: Request, library: Library) -> list[Wrong]:
    found = []
    key = request.quotation.get("id")
    for quotation in library.quotations.values():
        if key and key in (quotation.id, *quotation.formerly):
            had = "is already recorded" if key == quotation.id else "was the id of a quotation, and leads to it,"
            found.append(Wrong("id", f"{key!r} {had} at {library.place(quotation)}."))
    if "unknown" in request.quotation:
        try:
            known_unknown(library.unknowns)(request.quotation["unknown"])
        except InvalidValueError as error:
            found.append(Wrong("unknown", str(error)))
    return found


def shown_lines(found: Iterable[Wrong]) -> list[str]:
    """Return a line for each problem, which begins with its option."""
    return [f"{_option(item.name)}: {item.message}" for item in found]


def _option(name: str) -> str:
    return {"address": "ADDRESS", "url": "ADDRESS", "words": "WORDS", "text": "WORDS"}.get(name, f"--{name}")

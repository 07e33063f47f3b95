"""Read a file as passages, by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...locating.locate import MissingLibraryError
from ..passages import Passage  # noqa: TC001 (a type of what is returned)
from .plain import read_plain

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN: Final = (".md", ".markdown", ".mdown")
RESTRUCTURED: Final = (".rst", ".rest")
PLAIN: Final = (".txt", ".text")
#: The endings of the files that are read in a folder.
SUFFIXES: Final = (*MARKDOWN, *RESTRUCTURED, *PLAIN)


def read_passages(text: str, path: Path) -> list[Passage]:
    """Return the passages of *text*, the content of the file *path*. A file with another ending is plain text.

    Raises :class:`.locate.MissingLibraryError` if a library that reads it is not installed.
    """
    name, suffix = path.as_posix(), path.suffix.lower()
    try:
        if suffix in MARKDOWN:
            from .markdown import read_markdown

            return list(read_markdown(text, name))
        if suffix in RESTRUCTURED:
            from .restructured import read_restructured

            return list(read_restructured(text, name))
    except ImportError as error:
        raise MissingLibraryError(
            f"{error.name} is needed to read {suffix} files. "
            "Install it with: pip install 'sphinx-unknown-quotes[check]'"
        ) from error
    return list(read_plain(text, name))

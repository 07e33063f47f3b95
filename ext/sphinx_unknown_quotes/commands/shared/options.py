"""Options of several commands: the folder of the transcripts, the cache, the collection, the form of a report."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from .exits import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...check.files.folder import Folder

#: The environment variable for the transcripts folder, if ``--transcripts`` is not given.
TRANSCRIPTS_VARIABLE: Final = "UNKNOWN_QUOTES_TRANSCRIPTS"
#: A folder or file on this machine. The code that opens it reports if it is missing.
PATH: Final = click.Path(path_type=Path)

#: The form of a report, which the command gets as *form*.
format_option: Final = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    help="The form of the report (text).",
)


class Reading(NamedTuple):
    """The folder of the transcripts, and the folder of the cache; None if there is none."""

    transcripts: Path | None
    cache: Path | None

    def folder(self) -> Folder | None:
        """Return the transcripts folder, or None if none is given.

        Raises :class:`.exits.CommandError` if it is not a folder, and OSError if it cannot be read.
        """
        from ...check.files.folder import Folder

        if not self.transcripts:
            return None
        if not self.transcripts.is_dir():
            raise CommandError(
                f"{self.transcripts} is not a folder. "
                f"Name that of the transcripts with --transcripts or {TRANSCRIPTS_VARIABLE}."
            )
        return Folder(self.transcripts, self.cache)


def _cache_folder(cache: Path | None, no_cache: bool) -> Path | None:
    if no_cache or cache:
        return None if no_cache else cache
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return base / "unknown-quotes" if base.is_absolute() else None


def reading_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give *command* the options of a :class:`Reading`, which it gets as ``reading``."""

    @click.option(
        "--transcripts",
        type=PATH,
        metavar="DIR",
        envvar=TRANSCRIPTS_VARIABLE,
        help=f"The folder of the transcripts (${TRANSCRIPTS_VARIABLE}).",
    )
    @click.option(
        "--cache",
        type=PATH,
        metavar="DIR",
        help="The folder of the cache ($XDG_CACHE_HOME/unknown-quotes).",
    )
    @click.option("--no-cache", is_flag=True, help="Read and check everything again, without the cache.")
    @functools.wraps(command)
    def with_reading(
        *arguments: Any, transcripts: Path | None, cache: Path | None, no_cache: bool, **options: Any
    ) -> int:
        return command(*arguments, reading=Reading(transcripts, _cache_folder(cache, no_cache)), **options)

    return with_reading


def quotes_option(command: Callable[..., int]) -> Callable[..., int]:
    """Give *command* the option that names the folder of the collection, which it gets as ``quotes``."""
    return click.option(
        "--quotes",
        default="quotes",
        type=PATH,
        metavar="DIR",
        is_eager=True,
        help="The folder of the collection (quotes).",
    )(command)

"""``unknown-quotes init``: a whole site in an empty folder, with one quotation and one list."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from ..collection.storage.files import write_if_changed
from .shared.exits import FAILED, PASSED, CommandError
from .shared.options import PATH
from .shared.saying import say, show
from .starting.files import site_files
from .starting.origin import is_local

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@click.command(
    short_help="Make a new site.",
    epilog="""\b
Examples:
  unknown-quotes init my-quotations
  unknown-quotes init .
""",
)
@click.argument("folder", type=PATH)
def command(folder: Path) -> int:
    """Make a whole site in FOLDER: pages, a collection with one quotation, and tasks to build, serve and check it.

    FOLDER may exist, but must not have a file with the name of one of the site. Nothing is ever overwritten.
    """
    made = site_files()
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{folder} is a file. Name a folder, which may be new.")
    if present := _in_the_way(folder, made):
        message = f"{folder} already has files with names that the site needs. Nothing was written."
        raise CommandError(message, FAILED, present)
    for path, data in made.items():
        write_if_changed(folder / path, data)
        show(f"{folder / path}: written")
    for line in ("", "Build the site and check its words:", "", *_commands(folder)):
        show(line)
    if is_local():
        say("pyproject.toml names this machine's copy of sphinx-unknown-quotes. "
            "Write the address of its repository there before another machine builds the site.")  # fmt: skip
    return PASSED


def _in_the_way(folder: Path, made: Iterable[str]) -> list[str]:
    """Return what is in *folder* already of *made*, and files where *made* needs folders."""
    parents = {parent for path in made for parent in PurePath(path).parents}
    files = [path for path in made if (folder / path).exists()]
    # A broken link is in the way, too.
    links = [path for path in made if (folder / path).is_symlink()]
    no_folders = [str(path) for path in parents if (folder / path).exists() and not (folder / path).is_dir()]
    return sorted({*files, *links, *no_folders})


def _commands(folder: Path) -> list[str]:
    enter = [] if str(folder) == "." else [f"cd {click.format_filename(folder)}"]
    return [
        *(f"  {line}" for line in enter),
        "  python3 -m venv .venv && .venv/bin/pip install nox && .venv/bin/nox -s docs",
        "  .venv/bin/nox -s check",
    ]

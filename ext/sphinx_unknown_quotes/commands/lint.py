"""``unknown-quotes lint``: compare quotation marks in files of prose with the records of a collection."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..check.locating.locate import MissingLibraryError
from ..check.prose.checking import ProseCheck
from ..check.prose.known import known_records, published_records
from ..check.prose.reading.files import SUFFIXES, read_passages
from ..check.prose.reading.places import placed
from ..check.prose.roles import with_roles
from ..check.reports import prose as reports
from ..check.reports import sarif
from ..check.reports.terminal import Progress, show_lines
from ..collection.loading import load_library
from ..collection.storage.files import write_if_changed
from ..collection.storage.snapshots import take_snapshot
from .shared.exits import FAILED, NOTHING_CHECKED, PASSED, CommandError
from .shared.options import PATH, format_option
from .shared.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..check.prose.findings import Placed
    from ..check.prose.known import Known

#: Folders with generated files.
_MADE = ("_build", "node_modules", "__pycache__", "build", "dist", "site-packages")


@click.command(
    short_help="Check the quotation marks of a text.",
    epilog="""\b
Examples:
  unknown-quotes lint README.md docs
  unknown-quotes lint docs --quotes docs/quotes --fix
  unknown-quotes lint notes.txt --quotes quotes.json --format github
""",
)
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option(
    "--quotes",
    type=PATH,
    default="quotes",
    metavar="PATH",
    help="The folder of the collection, or the quotes.json of any site (quotes).",
)
@format_option
@click.option("--fix", is_flag=True, help="Write the role if the words are exactly those of a record.")
@click.option("--all", "every", is_flag=True, help="List words that no record has, too.")
@click.option("--strict", is_flag=True, help="Fail also if recorded words are plain text.")
def command(paths: tuple[Path, ...], quotes: Path, form: str, fix: bool, every: bool, strict: bool) -> int:
    """Compare what PATHS quote with the records. PATHS are files in Markdown, reStructuredText or plain text, or folders.

    Exit codes: 0 nothing is misquoted, 1 something is, or has another speaker, 2 the options are wrong,
    3 there was no file to read.
    """
    check = ProseCheck(_records(quotes))
    files = list(_files(paths))
    listed: list[Placed] = []
    try:
        with Progress("Reading") as progress:
            for number, path in enumerate(files, 1):
                listed += _read(path, check, fix, every)
                progress.advance(number, len(files))
    except MissingLibraryError as error:
        raise CommandError(str(error)) from error
    _report(form, listed, check)
    failing = ("error", "warning") if strict else ("error",)
    if any(one.finding.severity in failing for one in listed):
        return FAILED
    return PASSED if files else NOTHING_CHECKED


def _records(quotes: Path) -> list[Known]:
    if quotes.is_dir():
        library = load_library(take_snapshot(quotes))
        for problem in library.problems:
            say(f"{quotes / problem.place if problem.path else quotes}: {problem.message}")
        places = {quotation.id: library.place(quotation) for quotation in library.quotations.values()}
        return known_records(library.quotations.values(), library.sources, places)
    if not quotes.is_file():
        raise CommandError(f"{quotes} is neither a folder nor a file. Name the collection with --quotes.")
    try:
        return published_records(quotes.read_bytes())
    except ValueError as error:
        raise CommandError(f"{quotes} {error}") from error


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield each given file, and the files of given folders that have a known ending, sorted; each once."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise CommandError(f"there is no file or folder {path}.")
        for found in _below(path) if path.is_dir() else [path]:
            if found not in seen:
                seen.add(found)
                yield found


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _MADE)
        yield from (Path(root, name) for name in sorted(names) if name.lower().endswith(SUFFIXES))


def _read(path: Path, check: ProseCheck, fix: bool, every: bool) -> list[Placed]:
    """Check what a file quotes, and return the findings that are listed; with *fix*, write roles into it first."""
    try:
        # Read as bytes, so that line ends stay as they are.
        source = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        say(f"{path}: it is not UTF-8 and was not read.")
        return []
    judged = check.read(read_passages(source, path))
    found = [placed(each, source) for each in judged if each.is_listed or (every and each.kind == "unrecorded")]
    if not fix:
        return found
    text, settled = with_roles(source, found)
    if settled:
        write_if_changed(path, text.encode())
        for one in settled:
            say(f"{one.place}: {one.finding.id}: the role is written.")
    return [one for one in found if one not in settled]


def _report(form: str, listed: list[Placed], check: ProseCheck) -> None:
    counts, strings = check.result.counts, check.result.strings
    match form:
        case "json":
            print(reports.prose_json(listed, counts, strings))
        case "sarif":
            print(sarif.sarif_report(None, (), listed))
        case "github":
            for line in reports.prose_github(listed):
                print(line)
        case _:
            show_lines(reports.prose_text(listed, counts, strings))

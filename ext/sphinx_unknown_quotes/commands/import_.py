"""``unknown-quotes import``: record the highlights of other tools."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from ..collection.conflicts import find_conflicts
from ..collection.loading import load_library
from ..collection.records import SOURCE_TYPES
from ..collection.storage.snapshots import take_snapshot
from .adding.needs import shown_lines
from .adding.request import read_request
from .adding.writing import refuse_changed, show_change, write_change
from .importing.found import Export, ExportError, lines_of
from .importing.hypothesis import read_hypothesis
from .importing.kindle import read_kindle
from .importing.markdown import read_markdown
from .importing.planning import plan_import
from .importing.readwise import read_readwise
from .importing.zotero import read_zotero
from .shared.exits import FAILED, PASSED, CommandError
from .shared.opening import open_collection
from .shared.options import PATH, quotes_option
from .shared.saying import show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from .importing.found import Left
    from .importing.planning import Plan

#: Each form with its reader.
READERS: Final[dict[str, Callable[[bytes], Export]]] = {
    "zotero": read_zotero,
    "hypothesis": read_hypothesis,
    "readwise": read_readwise,
    "kindle": read_kindle,
    "markdown": read_markdown,
}
_MOST_BYTES: Final = 64 * 1024 * 1024


@click.command(
    "import",
    short_help="Record the highlights of another tool.",
    epilog="""\b
Examples:
  unknown-quotes import zotero items.json --dry-run
  unknown-quotes import hypothesis hypothesis.json
  unknown-quotes import readwise readwise-data.csv --type book
  unknown-quotes import kindle "/media/Kindle/documents/My Clippings.txt"
  unknown-quotes import markdown notes.md --via-title "My notes"
""",
)
@click.argument("form", type=click.Choice(tuple(READERS)))
@click.argument("file", type=PATH)
@click.option(
    "--type",
    "kind",
    type=click.Choice(SOURCE_TYPES),
    help="The type of new sources, if the form does not have it or has a wrong one.",
)
@click.option("--via-title", default="", metavar="TEXT", help="The title of a second-hand reporter of all the words.")
@click.option("--via-url", default="", metavar="TEXT", help="The reporter's address, http or https.")
@click.option("--via-date", default="", metavar="TEXT", help="The reporter's date, EDTF.")
@quotes_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
def command(
    form: str, file: Path, kind: str | None, via_title: str, via_url: str, via_date: str, quotes: Path, dry_run: bool
) -> int:
    """Record the highlights in FILE, an export of Zotero, Hypothesis, Readwise or a Kindle, or a text in Markdown.

    FILE may be - for standard input. Each source gets a file, unless the collection has the source already.
    Recorded words stay as they are. The command lists what it could not place; the exit code is then 1.
    """
    fixed = {"via-title": via_title, "via-url": via_url, "via-date": via_date}
    if wrong := read_request(fixed)[1]:
        raise CommandError("the reporter cannot be recorded:", details=shown_lines(wrong))
    library, snapshot = open_collection(quotes)
    try:
        export = READERS[form](_read(file))
    except ExportError as error:
        raise CommandError(f"{file}: {error}") from error
    fixed |= {"type": kind} if kind else {}
    if any(quotation.added for quotation in library.quotations.values()):
        fixed["added"] = date.today().isoformat()
    plan = plan_import(export.found, library, snapshot.files, {name: value for name, value in fixed.items() if value})
    _write(plan, quotes, dry_run=dry_run)
    left = sorted([*export.left, *plan.left])
    _report(plan, export, left, [] if dry_run else _alike(plan, quotes))
    return FAILED if left else PASSED


def _read(file: Path) -> bytes:
    if str(file) == "-":
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise CommandError(f"{file} has more than {_MOST_BYTES} bytes. Export a part of it.")
    return data


def _write(plan: Plan, quotes: Path, *, dry_run: bool) -> None:
    """Write all files, or none if somebody has just changed one; or show what would change."""
    for change in plan.changes if not dry_run else ():
        refuse_changed(quotes / change.name, change.before)
    for change in plan.changes:
        path = quotes / change.name
        if dry_run:
            show_change(path, change.before, change.after)
            continue
        write_change(path, change.before, change.after)
    for change in plan.changes:
        what = f"new ({change.type})" if change.before is None else "added to"
        show(f"{quotes / change.name}: {what}: {_counted(change.added, 'quotation')}")


def _alike(plan: Plan, quotes: Path) -> list[str]:
    """Return a line for each record with almost the same words as another one, of which a build would warn."""
    names = {change.name for change in plan.changes}
    library = load_library(take_snapshot(quotes))
    return [
        f"{library.place(one.quotation)}: {one.quotation.id} has almost the words of {one.other.id}."
        for one in find_conflicts(library.quotations.values(), library.sources)
        if names & {one.quotation.path, one.other.path}
    ]


def _report(plan: Plan, export: Export, left: Sequence[Left], alike: Sequence[str]) -> None:
    counts = [(plan.recorded, "recorded already"), (plan.twice, "twice in the export")]
    counts += [(count, f"skipped: {kind}") for kind, count in sorted(export.passed.items())]
    for count, what in counts:
        if count:
            show(f"{count} {what}")
    for title, lines in (
        ("Keep one of two that are almost the same, or say in one that both are meant (see:):", alike),
        ("Left out of what was recorded:", lines_of(plan.lost)),
        ("Could not be placed:", lines_of(left)),
    ):
        if lines:
            for line in ("", title, *(f"  {line}" for line in lines)):
                show(line)
    if not plan.changes and not left:
        show("There is nothing to record.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"

"""``unknown-quotes check``: compare a collection with its transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from ..check.checking import Checked, check_library
from ..check.fixing import FIXABLE, fix_records
from ..check.locating.locate import MissingLibraryError
from ..check.locked import locked_outcomes
from ..check.outcomes import evidence_from
from ..check.reports import machine, sarif, terminal
from ..check.results import Results, results_file
from ..collection.evidence import store_evidence
from ..collection.loading import load_library
from ..collection.storage.snapshots import take_snapshot
from .shared.exits import FAILED, NOTHING_CHECKED, PASSED, CommandError
from .shared.options import PATH, TRANSCRIPTS_VARIABLE, Reading, format_option, reading_options
from .shared.saying import say

if TYPE_CHECKING:
    from pathlib import Path

    from ..check.files.folder import Folder
    from ..collection.loading import Library
    from ..collection.storage.snapshots import Snapshot

#: Problems of a collection that do not leave a quotation out.
_HARMLESS: Final = ("unknown", "evidence")
#: How often ``--fix`` tries again if somebody else changes the files.
_TRIES: Final = 4


@click.command(
    short_help="Check a collection against its transcripts.",
    epilog="""\b
Examples:
  unknown-quotes check
  unknown-quotes check docs/quotes --transcripts ~/transcripts --update
  unknown-quotes check --format github --strict
  unknown-quotes check --locked
""",
)
@click.argument("quotes", default="quotes", type=PATH)
@format_option
@click.option("--update", is_flag=True, help="Write evidence.json, which the cards show.")
@click.option("--fix", is_flag=True, help="Write the right time or page of moved quotations into the YAML.")
@click.option(
    "--locked",
    is_flag=True,
    help="Read evidence.json and no transcripts: fail if a quotation was edited, never checked or did not pass.",
)
@click.option("--strict", is_flag=True, help="Fail on what is near, too.")
@click.option("-v", "--verbose", is_flag=True, help="List what passes, too.")
@reading_options
def command(
    quotes: Path, form: str, update: bool, fix: bool, locked: bool, strict: bool, verbose: bool, reading: Reading
) -> int:
    """Check the collection in the folder QUOTES (quotes) against its transcripts.

    Exit codes: 0 everything passes or warns, 1 something failed, 2 the options are wrong, 3 nothing was checked.
    """
    if not quotes.is_dir():
        raise CommandError(f"{quotes} is not a folder. Name that of the collection: unknown-quotes check QUOTES.")
    if locked:
        if update or fix:
            raise CommandError(
                "--locked only reads; --update and --fix need the transcripts. Leave out one or the other."
            )
        library = load_library(take_snapshot(quotes))
        return _say_all(form, library, Checked(list(locked_outcomes(library)), [], []), strict, verbose)
    folder = reading.folder()
    try:
        snapshot = take_snapshot(quotes)
        library, checked = _check_once(snapshot, folder, reading.cache)
        for left in reversed(range(_TRIES if fix else 0)):
            if not _fix(library, checked, snapshot, is_last=not left):
                break
            snapshot = take_snapshot(quotes)
            library, checked = _check_once(snapshot, folder, reading.cache)
    except MissingLibraryError as error:
        raise CommandError(str(error)) from error
    if not folder:
        say(f"unknown-quotes: no transcripts: name their folder with --transcripts or {TRANSCRIPTS_VARIABLE}.")
    code = _say_all(form, library, checked, strict, verbose, folder)
    if update:
        store_evidence(library.folder, evidence_from(library, checked.outcomes))
    return code


def _say_all(
    form: str, library: Library, checked: Checked, strict: bool, verbose: bool, folder: Folder | None = None
) -> int:
    """Print the messages and the report, and return the exit code."""
    _complain(library, checked, folder)
    _report(form, library, checked, verbose)
    return _exit_code(library, checked, strict)


def _fix(library: Library, checked: Checked, snapshot: Snapshot, *, is_last: bool) -> bool:
    """Correct what can be corrected, print what was and what was not, and return whether files changed."""
    fixed = fix_records(library, checked.outcomes, snapshot.files)
    for key, what in fixed.values:
        say(f"{library.place(library.quotations[key])}: {key}: the {FIXABLE[what]} is corrected.")
    is_changed = bool(fixed.values or fixed.changed)
    for key, why in fixed.refused if is_last or not is_changed else ():
        say(f"{library.place(library.quotations[key])}: {key}: {why}")
    for name in fixed.changed if is_last else ():
        say(f"{library.folder / name}: it changes again and again during the check. Run the check later.")
    return is_changed


def _check_once(snapshot: Snapshot, folder: Folder | None, cache: Path | None) -> tuple[Library, Checked]:
    """Read the collection and check it, with the help of the cache."""
    kept = results_file(cache, snapshot.folder, folder)
    library = load_library(snapshot, kept.with_suffix(".records") if kept else None)
    results = Results(kept, folder)
    with terminal.Progress("Checking") as progress:
        checked = check_library(library, folder, results, progress.advance)
    results.save()
    if folder:
        folder.prune()
    return library, checked


def _complain(library: Library, checked: Checked, folder: Folder | None) -> None:
    """Print the problems of the collection and the faults of transcripts on stderr, as ``file:line: message``."""
    for problem in [*library.problems, *checked.problems]:
        say(f"{(library.folder / problem.place) if problem.path else library.folder}: {problem.message}")
    for name, line, message in checked.faults:
        place = f"{folder.path / name}:{line}" if folder and line else f"{folder.path / name if folder else name}"
        say(f"{place}: {message}")


def _report(form: str, library: Library, checked: Checked, verbose: bool) -> None:
    outcomes = checked.outcomes
    match form:
        case "json":
            print(machine.json_report(outcomes))
        case "sarif":
            print(sarif.sarif_report(library, outcomes))
        case "github":
            for line in machine.github_report(library, outcomes):
                print(line)
        case _:
            terminal.show(library, outcomes, verbose)


def _exit_code(library: Library, checked: Checked, strict: bool) -> int:
    failing = ("error", "warning") if strict else ("error",)
    failed = any(outcome.severity in failing for outcome in checked.outcomes)
    if failed or any(problem.subtype not in _HARMLESS for problem in library.problems):
        return FAILED
    if all(outcome.severity == "unchecked" for outcome in checked.outcomes):
        return NOTHING_CHECKED
    return PASSED

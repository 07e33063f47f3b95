"""The ``unknown-quotes`` command: check a collection against its transcripts, and find where words are from."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ._version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .check.checking import Checked
    from .check.folder import Folder
    from .collection.loading import Library

#: Exit codes: everything passes or warns; something failed; the options are wrong; nothing was checked.
PASSED: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOTHING_CHECKED: Final = 3

#: Names the transcripts folder where ``--transcripts`` does not.
TRANSCRIPTS_VARIABLE: Final = "UNKNOWN_QUOTES_TRANSCRIPTS"
#: Problems of a collection that lose no quotation.
_HARMLESS: Final = ("unknown", "evidence")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with *argv* (else with the arguments of the process) and return its exit code."""
    try:
        arguments = command_parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        return _check(arguments) if arguments.command == "check" else _find(arguments)
    except BrokenPipeError:
        # Somebody has read enough (| head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        print(f"unknown-quotes: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return USAGE


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, from which the guide takes its tables."""
    parser = argparse.ArgumentParser(prog="unknown-quotes", description="Were these words said, there and then?")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check a collection against its transcripts")
    check.add_argument(
        "quotes", nargs="?", default="quotes", type=Path, metavar="QUOTES", help="the folder of the collection (quotes)"
    )
    check.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text", help="the form of the report (text)"
    )
    check.add_argument("--update", action="store_true", help="write evidence.json, which the cards show")
    check.add_argument("--fix", action="store_true", help="write the right time of moved quotations into the YAML")
    check.add_argument("--strict", action="store_true", help="fail on what is near, too")
    check.add_argument("-v", "--verbose", action="store_true", help="name what passes, too")
    find = commands.add_parser("find", help="where is this from?")
    find.add_argument("words", metavar="WORDS", help="the words to look for")
    find.add_argument("--lang", default="en", help="the language of the words, as BCP 47 writes it (en)")
    for command in (check, find):
        command.add_argument(
            "--transcripts", type=Path, metavar="DIR", help=f"the folder of the transcripts (${TRANSCRIPTS_VARIABLE})"
        )
        command.add_argument(
            "--cache",
            type=Path,
            metavar="DIR",
            help="the folder for what was read and decided ($XDG_CACHE_HOME/unknown-quotes)",
        )
        command.add_argument("--no-cache", action="store_true", help="read and decide everything anew")
    return parser


def _usage(message: str) -> int:
    print(f"unknown-quotes: {message}", file=sys.stderr)
    return USAGE


def _cache_folder(arguments: argparse.Namespace) -> Path | None:
    if arguments.no_cache:
        return None
    if arguments.cache:
        return Path(arguments.cache)
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return base / "unknown-quotes" if base.is_absolute() else None


def _folder(arguments: argparse.Namespace) -> Folder | None:
    """The transcripts folder, or None where none is named. Raises OSError where it cannot be read."""
    from .check.folder import Folder

    path = arguments.transcripts or os.environ.get(TRANSCRIPTS_VARIABLE)
    return Folder(Path(path), _cache_folder(arguments)) if path else None


def _check(arguments: argparse.Namespace) -> int:
    from .check.fixing import fix_times
    from .check.locate import MissingLibraryError
    from .check.outcomes import evidence_from
    from .collection.evidence import EVIDENCE_FILE, write_evidence
    from .collection.files import write_if_changed

    if not arguments.quotes.is_dir():
        return _usage(f"{arguments.quotes} is not a folder. Name that of the collection: unknown-quotes check QUOTES.")
    folder = _folder(arguments)
    try:
        library, checked = _check_once(arguments, folder)
        if arguments.fix and (fixed := fix_times(library, checked.outcomes)):
            for key in fixed:
                print(f"{library.place(library.quotations[key])}: {key}: the time is set right.", file=sys.stderr)
            library, checked = _check_once(arguments, folder)
    except MissingLibraryError as error:
        return _usage(str(error))
    _complain(library, checked, folder)
    _report(arguments, library, checked)
    if arguments.update:
        write_if_changed(library.folder / EVIDENCE_FILE, write_evidence(evidence_from(library, checked.outcomes)))
    return _exit_code(library, checked, arguments.strict)


def _check_once(arguments: argparse.Namespace, folder: Folder | None) -> tuple[Library, Checked]:
    """Read the collection and check it, with what the cache knows."""
    from .check.checking import check_library
    from .check.reports.terminal import Progress
    from .check.results import Results, results_file
    from .collection.loading import load_library
    from .collection.snapshots import take_snapshot

    kept = results_file(_cache_folder(arguments), arguments.quotes, folder)
    library = load_library(take_snapshot(arguments.quotes), kept.with_suffix(".records") if kept else None)
    results = Results(kept, folder)
    with Progress("Checking") as progress:
        checked = check_library(library, folder, results, progress.advance)
    results.save()
    if folder:
        folder.prune()
    return library, checked


def _complain(library: Library, checked: Checked, folder: Folder | None) -> None:
    """Say on stderr what is wrong with the collection and with transcripts, as ``file:line: message``."""
    for problem in library.problems:
        print(
            f"{(library.folder / problem.place) if problem.path else library.folder}: {problem.message}",
            file=sys.stderr,
        )
    for name, line, message in checked.faults:
        place = f"{folder.path / name}:{line}" if folder and line else f"{folder.path / name if folder else name}"
        print(f"{place}: {message}", file=sys.stderr)
    if not folder:
        print(
            f"unknown-quotes: no transcripts: name their folder with --transcripts or {TRANSCRIPTS_VARIABLE}.",
            file=sys.stderr,
        )


def _report(arguments: argparse.Namespace, library: Library, checked: Checked) -> None:
    from .check.reports import machine, sarif, terminal

    outcomes = checked.outcomes
    match arguments.format:
        case "json":
            print(machine.json_report(outcomes))
        case "sarif":
            print(sarif.sarif_report(library, outcomes))
        case "github":
            for line in machine.github_report(library, outcomes):
                print(line)
        case _:
            terminal.show(library, outcomes, arguments.verbose)


def _exit_code(library: Library, checked: Checked, strict: bool) -> int:
    failing = ("error", "warning") if strict else ("error",)
    failed = any(outcome.severity in failing for outcome in checked.outcomes)
    if failed or any(problem.subtype not in _HARMLESS for problem in library.problems):
        return FAILED
    if all(outcome.severity == "unchecked" for outcome in checked.outcomes):
        return NOTHING_CHECKED
    return PASSED


def _find(arguments: argparse.Namespace) -> int:
    from .check.finding import find_words
    from .check.locate import MissingLibraryError
    from .check.quotation import parse_quotation
    from .check.reports.terminal import Progress, show_finds

    folder = _folder(arguments)
    if folder is None:
        return _usage(f"name the folder of the transcripts with --transcripts or {TRANSCRIPTS_VARIABLE}.")
    if not parse_quotation(arguments.words).words:
        return _usage("there are no words to look for.")
    if not folder.names:
        print(f"unknown-quotes: {folder.path} has no transcripts.", file=sys.stderr)
        return NOTHING_CHECKED
    try:
        with Progress("Looking") as progress:
            finds = find_words(arguments.words, folder, arguments.lang, progress.advance)
    except MissingLibraryError as error:
        return _usage(str(error))
    show_finds(finds)
    return PASSED if finds else FAILED

"""``unknown-quotes add``: record a quotation, and print the directive that shows it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click

from ..check.checking import check_library
from ..check.locating.locate import MissingLibraryError
from ..check.reports import terminal
from ..check.results import Results
from ..collection.loading import Library
from ..collection.records import UNKNOWNS_FILE, Quotation, Source, Via, described
from .adding.insertion import InsertionError
from .adding.issue_form import IssueError, read_issue
from .adding.needs import shown_lines, target_of
from .adding.placing import addition, file_of, has_same_words, same_words, transcript_of
from .adding.questions import fill_in
from .adding.request import QUOTATION_KEYS, SOURCE_KEYS, VIA_KEYS, Wrong, read_request
from .adding.writing import refuse_changed, show_change, write_change
from .shared.completing import complete
from .shared.exits import FAILED, PASSED, CommandError
from .shared.opening import open_collection
from .shared.options import PATH, Reading, quotes_option, reading_options
from .shared.saying import say, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..check.files.folder import Folder
    from .adding.placing import Addition
    from .adding.request import Request

_MISSING: Final = "this is missing, or cannot be recorded:"
#: Keys of a record that are arguments and not options: the words and the address.
_ARGUMENTS: Final = ("text", "url")
_FIRST: Final = ("speaker", "unknown", "at", "title", "type")


def _record_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give *command* an option for each key of a record, with the description of the record."""
    said = {
        **{key: described(Quotation)[key] for key in QUOTATION_KEYS},
        **{option: described(Via)[key] for option, key in VIA_KEYS.items()},
        **{key: described(Source)[key] for key in SOURCE_KEYS},
    }
    # The most frequent options come first, and the id last, since one is proposed.
    names = [*_FIRST, *(name for name in said if name not in (*_FIRST, *_ARGUMENTS, "id")), "id"]
    for name in reversed(names):
        choices = (said[name].extra_json_schema or {}).get("enum", ())
        text = f"{said[name].description}{' One of: ' if choices else ''}{', '.join(choices)}{'.' if choices else ''}"
        # “Its address” alone would not tell whose.
        about = "Reporter: " if name in VIA_KEYS else "Source: " if name in SOURCE_KEYS else ""
        text = f"{about}{text[0].lower()}{text[1:]}" if about else text
        command = click.option(
            f"--{name}",
            multiple=name == "speaker",
            metavar="TEXT",
            shell_complete=complete(name),
            help=f"{text}{' May be given several times.' if name == 'speaker' else ''}",
        )(command)
    return command


@click.command(
    short_help="Record a quotation.",
    epilog="""\b
Examples:
  unknown-quotes add "https://youtu.be/SXpJ9EmG3s4?t=1352" \\
    "So this might seem to you like a total dark arcane art." \\
    --speaker "Jesse Mu" --unknown prompting
  unknown-quotes add https://example.org/talk "We do not know." --title "On kettles" --type talk
  unknown-quotes add --source on-kettles "Nobody knows." --at 1:02 --dry-run
  unknown-quotes add --from-issue issue.md
""",
)
@click.argument("address", default="")
@click.argument("words", default="")
@_record_options
@click.option("--source", "file", default="", metavar="NAME", shell_complete=complete("source"),
              help="The file of the source, without .yaml, if the address does not say which, or the name of a new file.")  # fmt: skip
@click.option("--from-issue", "issue", type=PATH, metavar="FILE",
              help="Take everything from a filled-in form \"Share a quote\", as GitHub has the issue's text; - for standard input.")  # fmt: skip
@quotes_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--no-input", is_flag=True, help="Ask nothing, even in a terminal.")
@reading_options
def command(
    address: str, words: str, file: str, issue: Path | None, quotes: Path, dry_run: bool, no_input: bool,
    reading: Reading, **values: Any,
) -> int:  # fmt: skip
    """Record the WORDS at ADDRESS, and check them if there is a transcript.

    The command reads the moment from the address. It adds the words to the file of their source, or to a new one, and
    changes nothing else in the file. At a terminal, it asks for what is missing.
    """
    library, snapshot = open_collection(quotes)
    folder = reading.folder()
    if issue:
        request, dropped = _shared(issue, library)
    else:
        request, dropped = _typed(address, words, file, values, library, asks=not no_input and _is_terminal()), []
    target = target_of(request, library, snapshot.files)
    if target.missing:
        told = {item.name for item in dropped}
        more = [item for item in target.missing if item.name not in told]
        raise CommandError(_MISSING, details=shown_lines([*dropped, *more]))
    key = target.sources[0] if target.sources else None
    if key is None and folder and (name := transcript_of(request.source, folder.names)):
        request.source.setdefault("transcript", name)
    if key and _is_recorded(request, key, library):
        return PASSED
    if any(quotation.added for quotation in library.quotations.values()):
        # If other quotations have this date, the new one gets today's, so that the feed has it.
        request.quotation.setdefault("added", date.today().isoformat())
    try:
        added = addition(request, key, library, snapshot.files)
    except InsertionError as error:
        raise CommandError(f"{quotes / (file_of(key, snapshot.files) if key else '')}: {error}", FAILED) from error
    _finish(added, quotes, dry_run=dry_run)
    for line in (*shown_lines(dropped), *_kept(request, added, library)):
        say(f"Left out: {line}")
    _check(added, library, folder)
    _show_directive(added.quotation)
    return PASSED


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _typed(address: str, words: str, file: str, values: dict[str, Any], library: Library, *, asks: bool) -> Request:
    """Return what was typed and answered. A value that cannot be recorded is an error."""
    if address and not words and not address.startswith(("http://", "https://")):
        address, words = "", address
    speakers = list(values.pop("speaker"))
    given = {name.replace("_", "-"): value for name, value in values.items() if value}
    given |= {key: value for key, value in (("url", address), ("text", words)) if value}
    if asks:
        file = fill_in(given, speakers, file, library)
    request, wrong = read_request(given, speakers, file)
    if wrong:
        told = {item.name for item in wrong}
        more = [item for item in target_of(request, library, {}).missing if item.name not in told]
        raise CommandError(_MISSING, details=shown_lines([*wrong, *more]))
    return request


def _shared(issue: Path, library: Library) -> tuple[Request, list[Wrong]]:
    """Return what an issue says, and the values that cannot be recorded and are left out."""
    data = sys.stdin.buffer.read() if str(issue) == "-" else issue.read_bytes()
    body = data.decode("utf-8-sig", "replace")
    try:
        shared = read_issue(body)
    except IssueError as error:
        raise CommandError(f"the issue cannot be read: {error}") from error
    request, wrong = read_request(shared.given, shared.speakers)
    unknown = request.quotation.get("unknown")
    if unknown and unknown not in library.unknowns:
        del request.quotation["unknown"]
        wrong.append(Wrong("unknown", f"{unknown!r} is not in {UNKNOWNS_FILE}."))
    return request, wrong


def _is_recorded(request: Request, key: str, library: Library) -> bool:
    """Whether the source has the words already. A quotation with these among other words is only reported."""
    for quotation in same_words(request, key, library):
        if has_same_words(request, quotation):
            show(f"{library.place(quotation)}: recorded already: {quotation.id}")
            _show_directive(quotation)
            return True
        say(f"{library.place(quotation)}: {quotation.id} has these words among others.")
    return False


def _kept(request: Request, added: Addition, library: Library) -> list[str]:
    """Return a line for each given value of the source that differs from its file, which is not changed."""
    if added.before is None:
        return []
    present = {name: getattr(added.source, name) for name in request.source}
    return [
        f"{name}: the source in {library.folder / added.name} has {repr(present[name]) if present[name] else 'none'}."
        for name, value in request.source.items()
        if name != "url" and value != present[name]
    ]


def _finish(added: Addition, quotes: Path, *, dry_run: bool) -> None:
    """Write the file, or show what would change."""
    path = quotes / added.name
    if dry_run:
        show_change(path, added.before, added.after)
        return
    refuse_changed(path, added.before)
    write_change(path, added.before, added.after)
    show(f"{path}:{added.quotation.line}: recorded: {added.quotation.id}")


def _check(added: Addition, library: Library, folder: Folder | None) -> None:
    """Print the result of the check for the quotation; nothing if there is no transcript."""
    name = added.source.transcript
    if folder is None or name is None or name not in folder:
        return
    quotation = added.quotation
    one = Library(library.folder, quotations={quotation.id: quotation}, sources={quotation.source: added.source})
    try:
        checked = check_library(one, folder, Results(None, folder))
    except MissingLibraryError as error:
        say(f"The words were not checked: {error}")
        return
    terminal.show(one, checked.outcomes, verbose=True)


def _show_directive(quotation: Quotation) -> None:
    for line in ("", "In a page:", "", f"```{{unknown-quote}} {quotation.id}", "```"):
        show(line)

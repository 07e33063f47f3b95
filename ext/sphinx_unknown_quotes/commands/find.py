"""``unknown-quotes find``: find words in the collection and in transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..check.finding import find_words
from ..check.locating.locate import MissingLibraryError
from ..check.quotation import parse_quotation
from ..check.recorded import find_recorded
from ..check.reports.terminal import Progress, show_finds
from ..collection.loading import Library, load_library
from ..collection.storage.snapshots import take_snapshot
from ..collection.text.words import flat
from .shared.exits import FAILED, NOTHING_CHECKED, PASSED, CommandError
from .shared.options import TRANSCRIPTS_VARIABLE, Reading, quotes_option, reading_options
from .shared.saying import say, show

if TYPE_CHECKING:
    from pathlib import Path

    from ..check.files.folder import Folder


@click.command(
    short_help="Find where words are from.",
    epilog="""\b
Examples:
  unknown-quotes find "why the kettle sings" --transcripts ~/transcripts
  unknown-quotes find "warum der Kessel singt" --lang de
""",
)
@click.argument("words")
@click.option("--lang", default="en", metavar="TAG", help="The language of the words, as BCP 47 writes it (en).")
@quotes_option
@reading_options
def command(words: str, lang: str, quotes: Path, reading: Reading) -> int:
    """List the quotations that have WORDS or similar words, and then the transcripts that have them.

    Without a collection, only transcripts are searched; without a folder of transcripts, only the collection.
    """
    if not parse_quotation(words).words:
        raise CommandError("there are no words to look for.")
    folder = reading.folder()
    library = load_library(take_snapshot(quotes)) if quotes.is_dir() else Library(quotes)
    if folder is None and not library.quotations:
        raise CommandError(f"name the folder of the transcripts with --transcripts or {TRANSCRIPTS_VARIABLE}.")
    try:
        has_recorded = _show_recorded(words, lang, library)
        if folder is None:
            if not has_recorded:
                say("No quotation of the collection has these words.")
            say(f"No transcripts were searched: name their folder with --transcripts or {TRANSCRIPTS_VARIABLE}.")
            return PASSED if has_recorded else FAILED
        return _search(words, lang, folder, has_recorded=has_recorded)
    except MissingLibraryError as error:
        raise CommandError(str(error)) from error


def _show_recorded(words: str, lang: str, library: Library) -> bool:
    found = find_recorded(words, library, lang)
    for quotation, kind in found:
        who = f"{', '.join(quotation.speaker)}: " if quotation.speaker else ""
        show(f"{library.place(quotation)}: {kind}: {quotation.id}: {who}{flat(quotation.text)}")
    return bool(found)


def _search(words: str, lang: str, folder: Folder, *, has_recorded: bool) -> int:
    if not folder.names:
        say(f"unknown-quotes: {folder.path} has no transcripts.")
        return PASSED if has_recorded else NOTHING_CHECKED
    with Progress("Looking") as progress:
        finds = find_words(words, folder, lang, progress.advance)
    folder.prune()
    show_finds(finds)
    return PASSED if finds or has_recorded else FAILED

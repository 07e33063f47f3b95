"""``unknown-quotes find``: where are these words from?"""

from __future__ import annotations

import click

from ..check.finding import find_words
from ..check.locate import MissingLibraryError
from ..check.quotation import parse_quotation
from ..check.reports.terminal import Progress, show_finds
from .exits import FAILED, NOTHING_CHECKED, PASSED, CommandError
from .options import TRANSCRIPTS_VARIABLE, Reading, reading_options


@click.command(
    short_help="Where are these words from?",
    epilog="""\b
Examples:
  unknown-quotes find "why the kettle sings" --transcripts ~/transcripts
  unknown-quotes find "warum der Kessel singt" --lang de
""",
)
@click.argument("words")
@click.option("--lang", default="en", metavar="TAG", help="The language of the words, as BCP 47 writes it (en).")
@reading_options
def command(words: str, lang: str, reading: Reading) -> int:
    """Name the transcripts that have WORDS, or words near them."""
    folder = reading.folder()
    if folder is None:
        raise CommandError(f"name the folder of the transcripts with --transcripts or {TRANSCRIPTS_VARIABLE}.")
    if not parse_quotation(words).words:
        raise CommandError("there are no words to look for.")
    if not folder.names:
        raise CommandError(f"{folder.path} has no transcripts.", NOTHING_CHECKED)
    try:
        with Progress("Looking") as progress:
            finds = find_words(words, folder, lang, progress.advance)
    except MissingLibraryError as error:
        raise CommandError(str(error)) from error
    show_finds(finds)
    return PASSED if finds else FAILED

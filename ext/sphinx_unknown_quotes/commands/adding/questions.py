"""The questions of ``add`` at a terminal: for required values, and for those that make a good record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...collection.parsing.validation import QUOTATION_VALUES, SOURCE_VALUES, one_of
from ...collection.records import SOURCE_TYPES
from ..shared.completing import values_of
from .asking import ask
from .placing import sources_of
from .request import known_unknown, read_request, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...collection.loading import Library

#: Types of source for which the moment is asked.
_RECORDINGS: Final = ("lecture", "talk", "interview", "podcast", "video", "testimony")


def fill_in(given: dict[str, str], speakers: list[str], file: str, library: Library) -> str:
    """Ask for what is not in *given* and *speakers*, add the answers to them, and return the file of the source.

    Raises :class:`click.Abort` at the end of input.
    """

    def about(name: str, question: str, check: Callable[[str], str], *, required: bool = False) -> None:
        if name not in given and (answer := ask(question, check, values_of(library, name), required=required)):
            given[name] = answer

    if not file and "title" not in given:
        about("url", "Address of the source (Enter if it has none)", SOURCE_VALUES["url"])
    about("text", "The words, exactly", lambda value: QUOTATION_VALUES["text"](tidy(value)), required=True)
    request, _ = read_request(given, speakers, file)
    found = sources_of(request, library)
    if not file and ("url" not in given or len(found) > 1):
        choices = found or list(library.sources)
        question = "File of the source" + ("" if found else " (Enter for a new one)")
        file = ask(question, one_of(choices), choices, required=len(found) > 1)
        found = [file] if file else found
    if not found:
        about("title", "Title of the source", SOURCE_VALUES["title"], required=True)
        about("type", f"What it is ({', '.join(SOURCE_TYPES)})", SOURCE_VALUES["type"], required=True)
        about(
            "container", "What it is part of: course, podcast, journal (Enter for nothing)", SOURCE_VALUES["container"]
        )
        about("date", "When it was said or published, as 2023 or 2023-02-07 (Enter if unknown)", SOURCE_VALUES["date"])
    if not speakers:
        name = ask("Who said it (Enter if unknown)", QUOTATION_VALUES["speaker"], values_of(library, "speaker"))
        speakers += [name] if name else []
    kind = library.sources[found[0]].type if found else given.get("type", "")
    if "at" not in request.quotation and kind in _RECORDINGS:
        about("at", "When in the recording, as 1:13:47 (Enter if unknown)", QUOTATION_VALUES["at"])
    about("unknown", "What is not known (Enter for nothing)", known_unknown(library.unknowns))
    return file

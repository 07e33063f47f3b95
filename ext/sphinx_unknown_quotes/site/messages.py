"""Warnings of the extension: they have one type, a subtype from one closed list, and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx.locale import get_translation
from sphinx.util import logging

from ..collection.problems import PROBLEM_SUBTYPES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docutils.nodes import Node

    from ..collection.problems import Problem

logger = logging.getLogger(__name__)

CATALOGUE: Final = "sphinx_unknown_quotes"
#: Translates a text for readers when it is shown, for names that exist before the language is known.
lazy_ = get_translation(CATALOGUE)

WARNING_TYPE: Final = "unknown_quotes"
#: Every subtype of a warning, with its meaning. The guide's table is made from it.
WARNING_SUBTYPES: Final[dict[str, str]] = {
    **PROBLEM_SUBTYPES,
    "conflict": "Two quotations have almost the same words, but another speaker, date or wording. If both are meant, one says so with `see`.",
    "not_found": "A page shows or cites a quotation, a speaker, a source or an unknown that is not recorded. The warning gives the nearest one.",
    "not_shown": "A page refers to a quotation that no page shows as a card, so there is nothing to link to.",
    "fragment": "A fragment in {uq:text} does not occur in the recorded words.",
    "option": "A directive has no option of this name, the value of an option is not allowed, or two options do not go together.",
    "role": "There is no role of this name. The warning gives the nearest one.",
    "content": "A directive has no words, or has words where it takes none.",
    "config": "A configuration value is of the wrong kind, and its default is used; or there is no value of this name.",
    "check": 'With unknown_quotes_check = "strict", or in the builder quotecheck: a quotation does not pass the check.',
    "edited": "In the builder quotecheck, without transcripts: a quotation was edited since it was checked.",
    "misquoted": "In the builder quotecheck: words between quotation marks are almost those of a record, but differ from them.",
    "speaker": "In the builder quotecheck: a page says that somebody else said the recorded words.",
    "recorded": "In the builder quotecheck: a page has recorded words as plain text. The warning gives the role to write instead.",
    "unrecorded": 'In the builder quotecheck, with unknown_quotes_prose = "all": a page quotes five words or more that no record has.',
    "feed": "The feed cannot be made: the site has no `html_baseurl`, or no quotation has `added`.",
    "output": "An output file cannot be written.",
    "picture": "Pictures for sharing are asked for and cannot be made: "
    "there are no pages of quotations, no Pillow, or no font that can be read.",
}


def _(message: str) -> str:
    """Translate a text for readers, now."""
    return str(lazy_(message))


def warn(subtype: str, message: str, *args: object, location: Node | tuple[str, int | None] | str | None) -> None:
    """Log one warning of the extension. *args* replace the ``%s`` in *message*."""
    assert subtype in WARNING_SUBTYPES, subtype
    logger.warning(message, *args, type=WARNING_TYPE, subtype=subtype, location=location)


def warn_of_problems(problems: Iterable[Problem], folder: Path) -> None:
    """Log every problem of the collection in *folder*, at its file and line."""
    for problem in problems:
        place = folder / problem.path if problem.path else folder
        warn(problem.subtype, "%s", problem.message, location=file_location(place, problem.line, problem.column))


def file_location(path: Path, line: int = 0, column: int = 0) -> str:
    """Return the location of a file that is not a page. Sphinx reads a string without a line as the name of a page."""
    return f"{path}:{line or 1}:{column}" if column else f"{path}:{line or 1}"

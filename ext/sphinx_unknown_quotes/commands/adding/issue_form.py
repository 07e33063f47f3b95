"""Read the body of an issue that was made with the form "Share a quote" on GitHub.

GitHub turns a form into Markdown: ``### `` and the label of each field, an empty line, and the answer or
``_No response_``. An answer may have anything in it, even a heading, and is only text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.linking.addresses import split_address
from ...collection.linking.links import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The labels of ``.github/ISSUE_TEMPLATE/quote.yml``, each with the option for the same value.
LABELS: Final = {
    "The words": "text",
    "Who said it": "speaker",
    "Who they were then": "role",
    "Title of the source": "title",
    "What the source is": "type",
    "What it is part of": "container",
    "Who published it": "publisher",
    "Address of the source": "url",
    "Date of the source": "date",
    "Address of an archived copy": "archive",
    "Day on which you last opened the address": "accessed",
    "DOI": "doi",
    "Time in the recording": "at",
    "Page": "page",
    "Section": "section",
    "What is not known": "unknown",
    "What was being talked about": "context",
    "Language of the words": "lang",
    "Translation": "translation",
    "Who translated them": "translator",
    "Who reports the words": "via",
    "The wording in which they are reported": "reported",
    "The time that is reported": "reported-at",
    "Anything a reader must know of the words": "status",
    "Day on which you compared the words with the source": "seen",
    "Transcript": "transcript",
}
#: The choice of the form for everything that is not in its list.
_OTHER: Final = "something else"
_EMPTY: Final = "_No response_"
_HEADING: Final = re.compile(r"### (.+?)[ \t]*")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"\\`]+", re.IGNORECASE)
_DATE: Final = re.compile(r"(?<![\w-])(\d{4}(?:-\d{2}){0,2}[~?]?)(?![\w-])")


class IssueError(ValueError):
    """The body is not a filled-in form."""


class Shared(NamedTuple):
    """The values of a filled-in form, by the names of options."""

    given: dict[str, str]
    speakers: list[str]


def read_issue(body: str) -> Shared:
    """Read the *body* of an issue. Raises :class:`IssueError` if a field occurs twice, or if the words are missing.

    A heading that is not a label of the form belongs to the answer that it is in.
    """
    answers: dict[str, str] = {}
    for label, answer in _answers(body):
        if label in answers:
            message = f'the heading "### {label}" is there twice, so it is not clear which answer is meant. Remove one of them.'
            raise IssueError(message)
        answers[label] = answer
    given = {LABELS[label]: answer for label, answer in answers.items() if answer not in ("", _EMPTY)}
    if "text" not in given:
        raise IssueError('there is no answer under the heading "### The words", as the form "Share a quote" writes it.')
    speakers = [name.strip() for name in given.pop("speaker", "").split(";") if name.strip()]
    if given.get("unknown") == _OTHER:
        del given["unknown"]
    if via := given.pop("via", ""):
        given |= _reporter(via)
    return Shared(given, speakers)


def _answers(body: str) -> Iterator[tuple[str, str]]:
    label, lines = "", list[str]()
    for line in [*re.split("\r\n?|\n", body), f"### {next(iter(LABELS))}"]:
        heading = _HEADING.fullmatch(line)
        if heading is None or heading[1] not in LABELS:
            lines.append(line)
            continue
        if label:
            yield label, "\n".join(lines).strip()
        label, lines = heading[1], []


def _reporter(text: str) -> dict[str, str]:
    """Read the reporter from free text: the first address and the first date in it. The rest is the title."""
    found: dict[str, str] = {}
    if (address := _ADDRESS.search(text)) and safe_url(url := address[0].rstrip(".,;:!?)]}’”'")):
        found["via-url"] = split_address(url).url
        text = text.replace(url, " ")
    if date := _DATE.search(text):
        found["via-date"] = date[1]
        text = text[: date.start()] + " " + text[date.end() :]
    title = " ".join(text.split()).strip(" ,;:.()[]–—-")
    return {"via-title": title or found.get("via-url", text.strip() or "a report"), **found}

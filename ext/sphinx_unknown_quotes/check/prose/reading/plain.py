"""Read plain text as passages: paragraphs between blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH: Final = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)
#: A line below a quotation that names its speaker.
_ATTRIBUTION: Final = re.compile(r"\n\s*(?:—|–|―|--)\s*(?P<who>\S.*)\s*\Z")


def one_line(text: str) -> str:
    """Return *text* with a space for every run of white space."""
    return " ".join(text.split())


def without_attribution(text: str) -> tuple[str, str]:
    """Split a block with its line breaks from the line below it that begins with a dash and names the speaker."""
    match = _ATTRIBUTION.search(text)
    return (text[: match.start()], one_line(match["who"])) if match and text[: match.start()].strip() else (text, "")


def read_plain(text: str, path: str) -> Iterator[Passage]:
    """Yield the paragraphs of *text*."""
    for match in _PARAGRAPH.finditer(text):
        yield Passage(one_line(match[0]), path, text.count("\n", 0, match.start()) + 1)

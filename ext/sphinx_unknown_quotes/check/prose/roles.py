"""Find the role or the directive to write in place of typed words, and write it into the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..language.words import fold
from .reading.files import MARKDOWN, RESTRUCTURED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Finding, Placed

#: Characters that no role can contain.
_UNWRITABLE: Final = re.compile(r"[`<>\\\n]")
_LAST_MARK: Final = re.compile(r"[.,;:!?…]+$")


def instead(finding: Finding, path: str) -> str:
    """Return the role or the directive for recorded words in the file *path*; empty if no role can show them."""
    is_restructured = path.endswith(RESTRUCTURED)
    if finding.quoted.passage.is_block and finding.is_whole:
        name = "unknown-quote"
        return f".. {name}:: {finding.id}" if is_restructured else f"```{{{name}}} {finding.id}"
    if not finding.fragment or _UNWRITABLE.search(finding.fragment):
        return ""
    shown = finding.id if finding.is_whole else f"{finding.fragment} <{finding.id}>"
    return f":uq:text:`{shown}`" if is_restructured else f"{{uq:text}}`{shown}`"


def with_roles(source: str, found: Iterable[Placed]) -> tuple[str, list[Placed]]:
    """Write roles in place of words that are typed exactly as a record of the collection has them.

    Returns the text of the file, and the findings that this settles. Blocks stay as they are: the author decides
    which cards a page shows.
    """
    settled: list[Placed] = []
    for one in sorted(found, key=lambda each: -each.start):
        if not _is_word_for_word(source, one):
            continue
        typed = source[one.start + 1 : one.end - 1]
        # A comma before the closing mark belongs to the writer.
        rest = _LAST_MARK.search(typed)
        mark = rest[0] if rest and not one.finding.fragment.endswith(rest[0]) else ""
        source = f"{source[: one.start]}{instead(one.finding, one.path)}{mark}{source[one.end :]}"
        settled.append(one)
    return source, settled[::-1]


def _is_word_for_word(source: str, one: Placed) -> bool:
    finding = one.finding
    if finding.kind != "recorded" or one.start < 0 or not finding.record_place or finding.quoted.passage.is_block:
        return False
    if not one.path.endswith((*MARKDOWN, *RESTRUCTURED)) or not instead(finding, one.path):
        return False
    typed = " ".join(source[one.start + 1 : one.end - 1].split())
    same = {_plain(typed), _plain(_LAST_MARK.sub("", typed))}
    beside = source[one.start - 1 : one.start] + source[one.end : one.end + 1]
    # A role directly next to a letter would not be a role.
    return _plain(finding.fragment) in same and not any(letter.isalnum() for letter in beside)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())

"""Numbers of references, such as [12], and of footnotes, which printers put between words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .said import Said

#: Abbreviations whose number after the full stop belongs to them: "vol.12".
_COUNTED: Final = frozenset(["app", "art", "chap", "fig", "nos", "par", "ref", "sec", "tab", "ver", "vol"])


def mark(said: Said, place: int) -> Iterator[tuple[int, str, float]]:
    """Yield the place after a reference, [12], or after the figure of a footnote, with its kind and its cost."""
    words = said.words
    if not words[place][:1].isdigit():
        return
    gap, end = said.before(place), place + 1
    is_raised = gap.endswith("^")
    while end < len(words) and words[end][:1].isdigit() and _goes_on(said.before(end), is_raised):
        end += 1
    after = said.before(end) if end < len(words) else ""
    if gap.rstrip().endswith("[") and after.lstrip().startswith("]"):
        yield end, "reference", 0.1
    word = words[place - 1] if place else ""
    # "km²" is a unit, "x²" a square, and 10² a number.
    is_word = len(word) > 1 and word.isalpha() and word not in said.table.unit_of
    is_raised = is_raised and not (len(word) < 4 and gap == "^" and end == place + 1 and words[place] in "23")
    is_behind_stop = (
        len(word) > 2
        and word not in _COUNTED
        and gap in (".", '."', ".)", ".'")
        and len(words[place]) < 4
        and after.startswith((" ", "\n"))
    )
    if place and is_word and (is_raised or (is_behind_stop and end == place + 1)):
        yield end, "reference", 0.1


def _goes_on(gap: str, is_raised: bool) -> bool:
    """Whether the figure after *gap* belongs to the same mark: [3, 4], or raised like the one before it."""
    return gap == "^" if is_raised else not re.search(r"[^,;\s-]", gap)

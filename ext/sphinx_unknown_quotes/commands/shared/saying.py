"""Print what a command says: its report on standard output, and messages on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ...collection.problems import nearest
from ...collection.text.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Collection

#: The most values that a hint names if several may be meant.
_MOST_NAMED = 5


def hint(typed: str, values: Collection[str]) -> str:
    """Return what to type instead: the nearest of *values*, or else those that contain what was typed; or nothing."""
    if found := nearest(typed, values):
        return found
    containing = sorted(value for value in values if typed and typed.casefold() in value.casefold())
    return f" These contain it: {', '.join(containing[:_MOST_NAMED])}." if containing else ""


def say(message: str) -> None:
    """Print *message* on standard error, with everything escaped that a terminal or a log would obey."""
    for line in message.split("\n"):
        print(visible_line(line), file=sys.stderr)


def show(line: str = "") -> None:
    """Print one line of a report on standard output, with the same escapes."""
    print(visible_line(line))

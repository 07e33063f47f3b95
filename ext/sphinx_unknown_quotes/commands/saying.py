"""Print what a command says: its report on standard output, and messages on standard error."""

from __future__ import annotations

import sys

from ..collection.visible import visible_line


def say(message: str) -> None:
    """Print *message* on standard error, with everything escaped that a terminal or a log would obey."""
    for line in message.split("\n"):
        print(visible_line(line), file=sys.stderr)


def show(line: str = "") -> None:
    """Print one line of a report on standard output, with the same escapes."""
    print(visible_line(line))

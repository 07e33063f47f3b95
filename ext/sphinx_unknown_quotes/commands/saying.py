"""What a command says: its report on standard output, and what is to be said beside it on standard error."""

from __future__ import annotations

import sys

from ..collection.visible import visible_line


def say(message: str) -> None:
    """Print *message*; file names, addresses and words in it give no orders to a terminal or a log."""
    for line in message.split("\n"):
        print(visible_line(line), file=sys.stderr)


def show(line: str = "") -> None:
    """Print one line of a report; what others have written gives no orders in it, either."""
    print(visible_line(line))

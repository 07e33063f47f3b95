"""What a command says beside its report, on standard error."""

from __future__ import annotations

import sys

from ..collection.visible import visible_line


def say(message: str) -> None:
    """Print *message*; file names, addresses and words in it give no orders to a terminal or a log."""
    for line in message.split("\n"):
        print(visible_line(line), file=sys.stderr)

"""What a command says beside its report, on standard error."""

from __future__ import annotations

import sys

from ..collection.visible import visible_line


def say(message: str) -> None:
    """Print one line; file names, addresses and words in it give no orders to a terminal or a log."""
    print(visible_line(message), file=sys.stderr)

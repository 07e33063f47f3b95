"""How a command ends: exit codes, and the message of one that cannot begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Exit codes: everything passes or warns; something failed; the options are wrong; nothing was checked.
PASSED: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOTHING_CHECKED: Final = 3


class CommandError(Exception):
    """The command cannot do what it was asked; *code* is its exit code."""

    def __init__(self, message: str, code: int = USAGE, details: Sequence[str] = ()) -> None:
        """Take a whole sentence that says what to do, and *details*, a line each."""
        super().__init__(message)
        self.code, self.details = code, details

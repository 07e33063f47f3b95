"""Exit codes of commands, and the error of a command that cannot begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Exit codes, in this order: everything passes or warns; something failed; the options are wrong; nothing was checked.
PASSED: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOTHING_CHECKED: Final = 3


class CommandError(Exception):
    """The command cannot do what it should; ``code`` is its exit code."""

    def __init__(self, message: str, code: int = USAGE, details: Sequence[str] = ()) -> None:
        """*message* is a whole sentence that says what to do; *details* are printed below it, one a line."""
        super().__init__(message)
        self.code, self.details = code, details

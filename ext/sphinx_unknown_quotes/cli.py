"""The entry point ``unknown-quotes``: runs a command, and says how it ended."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .commands.exits import FAILED, USAGE, CommandError

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with *argv* (else with the arguments of the process) and return its exit code."""
    try:
        import click

        from .commands.program import program
    except ImportError as error:
        if error.name != "click":
            raise
        return _said("it needs click. Install it with: pip install 'sphinx-unknown-quotes[check]'")
    try:
        # Not standalone: the exit code is what a command returns.
        return program.main(None if argv is None else list(argv), "unknown-quotes", standalone_mode=False) or 0
    except SystemExit as end:
        return int(end.code or 0)
    except CommandError as error:
        return _said(str(error), error.code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        # Somebody has read enough (| head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _said(f"{error.filename or ''}: {error.strerror or error}")


def _said(message: str, code: int = USAGE) -> int:
    print(f"unknown-quotes: {message}", file=sys.stderr)
    return code

"""The entry point ``unknown-quotes``: it runs a command and prints its errors."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from .commands.shared.exits import FAILED, USAGE, CommandError
from .commands.shared.saying import say

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with *argv*, or with the arguments of the process, and return its exit code."""
    try:
        import click
    except ImportError:
        return _said("it needs click. Install it with: pip install 'sphinx-unknown-quotes[check]'")
    from .commands.program import program

    try:
        _print_anything()
        # Not standalone, since the exit code is the value that a command returns.
        code = program.main(None if argv is None else list(argv), "unknown-quotes", standalone_mode=False) or 0
        sys.stdout.flush()
        return code
    except SystemExit as end:
        return int(end.code or 0)
    except CommandError as error:
        return _said(str(error), error.code, error.details)
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
        return _said(f"{error.filename or 'standard output'}: {error.strerror or error}")


def _print_anything() -> None:
    """Let no character end the command that the terminal or the file behind it does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _said(message: str, code: int = USAGE, details: Sequence[str] = ()) -> int:
    for line in (f"unknown-quotes: {message}", *(f"  {detail}" for detail in details)):
        say(line)
    return code

"""The program itself: its commands by name, each read from its module when it is asked for."""

from __future__ import annotations

import keyword
from importlib import import_module
from typing import Final

import click

from .._version import __version__

#: The commands, in the order in which help names them. Each is the object ``command`` of the module of its name.
COMMANDS: Final = (
    "init", "add", "import", "check", "find", "lint", "list", "show", "stats", "schema", "completion",
)  # fmt: skip


class _Program(click.Group):
    """A group that imports a command when it is needed: ``check`` has not to wait for what ``find`` imports."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command *name*, or None where there is none."""
        if name not in COMMANDS:
            return None
        # A module cannot be called like a word of the language.
        module = f"{name}_" if keyword.iskeyword(name) else name
        command = import_module(f".{module}", __package__).command
        if not isinstance(command, click.Command):
            raise AssertionError(f"{name} has no command")
        return command


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="unknown-quotes COMMAND --help has examples of each.",
)
@click.version_option(__version__, prog_name="unknown-quotes", message="%(prog)s %(version)s")
def program() -> None:
    """Record quotations, and check them: were these words said, there and then?"""

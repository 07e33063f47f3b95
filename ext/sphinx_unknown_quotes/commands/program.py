"""The program: its commands by name. Each is imported when it is needed."""

from __future__ import annotations

import keyword
from importlib import import_module
from typing import Final

import click

from .._version import __version__
from ..collection.problems import nearest

#: The commands in the order of the help. Each is the object ``command`` of the module with its name.
COMMANDS: Final = (
    "init", "add", "import", "check", "find", "lint", "list", "show", "stats", "schema", "completion",
)  # fmt: skip


class _Program(click.Group):
    """A group that imports a command only when it is needed, so that ``check`` need not wait for the imports of ``find``."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that *args* begin with; for an unknown name, fail with the nearest one."""
        name = args[0]
        if self.get_command(context, name) is None and not context.resilient_parsing:
            context.fail(f"there is no command {name!r}.{nearest(name, COMMANDS)}")
        return super().resolve_command(context, args)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command *name*, or None if there is none."""
        if name not in COMMANDS:
            return None
        # A keyword of Python cannot be the name of a module.
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

"""``{command-help}``: a section for every command of ``unknown-quotes``, from its own help."""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING

import click
from docutils import nodes
from reference_tables import command_rows, inline, two_columns
from sphinx.util.docutils import SphinxDirective

from sphinx_unknown_quotes.commands.program import COMMANDS, program

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: What a person types in a shell.
_literal = partial(nodes.literal, "")


class CommandHelp(SphinxDirective):
    """The commands in the order of ``unknown-quotes --help``."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each command."""
        return [self.section(name) for name in COMMANDS]

    def section(self, name: str) -> nodes.section:
        """Return the help of a command: what it does, its usage, its options, and examples."""
        outer = click.Context(program, info_name="unknown-quotes")
        command = program.get_command(outer, name)
        if command is None:
            raise self.error(f"there is no command {name}")
        section = nodes.section("", nodes.title("", name), ids=[nodes.make_id(f"unknown-quotes {name}")], names=[name])
        usage = command.get_usage(click.Context(command, outer, name)).removeprefix("Usage: ")
        section += nodes.literal_block(usage, usage, language="text")
        for part in inspect.cleandoc(command.help or "").split("\n\n"):
            section += nodes.paragraph("", "", *inline(" ".join(part.split())))
        if rows := command_rows(name):
            section += two_columns(rows, _literal)
        examples = inspect.cleandoc((command.epilog or "").replace("\b\nExamples:\n", ""))
        section += nodes.literal_block(examples, examples, language="sh")
        return section


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

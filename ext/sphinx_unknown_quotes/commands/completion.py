"""``unknown-quotes completion``: print the lines with which a shell completes commands, options and values."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from .shared.exits import PASSED

_SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "unknown-quotes"
_VARIABLE = "_UNKNOWN_QUOTES_COMPLETE"


@click.command(
    short_help="Print the lines for completion in a shell.",
    epilog="""\b
Examples:
  unknown-quotes completion bash >> ~/.bashrc
  unknown-quotes completion zsh >> ~/.zshrc
  unknown-quotes completion fish > ~/.config/fish/completions/unknown-quotes.fish
""",
)
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> int:
    """Print the completion of commands, options and values for SHELL.

    A shell that reads these lines when it starts can complete what you type with the Tab key.
    """
    from .program import program

    kind = get_completion_class(shell)
    if kind is None:
        raise AssertionError(f"click has a completion for {shell}")
    click.echo(kind(program, {}, _PROGRAM, _VARIABLE).source())
    return PASSED

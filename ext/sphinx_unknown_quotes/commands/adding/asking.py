"""Ask at a terminal for missing values. The Tab key completes values of the collection."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from ...collection.problems import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def ask(question: str, check: Callable[[str], str], choices: Iterable[str] = (), *, required: bool = False) -> str:
    """Return an answer that *check* accepts, or an empty string if no answer is *required* and none is given.

    After a wrong answer, it prints the reason and asks again. Raises :class:`click.Abort` at the end of input.
    """
    with _completion(sorted(choices)):
        while True:
            answer = click.prompt(question, default="", show_default=False).strip()
            if not answer and not required:
                return ""
            try:
                return check(answer)
            except InvalidValueError as error:
                click.echo(f"  {error}", err=True)


@contextmanager
def _completion(choices: list[str]) -> Iterator[None]:
    """Let the Tab key complete *choices* as whole lines, if Python was built with readline."""
    readline = _readline()
    if readline is None:
        yield
        return
    completer, delimiters = readline.get_completer(), readline.get_completer_delims()

    def complete(text: str, state: int) -> str | None:
        found = [choice for choice in choices if choice.casefold().startswith(text.casefold())]
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(completer)
        readline.set_completer_delims(delimiters)


def _readline() -> Any:
    try:
        import readline
    except ImportError:
        return None
    return readline

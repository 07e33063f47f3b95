"""Print reports: with colours and a progress bar on a terminal, else as plain lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, Self

from ...collection.text.times import format_time
from ...collection.text.visible import visible, visible_line
from .text import text_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...collection.loading import Library
    from ..finding import Find
    from ..outcomes import Outcome
    from .text import Span

_FINE: Final = ("verbatim", "elided", "normalised", "disfluent")


def show(library: Library, outcomes: Sequence[Outcome], verbose: bool) -> None:
    """Print the report for people on standard output."""
    _print(text_report(library, outcomes, verbose))


def show_lines(lines: Iterable[list[Span]]) -> None:
    """Print the lines of a report for people on standard output."""
    _print(lines)


def show_finds(finds: Sequence[Find]) -> None:
    """Print the places of words, the strictest verdict first."""
    lines: list[list[Span]] = []
    for find in finds:
        time = f" {format_time(find.found)}" if find.found is not None else ""
        page = f" page {find.page}" if find.page else ""
        speaker = f" {find.speaker}:" if find.speaker else ""
        style = "green" if find.verdict in _FINE else "yellow"
        lines.append([(f"{find.transcript}{time}{page}: ", ""), (find.verdict, style), (f":{speaker} {find.said}", "")])
    _print(lines or [[("No transcript of the folder has these words.", "")]])


def _print(lines: Iterable[list[Span]]) -> None:
    # rich takes longer to load than a run without changes.
    console = _console() if sys.stdout.isatty() else None
    for raw in lines:
        line = [(visible(text) if index else visible_line(text), style) for index, (text, style) in enumerate(raw)]
        if console is None:
            print("".join(text for text, _ in line))
            continue
        from rich.text import Text

        console.print(Text.assemble(*line), soft_wrap=True)


def _console(stderr: bool = False) -> Any:
    """Return a console of rich; None, after a hint, if rich is not installed."""
    try:
        from rich.console import Console
    except ImportError:
        print("Colours and progress need rich: pip install 'sphinx-unknown-quotes[check]'", file=sys.stderr)
        return None
    return Console(stderr=stderr)


class Progress:
    """A progress bar on standard error, if that is a terminal. It appears with the first progress."""

    def __init__(self, title: str) -> None:
        """Use *title* as the word before the bar."""
        self._title = title
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        """Begin, without showing anything yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the bar from the terminal."""
        if self._bar:
            self._bar.stop()

    def advance(self, done: int, total: int) -> None:
        """Show that *done* of *total* are done."""
        if not sys.stderr.isatty() or (self._bar is None and self._task is not None):
            return
        if self._bar is None:
            self._task = 0
            console = _console(stderr=True)
            if console is None:
                return
            from rich import progress

            self._bar = progress.Progress(console=console, transient=True)
            self._task = self._bar.add_task(self._title, total=total)
            self._bar.start()
        self._bar.update(self._task, completed=done)

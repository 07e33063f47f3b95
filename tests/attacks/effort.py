"""How much work something is: a count that repeats, and where nothing can be counted, a bound that no load moves."""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def steps(function: Callable[[], object]) -> int:
    """Count the lines of Python that are run while *function* runs."""
    count = 0

    def note(_frame: object, event: str, _arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@contextlib.contextmanager
def no_square(seconds: int = 20) -> Iterator[None]:
    """Fail what needs *seconds* of the processor: a regular expression cannot be counted, and can be stopped.

    What is tried takes a second when it grows with its size, and minutes when it grows with the square of it.
    """

    def give_up(*_args: object) -> None:
        raise AssertionError("this takes for ever")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

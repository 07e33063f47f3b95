"""Measure work: by a count that is the same in every run, or, if nothing can be counted, by a limit that allows for any load."""

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
    """Fail if the code needs *seconds* of processor time. A regular expression cannot be counted, but it can be stopped.

    The inputs take a second if the time is linear, and minutes if it is quadratic.
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

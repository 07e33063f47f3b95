"""A plugin of pytest: the tests are collected once, and run on each mutant of a module in a process forked after that.

To begin pytest anew for each of hundreds of mutants takes many times longer than the tests that notice them.
mutmut makes the mutants, and switches to one by a variable of the environment.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mutmut.configuration import config
from mutmut.state import state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pytest

#: Names the file in which mutmut keeps what became of each mutant of the module.
META: Final = "MUTANTS_META"
_MUTANT: Final = "MUTANT_UNDER_TEST"
#: Seconds of the processor that a mutant may take beyond ten times what the tests take; it is noticed that one takes for ever.
_PATIENCE: Final = 10
#: Tests that take longer, in seconds, come last.
_SLOW: Final = 0.2
_NO_TESTS: Final = 33


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests without a change to see which functions each calls, and then on each mutant those that call it."""
    # It is read from the folder in which one is, and a test may go elsewhere.
    config()
    meta = Path(os.environ[META])
    content = json.loads(meta.read_text("utf-8"))
    called, seconds = _traced(session)
    for name in content["exit_code_by_key"]:
        function = name.partition("__mutmut_")[0]
        first = sorted(
            (index for index in range(len(called)) if function in called[index]),
            key=lambda index: (seconds[index] > _SLOW, index),
        )
        files = {session.items[index].path for index in first}
        # A fixture of a whole file calls it for one of its tests alone.
        rest = [index for index, item in enumerate(session.items) if item.path in files and index not in set(first)]
        order = [*first, *rest]
        patience = int(_PATIENCE + 10 * sum(seconds[index] for index in order))
        items = [session.items[index] for index in order]
        content["exit_code_by_key"][name] = _tried(session, items, name, patience) if items else _NO_TESTS
        meta.write_text(json.dumps(content), "utf-8")
    return True


def _traced(session: pytest.Session) -> tuple[list[set[str]], list[float]]:
    """Return which functions of the module each test calls, and the seconds that it takes."""
    with tempfile.NamedTemporaryFile() as file:

        def trace() -> int:
            os.environ[_MUTANT] = "stats"
            found = []
            for index, item in enumerate(session.items):
                _forget()
                state()._stats.clear()
                begin = time.process_time()
                _run(session, [item], [*session.items, None][index + 1])
                if session.testsfailed:
                    Path(file.name).write_text(item.nodeid, "utf-8")
                    return 1
                found.append((sorted(state()._stats), time.process_time() - begin))
            Path(file.name).write_text(json.dumps(found), "utf-8")
            return 0

        if _forked(trace):
            raise RuntimeError(f"fails without any change: {file.read().decode()}")
        found = json.loads(file.read())
    return [set(called) for called, _ in found], [seconds for _, seconds in found]


def _tried(session: pytest.Session, items: Sequence[pytest.Item], name: str, patience: int) -> int:
    def attempt() -> int:
        os.environ[_MUTANT] = name
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience + 1))
        _forget()
        _run(session, items, None)
        return min(session.testsfailed, 1)

    return _forked(attempt)


def _run(session: pytest.Session, items: Sequence[pytest.Item], after: pytest.Item | None) -> None:
    """Run *items* until one fails; *after* is the one that comes next, for fixtures that both have."""
    for item, following in zip(items, [*items[1:], after], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return


def _forked(work: Callable[[], int]) -> int:
    """Do *work* in another process and return its code, negative where a signal ended it."""
    process = os.fork()
    if not process:
        code = 1
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _forget() -> None:
    """Empty every cache of a function of the package: no test may be answered by what was found without the change."""
    values: list[Any] = [
        value
        for name in [*sys.modules]
        if name.startswith("sphinx_unknown_quotes")
        for value in vars(sys.modules[name]).values()
    ]
    for value in values:
        if clear := getattr(value, "cache_clear", None):
            clear()

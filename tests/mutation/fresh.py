"""A plugin of pytest for mutants: no test may be answered by what a cache keeps from the run before the mutant."""

from __future__ import annotations

import sys


def pytest_runtest_setup() -> None:
    """Empty every cache of a function of the package."""
    for name in [name for name in sys.modules if name.startswith("sphinx_unknown_quotes")]:
        for value in list(vars(sys.modules[name]).values()):
            if clear := getattr(value, "cache_clear", None):
                clear()

"""Parallel builds: what a worker shares with the process that it was forked from stays shared, such as the collection.

Python's collector of garbage writes to every object that it looks at, and memory that is written to is copied.
See ``gc.freeze`` in Python's documentation.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def share(app: Sphinx, *_args: Any) -> None:
    """On ``env-before-read-docs`` and ``write-started``: keep the collector from all that is there."""
    if app.parallel > 1:
        gc.freeze()


def end_sharing(app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``: let it collect again."""
    if app.parallel > 1:
        gc.unfreeze()

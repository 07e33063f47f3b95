"""What Python's collector of garbage does not look at during a build: modules, configuration and the collection.

They stay until the end, and to look at them again and again takes a twentieth of a build. In a parallel build they are
shared with the workers as long as nobody writes to them, and the collector writes to all that it looks at.
See ``gc.freeze`` in Python's documentation.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def set_aside(_app: Sphinx, *_args: Any) -> None:
    """On ``env-before-read-docs``: keep the collector from all that is there."""
    gc.freeze()


def set_aside_for_workers(app: Sphinx, _builder: Any) -> None:
    """On ``write-started`` of a parallel build: the same, now with what has been made of all pages."""
    if app.parallel > 1:
        gc.freeze()


def put_back(_app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``: let it look at everything again."""
    gc.unfreeze()

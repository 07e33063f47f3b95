"""What Python's collector of garbage looks at during a build, and how often.

A build makes millions of objects, nearly all of which stay until its end, and by default the collector looks at them
again and again: with 100,000 quotations a fifth of the time. So it leaves alone what is there when the reading begins
(modules, configuration, the collection), and comes by less often. In a parallel build, what it leaves alone is shared
with the workers as long as nobody writes to it, and the collector writes to all that it looks at.
The round with which Python ends a process stays: it closes files that other extensions may have left open.
See ``gc.freeze`` and ``gc.set_threshold`` in Python's documentation.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: After how many new objects it comes by: Python's few hundred suit small programs, and more than this only takes memory.
_NEW_OBJECTS = 20_000
_usual: list[tuple[int, int, int]] = []


def set_aside(_app: Sphinx, *_args: Any) -> None:
    """On ``env-before-read-docs``: keep the collector from all that is there, and let it come by less often."""
    gc.freeze()
    if not _usual:
        _usual.append(gc.get_threshold())
    often, *others = _usual[0]
    # Where it comes by never, or less often still, somebody wants it so.
    if 0 < often < _NEW_OBJECTS:
        gc.set_threshold(_NEW_OBJECTS, *others)


def set_aside_for_workers(app: Sphinx, _builder: Any) -> None:
    """On ``write-started`` of a parallel build: keep it from what has been made of all pages, too."""
    if app.parallel > 1:
        gc.freeze()


def put_back(_app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``: let it look at everything again, as often as before."""
    gc.unfreeze()
    if _usual:
        gc.set_threshold(*_usual.pop())

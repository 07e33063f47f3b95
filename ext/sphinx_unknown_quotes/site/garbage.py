"""What Python's collector of garbage looks at during a build, and how often.

A build makes millions of objects, nearly all of which stay until its end, and by default the collector looks at them
again and again: with 10,000 quotations a tenth of the time, with 100,000 a fifth. So it leaves alone what is there
when the reading begins (modules, configuration, the collection), comes by less often, and skips the round of all
objects with which Python ends a process. In a parallel build, what it leaves alone is shared with the workers as long
as nobody writes to it, and the collector writes to all that it looks at.
See ``gc.freeze`` and ``gc.set_threshold`` in Python's documentation.
"""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: After how many new objects it comes by: Python's 700 suits small programs, and more than this only takes memory.
_NEW_OBJECTS = 20_000
_usual: list[tuple[int, int, int]] = []


def set_aside(_app: Sphinx, *_args: Any) -> None:
    """On ``env-before-read-docs``: keep the collector from all that is there, and let it come by less often."""
    gc.freeze()
    if not _usual:
        _usual.append(gc.get_threshold())
    gc.set_threshold(_NEW_OBJECTS, *_usual[0][1:])
    # Once, however often the process builds. The system takes everything back at once.
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def set_aside_for_workers(app: Sphinx, _builder: Any) -> None:
    """On ``write-started`` of a parallel build: keep it from what has been made of all pages, too."""
    if app.parallel > 1:
        gc.freeze()


def put_back(_app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``: let it look at everything again, as often as before."""
    gc.unfreeze()
    if _usual:
        gc.set_threshold(*_usual.pop())

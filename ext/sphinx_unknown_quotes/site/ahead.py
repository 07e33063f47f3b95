"""What a process of its own makes while pages are written: the bodies of large index pages, and quotes.json.

In a parallel build Sphinx writes pages in workers, but these after them, one by one, in the main process.
"""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from .domain_indexes import wanted_pages
from .facets import MANY
from .index_pages import body
from .outputs import QUOTES_JSON, are_wanted, content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.connection import Connection

    from sphinx.application import Sphinx

    Making = Mapping[str, Callable[[], str | bytes]]


class Ahead:
    """What a process forked from this one makes, by name. It must not warn: nobody would hear it."""

    def __init__(self, making: Making) -> None:
        # As Sphinx's own workers, it has all that this process has.
        context: Any = multiprocessing.get_context("fork")
        self._received, sent = context.Pipe(duplex=False)
        # A daemon ends with this process, also where that ends early and takes nothing.
        self._process = context.Process(target=_send, args=(self._received, sent, making), daemon=True)
        self._process.start()
        sent.close()

    def take(self, name: str) -> Any:
        """Return what was made as *name*; None where it does not come after what was taken, or the process has failed."""
        try:
            while True:
                made, found = self._received.recv()
                if made == name:
                    return found
        except (EOFError, OSError):
            return None

    def close(self) -> None:
        """End the process, whatever it has not sent."""
        self._received.close()
        # Not terminate(), which a handler that it has inherited could hold up.
        self._process.kill()
        self._process.join()


def _send(received: Connection, sent: Connection, making: Making) -> None:
    # Else this end would stay open when the process that takes is killed, and to send would be to wait for ever.
    received.close()
    # All is made before the first is sent, since to send is to wait until it is taken.
    made = [(name, make()) for name, make in making.items()]
    with suppress(BrokenPipeError):
        for named in made:
            sent.send(named)


def make_ahead(app: Sphinx, _builder: Any) -> None:
    """On ``write-started`` of a parallel build: begin, where there is enough to make."""
    builder: Any = app.builder
    domain: Any = app.env.domains["uq"]
    if not builder.parallel_ok or builder.format != "html" or builder.name == "singlehtml":
        return
    if domain.nothing_changed or domain.edited is not None or len(domain.catalogue.collection.quotations) <= MANY:
        return
    # In the order in which they are taken.
    making: dict[str, Callable[[], str | bytes]] = {
        page: partial(body, builder, page) for page in wanted_pages(app.config)
    }
    if are_wanted(app):
        making[QUOTES_JSON] = partial(content, app)
    if making:
        # Made while the records are in one process: to look at them when they are shared is to copy them.
        _ = domain.objects
        domain.ahead = Ahead(making)


def end_ahead(app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``, when all is taken: end the process."""
    domain: Any = app.env.domains["uq"]
    if domain.ahead:
        domain.ahead.close()
        domain.ahead = None

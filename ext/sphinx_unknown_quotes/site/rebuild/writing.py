"""Find the pages that must be written again: those that would show something else than when they were written.

The fingerprints of written pages are kept outside of the environment, in a file for each output folder.
They are saved only if a build succeeds, so the next build repairs what a killed one left.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from ...collection.storage.sealed import read_sealed, write_sealed
from ..domain.domain import uq_domain
from ..domain.fingerprints import Fingerprints
from ..messages import file_location, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_KIND: Final = "unknown-quotes pages 1"
#: Builders that join pages and resolve them as one document, so that nothing tells which pages were written.
_ASSEMBLING: Final = ("singlehtml", "latex", "texinfo", "man")


class PagesToWrite:
    """Notes what the builds of one application have written."""

    def __init__(self) -> None:
        self._fingerprints: dict[str, str] = {}
        #: The pages that must be written and have not been written yet.
        self._left: set[str] = set()

    def find_stale(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """On ``env-updated``: return the pages that must be written again."""
        domain = uq_domain(env)
        domain.data["collection"] = domain.snapshot.digest
        fingerprints = Fingerprints(domain.catalogue, app.builder)
        self._fingerprints = {docname: fingerprints.page(docname) for docname in sorted(domain.pages)}
        # With a fresh environment, all pages must be written.
        written = {} if app.fresh_env_used else _read(_path(app))
        stale = [docname for docname, seen in self._fingerprints.items() if seen != written.get(docname)]
        self._left = set(stale)
        if written != self._fingerprints:
            # If this build fails, nobody knows what it has written.
            _path(app).unlink(missing_ok=True)
        return stale

    def note_page(self, _app: Sphinx, _doctree: nodes.document, docname: str) -> None:
        """On ``doctree-resolved``: note that a page is being written."""
        self._left.discard(docname)

    def note_written(self, app: Sphinx, exception: Exception | None) -> None:
        """On ``build-finished``, as the last handler: save what was written, if all pages were."""
        # A build of given files does not write the other pages.
        if exception or (self._left and app.builder.name not in _ASSEMBLING):
            return
        path = _path(app)
        warned = uq_domain(app.env).catalogue.warned
        written = {docname: seen for docname, seen in self._fingerprints.items() if docname not in warned}
        try:
            write_sealed(path, _KIND, msgspec.json.encode(written, order="sorted"))
        except OSError as error:
            warn("output", "cannot note what was written: %s", error.strerror or error, location=file_location(path))


def _path(app: Sphinx) -> Path:
    folder = blake2b(str(app.outdir).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Path(app.doctreedir, f"unknown-quotes-{app.builder.name}-{folder}.cache")


def _read(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(read_sealed(path, _KIND) or b"", type=dict[str, str])
    except msgspec.DecodeError:
        return {}

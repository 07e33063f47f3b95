"""Keep the outcomes of earlier runs, by digests of everything on which they depend."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec

from .._version import __version__
from ..collection.evidence import quotation_digest
from ..collection.storage.sealed import read_sealed, write_sealed
from .outcomes import Outcome  # noqa: TC001 (msgspec reads the annotations)
from .policy import POLICY
from .speech.splitting import READING_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from ..collection.records import Quotation, Source
    from .files.folder import Folder

#: Raise the first number if the content of the file changes.
_KIND: Final = f"unknown-quotes results 2 {__version__} {POLICY} {READING_VERSION}"
#: Verdicts that depend on the other transcripts of the folder.
_OF_THE_FOLDER: Final = ("missing", "altered", "elsewhere")
_Fault = tuple[str, int, str]


class _File(msgspec.Struct):
    outcomes: dict[str, tuple[str, Outcome]]
    #: The state, the faults and the speakers of each transcript, by its name.
    transcripts: dict[str, tuple[str, list[_Fault], list[str]]]


class Results:
    """The outcomes in one file of the cache. A missing, old or damaged file counts as empty."""

    def __init__(self, path: Path | None, folder: Folder | None) -> None:
        """Read the file *path*, if it is not None; *folder* has the transcripts of this run."""
        self.path = path
        self._folder = folder
        self._old = _File({}, {})
        content = read_sealed(path, _KIND)
        if content is not None:
            with suppress(msgspec.DecodeError):
                self._old = msgspec.msgpack.decode(content, type=_File)
        self._new = _File({}, {})
        #: Transcripts that could not be read. The next run tries them again.
        self._unreadable: set[str] = set()

    def get(self, quotation: Quotation, source: Source) -> Outcome | None:
        """Return the outcome of an earlier run if nothing on which it depends has changed."""
        key, outcome = self._old.outcomes.get(quotation.id, ("", None))
        if outcome is None or key != self._key(quotation, source, outcome):
            return None
        self._new.outcomes[quotation.id] = (key, outcome)
        return outcome

    def put(self, quotation: Quotation, source: Source, outcome: Outcome) -> None:
        """Keep *outcome* for the next run."""
        if "transcript-unreadable" in outcome.notes or not self._has_digest(source.transcript or ""):
            self._unreadable.add(source.transcript or "")
            return
        self._new.outcomes[quotation.id] = (self._key(quotation, source, outcome), outcome)

    def _has_digest(self, name: str) -> bool:
        return self._folder is not None and bool(self._folder.digest(name))

    def _key(self, quotation: Quotation, source: Source, outcome: Outcome) -> str:
        if self._folder is None or not source.transcript:  # pragma: no cover (what is checked has both)
            return ""
        others = self._folder.all_digests if outcome.verdict in _OF_THE_FOLDER else ""
        checked = (
            f"{quotation_digest(quotation, source)} {quotation.status} {self._folder.state(source.transcript)} {others}"
        )
        return blake2b(checked.encode(), digest_size=16).hexdigest()

    def faults(self, folder: Folder, names: set[str]) -> list[_Fault]:
        """Return the faults of the transcripts *names*, sorted by file and line."""
        found: list[_Fault] = []
        for name in sorted(name for name in names if name in folder):
            state = folder.state(name)
            known = self._old.transcripts.get(name)
            if not known or known[0] != state:
                faults = [(name, fault.line, fault.message) for fault in folder.faults(name)]
                known = state, faults, folder.speakers(name)
            if name not in self._unreadable:
                self._new.transcripts[name] = known
            found += known[1]
        return found

    def speakers(self, name: str) -> list[str] | None:
        """Return the speakers of a transcript for which :meth:`faults` was called; None if it was not read."""
        return self._new.transcripts[name][2] if name in self._new.transcripts else None

    def save(self) -> None:
        """Write the file if anything in it changed. If that fails, the next run is only slower."""
        if self.path and self._new != self._old:
            try:
                write_sealed(self.path, _KIND, msgspec.msgpack.encode(self._new))
            except OSError:
                self.path = None


def results_file(cache: Path | None, quotes: Path, folder: Folder | None) -> Path | None:
    """Return the file of the *cache* for one collection and one folder of transcripts."""
    if cache is None:
        return None
    pair = f"{quotes.resolve()}\0{folder.path.resolve() if folder else ''}"
    name = blake2b(pair.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return cache / "results" / f"{name}.bin"

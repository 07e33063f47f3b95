"""The folder of transcripts: their names, their digests, and their words, which are read once."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...collection.storage.sealed import read_sealed, write_sealed
from ..speech.splitting import WORDS_KIND, from_bytes, read_spoken, spoken_from, to_bytes
from ..transcripts.forms import SUFFIXES, forms_read
from ..transcripts.model import Fault, Transcript
from .digests import MAX_BYTES, Digests, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..speech.spoken import Spoken
    from .ahead import ReadAhead

#: The most transcripts in memory; the oldest is dropped first.
_KEPT: Final = 256


class Folder:
    """The transcripts of a folder (not of folders in it)."""

    def __init__(self, path: Path, cache: Path | None = None) -> None:
        """List the transcripts in *path*; *cache* is a folder for their words. Raises OSError if *path* cannot be listed."""
        self.path = path
        self._cache = cache / "words" / _name_of(path) if cache else None
        self._digests = Digests(path, cache / "digests" / f"{_name_of(path)}.bin" if cache else None)
        self._has_new_words = False
        #: The faults and the speakers of each transcript that was read, by its name.
        self._read_once: dict[str, tuple[list[Fault], list[str]]] = {}
        #: The names of the transcripts, sorted. A README describes the folder and is not a transcript.
        self.names = sorted(
            entry.name
            for entry in path.iterdir()
            if entry.suffix.lower() in SUFFIXES
            and not entry.name.startswith(".")
            and entry.stem.lower() != "readme"
            and entry.is_file()
        )
        self._known = frozenset(self.names)
        self._spoken: dict[str, Spoken] = {}
        self._ahead: ReadAhead | None = None

    def __contains__(self, name: str) -> bool:
        """Whether the folder has a file *name*, which need not be readable."""
        return name in self._known or (name not in ("", ".", "..") and "/" not in name and (self.path / name).is_file())

    def digest(self, name: str) -> str:
        """Return 32 hexadecimal digits that change with any byte of the transcript *name*; empty if it is not read."""
        return self._digests[name]

    def find_digests(self, names: Iterable[str]) -> None:
        """Compute the digests of several transcripts at once, which is faster than one by one."""
        self._digests.find(name for name in names if name in self)

    def state(self, name: str) -> str:
        """Return a digest of everything that decides the words of the transcript *name*: its bytes and its reader."""
        if not name.casefold().endswith(".pdf"):
            return self.digest(name)
        from ..documents.reading import reader_of

        return f"{self.digest(name)} {reader_of(name)}"

    @cached_property
    def all_digests(self) -> str:
        """Return a digest of all transcripts of the folder."""
        self.find_digests(self.names)
        listing = "".join(f"{name}\0{self.state(name)}\0" for name in self.names)
        return blake2b(listing.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def spoken(self, name: str) -> Spoken:
        """Return the words of the transcript *name*, from the cache if it has them."""
        if name not in self._spoken:
            while len(self._spoken) >= _KEPT:
                del self._spoken[next(iter(self._spoken))]
            self._spoken[name] = self._read(name)
            self._read_once[name] = self._spoken[name].faults, self._spoken[name].speakers
        return self._spoken[name]

    @contextmanager
    def reading_ahead(self, names: Iterable[str]) -> Iterator[None]:
        """Let other processes read those of the transcripts *names* that are not in the cache, in this order."""
        names = list(names)
        self.find_digests(names)
        paths = [self.path / name for name in names if self._is_new(name)]
        if len(paths) < 2:
            yield
            return
        from .ahead import ReadAhead

        self._ahead = ReadAhead(paths)
        try:
            yield
        finally:
            self._ahead.close()
            self._ahead = None

    def _is_new(self, name: str) -> bool:
        try:
            readable = name not in self._spoken and self._is_readable(name)
        except OSError:
            return False
        return readable and not (self._cache and (self._cache / self._tag(name)).is_file())

    def faults(self, name: str) -> list[Fault]:
        """Return the faults of the transcript *name*."""
        return self._about(name)[0]

    def speakers(self, name: str) -> list[str]:
        """Return the names of all speakers in the transcript *name*, sorted."""
        return self._about(name)[1]

    def _about(self, name: str) -> tuple[list[Fault], list[str]]:
        if name not in self._read_once:
            self.spoken(name)
        return self._read_once[name]

    def prune(self) -> None:
        """Save the digests, and remove the words of transcripts that the folder no longer has from the cache."""
        self._digests.save()
        if not self._cache or not self._has_new_words:
            return
        present = {self._tag(name) for name in self.names}
        # Another run may be writing a file whose name begins with a dot.
        latest = time.time() - 3600
        try:
            for entry in self._cache.iterdir():
                if entry.name not in present and (entry.name[0] != "." or entry.lstat().st_mtime < latest):
                    entry.unlink(missing_ok=True)
        except OSError:
            # Another run may have removed it. The next run tries again.
            return

    def _tag(self, name: str) -> str:
        kind = blake2b(WORDS_KIND.encode(), digest_size=4).hexdigest()
        return f"{self.state(name).replace(' ', '-')}-{kind}.bin"

    def _read(self, name: str) -> Spoken:
        cached = self._cache / self._tag(name) if self._cache and self.digest(name) else None
        kind = f"{WORDS_KIND} {self.state(name)}"
        if (data := read_sealed(cached, kind)) is not None:
            with suppress(ValueError, TypeError):
                return from_bytes(data)
        new, spoken = self._parse(name)
        # A transcript that could not be read is tried again in the next run: perhaps the machine was busy.
        if cached and new and len(spoken):
            try:
                write_sealed(cached, kind, new)
                self._has_new_words = True
            except OSError:
                # Without its cache the next run is slower, and still right.
                self._cache = None
        return spoken

    def _is_readable(self, name: str) -> bool:
        """Whether the kind and the size of the transcript *name* can be read. Raises OSError if they are not known."""
        path = self.path / name
        return path.suffix.lower() in SUFFIXES and path.stat().st_size <= MAX_BYTES

    def _parse(self, name: str) -> tuple[bytes, Spoken]:
        """Return the bytes for the cache, and the words of the transcript *name*; no bytes if it cannot be read."""
        if Path(name).suffix.lower() not in SUFFIXES:
            message = (
                f"has a name without an ending of a form that can be read. These forms can be read: {forms_read()}."
            )
            return _nothing(message)
        read = self._ahead.take(self.path / name) if self._ahead else None
        if read is None:
            try:
                if not self._is_readable(name):
                    raise OSError(0, f"it is larger than {MAX_BYTES} bytes")
                content = (self.path / name).read_bytes()
            except OSError as error:
                return _nothing(f"cannot be read: {error.strerror}.")
            spoken = read_spoken(content, name)
            read = digest_of(content), to_bytes(spoken)
        else:
            spoken = from_bytes(read[1])
        if read[0] != self.digest(name):
            # The digest would be that of other words.
            return _nothing("was changed while it was read. Run the check again.")
        return read[1], spoken


def _nothing(message: str) -> tuple[bytes, Spoken]:
    return b"", spoken_from(Transcript([], [Fault(0, message)]))


def _name_of(path: Path) -> str:
    """Return the name of a folder of transcripts in the cache. With a part for each folder, old words can be removed."""
    return blake2b(str(path.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()

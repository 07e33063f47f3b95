"""Read transcripts ahead in other processes. It only saves time: else each is read when it is needed."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ..speech.splitting import read_spoken, to_bytes
from .digests import cores, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

#: Fewer bytes are read faster than another process starts.
_MIN_BYTES: Final = 8 * 1024 * 1024
#: The most transcripts that each process reads ahead, since they take memory.
_AHEAD: Final = 3


class ReadAhead:
    """Reads files in other processes, in the order in which they will be needed."""

    def __init__(self, paths: Iterable[Path], workers: int | None = None) -> None:
        """Begin with the first of *paths*. Without *workers*, there is a process for each core."""
        self._waiting = deque(paths)
        self._running: dict[Path, Future[tuple[str, bytes]]] = {}
        self._workers = workers or cores()
        self._pool: ProcessPoolExecutor | None = None
        if self._workers > 1 and len(self._waiting) > 1 and _size(self._waiting) >= _MIN_BYTES:
            try:
                # A fork would copy locks of threads without the threads, such as that of a progress bar.
                method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
                self._pool = ProcessPoolExecutor(self._workers, multiprocessing.get_context(method))
            except (OSError, ImportError, NotImplementedError):
                # Some systems have no shared semaphores.
                self._pool = None
        self._fill()

    def take(self, path: Path) -> tuple[str, bytes] | None:
        """Return the digest of the file *path* and its words in the form of :func:`.splitting.to_bytes`.

        None if no process reads it.
        """
        future = self._running.pop(path, None)
        if future is None:
            return None
        try:
            found = future.result()
        except (BrokenProcessPool, OSError, MemoryError):
            # Something ended the process. The caller reads this file and all that follow.
            self.close()
            return None
        self._fill()
        return found

    def close(self) -> None:
        """End the processes."""
        pool, self._pool = self._pool, None
        self._waiting.clear()
        self._running.clear()
        if pool:
            pool.shutdown(wait=False, cancel_futures=True)

    def _fill(self) -> None:
        while self._pool and self._waiting and len(self._running) < _AHEAD * self._workers:
            path = self._waiting.popleft()
            try:
                with _without_main():
                    self._running[path] = self._pool.submit(_read, str(path))
            except (BrokenProcessPool, RuntimeError, OSError):
                self.close()


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main script, which a new process would run again to import it, although nothing in it is needed."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _size(paths: Iterable[Path]) -> int:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


def _read(name: str) -> tuple[str, bytes]:
    path = Path(name)
    data = path.read_bytes()
    return digest_of(data), to_bytes(read_spoken(data, path.name))

"""Read a document in a separate process, which limits the time and memory that a hostile one can take."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Final

from ..transcripts.model import Fault, Segment, Transcript

#: The limits in seconds, by kind, and in bytes. A book of a thousand pages takes half a minute and 200 MB, a web page a
#: tenth of a second.
MAX_SECONDS: Final = {"pdf": 120, "docx": 30, "html": 30}
MAX_MEMORY: Final = 2 * 1024**3
_MAIN: Final = f"from {__name__} import main; main()"


def read_apart(data: bytes, kind: str, seconds: float = 0) -> Transcript:
    """Read *data* as a document of *kind* in another process. Any failure there is a fault."""
    seconds = seconds or MAX_SECONDS[kind]
    command = [sys.executable, "-P", "-c", _MAIN, kind]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        segments, faults, pages = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return _fault(f"it takes longer than {seconds:g} seconds to read.")
    except OSError as error:
        return _fault(f"no process could be started to read it: {error.strerror}.")
    except (ValueError, TypeError):
        return _fault("it cannot be read: its reader crashed.")
    return Transcript([Segment(*each) for each in segments], [Fault(*each) for each in faults], pages=tuple(pages))


def _fault(message: str) -> Transcript:
    return Transcript([], [Fault(0, message)])


def main() -> None:  # pragma: no cover (it runs in the other process)
    """Read the document on standard input, of the kind that the first argument names, and write its text."""
    _limit_memory()
    output = os.fdopen(os.dup(1), "wb")
    # Standard output is for the result, so what a library prints goes to standard error.
    os.dup2(2, 1)
    found = read_here(sys.stdin.buffer.read(), sys.argv[1])
    output.write(json.dumps((found.segments, found.faults, found.pages)).encode())
    output.close()


def _limit_memory() -> None:  # pragma: no cover (it, too)
    try:
        import resource
    except ImportError:
        # Windows has no such limits.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def read_here(data: bytes, kind: str) -> Transcript:
    """Read a document in this process. An error of its reader is a fault."""
    try:
        if kind == "pdf":
            from .pdf import read_pdf

            return read_pdf(data)
        if kind == "docx":
            from .docx import read_docx

            return read_docx(data)
        from .web import read_html

        return read_html(data)
    except MemoryError:
        return _fault("it needs too much memory.")
    except Exception as error:  # For damaged files, the libraries raise almost anything.
        return _fault(f"it cannot be read: {(str(error) or type(error).__name__).rstrip('.')}.")

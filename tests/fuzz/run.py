"""Try every target for a while: ``python tests/fuzz/run.py [SECONDS] [TARGET …]``, a minute each by default.

Half of the time, atheris changes the files of ``corpus/``, guided by the new lines that they reach. The other half,
Hypothesis joins pieces of them. Without atheris, which not every machine has, Hypothesis has all of the time.
An input that breaks a target is written into the corpus of that target, and the test suite tries it from then on.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ROOT = Path(__file__).parent
CORPUS = ROOT / "corpus"
#: One input may take so many seconds, and be so many bytes.
MOST_SECONDS, MOST_BYTES = 20, 4_096
#: Examples of Hypothesis between two looks at the clock.
ROUND = 500


def made_of_corpus(name: str) -> SearchStrategy[bytes]:
    """Return texts made of pieces of the files of *name*, and of anything."""
    content = b"\n".join(path.read_bytes() for path in sorted((CORPUS / name).iterdir()))
    pieces = sorted({*re.findall(rb"\w+|\s+|[^\w\s]+", content), *content.splitlines()})
    piece = st.sampled_from(pieces) | st.binary(max_size=4) | st.text(max_size=4).map(str.encode)
    return st.lists(piece, max_size=60).map(b"".join)


def by_hypothesis(name: str, seconds: float) -> bytes | None:
    """Try *name* with texts of Hypothesis, and return the smallest that breaks it."""
    from tests.fuzz.targets import TARGETS

    end, number = time.monotonic() + seconds, 0
    broken: list[bytes] = []

    def one(data: bytes) -> None:
        try:
            TARGETS[name](data)
        except Exception:
            broken.append(data)
            raise

    wanted = settings(
        max_examples=ROUND, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[*HealthCheck],
    )  # fmt: skip
    while time.monotonic() < end:
        number += 1
        try:
            seed(number)(wanted(given(made_of_corpus(name))(one)))()
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {str(error)[:300]}", flush=True)
            return broken[-1]
    print(f"{name}: Hypothesis found nothing in {number * ROUND} texts", flush=True)
    return None


def by_atheris(name: str, seconds: float) -> bytes | None:
    """Try *name* in a process of its own, which ends where it breaks, and return what broke it."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found")
        found.mkdir()
        command = [
            sys.executable, __file__, "--atheris", name, str(found), str(CORPUS / name), f"-max_total_time={seconds:.0f}",
            f"-timeout={MOST_SECONDS}", f"-max_len={MOST_BYTES}", f"-artifact_prefix={folder}/broken-",
            "-print_final_stats=1", "-verbosity=0", "-rss_limit_mb=0", "-seed=1",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT.parents[1])
        broken = sorted(Path(folder).glob("broken-*"))
        runs = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
        if broken or done.returncode:
            print(f"{name}: {done.stderr[-3000:]}{done.stdout[-3000:]}", flush=True)
            return broken[0].read_bytes() if broken else b""
        print(f"{name}: atheris found nothing in {runs[1] if runs else '?'} texts", flush=True)
    return None


def run_atheris(name: str, arguments: list[str]) -> None:
    """Be the process of :func:`by_atheris`; it does not return."""
    import atheris

    with atheris.instrument_imports(include=["sphinx_unknown_quotes"]):
        from tests.fuzz.targets import TARGETS
    atheris.Setup([sys.argv[0], *arguments], TARGETS[name])
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Try the targets, and return how many broke."""
    from tests.fuzz.targets import TARGETS

    seconds = float(arguments.pop(0)) if arguments and arguments[0].replace(".", "").isdigit() else 60.0
    has_atheris = importlib.util.find_spec("atheris") is not None
    if not has_atheris:
        print("atheris is not installed here; Hypothesis has all of the time")
    ways = [by_atheris, by_hypothesis] if has_atheris else [by_hypothesis]
    broken = 0
    for name in arguments or TARGETS:
        for way in ways:
            data = way(name, seconds / len(ways))
            if data is not None:
                broken += 1
                path = CORPUS / name / f"broken-{blake2b(data, digest_size=6).hexdigest()}"
                path.write_bytes(data)
                print(f"{name}: what broke it is in {path.relative_to(ROOT.parents[1])}", flush=True)
    return min(broken, 1)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT.parents[1]))
    if sys.argv[1:2] == ["--atheris"]:
        run_atheris(sys.argv[2], sys.argv[3:])
    sys.exit(main(sys.argv[1:]))

"""Measure how long the command takes for 10,000 quotations and 400 transcripts of two hours.

    python tests/benchmarks/speed.py [--transcripts 400] [--quotations 10000] [--edited 0.1] [--words]

``--words`` makes them what YouTube has: rolling captions with a time for every word. Writes made-up transcripts and a collection to a temporary folder, and runs the command three times: cold,
with the records and the words of the transcripts in the cache but no outcomes, and with nothing changed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_CUES = 2238
_COMMAND = "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())"


def _vocabulary(random_: random.Random) -> list[str]:
    syllables = [first + second for first in "bcdfghklmnprst" for second in "aeiou"]
    return ["".join(random_.choices(syllables, k=random_.randint(1, 4))) for _ in range(6000)] + [
        "not",
        "can",
        "ten",
    ] * 40


def _clock(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{milliseconds % 1000:03d}"


def _captions(cues: list[str]) -> str:
    """Captions of a line each."""
    blocks = [f"{_clock(n * 3200)} --> {_clock(n * 3200 + 3200)}\n{cue}\n" for n, cue in enumerate(cues)]
    return "WEBVTT\n\n" + "\n".join(blocks)


def _rolling(cues: list[str]) -> str:
    """Captions as YouTube makes them: each line with a time for every word, alone for a moment, and above the next."""
    blocks = ["WEBVTT\nKind: captions\nLanguage: en\n"]
    above = " "
    for number, cue in enumerate(cues):
        start = number * 3200
        first, *words = cue.split()
        timed = "".join(f"<{_clock(start + 300 * n)}><c> {word}</c>" for n, word in enumerate(words, 1))
        look = "align:start position:0%"
        blocks.append(f"{_clock(start)} --> {_clock(start + 3190)} {look}\n{above}\n{first}{timed}\n")
        blocks.append(f"{_clock(start + 3190)} --> {_clock(start + 3200)} {look}\n{cue}\n \n")
        above = cue
    return "\n".join(blocks)


def _write(folder: Path, transcripts: int, quotations: int, edited: float, words_timed: bool) -> None:
    random_ = random.Random(4)
    vocabulary = _vocabulary(random_)
    each = quotations // transcripts
    for number in range(transcripts):
        cues = [" ".join(random_.choices(vocabulary, k=random_.randint(6, 10))) for _ in range(_CUES)]
        text = _rolling(cues) if words_timed else _captions(cues)
        (folder / "transcripts" / f"{number:03d}.vtt").write_text(text, encoding="utf-8")
        quotes = []
        for index in range(each):
            cue = random_.randrange(_CUES - 2)
            words = f"{cues[cue]} {cues[cue + 1]}".split()
            if random_.random() < edited:
                words[3] = "umbrella"
            quotes.append({"id": f"q-{number}-{index}", "text": " ".join(words), "at": str(cue * 32 // 10)})
        source = {"title": f"Talk {number}", "type": "talk", "transcript": f"{number:03d}.vtt"}
        content = json.dumps({"source": source, "quotes": quotes}, indent=0)
        (folder / "quotes" / f"{number:03d}.yaml").write_text(content, encoding="utf-8")


def _run(folder: Path, title: str) -> None:
    command = [sys.executable, "-c", _COMMAND, "check", "quotes", "--transcripts", "transcripts", "--cache", "cache"]
    begin, used = time.perf_counter(), os.times()
    # Compiled modules are kept, as they are where the package is installed.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    wall, after = time.perf_counter() - begin, os.times()
    cpu = after.children_user + after.children_system - used.children_user - used.children_system
    print(f"{title:12} {wall:6.2f} s, processor {cpu:6.2f} s: {(done.stdout or done.stderr).splitlines()[-1]}")


def main() -> None:
    """Write, run three times, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--transcripts", type=int, default=400)
    parser.add_argument("--quotations", type=int, default=10_000)
    parser.add_argument("--edited", type=float, default=0.1)
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("quotes", "transcripts"):
            (folder / part).mkdir()
        _write(folder, arguments.transcripts, arguments.quotations, arguments.edited, arguments.words)
        _run(folder, "cold")
        for path in (folder / "cache" / "results").glob("*.bin"):
            path.unlink()
        _run(folder, "warm")
        _run(folder, "unchanged")


if __name__ == "__main__":
    main()

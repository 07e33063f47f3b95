"""Seconds that the check of prose takes beyond reading the pages.

    python tests/benchmarks/prose/many.py [--pages 1000] [--records 10000]

A page has twenty strings: eight scare quotes and titles, five of other people, five word for word, one given to
another speaker and one with an edit. The seconds are those of the processor, which other programs disturb less.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.prose.corpus import Case, collection, draw

from sphinx_unknown_quotes.check.prose.checking import ProseCheck
from sphinx_unknown_quotes.check.prose.reading.files import read_passages

#: How many strings of each kind a page has.
MIX = {
    "scare quotes and titles": 8,
    "other people's words": 5,
    "word for word": 5,
    "another speaker": 1,
    "edited": 1,
}


def pages_of(cases: list[Case], number: int) -> list[str]:
    """Return so many pages of twenty strings each."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        kinds[case.kind].append(case.page)
    return [
        "\n\n".join(page for kind, count in MIX.items() for page in kinds[kind][place * count : (place + 1) * count])
        + "\n"
        for place in range(number)
    ]


def measure(pages: int, records: int, seed: int = 1) -> tuple[float, float, int]:
    """Return the seconds for reading the pages and for checking them, and how many strings they have."""
    known = collection(records, seed)
    texts = pages_of(draw(known, seed, pages * max(MIX.values())), pages)
    begin = time.process_time()
    passages = [read_passages(text, Path(f"page{number}.md")) for number, text in enumerate(texts)]
    read = time.process_time()
    check = ProseCheck(known)
    for page in passages:
        check.read(page)
    return read - begin, time.process_time() - read, check.result.strings


def main() -> None:
    """Measure, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--records", type=int, default=10_000)
    arguments = parser.parse_args()
    read, checked, strings = measure(arguments.pages, arguments.records)
    print(
        f"{arguments.pages} pages, {strings} strings, {arguments.records} records: "
        f"reading {read:.1f} s, checking {checked:.1f} s"
    )


if __name__ == "__main__":
    main()

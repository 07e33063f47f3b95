"""The table of edits: 3,000 edited quotations from a folder of transcripts, and as many untouched ones.

    python tests/benchmarks/edits_table.py FOLDER [--edits 3000] [--seed 1] [--show KIND:VERDICT]

Prints kind of edit by verdict, how many false accepts there are, and how many of the untouched are verbatim.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from check.edits import KINDS, draw, judged

from sphinx_unknown_quotes.check.folder import Folder
from sphinx_unknown_quotes.collection.evidence import PASSING, VERDICTS


def main() -> None:
    """Draw, check and count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--edits", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="")
    arguments = parser.parse_args()
    folders = [Folder(folder) for folder in arguments.folders]
    transcripts = [spoken for folder in folders for name in folder.names if len(spoken := folder.spoken(name)) > 40]
    random_ = random.Random(arguments.seed)
    weights = [len(spoken) for spoken in transcripts]
    table: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    wanted = {kind: arguments.edits // (len(KINDS) - 1) + 1 for kind in KINDS} | {"untouched": arguments.edits}
    for kind in KINDS:
        for _ in range(200 * wanted[kind]):
            if table[kind].total() >= wanted[kind]:
                break
            spoken = random_.choices(transcripts, weights)[0]
            other = random_.choice([each for each in transcripts if each is not spoken] or [None])
            drawn = draw(kind, spoken, other, random_)
            if drawn is None:
                continue
            edit, against = drawn
            verdict = judged(edit, against).verdict
            table[kind][verdict] += 1
            if arguments.show == f"{kind}:{verdict}" or (kind != "untouched" and verdict in PASSING):
                print(f"{kind}: {verdict}: {edit.text}")
    shown = [verdict for verdict in VERDICTS if any(row[verdict] for row in table.values())]
    print(f"| {'edit':22} | {' | '.join(shown)} |")
    for kind, row in table.items():
        print(f"| {kind:22} | {' | '.join(str(row[verdict]).rjust(len(verdict)) for verdict in shown)} |")
    edits = [row for kind, row in table.items() if kind != "untouched"]
    accepts = sum(row[verdict] for row in edits for verdict in PASSING)
    untouched = table["untouched"]
    print(f"{accepts} false accepts in {sum(row.total() for row in edits)} edits; "
          f"{untouched['verbatim']} of {untouched.total()} untouched quotations are verbatim.")  # fmt: skip


if __name__ == "__main__":
    main()

"""The table of the guide: what the check of prose says of 500 made-up strings.

python tests/benchmarks/prose/table.py [--seed 1] [--number 100]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.prose.corpus import collection, draw
from benchmarks.prose.measuring import missed, said_of, table, wrongly_named


def main() -> None:
    """Print the table, and what was missed or wrongly named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=100, help="strings of each kind (100)")
    parser.add_argument("--records", type=int, default=200, help="records of the collection (200)")
    arguments = parser.parse_args()
    records = collection(arguments.records, arguments.seed)
    cases = draw(records, arguments.seed, arguments.number)
    said = said_of(cases, records)
    print(table(cases, said))
    for case in missed(cases, said):
        print(f"missed ({case.edit}): {case.page}")
    for case, word in wrongly_named(cases, said):
        print(f"wrongly {word or 'nothing'}: {case.page}")


if __name__ == "__main__":
    main()

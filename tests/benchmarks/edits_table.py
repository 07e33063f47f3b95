"""Measure how far a checker of quotations can be trusted, by edits of real sentences.

    python tests/benchmarks/edits_table.py FOLDER [FOLDER ...] [--seed 1] [--number 100]

Takes any folders of transcripts, draws sentences from them by the seed, and edits them: forgeries that may not
pass, honest forms that must, cuts, the same talk in other forms of transcripts, and other languages. Then it runs
`unknown-quotes check`, or any other checker that is given as a command, and prints a row for each class with a
mark if the target is missed. Nothing is written into FOLDER.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.edits.abroad import KINDS as ABROAD
from benchmarks.edits.drawing import ENGLISH, draw
from benchmarks.edits.rewriting import write
from benchmarks.edits.running import ask_other, ask_ours
from benchmarks.edits.table import examples, folded, rows, summary, table
from benchmarks.edits.talks import read_folder

_OTHERS = """\
another checker:
  --checker NAME=COMMAND runs COMMAND once. It gets a line of JSON for every quotation:
    {"id": 7, "text": "…", "transcript": "/path/of/the/file", "speakers": ["Ann Bee"], "at": 61.5, "lang": "en",
     "labels": {"SPEAKER_00": "Ann Bee"}, "page": null}
  (speakers may be empty, and at and page null: then nothing is claimed of them) and prints one for each:
    {"id": 7, "answer": "pass"}      or "warn", "fail", "unchecked"; with "notes": ["…"] if it has any.
  Two that are short are in tests/benchmarks/checkers:
    --checker substring="python tests/benchmarks/checkers/substring.py"
    --checker similar="python tests/benchmarks/checkers/similar.py"
"""


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    found = argparse.ArgumentParser(
        description=__doc__, epilog=_OTHERS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    found.add_argument(
        "folders",
        type=Path,
        nargs="+",
        metavar="FOLDER",
        help="transcripts: .md, .txt, .srt or .vtt, also in folders below",
    )
    found.add_argument("--seed", type=int, default=1, help="another seed draws other sentences (default 1)")
    found.add_argument(
        "--number", type=int, default=100, help="edits of each class, where there are as many (default 100)"
    )
    found.add_argument("--only", default="", metavar="WORD", help="only classes that have WORD in their name")
    found.add_argument("--ours", default=f"{_ours()} check {{quotes}} --transcripts {{transcripts}} --format json", metavar="COMMAND",
                       help="the command that is measured (default: %(default)s)")  # fmt: skip
    found.add_argument(
        "--checker", action="append", default=[], metavar="NAME=COMMAND", help="measure another checker, too"
    )
    found.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    found.add_argument(
        "--fold", action="store_true", help="one row for all forms of transcripts, and one for all languages"
    )
    found.add_argument(
        "--misses", type=Path, metavar="FILE", help="write examples of the classes that miss their target"
    )
    found.add_argument("--keep", type=Path, metavar="DIR", help="keep the collections that are made, in a new folder")
    return found


def _ours() -> str:
    return shutil.which("unknown-quotes") or str(Path(sys.executable).with_name("unknown-quotes"))


def main() -> None:
    """Draw, check and print."""
    arguments = parser().parse_args()
    talks = [talk for folder in arguments.folders for talk in read_folder(folder)]
    if not talks:
        raise SystemExit("There is no transcript with ten sentences in the folder.")
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.keep or Path(temporary)
        kinds = [kind for kind in (*ENGLISH, *ABROAD) if arguments.only in f"{kind.group}: {kind.name}"]
        cases = draw(talks, arguments.seed, arguments.number, work, kinds)
        forms = write(talks, arguments.seed, max(1, arguments.number // 4), work)
        cases += [case for case in forms if arguments.only in f"{case.kind.group}: {case.kind.name}"]
        order = {(kind.group, kind.name): place for place, kind in enumerate(kinds)}
        cases.sort(key=lambda case: order.get((case.kind.group, case.kind.name), len(order)))
        answers = {"unknown-quotes": ask_ours(arguments.ours, cases)}
        for other in arguments.checker:
            name, _, command = other.partition("=")
            answers[name] = ask_other(command, cases)
    found = {name: rows(cases, said) for name, said in answers.items()}
    print(f"{len(cases)} quotations from {len(talks)} transcripts, seed {arguments.seed}.\n")
    shown = {name: folded(rows_) for name, rows_ in found.items()} if arguments.fold else found
    print(table(shown, arguments.markdown))
    print("\n" + "\n".join(summary(name, rows_) for name, rows_ in found.items()))
    if arguments.misses:
        arguments.misses.write_text(
            examples(cases, answers["unknown-quotes"], found["unknown-quotes"]), encoding="utf-8"
        )


if __name__ == "__main__":
    main()

"""Change the code and see whether a test notices it: ``python tests/mutation/run.py [MODULE …]``, by default all modules.

Each module of ``TESTS`` is mutated by itself in a copy of the package, with only the tests that are about it,
so that a run takes minutes and not days. What survives is printed; ``survivors.md`` has the reasons of those that may.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = "sphinx_unknown_quotes"
#: The modules that decide on verdicts, escaping and writing, and the tests that are about each.
TESTS: Final[dict[str, tuple[str, ...]]] = {
    "collection/storage/files.py": ("collection/test_files.py",),
    "collection/storage/sealed.py": ("check/test_caches.py",),
    "collection/text/visible.py": ("collection/test_visible.py", "check/test_output.py"),
    "collection/text/fragments.py": ("collection/test_fragments.py",),
    "collection/problems.py": ("collection/test_problems.py",),
    "collection/text/dates.py": ("collection/test_dates.py",),
    "collection/text/times.py": ("collection/test_times.py",),
    "collection/parsing/validation.py": ("collection/test_validation.py",),
    "collection/evidence.py": ("collection/test_evidence.py",),
    "check/verdicts/judging.py": (
        "check/test_judging.py", "check/test_operations.py", "check/test_verdicts.py", "check/test_pages.py",
        "check/test_senses.py", "check/test_speakers.py", "check/test_places.py", "check/test_languages.py",
    ),
    "check/verdicts/operations.py": (
        "check/test_operations.py", "check/test_verdicts.py", "check/test_senses.py", "check/test_negations.py",
        "check/test_languages.py", "check/test_disfluency.py",
    ),
    "check/verdicts/readings.py": (
        "check/test_judging.py", "check/test_operations.py", "check/test_verdicts.py", "check/test_senses.py",
        "check/test_negations.py", "check/test_languages.py", "check/test_disfluency.py",
    ),
    "check/reports/machine.py": ("check/test_reports.py", "check/test_output.py"),
    "check/reports/prose.py": ("check/test_prose_reports.py",),
    "check/reports/sarif.py": ("check/test_reports.py",),
    "check/reports/sentences.py": ("check/test_reports.py",),
    "check/reports/terminal.py": ("check/test_terminal.py", "check/test_output.py"),
    "check/reports/text.py": ("check/test_reports.py",),
    "check/fixing.py": ("check/test_fixing.py",),
    "publish/citation_keys.py": ("publish/test_bibliography.py",),
    "publish/quotes_csv.py": ("publish/test_csv.py",),
    "publish/quotes_bib.py": ("publish/test_bibliography.py",),
    "publish/quotes_csl.py": ("publish/test_bibliography.py",),
    "publish/quotes_atom.py": ("publish/test_atom.py",),
    "publish/json_ld.py": ("publish/test_json_ld.py",),
    "publish/quotes_json.py": ("collection/test_quotes_json.py",),
}  # fmt: skip
_PART: Final = "\n#####\n"
#: What :mod:`tests.mutation.forks` notes of a mutant that no test calls.
NO_TESTS: Final = 33
#: mutmut's own run begins pytest anew for each mutant.
_MAKE: Final = """
import os
from mutmut import __main__ as mutmut
mutmut.set_mutant_under_test("mutant_generation")
os.makedirs("mutants")
mutmut.copy_src_dir()
mutmut.copy_also_copy_files()
mutmut.create_mutants(1)
"""
#: One process for all of them, since each takes seconds to begin.
_SHOW: Final = f"""
import sys
from mutmut.__main__ import cli
for name in sys.argv[1:]:
    cli.main(["show", name], standalone_mode=False)
    print({_PART!r}, end="")
"""


def mutate(module: str, folder: Path) -> tuple[int, list[str]]:
    """Mutate *module* in *folder*, and return how many mutants there were and which nobody noticed, as differences."""
    shutil.copytree(ROOT / "ext" / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    lines = [
        (ROOT / "pyproject.toml").read_text("utf-8"), "[tool.mutmut]", f'source_paths = ["{PACKAGE}"]',
        f'only_mutate = ["{PACKAGE}/{module}"]', "use_git_change_detection = false",
    ]  # fmt: skip
    (folder / "pyproject.toml").write_text("\n".join(lines), "utf-8")
    _python(folder, "-c", _MAKE)
    meta = folder / "mutants" / PACKAGE / f"{module}.meta"
    plugins = ["-p", "tests.mutation.forks", "-p", "no:xdist", "-p", "no:cacheprovider"]
    tests = [f"tests/{name}" for name in TESTS[module]]
    _python(
        folder / "mutants",
        "-m",
        "pytest",
        "-q",
        "--tb=native",
        f"--basetemp={folder / 'tmp'}",
        *plugins,
        *tests,
        MUTANTS_META=str(meta),
    )
    codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    # A mutant that takes for ever is noticed, too.
    lives = [name for name, code in codes.items() if code in (0, NO_TESTS)]
    return len(codes), _python(folder, "-c", _SHOW, *lives).split(_PART)[:-1]


def _python(folder: Path, *arguments: str, **environment: str) -> str:
    """Run Python in *folder* and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def main(modules: list[str]) -> int:
    """Mutate *modules*, print what survived, and return 1 where more than one mutant in ten of a module did."""
    weak = 0
    for module in modules or list(TESTS):
        with tempfile.TemporaryDirectory() as folder:
            number, lives = mutate(module, Path(folder))
        print(*lives, sep="\n")
        print(f"{module}: {number - len(lives)} of {number} mutants died", flush=True)
        weak += len(lives) * 10 > number
    return min(weak, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Change the code and see whether a test notices: ``python tests/mutation/run.py [MODULE …]``, all modules by default.

Each module of ``TESTS`` is mutated by itself in a copy of the package, with only the tests that are about it,
so that a run takes minutes and not days. What survives is printed; ``survivors.md`` has the reasons of those that may.
"""

from __future__ import annotations

import re
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
    "collection/files.py": ("collection/test_files.py",),
    "collection/sealed.py": ("check/test_caches.py",),
    "collection/visible.py": ("collection/test_visible.py", "check/test_output.py"),
    "collection/fragments.py": ("collection/test_fragments.py",),
    "collection/problems.py": ("collection/test_problems.py",),
    "collection/dates.py": ("collection/test_dates.py",),
    "collection/times.py": ("collection/test_times.py",),
    "collection/validation.py": ("collection/test_validation.py",),
    "collection/evidence.py": ("collection/test_evidence.py",),
    "check/judging.py": ("check/test_verdicts.py", "check/test_doubt.py", "check/test_pages.py"),
    "check/operations.py": ("check/test_verdicts.py", "check/test_doubt.py"),
    "check/reports/machine.py": ("check/test_reports.py", "check/test_output.py"),
    "check/reports/prose.py": ("check/test_prose_reports.py",),
    "check/reports/sarif.py": ("check/test_reports.py",),
    "check/reports/sentences.py": ("check/test_reports.py",),
    "check/reports/text.py": ("check/test_reports.py",),
    "check/fixing.py": ("check/test_fixing.py",),
    "publish/citation_keys.py": ("publish/test_bibliography.py",),
    "publish/quotes_csv.py": ("publish/test_csv.py",),
    "publish/quotes_bib.py": ("publish/test_bibliography.py",),
    "publish/quotes_csl.py": ("publish/test_bibliography.py",),
    "publish/quotes_atom.py": ("publish/test_atom.py",),
    "publish/json_ld.py": ("publish/test_json_ld.py",),
    "publish/quotes_json.py": ("collection/test_quotes_json.py",),
}
_PART: Final = "\n#####\n"
#: One process for all of them, since each takes seconds to begin.
_SHOW: Final = f"""
import sys
from mutmut.__main__ import cli
for name in sys.argv[1:]:
    cli.main(["show", name], standalone_mode=False)
    print({_PART!r}, end="")
"""
_STATUS: Final = re.compile(r"^ +(\S+): (\w[\w ]*)$", re.MULTILINE)


def mutate(module: str, folder: Path) -> tuple[int, list[str]]:
    """Mutate *module* in *folder*, and return how many mutants there were and which nobody noticed, as differences."""
    shutil.copytree(ROOT / "ext" / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    tests = [f"tests/{name}" for name in TESTS[module]]
    lines = [
        (ROOT / "pyproject.toml").read_text("utf-8"), "[tool.mutmut]", f'source_paths = ["{PACKAGE}"]',
        f'only_mutate = ["{PACKAGE}/{module}"]', f"pytest_add_cli_args_test_selection = {tests}",
        'pytest_add_cli_args = ["-p", "tests.mutation.fresh", "-p", "no:xdist", "-p", "no:cacheprovider", "-q"]', "use_git_change_detection = false",
    ]  # fmt: skip
    (folder / "pyproject.toml").write_text("\n".join(lines), "utf-8")
    mutmut = [sys.executable, "-m", "mutmut"]
    done = subprocess.run(
        [*mutmut, "run", "--max-children", "2"], cwd=folder, capture_output=True, text=True, check=False
    )
    told = subprocess.run([*mutmut, "results", "--all", "true"], cwd=folder, capture_output=True, text=True, check=True)
    status = dict(_STATUS.findall(told.stdout))
    if not status:
        raise SystemExit(f"{module}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
    # A mutant that takes for ever is noticed, too.
    lives = sorted(name for name, what in status.items() if what not in ("killed", "timeout", "suspicious", "segfault"))
    shown = subprocess.run(
        [sys.executable, "-c", _SHOW, *lives], cwd=folder, capture_output=True, text=True, check=True
    )
    return len(status), shown.stdout.split(_PART)[:-1]


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

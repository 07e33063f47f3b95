"""What a quotation costs a site, beside plain Markdown and beside others who make cards, needs or citations of it.

    python tests/benchmarks/builds.py [--quotes 10000] [--per-page 500] [--rounds 3] [--jobs 1] [VARIANT ...]

Builds the same pages in every way, one after the other, and again in each round, so that a machine whose speed drifts
drifts for all. Figures are processor seconds of the whole process, medians of the rounds; what a quotation costs is
the difference to the same pages without any. With ``--jobs 2`` they are seconds on the clock.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import made_up as made


class Variant(NamedTuple):
    """One way to write quotations: the extensions it needs, a page of them, more configuration, more files."""

    extensions: tuple[str, ...]
    page: Callable[[Iterable[made.Made]], str]
    conf: str = ""
    files: Callable[[Iterable[made.Made]], dict[str, str]] = lambda _made: {}


_NEEDS: Final = 'needs_types = [dict(directive="quote", title="Quote", prefix="Q", color="#fff", style="node")]\n'
VARIANTS: Final = {
    "empty": Variant((), lambda _made: ""),
    "markdown": Variant((), made.block_quotes),
    "card": Variant(("sphinx_design",), made.design_cards),
    "needs": Variant(("sphinx_needs",), made.needs, _NEEDS),
    "bibtex": Variant(
        ("sphinxcontrib.bibtex",),
        made.citations,
        'bibtex_bibfiles = ["all.bib"]\n',
        lambda all_: {"all.bib": made.bibliography(all_), "list.md": "# List\n\n```{bibliography}\n```\n"},
    ),
    "recorded": Variant(("sphinx_unknown_quotes",), made.cards, files=made.collection),
    "inline": Variant(("sphinx_unknown_quotes",), made.inline_cards, files=lambda _made: made.unknowns()),
}


class Cost(NamedTuple):
    """What one round measured: seconds of a first build, of one without a change, of one after each kind of edit."""

    first: float
    again: float
    page: float
    quotation: float


def write_site(root: Path, variant: Variant, quotations: list[made.Made], per_page: int) -> None:
    """Write the site of a variant."""
    names = [f"page{start // per_page:05d}" for start in range(0, len(quotations), per_page)]
    files = variant.files(quotations)
    files["conf.py"] = (
        f'project = "Benchmark"\nextensions = {["myst_parser", *variant.extensions]!r}\nhtml_theme = "furo"\n'
        f'myst_enable_extensions = ["colon_fence"]\nexclude_patterns = ["_build"]\n{variant.conf}'
    )
    listed = "\n".join([*names, *(["list"] if "list.md" in files else [])])
    files["index.md"] = f"# Benchmark\n\n```{{toctree}}\n{listed}\n```\n"
    for number, name in enumerate(names):
        page = variant.page(quotations[number * per_page : (number + 1) * per_page])
        files[f"{name}.md"] = f"# Page {number}\n\n{page}"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def build(root: Path, jobs: int) -> float:
    """Build once, in a process of its own, and return the seconds it took. A build that warns means nothing."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-j", str(jobs), str(root), str(root / "_build")]
    # Compiled modules are kept, as they are where packages are installed.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, begin = os.times(), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    wall, after = time.perf_counter() - begin, os.times()
    if done.returncode:
        sys.exit(f"{root.name}: {done.stderr[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu if jobs == 1 else wall


def measure(root: Path, quotation: made.Made, jobs: int) -> Cost:
    """Build from nothing, once more, after one page was touched, and after the words of a quotation were edited."""
    shutil.rmtree(root / "_build", ignore_errors=True)
    first, again = build(root, jobs), build(root, jobs)
    page = root / "page00000.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    touched = build(root, jobs)
    recorded = root / "quotes" / f"talk-{quotation.talk:05d}.yaml"
    path = recorded if recorded.is_file() else page
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(quotation.text, f"Indeed {quotation.text}", 1), encoding="utf-8")
    return Cost(first, again, touched, build(root, jobs))


def report(costs: dict[str, list[Cost]], sizes: dict[str, float], number: int) -> None:
    """Print a row a variant."""
    medians = {name: Cost(*map(median, zip(*found, strict=True))) for name, found in costs.items()}
    empty, markdown = medians["empty"], medians["markdown"]
    floor = markdown.first - empty.first
    print(
        f"{'':10} {'build':>8} {'a quotation':>12} {'no change':>16} {'one page':>16} {'one quotation':>16} {'environment':>12}"
    )
    for name, cost in medians.items():
        own = cost.first - empty.first
        cells = [f"{value:7.2f} s {value / other:5.2f}" for value, other in zip(cost[1:], markdown[1:], strict=True)]
        print(
            f"{name:10} {cost.first:6.2f} s {1000 * own / number:6.2f} ms {own / floor:4.2f}  {'  '.join(cells)} {sizes[name]:10.0f} B"
        )
    print("Behind each time: how it compares with plain Markdown. The environment is a quotation's share of it.")


def main() -> None:
    """Write, build, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", nargs="*", metavar="VARIANT", choices=[*VARIANTS, []], default=[])
    for option, default in (("quotes", 10_000), ("per-page", 500), ("rounds", 3), ("jobs", 1)):
        parser.add_argument(f"--{option}", type=int, default=default)
    arguments = parser.parse_args()
    quotations = made.made_up(arguments.quotes)
    names = list(dict.fromkeys(["empty", "markdown", *(arguments.variants or ["recorded", "inline"])]))
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.rounds):
            for name in names:
                root = Path(folder, name)
                shutil.rmtree(root, ignore_errors=True)
                write_site(root, VARIANTS[name], quotations, arguments.per_page)
                costs[name].append(measure(root, quotations[0], arguments.jobs))
        weights = {name: Path(folder, name, "_build/.doctrees/environment.pickle").stat().st_size for name in names}
    sizes = {name: (weight - weights["empty"]) / arguments.quotes for name, weight in weights.items()}
    print(f"{arguments.quotes} quotations, {arguments.per_page} a page, {arguments.rounds} rounds, -j {arguments.jobs}")
    report(costs, sizes, arguments.quotes)
    print(f"The largest build took {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB.")


if __name__ == "__main__":
    main()

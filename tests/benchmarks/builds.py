"""The time that a quotation costs a build, compared with plain Markdown and with extensions for cards, needs or citations.

    python tests/benchmarks/builds.py [--quotes 10000] [--per-page 500] [--rounds 3] [VARIANT ...]

Builds the same pages in every way, one after the other, and again in each round, so that a machine whose speed drifts
drifts for all. Figures are processor seconds of the whole process, as medians of the rounds. The cost of a quotation is the
difference from the same pages without quotations. Two processes are compared with one by the clock.
"""

from __future__ import annotations

import argparse
import os
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
_ALONE: Final = (
    'html_baseurl = "https://talks.example/"\n'
    "unknown_quotes_json = unknown_quotes_csv = unknown_quotes_bibliography = False\n"
)
_PUBLISHED: Final = 'html_baseurl = "https://talks.example/"\nunknown_quotes_feed = unknown_quotes_pages = True\n'
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
    # Recorded, without a file for machines, with all of them and a page for each quotation, and with pictures.
    "alone": Variant(("sphinx_unknown_quotes",), made.cards, _ALONE, made.dated),
    "published": Variant(("sphinx_unknown_quotes",), made.cards, _PUBLISHED, made.dated),
    "pictures": Variant(
        ("sphinx_unknown_quotes",), made.cards, f"{_PUBLISHED}unknown_quotes_pictures = True\n", made.dated
    ),
    "inline": Variant(("sphinx_unknown_quotes",), made.inline_cards, files=lambda _made: made.unknowns()),
}


class Run(NamedTuple):
    """A build: processor seconds, seconds by the clock, and the most memory it took, in MB."""

    cpu: float
    wall: float
    peak: int


class Cost(NamedTuple):
    """What one round measured of a variant."""

    #: Processor seconds of a first build, of one without a change, of one after a page and one after a quotation was edited.
    first: float
    again: float
    page: float
    quotation: float
    #: The time on the clock with two processes, as a part of that of the first build.
    two: float
    #: The most memory of all, in MB.
    peak: float


def write_site(root: Path, variant: Variant, quotations: list[made.Made], per_page: int) -> None:
    """Write the site of a variant."""
    names = [f"page{start // per_page:05d}" for start in range(0, len(quotations), per_page)]
    files = variant.files(quotations)
    files["conf.py"] = (
        f'project = "Benchmark"\nextensions = {["myst_parser", *variant.extensions]!r}\nhtml_theme = "furo"\n'
        f'myst_enable_extensions = ["colon_fence"]\nexclude_patterns = ["_build"]\n'
        # Of 100,000 made-up quotations a few have almost the words of another.
        f'suppress_warnings = ["unknown_quotes.conflict"]\n{variant.conf}'
    )
    listed = "\n".join([*names, *(["list"] if "list.md" in files else [])])
    files["index.md"] = f"# Benchmark\n\n```{{toctree}}\n{listed}\n```\n"
    for number, name in enumerate(names):
        page = variant.page(quotations[number * per_page : (number + 1) * per_page])
        files[f"{name}.md"] = f"# Page {number}\n\n{page}"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def build(root: Path, *options: str) -> Run:
    """Build once, in a separate process. A build with warnings is an error."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", *options, str(root), str(root / "_build")]
    # Compiled modules are kept, as in an installed package.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    log = root / "build.log"
    begin = time.perf_counter()
    with log.open("wb") as sink:
        child = subprocess.Popen(command, stdout=sink, stderr=sink, env=environment)
        _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{root.name}: {log.read_text()[-2000:]}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss // 1024)


def measure(root: Path, quotation: made.Made) -> Cost:
    """Build from nothing, once more, after a page was touched, after a quotation was edited, and with two processes."""
    first, again = build(root), build(root)
    page = root / "page00000.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    touched = build(root)
    recorded = root / "quotes" / f"talk-{quotation.talk:05d}.yaml"
    path = recorded if recorded.is_file() else page
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(quotation.text, f"Indeed {quotation.text}", 1), encoding="utf-8")
    edited = build(root)
    shutil.rmtree(root / "_build")
    two = build(root, "-j", "2")
    peak = max(run.peak for run in (first, again, touched, edited))
    return Cost(first.cpu, again.cpu, touched.cpu, edited.cpu, two.wall / first.wall, peak)


def report(costs: dict[str, list[Cost]], sizes: dict[str, float], number: int) -> None:
    """Print a row for each variant."""
    medians = {name: Cost(*map(median, zip(*found, strict=True))) for name, found in costs.items()}
    empty, markdown = medians["empty"], medians["markdown"]
    titles = ("build", "a quotation", "no change", "a page edited", "a quotation edited", "two processes", "memory")
    print(f"{'':9}{titles[0]:>8}" + "".join(f"{title:>20}" for title in titles[1:]) + f"{'environment':>13}")
    for name, cost in medians.items():
        own, floor = ((each.first - empty.first) * 1000 / number for each in (cost, markdown))
        cells = [
            f"{own:.2f} ms {own / floor:5.2f}",
            f"{cost.again:.2f} s {cost.again / markdown.again:5.2f}",
            *(f"{seconds:.2f} s {seconds / markdown.page:5.2f}" for seconds in (cost.page, cost.quotation)),
            f"{cost.two:.2f} {cost.two / markdown.two:5.2f}",
            f"{cost.peak:.0f} MB {cost.peak / markdown.peak:5.2f}",
        ]
        print(f"{name:9}{cost.first:6.2f} s" + "".join(f"{cell:>20}" for cell in cells) + f"{sizes[name]:11.0f} B")
    print("Behind each figure: how it compares with plain Markdown's, after any edit with that of a page.")
    print("Two processes: their time on the clock in that of one. The environment is a quotation's share of it.")


def main() -> None:
    """Write, build, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", nargs="*", metavar="VARIANT", choices=[*VARIANTS, []], default=[])
    for option, default in (("quotes", 10_000), ("per-page", 500), ("rounds", 3)):
        parser.add_argument(f"--{option}", type=int, default=default)
    arguments = parser.parse_args()
    quotations = made.made_up(arguments.quotes)
    names = list(dict.fromkeys(["empty", "markdown", *(arguments.variants or ["recorded", "inline"])]))
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    sizes: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.rounds):
            for name in names:
                root = Path(folder, name)
                shutil.rmtree(root, ignore_errors=True)
                write_site(root, VARIANTS[name], quotations, arguments.per_page)
                costs[name].append(measure(root, quotations[0]))
                weight = (root / "_build/.doctrees/environment.pickle").stat().st_size
                sizes[name] = weight / arguments.quotes
    sizes = {name: size - sizes["empty"] for name, size in sizes.items()}
    print(f"{arguments.quotes} quotations, {arguments.per_page} a page, {arguments.rounds} rounds")
    report(costs, sizes, arguments.quotes)


if __name__ == "__main__":
    main()

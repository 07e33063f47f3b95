"""Measure how long a reader waits for a large index page, and how much time the extension adds to a build.

    python tests/benchmarks/opening.py [--quotes 10000] [--rounds 5]

The page is opened from disk in headless Chromium; a keystroke counts until the filtered list is painted.
The time that the extension adds is the difference between a site with one card and a site with one block quote,
in builds in which nothing changed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

import made_up as made
from builds import VARIANTS, build, write_site

_FIRST_PAINT = """
() => new Promise((done) => {
  const found = () => performance.getEntriesByName("first-contentful-paint")[0];
  const wait = () => found() ? done(found().startTime) : setTimeout(wait, 10);
  wait();
})
"""
#: Types a letter, and answers in milliseconds when what it changed is on the screen.
_KEYSTROKE = """
(value) => new Promise((done) => {
  const input = document.querySelector(".uq-filter input");
  input.focus();
  const begin = performance.now();
  input.value = value;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})
"""


def open_page(page: Page, path: Path) -> tuple[float, list[float]]:
    """Return the milliseconds to the first paint, and to what each letter of some words brings."""
    page.goto(path.as_uri(), timeout=120_000)
    painted = page.evaluate(_FIRST_PAINT)
    return painted, [page.evaluate(_KEYSTROKE, "why the"[:length]) for length in range(1, 8)]


def index_page(quotes: int, rounds: int) -> None:
    """Build a site and open its index page."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("There is no Chromium on this machine.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        write_site(root, VARIANTS["recorded"], made.made_up(quotes), 500)
        build(root)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        opened = [open_page(browser.new_page(), root / "_build" / "uq-speaker.html") for _ in range(rounds)]
        browser.close()
    strokes = [stroke for _, found in opened for stroke in found]
    print(f"An index page of {quotes} entries: first paint {median(first for first, _ in opened):.0f} ms; "
          f"a keystroke in its filter {median(strokes):.0f} ms, at most {max(strokes):.0f} ms")  # fmt: skip


def start_up(rounds: int) -> None:
    """Build two small sites again and again, in turn."""
    seconds: dict[str, list[float]] = {"markdown": [], "recorded": []}
    with tempfile.TemporaryDirectory() as folder:
        for name in seconds:
            write_site(Path(folder, name), VARIANTS[name], made.made_up(1), 1)
            build(Path(folder, name))
        for _ in range(rounds):
            for name, found in seconds.items():
                found.append(build(Path(folder, name)).cpu)
    without, with_card = (median(found) for found in seconds.values())
    print(f"A site of one card takes {1000 * (with_card - without):.0f} ms more than one of a block quote, "
          f"which takes {1000 * without:.0f} ms")  # fmt: skip


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    start_up(4 * arguments.rounds + 1)
    index_page(arguments.quotes, arguments.rounds)


if __name__ == "__main__":
    main()

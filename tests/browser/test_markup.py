"""The HTML of every page in a strict parser, and our pages in other themes."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec

import html5lib
import pytest

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser


def test_every_page_parses_whole_without_an_error(docs_site):
    """The theme's part too: none of it needs to be excused."""
    pages = {page.relative_to(docs_site).as_posix(): page for page in docs_site.rglob("*.html")}
    assert {"index.html", "guide/list.html", "genindex.html", "search.html", "uq-unknown.html"} < pages.keys()
    for name, page in sorted(pages.items()):
        parser = html5lib.HTMLParser()
        parser.parse(page.read_text("utf-8"))
        assert [f"{position}: {code}" for position, code, _ in parser.errors] == [], name


def test_every_page_has_unique_ids_in_its_article(docs_site):
    for page in sorted(docs_site.rglob("*.html")):
        ids = re.findall(r'\sid="([^"]*)"', page.read_text("utf-8"))
        ours = [name for name in ids if name.startswith(("uq-", "example-")) or "-" in name]
        assert sorted(set(ours)) == sorted(ours), page.name


@pytest.mark.parametrize("theme", ["alabaster", "pydata_sphinx_theme", "sphinx_book_theme"])
def test_index_pages_are_pages_of_the_theme(theme, tmp_path, browser):
    if not find_spec(theme):
        pytest.skip(f"{theme} is not installed")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "html",
        "-D",
        f"html_theme={theme}",
        "-D",
        "html_theme_options=",
    ]
    subprocess.run([*command, str(ROOT / "docs"), str(tmp_path)], check=True, capture_output=True)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # The general index is the theme's own page of this kind: it stands in no toctree either.
        page.goto(f"file://{tmp_path}/genindex.html")
        there = page.locator("h1#index").bounding_box()
        page.goto(f"file://{tmp_path}/uq-speaker.html")
        here = page.locator(".uq-index > h1").bounding_box()
        assert here["x"] == pytest.approx(there["x"], abs=2)
        assert here["y"] == pytest.approx(there["y"], abs=60)
        font = "e => getComputedStyle(e).fontFamily + getComputedStyle(e).fontSize"
        assert page.locator(".uq-index > h1").evaluate(font)
        assert page.locator(".uq-filter").count() == 1
    page.close()

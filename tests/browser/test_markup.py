"""The HTML of every page in a strict parser, and our pages in other themes."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser


def test_every_page_parses_whole_without_an_error(docs_site):
    """The theme's part too: none of it needs to be excused."""
    pages = {page.relative_to(docs_site).as_posix(): page for page in docs_site.rglob("*.html")}
    assert {"index.html", "guide/how-to/list.html", "genindex.html", "search.html", "uq-unknown.html"} < pages.keys()
    for name, page in sorted(pages.items()):
        parser = html5lib.HTMLParser()
        parser.parse(page.read_text("utf-8"))
        assert [f"{position}: {code}" for position, code, _ in parser.errors] == [], name


def test_every_page_has_unique_ids_in_its_article(docs_site):
    for page in sorted(docs_site.rglob("*.html")):
        ids = re.findall(r'\sid="([^"]*)"', page.read_text("utf-8"))
        ours = [name for name in ids if name.startswith(("uq-", "example-")) or "-" in name]
        assert sorted(set(ours)) == sorted(ours), page.name


@pytest.fixture(scope="module", params=["alabaster", "pydata_sphinx_theme", "sphinx_book_theme"])
def themed_site(request, tmp_path_factory):
    """The site in another theme: the address of its folder."""
    if not find_spec(request.param):
        pytest.skip(f"{request.param} is not installed")
    out = tmp_path_factory.mktemp(request.param)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", f"html_theme={request.param}"]
    subprocess.run([*command, str(ROOT / "docs"), str(out)], check=True, capture_output=True)
    return f"file://{out}"


@pytest.fixture
def sheet(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_index_pages_are_pages_of_the_theme(themed_site, sheet):
    for scheme in ("light", "dark"):
        sheet.emulate_media(color_scheme=scheme)
        # The general index is the theme's own page of this kind: it stands in no toctree either.
        sheet.goto(f"{themed_site}/genindex.html")
        there = sheet.locator("h1#index").bounding_box()
        sheet.goto(f"{themed_site}/uq-speaker.html")
        here = sheet.locator(".uq-index > h1").bounding_box()
        assert here["x"] == pytest.approx(there["x"], abs=2)
        assert here["y"] == pytest.approx(there["y"], abs=60)
        assert sheet.locator(".uq-filter").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_cards_and_lists_of_a_theme(themed_site, sheet, scheme):
    sheet.emulate_media(color_scheme=scheme)
    sheet.goto(f"{themed_site}/gallery.html")
    for ours in (".unknown-quote", ".uq-index", ".uq-map"):
        violations = Axe().run(sheet, context=ours).response["violations"]
        assert [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in violations] == [], ours


def test_gallery_fits_a_phone_in_every_theme(themed_site, sheet):
    sheet.set_viewport_size({"width": 390, "height": 800})
    sheet.goto(f"{themed_site}/gallery.html")
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 390


def test_names_and_listed_words_are_underlined_by_no_theme(themed_site, sheet):
    sheet.goto(f"{themed_site}/gallery.html")
    for link in (".uq-speaker a", ".uq-unknown a", ".uq-entry a", ".uq-table td:first-child a"):
        style = "e => { const s = getComputedStyle(e); return s.borderBottomStyle + ' ' + s.textDecorationLine; }"
        assert sheet.locator(link).first.evaluate(style) == "none none", link

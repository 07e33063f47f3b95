"""The HTML of every page in a strict parser."""

from __future__ import annotations

import re

import html5lib
import pytest

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

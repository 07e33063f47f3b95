"""What search engines and previews of links find of the site, and what its build prints."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import html5lib


def pages(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.html")) if "_static" not in path.parts]


# Several tests ask the same pages, and html5lib is slow.
@cache
def parsed(page: Path) -> ElementTree.Element:
    return html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)  # type: ignore[no-any-return]


def tags(page: Path) -> dict[str, list[str]]:
    """The contents of each meta tag of a page by its name or property."""
    found: dict[str, list[str]] = {}
    for tag in parsed(page).iter("meta"):
        name = tag.get("property") or tag.get("name")
        if name:
            found.setdefault(name, []).append(tag.get("content", ""))
    return found


def test_quiet_build_of_the_site_prints_nothing(docs_site):
    assert (docs_site.parent / "printed.txt").read_text("utf-8") == ""


def test_every_page_has_one_description_and_one_set_of_opengraph_tags(docs_site):
    assert len(pages(docs_site)) > 10
    for page in pages(docs_site):
        found = tags(page)
        for name in ("description", "og:title", "og:type", "og:description", "og:site_name"):
            assert len(found.get(name, [])) == 1, (page.name, name)
            assert found[name][0].strip(), (page.name, name)


def test_no_two_pages_have_one_description(docs_site):
    described = [tags(page)["description"][0] for page in pages(docs_site)]
    assert len(set(described)) == len(described)


def test_title_of_a_preview_is_the_title_of_the_page(docs_site):
    # The theme gives the front page the title of the site.
    for page in sorted({*pages(docs_site)} - {docs_site / "index.html"}):
        assert (parsed(page).findtext(".//title") or "").startswith(tags(page)["og:title"][0]), page.name


def test_navigation_names_the_groups_of_the_how_tos(docs_site):
    for name in ("index", "guide/how-to/add", "guide/how-to/video", "quotes/bezos-we-dont"):
        navigation = (docs_site / f"{name}.html").read_text("utf-8").partition("sidebar-tree")[2]
        places = [navigation.index(part) for part in (
            ">Record</span></li>", ">Add with one command<", ">Show</span></li>", ">Add quotations to a Sphinx site<",
            ">Check</span></li>", ">Publish</span></li>",
        )]  # fmt: skip
        assert places == sorted(places), name

"""A reader opens the site, finds a quotation in an index and reads its card."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGES = ["index", "collection", "gallery", "share", "uq-unknown", "uq-speaker", "uq-source", "uq-year"]


def test_site_opens_at_the_essay(page):
    page.goto("/index.html")
    assert "We don’t know how" in page.locator("h1").inner_text()


def test_reader_follows_an_entry_of_the_index_to_the_card_and_reads_it(page):
    page.goto("/uq-speaker.html")
    page.get_by_role("link", name="No one's really sure why this works exactly either.").click()
    page.wait_for_url("**/index.html#hewitt-not-sure-why")
    card = page.locator("#hewitt-not-sure-why")
    assert card.locator("blockquote").inner_text() == "No one's really sure why this works exactly either."
    assert "John Hewitt" in card.inner_text()
    moment = card.get_by_role("link", name="at 1:13:47")
    assert moment.get_attribute("href") == "https://www.youtube.com/watch?v=DGfCRXuNA2w&t=4427s"
    # The theme scrolls there slowly.
    in_view = "() => { const top = document.getElementById('hewitt-not-sure-why').getBoundingClientRect().top; return 0 <= top && top < 900; }"
    page.wait_for_function(in_view, timeout=5000)


def test_every_quotation_has_a_card_and_an_entry_in_each_index(page, docs_site):
    quotes = [quote["id"] for quote in json.loads((docs_site / "quotes.json").read_text())["quotes"]]
    homes = {quote["id"]: quote["page"] for quote in json.loads((docs_site / "quotes.json").read_text())["quotes"]}
    assert len(quotes) > 10
    assert all(homes.values())
    for name in ("uq-unknown", "uq-speaker", "uq-source", "uq-year", "genindex"):
        page.goto(f"/{name}.html")
        hrefs = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
        assert {home for home in homes.values() if home not in hrefs} == set(), name
    for home in sorted({home.split("#")[0] for home in homes.values()}):
        page.goto(f"/{home}")
        anchors = [quote for quote, place in homes.items() if place.startswith(f"{home}#")]
        for anchor in anchors:
            assert page.locator(f"[id='{homes[anchor].split('#')[1]}'] > blockquote").count() == 1


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(page, name):
    page.goto(f"/{name}.html")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # The theme's own furniture and its colours of code are not ours to judge; the rest of the article is.
        context = {"include": [["article"]], "exclude": [[".highlight"]]}
        violations = Axe().run(page, context=context).response["violations"]
        assert [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in violations] == [], scheme


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(page, name):
    page.goto(f"/{name}.html")
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, width

"""A reader opens the site, finds a quotation in an index and reads its card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from .accessibility import violations

pytestmark = pytest.mark.browser

PAGES = [
    "index",
    "collection",
    "gallery",
    "share",
    "quotes/hewitt-not-sure-why",
    "uq-unknown",
    "uq-speaker",
    "uq-source",
    "uq-year",
]


def test_site_opens_at_the_essay(page):
    page.goto("/index.html")
    assert "We don’t know how" in page.locator("h1").inner_text()


def test_reader_follows_an_entry_of_the_index_to_the_card_and_reads_it(page):
    page.goto("/uq-speaker.html")
    page.get_by_role("link", name="No one’s really sure why this works exactly either.").click()
    page.wait_for_url("**/index.html#hewitt-not-sure-why")
    card = page.locator("#hewitt-not-sure-why")
    assert card.locator("blockquote").inner_text() == "No one’s really sure why this works exactly either."
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
    # Only colours differ in the dark, and axe is slow.
    for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)
        # The theme's own furniture and its colours of code are not ours to judge; the rest of the article is.
        context = {"include": [["article"]], "exclude": [[".highlight"]]}
        assert violations(page, context, **rules) == [], scheme


def pages(site: Path) -> list[str]:
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))


def test_axe_finds_nothing_on_any_page_of_the_guide(page, docs_site):
    found = []
    for name in pages(docs_site):
        if not name.startswith("guide/"):
            continue
        page.goto(f"/{name}")
        # The colours are the theme's, and those of cards and lists, which the gallery has.
        rules = {"color-contrast": {"enabled": False}}
        found += [f"{name}: {violation}" for violation in violations(page, "article", rules=rules)]
    assert found == []


SCROLLERS = """
[...document.querySelectorAll("article :is(pre, .table-wrapper, .uq-jump, .uq-section)")].filter((box) =>
  (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) &&
  ["auto", "scroll"].includes(getComputedStyle(box).overflowX))
"""
REACHABLE = "(box) => (box.tabIndex === 0 && box.getAttribute('role') && box.ariaLabel) || box.querySelector('a')"


class Narrowed(NamedTuple):
    """At which widths a page scrolls sideways, and how much in it scrolls at the least of them."""

    sideways: list[int]
    scrolling: int
    unreachable: int


@pytest.fixture(scope="module")
def narrowed(browser, base_url, docs_site) -> dict[str, Narrowed]:
    """Every page, once. A window of 1280 pixels has 640 at 200 per cent and 320 at 400 per cent."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    found = {}
    for name in pages(docs_site):
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"/{name}")
        scrolling, reachable = page.evaluate(f"[{SCROLLERS}.length, {SCROLLERS}.filter({REACHABLE}).length]")
        sideways = []
        for width in (320, 390, 640, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                sideways.append(width)
        found[name] = Narrowed(sideways, scrolling, scrolling - reachable)
    context.close()
    return found


def test_no_page_scrolls_sideways_also_at_four_times_the_size(narrowed):
    assert {name: page.sideways for name, page in narrowed.items() if page.sideways} == {}


def test_keyboard_can_scroll_all_code_and_tables_and_knows_them_by_name(narrowed):
    assert {name: page.unreachable for name, page in narrowed.items() if page.unreachable} == {}
    assert sum(page.scrolling for page in narrowed.values()) > 10


def test_keyboard_does_not_stop_at_what_does_not_scroll(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/guide/how-to/host.html")
    still = "[...document.querySelectorAll('pre')].filter((box) => box.scrollWidth <= box.clientWidth && box.tabIndex === 0).length"
    assert page.evaluate(still) == 0


@pytest.mark.parametrize("name", ["index", "gallery"])
def test_keyboard_walks_through_a_page_in_its_order_and_is_always_seen(page, name):
    page.goto(f"/{name}.html")
    page.emulate_media(reduced_motion="reduce")
    wanted = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll("article :is(a[href], button, input, select, summary, [tabindex='0'])")];
          globalThis.ours = all.filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }));
          ours[0].focus();
          return ours.length;
        }"""
    )
    assert wanted > 60
    lost = []
    for number in range(wanted):
        if number:
            page.keyboard.press("Tab")
        state = page.evaluate(
            """(number) => {
              const box = document.activeElement.getBoundingClientRect();
              return [ours.indexOf(document.activeElement), box.bottom > 0 && box.top < innerHeight && box.width > 0];
            }""",
            number,
        )
        lost += [(number, state)] if state != [number, True] else []
    assert lost == []


def test_nothing_moves_for_those_who_want_no_motion(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto("/gallery.html")
    moving = "[...document.querySelectorAll('html, article *')].filter((e) => { const s = getComputedStyle(e); return s.scrollBehavior !== 'auto' || s.animationName !== 'none'; }).length"
    assert page.evaluate(moving) == 0


def test_printed_table_goes_on_on_the_next_sheet(page):
    page.goto("/guide/reference/warnings.html")
    page.emulate_media(media="print")
    style = (
        "(e) => [e, ...e.querySelectorAll('table, tr')].slice(0, 3).map((part) => getComputedStyle(part).breakInside)"
    )
    assert page.locator(".table-wrapper").first.evaluate(style) == ["auto", "auto", "avoid"]
    assert page.locator(".table-wrapper").first.evaluate("(e) => getComputedStyle(e).overflowX") == "visible"


def test_front_page_says_on_the_first_screen_of_a_phone_what_it_is_and_where_authors_go(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/index.html")
    lines = page.locator("article h1 ~ p").all()[:2]
    assert lines[0].inner_text().startswith("Experts who say that they do not know how large language models work")
    assert "Sphinx extension" in lines[1].inner_text()
    link = lines[1].get_by_role("link", name="use it on your own site")
    place = link.bounding_box()
    assert place["y"] + place["height"] < 844
    link.click()
    page.wait_for_url("**/guide/tutorial.html")


def test_filter_counts_quotations_and_not_the_entries_of_each_speaker(page):
    page.goto("/uq-unknown.html")
    everything = page.locator(".uq-filter input").get_attribute("placeholder")
    page.goto("/uq-speaker.html")
    assert page.locator(".uq-filter input").get_attribute("placeholder") == everything
    page.locator(".uq-filter input").fill("mysterianism")
    assert page.locator(".uq-list > li:visible").count() == 3
    assert page.locator(".uq-filter output").inner_text().startswith("1 of ")


@pytest.mark.parametrize("name", ["reference/configuration", "reference/command", "reference/warnings", "how-to/host"])
def test_meanings_are_read_on_a_phone_without_scrolling_sideways(browser, base_url, name):
    context = browser.new_context(base_url=base_url, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"/guide/{name}.html")
    wide = page.evaluate(
        "[...document.querySelectorAll('table.reference-table')].map((table) => table.parentNode)"
        ".filter((box) => box.scrollWidth > box.clientWidth + 1).length"
    )
    assert wide == 0
    context.close()


def test_printed_code_is_whole_and_no_sheet_has_the_footer_alone(page):
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto("/guide/reference/warnings.html")
    page.emulate_media(media="print")
    assert (
        page.locator(".highlight pre").evaluate_all(
            "all => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length"
        )
        == 0
    )
    assert not page.locator(".bottom-of-page").is_visible()

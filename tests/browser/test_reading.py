"""Cards and lists with a keyboard alone, and as a screen reader has them."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"


def spoken(locator) -> str:
    """What a screen reader says of an element, in its order, without roles and addresses."""
    # The first line is the name of the card.
    lines = [line.strip() for line in locator.aria_snapshot().splitlines()[1:]]
    # A screen reader reads the name of a button in place of its text.
    lines = [re.sub(r"^(- 'button \"[^\"]*\").*", r"\1", line) for line in lines]
    lines = [re.sub(r"^- '?(text|paragraph|blockquote|time|emphasis|link|button)\b:?", "", line) for line in lines]
    return " ".join(line.strip(" '\":") for line in lines if not line.startswith("- /url"))


def in_order(text: str, parts: list[str]) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_screen_reader_has_the_words_once_and_then_the_credit_once(page):
    page.goto("/gallery.html")
    text = spoken(page.locator("#example-everything"))
    parts = [
        "Example",
        "The longer this example gets",
        "A second paragraph, so that there is one.",
        "Ada Example, Ben Example, Institute of Examples",
        "A lecture on nothing in particular",
        "February 7, 2024",
        "at 1:13:47",
        "archived copy",
        "Does a longer example explain more than a short one?",
        "Scaling",
        "Words found in the transcript",
        "Copy citation",
        "Link to this quotation",
    ]
    assert in_order(text, parts), text
    assert [part for part in parts[1:] if text.count(part) != 1] == []


def test_screen_reader_learns_that_words_are_disputed_before_it_has_them(page):
    page.goto("/gallery.html")
    text = spoken(page.locator("#example-disputed"))
    assert in_order(text, ["Disputed", "I never understood it myself.", "Jan Example"]), text


def test_screen_reader_has_no_marks_that_are_for_the_eye(page):
    page.goto("/gallery.html")
    for card in ("everything", "near", "reported", "german"):
        assert not re.search("[▶◆●‸]", spoken(page.locator(f"#example-{card}"))), card
    # But it learns where something was left out, and what.
    text = spoken(page.locator("#example-reported"))
    assert "works … either." in text
    assert "Other words: “one is”. Left out: “exactly”." in text


def test_keyboard_copies_a_citation_and_stays_on_its_button(page, base_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto("/gallery.html")
    button = page.locator("#example-short .uq-copy").first
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".uq-said[role=status]", has_text="Copied").wait_for()
    assert page.evaluate("document.activeElement.className") == "uq-copy"
    # As it is recorded, though the card shows another apostrophe.
    assert "We don't." in page.evaluate("navigator.clipboard.readText()")


def test_keyboard_goes_from_the_filter_to_the_entries(page):
    page.goto("/index.html?q=really+sure")
    page.locator(".uq-index-list .uq-filter input").focus()
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert reached[:6] == ["What is unknown", "Speaker", "Source", "Year", "Evidence", "Show all"]
    assert reached[6].startswith("“No one’s really sure")
    assert reached[7] == "at 1:13:47"


def test_keyboard_goes_from_mark_to_mark_of_a_map_and_then_to_its_list(page):
    page.goto("/index.html")
    marks = page.locator(".uq-map svg a")
    marks.first.focus()
    for mark in marks.all()[:3]:
        name = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert name == mark.get_attribute("aria-label")
        assert re.fullmatch(r"“.+” .+, .+\. .+\.", name)
        tip = page.locator(".uq-tip")
        assert tip.is_visible()
        assert tip.inner_text() == name
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator(".uq-tip").is_visible()
    marks.last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "summary"
    page.keyboard.press("Enter")
    links = page.locator(".uq-map details .uq-entry a")
    assert links.first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == links.first.inner_text()


def test_screen_reader_has_the_marks_of_a_map_by_what_is_unknown(page):
    page.goto("/index.html")
    lane = page.locator(".uq-map svg").first.get_by_role("listitem", name="Prompting")
    assert lane.get_by_role("link").count() == 1
    assert lane.get_by_role("link", name="Jesse Mu, 2023. Found in the transcript.").count() == 1


def test_finger_reads_a_mark_of_a_map_and_then_opens_it(browser, base_url):
    context = browser.new_context(base_url=base_url, viewport={"width": 320, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto("/index.html")
    boxes = [box.bounding_box() for box in page.locator(".uq-map svg.uq-dot > rect").all()]
    assert len(boxes) > 10
    # Chromium places some of them at parts of a pixel.
    assert round(min(min(box["width"], box["height"]) for box in boxes), 3) >= 24
    for one in boxes:
        near = [o for o in boxes if abs(o["x"] - one["x"]) < 23.9 and abs(o["y"] - one["y"]) < 23.9]
        assert near == [one]
    mark = page.locator(".uq-map svg a").nth(5)
    mark.scroll_into_view_if_needed()
    mark.tap()
    assert page.locator(".uq-tip").inner_text() == mark.get_attribute("aria-label")
    assert "#" not in page.url
    address = mark.get_attribute("href")
    mark.tap()
    page.wait_for_url(f"**{address}")
    context.close()


def test_words_one_searched_for_are_marked_on_a_page_with_a_map(page):
    page.goto("/index.html?highlight=really")
    page.locator(".unknown-quote .highlighted").first.wait_for()
    assert page.locator(".uq-list .highlighted").count() > 3
    page.goto("/index.html?highlight=prompting")
    page.locator(".unknown-quote .highlighted").first.wait_for()
    assert page.locator("svg rect.highlighted").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/index.html")
    for place in ("#hewitt-not-sure-why .uq-moment a", ".uq-filter input", ".uq-jump a", ".uq-index-list .uq-entry a"):
        found = page.locator(place).first
        # Only the keyboard shows it.
        page.keyboard.press("Tab")
        found.focus()
        outline = found.evaluate("e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth]; }")
        assert outline[0] != "none", place
        assert outline[1] != "0px", place

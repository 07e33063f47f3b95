"""Cards, lists and the map in Chromium: how they are built, what they look like where it counts, and what they do."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

STATES = {
    "example-short": ("We don’t.", "Example", "Speaker not known"),
    "example-everything": ("The longer this example gets", "at 1:13:47–1:14:02", "archived copy"),
    "example-near": ("We are not really sure", "2 words differ from the transcript"),
    "example-read": ("We offer no explanation.", "Read in the source on November 22, 2026"),
    "example-only-reported": ("They are black boxes", "Only reported, in “A blog on panels”"),
    "example-contradicted": ("We do know why.", "The transcript has other words"),
    "example-reported": ("No one’s really sure", "As reported in “A blog on talks”:"),
    "example-paraphrase": ("She said", "Paraphrase"),
    "example-disputed": ("I never understood", "Disputed"),
    "example-misattributed": ("Not everything", "Misattributed"),
    "example-german": ("Und sehe", "translated by the authors of this page"),
    "example-arabic": ("لا نعرف", "at 3:20"),
    "example-japanese": ("なぜ", "例 太郎"),
}

#: The moments at the beginning of a line that have something before them.
ALONE = """
[...document.querySelectorAll(":is(.uq-where, .uq-entry-credit) .uq-moment a")].filter((moment) => {
  const walker = document.createTreeWalker(moment.closest("p"), NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walker.nextNode(); node && !moment.contains(node); node = walker.nextNode()) {
    if (node.data.trim() && node.parentNode.getClientRects().length) last = node;
  }
  const range = document.createRange();
  range.setStart(last, last.data.trimEnd().length - 1);
  range.setEnd(last, last.data.trimEnd().length);
  const before = range.getBoundingClientRect();
  const pill = moment.getBoundingClientRect();
  return before.bottom < pill.top + 4 || moment.getClientRects().length > 1;
}).map((moment) => moment.textContent)
"""

#: Whether the first and the last row of a picture are darker than white paper.
EDGES = """
async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return [0, image.height - 1].map((y) => canvas.getImageData(image.width / 2, y, 1, 1).data[0] < 250);
}
"""


def style(locator, name, pseudo=None):
    return locator.evaluate("(e, [name, pseudo]) => getComputedStyle(e, pseudo)[name]", [name, pseudo])


def size(locator):
    return float(style(locator, "fontSize").removesuffix("px"))


@pytest.mark.parametrize("width", [1280, 390])
def test_state_says_all_in_text_and_its_words_are_largest(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/gallery.html")
    for card, (opening, *texts) in STATES.items():
        found = page.locator(f"#{card}")
        words = found.locator("> blockquote")
        assert words.inner_text().startswith(opening), card
        assert [found.inner_text().count(text) for text in texts] == [1] * len(texts), card
        others = [size(item) for item in found.locator(".uq-credit > p").all()]
        assert size(words) >= 1.2 * max(others), card
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paraphrase_is_drawn_without_quotation_marks(page):
    page.goto("/gallery.html")
    assert style(page.locator("#example-paraphrase > blockquote"), "quotes") == "none"
    assert style(page.locator("#example-disputed > blockquote"), "quotes") != "none"


def test_nothing_but_the_words_is_in_the_quotation_and_the_credit_follows(page):
    page.goto("/gallery.html")
    for card in page.locator("div.unknown-quote").all():
        shape = card.evaluate("e => [...e.children].map(c => c.localName + '.' + c.className.split(' ')[0])")
        assert [name for name in shape if not name.startswith("p.")][:2] == ["blockquote.", "div.uq-credit"]
        assert card.evaluate(
            "e => [...e.querySelectorAll('blockquote *')].every(c => c.matches('p') && !c.children.length)"
        )


def test_marks_hang_beside_the_words_and_are_of_their_language(page):
    page.goto("/gallery.html")
    for card, position in {
        "short": "absolute",
        "german": "absolute",
        "arabic": "absolute",
        "japanese": "static",
    }.items():
        assert style(page.locator(f"#example-{card} blockquote p").first, "position", "::before") == position
    assert page.locator("#example-arabic blockquote").get_attribute("dir") == "rtl"
    assert style(page.locator("#example-arabic blockquote"), "direction") == "rtl"
    marks = {
        card: page.locator(f"#example-{card} blockquote p").first.evaluate(
            "e => getComputedStyle(e, '::before').content"
        )
        for card in ("short", "paragraphs")
    }
    assert set(marks.values()) == {"open-quote"}


def test_evidence_is_told_by_text_and_by_shape(page):
    page.goto("/gallery.html")
    shapes = {}
    for card in ("everything", "near", "read", "only-reported", "contradicted", "short"):
        badge = page.locator(f"#example-{card} .uq-evidence")
        assert badge.inner_text().strip()
        names = ("borderTopStyle", "borderRadius", "backgroundImage", "transform", "backgroundColor", "borderTopWidth")
        shapes[card] = tuple(style(badge, name, "::before") for name in names)
    assert len(set(shapes.values())) == len(shapes)


def test_map_has_the_colours_of_its_legend(page):
    page.goto("/gallery.html")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for kind in ("found", "near", "read"):
            shown = style(page.locator(f"svg a > svg.uq-{kind}").first, "color")
            assert shown == style(page.locator(f".uq-legend .uq-{kind}").first, "color", "::before"), (scheme, kind)


@pytest.mark.parametrize(("card", "mark"), {"everything": '"▶\ufe0e\u2002" / ""', "read": "none"}.items())
def test_only_what_plays_has_the_mark_of_playing(page, card, mark):
    page.goto("/gallery.html")
    assert style(page.locator(f"#example-{card} .uq-moment > a"), "content", "::before") == mark


def test_mark_of_playing_and_of_evidence_are_seen_in_forced_colours(page):
    page.goto("/gallery.html")
    page.emulate_media(forced_colors="active")
    # The edges of a drawn triangle would be filled to a square.
    assert style(page.locator("#example-everything .uq-moment > a"), "borderBlockStartWidth", "::before") == "0px"
    for badge in page.locator(".uq-evidence.uq-found").all()[:3]:
        assert style(badge, "backgroundColor", "::before") != style(page.locator("body"), "backgroundColor")
    dot = page.locator(".uq-index-timeline .uq-when").first
    assert style(dot, "backgroundColor", "::after") != style(page.locator("body"), "backgroundColor")
    assert style(page.locator(".uq-map svg.uq-found > circle").first, "fill") != style(page.locator("body"), "color")


@pytest.mark.parametrize("name", ["gallery", "index", "collection"])
def test_no_moment_begins_a_line(page, name):
    page.goto(f"/{name}.html")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(ALONE) == []


def test_word_that_is_longer_than_its_line_is_broken(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/gallery.html")
    page.locator("#example-read .uq-moment").evaluate("e => e.classList.add('uq-long')")
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    for part in (
        "#example-everything :is(blockquote p, .uq-speaker, .uq-work, .uq-context, .uq-unknown, .uq-evidence)",
        "#example-read .uq-moment a",
        "#example-reported .uq-reported :is(.uq-reporter, q)",
        ".uq-index-list :is(.uq-group, .uq-question, .uq-jump a, .uq-entry, .uq-entry-credit)",
        ".uq-index-timeline .uq-when",
    ):
        for place in page.locator(part).all()[:12]:
            place.evaluate("(e, text) => { e.textContent = text; }", long)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    inside = "e => { const frame = e.getBoundingClientRect(); return [...e.querySelectorAll('*')].filter(c => c.getBoundingClientRect().right > frame.right + 1).map(c => c.className); }"
    assert page.locator("#example-everything").evaluate(inside) == []


def test_tables_of_all_groups_have_their_columns_below_each_other(page):
    page.goto("/gallery.html")
    lefts = page.evaluate(
        "[...document.querySelectorAll('.uq-table thead')].map(h => [...h.querySelectorAll('th')].map(c => Math.round(c.getBoundingClientRect().left)))"
    )
    assert len(lefts) > 1
    assert all(row == lefts[0] for row in lefts)
    assert page.locator(".uq-table .uq-moment").first.evaluate(
        "e => e.getBoundingClientRect().right <= e.closest('td').getBoundingClientRect().right"
    )


def test_jump_bar_shows_at_which_edge_it_goes_on(page):
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto("/uq-source.html")
    bar = page.locator(".uq-jump").first
    bar.evaluate("e => e.replaceChildren(...Array.from({ length: 20 }, () => document.createElement('br')))")

    def edges() -> list[bool]:
        picture = base64.b64encode(bar.screenshot()).decode()
        return page.evaluate(EDGES, f"data:image/png;base64,{picture}")

    assert edges() == [False, True]
    bar.evaluate("e => e.scrollTo(0, 60)")
    assert edges() == [True, True]
    bar.evaluate("e => e.scrollTo(0, 10000)")
    assert edges() == [True, False]


def test_french_marks_keep_their_distance_from_the_words(page):
    page.goto("/gallery.html")
    quotes = style(page.locator("#example-french blockquote"), "quotes")
    assert quotes.startswith('"«\u202f" "\u202f»"')
    # A browser leaves out a space at the end of a line, and of a box that has a line of its own.
    width = "(words) => parseFloat(getComputedStyle(words, '::before').width) / parseFloat(getComputedStyle(words).fontSize)"
    assert page.locator("#example-french blockquote p").evaluate(width) > 0.6


def test_copy_citation_copies_all_that_a_citation_needs(page, base_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto("/gallery.html")
    card = page.locator("#example-everything")
    card.hover()
    card.get_by_role("button", name="Copy citation").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“The longer this example gets, the better people like it, and if you asked me why that should be so, "
        "I would have to tell you that I have no idea.\n\nA second paragraph, so that there is one.” "
        "(Ada Example, Ben Example, 2024, 1:13:47). A lecture on nothing in particular, Lectures on examples, 2024, "
        "University of Examples, February 7, 2024. https://example.org/lecture.mp4#t=4427,4442"
    )


def test_copy_embed_copies_a_block_quote_that_stands_by_itself(page, base_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto("/index.html")
    card = page.locator("#hewitt-not-sure-why")
    card.hover()
    card.get_by_role("button", name="Copy embed").click()
    card.get_by_role("button", name="Copied").wait_for()
    address = f"{base_url}/quotes/hewitt-not-sure-why.html"
    assert page.evaluate("navigator.clipboard.readText()") == (
        f'<blockquote class="quoteback" lang="en" cite="{address}" data-title="Lecture 9: Pretraining" data-author="John Hewitt">'
        "<p>No one's really sure why this works exactly either.</p>"
        f'<footer>— John Hewitt, <cite><a href="{address}">Lecture 9: Pretraining</a></cite></footer></blockquote>'
    )


def test_link_to_a_card_shows_on_hover_and_on_focus(page):
    page.goto("/gallery.html")
    card = page.locator("#example-short")
    link = card.get_by_role("link", name="Link to this quotation")
    tools = card.locator(".uq-tools")
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    assert style(tools, "opacity") == "0"
    link.focus()
    page.wait_for_timeout(300)
    assert style(tools, "opacity") == "1"
    assert link.get_attribute("href") == "#example-short"


def test_keyboard_reaches_every_link_and_button_of_a_card_in_order(page):
    page.goto("/gallery.html")
    card = page.locator("#example-everything")
    card.locator("a").first.focus()
    reached = []
    for _ in range(9):
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    assert reached[:8] == [
        "A lecture on nothing in particular",
        "at 1:13:47–1:14:02",
        "archived copy",
        "Jared Kaplan et al., appendix C",
        "Tom Brown et al., limitations",
        "Copy citation",
        "Copy embed",
        "#",
    ]


def test_filter_narrows_the_list_and_keeps_its_state_in_the_address(page):
    page.goto("/index.html")
    form = page.locator(".uq-filter").first
    entries = page.locator(".uq-index-list .uq-list > li:visible")
    total = entries.count()
    form.get_by_role("searchbox").fill("REALLY sure")
    assert 0 < entries.count() < total
    page.wait_for_url("**/index.html?q=REALLY+sure")
    form.get_by_label("What is unknown").select_option("chain-of-thought")
    page.wait_for_url("**/index.html?q=REALLY+sure&unknown=chain-of-thought")
    assert entries.count() == 1
    assert form.locator("output").inner_text() == f"1 of {total}"
    page.reload()
    assert entries.count() == 1
    page.locator(".uq-filter").first.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/index.html")
    assert entries.count() == total


def test_filter_narrows_tables_cards_and_index_pages_too(page):
    page.goto("/collection.html?q=shazeer&q.2=hewitt")
    cards = page.locator(".uq-index-cards .unknown-quote:visible")
    assert cards.count() == 1
    lists = page.locator(".uq-index")
    assert lists.nth(1).locator(".uq-section:visible").count() == 1
    page.goto("/uq-year.html?speaker=John+Hewitt")
    assert page.locator(".uq-list > li:visible").count() == page.locator("[data-speaker='John Hewitt']").count() > 0
    assert page.locator(".uq-jump > li:visible").count() == 1


def test_address_with_anything_in_it_breaks_nothing(page):
    page.goto("/uq-year.html?q=%3Cscript%3E&year=x%22%3E&unknown=%5B")
    assert page.locator(".uq-filter").count() == 1
    assert page.locator(".uq-list > li:visible").count() == 0


def test_without_script_everything_is_there_and_no_filter(browser, base_url):
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/index.html?unknown=chain-of-thought")
    assert page.locator(".uq-filter, .uq-copy").count() == 0
    assert page.locator(".uq-index-list .uq-list > li:visible").count() > 10
    assert page.locator(".uq-jump a").count() > 3
    context.close()


def test_map_leads_to_cards(page):
    page.goto("/index.html")
    dots = page.locator(".uq-map svg a")
    assert dots.count() > 10
    dots.nth(3).click()
    assert "#" in page.url
    page.goto("/index.html")
    page.locator(".uq-map summary").click()
    assert page.locator(".uq-map details .uq-list > li:visible").count() == page.locator(".uq-dot").count()


def test_printed_card_is_in_one_piece_and_has_no_buttons(page):
    page.goto("/gallery.html")
    page.emulate_media(media="print")
    card = page.locator("#example-short")
    assert style(card, "breakInside") == "avoid"
    assert style(page.locator("ul.uq-list").first, "breakInside") == "auto"
    assert not card.locator(".uq-tools").is_visible()
    assert not page.locator(".uq-filter").first.is_visible()
    assert not page.locator(".uq-jump").first.is_visible()


def test_no_heading_of_a_printed_list_is_left_alone_at_the_foot_of_a_sheet(page):
    page.goto("/index.html")
    page.emulate_media(media="print")
    for part in (".uq-group", ".uq-question"):
        assert style(page.locator(f".uq-index-list {part}").first, "breakAfter") == "avoid"
    page.goto("/uq-year.html")
    assert style(page.locator(".uq-index h2").first, "breakAfter") == "avoid"


def test_stylesheet_and_script_are_small_and_name_no_colour_but_in_a_property():
    static = Path(__file__).parents[2] / "ext/sphinx_unknown_quotes/site/static"
    css, script = ((static / f"unknown-quotes.{kind}").read_text("utf-8") for kind in ("css", "js"))
    assert len(css.encode()) < 15_000
    assert len(script.encode()) < 13_000
    rules = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    assert "http" not in rules
    # Where neither sphinx-design nor the theme has a colour for it, a documented property does.
    rules = re.sub(r"^  --uq-[\w-]+:.*", "", rules, flags=re.MULTILINE)
    assert not re.search(
        r":[^;{]*(#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(|\b(black|white|red|green|blue|gr[ae]y)\b)", rules
    )
    assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(|https?://", script)


def test_every_property_of_the_stylesheet_has_its_meaning_for_the_guide():
    css = (Path(__file__).parents[2] / "ext/sphinx_unknown_quotes/site/static/unknown-quotes.css").read_text("utf-8")
    [properties] = re.findall(r"^body \{\n(.*?)^\}", css, re.MULTILINE | re.DOTALL)
    explained = re.findall(r"/\* [A-Z].* \*/\n  (--uq-[\w-]+):", properties)
    assert explained == re.findall(r"^  (--uq-[\w-]+):", properties, re.MULTILINE)
    assert set(re.findall(r"var\((--uq-[\w-]+)", css)) <= {*explained, "--uq-shade"}


def test_a_class_with_properties_of_its_own_restyles_one_card(page):
    page.goto("/guide/how-to/restyle.html")
    card = page.locator(".unknown-quote.letter")
    assert style(card, "borderRadius") == "0px"
    assert "Georgia" in style(card.locator("> blockquote p"), "fontFamily")
    assert size(card.locator("> blockquote p")) == pytest.approx(1.6 * size(card))

"""Tests of cards, lists and maps in every theme, on a desktop and on a phone, in light and in dark."""

from __future__ import annotations

import pytest
import sphinx

from ..accessibility import violations
from ..conftest import ROOT
from .conftest import ALL
from .themes import IMMATERIAL

pytestmark = pytest.mark.browser

PAGES = ("index", "lists", "uq-speaker")
WIDTHS = (1280, 390)
#: Colours as a canvas paints them, how they contrast, and what is behind an element.
COLOURS = """
const painted = (colours) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const behind = (element) => {
  const found = [];
  for (let at = element; at; at = at.parentElement) found.unshift(getComputedStyle(at).backgroundColor);
  return ["white", ...found];
};
const bright = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (element, colour) => {
  const back = behind(element);
  const [low, high] = [bright(painted(back)), bright(painted([...back, colour]))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
"""


def ask(locator, script, argument=None):
    """Evaluate a function of JavaScript, which may use COLOURS, on all elements that *locator* finds."""
    assert locator.count()
    return locator.evaluate_all(
        f"(elements, argument) => {{ {COLOURS} return ({script})(elements, argument); }}", argument
    )


def test_guide_has_the_configuration_with_which_immaterial_is_tried():
    assert f"```python{IMMATERIAL}```" in (ROOT / "docs/guide/how-to/themes.md").read_text("utf-8")


def test_words_in_a_sentence_and_reported_words_have_their_marks(opened):
    page = opened.goto("index")
    quoted = page.locator("q.uq-text, .uq-reported q, .uq-translation q")
    script = """(all) => all.map((q) => {
      const words = document.createRange();
      words.selectNodeContents(q);
      return q.getClientRects()[0].left < words.getClientRects()[0].left - 2
        && [...q.getClientRects()].at(-1).right > [...words.getClientRects()].at(-1).right + 2;
    })"""
    assert set(ask(quoted, script)) == {True}


def test_words_of_a_card_have_marks_that_stand_alone_to_their_left(opened):
    page = opened.goto("index")
    script = """(all) => all.map((p) => [getComputedStyle(p).quotes, getComputedStyle(p.parentElement).borderLeftWidth,
      getComputedStyle(p, "::before").content, getComputedStyle(p, "::after").content])"""
    assert set(map(tuple, ask(page.locator("#dee-tea > blockquote p"), script))) == {
        ("auto", "0px", "open-quote", "close-quote")
    }
    [paraphrase] = ask(page.locator("#example-paraphrase > blockquote p"), script)
    assert paraphrase[0] == "none"


def test_words_are_the_largest_of_a_card(opened):
    page = opened.goto("index")
    script = "(all) => all.map((e) => parseFloat(getComputedStyle(e).fontSize))"
    words = min(ask(page.locator("#dee-tea > blockquote p"), script))
    assert words >= 1.2 * max(ask(page.locator("#dee-tea .uq-credit > p"), script))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(opened, name, width):
    page = opened.goto(name, width)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_ours_stays_in_its_column(opened, width):
    """A table may be wider on a phone, if it can be scrolled in its place."""
    for name in PAGES:
        page = opened.goto(name, width)
        script = """(all) => all.flatMap((box) => [...box.querySelectorAll("p, li, ul, form, input, select, blockquote")]
          .filter((e) => e.checkVisibility() && !e.closest("table") && !e.closest("details:not([open])"))
          .filter((e) => e.getBoundingClientRect().right > box.getBoundingClientRect().right + 1 || e.scrollWidth > e.clientWidth + 8)
          .map((e) => e.outerHTML.slice(0, 150)))"""
        assert ask(page.locator(".unknown-quote, .uq-index, .uq-map"), script) == [], name


def test_a_table_has_the_width_of_its_column_and_none_of_its_cells_is_hidden(opened):
    page = opened.goto("lists")
    script = """(all) => all.map((table) => {
      const column = table.closest(".uq-section").getBoundingClientRect();
      const cells = [...table.querySelectorAll("td, th")].map((cell) => cell.getBoundingClientRect().right);
      return Math.max(...cells) - column.right;
    })"""
    # Furo lets its tables stand out a little.
    assert max(ask(page.locator("table.uq-table"), script)) <= 4


@pytest.mark.parametrize("width", WIDTHS)
def test_no_month_and_no_time_of_a_table_is_broken(opened, width):
    page = opened.goto("lists", width)
    script = r"""(all) => all.flatMap((cell) => {
      const words = document.createRange();
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      return [...{ *[Symbol.iterator]() { while (walk.nextNode()) yield walk.currentNode; } }].flatMap((text) =>
        [...text.data.matchAll(/[\w:]+/g)].map(({ index, 0: word }) => {
          words.setStart(text, index);
          words.setEnd(text, index + word.length);
          return [word, words.getClientRects().length];
        }));
    })"""
    broken = [word for word, lines in ask(page.locator(".uq-table td:nth-child(n + 4)"), script) if lines > 1]
    assert broken == []


@pytest.mark.parametrize("width", WIDTHS)
def test_lists_have_their_own_line_and_no_bullets(opened, width):
    page = opened.goto("lists", width)
    script = """(all) => all.map((item) => {
      const style = getComputedStyle(item);
      const column = item.closest(".uq-section").getBoundingClientRect().left;
      return [style.listStyleType, item.getBoundingClientRect().left - column];
    })"""
    assert set(map(tuple, ask(page.locator(".uq-index ul.uq-list > li"), script))) == {("none", 0)}


@pytest.mark.parametrize("width", WIDTHS)
def test_marks_of_the_map_are_whole_and_in_their_box(opened, width):
    page = opened.goto("lists", width)
    script = """(all) => all.map((mark) => {
      const [shape, map] = [mark.querySelector("circle, path"), mark.closest(".uq-map")].map((e) => e.getBoundingClientRect());
      const inside = shape.left >= map.left && shape.right <= map.right && shape.top >= map.top && shape.bottom <= map.bottom;
      return [getComputedStyle(mark).overflow, inside && shape.width > 7 && shape.height > 7];
    })"""
    assert set(map(tuple, ask(page.locator("svg.uq-dot"), script))) == {("visible", True)}


def test_labels_of_the_map_can_be_read(coloured):
    page = coloured.goto("lists")
    script = "(all) => all.map((label) => contrast(label.closest('.uq-map'), getComputedStyle(label).fill))"
    assert min(ask(page.locator(".uq-map svg text"), script)) >= 4.5


def test_badges_have_colours_that_are_seen_and_differ(coloured):
    page = coloured.goto("index")
    script = """(all) => all.map((badge) => {
      const colour = getComputedStyle(badge, "::before").color;
      const rgb = painted([...behind(badge), colour]);
      return [badge.className, contrast(badge, colour), Math.max(...rgb) - Math.min(...rgb), rgb.join()];
    })"""
    kinds = ("found", "near", "read", "contradicted")
    found = ask(page.locator(", ".join(f".uq-about > .uq-{kind}" for kind in kinds)), script)
    assert {name for name, *_ in found} == {f"uq-evidence uq-{kind}" for kind in kinds}
    assert len({colour for *_, colour in found}) == len(kinds)
    assert min(seen for _, seen, _, _ in found) >= 3
    assert min(chroma for _, _, chroma, _ in found) >= 40


# The findings of axe hardly depend on the width, and axe is slow.
@pytest.mark.parametrize("width", WIDTHS if ALL else WIDTHS[:1])
@pytest.mark.parametrize("name", ["index", "lists"])
def test_axe_finds_nothing_in_cards_lists_and_maps(coloured, name, width):
    page = coloured.goto(name, width)
    ours = [".unknown-quote"] if name == "index" else [".uq-index", ".uq-map"]
    context = {"include": [[part] for part in ours]}
    if coloured.theme.contrast_of_links < 4.5:
        context["exclude"] = [[f"{part} a"] for part in ours]
    assert violations(page, context) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_link_to_the_moment_is_a_button_with_a_triangle(coloured, width):
    page = coloured.goto("index", width)
    link = page.locator("#dee-tea .uq-moment > a")
    assert link.is_visible()
    assert link.get_attribute("href") == "https://example.org/panel.mp4#t=3723"
    script = """([link]) => {
      const style = getComputedStyle(link);
      return [contrast(link, style.color), getComputedStyle(link, "::before").content, style.borderLeftStyle,
        link.getClientRects().length];
    }"""
    seen, mark, edge, lines = ask(link, script)
    assert seen >= coloured.theme.contrast_of_links
    assert "▶" in mark
    assert edge == "solid"
    assert lines == 1


def test_the_button_copies_a_citation(opened):
    page = opened.goto("index")
    card = page.locator("#dee-tea")
    card.hover()
    card.get_by_role("button", name="Copy citation").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "“No one's really sure why the tea is cold either.”"
    )


def test_buttons_of_a_card_are_whole_and_on_its_edge(coloured):
    page = coloured.goto("index")
    card = page.locator("#dee-tea")
    card.evaluate("card => card.scrollIntoView({ block: 'center', behavior: 'instant' })")
    card.hover()
    script = """([tools]) => {
      const card = tools.parentElement.getBoundingClientRect();
      return [...tools.children].map((e) => [e, e.getBoundingClientRect()]).map(([e, box]) =>
        Math.abs((box.top + box.bottom) / 2 - card.top) < 3 && box.right < card.right && e.contains(
          document.elementFromPoint(box.left + 3, box.top + 3)) && contrast(e, getComputedStyle(e).color) >= 4.5);
    }"""
    assert ask(page.locator("#dee-tea .uq-tools"), script) == [True, True, True]


def test_the_filter_narrows_a_list(opened):
    page = opened.goto("lists")
    entries = page.locator(".uq-index-list").first.locator(".uq-list > li:visible")
    assert entries.count() == 10
    page.locator(".uq-filter input").first.fill("tea")
    page.locator(".uq-filter output", has_text="of 10").first.wait_for()
    assert 0 < entries.count() < 5


def test_a_result_of_the_search_opens_the_card(opened, request):
    if opened.theme.name == "sphinx_immaterial" and sphinx.version_info >= (9,):
        mark = pytest.mark.xfail(reason="with Sphinx 9 the theme's own script fails before it searches")
        request.applymarker(mark)
    page = opened.goto("index")
    found = opened.theme.search(page, "really sure").filter(has_text="really sure why the tea is cold").first
    found.click(timeout=5000)
    page.wait_for_url("**/index.html*#dee-tea")
    # Some themes scroll there slowly.
    in_view = "() => { const { top } = document.querySelector('#dee-tea:target').getBoundingClientRect(); return -5 <= top && top < 500; }"
    page.wait_for_function(in_view, timeout=5000)


def test_index_pages_are_pages_of_the_theme(opened):
    # The general index is the theme's own page of this kind: it stands in no toctree either.
    there = opened.goto("genindex").locator("h1", has_text="Index").bounding_box()
    page = opened.goto("uq-speaker")
    here = page.locator(".uq-index > h1").bounding_box()
    assert here["x"] == pytest.approx(there["x"], abs=2)
    assert here["y"] == pytest.approx(there["y"], abs=60)
    assert page.locator(".uq-filter").count() == 1


@pytest.mark.parametrize("link", [".uq-speaker a", ".uq-unknown a", ".uq-entry a.internal", ".uq-table a.internal"])
def test_names_and_listed_words_are_underlined_by_no_theme(opened, link):
    page = opened.goto("index" if link in (".uq-speaker a", ".uq-unknown a") else "lists")
    script = "(all) => all.map((e) => getComputedStyle(e)).map((s) => `${s.borderBottomStyle} ${s.textDecorationLine}`)"
    assert set(ask(page.locator(link), script)) == {"none none"}

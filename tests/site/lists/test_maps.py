"""The directive unknown-quote-map: a dot a quotation, and a list that says the same."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from sphinx_unknown_quotes.collection.records import Quotation, Source
from sphinx_unknown_quotes.collection.selection import Collection, group
from sphinx_unknown_quotes.site.lists.map_layout import COLUMN, LANE_END, lay_out

MAP = "```{unknown-quote-map}\n```\n\n"
CARDS = "".join(f"```{{unknown-quote}} {quote}\n```\n\n" for quote in ("hewitt-why", "shazeer-divine"))
UNDATED = "source: {title: A, type: talk}\nquotes:\n- {id: a, text: W., unknown: architecture}\n"


def layout(dates: list[str | None]):
    sources = {f"s{i}": Source(key=f"s{i}", title="T", type="talk", date=date) for i, date in enumerate(dates)}
    quotations = {
        f"q{i}": Quotation(id=f"q{i}", text="W.", source=f"s{i}", path="", line=1, unknown="u")
        for i in range(len(dates))
    }
    collection = Collection(quotations, sources, {}, {})
    return lay_out(collection, group(collection, quotations.values(), "unknown"))


def test_map_has_a_dot_a_quotation_with_a_link_to_its_card(build):
    html = build(MAP + CARDS).html("index")
    drawing = re.search(r"<svg.*?</svg>\n<ul", html, re.DOTALL)
    assert drawing
    assert drawing[0].count('class="uq-dot ') == 4
    hrefs = set(re.findall(r'<a href="([^"]*)"><title', drawing[0]))
    assert {"#hewitt-why", "#shazeer-divine"} <= hrefs
    listed = html[drawing.end() :]
    assert all(f'href="{href}"' in listed for href in hrefs)


def test_map_says_in_words_what_its_shapes_mean(build):
    html = build(MAP + CARDS).html("index")
    legend = re.search(r'<ul class="uq-legend">.*?</ul>', html)
    assert legend
    assert re.findall(r">([^<]+)</span>", legend[0]) == ["Read in the source", "Not compared yet"]
    assert 'role="group"' in html
    assert "Map of 4 quotations" in html


def test_map_follows_the_collection(new_site):
    site = new_site({"index.md": f"# Page\n\n{MAP}", "other.md": f"---\norphan: true\n---\n# Other\n\n{CARDS}"}).build()
    before = site.html("index")
    site.edit("quotes/paper.yaml", "date: 2020", "date: 2010").build()
    assert site.written == {"index", "other"}
    assert site.html("index") != before
    site.edit("other.md", "unknown-quote} hewitt-why", "unknown-quote} hewitt-ways").build()
    assert "other.html#hewitt-ways" in site.html("index")
    assert "other.html#hewitt-why" not in site.html("index")


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub"])
def test_other_formats_have_the_list_alone(new_site, builder):
    conf = 'version = copyright = "1"\nman_pages = [("index", "t", "T", "A", 1)]\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    site = new_site({"index.md": f"# Page\n\n{MAP}"}, conf).build(builder)
    text = site.output({"text": "index.txt", "man": "t.1", "latex": "t.tex", "epub": "index.xhtml"}[builder])
    assert text.count("really sure") == 1
    assert "<svg" not in text


def test_map_takes_filters_and_may_be_empty(build):
    html = build("```{unknown-quote-map}\n:year: 2020\n:speaker: John Hewitt\n:empty: Nothing yet.\n```").html("index")
    assert '<p class="uq-empty">Nothing yet.</p>' in html
    assert "<svg" not in html


def test_two_maps_share_no_id_and_are_no_place_a_group_leads_to(build):
    html = build(f"{MAP}{MAP}{{uq:speaker}}`John Hewitt` {{uq:unknown}}`architecture`").html("index")
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(set(ids)) == sorted(ids)
    assert 'href="uq-unknown.html#uq-unknown-architecture"' in html


def test_map_leaves_the_anchors_of_groups_to_the_list_after_it(build):
    html = build(f"{MAP}```{{unknown-quote-index}}\n```\n\n{{uq:unknown}}`architecture`").html("index")
    assert 'href="#uq-unknown-architecture"' in html
    assert html.index('class="uq-index uq-index-list') < html.index('id="uq-unknown-architecture"')


def test_marks_of_one_moment_are_stacked_and_none_leaves_the_map():
    lane = layout(["2020", "2020", "2020-01", "2024-12-31", None, None, None, None]).lanes[0]
    assert [(dot.quotation.id, dot.level) for dot in lane.dots][:3] == [("q2", 0), ("q0", 1), ("q1", 2)]
    assert all(0 < dot.x < 100 for dot in lane.dots)
    assert lane.height == 3
    assert len({(dot.x, dot.level) for dot in lane.dots}) == 8


def test_a_date_is_drawn_as_long_as_what_is_known_of_it():
    dates = ["2020", "2022-03", "2023-05-06", "2021/2022", "2024~"]
    found = layout(dates)
    spans = {dot.quotation.source: dot.span for dot in found.lanes[0].dots}
    year = found.lines[1] - found.lines[0]
    assert spans["s0"] == tuple(found.lines[:2])
    assert spans["s1"] is spans["s2"] is None
    assert spans["s3"] == (found.lines[1], found.lines[3])
    assert spans["s4"] == tuple(found.lines[4:6])
    middles = {dot.quotation.source: dot.x for dot in found.lanes[0].dots}
    assert middles["s0"] == pytest.approx(found.lines[0] + year / 2, abs=0.02)
    assert dict(found.ticks)[2020] == middles["s0"]


def test_a_month_is_as_long_as_a_month_where_the_axis_is_short():
    assert layout(["2023-02", "2023-07"]).lanes[0].dots[0].span == pytest.approx((1 + 98 / 12, 1 + 98 / 6), abs=0.01)


@pytest.mark.parametrize(
    "dates", [["2020"] * 5, ["2023", "2023-05", "2024", "2022-12-31"], [None] * 5, ["1850", "2020", "1851"]]
)
def test_marks_and_their_dates_keep_apart_as_fingers_need(dates):
    found = layout(dates)
    for level in range(found.lanes[0].height):
        row = [dot for dot in found.lanes[0].dots if dot.level == level]
        for left, right in pairwise(sorted(row, key=lambda dot: dot.x)):
            assert (right.x - left.x) / 100 * 288 >= 24
            assert (left.span or (0, left.x))[1] <= (right.span or (right.x, 0))[0]


def test_marks_without_a_date_stand_apart_from_the_axis():
    found = layout(["2020", "2024-12-31", None, None, None])
    dated = [dot.x for dot in found.lanes[0].dots if dot.quotation.id < "q2"]
    undated = [dot.x for dot in found.lanes[0].dots if dot.quotation.id >= "q2"]
    assert max(*dated, *found.lines) < LANE_END < COLUMN < min(undated)


@pytest.mark.parametrize("dates", [["2020"], [None], ["0001", "9998"], ["2020", "2021"], ["1850", "2020"]])
def test_axis_names_few_years(dates):
    found = layout(dates)
    assert len(found.ticks) <= 8
    assert len(found.lines) <= 25
    assert found.undated == (None in dates)


def test_quotations_without_a_date_have_a_column_that_says_so(build):
    drawing = re.search(r"<svg.*?</svg>", build(MAP, {"quotes/a.yaml": UNDATED}).html("index"), re.DOTALL)
    assert drawing
    assert ">no date</text>" in drawing[0]

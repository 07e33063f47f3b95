"""The directive unknown-quote-index, the index pages of the domain and the general index."""

from __future__ import annotations

import re

import pytest

ALL_CARDS = "".join(
    f"```{{unknown-quote}} {quote}\n```\n\n" for quote in ("hewitt-why", "hewitt-ways", "shazeer-divine", "panel-dont")
)


def listing(options: str = "") -> str:
    return f"```{{unknown-quote-index}}\n{options}\n```"


def entries(html: str) -> list[str]:
    """Groups and words of the lists of a page, in their order."""
    found = re.findall(
        r'<(?:p|h\d) class="(?:uq-group rubric|rubric uq-group|uq-group|uq-entry)"[^>]*>(.*?)</(?:p|h\d)>',
        html,
        re.DOTALL,
    )
    return [re.sub(r"<[^>]*>", "", text).strip() for text in found]


DIVINE, PANEL = "“We offer no explanation.”", "“We don’t.”"
WHY, WAYS = "“No one’s really sure why this works exactly either.”", "“in ways that we don’t quite understand”"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["In-context learning", WAYS, "Chain of thought", WHY, "Architecture", DIVINE, "Something else", PANEL]),
        (":by: speaker", ["Zoë Åberg", PANEL, "John Hewitt", WAYS, WHY, "Ada Lovelace", PANEL, "Noam Shazeer", DIVINE]),
        (":by: source", ["GLU Variants", PANEL, DIVINE, "Lecture 9: Pretraining", WAYS, WHY]),
        (":by: year", ["2020", PANEL, DIVINE, "2023", WAYS, WHY]),
        (":by: type", ["Lecture", WAYS, WHY, "Paper", PANEL, DIVINE]),
        (":by: type\n:sort: -at", ["Lecture", WHY, WAYS, "Paper", PANEL, DIVINE]),
        (":by: type\n:sort: -date text", ["Lecture", WAYS, WHY, "Paper", PANEL, DIVINE]),
        (":by: source\n:speaker: John Hewitt; Noam Shazeer", ["GLU Variants", DIVINE, "Lecture 9: Pretraining", WAYS, WHY]),
        (":by: source\n:unknown: architecture", ["GLU Variants", DIVINE]),
        (":by: year\n:source: lecture", ["2023", WAYS, WHY]),
        (":by: year\n:year: 2020", ["2020", PANEL, DIVINE]),
        (":by: year\n:type: paper\n:lang: en", ["2020", PANEL, DIVINE]),
        (":by: year\n:evidence: read", ["2020", DIVINE]),
        (":by: year\n:sort: id\n:limit: 2", ["2023", WAYS, WHY]),
    ],
)  # fmt: skip
def test_list_is_grouped_filtered_sorted_and_limited(build, options, expected):
    assert entries(build(listing(options)).html("index")) == expected


def test_order_does_not_depend_on_files_or_pages(new_site):
    """Renaming a file, or the order in it, moves no entry."""
    first = new_site({"index.md": f"# Page\n\n{listing(':by: year')}\n"})
    second = new_site({"index.md": f"# Page\n\n{listing(':by: year')}\n"})
    (second.root / "quotes/lecture.yaml").rename(second.root / "quotes/zz.yaml")
    assert entries(first.build().html("index")) == entries(second.build().html("index"))


def test_question_of_an_unknown_is_shown(build):
    assert '<p class="uq-question">How does a model learn from its prompt?</p>' in build(listing()).html("index")


def test_entries_link_to_the_home_and_to_the_source_where_no_page_shows_a_card(build):
    html = build(f"{listing(':by: type')}\n\n```{{unknown-quote}} hewitt-why\n```").html("index")
    links = dict(
        re.findall(r'<p class="uq-entry"><a class="reference (?:in|ex)ternal" href="([^"]*)".*?>(“[^<]*)<', html)
    )
    assert links == {
        "#hewitt-why": WHY,
        "https://www.youtube.com/watch?v=DGfCRXuNA2w&amp;t=4214s": WAYS,
        "https://example.org/glu.pdf#page=3": DIVINE,
        "https://example.org/glu.pdf": PANEL,
    }


def test_cards_style_is_a_home_where_there_is_no_other(build):
    site = build(f"{{uq:quote}}`panel-dont`\n\n{listing(':by: type' + chr(10) + ':style: cards')}")
    html = site.html("index")
    assert 'href="#panel-dont"' in html
    assert html.count('id="panel-dont"') == 1
    assert html.count("<blockquote") == 4


def test_home_is_a_card_before_a_list_in_cards_style(build):
    text = f"{listing(':style: cards')}\n\n```{{toctree}}\nother\n```\n\n{{uq:quote}}`panel-dont`"
    site = build(text, {"other.md": "# Other\n\n```{unknown-quote} panel-dont\n```\n"})
    assert 'href="other.html#panel-dont"' in site.html("index")
    assert 'id="panel-dont"' not in site.html("index")


def test_home_is_the_first_card_in_the_order_of_the_toctree(build):
    """Not of the names of the pages."""
    card = "\n\n```{unknown-quote} panel-dont\n```\n"
    files = {"a.md": f"# A{card}", "b.md": f"# B{card}", "orphan.md": f"---\norphan: true\n---\n# O{card}"}
    site = build("```{toctree}\nb\na\n```\n\n{uq:quote}`panel-dont`", files)
    assert 'href="b.html#panel-dont"' in site.html("index")
    assert all('id="panel-dont"' in site.html(page) for page in ("a", "b", "orphan"))


def test_table_style_has_a_row_a_quotation(build):
    html = build(listing(":by: source\n:style: table")).html("index")
    assert len(re.findall(r"<tr", html)) == 2 + 4
    assert '<th class="head"><p>Words</p></th>' in html


def test_tables_of_all_groups_have_the_same_columns(build):
    html = build(listing(":by: source\n:style: table")).html("index")
    columns = re.findall(r"<colgroup>.*?</colgroup>", html, re.DOTALL)
    assert len(columns) == 2
    assert columns[0] == columns[1]
    assert columns[0].count("width:") == 5


def test_empty_list_shows_its_message_or_nothing(build):
    site = build(f"{listing(':year: 2023' + chr(10) + ':speaker: Noam Shazeer' + chr(10) + ':empty: Nothing yet.')}\n\n"
                 f"{listing(':year: 2023' + chr(10) + ':speaker: Noam Shazeer')}")  # fmt: skip
    assert site.html("index").count("uq-") == 1
    assert '<p class="uq-empty">Nothing yet.</p>' in site.html("index")


@pytest.mark.parametrize(
    ("options", "warning"),
    [
        (":by: speker", ":by: 'speker' is not one of unknown, speaker, source, year, type. Did you mean 'speaker'? [unknown_quotes.option]"),
        (":style: tabel", ":style: 'tabel' is not one of list, cards, table, timeline. Did you mean 'table'? [unknown_quotes.option]"),
        (":sort: -dat", ":sort: 'dat' is not one of "),
        (":limit: 0", ":limit: '0' is not a number of quotations from 1. [unknown_quotes.option]"),
        (":limit: ten", ":limit: 'ten' is not a number of quotations from 1. [unknown_quotes.option]"),
        (":speaker: Jon Hewitt", ":speaker: nothing has 'Jon Hewitt'. Did you mean 'John Hewitt'? [unknown_quotes.not_found]"),
        (":unknown: architectur", ":unknown: nothing has 'architectur'. Did you mean 'architecture'? [unknown_quotes.not_found]"),
        (":evidence: red", ":evidence: nothing has 'red'. Did you mean 'read'? [unknown_quotes.not_found]"),
    ],
)  # fmt: skip
def test_option_that_is_not_allowed_warns_with_the_nearest(build, options, warning):
    site = build(listing(options), expect_warnings=True)
    assert len(site.warnings) == 1
    assert site.warnings[0].startswith(f"index.md:3: WARNING: {warning}")


def test_two_lists_of_one_kind_give_each_anchor_once(build):
    html = build(f"{listing(':by: speaker')}\n\n{listing(':by: speaker')}").html("index")
    ids = re.findall(r' id="([^"]*)"', html)
    assert sorted(set(ids)) == sorted(ids)


def test_labelled_list_can_be_referred_to(build):
    html = build(f"{listing(':name: the-list')}\n\n[the list](#the-list)").html("index")
    assert 'href="#the-list"' in html
    assert 'id="the-list"' in html


@pytest.mark.parametrize("by", ["unknown", "speaker", "source", "year"])
def test_index_page_of_the_domain_has_every_quotation_without_a_list(build, by):
    site = build(f"{ALL_CARDS}{{ref}}`uq-{by}`")
    assert f'href="uq-{by}.html"' in site.html("index")
    links = set(re.findall(r'href="index.html#([^"]*)"', site.html(f"uq-{by}")))
    assert {"hewitt-why", "hewitt-ways", "shazeer-divine", "panel-dont"} <= links


def test_group_may_be_called_anything(build):
    """Names reach ids and headings valid and escaped."""
    names = ["R&D <b>", "dark matter", "Dark matter", "山田", "a\"b'c", "--"]
    text = "".join(
        f"```{{unknown-quote}}\n:id: q{i}\n:speaker: {name}\n\nWords.\n```\n\n" for i, name in enumerate(names)
    )
    html = build(text).html("uq-speaker")
    ids = re.findall(r'<section id="([^"]*)"', html)
    assert len(set(ids)) == len(ids) == len(names) + len(["Ada Lovelace", "John Hewitt", "Noam Shazeer", "Zoë Åberg"])
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in ids)
    assert "<h2>R&amp;D &lt;b&gt;</h2>" in html


def test_general_index_has_every_card_by_speaker_and_by_unknown(build):
    html = build(ALL_CARDS).html("genindex")
    for term, anchor in [
        ("Hewitt, John", "hewitt-why"),
        ("Chain of thought", "hewitt-why"),
        ("Shazeer, Noam", "shazeer-divine"),
        ("Åberg, Zoë", "panel-dont"),
    ]:
        assert term in html
        assert f"index.html#{anchor}" in html


def test_general_index_has_the_cards_of_lists_too(new_site):
    """What a list shows is known only when every page is read."""
    site = new_site({"index.md": f"# Page\n\n{listing(':style: cards')}\n"}).build()
    assert "index.html#hewitt-why" in site.html("genindex")
    site.edit("quotes/lecture.yaml", "speaker: John Hewitt\n    role", "speaker: Jane Hewitt\n    role").build()
    assert site.html("genindex").count("index.html#hewitt-why") == 2
    assert "Hewitt, Jane" in site.html("genindex")


def test_general_index_of_latex_has_the_cards_of_lists_too(new_site):
    site = new_site({"index.md": f"# Page\n\n{listing(':style: cards')}\n"}).build("latex")
    assert r"\index{Chain of thought@\spxentry{Chain of thought}!Hewitt, John@\spxentry{Hewitt, John}}" in site.output(
        "test.tex"
    )


def test_general_index_costs_no_nodes(build):
    from sphinx import addnodes

    assert list(build(ALL_CARDS).app.env.get_doctree("index").findall(addnodes.index)) == []


def test_entries_of_others_on_the_page_stay(build):
    text = f"```{{index}} pair: Ada Lovelace; engine\n```\n\n{ALL_CARDS}"
    site = build(text)
    site.edit("quotes/paper.yaml", "Ada Lovelace", "A. L.").build()
    assert "engine" in site.html("genindex")
    assert "Ada Lovelace" in site.html("genindex")


def test_general_index_can_be_left_alone(build):
    assert "Hewitt" not in build(ALL_CARDS, conf="unknown_quotes_general_index = False\n").html("genindex")


def test_semicolon_in_a_name_does_not_part_its_entry(build):
    site = build("```{unknown-quote}\n:id: q\n:source: S\n\nWords.\n```\n\n```{unknown-quote} semi\n```",
                 {"quotes/semi.yaml": "source: {title: S, type: talk}\nquotes:\n- {id: semi, text: W., speaker: 'A;B;C', unknown: architecture}"})  # fmt: skip
    assert "A,B,C" in site.html("genindex")


def test_inventory_has_every_shown_quotation(build):
    from sphinx.util.inventory import InventoryFile

    site = build(f"{ALL_CARDS}{listing(':by: speaker')}")
    with (site.outdir / "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "", lambda _base, path: path)
    names = inventory.data if hasattr(inventory, "data") else inventory
    assert set(names["uq:quote"]) == {"hewitt-why", "hewitt-ways", "shazeer-divine", "panel-dont"}
    assert set(names["uq:speaker"]) == {"Ada Lovelace", "John Hewitt", "Noam Shazeer", "Zoë Åberg"}


def test_card_of_a_list_yields_its_anchor_to_a_heading(build):
    html = build(f"## Panel dont\n\n{listing(':style: cards')}\n\n{{uq:quote}}`panel-dont`").html("index")
    assert html.count('id="panel-dont"') == 1
    assert html.count('<div class="unknown-quote sd-card" id="unknown-quote-panel-dont"') == 1
    assert 'href="#unknown-quote-panel-dont"' in html


@pytest.mark.parametrize(("number", "many"), [(500, False), (501, True)])
def test_long_list_is_marked_so_that_it_is_drawn_as_it_is_scrolled(build, number, many):
    quotes = "".join(f"  - {{id: q{index}, text: W{index}.}}\n" for index in range(number))
    files = {"quotes/many.yaml": f"source: {{title: T, type: talk}}\nquotes:\n{quotes}"}
    html = build(listing(":source: many"), files).html("index")
    assert len(re.findall(r"“W\d+\.”", html)) == number
    assert ("uq-many" in html) == many


def test_group_headings_of_a_page_are_headings_below_the_section_of_their_list(build):
    html = build(f"{listing()}\n\n## Deeper\n\n{listing(':by: speaker')}").html("index")
    assert re.findall(r'<h2 class="uq-group rubric"[^>]*>In-context learning</h2>', html)
    assert re.findall(r'<h3 class="uq-group rubric"[^>]*>Noam Shazeer</h3>', html)


def test_an_entry_shows_how_its_words_are_supported(build):
    site = build(listing())
    mark = '<span class="uq-evidence uq-read" role="img" aria-label="Read in the source" title="Read in the source"></span>'
    for name in ("index", "uq-year"):
        assert site.html(name).count(mark) == 1


def test_plain_list_has_neither_links_to_its_groups_nor_a_filter(build):
    html = build(listing(":by: speaker\n:plain:")).html("index")
    assert "uq-jump" not in html
    assert "data-facets" not in html
    assert entries(html) == entries(build(listing(":by: speaker")).html("index"))


def test_plain_with_a_value_warns(build):
    site = build(listing(":plain: perhaps"), expect_warnings=True)
    assert site.warnings == [
        "index.md:3: WARNING: :plain: it takes no value, but has 'perhaps'. [unknown_quotes.option]"
    ]


def test_entry_of_a_timeline_leaves_out_what_its_group_says_too(build):
    options = listing(":by: source\n:style: timeline\n:source: lecture")
    credits = re.findall(r'<p class="uq-entry-credit">(.*?)</p>', build(options).html("index"))
    assert len(credits) == 2
    assert not [credit for credit in credits if "Lecture 9" in credit or "2023" in credit]
    assert build(options, builder="text").output("index.txt").count("Lecture 9: Pretraining") == 1


def test_group_of_those_whose_speaker_is_not_known_says_so_once(build):
    words = "```{unknown-quote}\n:id: nobody\n:source: A panel\n\nWords of somebody.\n```\n\n"
    html = build(f"{words}```{{unknown-quote-index}}\n:by: speaker\n```").html("index")
    entry = html[html.index("“Words of somebody.”") :].partition("</li>")[0]
    assert "A panel" in entry
    assert "Speaker not known" not in entry


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Lecture"), ("de", "Vorlesung"), ("fr", "Cours"), ("ja", "講義")]
)
def test_group_of_a_type_is_called_as_readers_call_it(build, language, title):
    html = build("```{unknown-quote-index}\n:by: type\n```", conf=f"language = {language!r}\n").html("index")
    assert f">{title}</h2>" in html


def test_place_without_a_link_does_not_break_over_lines(build):
    html = build("```{unknown-quote}\n:id: own\n:at: 25:25\n\nWords.\n```\n\n```{unknown-quote-index}\n```").html(
        "index"
    )
    assert "Speaker not known, at\u00a025:25</p>" in html


def test_credit_on_paper_ends_with_the_place_or_without_a_comma(build):
    words = "```{unknown-quote}\n:id: web\n:source: A page\n:url: https://example.org/page\n\nWords on a page that one can link to.\n```\n\n"
    text = build(f"{words}```{{unknown-quote-index}}\n```", builder="text").output("index.txt")
    assert "Speaker not known, A page\n" in text
    assert "John Hewitt, Lecture 9: Pretraining, February 7, 2023, at 1:13:47\n" in text

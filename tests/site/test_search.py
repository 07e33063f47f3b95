"""What the search finds a card by."""

from __future__ import annotations

import json

import pytest

RECORD = {
    "quotes/talks.yaml": """
source: {title: Lecture 4711 of 3D2, type: lecture, container: CS25 2023, url: https://example.org/, date: 2023}
quotes:
  - id: many
    text: After 90210 steps nobody knows.
    speaker: Speaker 815
    role: Group 7
    context: At 1:30, on page 42.
    lang: en
    translation: Keiner weiß es.
    via: {title: A report}
    reported: Whoever asked?
"""
}
CARD = "```{unknown-quote} many\n```\n"
PAGES = {**RECORD, "index.md": f"# Home\n\n{CARD}"}
WHY = ".. unknown-quote:: hewitt-why"
#: Cards that others show, hide, move or copy, when the page is finished.
WORKED_ON = {
    **RECORD,
    "index.rst": f"Home\n====\n\n.. toctree::\n   hidden\n   noted\n\n.. todolist::\n\n{WHY}\n\n.. unknown-quote:: many\n",
    "hidden.rst": f"Hidden\n======\n\n.. ifconfig:: False\n\n   {WHY}\n\nZebras.\n",
    "noted.rst": f"Noted\n=====\n\n.. todo::\n\n   .. unknown-quote:: many\n\n.. container:: no-search\n\n   {WHY}\n\n"
    "* .. unknown-quote:: shazeer-divine\n\n.. unknown-quote-index::\n   :style: cards\n   :speaker: Zoë Åberg\n",
}
WORKING = """
extensions += ["sphinx.ext.ifconfig", "sphinx.ext.todo"]
todo_include_todos = True
"""


def terms(site) -> dict[str, object]:
    """The words under which the search knows pages."""
    text = site.output("searchindex.js")
    return json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]


def test_a_card_is_found_by_its_words_and_its_names(new_site):
    words = {"step", "nobodi", "speaker", "group", "lectur", "3d2", "cs25", "page", "keiner", "whoever"}
    assert words <= terms(new_site(PAGES).build()).keys()


def test_a_card_that_is_hidden_when_the_page_is_finished_is_not_found(new_site):
    site = new_site({"index.rst": WORKED_ON["hidden.rst"]}, WORKING).build()
    assert terms(site).keys() == {"zebra"}


def test_a_card_that_another_extension_makes_a_comment_of_is_not_found(new_site):
    conf = """
def comment(app, doctree, name):
    from docutils import nodes
    from sphinx_unknown_quotes.site.nodes import unknown_quote
    for card in list(doctree.findall(unknown_quote)):
        around = nodes.comment()
        card.parent.replace(card, around)
        around += card

def setup(app):
    app.connect("doctree-resolved", comment)
"""
    assert terms(new_site({**RECORD, "index.md": f"# Home\n\n{CARD}\nZebras.\n"}, conf).build()).keys() == {"zebra"}


def test_a_card_that_is_copied_when_the_page_is_finished_is_found_on_both_pages(new_site):
    index = "Home\n====\n\n.. toctree::\n   noted\n\n.. todolist::\n"
    site = new_site({**RECORD, "index.rst": index, "noted.rst": WORKED_ON["noted.rst"]}, WORKING).build()
    assert terms(site)["nobodi"] == [0, 1]


@pytest.mark.parametrize("page", ["```{container} no-search\n%s\n```", "````{note}\n:class: no-search\n%s\n````"])
def test_a_card_in_what_the_author_has_left_out_is_not_found(new_site, page):
    card = CARD.replace("```", "~~~")
    site = new_site({**PAGES, "index.md": f"# Home\n\nPlain words.\n\n{page % card}\n"}).build()
    assert terms(site).keys() == {"plain", "word"}


def test_a_page_that_is_finished_twice_is_as_one_that_is_finished_once(new_site):
    site = new_site(PAGES).build()
    doctree = site.doctree()
    once = doctree.pformat()
    site.app.emit("doctree-resolved", doctree, "index")
    assert doctree.pformat() == once


@pytest.mark.parametrize("builder", ["html", "dirhtml", "json"])
def test_other_extensions_see_the_text_of_a_card_once(new_site, builder):
    conf = """
from sphinx.transforms.post_transforms import SphinxPostTransform

class See(SphinxPostTransform):
    default_priority = 500
    def run(self):
        see(self.document)

def see(doctree):
    with open(doctree["source"] + ".seen", "a") as file:
        file.write(doctree.astext())

def setup(app):
    app.add_post_transform(See)
    app.connect("doctree-resolved", lambda app, doctree, name: see(doctree))
    app.connect("html-page-context", lambda app, page, template, context, doctree: doctree and see(doctree))
"""
    site = new_site(PAGES, conf).build(builder)
    seen = (site.root / "index.md.seen").read_text()
    assert [seen.count(said) for said in ("After 90210 steps nobody knows.", "Lecture 4711 of 3D2")] == [3, 3]
    assert seen.count("nobody") == 3


def test_a_page_shows_each_card_once(new_site):
    assert new_site(PAGES).build().html("index").count("nobody") == 1


def test_a_result_says_what_it_is_once(new_site):
    site = new_site({"index.md": "# Page\n\n```{unknown-quote} hewitt-why\n```\n"}).build()
    index = json.loads(site.output("searchindex.js").removeprefix("Search.setIndex(").removesuffix(")"))
    assert {name[2] for name in index["objnames"].values()} <= {"Quotation", "Speaker", "What is unknown", "Source"}
    assert "Quotation" in {name[2] for name in index["objnames"].values()}

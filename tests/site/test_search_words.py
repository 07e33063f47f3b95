"""What the search finds a card by."""

from __future__ import annotations

import json

import pytest
from sphinx.search import IndexBuilder, SearchEnglish

from sphinx_unknown_quotes.site import search_words

PAGES = {
    "quotes/talks.yaml": """
source: {title: Lecture 4711 of 3D2, type: lecture, container: CS25 2023, url: https://example.org/, date: 2023}
quotes:
  - id: many
    text: After 90210 steps nobody knows.
    speaker: Speaker 815
    role: Group 7
    context: At 1:30, on page 42.
""",
    "index.md": "# Home\n\n```{unknown-quote} many\n```\n",
}


def terms(site) -> set[str]:
    """The words under which the search knows a page."""
    text = site.output("searchindex.js")
    return set(json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["terms"])


def test_a_card_is_found_by_its_words_and_its_names(new_site):
    assert {"step", "nobodi", "speaker", "group", "lectur", "3d2", "cs25", "page"} <= terms(new_site(PAGES).build())


def test_the_index_is_the_same_as_of_all_words_of_all_cards(new_site, monkeypatch):
    """Sphinx drops numbers itself, after it has stemmed each on each page."""
    ours = new_site(PAGES).build().output("searchindex.js")
    monkeypatch.setattr(search_words, "_language", lambda _builder: None)
    assert new_site(PAGES).build().output("searchindex.js") == ours


def test_numbers_are_stemmed_only_where_they_can_be_found(new_site, monkeypatch):
    """Sphinx finds them until version 9."""
    stemmed = set()
    stem = SearchEnglish.stem
    monkeypatch.setattr(SearchEnglish, "stem", lambda self, word: stemmed.add(word) or stem(self, word))
    new_site(PAGES).build()
    numbers = {"90210", "815", "7", "4711", "2023", "1", "30", "42"}
    assert stemmed & numbers == (numbers if SearchEnglish({}).word_filter("7") else set())


def test_a_word_of_many_cards_of_a_page_is_stored_once(new_site, monkeypatch):
    collected = []
    collect = IndexBuilder._word_collector
    monkeypatch.setattr(
        IndexBuilder, "_word_collector", lambda self, doctree: collected.append(collect(self, doctree)) or collected[-1]
    )
    new_site(
        {"index.md": "# Home\n\n```{unknown-quote} hewitt-why\n```\n\n```{unknown-quote} hewitt-ways\n```\n"}
    ).build()
    assert collected[0].words.count("Hewitt") == 1
    assert {"exactly", "understand"} <= set(collected[0].words)


@pytest.mark.parametrize("page", ["```{container} no-search\n%s\n```", "````{note}\n:class: no-search\n%s\n````"])
def test_a_card_in_what_the_author_has_left_out_is_not_found(new_site, page):
    card = "~~~{unknown-quote} many\n~~~"
    site = new_site({**PAGES, "index.md": f"# Home\n\nPlain words.\n\n{page % card}\n"}).build()
    assert terms(site) == {"plain", "word"}


def test_the_page_shows_nothing_of_it(new_site):
    assert new_site(PAGES).build().html("index").count("90210") == 1


@pytest.mark.parametrize(
    ("method", "found"),
    [("word_filter(self, word): return True", "4711"), ("split(self, text): return text.split()", "group-7")],
)
def test_a_search_that_keeps_numbers_or_divides_texts_in_its_own_way_has_them(new_site, method, found):
    conf = f"""
from sphinx.search import SearchLanguage

class Search(SearchLanguage):
    lang = "en"
    def {method}

def setup(app):
    app.add_search_language(Search)
"""
    pages = {name: text.replace("Group 7", "Group-7") for name, text in PAGES.items()}
    assert found in terms(new_site(pages, conf).build())


@pytest.mark.parametrize("builder", ["html", "dirhtml", "json"])
def test_other_extensions_find_the_words_in_the_finished_page(new_site, builder):
    conf = """
def setup(app):
    app.connect("doctree-resolved", lambda app, doctree, name: (app.srcdir / "seen").write_text(doctree.astext()) and None)
"""
    site = new_site(PAGES, conf).build(builder)
    seen = (site.root / "seen").read_text()
    assert "After 90210 steps nobody knows." in seen
    assert "Lecture 4711 of 3D2" in seen

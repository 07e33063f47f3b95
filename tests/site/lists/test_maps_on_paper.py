"""The map where nothing can be pressed on a screen: in LaTeX drawn with links, in an EPUB a picture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sphinx_unknown_quotes.collection.evidence import SUPPORT

from .test_maps import CARDS, MAP, UNDATED

CONF = """
version = copyright = "1"
latex_engine = "xelatex"
latex_documents = [("index", "t.tex", "T", "A", "manual")]
man_pages = [("index", "t", "T", "A", 1)]
"""
LIST = "```{unknown-quote-index}\n```\n\n"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The same page as LaTeX and as an EPUB."""
    from ...conftest import CONF as BASE
    from ...conftest import QUOTES, Site

    site = Site(tmp_path_factory.mktemp("paper")).write(
        {"conf.py": BASE + CONF, **QUOTES, "quotes/a.yaml": UNDATED, "index.md": f"# Page\n\n{MAP}{CARDS}"}
    )
    return {builder: site.build(builder).outputs() for builder in ("latex", "epub")}


def test_latex_has_a_mark_a_quotation_and_links_those_that_have_a_card(pages):
    tex = pages["latex"]["t.tex"].decode()
    assert len(re.findall(r"\\uqdot\{[\d.]+\}\{[\d.]+\}\{", tex)) == 5
    assert re.search(
        r"\\hyperref\[\\detokenize\{index:hewitt-why\}\]\{\\sphinxcrossref\{\\uqmark\{unchecked\}\}\}", tex
    )
    assert r"\sphinxhref{https://www.youtube.com/watch?v=DGfCRXuNA2w\&t=4214s}{\uqmark{unchecked}}" in tex
    assert tex.count(r"\begin{picture}") == tex.count(r"\end{picture}") == 5


def test_latex_names_lanes_years_and_what_has_no_date(pages):
    tex = pages["latex"]["t.tex"].decode()
    assert r"\uqlane{3.0}{Architecture}" in tex
    assert re.search(r"\\uqyear\{[\d.]+\}\{2022\}", tex)
    assert re.search(r"\\uqyear\{91.6\}\{no date\}", tex)
    assert r"\DUrole{uq-read}{Read in the source}" in tex


def test_style_has_every_command_that_the_map_is_made_of(pages):
    style = pages["latex"]["unknown-quotes.sty"].decode()
    used = set(re.findall(r"\\(uq[a-z]+)\b", pages["latex"]["t.tex"].decode()))
    assert {"uqdot", "uqlane", "uqyear", "uqmark", "uqfloor"} <= used
    assert [name for name in sorted(used) if rf"\{name}}}" not in style and rf"\{name}[" not in style] == []
    assert all(rf"\uq@shape@{kind}" in style for kind in SUPPORT)


def test_epub_has_the_map_as_a_picture_with_words_for_it_and_the_list(pages):
    page = pages["epub"]["index.xhtml"].decode()
    name, alt = re.search(r'<img src="(_images/uq-map-\w+\.svg)" alt="([^"]*)" />', page).groups()  # type: ignore[union-attr]
    assert alt == "Map of 5 quotations by what is unknown and by date; the same follows as a list."
    drawing = ElementTree.fromstring(pages["epub"][name])
    assert len(drawing.findall(f".//{SVG}g")) == 5
    assert {text.text for text in drawing.iter(f"{SVG}text")} >= {"Architecture", "2022", "no date"}
    assert "<details" not in page
    assert "<svg" not in page
    assert "No one’s really sure why this works exactly either." in page[page.index("<img") :]


def test_list_of_a_map_is_left_out_where_the_document_has_the_same_list(new_site):
    files = {"index.md": f"# Page\n\n{MAP}{LIST}"}
    for builder, name in [("latex", "t.tex"), ("epub", "index.xhtml"), ("text", "index.txt"), ("man", "t.1")]:
        text = new_site(files, CONF).build(builder).output(name)
        assert text.count("We offer no explanation") == 1, builder


def test_list_of_a_map_stays_where_another_list_has_other_quotations(new_site):
    tex = new_site({"index.md": f"# Page\n\n{MAP}{LIST.replace('index}', 'index}' + chr(10) + ':year: 2020')}"}, CONF)
    assert tex.build("latex").output("t.tex").count("We offer no explanation") == 2


def test_picture_follows_the_collection_and_none_is_left_over(new_site):
    site = new_site({"index.md": f"# Page\n\n{MAP}"}, CONF).build("epub")
    before = {name: content for name, content in site.outputs().items() if name.endswith(".svg")}
    site.edit("quotes/paper.yaml", "date: 2020", "date: 2010").build("epub")
    after = {name: content for name, content in site.outputs().items() if name.endswith(".svg")}
    assert before.keys() == after.keys()
    assert len(before) == 1
    assert before != after


def test_lane_higher_than_a_page_is_parted(new_site):
    quotes = "".join(f"- {{id: q{i}, text: W., unknown: architecture}}\n" for i in range(100))
    files = {"index.md": f"# Page\n\n{MAP}", "quotes/a.yaml": f"source: {{title: A, type: talk}}\nquotes:\n{quotes}"}
    tex = new_site(files, CONF).build("latex").output("t.tex")
    heights = [float(height) for height in re.findall(r"\\begin\{picture\}\(100,([\d.]+)\)", tex)]
    assert max(heights) < 100
    assert tex.count(r"\uqdot") == 104


def test_years_and_meanings_stay_with_the_last_lane(pages):
    tex = pages["latex"]["t.tex"].decode()
    assert tex.rindex(r"\uqfloor") < tex.index(r"\nopagebreak{}") < tex.index(r"\uqyear") < tex.index("{uq-legend}")

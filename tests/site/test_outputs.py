"""quotes.json, the stylesheet, and what a page asks of other hosts."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

CARD = "```{unknown-quote} hewitt-why\n```\n\n"


def test_quotes_json_holds_the_whole_collection_with_its_pages(build):
    document = json.loads(build(CARD).output("quotes.json"))
    assert document["schema_version"] == 1
    pages = {quote["id"]: quote["page"] for quote in document["quotes"]}
    assert pages == {
        "panel-dont": None,
        "shazeer-divine": None,
        "hewitt-ways": None,
        "hewitt-why": "index.html#hewitt-why",
    }


def test_quotes_json_names_its_schema_which_is_beside_it_and_fits(build):
    site = build(CARD)
    document = json.loads(site.output("quotes.json"))
    assert document["$schema"] == "quotes.schema.json"
    jsonschema.validate(document, json.loads(site.output(document["$schema"])))
    assert "permalink" not in document["quotes"][0]


def test_quotes_json_has_a_quotation_of_a_page_too(build):
    document = json.loads(build("```{unknown-quote}\n:id: doe\n:at: 1:05-1:10\n\nWords.\n```").output("quotes.json"))
    quote = next(quote for quote in document["quotes"] if quote["id"] == "doe")
    assert (quote["text"], quote["start"], quote["end"]) == ("Words.", 65, 70)


def test_page_addresses_are_absolute_where_the_site_says_where_it_is(build):
    site = build(CARD, conf='html_baseurl = "https://docs.example/en/latest/"\n')
    assert '"page":"https://docs.example/en/latest/index.html#hewitt-why"' in site.output("quotes.json")


def test_page_addresses_follow_the_builder(new_site):
    site = new_site({"index.md": "# Page\n\n```{toctree}\nother\n```\n", "other.md": f"# Other\n\n{CARD}"}).build(
        "dirhtml"
    )
    assert '"page":"other/#hewitt-why"' in site.output("quotes.json")


def test_quotes_json_can_be_left_alone(build):
    site = build(CARD, conf="unknown_quotes_json = False\n")
    assert not {"quotes.json", "quotes.schema.json"} & site.outputs().keys()


FEED = 'unknown_quotes_feed = True\nhtml_baseurl = "https://talks.example/en/"\n'
DATED = "```{unknown-quote}\n:id: doe\n:added: 2026-01-02\n:formerly: doe-old; doe-older\n\nWords.\n```\n"


def test_tables_and_bibliographies_come_with_the_pages_and_can_be_left_alone(build):
    assert {"quotes.csv", "quotes.csl.json", "quotes.bib"} <= build(CARD).outputs().keys()
    site = build(CARD, conf="unknown_quotes_csv = False\nunknown_quotes_bibliography = False\n")
    assert not {"quotes.csv", "quotes.csl.json", "quotes.bib", "quotes.atom"} & site.outputs().keys()


def test_the_feed_has_absolute_addresses_and_every_page_names_it(new_site):
    files = {"index.md": f"# Page\n\n```{{toctree}}\na/b\n```\n\n{DATED}", "a/b.md": "# Other\n"}
    site = new_site(files, FEED).build()
    assert 'href="https://talks.example/en/index.html#doe"' in site.output("quotes.atom")
    assert "/doe-old</id>" in site.output("quotes.atom")
    assert '<link rel="alternate" type="application/atom+xml" href="quotes.atom" />' in site.html("index")
    assert 'href="../quotes.atom"' in site.html("a/b")


def test_the_feed_is_found_from_a_folder_of_its_own(new_site):
    site = new_site({"index.md": f"# Page\n\n{DATED}", "other.md": "---\norphan: true\n---\n# Other\n"}, FEED)
    assert 'href="../quotes.atom"' in site.build("dirhtml").output("other/index.html")


def test_without_an_address_of_the_site_there_is_a_warning_and_no_feed(new_site):
    site = new_site({"index.md": f"# Page\n\n{DATED}"}, "unknown_quotes_feed = True\n").build(expect_warnings=True)
    assert site.warnings == [
        "conf.py:1: WARNING: quotes.atom is not written: its addresses need html_baseurl, the address of the site. [unknown_quotes.feed]"
    ]
    assert "quotes.atom" not in site.outputs()
    assert "quotes.atom" not in site.html("index")


def test_the_feed_of_a_site_without_an_author_has_the_title_as_its_author(new_site):
    site = new_site({"index.md": f"# Page\n\n{DATED}"}, f'{FEED}html_title = "Kettles"\n').build()
    assert "<name>Kettles</name>" in site.output("quotes.atom")
    assert "not set" not in site.output("quotes.atom")


def test_where_no_quotation_is_dated_the_feed_is_a_warning(new_site):
    site = new_site({"index.md": f"# Page\n\n{CARD}"}, FEED).build(expect_warnings=True)
    assert site.warnings == [
        "conf.py:1: WARNING: quotes.atom is not written: no record has the key added, the day on which it came into the collection. [unknown_quotes.feed]"
    ]


@pytest.mark.parametrize(
    "builder", ["latex", "text", "man", "texinfo", "gettext", "xml", "pseudoxml", "epub", "linkcheck", "dummy"]
)
def test_only_sites_get_quotes_json_and_only_html_the_stylesheet(new_site, builder):
    conf = 'version = copyright = "1"\nlinkcheck_ignore = [".*"]\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    site = new_site({"index.md": f"# Page\n\n{CARD}"}, conf).build(builder)
    names = [name for name in site.outputs() if "unknown-quotes" in name or name.startswith("quotes.")]
    assert names == {
        "epub": ["_static/unknown-quotes-epub.css"],
        "gettext": ["unknown-quotes.pot"],
        "latex": ["unknown-quotes.sty"],
    }.get(builder, [])


def test_every_page_links_the_stylesheet(build):
    site = build(CARD)
    assert 'href="_static/unknown-quotes.css?v=' in site.html("index")
    assert "blockquote" in site.output("_static/unknown-quotes.css")


def test_a_page_without_quotations_links_neither_stylesheet_nor_script(new_site):
    files = {"index.md": "# Page\n\n```{toctree}\ncards\nwords\n```\n", "cards.md": f"# Cards\n\n{CARD}",
             "words.md": "# Words\n\n{uq:text}`hewitt-why`\n"}  # fmt: skip
    for parallel in (0, 2):
        site = new_site(files).build(parallel=parallel)
        linked = {name for name in site.outputs() if name.endswith(".html") and "unknown-quotes." in site.output(name)}
        assert linked == {
            "cards.html",
            "words.html",
            "uq-unknown.html",
            "uq-speaker.html",
            "uq-source.html",
            "uq-year.html",
        }


def test_stylesheet_of_the_project_comes_after_ours(new_site):
    conf = 'html_static_path = ["static"]\nhtml_css_files = ["own.css"]\n'
    html = new_site({"index.md": f"# Page\n\n{CARD}", "static/own.css": ""}, conf).build().html("index")
    assert html.index("unknown-quotes.css") < html.index("own.css")


def test_no_page_asks_anything_of_another_host(build):
    site = build(f"{CARD}```{{unknown-quote-index}}\n```")
    for name, content in site.outputs().items():
        if name.endswith(".html"):
            assert not re.findall(
                r'<(?:script|link|img|iframe|source)[^>]*(?:src|href)="(?:https?:)?//', content.decode()
            )


def test_wrong_configuration_warns_and_its_default_is_used(new_site):
    files = {"index.md": f"# Page\n\n{CARD}"}
    site = new_site(files, "unknown_quotes_json = 'yes'\nunknown_quotes_path = 3\n").build(expect_warnings=True)
    assert site.warnings == [
        "conf.py:7: WARNING: unknown_quotes_path is 3, but must be of type str; using 'quotes'. [unknown_quotes.config]",
        "conf.py:6: WARNING: unknown_quotes_json is 'yes', but must be of type bool; using True. [unknown_quotes.config]",
    ]
    assert (site.outdir / "quotes.json").exists()


def test_a_value_that_is_no_choice_warns(new_site):
    site = new_site({"index.md": "# Page\n"}, 'unknown_quotes_check = "lax"\n').build(expect_warnings=True)
    assert site.warnings == [
        "conf.py:6: WARNING: unknown_quotes_check is 'lax', but must be one of '', 'strict'; using ''. [unknown_quotes.config]"
    ]


def test_folder_that_is_not_there_warns(new_site):
    site = new_site({"index.md": "# Page\n"}, 'unknown_quotes_path = "qoutes"\n').build(expect_warnings=True)
    assert len(site.warnings) == 1
    assert re.fullmatch(
        r"conf.py:6: WARNING: unknown_quotes_path: there is no folder .*qoutes. \[unknown_quotes.config\]",
        site.warnings[0],
    )


def test_site_without_a_collection_builds(new_site):
    new_site({"index.md": "# Page\n"}, quotes=False).build()


def test_every_problem_of_every_file_is_reported_in_one_run(new_site):
    site = new_site(
        {
            "index.md": f"# Page\n\n{CARD}",
            "quotes/a.yaml": "source: {title: A, typ: talk}\nquotes: []\n",
            "quotes/b.yaml": b"\xff",
            "quotes/c.yaml": "",
        }
    ).build(expect_warnings=True)
    assert [
        re.sub(r".*/?quotes/", "", line.split(": WARNING: ")[0]) + line[line.rindex(" ") :] for line in site.warnings
    ] == [
        "a.yaml:1:20 [unknown_quotes.unknown_key]",
        "b.yaml:1:1 [unknown_quotes.encoding]",
        "c.yaml:1 [unknown_quotes.empty]",
    ]
    assert "really sure" in site.html("index")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "xml"])
def test_words_and_credit_stand_once_in_every_format(new_site, builder):
    conf = 'version = copyright = "1"\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    conf += "latex_domain_indices = texinfo_domain_indices = False\n"
    conf += 'man_pages = [("index", "t", "T", "A", 1)]\ntexinfo_documents = [("index", "t", "T", "A", "t", "T", "M")]\n'
    site = new_site({"index.md": "# Page\n\n```{unknown-quote} shazeer-divine\nA note.\n```\n"}, conf).build(builder)
    name = {"html": "index.html", "dirhtml": "index.html", "singlehtml": "index.html", "epub": "index.xhtml", "latex": "t.tex",
            "text": "index.txt", "man": "t.1", "texinfo": "t.texi", "xml": "index.xml"}[builder]  # fmt: skip
    text = site.output(name)
    for part in ("We offer no explanation.", "GLU Variants", "Read in the source on November 22, 2026", "A note."):
        assert text.count(part) == 1, part
    if builder in ("text", "man", "xml"):
        assert "“We offer no explanation.”" in text


@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_serializing_builders_work(new_site, builder):
    new_site({"index.md": f"# Page\n\n{CARD}"}).build(builder)


def test_wrong_configuration_is_named_with_its_line_in_any_encoding(new_site):
    site = new_site({"index.md": "# Page\n"})
    text = "# -*- coding: latin-1 -*-\n# \u00fc\n" + (site.root / "conf.py").read_text() + "unknown_quotes_json = 3\n"
    site.write({"conf.py": text.encode("latin-1")}).build(expect_warnings=True)
    assert [line.partition(" WARNING: ")[0] for line in site.warnings] == ["conf.py:8:"]

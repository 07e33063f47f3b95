"""References to the index pages of the domain, where these are written and where they are not."""

from __future__ import annotations

import pytest

CARD = "```{unknown-quote} hewitt-why\n```\n\n"
TEXT = f"{CARD}{{ref}}`uq-speaker`, {{ref}}`by year <uq-year>`"


def test_index_pages_can_be_referred_to(build):
    html = build(TEXT).html("index")
    assert 'href="uq-speaker.html"' in html
    assert 'href="uq-year.html"' in html


@pytest.mark.parametrize(
    ("conf", "quotes", "reason"),
    [
        ("html_domain_indices = False\n", True, "html_domain_indices leaves it out"),
        ("html_domain_indices = ['uq-source']\n", True, "html_domain_indices leaves it out"),
        ("", False, "there is no quotation"),
    ],
)
def test_reference_to_a_page_that_is_not_written_warns_with_the_reason(new_site, conf, quotes, reason):
    text = TEXT if quotes else TEXT.removeprefix(CARD)
    site = new_site({"index.md": f"# Page\n\n{text}\n"}, conf, quotes=quotes).build(expect_warnings=True)
    assert [line.partition("WARNING: ")[2] for line in site.warnings] == [
        f"the index page {page!r} is not written: {reason}. [unknown_quotes.not_found]"
        for page in ("uq-speaker", "uq-year")
    ]
    html = site.html("index")
    assert "uq-speaker.html" not in html
    assert "Quotations by speaker" in html
    assert "by year" in html


@pytest.mark.parametrize(("builder", "name"), [("singlehtml", "index.html"), ("latex", "t.tex"), ("text", "index.txt")])
def test_reference_is_text_where_a_format_has_no_such_pages(new_site, builder, name):
    conf = 'latex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    site = new_site({"index.md": f"# Page\n\n{TEXT}\n"}, conf).build(builder)
    text = site.output(name)
    assert "by year" in text
    assert "uq-speaker.html" not in text
    assert "uq-year" not in text.replace("uq-year:", "")


def test_reference_heals_when_the_first_quotation_is_recorded(new_site):
    site = new_site({"index.md": "# Page\n\n{ref}`uq-speaker`\n"}, quotes=False).build(expect_warnings=True)
    assert "uq-speaker.html" not in site.html("index")
    page = "---\norphan: true\n---\n# Other\n\n```{unknown-quote}\n:id: own\n\nWords.\n```\n"
    site.write({"other.md": page}).build()
    assert 'href="uq-speaker.html"' in site.html("index")


#: Every way to refer to an index page, with the text that it leaves.
WAYS = {
    "{ref}`uq-speaker`": "Quotations by speaker",
    "{ref}`so <uq-speaker>`": "so",
    "{any}`uq-speaker`": "Quotations by speaker",
    "{any}`so <uq-speaker>`": "so",
    "[](#uq-speaker)": "Quotations by speaker",
    "[so *called*](#uq-speaker)": "so <em>called</em>",
    "<project:#uq-speaker>": "Quotations by speaker",
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_refer_to_a_page_that_is_not_written_leaves_text(new_site, way):
    site = new_site({"index.md": f"# Page\n\nBefore {way}.\n"}, quotes=False).build(expect_warnings=True)
    assert site.warnings == [
        "index.md:3: WARNING: the index page 'uq-speaker' is not written: there is no quotation. [unknown_quotes.not_found]"
    ]
    html = site.html("index")
    assert "uq-speaker.html" not in html
    assert WAYS[way] in html


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_refer_to_a_page_that_is_written_is_a_link(build, way):
    assert 'href="uq-speaker.html"' in build(f"{CARD}Before {way}.").html("index")


@pytest.mark.parametrize("way", WAYS)
def test_every_way_is_text_where_all_pages_are_one(build, way):
    html = build(f"{CARD}Before {way}.", builder="singlehtml").html("index")
    assert "uq-speaker.html" not in html
    assert WAYS[way] in html


@pytest.mark.parametrize("way", WAYS)
def test_every_way_heals_when_the_first_quotation_is_recorded(new_site, way):
    site = new_site({"index.md": f"# Page\n\nBefore {way}.\n"}, quotes=False).build(expect_warnings=True)
    page = "---\norphan: true\n---\n# Other\n\n```{unknown-quote}\n:id: own\n\nWords.\n```\n"
    assert 'href="uq-speaker.html"' in site.write({"other.md": page}).build().html("index")


def test_label_of_an_author_with_the_name_of_an_index_page_stays(new_site):
    files = {"index.md": "# Page\n\n[](#uq-speaker)\n\n(uq-speaker)=\n## Speakers\n"}
    assert 'href="#uq-speaker"' in new_site(files, quotes=False).build(expect_warnings=True).html("index")

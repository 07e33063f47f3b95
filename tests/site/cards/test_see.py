"""``see``: a card leads to the quotations that its record names beside it."""

from __future__ import annotations

import pytest

TWO = {
    "md": "```{unknown-quote}\n:id: roe\n:speaker: Jane Roe\n:see: hewitt-why\n\nNo one is sure why.\n```\n\n```{unknown-quote} hewitt-why\n```\n",
    "rst": ".. unknown-quote::\n   :id: roe\n   :speaker: Jane Roe\n   :see: hewitt-why\n\n   No one is sure why.\n\n.. unknown-quote:: hewitt-why\n",
}
CONF = 'version = copyright = "1"\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'


@pytest.mark.parametrize("syntax", ["md", "rst"])
@pytest.mark.parametrize(
    ("builder", "output", "shown"),
    [
        ("html", "index.html", '<p class="uq-see"><span class="uq-label">See also:</span> '
         '<span class="uq-see"><a class="reference internal" href="#hewitt-why">John Hewitt, 1:13:47</a></span></p>'),
        ("epub", "index.xhtml", '<a class="reference internal" href="#hewitt-why">John Hewitt, 1:13:47</a>'),
        ("latex", "t.tex", r"See also: {\hyperref[\detokenize{index:hewitt-why}]{\sphinxcrossref{John Hewitt, 1:13:47}}}"),
        ("text", "index.txt", "See also: John Hewitt, 1:13:47"),
    ],
)  # fmt: skip
def test_a_card_has_a_link_to_the_quotation_that_it_names(new_site, syntax, builder, output, shown):
    title = {"md": "# Page\n\n", "rst": "Page\n====\n\n"}[syntax]
    text = new_site({f"index.{syntax}": title + TWO[syntax]}, CONF).build(builder).output(output)
    assert shown in text


def test_a_former_id_leads_to_the_quotation_and_what_no_page_shows_is_text(new_site):
    page = TWO["md"].replace(":see: hewitt-why", ":see: old; roe; shazeer-divine").replace("} hewitt-why", "} old")
    site = new_site({"index.md": f"# Page\n\n{page}"})
    html = (
        site.edit("quotes/lecture.yaml", "- id: hewitt-why", "- id: hewitt-why\n    formerly: old")
        .build()
        .html("index")
    )
    assert html.count('class="uq-see"><a') == 1
    assert (
        '<a class="reference internal" href="#old">John Hewitt, 1:13:47</a></span>; <span class="uq-see">Noam Shazeer, p. 3</span>'
        in html
    )


def test_a_card_follows_the_quotation_that_it_names(new_site):
    own, other = TWO["md"].split("\n\n```{unknown-quote} h")
    site = new_site(
        {
            "index.md": f"# Page\n\n{own}\n\n```{{toctree}}\nother\n```\n",
            "other.md": f"# Other\n\n```{{unknown-quote}} h{other}",
        }
    )
    assert 'href="other.html#hewitt-why">John Hewitt, 1:13:47</a>' in site.build().html("index")
    assert ">John Hewitt, 1:13:48</a>" in site.edit("quotes/lecture.yaml", "1:13:47", "1:13:48").build().html("index")
    assert site.read == {"other"}

"""Examples are shown on their page, and are in no list, index or export."""

from __future__ import annotations

import re

import pytest

EXAMPLE = (
    "```{unknown-quote}\n:id: hewitt-why\n:example:\n:speaker: Ann Example\n:unknown: architecture\n\nMade up.\n```\n\n"
)


def test_example_is_a_card_that_says_so(build):
    html = build(EXAMPLE).html("index")
    assert '<p class="uq-status"><span class="uq-example">Example</span></p>' in html
    assert "<p>Made up.</p></blockquote>" in html
    assert 'id="example-hewitt-why"' in html
    assert ">Architecture</span>" in html


def test_example_enters_nothing(build):
    site = build(
        f"{EXAMPLE}```{{unknown-quote-index}}\n```\n\n```{{unknown-quote-map}}\n```\n\n```{{unknown-quote}} hewitt-why\n```"
    )
    for name in ("quotes.json", "uq-speaker.html", "uq-unknown.html", "genindex.html"):
        assert "Ann Example" not in site.output(name)
        assert "Made up" not in site.output(name)
    assert site.html("index").count(">Ann Example<") == 1
    assert 'id="hewitt-why"' in site.html("index")
    assert b"example-hewitt" not in (site.outdir / "objects.inv").read_bytes()


def test_two_examples_of_one_id_are_two(build):
    html = build(EXAMPLE + EXAMPLE.replace("Made up.", "Other words.")).html("index")
    assert "Made up." in html
    assert "Other words." in html
    assert html.count('id="example-hewitt-why"') == 1


@pytest.mark.parametrize(
    ("support", "label"),
    [("found", "Words found in the transcript"), ("near", "2 words differ from the transcript"),
     ("contradicted", "The transcript has other words"), ("", "Not compared with the source yet")],
)  # fmt: skip
def test_example_may_pretend_to_have_been_checked(build, support, label):
    assert f">{label}</span>" in build(EXAMPLE.replace(":example:", f":example: {support}")).html("index")


def test_verdict_that_there_is_not_warns(build):
    site = build(EXAMPLE.replace(":example:", ":example: fond"), expect_warnings=True)
    assert site.warnings == [
        "index.md:3: WARNING: :example: 'fond' is not one of found, near, contradicted. Did you mean 'found'? [unknown_quotes.option]"
    ]


def test_example_follows_the_title_of_its_unknown(new_site):
    site = new_site({"index.md": f"# Page\n\n{EXAMPLE}"}).build()
    site.edit("quotes/unknowns.yaml", "title: Architecture", "title: Building").build()
    assert ">Building</span>" in site.html("index")


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_example_says_so_in_every_format(new_site, builder):
    conf = 'version = copyright = "1"\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    site = new_site({"index.md": f"# Page\n\n{EXAMPLE}"}, conf).build(builder)
    text = site.output({"text": "index.txt", "latex": "t.tex", "epub": "index.xhtml"}[builder])
    assert len(re.findall(r"\bExample\b(?! *</span>, )", text)) >= 1
    assert text.count("Made up.") == 1

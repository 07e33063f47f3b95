"""The roles of the domain, and MyST's own links."""

from __future__ import annotations

import re

import pytest

CARD = "```{unknown-quote} hewitt-why\n```\n\n"


def paragraph(html: str) -> str:
    """The last paragraph of the page."""
    return re.findall(r"<p>(.*?)</p>", html, re.DOTALL)[-1]


def test_quote_links_to_the_card_by_speaker_and_moment(build):
    html = paragraph(build(CARD + "{uq:quote}`hewitt-why`").html("index"))
    assert html == (
        '<a class="reference internal" href="#hewitt-why" title="No one’s really sure why this works exactly either.">'
        '<span class="xref uq uq-quote">John Hewitt, 1:13:47</span></a>'
    )


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("{uq:quote}`see <hewitt-why>`", "see"),
        ("[](#hewitt-why)", "John Hewitt, 1:13:47"),
        ("[said *so*](#hewitt-why)", "said so"),
        ("<project:#hewitt-why>", "John Hewitt, 1:13:47"),
        ("{any}`hewitt-why`", "John Hewitt, 1:13:47"),
    ],
)
def test_every_way_to_link_reaches_the_card(build, link, text):
    html = paragraph(build(CARD + link).html("index"))
    assert 'href="#hewitt-why"' in html
    assert re.sub(r"<[^>]*>", "", html) == text


def test_link_from_another_page_reaches_the_home(build):
    site = build("```{toctree}\nsub/other\n```\n\n" + CARD, {"sub/other.md": "# Other\n\n{uq:quote}`hewitt-why`\n"})
    assert 'href="../index.html#hewitt-why"' in site.html("sub/other")


def test_text_shows_the_recorded_words_inline(build):
    html = paragraph(build("As he put it, {uq:text}`hewitt-why`").html("index"))
    assert html == (
        'As he put it, <q class="uq-text" cite="https://www.youtube.com/watch?v=DGfCRXuNA2w">'
        "No one’s really sure why this works exactly either.</q>"
    )


@pytest.mark.parametrize("fragment", ["really sure", "No one's", "No one’s really", "exactly either."])
def test_fragment_that_occurs_is_shown_as_everywhere(build, fragment):
    html = paragraph(build(f"{{uq:text}}`{fragment} <hewitt-why>`").html("index"))
    assert re.sub(r"<[^>]*>", "", html) == fragment.replace("'", "’")


@pytest.mark.parametrize(
    "fragment", ["really certain", "sur", "o one's", "no one's", "exactly  why", "either. exactly"]
)
def test_fragment_that_does_not_occur_warns(build, fragment):
    """Also half a word and another case: a page cannot misquote its own collection."""
    site = build(f"{{uq:text}}`{fragment} <hewitt-why>`", expect_warnings=True)
    assert len(site.warnings) == 1
    assert "does not occur in the words of hewitt-why" in site.warnings[0]
    assert site.warnings[0].startswith("index.md:3: WARNING")
    assert site.warnings[0].endswith("[unknown_quotes.fragment]")
    assert "<q" not in site.html("index")


def test_speaker_unknown_and_source_link_to_the_first_list_with_that_group(build):
    text = "{uq:speaker}`John Hewitt` {uq:unknown}`architecture` {uq:source}`lecture`\n\n"
    lists = "".join(f"```{{unknown-quote-index}}\n:by: {by}\n```\n\n" for by in ("speaker", "unknown", "source"))
    html = build(text + lists).html("index")
    links = dict(re.findall(r'<a class="reference internal" href="([^"]*)"><span class="xref uq uq-\w+">([^<]*)', html))
    assert links == {
        "#uq-speaker-john-hewitt": "John Hewitt",
        "#uq-unknown-architecture": "Architecture",
        "#uq-source-lecture": "Lecture 9: Pretraining",
    }
    assert all(f'id="{target[1:]}"' in html for target in links)


def test_groups_without_a_list_link_to_the_index_page_of_the_domain(build):
    site = build(CARD + "{uq:speaker}`John Hewitt`")
    assert 'href="uq-speaker.html#uq-speaker-john-hewitt"' in paragraph(site.html("index"))
    assert 'id="uq-speaker-john-hewitt"' in site.html("uq-speaker")


@pytest.mark.parametrize("builder", ["singlehtml", "text", "latex"])
def test_groups_are_plain_text_where_the_builder_writes_no_index_page(new_site, builder):
    site = new_site({"index.md": f"# Page\n\n{CARD}{{uq:speaker}}`John Hewitt`\n"}).build(builder)
    assert "uq-speaker" not in site.doctree().pformat().replace("uq uq-speaker", "").replace('classes="uq-speaker"', "")


def test_title_may_stand_for_the_key(build):
    html = paragraph(build(CARD + "{uq:unknown}`Chain of thought`").html("index"))
    assert 'href="uq-unknown.html#uq-unknown-chain-of-thought"' in html


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("{uq:quote}`hewitt-wy`", "there is no quotation 'hewitt-wy'. Did you mean 'hewitt-why'? [unknown_quotes.not_found]"),
        ("{uq:text}`hewitt-wy`", "there is no quotation 'hewitt-wy'. Did you mean 'hewitt-why'? [unknown_quotes.not_found]"),
        ("{uq:speaker}`Jon Hewitt`", "there is no speaker 'Jon Hewitt'. Did you mean 'John Hewitt'? [unknown_quotes.not_found]"),
        ("{uq:unknown}`chain-of-thougt`", "there is no unknown 'chain-of-thougt'. Did you mean 'chain-of-thought'? [unknown_quotes.not_found]"),
        ("{uq:source}`lectur`", "there is no source 'lectur'. Did you mean 'lecture'? [unknown_quotes.not_found]"),
        ("{uq:quote}`hewitt-why`", "no page shows the quotation 'hewitt-why', so there is nothing to link to. [unknown_quotes.not_shown]"),
    ],
)  # fmt: skip
def test_reference_to_nothing_warns_with_the_nearest(build, text, warning):
    site = build(text, expect_warnings=True)
    assert site.warnings == [f"index.md:3: WARNING: {warning}"]


def test_page_with_myst_links_needs_no_more_of_us_under_nitpick(build):
    """MyST asks every domain for every link; one that does not answer makes a warning of MyST's."""
    build(
        "## A\n\n[](#a) [](other.md)\n\n```{toctree}\nother\n```",
        {"other.md": "# Other\n"},
        conf="nitpicky = True\nmyst_heading_anchors = 2\n",
    )


def test_other_projects_reach_quotations_through_intersphinx(new_site):
    there = new_site({"index.md": f"# Page\n\n{CARD}"}).build()
    conf = f'extensions.append("sphinx.ext.intersphinx")\nintersphinx_mapping = {{"there": ("https://there.example/", r"{there.outdir}/objects.inv")}}\n'
    here = new_site({"index.md": "# Page\n\n{uq:quote}`so <hewitt-why>`\n"}, conf, quotes=False).build()
    assert 'href="https://there.example/index.html#hewitt-why"' in here.html("index")


def test_words_in_a_heading_reach_the_table_of_contents(build):
    site = build("```{toctree}\nother\n```", {"other.md": "# {uq:text}`really sure <hewitt-why>`\n"})
    assert ">really sure</a>" in re.sub(r"</?q[^>]*>", "", site.html("index"))


def test_groups_are_plain_text_where_the_site_has_no_index_page_of_them(build):
    site = build(CARD + "{uq:speaker}`John Hewitt`", conf="html_domain_indices = ['uq-unknown']\n")
    assert "<a" not in paragraph(site.html("index"))


def test_references_that_are_not_ours_are_left_to_others(build):
    site = build("{any}`genindex` [](#hewitt-why) {ref}`nowhere`\n\n" + CARD, expect_warnings=True)
    assert "undefined label: 'nowhere'" in "".join(site.warnings)
    assert len(site.warnings) == 1

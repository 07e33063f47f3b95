"""Cards and lists in odd places."""

from __future__ import annotations

import re

import pytest

CARD = "```{unknown-quote} hewitt-why\n```"
LIST = "```{unknown-quote-index}\n```"
CONF = 'extensions.append("sphinx_design")\nmyst_enable_extensions = ["colon_fence"]\n'

PLACES = {
    "list item": "* one\n\n  ```{unknown-quote} hewitt-why\n  ```\n* two",
    "admonition": "````{note}\n```{unknown-quote} hewitt-why\n```\n````",
    "grid": "::::{grid} 2\n:::{grid-item}\n```{unknown-quote} hewitt-why\n```\n:::\n::::",
    "tab": "::::{tab-set}\n:::{tab-item} A\n```{unknown-quote} hewitt-why\n```\n:::\n::::",
    "dropdown": ":::{dropdown} A\n```{unknown-quote} hewitt-why\n```\n:::",
    "table": "````{list-table}\n* - ```{unknown-quote} hewitt-why\n    ```\n````",
    "block quote": "> ```{unknown-quote} hewitt-why\n> ```",
    "footnote": "Text[^1].\n\n[^1]: ```{unknown-quote} hewitt-why\n      ```",
    "included file": "```{include} part.inc\n```",
    "only": "````{only} html\n```{unknown-quote} hewitt-why\n```\n````",
    "rST in MyST": "```{eval-rst}\n.. unknown-quote:: hewitt-why\n```",
    "colon fence": ":::{unknown-quote} hewitt-why\n:::",
}


@pytest.mark.parametrize("place", PLACES)
def test_card_may_stand_anywhere(build, place):
    site = build(
        f"{PLACES[place]}\n\n{{uq:quote}}`hewitt-why`\n\n{LIST}",
        {"part.inc": f"{CARD}\n"},
        CONF + 'exclude_patterns.append("*.inc")\n',
    )
    html = site.html("index")
    assert html.count("<p>No one’s really sure why this works exactly either.</p></blockquote>") == 1
    assert html.count('id="hewitt-why"') == 1
    assert 'href="#hewitt-why"' in html


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "xml"])
@pytest.mark.parametrize("place", ["list item", "admonition", "table", "footnote"])
def test_card_may_stand_anywhere_in_other_formats(new_site, builder, place):
    conf = (
        CONF
        + 'latex_documents = [("index", "t.tex", "T", "A", "manual")]\nlatex_domain_indices = texinfo_domain_indices = False\n'
    )
    site = new_site({"index.md": f"# Page\n\n{PLACES[place]}\n"}, conf).build(builder)
    text = " ".join(b" ".join(site.outputs().values()).decode("utf-8", "replace").split())
    assert (
        len(
            re.findall(
                r"No one(?:'|’|\\sphinxhyphen\{\}|\{\}|\\textquotesingle\{\}|\\\(aq|\\\\\(aq|@quoteright\{\})*s[\s│|]+really",
                text,
            )
        )
        <= 1
    )
    assert "exactly" in text


def test_note_may_hold_references_footnotes_and_other_directives(build):
    note = "See [](other.md), {uq:quote}`hewitt-why` and[^1].\n\n:::{admonition} Mind\nInside.\n:::"
    text = f"````{{unknown-quote}} hewitt-why\n{note}\n````\n\n[^1]: A footnote.\n\n```{{toctree}}\nother\n```"
    html = build(text, {"other.md": "# Other\n"}, CONF).html("index")
    assert 'href="other.html"' in html
    assert "Inside." in html
    assert html.count("A footnote.") == 1


def test_same_card_on_three_pages_has_one_home(build):
    files = {f"{name}.md": f"# {name}\n\n{CARD}\n\n{{uq:quote}}`hewitt-why`\n" for name in "abc"}
    site = build(f"```{{toctree}}\nb\na\nc\n```\n\n{LIST}", files)
    assert 'href="b.html#hewitt-why"' in site.html("index")
    assert 'href="b.html#hewitt-why"' in site.html("a")
    assert 'href="#hewitt-why"' in site.html("b")
    assert '"page":"b.html#hewitt-why"' in site.output("quotes.json")


@pytest.mark.parametrize("name", ["a", "z"])
def test_list_stands_before_or_after_its_quotations_in_the_alphabet(new_site, name):
    site = new_site(
        {
            "index.md": f"# Home\n\n```{{toctree}}\n{name}\nm\n```\n",
            f"{name}.md": f"# List\n\n{LIST}\n",
            "m.md": f"# M\n\n{CARD}\n",
        }
    ).build()
    assert 'href="m.html#hewitt-why"' in site.html(name)


def test_figures_are_not_numbered_for_cards(build):
    assert "Fig." not in build(CARD, conf="numfig = True\n").html("index")


def test_works_without_sphinx_design_and_without_myst(new_site):
    conf = 'extensions = ["sphinx_unknown_quotes"]\n'
    site = new_site({"index.rst": "Page\n====\n\n.. unknown-quote:: hewitt-why\n"}, conf).build()
    assert "<blockquote" in site.html("index")


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_translated_labels_and_untranslated_words(new_site, builder):
    site = new_site({"index.md": f"# Page\n\n{CARD}\n"}, 'language = "de"\n').build("gettext", out="gettext")
    assert "really sure" not in "".join(content.decode() for content in site.outputs().values())
    site.build(builder, out=builder)

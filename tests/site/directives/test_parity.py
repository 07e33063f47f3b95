"""rST and MyST authors get the same doctrees: one snapshot for both."""

from __future__ import annotations

import re

import pytest

SNIPPETS = {
    "recorded": (
        "```{unknown-quote} hewitt-why\nA *note*.\n```",
        ".. unknown-quote:: hewitt-why\n\n   A *note*.\n",
    ),
    "inline": (
        "```{unknown-quote}\n:id: doe-panel\n:speaker: Jane Doe\n:source: A panel\n:at: 12:03\n\nWe *don't* know.\n\nReally.\n```",
        ".. unknown-quote::\n   :id: doe-panel\n   :speaker: Jane Doe\n   :source: A panel\n   :at: 12:03\n\n   We *don't* know.\n\n   Really.\n",
    ),
    "roles": (
        "```{unknown-quote} hewitt-why\n```\n\n{uq:text}`hewitt-why` {uq:text}`really sure <hewitt-why>` {uq:quote}`hewitt-why` "
        "{uq:quote}`so <hewitt-why>` {uq:speaker}`John Hewitt` {uq:unknown}`architecture` {uq:source}`lecture`",
        ".. unknown-quote:: hewitt-why\n\n:uq:text:`hewitt-why` :uq:text:`really sure <hewitt-why>` :uq:quote:`hewitt-why` "
        ":uq:quote:`so <hewitt-why>` :uq:speaker:`John Hewitt` :uq:unknown:`architecture` :uq:source:`lecture`\n",
    ),
    "lists": (
        "```{unknown-quote-index}\n:by: speaker\n:sort: -date at\n```\n\n"
        "```{unknown-quote-index}\n:by: source\n:style: table\n:year: 2020; 2023\n:limit: 3\n```\n\n"
        "```{unknown-quote-index}\n:by: year\n:style: cards\n:speaker: Noam Shazeer\n```",
        ".. unknown-quote-index::\n   :by: speaker\n   :sort: -date at\n\n"
        ".. unknown-quote-index::\n   :by: source\n   :style: table\n   :year: 2020; 2023\n   :limit: 3\n\n"
        ".. unknown-quote-index::\n   :by: year\n   :style: cards\n   :speaker: Noam Shazeer\n",
    ),
    "in a list and an admonition": (
        "* ```{unknown-quote} hewitt-why\n  ```\n\n```{note}\n\n:::{unknown-quote} shazeer-divine\n:::\n```",
        "* .. unknown-quote:: hewitt-why\n\n.. note::\n\n   .. unknown-quote:: shazeer-divine\n",
    ),
}


@pytest.mark.parametrize("name", SNIPPETS)
@pytest.mark.parametrize("syntax", ["md", "rst"])
@pytest.mark.parametrize("builder", ["html", "text"])
def test_both_syntaxes_give_one_doctree(new_site, snapshot, name, syntax, builder):
    title = {"md": "# Page\n\n", "rst": "Page\n====\n\n"}[syntax]
    body = SNIPPETS[name][0 if syntax == "md" else 1]
    site = new_site({f"index.{syntax}": f"{title}{body}\n"}, 'myst_enable_extensions = ["colon_fence"]\n')
    doctree = site.build(builder).doctree()
    text = doctree.pformat()
    # What only one of the parsers adds, and says nothing of quotations.
    text = re.sub(
        r' (source|slug|translation_progress|xml:space|bullet|ids)="[^"]*"',
        lambda m: m[0] if m[1] == "ids" else "",
        text,
    )
    # Truth is written in two ways by the docutils that we support.
    text = re.sub(r'="(?:False|True)"', lambda match: '="1"' if "True" in match[0] else '="0"', text)
    assert text == snapshot(name=f"{name} in {builder}")

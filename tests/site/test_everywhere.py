"""Every builder, every kind of card and list: no warning, nothing lost, nothing twice."""

from __future__ import annotations

import re

import pytest

from sphinx_unknown_quotes.site.linkcheck import forget_moments

BUILDERS = [
    "html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "gettext", "linkcheck", "xml", "pseudoxml",
]  # fmt: skip
CONF = """
version = copyright = "1"
linkcheck_ignore = [".*"]
latex_engine = "xelatex"
latex_documents = [("index", "t.tex", "T", "A", "manual")]
man_pages = [("index", "t", "T", "A", 1)]
texinfo_documents = [("index", "t", "T", "A", "t", "T", "M")]
"""
EVERYTHING = """
# Page

```{unknown-quote} hewitt-why
A note with {uq:text}`really sure <hewitt-why>` and {uq:quote}`hewitt-ways`.
```

```{unknown-quote} hewitt-ways
```

```{unknown-quote}
:id: everything
:speaker: Ada & <b>; 太郎
:role: A role
:source: A "source"
:container: A container
:url: https://example.org/x.mp4
:archive: https://example.org/archive
:date: 2004-06~
:at: 1:05-1:10
:lang: he
:translation: We do not know.
:translator: A translator
:status: disputed
:reported: No really sure
:via: A reporter
:context: A context.

אנחנו לא יודעים

שתי פסקאות
```

```{unknown-quote}
:id: example
:example: contradicted
:speaker: Ann Example

An example.
```

```{unknown-quote-map}
```

```{toctree}
other
```
"""
OTHER = "# Other\n\n```{unknown-quote} hewitt-why\n```\n\n" + "\n\n".join(
    f"```{{unknown-quote-index}}\n:by: {by}\n:style: {style}\n```"
    for by in ("unknown", "speaker")
    for style in ("list", "cards", "table", "timeline")
)


@pytest.mark.parametrize("builder", BUILDERS)
def test_everything_builds_without_a_warning(new_site, builder):
    site = new_site({"index.md": EVERYTHING, "other.md": OTHER}, CONF).build(builder)
    for name, content in site.outputs().items():
        if builder in ("html", "dirhtml", "singlehtml", "epub") and name.endswith("html"):
            ids = re.findall(r'\sid="([^"]*)"', content.decode())
            assert sorted(set(ids)) == sorted(ids), name
        if builder not in ("html", "dirhtml", "singlehtml"):
            assert not name.endswith("unknown-quotes.js")
    if builder == "epub":
        assert "uq-permalink" not in site.output("index.xhtml") + site.output("other.xhtml")


def test_links_within_a_site_of_one_page_lead_somewhere(new_site):
    html = new_site({"index.md": EVERYTHING, "other.md": OTHER}, CONF).build("singlehtml").html("index")
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    ours = [href for href in re.findall(r'href="#([^"]*)"', html) if re.search("hewitt|uq-|everything", href)]
    assert ours
    assert [href for href in ours if href not in ids] == []


@pytest.mark.parametrize(
    ("uri", "asked"),
    [
        ("https://a.example/x.mp4#t=65,70", "https://a.example/x.mp4"),
        ("https://a.example/x.pdf#page=3", "https://a.example/x.pdf"),
        ("https://a.example/x#:~:text=we%20do", "https://a.example/x"),
        ("https://a.example/x#part:~:text=we%20do,not", "https://a.example/x#part"),
        ("https://a.example/x#part", None),
        ("https://a.example/watch?v=1&t=65s", None),
        ("https://a.example/x#t-1", None),
    ],
)
def test_link_checker_asks_for_no_moment_as_an_anchor(uri, asked):
    assert forget_moments(None, uri) == asked  # type: ignore[arg-type]


def test_link_checker_has_the_hook(new_site):
    site = new_site({"index.md": "# Page\n"}, CONF).build("linkcheck")
    assert site.app.emit_firstresult("linkcheck-process-uri", "https://a.example/x#t=1") == "https://a.example/x"

"""After an edit, index pages and quotes.json are those of a build from nothing."""

from __future__ import annotations

import json

import pytest

from .test_rebuild import clean_outputs

PAGES = {"uq-unknown.html", "uq-speaker.html", "uq-source.html", "uq-year.html"}
CARDS = "".join(f"```{{unknown-quote}} {quote}\n```\n\n" for quote in ("hewitt-why", "hewitt-ways", "two"))
OWN = "```{unknown-quote}\n:id: own\n:speaker: O. Wn\n:source: Their talk\n\nOwn words.\n```\n"
FILES = {
    "index.md": f"# Home\n\n```{{toctree}}\nother\n```\n\n{CARDS}",
    "other.md": f"# Other\n\n{OWN}",
    "quotes/two.yaml": "source: {title: Two, type: talk, date: 2024}\nquotes:\n  - {id: two, text: Words of two., speaker: [Ada, Bob], unknown: architecture}\n",
}  # fmt: skip


@pytest.fixture
def site(as_built):
    return as_built(FILES)


def differing(before, after):
    return {name for name in after if after[name] != before.get(name)}


def wrong(site, after):
    """The files that are not what a build from nothing makes, of index pages and exports."""
    return differing(after, clean_outputs(site)) & {*PAGES, "quotes.json"}


EDITS = {
    "words": ("quotes/lecture.yaml", "works exactly", "<b>works</b> &amp; “so”"),
    "words of two speakers": ("quotes/two.yaml", "Words of two.", "The words of two."),
    "words of a page": ("other.md", "Own words.", "Other words."),
    "line of a page": ("other.md", "# Other\n", "# Other\n\nA line more.\n"),
    "line of a file": ("quotes/lecture.yaml", "source:\n", "# A line more.\nsource:\n"),
    "role": ("quotes/lecture.yaml", "role: Stanford University", "role: Stanford"),
    "status": ("quotes/two.yaml", "id: two", "id: two, status: paraphrase"),
    "language": ("quotes/two.yaml", "id: two", "id: two, lang: de"),
    "section": ("quotes/two.yaml", "id: two", "id: two, section: '4'"),
    "another speaker": ("quotes/lecture.yaml", "John Hewitt", "Jane Doe"),
    "another time": ("quotes/lecture.yaml", "at: 1:13:47", "at: 0:01"),
    "another unknown": ("quotes/lecture.yaml", "unknown: chain-of-thought", "unknown: architecture"),
    "title of an unknown": ("quotes/unknowns.yaml", "{title: Architecture}", "{title: Layers}"),
    "question of an unknown": (
        "quotes/unknowns.yaml",
        "{title: Architecture}",
        "{title: Architecture, question: Why?}",
    ),
    "title of a source": ("quotes/two.yaml", "title: Two", "title: Zwei"),
    "date of a source": ("quotes/two.yaml", "date: 2024", "date: 2021"),
    "a quotation more": ("quotes/two.yaml", "quotes:\n", "quotes:\n  - {id: more, text: More.}\n"),
    "another id": ("other.md", ":id: own", ":id: mine"),
    "a page that shows it no more": ("index.md", "```{unknown-quote} two\n```\n", ""),
    "a page of another name": ("index.md", "# Home", "# House"),
    "first evidence": ("quotes/two.yaml", "id: two", "id: two, via: {title: A paper}"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_edit_gives_what_a_build_from_nothing_makes(site, edit):
    name, old, new = EDITS[edit]
    before, text = site.outputs(), (site.root / name).read_text()
    after = site.edit(name, old, new).build().outputs()
    assert wrong(site, after) == set()
    assert site.write({name: text}).build().outputs()["uq-year.html"] == before["uq-year.html"]


@pytest.mark.parametrize("name", [*sorted(PAGES), "quotes.json", "genindex.html"])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_file_that_was_cut_or_is_gone_heals_in_a_build_without_a_change(site, name, damage):
    path = site.outdir / name
    expected = path.read_bytes()
    path.unlink() if damage == "gone" else path.write_bytes(expected[:-100])
    assert site.build().outputs()[name] == expected


def test_place_that_was_that_of_another_is_not_taken_for_it(new_site):
    """The card of x leaves its anchor to a heading, and takes one that another quotation has for its id."""
    files = {
        "quotes/swap.yaml": "source: {title: S, type: talk}\nquotes:\n  - {id: x, text: X., speaker: Ada}\n  - {id: unknown-quote-x, text: Not x., speaker: Bob}\n",
    }  # fmt: skip
    cards = ["(x)=\nA paragraph.\n\n```{unknown-quote} x\n```\n", "```{unknown-quote} unknown-quote-x\n```\n"]

    def pages(*cards):
        return {
            f"{name}.md": f"---\norphan: true\n---\n# {name}\n\n{card}" for name, card in zip("ab", cards, strict=True)
        }

    site = new_site(FILES | files | pages(*cards)).build()
    after = site.write(pages(*reversed(cards))).build().outputs()
    assert wrong(site, after) == set()


@pytest.mark.parametrize("more", [":seen: 2024-01-01\n", ":lang: en\n", ":lang: de\n", ":status: disputed\n"])
def test_quotation_of_a_page_that_was_not_read_again_is_what_it_was(new_site, more):
    """A default that was stored, or comes from another process, is not the same object."""
    page = OWN.replace(":speaker:", f"{more}:speaker:")
    site = new_site({**FILES, "other.md": f"# Other\n\n{page}"})
    for options in ({}, {"parallel": 2}):
        site.build(out="this", **options)
        after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build(out="this").outputs()
        assert site.written == {"index"}
        site.edit("quotes/two.yaml", "The words of two.", "Words of two.").build(out="this")
        assert site.outputs()["quotes.json"] == site.build(out="clean", freshenv=True).outputs()["quotes.json"] != after


THEIRS = """
def work(app, pagename, templatename, context, doctree):
    if pagename.startswith("uq-"):
        {work}

def setup(app):
    app.connect("html-page-context", work, priority={priority})
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
"""
WORKS = {
    "on one entry": ('context["body"] = context["body"].replace("Their talk", "Our talk")', 900),
    "behind all entries": ('context["body"] += "<p>More.</p>"', 900),
    "with a template of its own": ('return "mine.html"', 50),
}


@pytest.mark.parametrize("work", WORKS)
def test_what_another_extension_makes_of_an_index_page_stays(new_site, work):
    what, priority = WORKS[work]
    template = '{% extends "page.html" %}{% block footer %}Mine.{% endblock %}'
    conf = 'templates_path = ["templates"]\n' + THEIRS.format(work=what, priority=priority)
    site = new_site({**FILES, "templates/mine.html": template}, conf).build()
    for old, new in (("Words of two.", "The words of two."), ("The words", "All words")):
        after = site.edit("quotes/two.yaml", old, new).build().outputs()
        assert differing(clean_outputs(site), after) & PAGES == set()
    assert b"All words of two." in after["uq-year.html"]


def test_order_of_quotes_json_stays(site):
    before = [quote["id"] for quote in json.loads(site.output("quotes.json"))["quotes"]]
    site.edit("quotes/lecture.yaml", "works exactly", "works").build()
    after = json.loads(site.output("quotes.json"))["quotes"]
    assert [quote["id"] for quote in after] == before
    assert "works either" in next(quote["text"] for quote in after if quote["id"] == "hewitt-why")

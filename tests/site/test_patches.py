"""Index pages and quotes.json are patched where few quotations were edited, and are what a build from nothing makes of them."""

from __future__ import annotations

import json
import os

import pytest
from sphinx.errors import ExtensionError

from sphinx_unknown_quotes.site import index_pages, patches

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
def site(new_site):
    return new_site(FILES).build()


@pytest.fixture
def made(monkeypatch):
    """The index pages that are made anew."""
    names = []
    body = index_pages.body
    monkeypatch.setattr(index_pages, "body", lambda builder, page: names.append(f"{page}.html") or body(builder, page))
    return names


def differing(before, after):
    return {name for name in after if after[name] != before.get(name)}


def wrong(site, after):
    """The files that are not what a build from nothing makes, of those that are patched."""
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
}


@pytest.mark.parametrize("edit", EDITS)
def test_edit_is_patched_and_as_good_as_made_anew(site, made, edit):
    name, old, new = EDITS[edit]
    before = site.outputs()
    after = site.edit(name, old, new).build().outputs()
    assert made == []
    assert "line" in edit or "role" in edit or differing(before, after) >= PAGES
    assert wrong(site, after) == set()
    # And once more, on what was patched.
    assert site.edit(name, new, old).build().outputs()["uq-year.html"] == before["uq-year.html"]
    assert len(made) == len(PAGES), "by the build from nothing alone"


OTHERS = {
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


@pytest.mark.parametrize("edit", OTHERS)
def test_other_edits_make_the_pages_anew(site, made, edit):
    name, old, new = OTHERS[edit]
    after = site.edit(name, old, new).build().outputs()
    assert set(made) == PAGES
    assert wrong(site, after) == set()


def test_many_edited_quotations_make_the_pages_anew(site, made, monkeypatch):
    monkeypatch.setattr(patches, "_FEW", 0)
    site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build()
    assert set(made) == PAGES


def test_quotation_that_no_page_shows_makes_the_pages_anew(new_site, made):
    """Its entry has no link by which it could be found."""
    site = new_site({**FILES, "index.md": "# Home\n\n```{toctree}\nother\n```\n"}).build()
    made.clear()
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build().outputs()
    assert set(made) == PAGES
    assert wrong(site, after) == set()


@pytest.mark.parametrize("name", [*sorted(PAGES), "quotes.json"])
@pytest.mark.parametrize("damage", ["touched", "cut", "gone"])
def test_file_that_anybody_has_written_since_is_made_anew(site, made, name, damage):
    path = site.outdir / name
    if damage == "gone":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:-100])
    else:
        os.utime(path, ns=(1, 1))
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build().outputs()
    assert made == [name] * (name in PAGES)
    assert wrong(site, after) == set()


WORKING = """
def work(app, pagename, templatename, context, doctree):
    context["body"] = context.get("body", "").replace('class="uq-entry"', 'class="uq-entry worked"')

def append(app, exception):
    for path in app.outdir.glob("uq-*.html"):
        path.write_text(path.read_text() + "<!-- more -->")

def setup(app):
    app.connect("{event}", {handler}, priority=900)
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
"""


@pytest.mark.parametrize(("event", "handler"), [("html-page-context", "work"), ("build-finished", "append")])
def test_pages_on_which_another_extension_works_are_made_anew(new_site, made, event, handler):
    site = new_site(FILES, WORKING.format(event=event, handler=handler)).build()
    made.clear()
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build().outputs()
    assert set(made) == PAGES
    assert differing(clean_outputs(site), after) & PAGES == set()


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x92\xa1x\x80", None])
def test_damaged_fingerprints_of_an_earlier_build_are_made_good(site, made, damage):
    [path] = (site.root / "_build").rglob("*.fingerprints")
    path.unlink() if damage is None else path.write_bytes(damage)
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build().outputs()
    assert set(made) == PAGES
    assert site.edit("quotes/two.yaml", "The words of two.", "Words of two.").build().outputs() != after
    assert set(made) == PAGES
    assert len(made) == len(PAGES)


def test_build_that_failed_leaves_nothing_to_patch(new_site, made):
    """Nobody knows what it has written."""
    conf = """
def fail(app, exception):
    assert not (app.srcdir / "fail").exists()

def setup(app):
    app.connect("build-finished", fail, priority=1)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    site = new_site(FILES, conf).build().write({"fail": ""})
    with pytest.raises(ExtensionError):
        site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build()
    made.clear()
    after = site.delete("fail").edit("quotes/two.yaml", "The words of two.", "Their words.").build().outputs()
    assert set(made) == PAGES
    assert wrong(site, after) == set()


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
def test_quotation_of_a_page_that_was_not_read_again_is_what_it_was(new_site, made, more):
    """A default that comes from another process is not the same object."""
    page = OWN.replace(":speaker:", f"{more}:speaker:")
    site = new_site({**FILES, "other.md": f"# Other\n\n{page}"})
    for options in ({}, {"parallel": 2}):
        site.build(out="this", **options)
        after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build(out="this").outputs()
        assert site.written == {"index"}
        site.edit("quotes/two.yaml", "The words of two.", "Words of two.").build(out="this")
        assert site.outputs()["quotes.json"] == site.build(out="clean", freshenv=True).outputs()["quotes.json"] != after
    assert made[:4] == made[4:8]


def test_scripts_that_conf_py_adds_are_in_pages_that_are_patched_or_kept(new_site):
    conf = """
def setup(app):
    app.add_js_file("a.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    site = new_site(FILES, conf).build()
    site.edit("conf.py", "a.js", "b.js").edit("quotes/two.yaml", "Words of two.", "The words of two.").build()
    assert all("b.js" in site.html(name) for name in ("uq-year", "genindex", "search"))


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


def test_what_another_extension_appends_is_appended_once(new_site):
    conf = WORKING.format(event="build-finished", handler="append").replace("900", "500").replace("uq-*", "*")
    site = new_site(FILES, conf).build()
    for _ in range(2):
        site.build()
        assert [site.html(name).count("more") for name in ("genindex", "search")] == [1, 1]


@pytest.mark.parametrize("options", [{"parallel": 2}, {"builder": "dirhtml"}])
def test_parallel_builds_and_other_builders_patch_alike(new_site, made, options):
    site = new_site(FILES).build(out="other", **options)
    made.clear()
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build(out="other", **options).outputs()
    assert made == []
    clean = clean_outputs(site, **options)
    changed = {name for name in after if "uq-" in name} | {"quotes.json"}
    assert {name: after[name] for name in changed} == {name: clean[name] for name in changed}


def test_page_that_tells_when_it_was_made_is_made_anew(new_site, made):
    site = new_site(FILES, 'html_last_updated_fmt = "%Y"\n').build()
    made.clear()
    site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build()
    assert set(made) == PAGES


def test_theme_that_links_to_a_card_in_its_navigation_confuses_nobody(new_site, made):
    link = '<ul><li data-unknown="x"><a class="reference internal" href="index.html#two">Two</a></li>\n</ul>'
    template = f'{{% extends "!layout.html" %}}{{% block footer %}}{link}{{% endblock %}}'
    site = new_site({**FILES, "templates/layout.html": template}, 'templates_path = ["templates"]\n').build()
    made.clear()
    after = site.edit("quotes/two.yaml", "Words of two.", "The words of two.").build().outputs()
    assert wrong(site, after) == set()
    assert after["uq-year.html"].count(link.encode()) == 1


def test_order_of_quotes_json_stays(site):
    before = [quote["id"] for quote in json.loads(site.output("quotes.json"))["quotes"]]
    site.edit("quotes/lecture.yaml", "works exactly", "works").build()
    after = json.loads(site.output("quotes.json"))["quotes"]
    assert [quote["id"] for quote in after] == before
    assert "works either" in next(quote["text"] for quote in after if quote["id"] == "hewitt-why")

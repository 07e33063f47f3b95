"""Never stale: what a build reads and writes again after an edit, and that nothing remains of what was removed."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest, write_evidence
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

PAGES = {
    "index.md": "# Home\n\n```{toctree}\nwhy\ndivine\nlist\nspeakers\ncards\ncite\nplain\n```\n",
    "why.md": "# Why\n\n```{unknown-quote} hewitt-why\n```\n",
    "divine.md": "# Divine\n\n```{unknown-quote} shazeer-divine\n```\n",
    "list.md": "# List\n\n```{unknown-quote-index}\n```\n",
    "speakers.md": "# Shazeer\n\n```{unknown-quote-index}\n:by: speaker\n:speaker: Noam Shazeer\n:style: table\n```\n",
    "cards.md": "# Cards\n\n```{unknown-quote-index}\n:by: year\n:year: 2020\n:style: cards\n```\n",
    "cite.md": "# Cite\n\n{uq:text}`really sure <hewitt-why>`, {uq:quote}`hewitt-why`, [](#shazeer-divine)\n",
    "plain.md": "# Plain\n\nNothing of ours, but a [link](why.md).\n",
}


@pytest.fixture
def site(as_built):
    return as_built(PAGES)


def clean_outputs(site, out="clean", **options):
    """What a build from nothing makes of the site as it is now."""
    there = Path(site.outdir)
    outputs = site.build(out=out, **options).outputs()
    site.outdir = there
    return without_residue(outputs)


def without_residue(outputs):
    """Sphinx keeps a word that no page has any more in its search index, with an empty list of pages."""
    text = outputs["searchindex.js"].decode()
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    for part in ("terms", "titleterms"):
        index[part] = {word: pages for word, pages in index[part].items() if pages != []}
    return {**outputs, "searchindex.js": index}


def test_second_build_without_a_change_writes_nothing(site):
    before = site.outputs()
    site.build()
    assert (site.read, site.written) == (set(), set())
    assert site.outputs() == before


def test_second_build_parses_no_yaml(site, monkeypatch):
    """Not even of a page that was touched: records are kept by the digest of their file."""
    import sphinx_unknown_quotes.collection.parsing.reading as reading

    monkeypatch.setattr(reading, "read_yaml", lambda *_: pytest.fail("a file was parsed again"))
    site.build()
    site.edit("why.md", "# Why", "# Whyever").build()
    assert site.read == {"why"}


EDITS = {
    "text": ("lecture", "No one's really sure why", "Nobody is really sure why", {"why", "cite"}, {"why", "cite", "list"}),
    "speaker": ("paper", "speaker: Noam Shazeer", "speaker: N. Shazeer", {"divine"}, {"divine", "list", "speakers", "cards", "cite"}),
    "unknown": ("lecture", "unknown: chain-of-thought", "unknown: architecture", {"why", "cite"}, {"why", "cite", "list"}),
    "locator": ("lecture", "at: 1:13:47", "at: 1:13:48", {"why", "cite"}, {"why", "cite", "list"}),
    "role, which lists do not show": ("lecture", "role: Stanford University", "role: Stanford", {"why", "cite"}, {"why", "cite"}),
    "one that only lists show": ("lecture", "in ways that", "in the ways that", set(), {"list"}),
    "one that only cards of a list show": ("paper", "text: We don't.", "text: We do not.", set(), {"list", "cards"}),
    "title of a source": ("paper", "GLU Variants", "GLU", {"divine"}, {"divine", "list", "speakers", "cards", "cite"}),
    "title of an unknown": ("unknowns", "{title: Chain of thought}", "{title: Thinking aloud}", {"why", "cite"}, {"why", "cite", "list"}),
    "question of an unknown": ("unknowns", "How does a model", "How can a model", set(), {"list"}),
    "name of an unknown nobody has": ("unknowns", "architecture: {", "nothing: {title: N}\narchitecture: {", set(), set()),
    "comment": ("lecture", "\nsource:", "\n# A comment\nsource:", set(), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_edit_reads_and_writes_just_the_pages_that_show_it(site, name):
    file, old, new, read, written = EDITS[name]
    site.edit(f"quotes/{file}.yaml", old, new).build(expect_warnings=name == "speaker")
    assert site.read == read
    # The page with the toctree is written by Sphinx itself whenever one of its pages is.
    assert site.written - {"index"} == written
    assert without_residue(site.outputs()) == clean_outputs(site, expect_warnings=True)


def test_order_in_a_file_is_nothing_that_a_page_shows(site):
    text = (site.root / "quotes/lecture.yaml").read_text()
    head, first, second = re.split(r"(?=  - id: )", text)
    site.write({"quotes/lecture.yaml": head + second + first}).build()
    assert (site.read, site.written) == (set(), set())
    assert without_residue(site.outputs()) == clean_outputs(site)


def test_new_id_is_missed_where_the_old_one_stood(site):
    site.edit("quotes/lecture.yaml", "id: hewitt-why", "id: hewitt-reason").build(expect_warnings=True)
    assert site.read == {"why", "cite"}
    assert site.written - {"index"} == {"why", "cite", "list"}
    assert len(site.warnings) == 3
    assert all("Did you mean 'hewitt-ways'?" in warning for warning in site.warnings)


def test_quotation_that_is_recorded_at_last_heals_its_pages(site):
    text = (site.root / "quotes/lecture.yaml").read_text()
    site.delete("quotes/lecture.yaml").build(expect_warnings=True)
    assert "<blockquote" not in site.html("why")
    site.write({"quotes/lecture.yaml": text}).build()
    assert "<blockquote" in site.html("why")
    assert without_residue(site.outputs()) == clean_outputs(site)


def evidence(site, verdict):
    library = load_library(take_snapshot(site.root / "quotes"))
    quotation = library.quotations["hewitt-why"]
    digest = quotation_digest(quotation, library.sources[quotation.source])
    return write_evidence({"hewitt-why": Evidence(digest=digest, verdict=verdict)})


def test_new_evidence_writes_the_cards_and_reads_nothing(site):
    site.write({"quotes/evidence.json": evidence(site, "verbatim")}).build()
    assert site.read == set()
    assert "why" in site.written
    assert site.written - {"index"} <= {"why", "list", "cite"}
    assert "Words found in the transcript" in site.html("why")
    assert json.loads(site.output("quotes.json"))["quotes"][-1]["evidence"]["verdict"] == "verbatim"


def test_a_strict_site_warns_of_what_is_near_in_every_build(new_site):
    site = new_site({"index.md": "# Page\n"}, 'unknown_quotes_check = "strict"\n')
    site.write({"quotes/evidence.json": evidence(site, "near")}).build(expect_warnings=True)
    site.build(expect_warnings=True)
    assert len(site.warnings) == 1
    assert re.search(r"lecture.yaml:\d+: WARNING: hewitt-why: near: .* \[unknown_quotes.check\]", site.warnings[0])
    site.write({"quotes/evidence.json": evidence(site, "verbatim")}).build()


def test_edited_quotation_loses_its_evidence(site):
    site.write({"quotes/evidence.json": evidence(site, "verbatim")}).build()
    site.edit("quotes/lecture.yaml", "No one's really sure", "Nobody is really sure").build()
    assert "Words found in the transcript" not in site.html("why")


@pytest.mark.parametrize("change", ["add", "rename", "delete"])
def test_files_of_the_collection_come_and_go_without_a_fresh_environment(site, change):
    new = "source: {title: New, type: talk, date: 2021}\nquotes:\n- {id: new-one, text: New words., speaker: N. Body}\n"
    if change == "add":
        site.write({"quotes/new.yaml": new})
    elif change == "rename":
        (site.root / "quotes/paper.yaml").rename(site.root / "quotes/another.yaml")
    else:
        site.delete("quotes/paper.yaml")
    site.build(expect_warnings=change == "delete")
    if change == "delete":
        assert not any(
            b"GLU Variants" in content for name, content in site.outputs().items() if name.endswith((".html", ".json"))
        )
    assert without_residue(site.outputs()) == clean_outputs(site, expect_warnings=True)


@pytest.mark.parametrize("change", ["add", "edit", "delete"])
def test_pages_with_their_own_quotations_come_and_go(site, change):
    page = "---\norphan: true\n---\n# Own\n\n```{unknown-quote}\n:id: own\n:speaker: O. Wn\n\nOwn words.\n```\n"
    site.write({"own.md": page}).build() if change != "add" else site.build()
    if change == "add":
        site.write({"own.md": page}).build()
    elif change == "edit":
        site.edit("own.md", "Own words.", "Other words.").build()
    else:
        site.delete("own.md").build()
        (site.outdir / "own.html").unlink()
        (site.outdir / "_sources/own.md.txt").unlink()
        assert not any(
            b"O. Wn" in content for name, content in site.outputs().items() if name.endswith((".html", ".json"))
        )
    assert "list" in site.written
    assert without_residue(site.outputs()) == clean_outputs(site)


def test_home_that_moves_takes_its_links_along(site):
    """The page that only refers is not read again, and yet its link must not go to where the card was."""
    site.edit("why.md", "```{unknown-quote} hewitt-why\n```", "Gone.").edit(
        "divine.md", "# Divine", "# Divine\n\n```{unknown-quote} hewitt-why\n```"
    ).build()
    assert 'href="divine.html#hewitt-why"' in site.html("cite")
    assert without_residue(site.outputs()) == clean_outputs(site)


def test_words_in_a_heading_are_fresh_in_the_table_of_contents(new_site):
    site = new_site({"index.md": "# Home\n\n```{toctree}\na\n```\n", "a.md": "# {uq:text}`hewitt-why`\n"}).build()
    site.edit("quotes/lecture.yaml", "No one's", "Nobody's").build()
    assert ">Nobody’s really sure why this works exactly either.</a>" in re.sub(r"</?q[^>]*>", "", site.html("index"))


def test_one_environment_serves_two_builders(site):
    """What one builder has written is not what the other one has."""
    site.build("dirhtml", out="other")
    site.edit("quotes/lecture.yaml", "No one's really sure", "Nobody is really sure").build()
    assert "Nobody is" in site.html("why")


def test_two_output_folders_share_their_doctrees(site, tmp_path):
    """An edit that one build has taken up is still news for the other folder."""

    def build(name):
        command = [sys.executable, "-m", "sphinx", "-q", "-d", tmp_path / "doctrees", site.root, tmp_path / name]
        subprocess.run(command, check=True)
        return (tmp_path / name / "list.html").read_text()

    build("one")
    build("two")
    site.edit("quotes/lecture.yaml", "in ways that", "in the ways that")
    assert "in the ways that" in build("one")
    assert "in the ways that" in build("two")


def test_environment_keeps_its_size(new_site):
    site = new_site(PAGES).build()
    sizes = []
    for round_ in range(4):
        for name in ("why.md", "list.md", "cards.md"):
            os.utime(site.root / name, ns=(0, 2 * 10**18 + round_ * 10**9))
        site.build(parallel=2)
        assert {"why", "list", "cards"} <= site.read
        sizes.append(len(pickle.dumps(site.app.env.domaindata["uq"])))
    # The first round differs: what comes from a worker shares no strings with the rest.
    assert sizes[1:] == [sizes[1]] * 3


def test_environment_is_small_and_no_doctree_holds_it(new_site):
    """Under 400 bytes a quotation, with title, anchors and general index."""
    number = 500
    quotes = "".join(
        f"- {{id: q{i:04}, text: 'W{i} {i}a {i}b {i}c some of length', speaker: Speaker {i % 50}, unknown: scaling}}\n"
        for i in range(number)
    )
    files = {
        "index.md": "# Home\n\n" + "".join(f"```{{unknown-quote}} q{i:04}\n```\n\n" for i in range(number)),
        "quotes/a.yaml": f"source: {{title: A, type: talk}}\nquotes:\n{quotes}",
        "quotes/unknowns.yaml": "scaling: {title: Scaling}\n",
    }
    full = new_site(files, quotes=False).build()
    empty = new_site({"index.md": "# Home\n"}, quotes=False).build()
    size, floor = ((Path(site.app.doctreedir) / "environment.pickle").stat().st_size for site in (full, empty))
    assert (size - floor) / number < 400
    assert b"BuildEnvironment" not in (Path(full.app.doctreedir) / "index.doctree").read_bytes()


def test_environment_of_another_version_is_read_anew(site, monkeypatch):
    path = Path(site.app.doctreedir) / "environment.pickle"
    env = pickle.loads(path.read_bytes())
    env.domaindata["uq"]["version"] = 0
    path.write_bytes(pickle.dumps(env))
    site.build()
    assert site.read == {name.removesuffix(".md") for name in PAGES}


def test_two_applications_in_one_process_share_nothing(new_site):
    first = new_site(PAGES).build()
    second = new_site(
        {
            "index.md": "# Other\n\n```{unknown-quote} one\n```\n",
            "quotes/x.yaml": "source: {title: X, type: talk}\nquotes:\n- {id: one, text: One.}\n",
        },
        quotes=False,
    ).build()
    expected = first.outputs()
    first.build()
    assert first.outputs() == expected
    assert "hewitt" not in second.output("quotes.json")


def test_no_build_writes_beside_its_output(new_site):
    """Else a live preview would build forever, and a clean checkout would not stay clean."""
    site = new_site(PAGES)

    def sources():
        return {
            path: path.stat().st_mtime_ns
            for path in site.root.rglob("*")
            if "_build" not in path.parts and path.is_file()
        }

    before = sources()
    site.build().build("latex", out="latex").build("gettext", out="gettext")
    assert sources() == before


@pytest.mark.parametrize("damage", [b"", b"not json", b"[]", b'["x", []]', b'{"a": 1}', b"\xff\xfe"])
def test_damaged_notes_of_an_earlier_build_are_made_good(site, damage):
    expected = site.outputs()
    for path in Path(site.app.doctreedir).glob("unknown-quotes*"):
        path.write_bytes(damage)
    site.build()
    assert site.outputs() == expected


def test_build_that_cannot_note_what_it_wrote_says_so_and_the_next_writes_again(site, monkeypatch):
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("sphinx_unknown_quotes.site.rebuild.writing.write_sealed", full)
    site.edit("quotes/lecture.yaml", "No one's really sure", "Nobody is really sure").build(expect_warnings=True)
    assert [line for line in site.warnings if "cannot note what was written: No space left" in line]
    monkeypatch.undo()
    assert "why" in site.build().written


def test_second_build_into_another_format_writes_nothing_either(site):
    site.build("text", out="text").build("text", out="text")
    assert (site.read, site.written) == (set(), set())


CARD = "```{unknown-quote} hewitt-why\n```\n"


def test_sidebar_of_index_pages_follows_the_toctree(new_site):
    toctree = "# Page\n\n```{toctree}\n:caption: Talks\n\nother\n```\n"
    files = {"index.md": toctree, "other.md": f"# Other\n\n{CARD}"}
    site = new_site(files, 'html_theme = "furo"\n').build()
    assert all("Talks" in site.html(name) for name in ("uq-speaker", "genindex"))
    site.edit("index.md", "Talks", "Lectures").build()
    assert all("Lectures" in site.html(name) for name in ("uq-speaker", "genindex"))


def test_general_index_is_made_anew_for_entries_of_others(new_site):
    files = {"index.md": f"# Page\n\n{CARD}", "other.md": "---\norphan: true\n---\n# Other\n"}
    site = new_site(files).build().build()
    site.edit("other.md", "# Other", "# Other\n\n```{index} kettle\n```\n").build()
    assert "kettle" in site.html("genindex")
    assert "Hewitt, John" in site.html("genindex")
    site.edit("other.md", "kettle", "teapot").build()
    assert "kettle" not in site.html("genindex")


def test_one_application_may_build_twice(new_site):
    site = new_site({"index.md": f"# Page\n\n{CARD}"})
    app = SphinxTestApp(srcdir=site.root, builddir=site.root / "_build")
    try:
        app.build()
        before = (app.outdir / "genindex.html").read_text()
        app.build(force_all=True)
        assert (app.outdir / "genindex.html").read_text() == before
    finally:
        app.cleanup()


EXTENSION = """
def setup(app):
    app.add_js_file("more.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
"""
SURROUNDINGS = {
    "configuration of ours": ("conf.py", "unknown_quotes_general_index = True", "unknown_quotes_general_index = False"),
    "configuration that pages are read by": ("conf.py", 'release = "1"', 'release = "2"'),
    "an extension": ("conf.py", "# an extension", 'extensions.append("more")'),
    "an index of another domain": (
        "plain.md",
        "# Plain\n",
        "# Plain\n\n```{py:module} kettle\n:no-index-entry:\n```\n",
    ),
    "a template": ("templates/layout.html", "release", "version"),
}


@pytest.mark.parametrize("change", SURROUNDINGS)
def test_index_pages_and_general_index_follow_what_stands_around_every_page(new_site, monkeypatch, change):
    conf = """
html_theme = "classic"
unknown_quotes_general_index = True
version = "0"
release = "1"
html_title = "Test"
templates_path = ["templates"]
html_static_path = ["static"]
# an extension
"""
    files = {
        **PAGES,
        "templates/layout.html": '{% extends "!layout.html" %}{% block footer %}[{{ release }}]{% endblock %}',
        "more.py": EXTENSION,
        "static/folder/own.css": "",
    }
    site = new_site(files, conf)
    monkeypatch.syspath_prepend(site.root)
    name, old, new = SURROUNDINGS[change]

    def shown(outputs):
        # Sphinx keeps checksums for as long as its process lives.
        return [
            re.sub(rb"\?v=\w+", b"", outputs[f"{page}.html"])
            for page in ("genindex", "uq-speaker", "uq-year", "search")
        ]

    before = shown(site.build().build().outputs())
    later = 2**61
    for was, now in ((old, new), (new, old)):
        site.edit(name, was, now)
        # Sphinx knows a template that was edited by its time.
        later += 10**12
        os.utime(site.root / name, ns=(later, later))
        built = shown(site.build().outputs())
        assert built == shown(clean_outputs(site))
        assert (built[0] == before[0]) == (now is old)


def test_pages_refer_to_a_stylesheet_that_was_edited_by_its_new_checksum(new_site):
    """In a process of its own for each build: Sphinx keeps checksums for as long as its process lives."""
    conf = 'html_static_path = ["static"]\nhtml_css_files = ["own.css"]\n'
    site = new_site({"index.md": f"# Page\n\n{CARD}", "static/own.css": "p { color: red }"}, conf)

    def build(folder="_build"):
        command = [sys.executable, "-m", "sphinx", "-q", "-W", str(site.root), str(site.root / folder)]
        subprocess.run(command, check=True, capture_output=True)
        pages = [site.root / folder / f"{name}.html" for name in ("genindex", "uq-year", "search")]
        return [re.search(r"own\.css\?v=\w+", page.read_text())[0] for page in pages]

    before = build()
    site.edit("static/own.css", "red", "blue").edit("quotes/lecture.yaml", "works exactly", "works")
    assert build() == build("clean") != before


def test_general_index_that_is_gone_is_written_again(site):
    expected = site.html("genindex")
    (site.outdir / "genindex.html").unlink()
    assert site.build().html("genindex") == expected


def test_general_index_that_was_left_in_part_is_written_again(site):
    """By a build that was killed; Sphinx writes its pages bit by bit."""
    expected = site.html("genindex")
    page = site.outdir / "genindex.html"
    page.write_text(page.read_text()[:-100])
    assert site.build().html("genindex") == expected


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("quotes/lecture.yaml", "John Hewitt", "Doe"),
        ("quotes/unknowns.yaml", "Chain of thought", "Thinking aloud"),
    ],
)
def test_general_index_follows_what_it_shows(site, file, old, new):
    assert new not in site.html("genindex")
    assert new in site.edit(file, old, new).build().html("genindex")


OWN = "---\norphan: true\n---\n# {id}\n\n```{{unknown-quote}}\n:id: {id}\n:speaker: {speaker}\n\nOwn words.\n```\n"
INDEX_EDITS = {
    "another speaker": ("quotes/lecture.yaml", "John Hewitt", "Jane Doe"),
    "another unknown": ("quotes/lecture.yaml", "unknown: chain-of-thought", "unknown: architecture"),
    "a card that moves to a page": ("divine.md", "shazeer-divine\n```", "shazeer-divine\n```\n\n```{unknown-quote} hewitt-why\n```"),
    "an anchor that a heading takes": ("why.md", "# Why", "(hewitt-why)=\n# Why"),
    "a list of cards that shows another": ("cards.md", ":year: 2020", ":year: 2023"),
    "the speaker of a page": ("a.md", "A. Speaker", "Nobody Else"),
    "the speaker of a page, whose id another has": ("b.md", "B. Speaker", "Nobody Else"),
}  # fmt: skip


@pytest.mark.parametrize("edit", INDEX_EDITS)
def test_general_index_follows_all_that_its_entries_are_made_of(new_site, edit):
    own = {
        f"{name}.md": OWN.format(id="own", speaker=f"{name.upper()}. Speaker").replace("# own", f"# {name}")
        for name in "ab"
    }
    site = new_site(PAGES | own)
    before = site.build(expect_warnings=True).html("genindex")
    name, old, new = INDEX_EDITS[edit]
    after = site.edit(name, old, new).build(expect_warnings=True).html("genindex")
    assert after != before
    assert after == clean_outputs(site, expect_warnings=True)["genindex.html"].decode()


def test_names_that_differ_in_case_alone_stand_as_in_a_build_from_nothing(new_site):
    """Below what is unknown, Sphinx leaves them in the order in which it was told of them."""
    files = {
        f"{name}.md": OWN.format(id=name, speaker=speaker).replace("\n\nOwn", "\n:unknown: architecture\n\nOwn")
        for name, speaker in {"a": "Ada", "b": "ada"}.items()
    }
    site = new_site({"index.md": "# Home\n", **files}).build()
    site.edit("a.md", ":speaker: Ada", ":speaker: ADA").build()
    assert site.html("genindex") == clean_outputs(site)["genindex.html"].decode()


def test_build_of_single_files_leaves_the_others_to_the_next(site):
    site.edit("quotes/lecture.yaml", "works exactly", "works")
    app = SphinxTestApp(srcdir=site.root, builddir=site.root / "_build")
    try:
        app.build(filenames=[str(site.root / "plain.md")])
    finally:
        app.cleanup()
    assert "works exactly" in site.html("list")
    assert "works exactly" not in site.build().html("list")


def test_filter_of_every_list_follows_the_order_of_unknowns(new_site):
    unknowns = ["a: {title: A}\n", "b: {title: B}\n"]
    files = {
        "quotes/unknowns.yaml": "".join(unknowns),
        "quotes/x.yaml": "source: {title: S, type: talk}\nquotes:\n  - {id: x, text: X., unknown: a}\n  - {id: y, text: Y., unknown: b}\n",
        "index.md": "# Page\n\n```{unknown-quote-index}\n:by: source\n```\n",
    }  # fmt: skip
    site = new_site(files, quotes=False).build()
    site.write({"quotes/unknowns.yaml": "".join(reversed(unknowns))}).build()
    assert site.html("index") == clean_outputs(site)["index.html"].decode()


def test_link_of_a_card_whose_id_another_has_follows_the_lists(new_site):
    files = {
        "quotes/x.yaml": "source: {title: S, type: talk}\nquotes:\n  - {id: own, text: X., unknown: chain-of-thought}\n  - {id: y, text: Y., unknown: chain-of-thought}\n",
        "own.md": OWN.format(id="own", speaker="A").replace("\n\nOwn", "\n:unknown: architecture\n\nOwn"),
        "list.md": "---\norphan: true\n---\n# List\n\n```{unknown-quote-index}\n:unknown: architecture\n```\n",
        "index.md": "# Home\n",
    }  # fmt: skip
    files["quotes/paper.yaml"] = "source: {title: P, type: paper}\nquotes: []\n"
    site = new_site(files).build(expect_warnings=True)
    before = site.html("own")
    site.edit("quotes/x.yaml", "id: y, text: Y., unknown: chain-of-thought", "id: y, text: Y., unknown: architecture")
    after = site.build(expect_warnings=True).html("own")
    assert after == clean_outputs(site, expect_warnings=True)["own.html"].decode() != before


@pytest.mark.parametrize("damage", [Path.unlink, lambda page: page.write_text(page.read_text()[:-100])])
def test_search_page_that_is_gone_or_was_left_in_part_is_written_again(site, damage):
    expected = site.html("search")
    damage(site.outdir / "search.html")
    assert site.build().html("search") == expected


def test_page_of_an_author_that_is_called_search_gives_way_to_that_of_sphinx(new_site):
    """As it does without this extension."""
    files = {"index.md": f"# Page\n\n{CARD}", "search.md": "---\norphan: true\n---\n# Search\n\nBefore.\n"}
    site = new_site(files).build()
    before = site.html("search")
    assert site.edit("search.md", "Before", "After").build().html("search") == before


def test_general_index_in_parts_stays_complete(new_site):
    site = new_site({"index.md": f"# Page\n\n{CARD}"}, "html_split_index = True\n").build()
    expected = site.outputs()
    assert b"Hewitt, John" in expected["genindex-H.html"]
    assert site.build().outputs() == expected


@pytest.mark.parametrize("builder", ["text", "xml"])
def test_build_of_single_files_leaves_the_others_to_the_next_whatever_the_format(site, builder):
    site.build(builder, out=builder)
    site.edit("quotes/lecture.yaml", "works exactly", "works")
    app = SphinxTestApp(builder, srcdir=site.root, builddir=site.root / "_build" / builder)
    try:
        app.build(filenames=[str(site.root / "plain.md")])
    finally:
        app.cleanup()
    assert "list" in site.build(builder, out=builder).written


def test_another_extension_may_ask_for_objects_as_soon_as_there_is_a_builder(new_site):
    conf = """
def setup(app):
    app.connect("builder-inited", lambda app: list(app.env.domains["uq"].get_objects()) and None, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    new_site(PAGES, conf).build().build()

"""All outputs of one site with hostile words: they are the same in any order of work, and other programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import feedparser
import jsonschema
import pytest
import sphobjinv
import yaml
from linkpreview import link_preview
from PIL import Image

from tests.publish.samples import HOSTILE

ON = """
html_baseurl = "https://talks.example/en/"
unknown_quotes_pages = unknown_quotes_pictures = unknown_quotes_feed = True
version = copyright = "1"
"""
#: Characters that YAML escapes and the collection takes; those that it refuses are in other tests.
WORDS = HOSTILE


def hostile_files() -> dict[str, str]:
    """Words that try to break out, in every field, with old names; half of the cards on each of two pages."""
    quotes = [
        {
            "id": f"q-{number}", "text": words,
            # With a semicolon it would be taken for several names.
            "speaker": " ".join(words.split()).replace(";", ","), "context": " ".join(words.split()),
            "unknown": "why", "added": "2026-01-02", "formerly": [f"old-{number}", f"older-{number}"],
            "corrected": [{"date": "2026-02-03", "was": words, "why": " ".join(words.split())}],
        }
        for number, words in enumerate(WORDS)
    ]  # fmt: skip
    cards = [f"```{{unknown-quote}} {quote['id']}\n```\n\n" for quote in quotes]
    half = len(cards) // 2
    return {
        "index.md": f"# Page\n\n```{{toctree}}\nother\n```\n\n{''.join(cards[:half])}",
        "other.md": f"# Other\n\n{''.join(cards[half:-1])}{{uq:text}}`q-0` {{uq:quote}}`q-1`\n",
        "quotes/s.yaml": yaml.safe_dump(
            {
                "source": {"title": '<b>T</b> & "t"', "type": "talk", "url": "https://h.example/?a=1&b=2"},
                "quotes": quotes,
            }
        ),
        "quotes/unknowns.yaml": yaml.safe_dump({"why": {"title": "Why <it> & how"}}),
    }


class Page(HTMLParser):
    """What a program that makes previews, and one that runs scripts, find on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self._inside = tag == "script"
        if self._inside:
            self.scripts.append("")
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.meta[name] = values.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "
        if self._inside:
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    from ..conftest import CONF, Site

    return Site(tmp_path_factory.mktemp("on")).write({"conf.py": CONF + ON, **hostile_files()}).build()


@pytest.fixture(scope="module")
def outdir(site):
    """Where the first build wrote."""
    return site.outdir


@pytest.fixture(scope="module")
def outputs(site, outdir):
    """The output of the first build, kept before a test builds again."""
    return site.outputs()


@pytest.fixture(scope="module")
def recorded(outputs):
    return {quote["id"]: quote for quote in json.loads(outputs["quotes.json"])["quotes"]}


def test_json_has_the_words_as_they_were_and_fits_its_schema(outputs, recorded):
    assert {key: quote["text"] for key, quote in recorded.items()} == {
        f"q-{number}": words for number, words in enumerate(WORDS)
    }
    jsonschema.validate(json.loads(outputs["quotes.json"]), json.loads(outputs["quotes.schema.json"]))


def test_every_quotation_has_a_page_whose_preview_and_data_have_its_words(outputs, recorded):
    for key, quote in recorded.items():
        page = Page(outputs[f"quotes/{key}.html"].decode())
        documents = [json.loads(text) for text in page.scripts if text.startswith('{"@context"')]
        assert [document["text"] for document in documents] == [quote["text"]]
        assert page.meta["og:url"] == quote["permalink"] == f"https://talks.example/en/quotes/{key}.html"
        words = page.meta["og:description"].strip("“”").replace("’", "'").removesuffix("…")
        assert words
        assert " ".join(quote["text"].split()).startswith(words)
        assert not page.tags & {"b", "i"}
        assert all("alert(1)" not in text for text in page.scripts if not text.startswith('{"@context"'))


def test_a_preview_shows_the_words_the_site_and_the_picture(outputs, recorded):
    """As linkpreview reads it, which takes what OpenGraph says before what Twitter's and other tags say."""
    for key, quote in recorded.items():
        preview = link_preview(quote["permalink"], outputs[f"quotes/{key}.html"].decode())
        assert preview.site_name == "Test documentation"
        assert preview.title
        assert " ".join(quote["text"].split())[:40] in preview.description.replace("’", "'").replace("\u2028", " ")
        has_picture = f"quotes/{key}.png" in outputs
        assert preview.image == (f"https://talks.example/en/quotes/{key}.png" if has_picture else None)


def test_a_preview_names_a_picture_only_where_there_is_one(outputs, recorded):
    with_one = set()
    for key in recorded:
        found = Page(outputs[f"quotes/{key}.html"].decode()).meta
        assert ("og:image" in found) == (f"quotes/{key}.png" in outputs)
        if "og:image" in found:
            with_one.add(key)
            assert found["og:image"] == f"https://talks.example/en/quotes/{key}.png"
            assert Image.open(io.BytesIO(outputs[f"quotes/{key}.png"])).size == (1200, 630)
    emoji_and_hebrew = {f"q-{number}" for number, words in enumerate(WORDS) if re.search("[\u0590-\u06ff\u202e\U0001f300-\U0001faff]", words)}  # fmt: skip
    assert with_one
    assert emoji_and_hebrew
    assert not with_one & emoji_and_hebrew


def test_the_feed_leads_to_every_page(outputs, recorded):
    feed = feedparser.parse(outputs["quotes.atom"])
    assert not feed.bozo
    assert {entry.link for entry in feed.entries} == {quote["permalink"] for quote in recorded.values()}


def test_no_cell_is_a_formula(outputs, recorded):
    rows = list(csv.DictReader(io.StringIO(outputs["quotes.csv"].decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == recorded.keys()
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in ("=", "+", "-", "@") and cell]


def test_sphobjinv_reads_every_name_and_every_former_one(site, outputs):
    inventory = sphobjinv.Inventory(zlib=outputs["objects.inv"])
    found = {item.name: item.uri_expanded for item in inventory.objects if item.domain == "uq" and item.role == "quote"}
    shown = len(WORDS) - 1
    for number in range(shown):
        page = "index.html" if number < len(WORDS) // 2 else "other.html"
        for name in (f"q-{number}", f"old-{number}", f"older-{number}"):
            assert found[name] == f"{page}#q-{number}"


def test_another_project_refers_to_a_quotation_by_its_name_and_by_a_former_one(outdir, new_site):
    inventory = outdir / "objects.inv"
    conf = f'extensions.append("sphinx.ext.intersphinx")\nintersphinx_mapping = {{"talks": ("https://talks.example/en", {str(inventory)!r})}}\n'
    text = "{external+talks:uq:quote}`q-0` and {external+talks:uq:quote}`it <older-1>`\n"
    other = new_site({"index.md": f"# Page\n\n{text}"}, conf).build()
    addresses = re.findall(r'class="reference external" href="([^"]*)"', other.html("index"))
    assert addresses == ["https://talks.example/en/index.html#q-0", "https://talks.example/en/index.html#q-1"]


def test_two_processes_write_the_same_bytes(site, outputs):
    assert differing(outputs, site.build(parallel=2, out="two").outputs()) == set()


def test_folders_of_their_own_change_nothing_but_addresses(site, outputs):
    folders = {named(name): data for name, data in site.build("dirhtml", out="folders").outputs().items()}
    files = {name: data for name, data in outputs.items() if name.startswith(("quotes", "objects"))}
    assert files.keys() - folders.keys() == set()
    for name, data in files.items():
        if name.endswith((".png", ".csl.json", ".bib", ".schema.json")):
            assert folders[name] == data, name
        elif name.startswith("quotes."):
            assert unaddressed(folders[name].decode()) == unaddressed(data.decode()), name
        elif name.endswith(".html"):
            assert unaddressed(Page(folders[name].decode()).text) == unaddressed(Page(data.decode()).text), name


def test_an_epub_has_none_of_it(site):
    book = site.build("epub", out="epub")
    assert not [name for name in book.outputs() if name.startswith("quotes")]
    assert "quotes.atom" not in book.output("index.xhtml")


def test_files_come_back_also_when_no_page_changed(site, outdir, outputs):
    lost = [name for name in outputs if name.startswith("quotes")]
    for name in lost:
        (outdir / name).unlink()
    again = site.build()
    assert again.written == set()
    assert differing(outputs, again.outputs()) == set()


def unaddressed(text: str) -> str:
    """The text without those parts of addresses in which builders differ."""
    return re.sub(r"(?:\.\./)+|/?(?:index)?\.html|/(?=[\"#,<\s])", "", text)


def named(name: str) -> str:
    """The name that a page of a folder of its own has without it."""
    return name if name in ("index.html", "genindex.html") else name.replace("/index.html", ".html")


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> set[str]:
    """The files that are not in both folders, or differ. Sphinx's own notes of the build do not count."""
    names = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    return {
        name for name in names if not name.startswith((".", "_static/documentation")) and name != "environment.pickle"
    }

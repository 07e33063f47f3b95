"""A page for each quotation: what it has, what leads to it, and what it tells machines."""

from __future__ import annotations

import json
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyld import jsonld

ON = "unknown_quotes_pages = True\n"
BASE = 'html_baseurl = "https://talks.example/en/"\n'
CARD = "```{unknown-quote} hewitt-why\n```\n\n"
DOE = "```{unknown-quote}\n:id: doe\n:speaker: Jane Doe\n:formerly: doe-old\n\nWords.\n```\n\n"


class Head(HTMLParser):
    """The properties of a page as those who make previews read them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.found[name] = values.get("content") or ""
        if tag == "link" and values.get("rel") == "canonical":
            self.found["canonical"] = values.get("href") or ""


def json_ld(html: str) -> dict[str, object]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(text)


def test_pages_are_off_unless_asked_for(build):
    site = build(CARD)
    assert not [name for name in site.outputs() if name.startswith("quotes/")]
    assert 'class="uq-permalink" href="#hewitt-why"' in site.html("index")


def test_the_permalink_of_a_card_leads_to_its_page(build):
    assert 'class="uq-permalink" href="quotes/hewitt-why.html"' in build(CARD, conf=ON).html("index")


def test_every_quotation_has_a_page_also_one_that_no_page_shows(build):
    site = build(CARD, conf=ON)
    shown = json.loads(site.output("quotes.json"))["quotes"]
    assert [name for name in site.outputs() if name.startswith("quotes/")] == sorted(
        f"quotes/{quote['id']}.html" for quote in shown
    )


def test_a_page_says_where_its_quotation_is_used(new_site):
    files = {
        "index.md": f"# First\n\n```{{toctree}}\na\nb\nc\n```\n\n{CARD}",
        "a.md": "# Words of it\n\n{uq:text}`hewitt-why`\n",
        "b.md": "# A link to it\n\n{uq:quote}`hewitt-why`\n",
        "c.md": "# Nothing of it\n",
    }
    html = new_site(files, ON).build().html("quotes/hewitt-why")
    used = html.partition("Where it is used")[2].partition("</section>")[0]
    assert re.findall(r'href="([^"]*)">([^<]*)<', used) == [
        ("../index.html#hewitt-why", "First"),
        ("../a.html", "Words of it"),
        ("../b.html", "A link to it"),
    ]


def test_a_page_leads_to_its_neighbours_in_what_is_unknown(build):
    quotes = "".join(
        f"```{{unknown-quote}}\n:id: q-{n}\n:unknown: chain-of-thought\n\nWords {n}.\n```\n\n" for n in (1, 2, 3)
    )
    html = build(quotes, conf=ON).html("quotes/q-2")
    others = html.partition("Others on the same")[2].partition("</section>")[0]
    assert re.findall(r'href="([^"]*)"', others) == ["q-1.html", "q-3.html"]


def test_previews_and_search_engines_are_told_the_words(build):
    found = Head(build(CARD, conf=ON + BASE).html("quotes/hewitt-why")).found
    assert found["canonical"] == found["og:url"] == "https://talks.example/en/quotes/hewitt-why.html"
    assert "“No one’s really sure why" in found["og:description"]
    assert found["og:title"].startswith("John Hewitt: “")
    assert (found["og:type"], found["twitter:card"]) == ("article", "summary")


def test_in_folders_of_their_own_pages_have_the_addresses_of_folders(build):
    site = build(CARD, conf=ON + BASE, builder="dirhtml")
    assert (
        Head(site.output("quotes/hewitt-why/index.html")).found["og:url"]
        == "https://talks.example/en/quotes/hewitt-why/"
    )
    assert 'class="uq-permalink" href="quotes/hewitt-why/"' in site.output("index.html")


def test_the_json_ld_of_a_page_expands(build):
    document = json_ld(build(CARD, conf=ON + BASE).html("quotes/hewitt-why"))
    assert document.pop("@context") == "https://schema.org"
    (expanded,) = jsonld.expand(document | {"@context": {"@vocab": "https://schema.org/"}})
    assert expanded["@id"] == "https://talks.example/en/quotes/hewitt-why.html"
    assert expanded["@type"] == ["https://schema.org/Quotation"]


def test_words_cannot_leave_their_place_on_the_page(build):
    words = "</script><script>alert(1)</script> uqframehead uqframebody <b>&amp; \"x\" 'y'"
    html = build(f"```{{unknown-quote}}\n:id: doe\n:speaker: uqframebody <i>\n\n{words}\n```\n", conf=ON).html(
        "quotes/doe"
    )
    assert "<script>alert" not in html
    assert "<i>" not in html
    assert json_ld(html)["text"] == words
    assert html.count('class="uq-page"') == 1


def test_a_former_id_leads_to_the_page_the_card_and_the_quotation(new_site):
    files = {"index.md": f"# Page\n\n{DOE}", "other.md": "---\norphan: true\n---\n# Other\n\n{uq:quote}`it <doe-old>` [](#doe-old) {uq:text}`doe-old`\n"}  # fmt: skip
    site = new_site(files, ON).build()
    assert 'http-equiv="refresh" content="0; url=doe.html"' in site.html("quotes/doe-old")
    assert 'id="doe-old"' in site.html("index")
    assert site.html("other").count('href="index.html#doe"') == 2
    assert "Words." in site.html("other")
    inventory = zlib.decompress((site.outdir / "objects.inv").read_bytes().split(b"zlib.\n", 1)[1]).decode()
    assert "doe-old uq:quote -1 index.html#doe " in inventory


def test_a_card_by_a_former_id_is_the_quotation(new_site):
    quotes = {
        "quotes/s.yaml": "source: {title: T, type: talk}\nquotes:\n- {id: new, text: Words., formerly: [old, older]}\n"
    }
    site = new_site({"index.md": "# Page\n\n```{unknown-quote} old\n```\n\n{uq:quote}`it <older>`\n", **quotes}).build()
    assert "Words." in site.html("index")
    assert 'href="#old"' in site.html("index")


def test_a_former_id_that_is_anothers_is_said_and_leads_to_that_one(new_site):
    quotes = {
        "quotes/s.yaml": "source: {title: T, type: talk}\nquotes:\n- {id: a, text: One.}\n- {id: b, text: Two., formerly: a}\n"
    }
    site = new_site({"index.md": "# Page\n\n{uq:text}`a`\n", **quotes}).build(expect_warnings=True)
    (warning,) = [line for line in site.warnings if "formerly" in line]
    assert warning.startswith("quotes/s.yaml:4:33: WARNING: formerly: 'a' is an id of the quotation at")
    assert "One." in site.html("index")


def test_a_corrected_quotation_says_so(new_site):
    record = "{id: a, text: Right., corrected: [{date: 2026-01-02, was: Rihgt., why: A slip of the pen.}]}"
    site = new_site(
        {"index.md": "# Page\n", "quotes/s.yaml": f"source: {{title: T, type: talk}}\nquotes:\n- {record}\n"}, ON
    ).build()
    html = site.html("quotes/a")
    assert "A slip of the pen." in html
    assert ">Rihgt.</del>" in html
    (published,) = [quote for quote in json.loads(site.output("quotes.json"))["quotes"] if quote["id"] == "a"]
    assert published["corrected"] == [{"date": "2026-01-02", "was": "Rihgt.", "why": "A slip of the pen."}]


@pytest.mark.parametrize(
    ("conf", "address"), [("", "quotes/hewitt-why.html"), (BASE, "https://talks.example/en/quotes/hewitt-why.html")]
)
def test_quotes_json_has_the_permalink(build, conf, address):
    quotes = json.loads(build(CARD, conf=ON + conf).output("quotes.json"))["quotes"]
    assert {quote["id"]: quote["permalink"] for quote in quotes}["hewitt-why"] == address
    assert len([quote for quote in quotes if "permalink" in quote]) == len(quotes)


def test_the_feed_leads_to_the_pages(build):
    dated = "```{unknown-quote}\n:id: doe\n:added: 2026-01-02\n\nWords.\n```\n"
    site = build(dated, conf=f"{ON}{BASE}unknown_quotes_feed = True\n")
    assert 'href="https://talks.example/en/quotes/doe.html"' in site.output("quotes.atom")


def test_a_page_of_the_site_keeps_its_address(new_site):
    files = {"index.md": f"# Page\n\n{DOE}", "quotes/doe.md": "---\norphan: true\n---\n# Mine\n"}
    site = new_site(files, ON).build(expect_warnings=True)
    assert [line for line in site.warnings if "[unknown_quotes.output]" in line] == [
        "quotes/doe.md: WARNING: the page of 'doe' is not written: there is a page 'quotes/doe'. [unknown_quotes.output]"
    ]
    assert "Mine" in site.html("quotes/doe")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "latex"])
def test_where_there_are_no_pages_there_are_none_of_quotations(build, builder):
    conf = ON + 'version = copyright = "1"\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
    assert not [name for name in build(CARD, conf=conf, builder=builder).outputs() if name.startswith("quotes/")]


def test_pages_are_the_same_in_parallel_and_when_nothing_changed(new_site):
    site = new_site({"index.md": f"# Page\n\n```{{toctree}}\na\n```\n\n{CARD}", "a.md": f"# A\n\n{DOE}"}, ON)
    first = {name: data for name, data in site.build().outputs().items() if name.startswith("quotes/")}
    times = {path.name: path.stat().st_mtime_ns for path in Path(site.outdir, "quotes").iterdir()}
    again = site.build()
    assert {path.name: path.stat().st_mtime_ns for path in Path(again.outdir, "quotes").iterdir()} == times
    assert {
        name: data for name, data in site.build(parallel=2, out="two").outputs().items() if name.startswith("quotes/")
    } == first


def test_a_citation_tells_the_year_once(build):
    quote = "```{unknown-quote}\n:id: doe\n:speaker: Jane Doe\n:source: A talk\n:container: Course 2023\n:date: 2023\n\nWords.\n```\n"
    html = build(quote, conf=ON).html("quotes/doe")
    assert "<p>“Words.” (Jane Doe, 2023). A talk, Course 2023</p>" in html


def test_a_page_says_once_who_reported_and_when_the_words_were_read(build):
    told = ":via: A blog\n:via-url: https://blog.example/\n"
    card = "```{{unknown-quote}}\n:id: own\n{}\nWords.\n```\n"
    recorded = build(card.format(told), conf=ON).html("quotes/own").partition("What is recorded")[2]
    assert recorded.count("A blog") == 1
    assert (
        '<dd><a class="reference external" href="https://blog.example/">Only reported, in “A blog”</a></dd>' in recorded
    )
    recorded = build(card.format(":seen: 2026-11-22\n"), conf=ON).html("quotes/own").partition("What is recorded")[2]
    assert recorded.count("November 22, 2026") == 1
    both = build(card.format(f"{told}:seen: 2026-11-22\n"), conf=ON).html("quotes/own").partition("What is recorded")[2]
    assert "<dt>Reported in</dt>" in both

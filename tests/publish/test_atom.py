"""quotes.atom, read back by feedparser."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import feedparser
import pytest

from sphinx_unknown_quotes.collection.records import Correction, Unknown
from sphinx_unknown_quotes.publish.quotes_atom import NEWEST, FeedSite, quotes_atom
from tests.collection.samples import collection, quotation, source

from .samples import HOSTILE, hostile_collection

SITE = FeedSite("Talks, anew", "My Talks", "The editors", "en", "https://talks.example/en/latest/index.html",
                "https://talks.example/en/latest/quotes.atom")  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(found, **pages: str):
    feed = feedparser.parse(quotes_atom(found, SITE, pages))
    assert not feed.bozo
    return feed


FEED = f"""\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
 <id>tag:talks.example,2026:my-talks</id>
 <title>Talks, anew</title>
 <updated>2026-02-03T00:00:00Z</updated>
 <link rel="self" type="application/atom+xml" href="https://talks.example/en/latest/quotes.atom" />
 <link rel="alternate" type="text/html" href="https://talks.example/en/latest/index.html" />
 <author>
  <name>The editors</name>
 </author>
 <entry>
  <id>tag:talks.example,2026:my-talks/a</id>
  <title>{"x" * 79}…</title>
  <published>2026-01-02T00:00:00Z</published>
  <updated>2026-01-02T00:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://h.example/a.mp4" />
  <content type="xhtml">
   <div xmlns="http://www.w3.org/1999/xhtml">
    <blockquote cite="https://h.example/a.mp4" lang="en">
     <p>{"x" * 81}</p>
    </blockquote>
    <p>A talk</p>
   </div>
  </content>
 </entry>
 <entry>
  <id>tag:talks.example,2026:my-talks/old</id>
  <title>Ann Bee, Cy Dee: One two. Three.</title>
  <published>2026-01-02T00:00:00Z</published>
  <updated>2026-02-03T00:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://talks.example/en/latest/p.html#b" />
  <link rel="via" href="https://h.example/a.mp4#t=65" />
  <author>
   <name>Ann Bee</name>
  </author>
  <author>
   <name>Cy Dee</name>
  </author>
  <category term="why" label="Why, though" />
  <content type="xhtml">
   <div xmlns="http://www.w3.org/1999/xhtml">
    <blockquote cite="https://h.example/a.mp4#t=65" lang="de">
     <p>One two.</p>
     <p>Three.</p>
    </blockquote>
    <p>Ann Bee, Cy Dee, A talk</p>
    <p>2026-02-03: An ear.</p>
    <p>
     <del>Won two</del>
    </p>
   </div>
  </content>
 </entry>
</feed>
"""


def test_the_feed_to_the_letter() -> None:
    full = quotation(
        "b", text="One  two.\n\nThree.", speaker=("Ann Bee", "Cy Dee"), at="1:05", lang="de", unknown="why", formerly=("old",),
        added="2026-01-02", corrected=(Correction("2026-02-03", "Won\n\ntwo", "An ear."),),
    )  # fmt: skip
    bare = quotation("a", added="2026-01-02", text="x" * 81)
    found = collection([full, bare], [source(url="https://h.example/a.mp4")], [Unknown("why", "Why, though")])
    data = quotes_atom(found, SITE, {"b": "https://talks.example/en/latest/p.html#b"})
    assert data is not None
    assert data.decode() == FEED


def test_words_that_nothing_shows_have_no_link() -> None:
    (entry,) = parsed(collection([quotation(added="2026-01-02")])).entries
    assert "links" not in entry
    assert "cite" not in entry.content[0].value


def test_a_site_without_an_author_has_its_title_for_one_and_one_without_a_name_its_host_alone() -> None:
    data = quotes_atom(collection([quotation(added="2026-01-02")]), SITE._replace(author="", project="— 日本 —"), {})
    feed = feedparser.parse(data).feed
    assert (feed.author, feed.id) == ("Talks, anew", "tag:talks.example,2026:")


def test_an_entry_is_known_dated_and_linked() -> None:
    said = quotation(speaker=("Ann Bee",), at="1:05", added="2026-01-02")
    feed = parsed(
        collection([said], [source(url="https://h.example/a.mp4")]), a="https://talks.example/en/latest/p.html#a"
    )
    (entry,) = feed.entries
    assert (feed.version, feed.feed.id, feed.feed.title) == ("atom10", "tag:talks.example,2026:my-talks", "Talks, anew")
    assert entry.id == "tag:talks.example,2026:my-talks/a"
    assert entry.title == "Ann Bee: We don't know."
    assert (entry.published, entry.updated, feed.feed.updated) == ("2026-01-02T00:00:00Z",) * 3
    assert {link.rel: link.href for link in entry.links} == {
        "alternate": "https://talks.example/en/latest/p.html#a",
        "via": "https://h.example/a.mp4#t=65",
    }


def test_a_quotation_that_does_not_say_when_it_was_added_is_not_new() -> None:
    feed = parsed(collection([quotation("a"), quotation("b", added="2026-01-02")]))
    assert [entry.id.rpartition("/")[2] for entry in feed.entries] == ["b"]


def test_where_nothing_is_dated_there_is_no_feed() -> None:
    assert quotes_atom(collection([quotation()]), SITE, {}) is None


def test_a_correction_makes_an_entry_new_and_says_what_was_there() -> None:
    said = quotation(
        added="2026-01-02", corrected=(Correction("2026-03-04", "We don't now.", "A letter was missing."),)
    )
    (entry,) = parsed(collection([said])).entries
    assert entry.updated == "2026-03-04T00:00:00Z"
    assert "A letter was missing." in entry.content[0].value
    assert "<del>We don't now.</del>" in entry.content[0].value


def test_an_entry_keeps_its_name_when_the_quotation_gets_another() -> None:
    (entry,) = parsed(collection([quotation("today", formerly=("first", "second"), added="2026-01-02")])).entries
    assert entry.id.endswith("/first")


def test_the_newest_come_first_and_only_so_many() -> None:
    many = [quotation(f"q-{number:03}", added=f"2026-01-{1 + number % 28:02}") for number in range(NEWEST + 9)]
    entries = parsed(collection(many)).entries
    days = [entry.published for entry in entries]
    assert len(entries) == NEWEST
    assert days == sorted(days, reverse=True)


def test_a_long_quotation_is_cut_at_a_word_in_its_title_alone() -> None:
    (entry,) = parsed(collection([quotation(text="word " * 40, added="2026-01-02")])).entries
    assert entry.title.endswith("word…")
    assert entry.content[0].value.count("word") == 40


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_come_out_as_they_went_in(number: int) -> None:
    data = quotes_atom(hostile_collection(), SITE, {})
    entries = {entry.findtext(f"{ATOM}id"): entry for entry in ET.fromstring(data).iter(f"{ATOM}entry")}
    entry = entries[f"tag:talks.example,2026:my-talks/q-{number}"]
    paragraphs = entry.iterfind(".//{*}blockquote/{*}p")
    assert [p.text for p in paragraphs] == [" ".join(part.split()) for part in HOSTILE[number].split("\n\n")]
    assert {element.tag.rpartition("}")[2] for element in entry.find(f"{ATOM}content").iter()} == {
        "content", "div", "blockquote", "p", "del",
    }  # fmt: skip

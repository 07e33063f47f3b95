"""Addresses as people copy them: the moment in them, and which of them lead to one source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.linking.addresses import identities_of, source_identity, split_address
from sphinx_unknown_quotes.collection.linking.links import split_moment, timed_url
from sphinx_unknown_quotes.collection.records import Source
from sphinx_unknown_quotes.collection.text.times import Span

from .test_links import ID, LINKS, SHORT, STRETCH

WATCH = f"https://www.youtube.com/watch?v={ID}"


@pytest.mark.parametrize("row", [row for row in LINKS if row[1]], ids=lambda row: row[0])
def test_the_moment_of_every_host_is_read_back(row):
    """What the link to the moment has put into an address is what is taken out of it."""
    assert split_moment(row[1])[1] == Span(1_525_000)
    assert split_moment(row[-1])[1] in (Span(1_525_000), Span(1_525_000, 1_541_000))
    assert split_moment(split_moment(row[1])[0])[1] is None


@pytest.mark.parametrize("row", [row for row in LINKS if row[1]], ids=lambda row: row[0])
def test_an_address_with_and_without_its_moment_is_one_source(row):
    names = {source_identity(url) for url in (*row, split_moment(row[0])[0], timed_url(row[0], STRETCH))}
    assert len(names) == 1


@pytest.mark.parametrize(
    ("url", "url_of_source", "at"),
    [
        (f"https://youtu.be/{ID}?t=1352", WATCH, "22:32"),
        (f"https://youtu.be/{ID}?si=abc&t=1352", WATCH, "22:32"),
        (f"{WATCH}&t=22m32s&list=x", WATCH, "22:32"),
        (f"https://m.youtube.com/watch?t=1h2m3s&v={ID}", WATCH, "1:02:03"),
        (f"{WATCH}#t=1m2s", WATCH, "1:02"),
        (f"https://www.youtube.com/embed/{ID}?start=62&end=70", WATCH, "1:02-1:10"),
        (f"https://www.youtube.com/live/{ID}?feature=share&t=62", WATCH, "1:02"),
        (f"https://www.youtube.com/shorts/{ID}", WATCH, None),
        ("https://vimeo.com/123#t=1m2s", "https://vimeo.com/123", "1:02"),
        ("https://vimeo.com/123#comments", "https://vimeo.com/123#comments", None),
        ("https://soundcloud.com/a/b#t=1%3A02", "https://soundcloud.com/a/b", "1:02"),
        ("https://open.spotify.com/episode/abc?si=x&t=62", "https://open.spotify.com/episode/abc", "1:02"),
        ("https://www.twitch.tv/videos/1?t=1h2m3s", "https://www.twitch.tv/videos/1", "1:02:03"),
        (f"https://v.example/w/{SHORT}?start=1m2s&stop=1m9s", f"https://v.example/w/{SHORT}", "1:02-1:09"),
        ("https://h/a.mp3#t=npt:62.5,70", "https://h/a.mp3", "1:02-1:10"),
        ("https://h/a.mp3#t=,70", "https://h/a.mp3", "0:00-1:10"),
        ("https://h/a.mp3#t=12.40", "https://h/a.mp3", "0:12"),
        # No times, or not of this host
        (f"{WATCH}&t=soon", WATCH, None),
        ("https://h/a.mp3#t=soon", "https://h/a.mp3#t=soon", None),
        ("https://h/page?t=62", "https://h/page?t=62", None),
        ("https://h/page?a=1&utm_source=x&si=2", "https://h/page?a=1&si=2", None),
        ("https://h/page#part:~:text=some", "https://h/page#part", None),
        ("not an address", "not an address", None),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart(url, url_of_source, at):
    assert split_address(url)[:2] == (url_of_source, at)


def test_the_page_of_a_pdf_is_taken_from_its_address():
    assert split_address("https://h/a.pdf#page=12&zoom=100") == ("https://h/a.pdf", None, "12")


SAME = [
    [WATCH, f"https://youtu.be/{ID}?t=9", f"http://m.youtube.com/watch?t=1&v={ID}&list=x", f"https://www.youtube-nocookie.com/embed/{ID}",
     f"https://www.youtube.com/shorts/{ID}", f"https://music.youtube.com/watch?v={ID}&feature=share"],
    ["https://vimeo.com/123", "https://player.vimeo.com/video/123?h=a#t=9s", "https://vimeo.com/channels/staffpicks/123", "https://vimeo.com/123/abcdef"],
    ["https://www.dailymotion.com/video/x8abc_a-title?start=9", "https://dai.ly/x8abc"],
    ["https://www.twitch.tv/videos/123", "https://m.twitch.tv/videos/123?t=1h0m0s"],
    ["https://open.spotify.com/episode/aBc?si=x", "https://open.spotify.com/intl-de/episode/aBc?t=9"],
    ["https://archive.org/details/item", "https://www.archive.org/details/item/?start=9", "https://archive.org/embed/item"],
    [f"https://video.example/w/{SHORT}?start=9", f"https://video.example/videos/embed/{SHORT}"],
    ["https://x.hosted.panopto.com/Panopto/Pages/Viewer.aspx?id=abc&start=9", "https://x.hosted.panopto.com/Panopto/Pages/Embed.aspx?id=abc"],
    ["https://arxiv.org/abs/2202.12837", "https://arxiv.org/pdf/2202.12837v2#page=3", "http://www.arxiv.org/pdf/2202.12837.pdf"],
    ["https://doi.org/10.1234/ABC", "http://dx.doi.org/10.1234/abc"],
    ["https://www.example.org/a/?b=1&a=2", "http://example.org/a?a=2&b=1&utm_source=x#part"],
]  # fmt: skip


@pytest.mark.parametrize("urls", SAME, ids=lambda urls: urls[0])
def test_addresses_of_one_source_have_one_name(urls):
    assert len({source_identity(url) for url in urls}) == 1


def test_addresses_of_different_sources_have_different_names():
    other = ["https://example.org/", "https://example.org/b", "https://example.org/a?c=1", f"https://youtu.be/{ID[::-1]}",
             "https://example.org/#/a", "https://example.org/#!/b", "https://www.youtube.com/watch?list=x"]  # fmt: skip
    names = [source_identity(url) for url in [*(urls[0] for urls in SAME), *other]]
    assert len(set(names)) == len(names)


def test_a_source_is_known_by_its_address_its_copy_and_its_doi():
    source = Source("k", "T", "paper", url="https://h/a", archive="https://web.example/1/a", doi="10.1/X")
    assert identities_of(source) == {"h/a", "web.example/1/a", "doi:10.1/x"}
    assert identities_of(Source("k", "T", "book")) == set()


@given(st.from_regex(r"https?://[a-zA-Z0-9.@:/?#&=\[\]%,-]{0,60}", fullmatch=True) | st.text(max_size=30))
def test_any_address_can_be_taken_apart_and_once_is_enough(url):
    place = split_address(url)
    assert split_address(place.url).url == place.url
    assert source_identity(place.url) == source_identity(url)

"""The link to the moment: every host, kept and replaced parameters, and hosts that only look like one of the table."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.linking.links import HOSTS, page_url, passage_url, safe_url, timed_url

MOMENT = "25:25.9"
STRETCH = "25:25.9-25:40.1"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
ID = "DGfCRXuNA2w"

#: An address, the link to a moment in it, and to a stretch where that differs.
LINKS = [
    # YouTube
    (f"https://www.youtube.com/watch?v={ID}", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://youtube.com/watch?v={ID}", f"https://youtube.com/watch?v={ID}&t=1525s"),
    (f"http://m.youtube.com/watch?v={ID}", f"http://m.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://music.youtube.com/watch?v={ID}", f"https://music.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://WWW.YouTube.com/watch?v={ID}", f"https://WWW.YouTube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com:443/watch?v={ID}", f"https://www.youtube.com:443/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/watch?list=PL1&v={ID}&index=3", f"https://www.youtube.com/watch?list=PL1&v={ID}&index=3&t=1525s"),
    (f"https://www.youtube.com/watch?t=9&v={ID}", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/watch?v={ID}&t=1h2m3s&list=PL1", f"https://www.youtube.com/watch?v={ID}&list=PL1&t=1525s"),
    (f"https://www.youtube.com/watch?v={ID}&start=9&time_continue=8", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/watch?v={ID}#t=9", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/watch?v={ID}#comments", f"https://www.youtube.com/watch?v={ID}&t=1525s#comments"),
    (f"https://www.youtube.com/watch?v={ID}&pp=a%2Bb%3D", f"https://www.youtube.com/watch?v={ID}&pp=a%2Bb%3D&t=1525s"),
    (f"https://youtu.be/{ID}", f"https://youtu.be/{ID}?t=1525s"),
    (f"https://youtu.be/{ID}?si=x&t=9", f"https://youtu.be/{ID}?si=x&t=1525s"),
    (f"https://www.youtube.com/live/{ID}?si=x&t=9", f"https://www.youtube.com/watch?v={ID}&si=x&t=1525s"),
    (f"https://www.youtube.com/shorts/{ID}", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/shorts/{ID}/?v=other", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/v/{ID}", f"https://www.youtube.com/watch?v={ID}&t=1525s"),
    (f"https://www.youtube.com/embed/{ID}", f"https://www.youtube.com/embed/{ID}?start=1525", f"https://www.youtube.com/embed/{ID}?start=1525&end=1541"),
    (f"https://www.youtube-nocookie.com/embed/{ID}?rel=0&start=9&end=10", f"https://www.youtube-nocookie.com/embed/{ID}?rel=0&start=1525", f"https://www.youtube-nocookie.com/embed/{ID}?rel=0&start=1525&end=1541"),
    # Vimeo
    ("https://vimeo.com/123", "https://vimeo.com/123#t=1525s"),
    ("https://www.vimeo.com/123/abcdef", "https://www.vimeo.com/123/abcdef#t=1525s"),
    ("https://vimeo.com/123?share=copy#t=9s", "https://vimeo.com/123?share=copy#t=1525s"),
    ("https://player.vimeo.com/video/123?h=abc", "https://player.vimeo.com/video/123?h=abc#t=1525s"),
    # Dailymotion
    ("https://www.dailymotion.com/video/x8abc", "https://www.dailymotion.com/video/x8abc?start=1525"),
    ("https://www.dailymotion.com/video/x8abc?start=9&playlist=y", "https://www.dailymotion.com/video/x8abc?playlist=y&start=1525"),
    ("https://dai.ly/x8abc", "https://dai.ly/x8abc?start=1525"),
    # Twitch
    ("https://www.twitch.tv/videos/123", "https://www.twitch.tv/videos/123?t=0h25m25s"),
    ("https://m.twitch.tv/videos/123?t=1h0m0s&filter=all", "https://m.twitch.tv/videos/123?filter=all&t=0h25m25s"),
    # PeerTube
    (f"https://video.example/w/{SHORT}", f"https://video.example/w/{SHORT}?start=1525", f"https://video.example/w/{SHORT}?start=1525&stop=1541"),
    (f"https://video.example/w/{UUID}?start=9s&stop=10s&loop=1", f"https://video.example/w/{UUID}?loop=1&start=1525", f"https://video.example/w/{UUID}?loop=1&start=1525&stop=1541"),
    # SoundCloud
    ("https://soundcloud.com/a/b", "https://soundcloud.com/a/b#t=1525"),
    ("https://m.soundcloud.com/a/b?in=x#t=0:09", "https://m.soundcloud.com/a/b?in=x#t=1525"),
    # Spotify
    ("https://open.spotify.com/episode/abc?si=x&t=9", "https://open.spotify.com/episode/abc?si=x&t=1525"),
    # archive.org
    ("https://archive.org/details/item", "https://archive.org/details/item?start=1525"),
    ("https://www.archive.org/details/item/?start=9&q=x", "https://www.archive.org/details/item/?q=x&start=1525"),
    ("https://archive.org/details/item/talk.mp4", "https://archive.org/details/item/talk.mp4?start=1525"),
    # Panopto
    ("https://mit.hosted.panopto.com/Panopto/Pages/Viewer.aspx?id=abc&start=9", "https://mit.hosted.panopto.com/Panopto/Pages/Viewer.aspx?id=abc&start=1525"),
    ("https://x.cloud.panopto.eu/panopto/pages/embed.aspx?id=abc", "https://x.cloud.panopto.eu/panopto/pages/embed.aspx?id=abc&start=1525"),
    # Files
    ("https://example.org/talk.mp4", "https://example.org/talk.mp4#t=1525", "https://example.org/talk.mp4#t=1525,1541"),
    ("https://example.org/talk.MP3?token=a%20b#t=9,10", "https://example.org/talk.MP3?token=a%20b#t=1525", "https://example.org/talk.MP3?token=a%20b#t=1525,1541"),
    ("https://archive.org/download/item/talk.ogv", "https://archive.org/download/item/talk.ogv#t=1525", "https://archive.org/download/item/talk.ogv#t=1525,1541"),
    ("https://müller.example/talk.opus", "https://müller.example/talk.opus#t=1525", "https://müller.example/talk.opus#t=1525,1541"),
    ("http://[::1]:8080/talk.webm", "http://[::1]:8080/talk.webm#t=1525", "http://[::1]:8080/talk.webm#t=1525,1541"),
]  # fmt: skip


@pytest.mark.parametrize("row", LINKS, ids=lambda row: row[0])
def test_links_to_the_moment(row: tuple[str, ...]) -> None:
    assert row[1] == timed_url(row[0], MOMENT)


@pytest.mark.parametrize("row", LINKS, ids=lambda row: row[0])
def test_links_to_the_stretch_where_the_host_takes_one(row: tuple[str, ...]) -> None:
    assert row[-1] == timed_url(row[0], STRETCH)


@pytest.mark.parametrize("row", LINKS, ids=lambda row: row[0])
def test_a_link_is_its_own_link(row: tuple[str, ...]) -> None:
    """The time that an address has is replaced, so a second time changes nothing."""
    assert row[-1] == timed_url(row[-1], STRETCH)


def test_every_row_of_the_table_has_a_link() -> None:
    def row_of(url: str) -> int | None:
        parts = urlsplit(url)
        return next(
            (number for number, (host, _) in enumerate(HOSTS) if re.fullmatch(host, f"{parts.hostname}{parts.path}", re.IGNORECASE)),
            None,
        )  # fmt: skip

    assert set(range(len(HOSTS))) == {row_of(row[0]) for row in LINKS} - {None}


@pytest.mark.parametrize(
    "url",
    [
        # Hosts that only look like one of the table
        "https://youtube.com.evil.example/watch?v=x",
        "https://www.youtube.com.evil.example/watch?v=x",
        "https://evil-youtube.com/watch?v=x",
        "https://evilyoutube.com/watch?v=x",
        "https://evil.youtube.com/watch?v=x",
        "https://youtube.evil.example/watch?v=x",
        "https://youtube.com@evil.example/watch?v=x",
        "https://evil.example/youtube.com/watch?v=x",
        "https://evil.example/?u=https://youtube.com/watch?v=x",
        "https://evil.example/#youtube.com/watch",
        "https://youtubeXcom/watch?v=x",
        "https://youtu.be.evil.example/x",
        "https://notyoutu.be/x",
        "https://vimeo.com.evil.example/1",
        "https://evilvimeo.com/1",
        "https://dai.ly.evil.example/x",
        "https://xdai.ly/x",
        "https://twitch.tv.evil.example/videos/1",
        "https://soundcloud.com.evil.example/a/b",
        "https://open.spotify.com.evil.example/episode/x",
        "https://archive.org.evil.example/details/x",
        "https://a.panopto.com.evil.example/Panopto/Pages/Viewer.aspx?id=x",
        "https://evilpanopto.com/Panopto/Pages/Viewer.aspx?id=x",
        # Pages of those hosts that play nothing
        "https://www.youtube.com/playlist?list=x",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/",
        "https://www.twitch.tv/someone",
        "https://www.dailymotion.com/user",
        "https://open.spotify.com/track/x",
        "https://archive.org/details/item/start/1/end/2",
        "https://x.hosted.panopto.com/Panopto/Pages/Home.aspx",
        # Anything else
        "https://example.org/",
        "https://example.org/talk?t=9",
        "https://example.org/talk.mp4/page",
        "https://example.org/?file=talk.mp4",
        "https://example.org/#talk.mp4",
        "https://example.org/mp4",
    ],
)
def test_invents_no_time_for_a_host_that_has_no_row(url: str) -> None:
    assert timed_url(url, STRETCH) is None


@pytest.mark.parametrize(
    "path",
    ["how-to-write-a-proposal", "SomeLongPageNameInAWiki", "abcdefghijklmnopqrstu", f"{SHORT}x", SHORT.replace("k", "0"),
     SHORT.replace("k", "l"), UUID[:-1], f"{UUID}/edit", UUID.replace("-", ""), "deadbeefdeadbeefdead"],
)  # fmt: skip
def test_a_wiki_page_is_no_peertube_video(path: str) -> None:
    """PeerTube's row takes any host, so it must not take any path."""
    assert timed_url(f"https://example.org/w/{path}", STRETCH) is None


def test_a_fraction_is_floored_for_the_start_and_raised_for_the_end() -> None:
    assert timed_url("https://h/a.mp4", "1.999-2.001") == "https://h/a.mp4#t=1,3"


def test_the_very_beginning_is_a_moment_too() -> None:
    assert timed_url(f"https://youtu.be/{ID}", "0:00") == f"https://youtu.be/{ID}?t=0s"


def test_hours_are_written_for_twitch() -> None:
    assert timed_url("https://www.twitch.tv/videos/1", "1:02:03") == "https://www.twitch.tv/videos/1?t=1h2m3s"


UNSAFE = ["javascript:alert(1)//youtube.com/watch", "data:text/html,x", "file:///talk.mp4", "ftp://h/talk.mp4", "//h/talk.mp4", "talk.mp4",
          "http://[::1/talk.mp4", "http://a\uff03b/talk.mp4", "", None]  # fmt: skip


@pytest.mark.parametrize("url", UNSAFE)
def test_no_link_is_made_of_another_scheme(url: str | None) -> None:
    assert (
        safe_url(url), timed_url(url, MOMENT), page_url(url and f"{url}.pdf", "1"), passage_url(url, "a"),
    ) == (None, None, None, None)  # fmt: skip


@pytest.mark.parametrize("url", ["http://h/", "https://müller.example/a?b#c", "HTTPS://h/", "http://[::1]/"])
def test_a_web_address_is_safe_as_it_is(url: str) -> None:
    assert url == safe_url(url)


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("https://h/a.pdf", "12", "https://h/a.pdf#page=12"),
        ("https://h/a.PDF?x=1#page=3", "12", "https://h/a.PDF?x=1#page=12"),
        ("https://h/a.pdf", "12-14", "https://h/a.pdf#page=12"),
        ("https://h/a.pdf", "12, 14", "https://h/a.pdf#page=12"),
        ("https://arxiv.org/pdf/2202.12837", "3", "https://arxiv.org/pdf/2202.12837#page=3"),
        ("https://www.arxiv.org/pdf/2202.12837v2", "3", "https://www.arxiv.org/pdf/2202.12837v2#page=3"),
        ("https://arxiv.org/abs/2202.12837", "3", None),
        ("https://arxiv.org.evil.example/pdf/2202.12837", "3", None),
        ("https://h/a.html", "12", None),
        ("https://h/?f=a.pdf", "12", None),
        ("https://h/a.pdf", "xii", None),
        ("https://h/a.pdf", "p. 12", None),
        ("https://h/a.pdf", "١٢", None),
        ("https://h/a.pdf", "", None),
    ],
)
def test_links_to_the_page_of_a_pdf(url: str, page: str, expected: str | None) -> None:
    assert expected == page_url(url, page)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We know", "We%20know"),
        ("well-known", "well%2Dknown"),
        ("yes, no", "yes%2C%20no"),
        ("R&D", "R%26D"),
        ("a=b#c?d%e+f/g", "a%3Db%23c%3Fd%25e%2Bf%2Fg"),
        ("don't “know”", "don%27t%20%E2%80%9Cknow%E2%80%9D"),
        ("日本 é", "%E6%97%A5%E6%9C%AC%20%C3%A9"),
        ("🙂", "%F0%9F%99%82"),
        ("<script>", "%3Cscript%3E"),
        ("a.b_c~d", "a.b_c~d"),
        ("a\n b\t c", "a%20b%20c"),
        ("1 2 3 4 5 6 7 8 9 10", "1%202%203%204%205%206%207%208%209%2010"),
        ("1 2 3 4 5 6 7 8 9 10 11", "1%202%203%204%205,7%208%209%2010%2011"),
    ],
)
def test_encodes_the_words_of_a_passage(words: str, expected: str) -> None:
    assert f"https://h/a#:~:text={expected}" == passage_url("https://h/a", words)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://h/a?b=c", "https://h/a?b=c#:~:text=x"),
        ("https://h/a#part", "https://h/a#part:~:text=x"),
        ("https://h/a#part:~:text=old", "https://h/a#part:~:text=x"),
        ("https://h/a#:~:text=old", "https://h/a#:~:text=x"),
        ("https://müller.example/", "https://müller.example/#:~:text=x"),
    ],
)
def test_a_passage_keeps_the_rest_of_the_address(url: str, expected: str) -> None:
    assert expected == passage_url(url, "x")


@pytest.mark.parametrize("url", ["https://h/a.pdf", "https://h/a.PDF", "https://h/a.mp4"])
def test_a_file_has_no_passage(url: str) -> None:
    assert passage_url(url, "x") is None


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip))
def test_the_words_of_a_passage_read_back(words: str) -> None:
    url = passage_url("https://h/a", words)
    assert url is not None
    directive = url.removeprefix("https://h/a#:~:text=")
    assert url.isascii()
    assert not set(directive) & set("-&#<>\" '")
    shown = words.split()
    ends = [" ".join(shown)] if len(shown) <= 10 else [" ".join(shown[:5]), " ".join(shown[-5:])]
    assert ends == [unquote(end) for end in directive.split(",")]


@given(
    st.from_regex(r"https?://[a-zA-Z0-9.@:/?#&=\[\]%-]{0,40}", fullmatch=True) | st.text(max_size=30),
    st.integers(0, 999_999),
)
def test_any_address_has_a_link_to_its_own_host_or_none(url: str, start: int) -> None:
    link = timed_url(url, str(start))
    assert link is None or urlsplit(link).netloc == urlsplit(url).netloc


@pytest.mark.parametrize("url", ["http:////www.example.org/talk.mp4", "https:///talk.mp4", "https:talk.mp4"])
def test_an_address_without_a_host_is_no_link(url: str) -> None:
    """Put together again, the first one would be another address."""
    assert (safe_url(url), timed_url(url, "1:02")) == (None, None)

"""Make the link to the moment, the page or the passage from the address of a source and a locator.

Each host has a row, which was tried in a browser. A host without a row gets no link to a moment: nothing is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ..problems import InvalidValueError
from ..text.times import Span, parse_span, parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.parse import SplitResult

    #: From the parts of an address, and whether the span has an end, to the parts with the marks below in place of times.
    _Link = Callable[[SplitResult, bool], SplitResult]

# Marks for the start and the end in whole seconds, and for the start as a clock. No address has these characters.
_START, _END, _CLOCK = "\x01", "\x02", "\x03"
_MEDIA = (".mp4", ".m4v", ".webm", ".ogv", ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac")
_YOUTUBE_PATH = re.compile(r"/(?:shorts|live|v)/([\w-]{11})/?")


def _without(query: str, *names: str) -> list[str]:
    """The items of *query* without those called *names*; the others stay as they are, byte for byte."""
    return [item for item in query.split("&") if item and item.partition("=")[0] not in names]


def _with_query(url: SplitResult, names: tuple[str, ...], *items: str) -> SplitResult:
    return url._replace(query="&".join([*_without(url.query, *names), *items]))


def _youtube(url: SplitResult, ends: bool) -> SplitResult:
    if "/embed/" in url.path:
        items = [f"start={_START}", *([f"end={_END}"] if ends else [])]
        return _with_query(url, ("t", "start", "end"), *items)
    if match := _YOUTUBE_PATH.fullmatch(url.path):
        # The pages of shorts and live streams ignore a time; the watch page of the same video does not.
        url = url._replace(path="/watch", query="&".join([f"v={match[1]}", *_without(url.query, "v")]))
    fragment = "" if url.fragment.startswith("t=") else url.fragment
    return _with_query(url, ("t", "start", "time_continue"), f"t={_START}s")._replace(fragment=fragment)


def _fragment(fragment: str) -> _Link:
    return lambda url, _ends: url._replace(fragment=fragment)


def _query(name: str, *, start: str = _START, end_name: str = "") -> _Link:
    def link(url: SplitResult, ends: bool) -> SplitResult:
        items = [f"{name}={start}", *([f"{end_name}={_END}"] if ends and end_name else [])]
        return _with_query(url, (name, *([end_name] if end_name else [])), *items)

    return link


def _media(url: SplitResult, ends: bool) -> SplitResult:
    return url._replace(fragment=f"t={_START},{_END}" if ends else f"t={_START}")


#: A pattern for a host, with a path if only a part of the host plays recordings, and how it takes a time in whole seconds.
HOSTS: Final[tuple[tuple[str, _Link], ...]] = (
    (r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/(?:watch|shorts/|live/|embed/|v/).*", _youtube),
    (r"(?:www\.)?youtu\.be/.*", _youtube),
    (r"(?:www\.|player\.)?vimeo\.com/.*", _fragment(f"t={_START}s")),
    (r"(?:www\.)?dailymotion\.com/video/.*|dai\.ly/.*", _query("start")),
    (r"(?:www\.|m\.)?twitch\.tv/videos/.*", _query("t", start=_CLOCK)),
    # PeerTube runs on any host, so its row asks for exactly the two forms of its ids: 22 digits of base 58, or a UUID.
    (
        r"[^/]+/w/(?:(?-i:[1-9A-HJ-NP-Za-km-z]{22})|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
        _query("start", end_name="stop"),
    ),
    (r"(?:www\.|m\.)?soundcloud\.com/.*", _fragment(f"t={_START}")),
    (r"open\.spotify\.com/episode/.*", _query("t")),
    (r"(?:www\.)?archive\.org/details/[^/]+(?:/[^/]+\.\w+)?/?", _query("start")),
    (r"[^/]+\.panopto\.(?:com|eu)/Panopto/Pages/(?:Viewer|Embed)\.aspx", _query("start")),
)
_HOSTS = tuple((re.compile(pattern, re.IGNORECASE), link) for pattern, link in HOSTS)


def safe_url(url: str | None) -> str | None:
    """Return *url* if it is an absolute http or https address, else None. Without a host it leads nowhere."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def timed_url(url: str | None, at: str) -> str | None:
    """Return the address that opens the recording at *url* at the start of the span *at*, or None if none is known.

    A time that the address has already is replaced; its other parts stay as they are.
    Times are rounded down to whole seconds, since players do not take fractions.
    """
    span = parse_span(at)
    link = _marked_address(url, span.end is not None)
    if not link:
        return None
    seconds = span.start // 1000
    link = link.replace(_START, str(seconds))
    if span.end is not None:
        link = link.replace(_END, str(-(-span.end // 1000)))
    return link.replace(_CLOCK, f"{seconds // 3600}h{seconds // 60 % 60}m{seconds % 60}s") if _CLOCK in link else link


# All quotations of a source have the same address.
@lru_cache(maxsize=1 << 14)
def _marked_address(url: str | None, ends: bool) -> str | None:
    """Return the address with marks in place of times, or None if the host takes no time."""
    if not (address := safe_url(url)):
        return None
    parts = urlsplit(address)
    place = f"{parts.hostname or ''}{parts.path}"
    link = next((link for host, link in _HOSTS if host.fullmatch(place)), None)
    if not link and parts.path.lower().endswith(_MEDIA):
        link = _media
    return urlunsplit(link(parts, ends)) if link else None


#: The names that hosts give to the start in the addresses that they hand out, and to the end.
_START_NAMES: Final = ("t", "start", "time_continue")
_END_NAMES: Final = ("end", "stop")


def split_moment(url: str) -> tuple[str, Span | None]:
    """Return an address without its moment, and the moment, which :func:`timed_url` or the host has put there.

    The moment is what :func:`timed_url` would replace. An address without a moment, or with one that is not a time,
    stays as it is.
    """
    marked = _marked_address(url, True)
    if not marked:
        return url, None
    parts, replaced = urlsplit(url), urlsplit(marked)
    kept = replaced.query.split("&")
    times = dict(item.partition("=")[::2] for item in reversed(parts.query.split("&")) if item not in kept)
    times = {name: value for name, value in times.items() if name in (*_START_NAMES, *_END_NAMES)}
    fragment = parts.fragment
    if fragment.startswith("t=") and replaced.fragment != fragment:
        start, comma, end = unquote(fragment[2:]).removeprefix("npt:").partition(",")
        times |= {"t": start or "0"} | ({"end": end} if comma else {})
        fragment = ""
    span = _span(times)
    if span is None:
        return url, None
    items = [item for item in parts.query.split("&") if item in kept or item.partition("=")[0] not in times]
    return urlunsplit(parts._replace(query="&".join(items), fragment=fragment)), span


def _span(times: dict[str, str]) -> Span | None:
    """Read the times of an address, in which ``12.40`` is a number of seconds."""
    starts, ends = (
        next((times[name] for name in names if name in times), None) for names in (_START_NAMES, _END_NAMES)
    )
    try:
        start, end = (
            None if time is None else parse_time(f"{time}s" if re.fullmatch(r"[0-9.]+", time) else time)
            for time in (starts, ends)
        )
    except InvalidValueError:
        return None
    if start is None:
        return None
    return Span(start, end if end is not None and end > start else None)


def page_url(url: str | None, page: str) -> str | None:
    """Return the address of a page of a PDF (RFC 8118), or None if *url* is not a PDF. Of ``12-14`` it is the first page."""
    number = re.match(r"[0-9]+", page)
    if not (address := safe_url(url)) or not number:
        return None
    parts = urlsplit(address)
    # The addresses of arXiv's PDFs have no suffix.
    is_pdf = parts.path.lower().endswith(".pdf") or (
        parts.hostname in ("arxiv.org", "www.arxiv.org") and parts.path.startswith("/pdf/")
    )
    return urlunsplit(parts._replace(fragment=f"page={number[0]}")) if is_pdf else None


def passage_url(url: str | None, words: str) -> str | None:
    """Return the address of the words in a web page as a text fragment, or None if *url* is not a web page.

    https://wicg.github.io/scroll-to-text-fragment/. Of long words the address has only the first and the last five.
    """
    if not (address := safe_url(url)):
        return None
    parts = urlsplit(address)
    if parts.path.lower().endswith((*_MEDIA, ".pdf")):
        return None
    found = words.split()
    ends = [" ".join(found)] if len(found) <= 10 else [" ".join(found[:5]), " ".join(found[-5:])]
    directive = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    fragment = parts.fragment.partition(":~:")[0]
    return urlunsplit(parts._replace(fragment=f"{fragment}:~:text={directive}"))

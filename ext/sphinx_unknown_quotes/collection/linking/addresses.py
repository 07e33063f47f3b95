"""Which addresses lead to one source: a video has half a dozen forms of address, a paper three.

Each host has a row, as in :mod:`.links`. Of any other host, two addresses lead to one source if they differ only in
what names no source: ``www.``, a slash at the end, the order of the query, items for tracking.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from ..text.times import format_time
from .links import safe_url, split_moment

if TYPE_CHECKING:
    from ..records import Source

#: A pattern for host and path, a name for the kind, and the item of the query that has the id. If that is empty, the
#: group of the pattern has it.
_IDENTITIES: Final[tuple[tuple[str, str, str], ...]] = (
    (r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/(?:shorts|live|embed|v)/([\w-]{11})/?", "youtube", ""),
    (r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/watch/?", "youtube", "v"),
    (r"(?:www\.)?youtu\.be/([\w-]{11})/?", "youtube", ""),
    (r"(?:www\.|player\.)?vimeo\.com/(?:[^/]+/)*?(\d+)(?:/\w+)?/?", "vimeo", ""),
    (r"(?:www\.)?dailymotion\.com/(?:embed/)?video/([a-z0-9]+).*", "dailymotion", ""),
    (r"dai\.ly/([a-z0-9]+)/?", "dailymotion", ""),
    (r"(?:www\.|m\.)?twitch\.tv/videos/(\d+)/?", "twitch", ""),
    (r"open\.spotify\.com/(?:intl-\w+/)?episode/(\w+)/?", "spotify", ""),
    (r"(?:www\.)?archive\.org/(?:details|embed)/(.+?)/?", "archive", ""),
    (r"[^/]+\.panopto\.(?:com|eu)/Panopto/Pages/(?:Viewer|Embed)\.aspx", "panopto", "id"),
    (
        r"(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/([a-z.-]+/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?/?",
        "arxiv",
        "",
    ),
    (r"(?:www\.|dx\.)?doi\.org/(10\..+)", "doi", ""),
)
_ROWS: Final = tuple((re.compile(pattern, re.IGNORECASE), kind, name) for pattern, kind, name in _IDENTITIES)
#: Kinds whose ids mean the same in upper and lower case.
_ANY_CASE: Final = ("doi", "arxiv", "archive")
#: Items of a query that say who shared an address, and where.
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|si|feature|pp")
#: Some of them are for tracking only on these hosts.
_OWN_HOSTS: Final = re.compile(
    r"(?:.*\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|spotify\.com|soundcloud\.com)", re.IGNORECASE
)
_OWN_ITEMS: Final = ("si", "feature", "pp")


class Place(NamedTuple):
    """An address taken apart: that of the source, and where in it the words are, as a record writes it."""

    url: str
    at: str | None = None
    page: str | None = None


def split_address(url: str) -> Place:
    """Return the address of the source at *url*, and the moment or page that *url* names in it."""
    address, span = split_moment(url)
    at = None
    if span is not None:
        at = format_time(span.start) + ("" if span.end is None else f"-{format_time(span.end)}")
    if not safe_url(address):
        return Place(address, at)
    parts = urlsplit(address)
    page = re.fullmatch(r"(?:.*&)?page=(\d+)(?:&.*)?", parts.fragment)
    fragment = "" if page else parts.fragment.partition(":~:")[0]
    parts = parts._replace(query="&".join(_telling_items(parts.hostname or "", parts.query)), fragment=fragment)
    identity = source_identity(address) or ""
    if identity.startswith("youtube:"):
        # The only form that takes a moment for every kind of video.
        parts = urlsplit(f"https://www.youtube.com/watch?v={identity.partition(':')[2]}")
    return Place(urlunsplit(parts), at, page[1] if page else None)


def source_identity(url: str | None) -> str | None:
    """Return a name that all addresses of one source share; None if *url* is not an http or https address."""
    if not url or not safe_url(url):
        return None
    parts = urlsplit(split_moment(url)[0])
    host = (parts.hostname or "").lower()
    for pattern, kind, name in _ROWS:
        if match := pattern.fullmatch(f"{host}{parts.path}"):
            found = dict(parse_qsl(parts.query)).get(name, "") if name else match[1]
            if found:
                return f"{kind}:{found.lower() if kind in _ANY_CASE else found}"
    if peertube := re.fullmatch(r"/(?:w|videos/watch|videos/embed)/([\w-]{22,36})/?", parts.path):
        return f"{host}:{peertube[1]}"
    query = "&".join(sorted(_telling_items(host, parts.query)))
    # Some sites name their pages after #! or #/.
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{re.sub(r'^(?:www|m)[.]', '', host)}{parts.path.rstrip('/')}{'?' if query else ''}{query}{fragment}"


def identities_of(source: Source) -> set[str]:
    """Return the names by which *source* is known: of its address, its archived copy and its DOI."""
    found = {source_identity(source.url), source_identity(source.archive)}
    if source.doi:
        found.add(f"doi:{source.doi.lower()}")
    return {name for name in found if name}


def _telling_items(host: str, query: str) -> list[str]:
    """The items of *query* without those for tracking, in their order."""

    def tells(name: str) -> bool:
        if not _TRACKING.fullmatch(name):
            return True
        return name in _OWN_ITEMS and not _OWN_HOSTS.fullmatch(host)

    return [item for item in query.split("&") if item and tells(item.partition("=")[0])]

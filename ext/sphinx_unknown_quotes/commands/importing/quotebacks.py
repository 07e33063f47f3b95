"""Find Quotebacks in a text: ``<blockquote class="quoteback">`` with title, author and address as attributes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final, NamedTuple
from urllib.parse import unquote

#: The pattern is unambiguous, and never goes beyond the next "<", so its time is linear.
_TAG: Final = re.compile(r"""<blockquote\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""", re.IGNORECASE)
_CLASS: Final = re.compile(r"""\sclass\s*=\s*["']?[^"'>]*\bquoteback\b""", re.IGNORECASE)
_END: Final = re.compile(r"</blockquote\s*>", re.IGNORECASE)
#: Elements that begin and end a line. Two of them separate paragraphs.
_LINES: Final = ("p", "div", "li", "br", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr")
_PARAGRAPHS: Final = ("p", "blockquote", "ul", "ol")
#: Elements that are not words of the source.
_ASIDE: Final = ("footer", "script", "style")


class Quoteback(NamedTuple):
    """A quoteback, with its place in the text."""

    start: int
    end: int
    words: str
    title: str
    author: str
    address: str


def find_quotebacks(text: str) -> list[Quoteback]:
    """Return the quotebacks in *text*, in its order."""
    found = []
    place = 0
    while tag := _TAG.search(text, place):
        place = tag.end()
        if not _CLASS.search(tag[0]):
            continue
        end = _END.search(text, place)
        if not end:
            break
        place = end.end()
        reader = _Reader()
        reader.feed(text[tag.start() : place])
        reader.close()
        paragraphs = re.split(r"\n\s*\n", "".join(reader.words))
        words = "\n\n".join(" ".join(part.split()) for part in paragraphs if part.strip())
        named = {name: _plain(reader.attributes.get(name)) for name in ("data-title", "data-author")}
        address = (reader.attributes.get("cite") or "").strip()
        found.append(Quoteback(tag.start(), place, words, named["data-title"], named["data-author"], address))
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.words: list[str] = []
        self._aside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.attributes and tag == "blockquote":
            self.attributes = dict(attrs)
        self._aside += tag in _ASIDE
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._aside -= tag in _ASIDE and self._aside > 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._aside:
            self.words.append(re.sub(r"\s+", " ", data))

    def _part(self, tag: str) -> None:
        if tag in _LINES and not self._aside:
            self.words.append("\n\n" if tag in _PARAGRAPHS else "\n")


def _plain(value: str | None) -> str:
    """Return a value without percent encoding, which only some versions of the tool write."""
    value = (value or "").strip()
    return unquote(value) if re.search("%[0-9A-Fa-f]{2}", value) else value

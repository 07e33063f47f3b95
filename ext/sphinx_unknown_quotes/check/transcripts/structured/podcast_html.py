"""HTML of Podcasting 2.0: ``<cite>Name:</cite> <time>0:00</time> <p>words</p>``."""

from __future__ import annotations

import re
from typing import Final

from ..clocks import parse_clock
from ..model import Fault, Segment, Transcript, close_open_ends
from ..tag_soup import TagSoup

_TIME: Final = re.compile(r"<time\b[^<>]*>\s*\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*</time>", re.IGNORECASE | re.ASCII)
_HIDDEN: Final = ("script", "style", "title", "template", "noscript")


def looks_like_podcast_html(text: str) -> bool:
    """Whether there are clock times in ``<time>`` and words in ``<p>``."""
    return text.lstrip().startswith("<") and bool(_TIME.search(text)) and "<p" in text.lower()


def read_podcast_html(text: str) -> Transcript:
    """Read the HTML of Podcasting 2.0. A name and a time apply until the next ones."""
    parser = _Parser()
    parser.read(text)
    parser.finish()
    return Transcript(close_open_ends(parser.segments), parser.faults)


class _Parser(TagSoup):
    """Collects the paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.segments: list[Segment] = []
        self.faults: list[Fault] = []
        self._inside = ""
        self._text: list[str] = []
        self._start: int | None = None
        self._speaker: str | None = None
        self._turn = False
        self._hidden = 0
        self._paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a name, a time or a paragraph."""
        self._hidden += tag in _HIDDEN
        if tag in ("cite", "time", "p"):
            self.finish()
            self._inside = tag
            # Some files have the name and the time inside the paragraph.
            self._paragraph = self._paragraph or tag == "p"
        elif tag in ("br", "div", "li", "td"):
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a name, a time or a paragraph."""
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag == self._inside or (tag == "p" and self._paragraph):
            self.finish()
            self._paragraph = self._paragraph and tag != "p"
            self._inside = "p" if self._paragraph else ""

    def handle_data(self, data: str) -> None:
        """Add text to the open name, time or paragraph."""
        if self._inside and not self._hidden:
            self._text.append(data)

    def finish(self) -> None:
        """Turn the collected text into a name, a time or a segment."""
        text = " ".join("".join(self._text).split())
        self._text, inside, self._inside = [], self._inside, ""
        if inside == "cite":
            name = text.rstrip(":").strip() or None
            self._turn = self._turn or name != self._speaker
            self._speaker = name
        elif inside == "time" and text:
            start = parse_clock(text)
            if start is None:
                self.faults.append(Fault(self.getpos()[0], f"{text[:60]!r} is not a time."))
            else:
                self._start = start
        elif inside == "p" and text:
            self.segments.append(Segment(text, self._start, None, self._speaker, self._turn))
            self._turn = False

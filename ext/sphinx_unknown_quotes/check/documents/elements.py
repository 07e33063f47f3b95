"""Split a web page into blocks of text, with the parser of the standard library."""

from __future__ import annotations

import re
from typing import Final

from ..transcripts.tag_soup import TagSoup
from .lines import is_figures, raised_figures

_DROPPED: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "header",
        "footer",
        "aside",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
        "button",
        "textarea",
        "title",
        "rt",
        "rp",
        "del",
    ]
)
_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
#: Elements that end where the next one of the same kind begins. A paragraph ends where any block begins.
_SELF_CLOSING: Final = frozenset(["li", "dt", "dd", "tr", "td", "th", "option"])
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_HIDDEN_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
#: Notes as web pages show them: [12], [a], [citation needed].
_NOTE: Final = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")
#: The deepest nesting of elements that is read.
_MAX_DEPTH: Final = 2_000


class ElementReader(TagSoup):
    """Collects blocks of text. Dropped and hidden elements are not read, nor what is inside them."""

    def __init__(self) -> None:
        super().__init__()
        #: The text of every block, and whether it is inside the page's main element or an article.
        self.blocks: list[tuple[str, bool]] = []
        self.is_deep = False
        self._text: list[str] = []
        #: Every open element, and whether it is not read.
        self._open: list[tuple[str, bool]] = []
        self._dropped = 0
        self._main = 0
        self._raised: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _VOID:
            if tag in ("br", "hr", "img") and not self._dropped:
                self._text.append(" ")
            return
        if len(self._open) >= _MAX_DEPTH:
            self.is_deep = True
            return
        if tag not in _INLINE:
            self.end_block()
            if self._open and (self._open[-1][0] == "p" or (self._open[-1][0] == tag and tag in _SELF_CLOSING)):
                self._close_last()
        is_dropped = self._is_dropped(tag, dict(attrs))
        self._open.append((tag, is_dropped))
        self._dropped += is_dropped
        self._main += tag in ("main", "article")
        if tag == "sup" and not self._dropped:
            self._raised = []

    def _is_dropped(self, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag == "header" and self._main:
            # The header of an article has its title.
            return False
        if tag == "dialog":
            return "open" not in attributes
        # Some sites wrap the whole page in a form.
        if tag == "form":
            return attributes.get("role") == "search"
        return (
            tag in _DROPPED
            or ("hidden" in attributes and attributes["hidden"] != "until-found")
            or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
            or (attributes.get("role") or "").casefold() in _HIDDEN_ROLES
        )

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and the open elements inside it."""
        if tag == "sup":
            self._end_raised()
        if tag not in _INLINE:
            self.end_block()
        if not any(name == tag for name, _ in self._open):
            return
        while self._close_last() != tag:
            pass

    def _close_last(self) -> str:
        name, is_dropped = self._open.pop()
        self._dropped -= is_dropped
        self._main -= name in ("main", "article")
        return name

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._dropped:
            (self._text if self._raised is None else self._raised).append(data)

    def _end_raised(self) -> None:
        if self._raised is None:
            return
        raised, self._raised = "".join(self._raised), None
        if is_figures(raised):
            self._text.append(raised_figures("".join(self._text[-8:]), raised))
        elif not _NOTE.fullmatch(raised):
            self._text.append(raised)

    def end_block(self) -> None:
        """Make a block of the text since the last one."""
        self._end_raised()
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.blocks.append((text, self._main > 0))

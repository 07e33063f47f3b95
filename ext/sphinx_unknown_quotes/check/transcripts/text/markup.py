"""Remove Markdown marks, which are not words."""

from __future__ import annotations

import html
import re
from typing import Final

HEADING: Final = re.compile(r"\s{0,3}#{1,6}(?:\s|$)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]:?")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\3(?![\w_])"
)
_HTML = re.compile(r"</?[a-zA-Z][\w-]{0,20}(?:\s[^<>]*)?/?>")
_BULLET = re.compile(r"\s{0,12}(?:[-*+>]\s+)+")
_AUTOMATIC = re.compile(
    r"\bauto(?:matic(?:ally)?)?[- ]?(?:generated|transcribed|captions?|captioned)"
    r"|\bautomatic (?:captions?|subtitles?|transcri\w+|speech)|\bmachine[- ](?:generated|made|transcribed)"
    r"|\b(?:generated|made|transcribed) (?:by|with|using) (?:openai |an? )?(?:whisper|ai\b|machine)",
    re.IGNORECASE,
)


def blank_comments(text: str) -> str:
    """Blank out comments, but keep the line breaks in them."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)


def plain_words(line: str) -> str:
    """Remove emphasis, links, images, HTML tags, footnote marks and bullets from a line, and decode its entities."""
    line = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    if "[" in line:
        line = _LINK.sub(r"\1", _FOOTNOTE.sub("", _IMAGE.sub(" ", line)))
    if "*" in line or "_" in line:
        line = _EMPHASIS.sub(lambda match: match[2] or match[4], line)
    return html.unescape(_HTML.sub("", line) if "<" in line else line)


def is_automatic(header: str) -> bool:
    """Whether the header of a transcript says that a machine made it."""
    return bool(_AUTOMATIC.search(header))

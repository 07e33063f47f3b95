"""Plain text and Markdown without times: papers, articles, transcripts that nobody stamped."""

from __future__ import annotations

import re

from .markup import HEADING, blank_comments, is_automatic, plain_words
from .model import Segment, Transcript

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}|\s*(?:```|~~~).*|\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
#: A word that the end of a line cuts in two.
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\n\s*(?=[^\W\d_])")


def read_plain(text: str) -> Transcript:
    """Read text without times. Front matter and headings are not words of the text."""
    front = _FRONT_MATTER.match(text)
    header = front[1] if front else ""
    body = blank_comments(text[front.end() :] if front else text)
    lines = ["" if HEADING.match(line) or _RULE.fullmatch(line) else plain_words(line) for line in body.split("\n")]
    joined = _HYPHEN.sub("", "\n".join(lines))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[^\S\n]*\n", joined)]
    return Transcript([Segment(part) for part in paragraphs if part], [], is_automatic(header))

"""Plain text and Markdown without times: papers, articles, transcripts without stamps."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ..model import Segment, Transcript
from ..names import named_segments, names_before_colons
from .markup import HEADING, blank_comments, is_automatic, plain_words

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
#: Who has a line of his own before his words has it more often than that.
_OFTEN = 2
_RULE = re.compile(r"(?:[-*_=~]\s*){3,}|(?:```|~~~).*|\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?")
#: A word that the end of a line splits. At the end of a paragraph, the speaker was interrupted.
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\n[^\S\n]*(?=[^\W\d_])")


def read_plain(text: str) -> Transcript:
    """Read text without times. Front matter and headings are not words of the text.

    ``Name:`` is a speaker only if there are at least two names, and every third line or paragraph begins so: papers, too,
    have words before colons.
    """
    front = _FRONT_MATTER.match(text)
    header = front[1] if front else ""
    body = blank_comments(text[front.end() :] if front else text)
    written = body.split("\n")
    lines = ["" if HEADING.match(line) or _RULE.fullmatch(line.strip()) else plain_words(line) for line in written]
    names = names_before_colons(lines)
    paragraph_ends = sum(1 for line, below in pairwise([*written, ""]) if line.strip() and not below.strip())
    count = min(sum(1 for line in lines if line.strip()), paragraph_ends)
    # A name with a line of its own begins all paragraphs up to the next one.
    alone = Counter(line.strip()[:-1].rstrip() for line in lines if line.strip().endswith(":"))
    stand_alone = all(alone[name] * 5 >= times * 4 and times > _OFTEN for name, times in names.items())
    is_talk = len(names) > 1 and (names.total() * 3 >= count or stand_alone)
    if is_talk:
        # Each name begins a paragraph, so that the words before it stay with their speaker.
        lines = [f"\n{line}" if line.partition(":")[0].rstrip() in names else line for line in lines]
    joined = _HYPHEN.sub("", "\n".join(lines))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[^\S\n]*\n", joined)]
    segments = [Segment(part) for part in paragraphs if part]
    return Transcript(named_segments(segments) if is_talk else segments, [], is_automatic(header))

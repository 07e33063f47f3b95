"""Text with time stamps before the words, or on a line above them, with or without the speaker's name.

A stamp applies until the next one, and so does a name. The text before the first stamp (front matter, title, table of
contents) and headings were not said by anybody, unless they begin with a name and a colon.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ..model import Fault, Segment, Transcript, close_open_ends
from ..names import is_possible_name, named_segments, names_before_colons
from .heads import Head, head_of
from .markup import HEADING, blank_comments, is_automatic, plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

#: One stamp in brackets or with a name is enough. Of other stamps, a file must have at least so many.
_FEW: Final = 2
#: The most lines of a text with a single stamp. A longer text only happens to have a time in it.
_LINES_A_STAMP: Final = 100
#: The fewest and the most words that people say in a second.
_WORDS_A_SECOND: Final = (0.8, 5)
#: The most words of a title.
_TITLE: Final = 20
_CREDIT: Final = re.compile(r"\s*Transcribed by https?://otter\.ai\S*\s*", re.IGNORECASE)
_SPOKEN: Final = re.compile(r"(?:(\d+) hours?(?:, )?)?(?:(\d+) minutes?(?:, )?)?(?:(\d+) seconds?)?(?=\s|[^\W\d]|$)")


def looks_stamped(text: str) -> bool:
    """Whether lines begin with a stamp, or consist of a name and a stamp."""
    lines = [line for line in text.split("\n") if line.strip()]
    heads = [head for line in lines if (head := head_of(line))]
    strong = sum(1 for head in heads if head.is_sure)
    if strong and strong * _LINES_A_STAMP >= len(lines):
        return True
    alone = [head for head in heads if head.is_sure or not head.rest]
    if len(alone) >= _FEW:
        return len(alone) * _LINES_A_STAMP >= len(lines)
    # A bare time with words directly after it may be a time of day.
    starts = [head.start for head in heads]
    return len(heads) > _FEW and len(heads) * 5 >= len(lines) and starts == sorted(starts)


def read_stamped(text: str) -> Transcript:
    """Read any of these forms, or a mixture of them."""
    lines = blank_comments(text).split("\n")
    heads = _believed([head_of(line) for line in lines])
    names_follow = _names_follow(lines, heads)
    names_below = _names_below(lines, heads)
    others = _names_without_stamps(lines, heads)
    are_said = _fill_the_time_before(lines, heads)
    segments: list[Segment] = []
    faults: list[Fault] = []
    speaker: str | None = None
    header: list[str] = []
    start: int | None = None
    end: int | None = None
    fresh = False
    for number, (line, head) in enumerate(zip(lines, heads, strict=True), 1):
        if head:
            if not head.is_time:
                faults.append(Fault(number, f"{head.stamp!r} is not a time: minutes and seconds end at 59."))
            start, end, line = head.start, None, head.rest
            name = head.name
            if names_follow:
                name, line = plain_words(head.rest).strip(" :*_-–—"), ""
            fresh = bool(name) and name != speaker
            speaker = name or speaker
        elif number - 1 in names_below:
            name = plain_words(line).strip()
            fresh, speaker = name != speaker, name
            continue
        elif start is None:
            if not are_said and plain_words(line).strip().partition(":")[0] not in others:
                header.append(line)
                continue
            # If somebody speaks before the first stamp, this begins at 0.
            start, end = 0, next(head.start for head in heads if head)
        else:
            line = _without_time(line, start)
        words = plain_words(line).strip()
        if not head and (label := words.partition(":")[0]) in others:
            # A turn without a stamp begins with a name.
            fresh, speaker, words = label != speaker, label, words[len(label) + 1 :].strip()
        if words and not HEADING.match(line) and not _CREDIT.fullmatch(words):
            segments.append(Segment(words, start, end, speaker, fresh))
            fresh = False
    closed = close_open_ends(segments)
    has_names = any(segment.speaker for segment in closed)
    return Transcript(closed if has_names else named_segments(closed), faults, is_automatic("\n".join(header)))


def _names_without_stamps(lines: Sequence[str], heads: Sequence[Head | None]) -> Collection[str]:
    """Return the names that begin a line without a stamp, if other stamps have names."""
    named = {head.name for head in heads if head and head.name}
    rest = [plain_words(line).strip() for line, head in zip(lines, heads, strict=True) if not head]
    return {*names_before_colons(rest), *named} if named else ()


def _fill_the_time_before(lines: Sequence[str], heads: Sequence[Head | None]) -> bool:
    """Whether the words before the first stamp were spoken: their number fits the time before it."""
    first = next((index for index, head in enumerate(heads) if head), 0)
    before = [line for line in lines[:first] if line.strip()]
    head = heads[first] if heads else None
    if head is None or any(HEADING.match(line) or line.startswith(("---", "|")) for line in before):
        return False
    words, (least, most) = sum(len(line.split()) for line in before), _WORDS_A_SECOND
    return words > _TITLE and least * head.start < words * 1000 < most * head.start


def _believed(heads: Sequence[Head | None]) -> Sequence[Head | None]:
    """Drop bare times if most stamps are more than that: these are a list of chapters."""
    firm = [head is not None and (head.is_sure or not head.rest) for head in heads]
    if sum(firm) <= _FEW and sum(firm) * 2 < sum(1 for head in heads if head):
        return heads
    return [head if is_firm else None for head, is_firm in zip(heads, firm, strict=True)]


def _names_follow(lines: Sequence[str], heads: Sequence[Head | None]) -> bool:
    """Whether repeated names follow the stamps, with the words on the lines below."""
    behind = Counter(plain_words(head.rest).strip(" :*_-–—") for head in heads if head and head.rest)
    stamps = sum(1 for head in heads if head)
    if stamps < 4 or sum(behind.values()) < stamps * 0.8 or len(behind) * 2 > stamps:
        return False
    if not all(len(name.split()) <= 5 and is_possible_name(name) for name in behind):
        return False
    below = sum(
        1
        for index, head in enumerate(heads)
        if head and any(line.strip() for line in lines[index + 1 : index + 3]) and not any(heads[index + 1 : index + 2])
    )
    return below >= stamps * 0.8


def _names_below(lines: Sequence[str], heads: Sequence[Head | None]) -> Collection[int]:
    """Return the lines below a stamp that have only a repeated name, with the words below; empty if these are not names."""
    alone = [index for index, head in enumerate(heads) if head and not head.name and not head.rest.strip()]
    below = [index + 1 for index in alone if index + 2 < len(lines) and not any(heads[index + 1 : index + 3])]
    names = {index: name for index in below if (name := plain_words(lines[index]).strip()) and lines[index + 1].strip()}
    is_likely = len(names) > _FEW and len(names) >= len(alone) * 0.8 and len(set(names.values())) * 2 <= len(names)
    if is_likely and all(len(name.split()) <= 5 and is_possible_name(name) for name in names.values()):
        return names
    return ()


def _without_time(line: str, start: int) -> str:
    """Remove what YouTube's panel adds for screen readers: after 0:05 it has "5 seconds", too."""
    match = _SPOKEN.match(line) if line[:1].isdigit() else None
    if not match or not match[0]:
        return line
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return line[match.end() :] if ((hours * 60 + minutes) * 60 + seconds) * 1000 == start // 1000 * 1000 else line

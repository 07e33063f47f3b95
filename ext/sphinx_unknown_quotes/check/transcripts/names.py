"""Find names before a colon, and marks of a new turn, at the beginning of segments."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Segment

_LABEL = re.compile(r"(?:>>+\s*|-\s*)?([^\W\d_][\w.'’-]*(?:[ ][^\W_][\w.'’-]*){0,3})[ \u00a0\u202f]?:(?:\s+|$)")
#: Marks of a new turn. A dash before a digit is a minus sign.
_TURN = re.compile(r"\s*(?:>>+|-(?=\s|[^\W\d]))\s*")
#: If fewer than one line in so many ends with a full stop, the text has no sentences.
_SEGMENTS_A_STOP = 20
_PARTICLES = frozenset(["de", "da", "del", "der", "di", "du", "el", "la", "le", "of", "van", "von", "zu", "and"])
#: Words with a capital before a colon that are part of what is said.
_NO_NAMES = frozenset(
    [
        "note",
        "question",
        "answer",
        "example",
        "remember",
        "warning",
        "first",
        "second",
        "third",
        "finally",
        "so",
        "and",
        "but",
        "because",
        "conclusion",
        "problem",
        "solution",
        "result",
        "reason",
        "fact",
        "step",
        "part",
        "rule",
        "number",
        "today",
        "now",
        "then",
        "also",
        "however",
        "http",
        "https",
    ]
)


def names_before_colons(lines: Iterable[str]) -> Counter[str]:
    """Count the lines that begin with ``Name:``, by name."""
    written = [line for line in lines if line and not line.isspace()]
    labels = (_LABEL.match(line) for line in written if ":" in line)
    counts = Counter(match[1] for match in labels if match)
    possible = {label: count for label, count in counts.items() if is_possible_name(label)}
    sure = {label for label, count in possible.items() if count > 1 or (label.isupper() and len(label) > 2)}
    if len(possible) > 1 and sum(possible.values()) * 5 >= len(written) * 4:
        # Almost every line begins with a label, so each is a name.
        sure = set(possible)
    elif len(sure) > 1:
        # In a conversation, even a speaker with a single turn may have a full name.
        sure |= {label for label in possible if " " in label}
    return Counter({label: possible[label] for label in possible if label in sure})


def is_possible_name(label: str) -> bool:
    """Whether a label may be a name: its words begin with capitals, and the first is not a word such as "Note"."""
    words = label.split()
    return (
        bool(words)
        and words[0].casefold() not in _NO_NAMES
        and all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words)
    )


def _is_aside(text: str, place: int, before: list[Segment]) -> bool:
    """Whether the sentence continues after a dash at the beginning of a line: new turns do not begin with a small letter."""
    is_open = bool(before) and not before[-1].text.rstrip().endswith((".", "?", "!", "…", '"', "”"))
    return text.lstrip().startswith("-") and text[place : place + 1].islower() and is_open


def named_segments(segments: Iterable[Segment]) -> list[Segment]:
    """Read ``Name:`` at the start of a segment as its speaker, and ``>>`` or a dash as a new turn.

    As in Podcasting 2.0, a name applies until the next one. A word before a colon counts as a name only if the file
    has it there twice, or if it is all in capitals.
    """
    found = list(segments)
    names = names_before_colons([segment.text for segment in found])
    result: list[Segment] = []
    speaker: str | None = None
    stops = sum(segment.text.rstrip().endswith((".", "?", "!")) for segment in found)
    has_stops = stops * _SEGMENTS_A_STOP >= len(found)
    for segment in found:
        if ":" not in segment.text and segment.text.lstrip()[:1] not in ("-", ">"):
            result.append(segment if segment.speaker or not speaker else segment._replace(speaker=speaker))
        elif (match := _LABEL.match(segment.text)) and match[1] in names:
            speaker = match[1]
            result.append(segment._replace(text=segment.text[match.end() :], speaker=speaker, new_turn=True))
        elif (turn := _TURN.match(segment.text)) and not (has_stops and _is_aside(segment.text, turn.end(), result)):
            # Another speaker begins, without a name.
            speaker = None
            result.append(segment._replace(text=segment.text[turn.end() :], speaker=None, new_turn=True))
        else:
            result.append(segment if segment.speaker else segment._replace(speaker=speaker))
    return result

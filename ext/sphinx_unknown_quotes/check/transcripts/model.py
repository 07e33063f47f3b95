"""What every reader makes of its format: stretches of words, each with its time and its speaker."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple


class Segment(NamedTuple):
    """Words that share one time and one speaker: a cue, a part of a cue, or a paragraph under one stamp."""

    text: str
    #: Milliseconds from the start of the recording; None in a text without times.
    start: int | None = None
    #: Where the next words begin at the latest; None where nothing says so.
    end: int | None = None
    #: As the transcript writes the name; None where it does not say who speaks.
    speaker: str | None = None
    #: Whether somebody else begins to speak here, as far as the format shows it without a name.
    new_turn: bool = False
    #: The page of the file on which the words begin, counted from 1; None where there are no pages.
    page: int | None = None


class Fault(NamedTuple):
    """Something in a transcript that its format does not allow; the rest of the file is still read."""

    #: Counted from 1; 0 where the whole file is meant.
    line: int
    message: str


class Transcript(NamedTuple):
    """A transcript as read: in the order of the file."""

    segments: list[Segment]
    faults: list[Fault]
    #: Whether a machine made it, as far as the file shows.
    automatic: bool = False
    #: What the file shows and its reader did not understand: "times", "names".
    unread: tuple[str, ...] = ()
    #: The names of every page, parted by spaces: its number in the file, its label, what is printed on it.
    pages: tuple[str, ...] = ()


class Cue(NamedTuple):
    """A cue of WebVTT or SRT before its lines are understood. Times in milliseconds."""

    start: int
    end: int
    lines: list[str]


#: A stamp lasts until the next one, but not much longer than anybody takes for the words under it, in milliseconds.
_PAUSE: Final = 60_000
_SLOW_WORD: Final = 1_500


def close_open_ends(segments: list[Segment]) -> list[Segment]:
    """Let every segment without an end last until the next later stamp, if its words can take so long.

    The last one lasts 600 ms a word, which is slow speech, since nothing says when it ends.
    """
    words: Counter[int | None] = Counter()
    for segment in segments:
        words[segment.start] += segment.text.count(" ") + 1
    closed: list[Segment] = []
    later: int | None = None
    following: int | None = None
    for segment in reversed(segments):
        if segment.start is not None and segment.end is None:
            # Several segments may share one stamp; the end is the next stamp that is another.
            if following is not None and following != segment.start:
                later = following
            longest = segment.start + _PAUSE + _SLOW_WORD * words[segment.start]
            guess = segment.start + 600 * (segment.text.count(" ") + 1)
            end = min(later, longest) if later is not None and later > segment.start else guess
            following = segment.start
            segment = segment._replace(end=end)
        closed.append(segment)
    return closed[::-1]

"""The result of every reader: segments of words, each with its time and its speaker."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple


class Segment(NamedTuple):
    """Words that share one time and one speaker: a cue, a part of a cue, or a paragraph under one stamp."""

    text: str
    #: Milliseconds from the start of the recording; None if the text has no times.
    start: int | None = None
    #: The latest time, in milliseconds, at which the next words begin; None if it is not known.
    end: int | None = None
    #: The name as the transcript writes it; None if it does not name the speaker.
    speaker: str | None = None
    #: Whether another speaker begins here, if the format shows this without a name.
    new_turn: bool = False
    #: The page of the file on which the words begin, counted from 1; None if there are no pages.
    page: int | None = None


class Fault(NamedTuple):
    """Something in a transcript that its format does not allow. The rest of the file is still read."""

    #: Counted from 1; 0 for the whole file.
    line: int
    message: str


class Transcript(NamedTuple):
    """A transcript, in the order of its file."""

    segments: list[Segment]
    faults: list[Fault]
    #: Whether a machine made it, as far as the file shows.
    automatic: bool = False
    #: What the file has that its reader did not recognise: "times", "names".
    unread: tuple[str, ...] = ()
    #: The names of every page, separated by spaces: its number in the file, its label, and the number printed on it.
    pages: tuple[str, ...] = ()


class Cue(NamedTuple):
    """A cue of WebVTT or SRT before its lines are parsed. Times are in milliseconds."""

    start: int
    end: int
    lines: list[str]


#: A stamp lasts until the next one, but at most so many milliseconds longer than its words need.
_PAUSE: Final = 60_000
_SLOW_WORD: Final = 1_500


def close_open_ends(segments: list[Segment]) -> list[Segment]:
    """Give every segment without an end the next later stamp as its end, if its words can take so long.

    The last one lasts 600 ms for each word, which is slow speech, since its end is not known.
    """
    words: Counter[int | None] = Counter()
    for segment in segments:
        words[segment.start] += segment.text.count(" ") + 1
    closed: list[Segment] = []
    later: int | None = None
    following: int | None = None
    for segment in reversed(segments):
        if segment.start is not None and segment.end is None:
            # Several segments may share one stamp, so their end is the next different stamp.
            if following is not None and following != segment.start:
                later = following
            longest = segment.start + _PAUSE + _SLOW_WORD * words[segment.start]
            guess = segment.start + 600 * (segment.text.count(" ") + 1)
            end = min(later, longest) if later is not None and later > segment.start else guess
            following = segment.start
            segment = segment._replace(end=end)
        closed.append(segment)
    return closed[::-1]

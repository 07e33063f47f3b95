"""A transcript as a row of words, each with its place in the text, its time, its speaker and its turn."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final, NamedTuple

from .transcripts.model import Fault, Transcript
from .transcripts.reading import read_transcript
from .words import fold, printed, tokenise

#: Changes when the same bytes are to be read as other words; part of the cache's key.
READING_VERSION: Final = 1


class Stretch(NamedTuple):
    """What is known of the words of one segment. Times in milliseconds, None where the transcript has none."""

    start: int | None
    end: int | None
    speaker: str | None
    #: Counted up whenever somebody else begins to speak.
    turn: int


class Spoken:
    """The words of a transcript. Every place is the number of a word, counted from 0."""

    def __init__(
        self, text: str, joined: str, places: tuple[bytes, bytes, bytes], stretches: list[Stretch], automatic: bool,
        faults: list[Fault],
    ) -> None:  # fmt: skip
        #: The folded text, and all words with a space before and after each.
        self.text, self.joined = text, joined
        self.starts, self.ends, self.stretch_of = (_numbers(data) for data in places)
        self.stretches, self.automatic, self.faults = stretches, automatic, faults
        #: Every name in the transcript, sorted.
        self.speakers = sorted({stretch.speaker for stretch in stretches if stretch.speaker})
        self.has_speakers = bool(self.speakers)
        self.is_timed = any(stretch.start is not None for stretch in stretches)

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def words(self) -> list[str]:
        """The words without case."""
        return self.joined.split()

    @cached_property
    def _stamps(self) -> list[tuple[int, int]]:
        """The start of every timed stretch, and its number, sorted by time."""
        stamps = ((stretch.start, index) for index, stretch in enumerate(self.stretches))
        return sorted((start, index) for start, index in stamps if start is not None)

    def at(self, word: int) -> Stretch:
        """What is known of the word at *word*."""
        return self.stretches[self.stretch_of[word]]

    def word(self, word: int) -> str:
        """The word at *word* without case, without taking all the others apart."""
        return self.text[self.starts[word] : self.ends[word]].casefold()

    def turn(self, word: int) -> int:
        """The turn in which the word at *word* is said."""
        return self.stretches[self.stretch_of[word]].turn

    def near_time(self, milliseconds: int) -> int:
        """The first word of the last stretch that begins at or before a time."""
        if not self._stamps:
            return 0
        index = bisect_right(self._stamps, (milliseconds, len(self.stretches))) - 1
        return bisect_left(self.stretch_of, self._stamps[max(0, index)][1])

    def printed(self, first: int, end: int) -> str:
        """The words from *first* up to but not including *end* as they stand, see :func:`.words.printed`."""
        return printed(self.text[self.starts[first] : self.ends[end - 1]])

    def place(self, offset: int) -> int:
        """The word that begins behind the space at *offset* of :attr:`joined`."""
        return self.joined.count(" ", 0, offset)


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)
    return numbers


def spoken_from(transcript: Transcript) -> Spoken:
    """Split the segments of a transcript into words."""
    # All at once, since most of the time would go into the calls.
    folded = fold("\n".join(" ".join(segment.text.split("\n")) for segment in transcript.segments))
    stretches: list[Stretch] = []
    bounds: list[int] = []
    offset, turn = 0, 0
    before: str | None = None
    for segment, line in zip(transcript.segments, folded.split("\n"), strict=True) if transcript.segments else ():
        if stretches and (segment.new_turn or segment.speaker != before):
            turn += 1
        before = segment.speaker
        stretches.append(Stretch(segment.start, segment.end, segment.speaker, turn))
        offset += len(line) + 1
        bounds.append(offset)
    text = folded.replace("\n", " ")
    words, starts, ends = tokenise(text)
    stretch_of = array("I")
    done = 0
    for index, bound in enumerate(bounds):
        until = bisect_left(starts, bound, done)
        stretch_of.extend([index] * (until - done))
        done = until
    places = (
        array("I", starts).tobytes(), array("I", ends).tobytes(),
        stretch_of.tobytes(),
    )  # fmt: skip
    joined = f" {' '.join(words)} " if words else " "
    return Spoken(text, joined, places, stretches, transcript.automatic, transcript.faults)


def read_spoken(data: bytes, name: str) -> Spoken:
    """Read the bytes of the transcript *name*. Faults are in the result; nothing is raised."""
    return spoken_from(read_transcript(data, name))


def to_bytes(spoken: Spoken) -> bytes:
    """Return *spoken* for the cache of one machine and one version of Python."""
    places = (spoken.starts.tobytes(), spoken.ends.tobytes(), spoken.stretch_of.tobytes())
    stretches = [tuple(stretch) for stretch in spoken.stretches]
    faults = [tuple(fault) for fault in spoken.faults]
    return marshal.dumps((spoken.text, spoken.joined, places, stretches, spoken.automatic, faults))


def from_bytes(data: bytes) -> Spoken:
    """Read what :func:`to_bytes` wrote. Raises ValueError, EOFError or TypeError for anything else."""
    text, joined, places, stretches, automatic, faults = marshal.loads(data)
    return Spoken(
        text, joined, places, list(map(Stretch._make, stretches)), automatic, [Fault(*fault) for fault in faults]
    )  # fmt: skip

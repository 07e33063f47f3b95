"""A transcript as a row of words, each with its place in the text, its time, its speaker and its turn."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from .transcripts.model import Fault, Transcript
from .transcripts.reading import read_transcript
from .words import fold, printed, tokenise, word_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Changes when the same bytes are to be read as other words; part of the cache's key.
READING_VERSION: Final = 2
#: Stands for "None" in a row of numbers.
_NONE: Final = -1


class Stretch(NamedTuple):
    """What is known of the words of one segment. Times in milliseconds, None where the transcript has none."""

    start: int | None
    end: int | None
    speaker: str | None
    #: Counted up whenever somebody else begins to speak.
    turn: int


class Rows(NamedTuple):
    """What is known of every stretch, a row of numbers each: no objects to make for words that nobody quotes."""

    #: Where each begins: in the text, in the joined words, and the number of its first word; and where the last ends.
    lines: array[int]
    offsets: array[int]
    firsts: array[int]
    #: Milliseconds.
    starts: array[int]
    ends: array[int]
    speakers: array[int]
    turns: array[int]


class Spoken:
    """The words of a transcript. Every place is the number of a word, counted from 0."""

    def __init__(
        self, text: str, joined: str, rows: Rows, speakers: list[str], automatic: bool, faults: list[Fault]
    ) -> None:
        #: The folded text, a line a stretch, and all words with a space before and after each.
        self.text, self.joined = text, joined
        self.rows, self.automatic, self.faults = rows, automatic, faults
        #: Every name in the transcript, sorted.
        self.speakers = speakers
        self.has_speakers = bool(speakers)
        self._placed: dict[int, tuple[list[int], list[int]]] = {}

    def __len__(self) -> int:
        return self.rows.firsts[-1]

    @cached_property
    def is_timed(self) -> bool:
        """Whether any word has a time."""
        return bool(self._stamps)

    @cached_property
    def _stamps(self) -> list[tuple[int, int]]:
        """The start of every timed stretch, and its number, sorted by time."""
        return sorted((start, index) for index, start in enumerate(self.rows.starts) if start != _NONE)

    def stretch_of(self, word: int) -> int:
        """The number of the stretch that has the word at *word*."""
        return bisect_right(self.rows.firsts, word) - 1

    def has_words(self, stretch: int) -> bool:
        """Whether anything is said in a stretch, by its number."""
        return self.rows.firsts[stretch] < self.rows.firsts[stretch + 1]

    def at(self, word: int) -> Stretch:
        """What is known of the word at *word*."""
        return self.stretch(self.stretch_of(word))

    def stretch(self, index: int) -> Stretch:
        """What is known of the words of the stretch at *index*."""
        rows = self.rows
        start, end, speaker = rows.starts[index], rows.ends[index], rows.speakers[index]
        return Stretch(
            None if start == _NONE else start,
            None if end == _NONE else end,
            None if speaker == _NONE else self.speakers[speaker],
            rows.turns[index],
        )

    def words(self, first: int, end: int) -> list[str]:
        """The words from *first* up to but not including *end*, without case."""
        if first >= end:
            return []
        rows = self.rows
        one, last = self.stretch_of(first), self.stretch_of(end - 1)
        part = self.joined[rows.offsets[one] : rows.offsets[last + 1]].split(" ")
        return part[1 + first - rows.firsts[one] : 1 + end - rows.firsts[one]]

    def word(self, word: int) -> str:
        """The word at *word* without case."""
        return self.words(word, word + 1)[0]

    def turn(self, word: int) -> int:
        """The turn in which the word at *word* is said."""
        return self.rows.turns[self.stretch_of(word)]

    def turns(self, first: int, end: int) -> list[int]:
        """The turn of each word from *first* up to but not including *end*."""
        turns: list[int] = []
        index = self.stretch_of(first)
        while first < end:
            until = min(end, self.rows.firsts[index + 1])
            turns += [self.rows.turns[index]] * (until - first)
            first, index = until, index + 1
        return turns

    def near_time(self, milliseconds: int) -> int:
        """The first word of the last stretch that begins at or before a time."""
        if not self._stamps:
            return 0
        index = bisect_right(self._stamps, (milliseconds, len(self.rows.starts))) - 1
        return self.rows.firsts[self._stamps[max(0, index)][1]]

    def said(self, first: int, end: int) -> str:
        """The words from *first* up to but not including *end* as they stand."""
        return self.text[self._span(first)[0] : self._span(end - 1)[1]].replace("\n", " ")

    def before(self, word: int) -> str:
        """What stands between the word at *word* and the one before it."""
        return self.text[self._span(word - 1)[1] if word else 0 : self._span(word)[0]].replace("\n", " ")

    def printed(self, first: int, end: int) -> str:
        """The words from *first* up to but not including *end*, see :func:`.words.printed`."""
        return printed(self.said(first, end))

    def place(self, offset: int) -> int:
        """The word that begins behind the space at *offset* of :attr:`joined`."""
        index = bisect_right(self.rows.offsets, offset) - 1
        return self.rows.firsts[index] + self.joined.count(" ", self.rows.offsets[index], offset)

    def offset(self, word: int) -> int:
        """The offset in :attr:`joined` of the space before the word at *word*; the last space for one behind the last."""
        if word >= len(self):
            return len(self.joined) - 1
        index = self.stretch_of(word)
        offset = self.rows.offsets[index]
        for _ in range(word - self.rows.firsts[index]):
            offset = self.joined.index(" ", offset + 1)
        return offset

    def _span(self, word: int) -> tuple[int, int]:
        """Where the word at *word* begins and ends in the text."""
        index = self.stretch_of(word)
        begin = self.rows.lines[index]
        if index not in self._placed:
            self._placed[index] = tokenise(self.text[begin : self.rows.lines[index + 1] - 1])[1:]
        starts, ends = self._placed[index]
        word -= self.rows.firsts[index]
        return begin + starts[word], begin + ends[word]


def spoken_from(transcript: Transcript) -> Spoken:
    """Split the segments of a transcript into words."""
    segments = transcript.segments
    # All at once, since most of the time would go into the calls.
    text = fold("\n".join([segment.text.replace("\n", " ") for segment in segments]))
    names = sorted({segment.speaker for segment in segments if segment.speaker})
    number = {name: index for index, name in enumerate(names)}
    said = word_rows(text) if segments else []
    turns: list[int] = []
    before: str | None = None
    for segment in segments:
        other = bool(turns) and (segment.new_turn or segment.speaker != before)
        turns.append(turns[-1] + other if turns else 0)
        before = segment.speaker
    rows = _rows(
        accumulate([len(line) + 1 for line in text.split("\n")] if segments else (), initial=0),
        accumulate([len(row) + 1 if row else 0 for row in said], initial=0),
        accumulate([row.count(" ") + 1 if row else 0 for row in said], initial=0),
        [_NONE if segment.start is None else segment.start for segment in segments],
        [_NONE if segment.end is None else segment.end for segment in segments],
        [number.get(segment.speaker or "", _NONE) for segment in segments],
        turns,
    )
    joined = " ".join(["", *filter(None, said), ""]) if any(said) else " "
    return Spoken(text, joined, rows, names, transcript.automatic, transcript.faults)


def _rows(*numbers: Iterable[int]) -> Rows:
    return Rows(*(array(kind, row) for kind, row in zip("IIIqqiI", numbers, strict=True)))


def read_spoken(data: bytes, name: str) -> Spoken:
    """Read the bytes of the transcript *name*. Faults are in the result; nothing is raised."""
    return spoken_from(read_transcript(data, name))


def to_bytes(spoken: Spoken) -> bytes:
    """Return *spoken* for the cache of one machine and one version of Python."""
    rows = tuple(row.tobytes() for row in spoken.rows)
    faults = [tuple(fault) for fault in spoken.faults]
    return marshal.dumps((spoken.text, spoken.joined, rows, spoken.speakers, spoken.automatic, faults))


def from_bytes(data: bytes) -> Spoken:
    """Read what :func:`to_bytes` wrote. Raises ValueError, EOFError or TypeError for anything else."""
    text, joined, rows, speakers, automatic, faults = marshal.loads(data)
    # An array takes the bytes of one as they are.
    return Spoken(text, joined, _rows(*rows), speakers, automatic, [Fault(*fault) for fault in faults])

"""The words of a transcript, each with its place in the text, its time, its speaker and its turn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from ..language.words import printed, tokenise
from .stretches import NONE, Stretch

if TYPE_CHECKING:
    from ..transcripts.model import Fault
    from .stretches import Rows, Shape


class Spoken:
    """The words of a transcript. A place is the number of a word, counted from 0."""

    def __init__(
        self, text: str, joined: str, rows: Rows, shape: Shape, speakers: list[str], automatic: bool, faults: list[Fault],
        unread: tuple[str, ...] = (), pages: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        #: The folded text, with a line for each stretch; and all words, with a space before and after each.
        self.text, self.joined = text, joined
        self.rows, self.automatic, self.faults = rows, automatic, faults
        self.shape = shape
        #: Every name in the transcript, sorted.
        self.speakers = speakers
        self.has_speakers = bool(speakers)
        #: What the file has that its reader did not recognise: "times", "names".
        self.unread = unread
        #: The names of every page of the file, see :func:`.pages.page_notes`; empty if it has no pages.
        self.pages = pages
        self._placed: dict[int, tuple[list[int], list[int]]] = {}
        self._before: dict[int, str] = {}

    def __len__(self) -> int:
        return self.rows.firsts[-1]

    @property
    def is_timed(self) -> bool:
        """Whether any word has a time."""
        return self.shape.is_timed

    @cached_property
    def has_ends(self) -> bool:
        """Whether a sentence or a turn can end inside it. Automatic captions often have no punctuation and no names."""
        return self.shape.has_turns or any(mark in self.text for mark in ".?!。؟।։")

    @cached_property
    def _stamps(self) -> list[tuple[int, int]]:
        """The start and the number of every stretch with a time, sorted by time."""
        return sorted((start, index) for index, start in enumerate(self.rows.starts) if start != NONE)

    def stretch_of(self, word: int) -> int:
        """Return the number of the stretch with the word at *word*."""
        return bisect_right(self.rows.firsts, word) - 1

    def has_words(self, stretch: int) -> bool:
        """Return whether the stretch with this number has any words."""
        return self.rows.firsts[stretch] < self.rows.firsts[stretch + 1]

    def at(self, word: int) -> Stretch:
        """Return what is known of the word at *word*."""
        return self.stretch(self.stretch_of(word))

    def stretch(self, index: int) -> Stretch:
        """Return what is known of the words of the stretch at *index*."""
        rows = self.rows
        start, end, speaker = rows.starts[index], rows.ends[index], rows.speakers[index]
        return Stretch(
            None if start == NONE else start,
            None if end == NONE else end,
            None if speaker == NONE else self.speakers[speaker],
            rows.turns[index],
        )

    def words(self, first: int, end: int) -> list[str]:
        """Return the words from *first* to before *end*, without case."""
        if first >= end:
            return []
        rows = self.rows
        one, last = self.stretch_of(first), self.stretch_of(end - 1)
        part = self.joined[rows.offsets[one] : rows.offsets[last + 1]].split(" ")
        return part[1 + first - rows.firsts[one] : 1 + end - rows.firsts[one]]

    def word(self, word: int) -> str:
        """Return the word at *word* without case."""
        return self.words(word, word + 1)[0]

    def turn(self, word: int) -> int:
        """Return the number of the turn with the word at *word*."""
        return self.rows.turns[self.stretch_of(word)]

    def turns(self, first: int, end: int) -> list[int]:
        """Return the turn of each word from *first* to before *end*."""
        if not self.shape.has_turns:
            return [0] * (end - first)
        turns: list[int] = []
        index = self.stretch_of(first)
        while first < end:
            until = min(end, self.rows.firsts[index + 1])
            turns += [self.rows.turns[index]] * (until - first)
            first, index = until, index + 1
        return turns

    def pages_of(self, first: int, end: int) -> list[str]:
        """Return the names of the pages with the words from *first* to before *end*."""
        stretches = range(self.stretch_of(first), self.stretch_of(end - 1) + 1) if self.pages else ()
        pages = dict.fromkeys(self.rows.pages[index] for index in stretches if self.has_words(index))
        return [self.pages[page - 1] for page in pages if page != NONE]

    def near_time(self, milliseconds: int) -> int:
        """Return the first word of the last stretch that begins at or before a time."""
        if self.shape.in_order:
            return self.rows.firsts[max(0, bisect_right(self.rows.starts, milliseconds) - 1)]
        if not self._stamps:
            return 0
        index = bisect_right(self._stamps, (milliseconds, len(self.rows.starts))) - 1
        return self.rows.firsts[self._stamps[max(0, index)][1]]

    def offsets_near(self, milliseconds: int, within: int) -> tuple[int, int] | None:
        """Return the offsets in :attr:`joined` between which all stretches are that begin less than *within* from a time.

        None if the stretches are not in the order of their times. Both arguments are in milliseconds.
        """
        if not self.shape.in_order:
            return None
        starts, offsets = self.rows.starts, self.rows.offsets
        first, last = bisect_left(starts, milliseconds - within), bisect_right(starts, milliseconds + within)
        return offsets[first], offsets[last]

    def said(self, first: int, end: int) -> str:
        """Return the text of the words from *first* to before *end*."""
        return self.text[self._span(first)[0] : self._span(end - 1)[1]].replace("\n", " ")

    def before(self, word: int) -> str:
        """Return the text between the word at *word* and the one before it; after the last word, the end of the text."""
        if word not in self._before:
            self._before[word] = self.around(word, word)
        return self._before[word]

    def around(self, first: int, end: int) -> str:
        """Return the text of the words from *first* to before *end*, with the text before and after them up to other words."""
        last = self._span(end)[0] if end < len(self) else len(self.text)
        return self.text[self._span(first - 1)[1] if first else 0 : last].replace("\n", " ")

    def gaps(self, first: int, end: int) -> list[str]:
        """Return the text before each word from *first* to before *end*, see :meth:`before`."""
        if first >= end:
            return []
        one, last = self.stretch_of(first), self.stretch_of(end - 1)
        text = self.text[self.rows.lines[one] : self.rows.lines[last + 1] - 1].replace("\n", " ")
        _, starts, ends = tokenise(text)
        place = first - self.rows.firsts[one]
        between = zip(ends[place:], starts[place + 1 : place + end - first], strict=False)
        return [self.before(first), *[text[begin:until] for begin, until in between]]

    def printed(self, first: int, end: int) -> str:
        """Return the words from *first* to before *end* in the form of :func:`.words.printed`."""
        return printed(self.said(first, end))

    def place(self, offset: int) -> int:
        """Return the word that begins after the space at *offset* of :attr:`joined`."""
        index = bisect_right(self.rows.offsets, offset) - 1
        return self.rows.firsts[index] + self.joined.count(" ", self.rows.offsets[index], offset)

    def offset(self, word: int) -> int:
        """Return the offset in :attr:`joined` of the space before the word at *word*; after the last word, of the last space."""
        if word >= len(self):
            return len(self.joined) - 1
        index = self.stretch_of(word)
        offset = self.rows.offsets[index]
        for _ in range(word - self.rows.firsts[index]):
            offset = self.joined.index(" ", offset + 1)
        return offset

    def _span(self, word: int) -> tuple[int, int]:
        """Return where the word at *word* begins and ends in the text."""
        index = self.stretch_of(word)
        begin, (starts, ends) = self.rows.lines[index], self._places_of(index)
        word -= self.rows.firsts[index]
        return begin + starts[word], begin + ends[word]

    def _places_of(self, stretch: int) -> tuple[list[int], list[int]]:
        """Return where the words of the stretch with this number begin and end in it."""
        if stretch not in self._placed:
            text = self.text[self.rows.lines[stretch] : self.rows.lines[stretch + 1] - 1]
            self._placed[stretch] = tokenise(text)[1:]
        return self._placed[stretch]

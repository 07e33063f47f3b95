"""Join pieces of words with times into whole words with times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Piece(NamedTuple):
    """A word or a part of one, as a program heard it. Times are in milliseconds, None if there are none."""

    text: str
    start: int | None = None
    end: int | None = None
    speaker: str | None = None


def timed_words(whole: Segment, pieces: Sequence[Piece]) -> list[Segment]:
    """Split *whole* into its words, each with the time and the speaker of its first piece.

    If the pieces are not the words of *whole*, their times cannot be assigned, and it is not split.
    A piece without a time or a speaker gets those of the piece before.
    """
    squeezed = ["".join(piece.text.split()) for piece in pieces]
    words = whole.text.split()
    if len(words) < 2 or "".join(squeezed) != "".join(words):
        return [whole]
    return list(_parted(whole, words, pieces, squeezed))


def _parted(
    whole: Segment, words: Sequence[str], pieces: Sequence[Piece], squeezed: Sequence[str]
) -> Iterator[Segment]:
    index = -1
    covered = position = 0
    start, speaker = whole.start, whole.speaker
    known = next((piece.speaker for piece in pieces if piece.speaker), whole.speaker)
    end = whole.end
    for word in words:
        while covered <= position:
            index += 1
            piece = pieces[index]
            covered += len(squeezed[index])
            speaker = piece.speaker or speaker or known
            if piece.start is not None and piece.start >= (start or 0):
                # Times never go back inside a segment.
                start = piece.start
                end = piece.end
        position += len(word)
        until = end if end is not None else whole.end
        yield Segment(word, start, until if until is None or start is None else max(start, until), speaker)

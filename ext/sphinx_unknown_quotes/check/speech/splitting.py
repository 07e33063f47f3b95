"""Split the segments of a transcript into words, and write the words as bytes for the cache."""

from __future__ import annotations

import json
import re
import sys
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import msgspec

from ..language.words import fold, word_rows
from ..transcripts.model import Fault, Transcript
from .spoken import Spoken
from .stretches import NONE, Rows, Shape, shape_of
from .turns import turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Raise it if the same bytes must give other words. It is part of the cache's key.
READING_VERSION: Final = 10
#: The kind of the cache's bytes: their form, the version of the readers, and the machine's format of numbers.
WORDS_KIND: Final = f"unknown-quotes words 2 {READING_VERSION} {sys.byteorder} {sys.implementation.cache_tag}"
_Words = tuple[memoryview, memoryview, list[bytes], str]
#: Surrogates, which a damaged file may have, and which cannot be written as text.
_HALVES: Final = re.compile("[\ud800-\udfff]")


def spoken_from(transcript: Transcript) -> Spoken:
    """Split the segments of a transcript into words."""
    segments = transcript.segments
    # Columns are processed as a whole, since calls for each segment would take most of the time.
    texts, starts, ends, speakers, _, pages = zip(*segments, strict=True) if segments else ((),) * 6
    text = "\n".join(texts)
    if text.count("\n") >= len(texts):
        text = "\n".join([one.replace("\n", " ") for one in texts])
    text = fold(text if text.isascii() else _HALVES.sub("\N{REPLACEMENT CHARACTER}", text))
    names = sorted({speaker for speaker in set(speakers) if speaker})
    number = {name: index for index, name in enumerate(names)}
    said = word_rows(text) if segments else []
    joined = " ".join(["", *filter(None, said), ""]) if any(said) else " "
    # If every stretch is one word, as in captions with word times, nothing must be counted.
    single = joined.count(" ") == len(said) + 1 and "" not in said
    rows = _rows(
        accumulate([size + 1 for size in map(len, text.split("\n"))] if segments else (), initial=0),
        accumulate([len(row) + 1 if row else 0 for row in said], initial=0),
        range(len(said) + 1) if single else accumulate([row.count(" ") + 1 if row else 0 for row in said], initial=0),
        [NONE if start is None else start for start in starts] if None in starts else starts,
        [NONE if end is None else end for end in ends] if None in ends else ends,
        [number.get(speaker or "", NONE) for speaker in speakers] if names else [NONE] * len(segments),
        turns_of(segments),
        [NONE if page is None else page for page in pages] if any(pages) else [NONE] * len(segments),
    )
    names = [_HALVES.sub("\N{REPLACEMENT CHARACTER}", name) for name in names]
    return Spoken(
        text, joined, rows, shape_of(rows), names, transcript.automatic, transcript.faults, transcript.unread,
        transcript.pages,
    )  # fmt: skip


def _rows(*numbers: Iterable[int]) -> Rows:
    return Rows(*(array(kind, row) for kind, row in zip("IIIqqiIi", numbers, strict=True)))


def read_spoken(data: bytes, name: str) -> Spoken:
    """Read the bytes of the transcript *name*. Faults are in the result, and nothing is raised."""
    # Imported here, since the readers are not needed if the cache has all words.
    from ..transcripts.reading import read_transcript

    return spoken_from(read_transcript(data, name))


def to_bytes(spoken: Spoken) -> bytes:
    """Return *spoken* as bytes for the cache of one kind of machine and version of Python, see :data:`WORDS_KIND`."""
    rows = [row.tobytes() for row in spoken.rows]
    faults = [tuple(fault) for fault in spoken.faults]
    rest = json.dumps([spoken.shape, spoken.speakers, spoken.automatic, faults, spoken.unread, spoken.pages])
    return msgspec.msgpack.encode((spoken.text.encode(), spoken.joined.encode(), rows, rest))


def from_bytes(data: bytes | memoryview) -> Spoken:
    """Read what :func:`to_bytes` wrote. Raises ValueError for anything else."""
    text, joined, columns, rest = msgspec.msgpack.decode(data, type=_Words)
    shape, speakers, automatic, faults, unread, pages = json.loads(rest)
    # An array can be filled with bytes directly.
    rows = _rows(*columns)
    stretches = len(rows.starts)
    if [len(row) - stretches for row in rows] != [1, 1, 1, 0, 0, 0, 0, 0]:
        raise ValueError("rows of different lengths")
    return Spoken(
        str(text, "utf-8"), str(joined, "utf-8"), rows, Shape(*shape), speakers, automatic,
        [Fault(*fault) for fault in faults], tuple(unread), tuple(pages),
    )  # fmt: skip

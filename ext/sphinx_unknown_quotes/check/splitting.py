"""The segments of a transcript -> its words; and the words as bytes, for the cache."""

from __future__ import annotations

import marshal
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from .language.words import fold, word_rows
from .spoken import NONE, Rows, Spoken
from .transcripts.model import Fault, Transcript
from .turns import turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Changes when the same bytes are to be read as other words; part of the cache's key.
READING_VERSION: Final = 6


def spoken_from(transcript: Transcript) -> Spoken:
    """Split the segments of a transcript into words."""
    segments = transcript.segments
    # Columns, and everything at once, since most of the time would go into the calls.
    texts, starts, ends, speakers, _, pages = zip(*segments, strict=True) if segments else ((),) * 6
    text = "\n".join(texts)
    if text.count("\n") >= len(texts):
        text = "\n".join([one.replace("\n", " ") for one in texts])
    text = fold(text)
    names = sorted({speaker for speaker in set(speakers) if speaker})
    number = {name: index for index, name in enumerate(names)}
    said = word_rows(text) if segments else []
    joined = " ".join(["", *filter(None, said), ""]) if any(said) else " "
    # Where every stretch is a word, as in captions with times for words, nothing has to be counted.
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
    return Spoken(
        text, joined, rows, names, transcript.automatic, transcript.faults, transcript.unread, transcript.pages
    )


def _rows(*numbers: Iterable[int]) -> Rows:
    return Rows(*(array(kind, row) for kind, row in zip("IIIqqiIi", numbers, strict=True)))


def read_spoken(data: bytes, name: str) -> Spoken:
    """Read the bytes of the transcript *name*. Faults are in the result; nothing is raised."""
    # Where the cache has every word, nobody waits for the readers.
    from .transcripts.reading import read_transcript

    return spoken_from(read_transcript(data, name))


def to_bytes(spoken: Spoken) -> bytes:
    """Return *spoken* for the cache of one machine and one version of Python."""
    rows = tuple(row.tobytes() for row in spoken.rows)
    faults = [tuple(fault) for fault in spoken.faults]
    kept = (spoken.text, spoken.joined, rows, spoken.speakers, spoken.automatic, faults, spoken.unread, spoken.pages)
    return marshal.dumps(kept)


def from_bytes(data: bytes) -> Spoken:
    """Read what :func:`to_bytes` wrote. Raises ValueError, EOFError or TypeError for anything else."""
    text, joined, rows, speakers, automatic, faults, unread, pages = marshal.loads(data)
    # An array takes the bytes of one as they are.
    return Spoken(text, joined, _rows(*rows), speakers, automatic, [Fault(*fault) for fault in faults], unread, pages)

"""A faster reader of YouTube's automatic captions: lines that roll, with a time for every word.

It reads regular files in a quarter of the time, and leaves all others to :mod:`.webvtt`. That module reads the same
words, so this one can be deleted.
"""

from __future__ import annotations

import html
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, cast

from ..model import Segment, Transcript
from ..names import named_segments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: The length of a stamp, and the text between the two of a cue: ``00:00:01.000 --> 00:00:03.000``.
_STAMP = 12
_ARROW = " --> "
#: A word is inside a tag: ``<00:00:01.500><c> word</c>``.
_OPENING, _CLOSING = "c>", "/c>"
#: The same as ``Segment._make``, without a Python call for each word.
_SEGMENT = cast("Callable[[Iterable[object]], Segment]", partial(tuple.__new__, Segment))


def read_rolling(text: str) -> Transcript | None:
    """Read captions in which each cue repeats the line before and adds a line with word times; None for all others."""
    if not text.startswith("WEBVTT\nKind: captions\n") or "><c>" not in text or "NOTE" in text:
        return None
    stamps: list[str] = []
    words: list[str] = []
    closings: list[str] = []
    ends: list[tuple[int, str]] = []
    before = ""
    for block in text.split("\n\n")[1:]:
        head, _, body = block.partition("\n")
        shown, _, line = body.partition("\n")
        if head[_STAMP : _STAMP + 5] != _ARROW or shown.strip() not in ("", before) or "\n" in line.rstrip("\n"):
            if block.strip():
                return None
            continue
        if line.isspace() or not line:
            # YouTube shows the line alone for a moment before the next one.
            continue
        first, *parts = line.split("<")
        said = parts[1::3]
        stamps.append(f"{head[:_STAMP]}>")
        stamps += parts[::3]
        words.append(_OPENING + first)
        words += said
        closings += parts[2::3]
        before = (first + "".join(said)).replace(_OPENING, "").strip()
        ends.append((len(words) - 1, head[_STAMP + 5 : 2 * _STAMP + 5]))
    if {closing.rstrip() for closing in set(closings)} - {_CLOSING} or len(words) != len(stamps):
        return None
    return _transcript(stamps, words, ends) if words else None


def _transcript(stamps: Sequence[str], words: Sequence[str], ends: Sequence[tuple[int, str]]) -> Transcript | None:
    times = _milliseconds(stamps)
    closing = _milliseconds([f"{end}>" for _, end in ends])
    joined = "\n".join(["", *words])
    if (
        times is None
        or closing is None
        or joined.count(f"\n{_OPENING}") != len(times)
        or joined.count(">") != len(times)
    ):
        return None
    until = [*times[1:], 0]
    for (index, _), end in zip(ends, closing, strict=True):
        until[index] = max(end, times[index])
    said = joined.replace(f"\n{_OPENING}", "\n").replace("\n ", "\n")
    said = html.unescape(said) if "&" in said else said
    stripped = [word.strip() for word in said[1:].split("\n")]
    if len(stripped) != len(times) or times != sorted(times):
        return None
    segments = list(map(_SEGMENT, zip(stripped, times, until, repeat(None), repeat(False), repeat(None))))
    if "" in stripped:
        segments = [segment for segment in segments if segment.text]
    # A line may begin with a name and a colon, or with a mark of a new turn. The other reader handles these.
    if "\n>" in said or "\n-" in said or ":\n" in said:
        segments = named_segments(segments)
    return Transcript(segments, [], automatic=True)


def _milliseconds(stamps: Sequence[str]) -> list[int] | None:
    """Return the times ``hh:mm:ss.fff>`` in milliseconds; None if one of them has another form."""
    joined = "".join(stamps)
    count, size = len(stamps), _STAMP + 1
    marks = "".join([joined[place::size] for place in (2, 5, 8, 12)])
    digits = joined.replace(":", "").replace(".", "")
    numbers = digits.split(">")[:-1]
    if len(joined) != count * size or marks != ":" * count * 2 + "." * count + ">" * count or len(digits) != count * 10:
        return None
    if not digits.isascii() or not digits.replace(">", "").isdigit():
        return None
    # The digits hhmmssfff are read as one number, in which a minute counts 100 seconds and an hour 100 minutes.
    return [n - 40_000 * (n // 100_000) - 2_400_000 * (n // 10_000_000) for n in map(int, numbers)]

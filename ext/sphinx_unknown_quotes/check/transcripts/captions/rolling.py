"""YouTube's automatic captions: lines that roll, with a time for every word. Only a faster way to read them.

What is in no way unusual is read here in a quarter of the time; everything else is left to :mod:`.webvtt`, which
reads the same words, so this module can be deleted.
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

#: How long a stamp is, and what stands between the two of a cue: ``00:00:01.000 --> 00:00:03.000``.
_STAMP = 12
_ARROW = " --> "
#: A word stands in a tag, ``<00:00:01.500><c> word</c>``.
_OPENING, _CLOSING = "c>", "/c>"
#: What ``Segment._make`` does, without a call of Python a word.
_SEGMENT = cast("Callable[[Iterable[object]], Segment]", partial(tuple.__new__, Segment))


def read_rolling(text: str) -> Transcript | None:
    """Read captions in which each cue repeats the line before and adds one with times; None for any others."""
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
            # The line alone, for a moment, before the next one comes.
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
    # A name before a colon, or a mark of another turn, at the beginning of a line.
    if "\n>" in said or "\n-" in said or ":\n" in said:
        segments = named_segments(segments)
    return Transcript(segments, [], automatic=True)


def _milliseconds(stamps: Sequence[str]) -> list[int] | None:
    """The times ``hh:mm:ss.fff>`` in milliseconds; None where one of them is of another form."""
    joined = "".join(stamps)
    count, size = len(stamps), _STAMP + 1
    marks = "".join([joined[place::size] for place in (2, 5, 8, 12)])
    digits = joined.replace(":", "").replace(".", "")
    numbers = digits.split(">")[:-1]
    if len(joined) != count * size or marks != ":" * count * 2 + "." * count + ">" * count or len(digits) != count * 10:
        return None
    if not digits.isascii() or not digits.replace(">", "").isdigit():
        return None
    # Of hhmmssfff: a minute has 40 seconds fewer than a hundred, and an hour 40 minutes fewer.
    return [n - 40_000 * (n // 100_000) - 2_400_000 * (n // 10_000_000) for n in map(int, numbers)]

"""Times in a recording, in whole milliseconds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..problems import InvalidValueError, shown

_CLOCK = re.compile(r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>\d{2})(?P<f>\.\d{1,3})?", re.ASCII)
_UNITS = re.compile(r"(?=\d)(?:(?P<h>\d{1,3})h)?(?:(?P<m>\d{1,4})m)?(?:(?P<s>\d{1,6})(?P<f>\.\d{1,3})?s)?", re.ASCII)
# The groups for hours and minutes are empty, so that both patterns have the same groups.
_SECONDS = re.compile(r"(?P<h>)(?P<m>)(?P<s>\d{1,6})(?P<f>\.\d{1,3})?", re.ASCII)
#: What may be a clock or a number of seconds.
_DOTTED_CLOCK = re.compile(r"(\d{1,3})\.([0-5]\d)", re.ASCII)
_RANGE = re.compile(r"-|–|—|\bto\b")


class Span(NamedTuple):
    """A moment (``end`` is None) or a stretch of a recording, in milliseconds from its start."""

    start: int
    end: int | None = None


def parse_time(text: str) -> int:
    """Read ``1:13:47``, ``25:25``, ``1525``, ``25m25s`` or ``1:13:47.5`` as milliseconds.

    Raises :class:`InvalidValueError` for anything else, for minutes or seconds above 59 after a larger unit,
    and for ``12.40``, which may be meant as a clock.
    """
    match = _CLOCK.fullmatch(text)
    if not match and (dotted := _DOTTED_CLOCK.fullmatch(text)):
        clock = ":".join(dotted.groups())
        raise InvalidValueError("time", f"{shown(text)} may be {clock} or {text} seconds. Write {clock} or {text}s.")
    match = match or _SECONDS.fullmatch(text) or _UNITS.fullmatch(text)
    if not match:
        raise InvalidValueError(
            "time", f"{shown(text)} is not a time. Write it as 1:13:47, 25:25, 1525 (seconds) or 25m25s."
        )
    hour, minute, second, fraction = match.group("h", "m", "s", "f")
    hours, minutes, seconds = int(hour or 0), int(minute or 0), int(second or 0)
    if (hour and minutes > 59) or ((hour or minute) and seconds > 59):
        meant = format_time((hours * 3600 + minutes * 60 + seconds) * 1000)
        message = "is not a time: after a larger unit, minutes and seconds are at most 59. Did you mean"
        raise InvalidValueError("time", f"{shown(text)} {message} {meant}?")
    return (hours * 3600 + minutes * 60 + seconds) * 1000 + (round(float(fraction) * 1000) if fraction else 0)


@lru_cache(maxsize=1 << 16)
def parse_span(text: str) -> Span:
    """Read a moment, or two of them joined by a hyphen or dash, as a :class:`Span`.

    Raises :class:`InvalidValueError` if one of them is not a time, or if the end is not after the start.
    """
    if not _RANGE.search(text):
        return Span(parse_time(text.strip()))
    start, end = [part.strip() for part in _RANGE.split(text, maxsplit=1)]
    span = Span(parse_time(start), parse_time(end))
    if span.end is not None and span.end <= span.start:
        raise InvalidValueError("time", f"{shown(text)} ends before it begins.")
    return span


def format_time(milliseconds: int) -> str:
    """Return a time, in milliseconds, as players show it: ``0:14``, ``25:25``, ``1:13:47``. Fractions are dropped."""
    seconds = milliseconds // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def format_span(span: Span) -> str:
    """Return a span as its start, or as start and end with an en dash between them."""
    start = format_time(span.start)
    return start if span.end is None else f"{start}–{format_time(span.end)}"

"""Read JSON as a transcript, by the shape of its content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import msgspec

from ..model import Fault, Transcript
from .spoken_json import Json3, Podcast, Rev, from_json3, from_podcast, from_rev
from .whisper_json import CppFile, Heard, Stretch, from_cpp, from_stretches

if TYPE_CHECKING:
    from collections.abc import Callable

_SHAPES: Final[tuple[tuple[type[Any], Callable[[Any], Transcript]], ...]] = (
    (Heard, lambda file: from_stretches(file.segments, automatic=True)),
    (Podcast, from_podcast),
    (CppFile, from_cpp),
    (Json3, from_json3),
    (Rev, from_rev),
)
_SEVERAL: Final = (
    "has the transcripts of {} recordings, so it is not clear which one is meant. Keep each in a file of its own."
)


def read_json(text: str) -> Transcript | None:
    """Read any of the forms of JSON; return None for other JSON, and for text that is not JSON."""
    try:
        content = _decoded(text)
    except (ValueError, RecursionError, OverflowError):
        return None
    stretches = _stretches(content)
    if stretches is not None:
        lists = [found for found in stretches if found]
        if len(lists) > 1:
            return Transcript([], [Fault(0, _SEVERAL.format(len(lists)))])
        return from_stretches(lists[0], automatic=False) if lists else None
    for shape, read in _SHAPES:
        try:
            return read(msgspec.convert(content, shape))
        except msgspec.ValidationError:
            continue
    return None


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        # Some programs write NaN, which is not JSON, for values that they do not know.
        if "NaN" not in text and "Infinity" not in text:
            raise
    return json.loads(text, parse_constant=lambda _: None)


def _stretches(content: Any) -> list[list[Stretch]] | None:
    """Return the lists of stretches that youtube-transcript-api writes: one, one for each video, or one by the name of each."""
    if isinstance(content, dict):
        # A file of whisper has such a list, too, but is another form.
        lists = [] if "segments" in content else list(content.values())
    elif isinstance(content, list):
        lists = content if content and isinstance(content[0], list) else [content]
    else:
        return None
    try:
        return msgspec.convert(lists, list[list[Stretch]]) or None
    except msgspec.ValidationError:
        return None

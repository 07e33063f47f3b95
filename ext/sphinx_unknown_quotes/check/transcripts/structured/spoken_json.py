"""JSON of YouTube (json3), of podcasts (Podcasting 2.0) and of Rev."""

from __future__ import annotations

from msgspec import Struct

from ..clocks import number_ms
from ..model import Segment, Transcript
from ..names import named_segments
from .whisper_json import label
from .words import Piece, timed_words


class Seg(Struct):
    """A word or a line of YouTube's captions. Its time is in milliseconds from the event."""

    utf8: str = ""
    tOffsetMs: float = 0  # noqa: N815 (the names of the form)
    acAsrConf: float | None = None  # noqa: N815


class Event(Struct):
    """Words that appear, a window, or the end of a line. Times are in milliseconds."""

    tStartMs: float = 0  # noqa: N815
    dDurationMs: float | None = None  # noqa: N815
    segs: list[Seg] | None = None


class Json3(Struct):
    """Captions of YouTube."""

    events: list[Event]


class Said(Struct):
    """A segment of a podcast's transcript, which may be a single word. Times are in seconds."""

    body: str
    startTime: float  # noqa: N815
    endTime: float | None = None  # noqa: N815
    speaker: str | int | None = None


class Podcast(Struct):
    """A transcript as Podcasting 2.0 has it."""

    segments: list[Said]


class Element(Struct):
    """A word or a punctuation mark of Rev. Times are in seconds."""

    value: str = ""
    ts: float | None = None
    end_ts: float | None = None


class Info(Struct):
    """A speaker of Rev."""

    id: str | int | None = None
    name: str | None = None
    display_name: str | None = None


class Monologue(Struct):
    """The words of one speaker without a break."""

    elements: list[Element]
    speaker: str | int | None = None
    speaker_info: Info | None = None


class Rev(Struct):
    """A transcript of Rev."""

    monologues: list[Monologue]
    speakers: list[Info] = []


def from_json3(file: Json3) -> Transcript:
    """Read YouTube's json3. An event that only ends a line has no words."""
    segments: list[Segment] = []
    automatic = False
    for event in file.events:
        segs = event.segs or []
        start = number_ms(event.tStartMs, 1)
        text = " ".join("".join(seg.utf8 for seg in segs).split())
        if not text:
            continue
        automatic = automatic or any(seg.acAsrConf is not None or seg.tOffsetMs for seg in segs)
        end = None if event.dDurationMs is None else number_ms(event.tStartMs + event.dDurationMs, 1)
        end = end if end is None or start is None else max(start, end)
        pieces = [Piece(seg.utf8, number_ms(event.tStartMs + seg.tOffsetMs, 1)) for seg in segs]
        segments += timed_words(Segment(text, start, end), pieces)
    return Transcript(named_segments(_ended(segments)), [], automatic)


def _ended(segments: list[Segment]) -> list[Segment]:
    """End words where the next ones begin, since a line stays on the screen during the next one."""
    ends = [*(segment.start for segment in segments[1:]), None][: len(segments)]
    return [
        segment._replace(end=end)
        if end is not None
        and segment.start is not None
        and segment.end is not None
        and segment.start <= end < segment.end
        else segment
        for segment, end in zip(segments, ends, strict=True)
    ]


def from_podcast(file: Podcast) -> Transcript:
    """Read the JSON of Podcasting 2.0."""
    segments: list[Segment] = []
    for one in file.segments:
        start, end = number_ms(one.startTime, 1000), number_ms(one.endTime, 1000)
        end = end if end is None or start is None else max(start, end)
        segments.append(Segment(" ".join(one.body.split()), start, end, label(one.speaker)))
    segments = [segment for segment in segments if segment.text]
    return Transcript(segments if any(one.speaker for one in segments) else named_segments(segments), [])


def from_rev(file: Rev) -> Transcript:
    """Read Rev's JSON. A mark has no time and belongs to the word before it."""
    names = {info.id: info.name or info.display_name for info in file.speakers}
    segments: list[Segment] = []
    for one in file.monologues:
        info = one.speaker_info
        known = names.get(one.speaker) or (info and (info.display_name or info.name))
        pieces = [Piece(each.value, number_ms(each.ts, 1000), number_ms(each.end_ts, 1000)) for each in one.elements]
        text = " ".join("".join(piece.text for piece in pieces).split())
        start = next((piece.start for piece in pieces if piece.start is not None), None)
        end = next((piece.end for piece in reversed(pieces) if piece.end is not None), None)
        end = end if end is None or start is None else max(start, end)
        if text:
            segments += timed_words(Segment(text, start, end, known or label(one.speaker), True), pieces)
    return Transcript(segments, [])

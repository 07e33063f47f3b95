"""JSON of openai-whisper, faster-whisper and WhisperX, of youtube-transcript-api, and of whisper.cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from ..clocks import number_ms
from ..model import Segment, Transcript
from ..names import named_segments, names_before_colons
from .words import Piece, timed_words

if TYPE_CHECKING:
    from collections.abc import Sequence


class Word(Struct):
    """A word of a stretch. Times are in seconds. In WhisperX, numbers have no times, and not every word has a speaker."""

    word: str = ""
    text: str = ""
    start: float | None = None
    end: float | None = None
    speaker: str | int | None = None


class Stretch(Struct):
    """A stretch of words. Times are in seconds. youtube-transcript-api has a duration in place of an end."""

    text: str
    start: float
    end: float | None = None
    duration: float | None = None
    speaker: str | int | None = None
    words: list[Word] | None = None


class Heard(Struct):
    """A file of any of the whisper programs."""

    segments: list[Stretch]


class Offsets(Struct):
    """Milliseconds."""

    start: int = field(name="from")
    end: int = field(name="to")


class Token(Struct):
    """A piece of a word. Control tokens have their text in brackets."""

    text: str
    offsets: Offsets | None = None


class CppStretch(Struct):
    """A stretch of words of whisper.cpp."""

    text: str
    offsets: Offsets
    tokens: list[Token] | None = None
    speaker: str | int | None = None
    speaker_turn_next: bool = False


class CppFile(Struct):
    """A file of whisper.cpp (``-oj``, ``-ojf``)."""

    transcription: list[CppStretch]


def label(speaker: str | int | None) -> str | None:
    """Return the label of a speaker as a name: a number 1 is "Speaker 1"."""
    if speaker is None or speaker == "" or speaker == "?":
        return None
    name = " ".join(str(speaker).split())
    return f"Speaker {name}" if name.isdigit() else name or None


def from_stretches(stretches: Sequence[Stretch], automatic: bool) -> Transcript:
    """Read stretches, by words if every word has a time."""
    parts: list[tuple[Segment, list[Piece]]] = []
    for index, one in enumerate(stretches):
        start = number_ms(one.start, 1000)
        end = number_ms(one.start + one.duration if one.duration is not None else one.end, 1000)
        following = number_ms(stretches[index + 1].start, 1000) if index + 1 < len(stretches) else None
        if one.duration is not None and end is not None and start is not None and following is not None:
            # Captions stay on the screen during the next ones.
            end = min(end, following) if following > start else end
        pieces = [
            Piece(word.word or word.text, number_ms(word.start, 1000), number_ms(word.end, 1000), label(word.speaker))
            for word in one.words or ()
        ]
        text = " ".join(one.text.split())
        end = end if end is None or start is None else max(start, end)
        parts.append((Segment(text, start, end, label(one.speaker)), pieces))
    return _joined(parts, automatic)


def from_cpp(file: CppFile) -> Transcript:
    """Read the JSON of whisper.cpp."""
    parts: list[tuple[Segment, list[Piece]]] = []
    spaced = sum(1 for one in file.transcription if one.text.startswith(" ")) * 2 > len(file.transcription)
    turn = False
    for one in file.transcription:
        start, end = number_ms(one.offsets.start, 1), number_ms(one.offsets.end, 1)
        pieces = [
            Piece(token.text, number_ms(token.offsets.start, 1), number_ms(token.offsets.end, 1))
            if token.offsets
            else Piece(token.text)
            for token in one.tokens or ()
            if not (token.text.startswith("[_") and token.text.endswith("]"))
        ]
        text = " ".join(one.text.split())
        if parts and spaced and text and not one.text.startswith(" ") and not pieces:
            # With the option -ml 1, a stretch is a piece of a word.
            whole, _ = parts[-1]
            parts[-1] = whole._replace(text=whole.text + text, end=end), []
            continue
        end = end if end is None or start is None else max(start, end)
        parts.append((Segment(text, start, end, label(one.speaker), turn), pieces))
        turn = one.speaker_turn_next
    return _joined(parts, automatic=True)


def _joined(parts: Sequence[tuple[Segment, list[Piece]]], automatic: bool) -> Transcript:
    has_speakers = any(whole.speaker or any(piece.speaker for piece in pieces) for whole, pieces in parts)
    if not has_speakers and names_before_colons([whole.text for whole, _ in parts]):
        # The words have names in them, which tell more than times of single words.
        return Transcript(named_segments([whole for whole, _ in parts]), [], automatic)
    segments: list[Segment] = []
    for whole, pieces in parts:
        words = timed_words(whole, pieces) if pieces else [whole]
        segments += [words[0]._replace(new_turn=whole.new_turn), *words[1:]] if whole.new_turn else words
    segments = [segment for segment in segments if segment.text]
    return Transcript(segments if has_speakers else named_segments(segments), [], automatic)

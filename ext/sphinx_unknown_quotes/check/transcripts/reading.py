"""The bytes of a transcript -> its segments, in whatever format they are."""

from __future__ import annotations

import codecs
import re
from typing import Final

from .captions.srt import read_srt
from .captions.webvtt import looks_like_webvtt, read_webvtt
from .captions.whisper import looks_like_whisper, read_whisper
from .model import Fault, Transcript
from .text.plain import read_plain
from .text.stamped import looks_stamped, read_stamped

#: The files of the transcripts folder that are transcripts.
SUFFIXES: Final = (".vtt", ".srt", ".txt", ".md", ".markdown", ".text")
_SRT = re.compile(r"^[ \t]*(?:\d+:)?\d+:\d+[.,]\d+[ \t]*-->", re.MULTILINE | re.ASCII)
_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read_transcript(data: bytes, name: str) -> Transcript:
    """Read the bytes of the transcript *name*; the content decides on the format, the name only where it is unclear.

    Never raises for what is in the bytes: that is a fault of the transcript, with its line.
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not {encoding[:6].rstrip('-').upper()}. Save the file as UTF-8."
        return Transcript([], [Fault(line, message)])
    text = _NEWLINE.sub("\n", text).replace("\0", "\ufffd")
    found = _read(text, name.lower())
    if not any(segment.text for segment in found.segments):
        found.faults.append(Fault(0, "the transcript has no words in it."))
    return found


def _read(text: str, name: str) -> Transcript:
    if looks_like_webvtt(text) or name.endswith(".vtt"):
        return read_webvtt(text)
    if _SRT.search(text) or name.endswith(".srt"):
        return read_srt(text)
    if looks_like_whisper(text):
        return read_whisper(text)
    return read_stamped(text) if looks_stamped(text) else read_plain(text)

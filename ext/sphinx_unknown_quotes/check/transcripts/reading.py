"""Read the bytes of a transcript of any form."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ..documents.reading import kind_of, read_document
from .captions.lines import looks_like_lrc, looks_like_sbv, looks_like_tsv, read_lrc, read_sbv, read_tsv
from .captions.rolling import read_rolling
from .captions.srt import read_srt
from .captions.webvtt import looks_like_webvtt, read_webvtt
from .captions.whisper import looks_like_whisper, read_whisper
from .doubt import unread
from .forms import PROGRAM_SUFFIXES, forms_read
from .limits import within_limits
from .model import Fault, Transcript
from .structured.json_forms import read_json
from .structured.podcast_html import looks_like_podcast_html, read_podcast_html
from .structured.ttml import looks_like_ttml, read_ttml
from .text.hearings import looks_like_hearing, read_hearing
from .text.plain import read_plain
from .text.stamped import looks_stamped, read_stamped

#: In a document, at most so many stamps may be times of day.
_FEW: Final = 2
_SRT = re.compile(r"^[ \t]*(?:\d+:)?\d+:\d+[.,]\d+[ \t]*-->", re.MULTILINE | re.ASCII)
_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NEWLINES: Final = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_MARKUP = re.compile(
    r"\s*<(?:[?!][\w-]|(?:html|head|body|tt|transcript|timedtext|div|article|section|main|cite|xml)\b)", re.IGNORECASE
)


def read_transcript(data: bytes, name: str) -> Transcript:
    """Read the bytes of the transcript *name*. The content decides its form; the name does so only if that is unclear.

    Bad content is a fault with its line, and never raises.
    """
    name = name.lower()
    if kind := kind_of(data, name):
        return _with_words(_as_talk(read_document(data, kind), kind))
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        # whisper.cpp splits characters of several bytes between tokens. Such tokens are not used.
        text = data.decode(encoding, "replace" if name.endswith(".json") and b'"tokens"' in data else "strict")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not {encoding[:6].rstrip('-').upper()}. Save the file as UTF-8."
        return Transcript([], [Fault(line, message)])
    if any(mark in text for mark in _NEWLINES):
        text = _NEWLINE.sub("\n", text)
    text = text.replace("\0", "\ufffd")
    found = _of_programs(text, name) or read_rolling(text)
    if found is None:
        found = _read(text, name)
        found = found._replace(unread=unread(text, found))
    return _with_words(found)


def _as_talk(found: Transcript, kind: str) -> Transcript:
    """Read a document as a transcript if it is one, such as the record of a meeting, with stamps or names."""
    text = "\n\n".join(segment.text for segment in found.segments)
    talk = _read(text, "") if kind != "pdf" else found
    stamps = {segment.start for segment in talk.segments} - {None}
    names = {segment.speaker for segment in talk.segments} - {None}
    if (len(stamps) > _FEW and len(stamps) * 10 >= len(found.segments)) or len(names) > 1:
        found = talk._replace(faults=[*found.faults, *talk.faults])
    return found._replace(unread=unread(text, found))


def _with_words(found: Transcript) -> Transcript:
    if not any(segment.text for segment in found.segments) and not found.faults:
        found.faults.append(Fault(0, "the transcript has no words in it."))
    return within_limits(found)


def _of_programs(text: str, name: str) -> Transcript | None:
    """Read a form for programs; return None for text for people."""
    if _JSON.match(text):
        if found := read_json(text):
            return found
    elif looks_like_ttml(text):
        return read_ttml(text)
    elif looks_like_podcast_html(text):
        return read_podcast_html(text)
    elif not name.endswith(PROGRAM_SUFFIXES) and not _MARKUP.match(text):
        return None
    if name.endswith(PROGRAM_SUFFIXES) or _MARKUP.match(text):
        return Transcript([], [Fault(0, f"has none of the forms that can be read. These are: {forms_read()}.")])
    return None


def _read(text: str, name: str) -> Transcript:
    if looks_like_webvtt(text) or name.endswith(".vtt"):
        return read_webvtt(text)
    if _SRT.search(text) or name.endswith(".srt"):
        return read_srt(text)
    if looks_like_whisper(text):
        return read_whisper(text)
    if looks_like_sbv(text) or name.endswith(".sbv"):
        return read_sbv(text)
    if looks_like_tsv(text):
        return read_tsv(text)
    if looks_like_lrc(text) or name.endswith(".lrc"):
        return read_lrc(text)
    if looks_stamped(text):
        return read_stamped(text)
    return read_hearing(text) if looks_like_hearing(text) else read_plain(text)

"""Saved web pages: the words of the main text, with a paragraph for each block."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ..transcripts.model import Fault, Segment, Transcript
from .blocks import sentence_of_its_own
from .elements import ElementReader

_CHARSET: Final = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
#: If what is marked as the main text has a smaller part of the page's words, it is something else.
_MAIN_SHARE: Final = 0.4


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin like a web page."""
    return bool(_START.match(data[:8_192].removeprefix(codecs.BOM_UTF8)))


def read_html(data: bytes) -> Transcript:
    """Read a web page: its main text without navigation, scripts, hidden elements and the figures of notes."""
    reader = ElementReader()
    reader.read(_decoded(data))
    reader.end_block()
    main = [text for text, is_main in reader.blocks if is_main]
    every = [text for text, _ in reader.blocks]
    kept = main if sum(map(len, main)) >= _MAIN_SHARE * sum(map(len, every)) else every
    faults = (
        [Fault(0, "the elements of the page are nested too deeply; the rest is left out.")] if reader.is_deep else []
    )
    return Transcript([Segment(sentence_of_its_own(text)) for text in kept], faults)


def _decoded(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _CHARSET.search(data[:4_096])
    # Browsers, too, read ISO 8859-1 as Windows-1252.
    names = ["utf-8", declared[1].decode("ascii", "replace") if declared else "utf-8"]
    for name in names:
        try:
            return data.decode("cp1252" if name.casefold() in ("iso-8859-1", "latin1", "ascii", "us-ascii") else name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")

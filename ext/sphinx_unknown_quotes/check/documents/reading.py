"""Which files are documents, and their text: each is read in a process of its own, in bounded time and memory."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from ..transcripts.model import Fault, Transcript
from .apart import read_apart
from .web import looks_like_html

_STAMP: Final = re.compile(rb"<time\b[^<>]*>\s*\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?\s*</time>", re.IGNORECASE)
_NO_LIBRARY: Final = "reading a PDF needs pypdf. Install it with: pip install 'sphinx-unknown-quotes[documents]'"


def kind_of(data: bytes, name: str) -> str:
    """The kind of document that the file *name* is, ``pdf``, ``docx`` or ``html``; empty for what is none."""
    plain = name.casefold()
    if b"%PDF-" in data[:1024] or plain.endswith(".pdf"):
        return "pdf"
    # An encrypted DOCX and an old DOC begin with the second mark.
    if plain.endswith(".docx") or (data.startswith(b"PK\x03\x04") and b"word/" in data):
        return "docx"
    is_html = plain.endswith((".html", ".htm", ".xhtml")) or looks_like_html(data)
    return "html" if is_html and not _is_transcript(data) else ""


def _is_transcript(data: bytes) -> bool:
    """Whether HTML is that of Podcasting 2.0, with a time for most paragraphs, and not a page with some time of day."""
    stamps = sum(1 for _ in _STAMP.finditer(data))
    return bool(stamps) and (not looks_like_html(data) or 3 * stamps >= data.lower().count(b"<p"))


def read_document(data: bytes, kind: str) -> Transcript:
    """Read a document of a kind that :func:`kind_of` names. Never raises for what is in the bytes."""
    if kind == "pdf" and not library_version():
        return Transcript([], [Fault(0, _NO_LIBRARY)])
    if kind == "docx" and data.startswith(b"\xd0\xcf\x11\xe0"):
        return Transcript([], [Fault(0, "it has a password, or is a DOC. Save it as DOCX without a password.")])
    return read_apart(data, kind)


def reader_of(name: str) -> str:
    """What else than its bytes decides on the words of the file *name*: the library that reads it, if one does."""
    return f"pypdf {library_version()}" if name.casefold().endswith(".pdf") else ""


@cache
def library_version() -> str:
    """The version of the library that reads PDF; empty where it is not installed."""
    try:
        return version("pypdf")
    except PackageNotFoundError:
        return ""

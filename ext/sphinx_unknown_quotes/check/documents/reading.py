"""Recognise documents, and read each in a separate process with limits of time and memory."""

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
    """Return the kind of document that the file *name* is: ``pdf``, ``docx``, ``html``, or empty if it is none."""
    plain = name.casefold()
    if b"%PDF-" in data[:1024] or plain.endswith(".pdf"):
        return "pdf"
    # An encrypted DOCX is not a ZIP file, so only its name tells what it is.
    if plain.endswith(".docx") or (data.startswith(b"PK\x03\x04") and b"word/" in data):
        return "docx"
    is_html = plain.endswith((".html", ".htm", ".xhtml")) or looks_like_html(data)
    return "html" if is_html and not _is_transcript(data) else ""


def _is_transcript(data: bytes) -> bool:
    """Whether HTML is a transcript of Podcasting 2.0, with a time for most paragraphs, and not a page with a time of day."""
    stamps = sum(1 for _ in _STAMP.finditer(data))
    return bool(stamps) and (not looks_like_html(data) or 3 * stamps >= data.lower().count(b"<p"))


def read_document(data: bytes, kind: str) -> Transcript:
    """Read a document of a kind that :func:`kind_of` returns. Bad content is a fault and never raises."""
    if kind == "pdf" and not library_version():
        return Transcript([], [Fault(0, _NO_LIBRARY)])
    if kind == "docx" and data.startswith(b"\xd0\xcf\x11\xe0"):
        return Transcript([], [Fault(0, "it has a password, or is a DOC. Save it as DOCX without a password.")])
    return read_apart(data, kind)


def reader_of(name: str) -> str:
    """Return the library, with its version, on which the words of the file *name* depend; empty if none reads it."""
    return f"pypdf {library_version()}" if name.casefold().endswith(".pdf") else ""


@cache
def library_version() -> str:
    """Return the version of the library that reads PDF; empty if it is not installed."""
    try:
        return version("pypdf")
    except PackageNotFoundError:
        return ""

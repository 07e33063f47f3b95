"""The forms of transcripts that are read, and what they look like, for the guide and for messages."""

from __future__ import annotations

from typing import Final

#: Files that are always documents. HTML may be a transcript.
DOCUMENT_SUFFIXES: Final = (".pdf", ".docx")
#: Files whose content must be JSON, XML or HTML.
PROGRAM_SUFFIXES: Final = (".json", ".json3", ".ttml", ".dfxp", ".xml", ".html", ".htm", ".xhtml")
#: The files of the transcripts folder that are transcripts.
SUFFIXES: Final = (
    ".vtt", ".srt", ".sbv", ".lrc", ".tsv", ".txt", ".md", ".markdown", ".text", *PROGRAM_SUFFIXES, *DOCUMENT_SUFFIXES,
)  # fmt: skip
#: Every form by its name, with its typical content.
FORMS: Final[dict[str, str]] = {
    "WebVTT": "`00:00:01.000 --> 00:00:03.000`, then words; voices, word times, rolling lines of automatic captions",
    "SRT": "`00:00:01,000 --> 00:00:03,000`, then words",
    "SBV": "`0:00:01.000,0:00:03.000`, then words",
    "LRC": "`[00:01.00]words`",
    "TTML": '`<p begin="0:01" ttm:agent="v1">`, agents by their names; the word spans of Apple\'s podcasts',
    "whisper's table (TSV)": "a line `start end text`, then milliseconds, with tabs",
    "whisper.cpp, text": "`[00:00:01.000 --> 00:00:03.000]   words`",
    "whisper.cpp, JSON": '`{"transcription": [{"offsets", "text", "tokens"}]}`',
    "whisper, faster-whisper, WhisperX, JSON": '`{"segments": [{"start", "end", "text", "words", "speaker"}]}`',
    "youtube-transcript-api, JSON": '`[{"text", "start", "duration"}]`, also inside a list with one entry',
    "YouTube's json3": '`{"events": [{"tStartMs", "segs": [{"utf8", "tOffsetMs"}]}]}`',
    "Podcasting 2.0, JSON": '`{"segments": [{"speaker", "startTime", "body"}]}`',
    "Podcasting 2.0, HTML": "`<cite>Ann Bee:</cite> <time>0:01</time> <p>words</p>`",
    "Rev, JSON": '`{"monologues": [{"speaker", "elements"}]}`',
    "Rev, Otter, text": "`Ann Bee (00:01):` or `Ann Bee  0:01`, then words on the next line",
    "Descript, text": "`[00:00:01] Ann Bee: words`",
    "Obsidian Web Clipper": "`**0:01** · words`",
    "YouTube's panel": "`0:01`, then words on the next line, or a name there and words below it",
    "stamped Markdown": "`**[0:01]** words`",
    "speakers with stamps": "`Ann Bee [(0:01)](https://example.org/) words`",
    "a hearing": "`    Mr. BEE. words`, each at the beginning of a paragraph; no times",
    "PDF": "papers and books with text in them; no times, but pages",
    "DOCX": "text, footnotes and endnotes; no times",
    "a saved web page": "HTML, of which the main text is read; no times",
    "plain text or Markdown": "words, with or without `Ann Bee:` before them; papers and articles; no times",
}


def forms_read() -> str:
    """Return the names of all forms, as a list in a message."""
    return "; ".join(FORMS)

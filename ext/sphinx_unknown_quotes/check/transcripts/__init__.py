"""Transcripts in the formats that people have: one module a format, each a pure function from text to a transcript."""

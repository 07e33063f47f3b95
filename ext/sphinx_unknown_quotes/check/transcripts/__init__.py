"""Transcripts in the forms that people have: one module a form or a family of them, pure functions from text to a transcript."""

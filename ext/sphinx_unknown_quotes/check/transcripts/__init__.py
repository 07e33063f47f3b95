"""Transcripts in the forms that people have: a module for each form or family, with pure functions from text."""

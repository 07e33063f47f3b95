"""Recorded words as paragraphs, on one line, or cut to a width."""

from __future__ import annotations

import re

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def paragraphs(text: str) -> list[str]:
    """Split recorded words into their paragraphs, each with single spaces between its words."""
    return [" ".join(part.split()) for part in _BLANK_LINE.split(text) if part.strip()]


def flat(text: str) -> str:
    """Return recorded words on one line."""
    return " ".join(text.split())


def cut(line: str, width: int) -> str:
    """Return *line* cut at a space to at most *width* characters, with an ellipsis where something was cut."""
    if len(line) <= width:
        return line
    kept = line[: width - 1]
    return f"{kept.rpartition(' ')[0] or kept}…"

"""Find questions that are quoted as statements, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..speech.spoken import Spoken


def mark_lost(quoted: str, start: int, end: int, spoken: Spoken, is_last: bool) -> tuple[str, str] | None:
    """Return the marks on both sides if only one of *quoted* and the words from *start* to *end* is a question.

    None if they agree, or if the transcript has no mark there. *is_last* is whether the quotation ends here; an
    omission here leaves the end of the sentence open.
    """
    said = spoken.said(start, end)
    behind = spoken.before(end) if is_last else ""
    if "?" not in said and "?" not in behind and "?" not in quoted:
        return None
    inner = quoted.rstrip(" ?.!,;:-\"')]*_")
    closing = quoted[len(inner) :]
    if inner.count("?") < said.count("?"):
        return "", "?"
    if not is_last or (".." in closing and ".." not in behind):
        return None
    if "?" in behind and "?" not in closing:
        return closing.strip(" \"')]*_"), "?"
    is_statement = "?" not in behind and any(mark in behind for mark in ".!。") and ".." not in behind
    return ("?", behind.strip(" \"')]*_")) if "?" in closing and is_statement else None

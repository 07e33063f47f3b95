"""Make text of others safe to print: nothing in it is a command to a terminal or to a program that reads the log."""

from __future__ import annotations

import json
import re
from typing import Any, Final

#: Control characters, line breaks, marks that change the direction of text, tags, and surrogates.
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
#: The two forms of commands to GitHub's runner of workflows: the first anywhere in a line, the second at its beginning.
_ANYWHERE: Final = "##["
_AT_THE_BEGINNING: Final = "::"


def visible(text: str) -> str:
    r"""Return *text* with an escape (``\x1b``) for every character that cannot be seen or breaks the line."""
    return _UNSEEN.sub(_escape, text).replace(_ANYWHERE, "\\x23#[")


def visible_line(text: str) -> str:
    """Return *text* as :func:`visible` does, and so that it is not a command at the beginning of a line."""
    shown = visible(text)
    rest = shown.lstrip()
    if not rest.startswith(_AT_THE_BEGINNING):
        return shown
    return f"{shown[: len(shown) - len(rest)]}\\x3a{rest[1:]}"


def visible_json(content: Any, indent: int | None = 2) -> str:
    """Return *content* as JSON with escapes for the characters of :func:`visible`; on one line if *indent* is None."""
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    lines = (_UNSEEN.sub(_json_escape, line) for line in text.split("\n"))
    return "\n".join(lines)


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_escape(match: re.Match[str]) -> str:
    if "\ud800" <= match[0] <= "\udfff":
        # A surrogate is not text, and strict readers would refuse the whole report.
        return "\\ufffd"
    # JSON writes a character beyond U+FFFF as two surrogates.
    return json.dumps(match[0])[1:-1]

"""Explain a mistake in YAML and how to correct it, from the line as the author typed it.

The messages of a parser name its internal states; an author knows lines, quotation marks and spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: A key without a colon, and perhaps a value.
_KEY_ALONE: Final = re.compile(r"(?P<before>\s*(?:- +)*)(?P<rest>[A-Za-z][\w-]*(?:\s[^:]*)?)$")
#: A key and its value on one line.
_VALUE: Final = re.compile(r"(?P<before>\s*(?:- +)*[\w-]+: +)(?P<value>\S.*?)\s*$")
_INDENT: Final = re.compile(r"[ \t]*")
#: Errors that the parser reports where it gave up, although the mistake is where the value began.
_AT_BEGINNING: Final = ("could not find expected ':'", "unexpected end of stream", "expected ',' or", "escape")
_MARKS: Final = "@`%*&!|>?,]}#"
_MERGE: Final = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_MAX_SHOWN: Final = 60


class Mistake(NamedTuple):
    """A sentence and the place of the mistake."""

    place: Place
    message: str


def explain(error: Any, lines: Sequence[str], place_of: Callable[[Any], Place]) -> Mistake:
    """Explain an *error* of the parser; *place_of* turns one of its marks into a place."""
    problem = error.problem or "not YAML"
    begin, end = error.context_mark, error.problem_mark or error.context_mark
    mark = begin if begin and any(part in problem for part in _AT_BEGINNING) else end
    if mark is None:
        return Mistake(Place(0, 0), f"not well-formed YAML: {problem}.")
    place = place_of(mark)
    if "mapping values are not" in problem and (above := _above_without_colon(lines, place.line)):
        return above
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    found = _of_line(line, problem) or (0, f"not well-formed YAML: {problem}.")
    return Mistake(Place(place.line, found[0] or place.column), found[1])


def _above_without_colon(lines: Sequence[str], number: int) -> Mistake | None:
    """Return the mistake of a key without a colon above the line *number*, with which YAML then joins that line."""
    before = [
        index for index in range(number - 1) if lines[index].strip() and not lines[index].lstrip().startswith("#")
    ]
    if not before or number > len(lines):
        return None
    match = _KEY_ALONE.match(lines[before[-1]])
    if not match or len(match["before"]) != len(_INDENT.match(lines[number - 1])[0]):  # type: ignore[index]
        return None
    return Mistake(Place(before[-1] + 1, len(match["before"]) + 1), _without_colon(match["rest"].rstrip()))


def _of_line(line: str, problem: str) -> tuple[int, str] | None:
    """Return the column (0 for that of the parser) and the sentence; None if the line does not show the mistake."""
    indent = _INDENT.match(line)[0]  # type: ignore[index]
    rest = line[len(indent) :]
    if _MERGE.match(line):
        return 1, "this is a mark of an unfinished merge by git. Choose one of the two versions."
    if "\t" in indent:
        return indent.index("\t") + 1, "the line is indented with a tab. Indent with spaces."
    if match := re.match(r"-(?=[\w\"'])", rest):
        return len(indent) + match.end(), f"a space is missing after the hyphen: write '- {_cut(rest[1:])}'."
    if "could not find expected ':'" in problem:
        return len(indent) + 1, _without_colon(rest)
    if (match := _VALUE.match(line)) and (said := _of_value(match["value"], problem)):
        return len(match["before"]) + 1, said
    if (
        "'-' indicator" in problem
        or "expected key" in problem
        or "mapping values are not" in problem
        or "block end" in problem
    ):
        spaces = f"{len(indent)} space{'' if len(indent) == 1 else 's'}"
        return len(indent) + 1, f"the line is indented by {spaces}, unlike its neighbours. Indent it as they are."
    return None


def _without_colon(rest: str) -> str:
    if match := re.match(r"(?:- +)?[A-Za-z-]+:(?=[^\s/])", rest):
        return f"a space is missing after the colon: write '{_cut(f'{match[0]} {rest[match.end() :]}')}'."
    return f"there is no colon in the line {_cut(rest)!r}: a key, a colon and a space go before a value."


def _of_value(value: str, problem: str) -> str:
    mark = value[0]
    if "unexpected end" in problem and mark in "\"'":
        return f"the value begins with {mark}, and the second {mark} is missing. {_repair(value)}"
    if "escape" in problem:
        return f"a backslash has a meaning between double quotation marks. {_repair(value.strip(mark))}"
    if mark in "\"'[{":
        return f"the value begins with {mark}, and goes on where YAML ends it. {_repair(value)}"
    if mark in _MARKS or re.match(r"- ", value):
        return f"a {mark} at the beginning of a value has a meaning in YAML. {_repair(value)}"
    if ": " in value or value.endswith(":"):
        return f"the value has a colon and a space in it. {_repair(value)}"
    return ""


def _repair(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        # The author meant them around the whole value, but one inside it ends it.
        value = value[1:-1]
    quoted = value.replace("'", "''")
    if len(quoted) > _MAX_SHOWN:
        return "Put it between single quotation marks, and write each ' in it twice."
    return f"Write it between quotation marks: '{quoted}'."


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"


#: A # before a letter or a digit is meant as part of the words: ``Panel #3``.
_CUT_OFF: Final = re.compile(r"[ \t]+(#[^\s#!].*?)[ \t]*$")


def cut_off(line: str, column: int) -> str:
    """Return what YAML takes for a comment after a value that ends before *column*, if it looks like part of the words."""
    match = _CUT_OFF.match(line, column - 1)
    return match[1] if match else ""


def tag_sentence(rest: str) -> str:
    """Explain a tag at the beginning of *rest*, the text after a key."""
    value = rest.rstrip()
    if value.startswith("!!"):
        return f"{_cut(value)!r} begins with a tag of YAML, and every value is a string. Take the tag out."
    return f"a {value[:1]} at the beginning of a value has a meaning in YAML. {_repair(value)}"

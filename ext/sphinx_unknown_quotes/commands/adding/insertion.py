"""Put a quotation into a YAML file, and leave every other byte of the file as it is.

The text is inserted into the file, so comments, indentation, line ends and anchors stay. Before the result is returned,
the events of both texts are compared: they may differ only in the new quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from .layout import Layout, LayoutError, events_of, layout_of
from .record_text import flow_text, record_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .record_text import Record

_BREAK: Final = re.compile("\r\n?|[\n\x85\u2028\u2029]")
_BLANK_OR_COMMENT: Final = re.compile(r"[ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?")
_COMMENT_LINE: Final = re.compile(r"( *)#[^\r\n\x85\u2028\u2029]*(?:\r\n?|[\n\x85\u2028\u2029]|$)")


class InsertionError(ValueError):
    """The quotation cannot be added to the file without changing something else."""


def with_quotation(data: bytes, record: Record) -> bytes:
    """Return the bytes of a source's file with one more *record*, see :func:`with_quotations`."""
    return with_quotations(data, [record])


def with_quotations(data: bytes, records: Sequence[Record]) -> bytes:
    """Return the bytes of a source's file with *records*, one or more, as the last of its quotations.

    Raises :class:`InsertionError` if the file is not a YAML mapping, or cannot be changed safely.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InsertionError(f"byte 0x{data[error.start]:02x} is not UTF-8. Save the file as UTF-8.") from error
    # YAML's offsets do not count a byte order mark.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    try:
        before = events_of(text)
        layout = layout_of(text, before)
        inserted = _inserted(text, layout, records)
        if _ends_open(text):
            # The line end before the new quotation becomes part of a block scalar that ends the file. That is no change.
            before = events_of(text + _newline(text))
        after = events_of(inserted)
    except (LayoutError, yaml.YAMLError) as error:
        raise InsertionError(_on_one_line(error)) from error
    if not _differ_in_the_records_only(before, after, layout, records):
        raise InsertionError("the quotation cannot be added without changing something else.")
    return (mark + inserted).encode()


def _on_one_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return f"line {mark.line + 1}: not well-formed YAML: {problem}." if mark else f"{problem}"


def _inserted(text: str, layout: Layout, records: Sequence[Record]) -> str:
    if layout.is_flow:
        comma = ", " if layout.has_items else ""
        return f"{text[: layout.end]}{comma}{', '.join(map(flow_text, records))}{text[layout.end :]}"
    newline = _newline(text)
    dash, offset = layout.dash, layout.offset
    first, rest = " " * dash + "-" + " " * (offset - 1), " " * (dash + offset)
    items = [f"{' ' * layout.column}quotes:"] if layout.needs_key else []
    for record in records:
        lines = record_lines(record)
        items += [*([""] if layout.is_parted else []), first + lines[0]]
        items += [rest + line if line else "" for line in lines[1:]]
    place = _line_after(text, layout)
    added = newline.join(items)
    if place == len(text) and _ends_open(text):
        return text + newline + added
    return f"{text[:place]}{added}{newline}{text[place:]}"


def _ends_open(text: str) -> bool:
    """Whether the file ends without a line end, and so must the result."""
    return bool(text) and not _BREAK.search(text, len(text) - 1)


def _newline(text: str) -> str:
    """Return the line end of the first line, which is used for new lines."""
    found = _BREAK.search(text)
    return found[0] if found and found[0] in ("\n", "\r\n", "\r") else "\n"


def _line_after(text: str, layout: Layout) -> int:
    """Return where the line after the last quotation begins, and after the comments that belong to it."""
    place = layout.end
    if place and not _BREAK.search(text, place - 1, place):
        rest = _BLANK_OR_COMMENT.match(text, place)
        place = rest.end() if rest else place
        if place < len(text):
            end = _BREAK.match(text, place)
            if not end:
                raise LayoutError("there is something after the last quotation, on the same line.")
            place = end.end()
    while (comment := _COMMENT_LINE.match(text, place)) and len(comment[1]) > layout.column:
        place = comment.end()
    return place


def _differ_in_the_records_only(before: list[Any], after: list[Any], layout: Layout, records: Sequence[Record]) -> bool:
    old, new = [_plain(event) for event in before], [_plain(event) for event in after]
    head, tail = layout.events
    end = len(new) - (len(old) - tail)
    return new[:head] == old[:head] and new[end:] == old[tail:] and new[head:end] == _expected(layout, records)


def _plain(event: Any) -> tuple[Any, ...]:
    """Return the content of an event, without its place."""
    return (
        type(event).__name__, getattr(event, "anchor", None), getattr(event, "tag", None), getattr(event, "value", None),
        # Quotation marks decide whether "1" is a string or a number.
        getattr(event, "implicit", None),
    )  # fmt: skip


def _expected(layout: Layout, records: Sequence[Record]) -> list[tuple[Any, ...]]:
    """Return the events that the quotations must add, from texts that have only these."""
    item: list[tuple[Any, ...]] = []
    for record in records:
        text = flow_text(record) if layout.is_flow else "\n".join(record_lines(record))
        # Without the events of the stream and of the document.
        item += [_plain(event) for event in events_of(text)][2:-2]
    if layout.opens_list:
        wrapped = [_plain(event) for event in events_of("quotes:\n- x")][3:-3]
        key = wrapped[:1] if layout.needs_key else []
        return [*key, wrapped[1], *item, wrapped[3]]
    return item

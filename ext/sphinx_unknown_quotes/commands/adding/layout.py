"""Where the quotations of a file end, and how they are indented, from the parser's events."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

import yaml

#: libyaml where PyYAML was built with it: ten times faster, with the same marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DASH: Final = re.compile(r"( *)-( +)")
#: A line may end in a carriage return, too, which is no line end for ``^``.
_DASH_LINE: Final = re.compile(r"(?:^|(?<=[\r\n]))( *)-(?=[ \t\r\n]|$)")
#: A carriage return with a line feed is one line end.
_EMPTY_LINE: Final = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)\Z")
_KEY: Final = "quotes"


class LayoutError(ValueError):
    """The file has no place for a quotation."""


class Layout(NamedTuple):
    """A place for one more quotation. Places are numbers of characters from the beginning of the text."""

    #: Where the last quotation ends, or where the list begins that has none.
    end: int
    #: How many spaces are in front of the keys of the file, and of the dashes of its quotations.
    column: int
    dash: int
    #: From a dash to the keys of its quotation.
    offset: int = 2
    #: Whether the list is in brackets, and has anything in it.
    is_flow: bool = False
    has_items: bool = True
    #: Whether ``quotes:`` is missing, and whether it has no list yet.
    needs_key: bool = False
    opens_list: bool = False
    #: Whether an empty line parts the quotations.
    is_parted: bool = False
    #: The numbers of the events between which the new ones come; those between them are replaced.
    events: tuple[int, int] = (0, 0)


def events_of(text: str) -> list[Any]:
    """Return the events of *text*. Raises :class:`yaml.YAMLError` where it is no YAML."""
    return list(yaml.parse(text, Loader=_Loader))


def layout_of(text: str, events: list[Any]) -> Layout:
    """Return the place for a quotation in *text*, which has *events*. Raises :class:`LayoutError`."""
    # In front of it are the beginnings of the stream and of the document.
    root = events[2] if len(events) > 2 else None
    if not isinstance(root, yaml.MappingStartEvent):
        raise LayoutError("the file is no mapping with source: and quotes:.")
    number = 3
    while not isinstance(events[number], yaml.MappingEndEvent):
        value, after = number + 1, 0
        if not isinstance(events[number], yaml.ScalarEvent):
            value, _ = _skip(events, number)
        after, _ = _skip(events, value)
        if getattr(events[number], "value", None) == _KEY:
            return _of_value(text, events, value, after, events[3].start_mark.column)
        number = after
    if root.flow_style:
        raise LayoutError("the file is a mapping in braces without quotes:. Write quotes: [] into it.")
    column = events[3].start_mark.column
    _, end = _skip(events, 2)
    return Layout(end, column, column + 2, needs_key=True, opens_list=True, events=(number, number))


def _of_value(text: str, events: list[Any], number: int, after: int, column: int) -> Layout:
    """The layout of a file with ``quotes:``, whose value are the events from *number* to before *after*."""
    value = events[number]
    end = value.end_mark.index
    if isinstance(value, yaml.ScalarEvent) and not value.value and value.implicit[0] and not value.anchor:
        return Layout(end, column, column + 2, opens_list=True, events=(number, after))
    if not isinstance(value, yaml.SequenceStartEvent):
        raise LayoutError("quotes: is no list.")
    last = after - 1
    if value.flow_style:
        has_items = last > number + 1
        end = _skip_to(events, number + 1, last) if has_items else events[last].start_mark.index
        return Layout(end, column, 0, is_flow=True, has_items=has_items, events=(last, last))
    return _of_block(text, events, number, last, column)


def _of_block(text: str, events: list[Any], number: int, last: int, column: int) -> Layout:
    items: list[int] = []
    item, end = number + 1, 0
    while item < last:
        items.append(item)
        item, end = _skip(events, item)
    dash, offset = _indentation(text, events[number], [events[item] for item in items])
    first: Any = events[items[-1]].start_mark
    # The lines that end where the line of the last quotation begins.
    above = text[max(0, first.index - first.column - 4) : first.index - first.column]
    # Empty lines behind a block scalar may be its own.
    is_open = any(
        getattr(event, "style", None) in ("|", ">") and event.end_mark.index == end for event in events[item - 8 : item]
    )
    is_parted = len(items) > 1 and not is_open and _EMPTY_LINE.search(above) is not None
    return Layout(end, column, dash, offset, is_parted=is_parted, events=(last, last))


def _indentation(text: str, start: Any, items: list[Any]) -> tuple[int, int]:
    """The column of the dashes, and how far from them the keys are, as the last quotation has it that shows it."""
    for item in reversed(items):
        mark: Any = item.start_mark
        if found := _DASH.fullmatch(text, mark.index - mark.column, mark.index):
            is_mapping = isinstance(item, yaml.MappingStartEvent) and not item.flow_style and not item.anchor
            return len(found[1]), 1 + len(found[2]) if is_mapping else 2
    begin = start.start_mark
    line = _DASH_LINE.search(text, begin.index - begin.column)
    return (len(line[1]) if line else begin.column), 2


def _skip(events: list[Any], number: int) -> tuple[int, int]:
    """Return the number of the event after the node that begins with *number*, and where the node's last sign is."""
    depth, end = 0, 0
    while True:
        event = events[number]
        number += 1
        first, last = event.start_mark.index, event.end_mark.index
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
            # That of a block is where the next thing begins; brackets end where they stand.
            end = last if last > first else end
        else:
            end = last
        if depth == 0:
            return number, end


def _skip_to(events: list[Any], number: int, last: int) -> int:
    end = 0
    while number < last:
        number, end = _skip(events, number)
    return end

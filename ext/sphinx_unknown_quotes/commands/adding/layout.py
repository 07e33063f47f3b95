"""Find where the quotations of a file end and how they are indented, from the parser's events."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

import yaml

#: libyaml, if PyYAML was built with it, is ten times faster and gives the same marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DASH: Final = re.compile(r"( *)-( +)")
#: Lines may also end in a carriage return, which ``^`` does not count as a line end.
_DASH_LINE: Final = re.compile(r"(?:^|(?<=[\r\n]))( *)-(?=[ \t\r\n]|$)")
#: A carriage return and a line feed together are one line end.
_EMPTY_LINE: Final = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)\Z")
_KEY: Final = "quotes"


class LayoutError(ValueError):
    """The file has no place for a quotation."""


class Layout(NamedTuple):
    """A place for one more quotation. Places are offsets in the text, in characters."""

    #: Where the last quotation ends, or where an empty list begins.
    end: int
    #: The number of spaces before the keys of the file, and before the dashes of its quotations.
    column: int
    dash: int
    #: The number of characters from a dash to the keys of its quotation.
    offset: int = 2
    #: Whether the list is in brackets, and whether anything is in it.
    is_flow: bool = False
    has_items: bool = True
    #: Whether ``quotes:`` is missing, and whether it has no list yet.
    needs_key: bool = False
    opens_list: bool = False
    #: Whether there are empty lines between the quotations.
    is_parted: bool = False
    #: The numbers of the events between which the new events come. Events between them are replaced.
    events: tuple[int, int] = (0, 0)


def events_of(text: str) -> list[Any]:
    """Return the events of *text*. Raises :class:`yaml.YAMLError` if it is not YAML."""
    return list(yaml.parse(text, Loader=_Loader))


def layout_of(text: str, events: list[Any]) -> Layout:
    """Return the place for a quotation in *text*, which has *events*. Raises :class:`LayoutError` if there is none."""
    # The first two events begin the stream and the document.
    root = events[2] if len(events) > 2 else None
    if not isinstance(root, yaml.MappingStartEvent):
        raise LayoutError("the file is not a mapping with source: and quotes:.")
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
    """Return the layout of a file with ``quotes:``, whose value has the events from *number* to before *after*."""
    value = events[number]
    end = value.end_mark.index
    if isinstance(value, yaml.ScalarEvent) and not value.value and value.implicit[0] and not value.anchor:
        return Layout(end, column, column + 2, opens_list=True, events=(number, after))
    if not isinstance(value, yaml.SequenceStartEvent):
        raise LayoutError("quotes: is not a list.")
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
    # The line ends before the line of the last quotation.
    above = text[max(0, first.index - first.column - 4) : first.index - first.column]
    # Empty lines after a block scalar may belong to it.
    is_open = any(
        getattr(event, "style", None) in ("|", ">") and event.end_mark.index == end for event in events[item - 8 : item]
    )
    is_parted = len(items) > 1 and not is_open and _EMPTY_LINE.search(above) is not None
    return Layout(end, column, dash, offset, is_parted=is_parted, events=(last, last))


def _indentation(text: str, start: Any, items: list[Any]) -> tuple[int, int]:
    """Return the column of the dashes and the distance of the keys from them, from the last quotation that shows both."""
    for item in reversed(items):
        mark: Any = item.start_mark
        if found := _DASH.fullmatch(text, mark.index - mark.column, mark.index):
            is_mapping = isinstance(item, yaml.MappingStartEvent) and not item.flow_style and not item.anchor
            return len(found[1]), 1 + len(found[2]) if is_mapping else 2
    begin = start.start_mark
    line = _DASH_LINE.search(text, begin.index - begin.column)
    return (len(line[1]) if line else begin.column), 2


def _skip(events: list[Any], number: int) -> tuple[int, int]:
    """Return the number of the event after the node that begins with *number*, and where the node ends."""
    depth, end = 0, 0
    while True:
        event = events[number]
        number += 1
        first, last = event.start_mark.index, event.end_mark.index
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
            # The end event of a block is where the next node begins; that of brackets is at the bracket.
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

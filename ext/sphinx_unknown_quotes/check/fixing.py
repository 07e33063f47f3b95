"""Write the right time of a moved quotation into the YAML, and touch nothing else in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from ..collection.files import write_if_changed
from ..collection.times import format_time, parse_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..collection.loading import Library
    from .outcomes import Outcome


def fix_times(library: Library, outcomes: Iterable[Outcome]) -> list[str]:
    """Set ``at:`` of every quotation whose verdict is ``moved`` to where its words were found.

    Returns the ids that were set, in the order of *outcomes*. Raises OSError where a file cannot be written.
    """
    fixed: list[str] = []
    times: dict[str, dict[int, str]] = {}
    for outcome in outcomes:
        quotation = library.quotations[outcome.id]
        if outcome.verdict == "moved" and outcome.found is not None and quotation.at:
            times.setdefault(quotation.path, {})[quotation.line] = _moved(quotation.at, outcome.found)
            fixed.append(outcome.id)
    for name in sorted(times):
        path = library.folder / name
        data = path.read_bytes()
        write_if_changed(path, with_times(data, times[name]))
    return fixed


def _moved(at: str, found: int) -> str:
    """*at* with its start at *found* (milliseconds); a range keeps its length and the dash it was written with."""
    span = parse_span(at)
    start = format_time(found)
    if span.end is None:
        return start
    dash = re.search(r"\s*(?:-|–|—|\bto\b)\s*", at)
    return f"{start}{dash[0] if dash else '-'}{format_time(found // 1000 * 1000 + span.end - span.start)}"


def with_times(data: bytes, times: dict[int, str]) -> bytes:
    """Return the bytes of a YAML file with other values for ``at:``.

    *times* has the new value by the line (from 1) on which the quotation's mapping begins. Quotation marks,
    comments, line ends and everything else stay byte for byte.
    """
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    # As YAML counts its lines.
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)|(?<=[\x85\u2028\u2029])", body)
    for event, value in reversed(list(_values(body, times))):
        row, first, last = event.start_mark.line, event.start_mark.column, event.end_mark.column
        old = lines[row][first:last]
        quote = old[0] if old[:1] in ("'", '"') else ""
        lines[row] = f"{lines[row][:first]}{quote}{value}{quote}{lines[row][last:]}"
    return (mark + "".join(lines)).encode()


def _values(body: str, times: dict[int, str]) -> Iterator[tuple[yaml.ScalarEvent, str]]:
    """Yield the value of ``at:`` of each mapping that begins on a line of *times*, with what to put there."""
    # Line of every open mapping (None for a list), and whether its next node is a key, and the last key.
    stack: list[list[int | str | bool | None]] = []
    for event in yaml.parse(body, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            continue
        top = stack[-1] if stack else None
        if top and top[0] is not None and isinstance(event, yaml.NodeEvent):
            is_key = top[1]
            top[1] = not is_key
            if isinstance(event, yaml.ScalarEvent):
                if is_key:
                    top[2] = event.value
                elif top[2] == "at" and isinstance(top[0], int) and top[0] in times and _on_one_line(event):
                    yield event, times[top[0]]
        if isinstance(event, yaml.MappingStartEvent):
            stack.append([event.start_mark.line + 1, True, None])
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append([None, False, None])


def _on_one_line(event: yaml.ScalarEvent) -> bool:
    return bool(event.start_mark.line == event.end_mark.line)

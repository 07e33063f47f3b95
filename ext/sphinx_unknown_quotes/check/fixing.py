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
    # A byte order mark is no character of YAML's count.
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    for first, last, value in sorted(_values(text, times), reverse=True):
        quote = text[first] if text[first : first + 1] in ("'", '"') else ""
        text = f"{text[:first]}{quote}{value}{quote}{text[last:]}"
    return (mark + text).encode()


def _values(text: str, times: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the value of ``at:`` of each mapping that begins on a line of *times* begins and ends, and the new one."""
    # The loader in Python, since that of libyaml does not say at which character a value begins.
    pending: list[yaml.Node | None] = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            pending += [value for _, value in node.value]
            new = times.get(_mark(node.start_mark).line + 1)
            for key, value in node.value if new else ():
                if key.value == "at" and isinstance(value, yaml.ScalarNode):
                    yield _mark(value.start_mark).index, _mark(value.end_mark).index, new or ""


def _mark(mark: yaml.Mark | None) -> yaml.Mark:
    if mark is None:
        raise AssertionError("a node that was read from text has a place")
    return mark

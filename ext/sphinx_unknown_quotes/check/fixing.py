"""Write the right time or page of a moved quotation into the YAML, and change nothing else in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
import yaml

from ..collection.parsing.reading import read_file
from ..collection.storage.files import write_if_changed
from ..collection.text.times import format_time, parse_span
from .verdicts.pages import with_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ..collection.loading import Library
    from .outcomes import Outcome

#: The keys that can be corrected, and what messages call them.
FIXABLE: Final = {"at": "time", "page": "page"}
_BY_HAND: Final = "is written in a form that cannot be changed safely. Correct it by hand."


class Fixed(NamedTuple):
    """What was corrected, as ids with one of :data:`FIXABLE`; and what was not, as ids with the reason."""

    values: list[tuple[str, str]]
    refused: list[tuple[str, str]]
    #: Files that somebody changed during the check, and that were not written.
    changed: list[str]


def fix_records(library: Library, outcomes: Iterable[Outcome], files: Mapping[str, bytes]) -> Fixed:
    """Correct ``at:`` or ``page:`` of every quotation with the verdict ``moved``.

    *files* has the bytes that were checked. A file that has changed since is not written.
    Raises OSError if a file cannot be written.
    """
    wanted: dict[str, dict[str, dict[str, str]]] = {}
    for outcome in outcomes:
        quotation = library.quotations[outcome.id]
        if values := _right_values(outcome, quotation.at, quotation.page):
            wanted.setdefault(quotation.path, {})[outcome.id] = values
    fixed = Fixed([], [], [])
    for name in sorted(wanted):
        path = library.folder / name
        new, done = _with_most(files[name], wanted[name], name)
        fixed.refused.extend((id_, _BY_HAND) for id_ in wanted[name] if id_ not in done)
        if done and not _is_same(path, files[name]):
            fixed.changed.append(name)
        elif done:
            write_if_changed(path, new)
            fixed.values.extend((id_, key) for id_ in done for key in wanted[name][id_])
    return fixed


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


def _with_most(data: bytes, values: Mapping[str, Mapping[str, str]], name: str) -> tuple[bytes, list[str]]:
    """Return the file with all values that can be written, and the ids of the corrected quotations."""
    if whole := with_values(data, values, name):
        return whole, list(values)
    done = []
    for id_ in values:
        if one := with_values(data, {id_: values[id_]}, name):
            data = one
            done.append(id_)
    return data, done


def _right_values(outcome: Outcome, at: str | None, page: str | None) -> dict[str, str]:
    values = {}
    if outcome.verdict == "moved" and outcome.found is not None and at:
        values["at"] = _moved(at, outcome.found)
    if outcome.verdict == "moved" and "other-page" in outcome.notes and page and outcome.stands_on:
        values["page"] = with_page(page, outcome.stands_on)
    return values


def _moved(at: str, found: int) -> str:
    """Return *at* with its start at *found* (milliseconds). A range keeps its length and its dash."""
    span = parse_span(at)
    start = format_time(found)
    if span.end is None:
        return start
    _, dash, _ = re.split(r"(\s*(?:-|–|—|\bto\b)\s*)", at)
    return f"{start}{dash}{format_time(found // 1000 * 1000 + span.end - span.start)}"


def with_values(data: bytes, values: Mapping[str, Mapping[str, str]], name: str) -> bytes | None:
    """Return the bytes of the YAML file *name* with new values, which are given by id and key.

    Everything else stays byte for byte: quotation marks, comments, line ends. The result is read again, and must have
    the new values and otherwise the same records. If it does not, None is returned.
    """
    text = data.decode()
    try:
        places = sorted(_places(text, values), reverse=True)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    for first, last, value in places:
        quote = text[first] if text[first : first + 1] in ("'", '"') else ""
        text = f"{text[:first]}{quote}{value}{quote}{text[last:]}"
    new = text.encode(errors="surrogatepass")
    return new if _is_right(data, new, values, name) else None


def _is_right(data: bytes, new: bytes, values: Mapping[str, Mapping[str, str]], name: str) -> bool:
    before, after = read_file(data, name), read_file(new, name)
    seen: set[str] = set()
    quotations = []
    for quotation in before.quotations:
        # Of two with one id, the first counts.
        is_meant = quotation.id in values and quotation.id not in seen
        seen.add(quotation.id)
        quotations.append(msgspec.structs.replace(quotation, **values[quotation.id]) if is_meant else quotation)
    return values.keys() <= seen and after == before._replace(quotations=quotations)


def _places(text: str, values: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield where each value to be replaced begins and ends, and its new value."""
    # The loader in Python, since libyaml's does not give the offset at which a value begins.
    quotes = _value(yaml.compose(text, Loader=yaml.SafeLoader), "quotes")
    seen: set[str] = set()
    for node in quotes.value if isinstance(quotes, yaml.SequenceNode) else ():
        named = _value(node, "id")
        id_ = named.value if isinstance(named, yaml.ScalarNode) else ""
        for key, new in values.get(id_, {}).items() if id_ not in seen else ():
            found = _value(node, key)
            # The words of a block (|) cannot be replaced alone.
            if isinstance(found, yaml.ScalarNode) and found.style in (None, "'", '"'):
                yield found.start_mark.index, found.end_mark.index, new
        seen.add(id_)


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return the value of *key* in a mapping; of several, the first, since that one counts."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)

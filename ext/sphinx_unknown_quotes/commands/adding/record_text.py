"""Write a record as YAML. Whatever a value contains, it is read back as the same string."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Final

import yaml
from yaml.emitter import Emitter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    #: The value of a key: a string, several strings, or a mapping (``via``).
    Value = str | tuple[str, ...] | Mapping[str, str]
    Record = Mapping[str, Value]

#: Keys whose values look like numbers or dates. They are written without quotation marks, as people write them.
_BARE: Final = ("at", "reported-at", "page", "date", "accessed", "seen", "added")
#: Characters that JSON does not escape, but that YAML forbids, or that editors hide or break lines at.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
#: Returns the type that YAML gives to a scalar without quotation marks.
_RESOLVE: Final[Callable[..., str]] = yaml.resolver.Resolver().resolve


def record_lines(record: Record) -> list[str]:
    """Return the lines of a block mapping, without indentation and line ends."""
    lines: list[str] = []
    for key, value in record.items():
        if isinstance(value, tuple) and value and not isinstance(value[0], str):
            lines.append(f"{key}:")
            for item in value:
                first, *rest = record_lines(item)
                lines += [f"  - {first}", *(f"    {line}" if line else "" for line in rest)]
        elif isinstance(value, tuple):
            names = [_inline(key, item, flow=True) for item in value]
            listed = ", ".join(names)
            lines.append(f"{key}: {listed if len(names) == 1 else f'[{listed}]'}")
        elif isinstance(value, str):
            lines += _scalar_lines(key, value)
        else:
            lines += [f"{key}:", *(f"  {line}" if line else "" for line in record_lines(value))]
    return lines


def flow_text(record: Record) -> str:
    """Return the record as a flow mapping on one line."""
    return "{" + ", ".join(_flow_items(record)) + "}"


def _flow_items(record: Record) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, str):
            yield f"{key}: {_quoted(value)}"
        elif isinstance(value, tuple):
            yield f"{key}: [{', '.join(map(_quoted, value))}]"
        else:
            yield f"{key}: {flow_text(value)}"


def _scalar_lines(key: str, value: str) -> list[str]:
    if "\n" in value and _analysis(value).allow_block and "\r" not in value:
        return [f"{key}: |-", *(f"  {line}" if line else "" for line in value.split("\n"))]
    return [f"{key}: {_inline(key, value)}"]


def _inline(key: str, value: str, *, flow: bool = False) -> str:
    found = _analysis(value)
    plain = found.allow_flow_plain if flow else found.allow_block_plain
    # An editor reads "no" as a boolean, and would report that it is not a string.
    is_string = key in _BARE or _RESOLVE(yaml.ScalarNode, value, (True, False)) == "tag:yaml.org,2002:str"
    return value if plain and not found.multiline and is_string else _quoted(value)


def _quoted(value: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _analysis(value: str) -> yaml.emitter.ScalarAnalysis:
    emitter = Emitter(io.StringIO(), allow_unicode=True)
    # The emitter would set this when it opens a stream.
    emitter.encoding = None
    return emitter.analyze_scalar(value)

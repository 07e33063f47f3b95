"""Read YAML as a tree of strings, lists and mappings that know their lines.

No scalar is anything but the string that stands in the file: ``25:25`` stays ``25:25`` and ``no`` stays ``no``.
Duplicate keys, aliases, tags and second documents are problems, so nothing is lost or expanded silently.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from .problems import Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

#: libyaml where PyYAML was built with it: ten times faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 12
_TOO_DEEP = f"nested more than {_MAX_DEPTH} levels deep."
#: Where YAML breaks a line and an editor does not.
_YAML_BREAK = re.compile("[\x85\u2028\u2029]")
#: Where an editor breaks one.
_LINE_BREAK = re.compile("\r\n?|\n")


class Scalar(NamedTuple):
    """A string and the line, counted from 1, on which it begins."""

    value: str
    line: int


class Sequence(NamedTuple):
    """A list of nodes and the line on which it begins."""

    items: list[Node]
    line: int


class Mapping(NamedTuple):
    """Nodes by key, with the line of each key, and the line on which the mapping begins."""

    items: dict[str, Node]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


class _UnreadableError(Exception):
    """The rest of the file cannot be understood."""

    def __init__(self, line: int, message: str, subtype: str = "yaml") -> None:
        super().__init__(message)
        self.line, self.message, self.subtype = line, message, subtype


def read_yaml(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """Read the bytes of the file *path*.

    Returns its tree, or None where it has none or cannot be understood, and what is wrong with it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [
            Problem(path, line, "encoding", f"byte 0x{data[error.start]:02x} is not UTF-8. Save the file as UTF-8.")
        ]
    found: list[Problem] = []
    builder = _Builder(text, path, found)
    try:
        return builder.document(), found
    except _UnreadableError as error:
        return None, [*found, Problem(path, error.line, error.subtype, error.message)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # Where a text ends too early, libyaml may be at a line behind its last.
        line = min(builder.line(mark), len(_LINE_BREAK.findall(text)) + 1) if mark else 0
        return None, [*found, Problem(path, line, "yaml", _explain(error.problem or "not YAML"))]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, text.find(chr(error.character)) if isinstance(error.character, int) else 0) + 1
        return None, [*found, Problem(path, line, "yaml", f"a character that YAML does not allow: {error.reason}.")]
    except (ValueError, OverflowError):
        # PyYAML without libyaml makes a character of any escape, "\\U00110000" too.
        return None, [*found, Problem(path, 0, "yaml", "an escape for a character that does not exist.")]


def _explain(problem: str) -> str:
    if "nesting depth" in problem:
        # Newer versions of libyaml have a limit of their own, which they reach before the first event.
        return _TOO_DEEP
    hint = ""
    if "mapping values are not allowed" in problem:
        hint = " Put a value that has a colon and a space in it between quotation marks."
    elif "cannot start any token" in problem:
        hint = " Indent with spaces, and put a value that begins with a special character between quotation marks."
    return f"not well-formed YAML: {problem}.{hint}"


class _Builder:
    """Builds the tree from the parser's events."""

    def __init__(self, text: str, path: str, problems: list[Problem]) -> None:
        self.events: Iterator[Any] = iter(_Loader(text).get_event, None)
        self.path = path
        self.problems = problems
        self.breaks = [match.start() for match in _YAML_BREAK.finditer(text)]

    def line(self, mark: Any) -> int:
        """The line of *mark* as an editor counts it, from 1."""
        return int(mark.line) + 1 - bisect_left(self.breaks, mark.index)

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _UnreadableError(
                        self.line(event.start_mark), "a second document in one file. Put it in a file of its own."
                    )
                node = self.node(next(self.events), 0)
        return None if node is None or (isinstance(node, Scalar) and not node.value) else node

    def node(self, event: Any, depth: int) -> Node:
        line = self.line(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _UnreadableError(line, f"{mark}{event.anchor} is an alias. Repeat the words instead.", "alias")
        if event.tag and event.tag != "!":
            raise _UnreadableError(line, f"the tag {shown(event.tag)} has no use here: every value is a string.")
        if depth > _MAX_DEPTH:
            raise _UnreadableError(line, _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(event, depth + 1))
            return Sequence(items, line)
        return self.mapping(line, depth)

    def mapping(self, line: int, depth: int) -> Mapping:
        mapping = Mapping({}, {}, line)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                raise _UnreadableError(key.line, "a list or mapping cannot be a key.")
            if key.value in mapping.items:
                first = mapping.key_lines[key.value]
                self.problems.append(
                    Problem(
                        self.path,
                        key.line,
                        "duplicate_key",
                        f"{shown(key.value)} is already set on line {first}, and that one counts.",
                    )
                )
                continue
            mapping.items[key.value] = value
            mapping.key_lines[key.value] = key.line
        return mapping

"""Read YAML as a tree of strings, lists and mappings that know their places.

Every scalar is the string in the file: ``25:25`` stays ``25:25``, and ``no`` stays ``no``.
Duplicate keys, aliases, tags, second documents and values that a comment cuts off are problems,
so nothing is lost or expanded silently. The rest of the file is still read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from ..problems import Place, Problem, shown
from .yaml_mistakes import cut_off, explain, tag_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

#: libyaml, if PyYAML was built with it, is ten times faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 12
_TOO_DEEP = f"nested more than {_MAX_DEPTH} levels deep."
#: Characters at which YAML breaks a line, but an editor does not.
_YAML_BREAK = re.compile("[\x85\u2028\u2029]")


class Scalar(NamedTuple):
    """A string and the place, counted from 1, at which it begins."""

    value: str
    line: int
    column: int


class Sequence(NamedTuple):
    """A list of nodes and the place at which it begins."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """Nodes by key, the keys as they are written, and the place at which the mapping begins."""

    items: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int


class Unread(NamedTuple):
    """A value that could not be read, and that is reported already."""

    line: int
    column: int


Node = Scalar | Sequence | Mapping | Unread


class _UnreadableError(Exception):
    """The rest of the file cannot be understood."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place, self.message = place, message


def read_yaml(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """Read the bytes of the file *path*.

    Returns its tree, or None if it is empty or cannot be parsed, and its problems.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        message = f"byte 0x{data[error.start]:02x} is not UTF-8. Save the file as UTF-8."
        place = _place_in(before)
        return None, [Problem(path, place.line, "encoding", message, place.column)]
    builder = _Builder(text, path)
    try:
        return builder.document(), builder.problems
    except _UnreadableError as error:
        place, message = error.place, error.message
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):
            # Newer versions of libyaml have a limit of their own, and raise before the first event.
            place, message = builder.place(error.problem_mark or error.context_mark), _TOO_DEEP
        else:
            place, message = explain(error, builder.lines, builder.place)
        # If a text ends too early, libyaml may be after its last line.
        place = Place(min(place.line, len(builder.lines)), place.column)
    except yaml.reader.ReaderError as error:
        place = _place_in(text[: text.find(chr(error.character))] if isinstance(error.character, int) else "")
        message = f"a character that YAML does not allow: {error.reason}."
    except (ValueError, OverflowError):
        # PyYAML without libyaml turns any escape into a character, even "\\U00110000".
        place, message = Place(0, 0), "an escape for a character that does not exist."
    # The same mistake may have caused the other problems.
    return None, [Problem(path, place.line, "yaml", message, place.column)]


def _place_in(before: str) -> Place:
    """The place after the text *before*."""
    lines = _lines(before)
    return Place(len(lines), len(lines[-1]) + 1)


def _lines(text: str) -> list[str]:
    """The lines of *text* as an editor breaks them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Builder:
    """Builds the tree from the parser's events."""

    def __init__(self, text: str, path: str) -> None:
        self.events: Iterator[Any] = iter(_Loader(text).get_event, None)
        self.path = path
        self.problems: list[Problem] = []
        self.lines = _lines(text)
        self.breaks = [match.start() for match in _YAML_BREAK.finditer(text)]
        #: The lines, counted from 0, on which there may be a comment.
        self.comments = {number for number, line in enumerate(self.lines) if "#" in line} if "#" in text else set()
        #: The place of each anchor, and the places of its aliases.
        self.anchors: dict[str, Place] = {}
        self.aliases: dict[str, list[Place]] = {}

    def place(self, mark: Any) -> Place:
        return Place(*self.line_and_column(mark))

    def line_and_column(self, mark: Any) -> tuple[int, int]:
        """The place of *mark* as an editor counts it, from 1."""
        line = mark.line + 1
        if self.breaks:
            line -= bisect_left(self.breaks, mark.index)
        return line, mark.column + 1

    def report(self, place: Place | Node, subtype: str, message: str) -> None:
        self.problems.append(Problem(self.path, place.line, subtype, message, place.column))

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    message = "a second document begins here, and is not read. Put it in a file of its own."
                    self.report(self.place(event.start_mark), "yaml", message)
                    break
                node = self.node(next(self.events), 0)
        self.report_aliases()
        return None if node is None or (isinstance(node, Scalar) and not node.value) else node

    def report_aliases(self) -> None:
        """Report the name of each anchor once: at its first alias, or at the anchor if it has none."""
        for name in sorted(self.anchors.keys() | self.aliases.keys()):
            anchor, aliases = self.anchors.get(name), self.aliases.get(name, [])
            if anchor and aliases:
                message = f"*{name} is an alias of the value on line {anchor.line}. Repeat the words instead, and remove &{name} there."
            elif anchor:
                message = f"&{name} is an anchor of YAML. Take it out; if it is one of the words, put them between quotation marks."
            else:
                message = f"*{name} is an alias of nothing. Repeat the words instead; if it is one of the words, put them between quotation marks."
            self.report(aliases[0] if aliases else anchor or Place(0, 0), "alias", message)

    def node(self, event: Any, depth: int) -> Node:
        if depth > _MAX_DEPTH:
            raise _UnreadableError(self.place(event.start_mark), _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            return self.scalar(event)
        place = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self.aliases.setdefault(str(event.anchor), []).append(place)
            return Unread(*place)
        if event.anchor:
            self.anchors.setdefault(event.anchor, place)
        is_tagged = event.tag and event.tag != "!"
        if is_tagged:
            self.report(place, "yaml", tag_sentence(self.lines[place.line - 1][place.column - 1 :]))
        if isinstance(event, yaml.ScalarEvent):
            return Unread(*place) if is_tagged else self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(event, depth + 1))
            return Sequence(items, *place)
        return self.mapping(place, depth)

    def scalar(self, event: Any) -> Scalar | Unread:
        line, column = self.line_and_column(event.start_mark)
        if self.comments and not event.style and event.end_mark.line in self.comments:
            end = self.place(event.end_mark)
            if rest := cut_off(self.lines[end.line - 1], end.column):
                message = f"the value ends before {shown(rest)}, which is a comment in YAML. Put the whole value between quotation marks."
                self.report(end, "value", message)
                if not event.value:
                    return Unread(line, column)
        return Scalar(event.value, line, column)

    def mapping(self, place: Place, depth: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if isinstance(key, Scalar):
                if key.value not in items:
                    items[key.value] = value
                    keys[key.value] = key
                    continue
                message = f"{shown(key.value)} is already set on line {keys[key.value].line}, and that one counts."
                self.report(key, "duplicate_key", message)
            elif not isinstance(key, Unread):
                self.report(key, "yaml", "a list or mapping cannot be a key. Put it between quotation marks.")
        return Mapping(items, keys, *place)

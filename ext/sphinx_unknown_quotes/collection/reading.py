"""One file of a collection -> its records, and every problem in it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from .problems import InvalidValueError, Problem, nearest, shown
from .records import UNKNOWNS_FILE, Correction, Quotation, Source, Unknown, Via
from .validation import CORRECTION_VALUES, QUOTATION_VALUES, SOURCE_VALUES, SPEAKER_VALUES, UNKNOWN_VALUES, VIA_VALUES
from .yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class FileRecords(NamedTuple):
    """What one file records. Either ``unknowns`` or ``source`` and ``quotations`` are filled."""

    source: Source | None = None
    quotations: list[Quotation] = []  # noqa: RUF012 (a NamedTuple's default is never changed here)
    unknowns: list[Unknown] = []  # noqa: RUF012
    problems: list[Problem] = []  # noqa: RUF012


def read_file(data: bytes, path: str) -> FileRecords:
    """Read the bytes of the collection's file *path*; what is wrong is reported and left out."""
    root, problems = read_yaml(data, path)
    reader = _Reader(path, problems)
    if not isinstance(root, Mapping):
        if root is not None:
            reader.report(root.line, "value", "a file of the collection is a mapping of keys to values.")
        elif not problems:
            reader.report(0, "empty", "the file is empty.")
        return FileRecords(problems=problems)
    if PurePath(path).stem == PurePath(UNKNOWNS_FILE).stem:
        return FileRecords(unknowns=reader.unknowns(root), problems=problems)
    source, quotations = reader.source_file(root)
    return FileRecords(source, quotations, problems=problems)


class _Reader:
    """Reads the nodes of one file and collects what is wrong with them."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems

    def report(self, line: int, subtype: str, message: str) -> None:
        self.problems.append(Problem(self.path, line, subtype, message))

    def source_file(self, root: Mapping) -> tuple[Source, list[Quotation]]:
        self.keys(root, ("source", "quotes"), required=("source", "quotes"))
        source = self.source(root.items.get("source"))
        quotes = root.items.get("quotes")
        if not isinstance(quotes, Sequence):
            if quotes is not None:
                self.report(quotes.line, "value", "quotes: is a list; begin each quotation with '- id:'.")
            return source, []
        return source, [found for node in quotes.items if (found := self.quotation(node, source.key))]

    def source(self, node: Node | None) -> Source:
        """Read the source; what it lacks is reported, and its quotations are not lost for that."""
        key = PurePath(self.path).stem
        values: dict[str, str] = {}
        speakers: dict[str, str] = {}
        if isinstance(node, Mapping):
            self.keys(node, (*SOURCE_VALUES, "speakers"), required=("title", "type"))
            values = self.strings(node, SOURCE_VALUES)
            speakers = self.labels(node.items.get("speakers"))
        elif node is not None:
            self.report(node.line, "value", "source: is a mapping with at least title: and type:.")
        return Source(key, **({"title": key, "type": ""} | values), speakers=speakers)

    def labels(self, node: Node | None) -> dict[str, str]:
        """Read which label of the transcript is whom."""
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            message = "speakers: is a mapping of the transcript's labels to names, such as SPEAKER_00: Ann Bee."
            self.report(node.line, "value", message)
            return {}
        check = QUOTATION_VALUES["speaker"]
        names = {}
        for label, item in node.items.items():
            written = self.valid(check, label, node.key_lines[label], "speakers: a label ")
            name = self.string(f"speakers: {label}", item, check)
            if written and name:
                names[written] = name
        return names

    def quotation(self, node: Node, source: str) -> Quotation | None:
        if not isinstance(node, Mapping):
            self.report(node.line, "value", "a quotation is a mapping with at least id: and text:.")
            return None
        self.keys(node, (*QUOTATION_VALUES, "via", "corrected"), required=("id", "text"))
        values = self.strings(node, QUOTATION_VALUES, skip=("speaker", "formerly"))
        values = {key.replace("-", "_"): value for key, value in values.items()}
        sort = self.speakers(node)
        via = self.via(node.items.get("via"))
        corrected = self.corrections(node.items.get("corrected"))
        formerly = self.former_ids(node.items.get("formerly"))
        if not {"id", "text"} <= values.keys():
            return None
        return Quotation(
            source=source,
            path=self.path,
            line=node.line,
            speaker=tuple(sort),
            sort={name: filed for name, filed in sort.items() if filed},
            via=via,
            corrected=corrected,
            formerly=formerly,
            lang_assumed="lang" not in values,
            **values,
        )

    def via(self, node: Node | None) -> Via | None:
        if isinstance(node, Mapping):
            self.keys(node, VIA_VALUES, required=("title",))
            values = self.strings(node, VIA_VALUES)
            return Via(**values) if "title" in values else None
        if node is not None:
            self.report(node.line, "value", "via: is a mapping with title:, and url: and date: where they are known.")
        return None

    def corrections(self, node: Node | None) -> tuple[Correction, ...]:
        """Read the corrections of a quotation, oldest first."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.report(node.line, "value", "corrected: is a list; begin each correction with '- date:'.")
            return ()
        found = []
        for item in node.items:
            if not isinstance(item, Mapping):
                self.report(item.line, "value", "a correction is a mapping with date:, was: and why:.")
                continue
            self.keys(item, CORRECTION_VALUES, required=CORRECTION_VALUES)
            values = self.strings(item, CORRECTION_VALUES)
            if values.keys() == CORRECTION_VALUES.keys():
                found.append(Correction(**values))
        return tuple(sorted(found, key=lambda correction: correction.date))

    def former_ids(self, node: Node | None) -> tuple[str, ...]:
        """Read the ids that a quotation had, the first one first."""
        items = node.items if isinstance(node, Sequence) else [node] if node else []
        found = [self.string("formerly", item, QUOTATION_VALUES["formerly"]) for item in items]
        return tuple(dict.fromkeys(former for former in found if former))

    def unknowns(self, root: Mapping) -> list[Unknown]:
        found = []
        for key, node in root.items.items():
            if not isinstance(node, Mapping):
                self.report(node.line, "value", f"{shown(key)} is not a mapping with title: and question:.")
                continue
            self.keys(node, UNKNOWN_VALUES, required=("title",))
            values = self.strings(node, UNKNOWN_VALUES)
            if self.valid(QUOTATION_VALUES["unknown"], key, root.key_lines[key]) and "title" in values:
                found.append(Unknown(key, **values))
        return found

    def speakers(self, node: Mapping) -> dict[str, str]:
        """Return each speaker with how he is filed; empty where that is left to his name."""
        value = node.items.get("speaker")
        items = value.items if isinstance(value, Sequence) else [value] if value else []
        if value is not None and not items:
            self.report(value.line, "value", "speaker: is empty. Leave the key out where nobody is known.")
        found: dict[str, str] = {}
        for item in items:
            if isinstance(item, Mapping):
                self.keys(item, SPEAKER_VALUES, required=("name",))
                values = self.strings(item, SPEAKER_VALUES)
            else:
                values = {"name": self.string("speaker", item, QUOTATION_VALUES["speaker"]) or ""}
            if name := values.get("name"):
                found[name] = values.get("sort", "") or found.get(name, "")
        return found

    def strings(
        self, node: Mapping, checks: dict[str, Callable[[str], str]], skip: Iterable[str] = ()
    ) -> dict[str, str]:
        """Return the values of *node* that *checks* allows; the others are reported."""
        values = {}
        for key, item in node.items.items():
            if key in checks and key not in skip and (value := self.string(key, item, checks[key])) is not None:
                values[key] = value
        return values

    def string(self, key: str, node: Node, check: Callable[[str], str]) -> str | None:
        if not isinstance(node, Scalar):
            self.report(
                node.line, "value", f"{key}: is one value, not a {'list' if isinstance(node, Sequence) else 'mapping'}."
            )
            return None
        return self.valid(check, node.value, node.line, f"{key}: ")

    def valid(self, check: Callable[[str], str], value: str, line: int, prefix: str = "") -> str | None:
        try:
            return check(value)
        except InvalidValueError as error:
            self.report(line, error.subtype, f"{prefix}{error}")
            return None

    def keys(self, node: Mapping, allowed: Iterable[str], required: Iterable[str]) -> None:
        """Report keys that are not *allowed*, and *required* ones that are not there."""
        for key, line in node.key_lines.items():
            if key not in allowed:
                self.report(line, "unknown_key", f"{shown(key)} is not a key of this record.{nearest(key, allowed)}")
        for key in required:
            if key not in node.items:
                self.report(node.line, "missing_key", f"{key}: is missing.")

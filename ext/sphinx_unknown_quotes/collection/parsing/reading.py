"""Read one file of a collection: its records, and every problem in it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final, NamedTuple

from ..problems import Place, Problem, nearest, shown
from ..records import UNKNOWNS_FILE, Correction, Quotation, Source, Unknown, Via
from .indentation import with_source
from .validation import (
    CORRECTION_VALUES,
    QUOTATION_VALUES,
    SOURCE_VALUES,
    SPEAKER_VALUES,
    UNKNOWN_VALUES,
    VIA_VALUES,
    misplaced,
    speaker_name,
)
from .values import QUOTATION_KEYS, SOURCE_KEYS, Values
from .yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml

_WHOLE: Final = Place(0, 0)
_UNKNOWNS: Final = PurePath(UNKNOWNS_FILE).stem


class FileRecords(NamedTuple):
    """What one file records: either ``unknowns``, or ``source`` and ``quotations``."""

    source: Source | None = None
    quotations: list[Quotation] = []  # noqa: RUF012 (a NamedTuple's default is never changed here)
    unknowns: list[Unknown] = []  # noqa: RUF012
    problems: list[Problem] = []  # noqa: RUF012


def read_file(data: bytes, path: str) -> FileRecords:
    """Read the bytes of the collection's file *path*. What cannot be read is a problem, and left out."""
    root, problems = read_yaml(data, path)
    reader = _Reader(path, problems)
    if not isinstance(root, Mapping):
        if isinstance(root, Scalar | Sequence):
            reader.report(
                root, "value", "a file of the collection is a mapping of keys to values: source: and quotes:."
            )
        elif not problems:
            reader.report(_WHOLE, "empty", "the file is empty.")
        return FileRecords(problems=problems)
    if PurePath(path).stem == _UNKNOWNS or reader.is_misnamed(root):
        return FileRecords(unknowns=reader.unknowns(root), problems=problems)
    source, quotations = reader.source_file(root)
    return FileRecords(source, quotations, problems=problems)


def value_places(data: bytes, path: str) -> dict[int, dict[str, Place]]:
    """Return where the values of each quotation begin, by the line of the quotation and by the key."""
    root, _ = read_yaml(data, path)
    quotes = root.items.get("quotes") if isinstance(root, Mapping) else None
    return {
        node.line: {key: Place(value.line, value.column) for key, value in node.items.items()}
        for node in (quotes.items if isinstance(quotes, Sequence) else ())
        if isinstance(node, Mapping)
    }


class _Reader(Values):
    """Reads the records of one file and collects their problems."""

    def is_misnamed(self, root: Mapping) -> bool:
        """Report a file of unknowns that has another name, and return whether this is one."""
        stem = PurePath(self.path).stem
        if root.items.keys() & {"source", "quotes"} or not nearest(stem, [_UNKNOWNS]):
            return False
        self.report(_WHOLE, "file", f"this seems to be the file of unknowns. Rename it {UNKNOWNS_FILE}.")
        return True

    def source_file(self, root: Mapping) -> tuple[Source, list[Quotation]]:
        root = with_source(self, root)
        if root.items.keys() & {"source", "quotes"}:
            self.keys(root, ("source", "quotes"), required=("source", "quotes"))
        else:
            message = f"the file has neither source: nor quotes:. Every file but {UNKNOWNS_FILE} has both."
            self.report(root, "missing_key", message)
        source = self.source(root.items.get("source"))
        quotes = root.items.get("quotes")
        if not isinstance(quotes, Sequence):
            if quotes is not None:
                self.report(quotes, "value", "quotes: is a list; begin each quotation with '- id:'.")
            return source, []
        return source, [found for node in quotes.items if (found := self.quotation(node, source))]

    def source(self, node: Node | None) -> Source:
        """Read the source. If it lacks a key, that is reported, and its quotations are read all the same."""
        key = PurePath(self.path).stem
        values: dict[str, str] = {}
        speakers: dict[str, str] = {}
        if isinstance(node, Mapping):
            self.keys(node, SOURCE_KEYS, required=("title", "type"))
            values = self.strings(node, SOURCE_VALUES)
            speakers = self.labels(node.items.get("speakers"))
        elif node is not None:
            self.report(node, "value", "source: is a mapping with at least title: and type:.")
        return Source(key, **({"title": key, "type": ""} | values), speakers=speakers)

    def labels(self, node: Node | None) -> dict[str, str]:
        """Read whom each label of the transcript means."""
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            message = "speakers: is a mapping of the transcript's labels to names, such as SPEAKER_00: Ann Bee."
            self.report(node, "value", message)
            return {}
        check = QUOTATION_VALUES["speaker"]
        names = {}
        for label, item in node.items.items():
            written = self.valid(check, label, node.keys[label], "speakers: a label ")
            name = self.string(f"speakers: {label}", item, check)
            if written and name:
                names[written] = name
        return names

    def quotation(self, node: Node, source: Source) -> Quotation | None:
        if not isinstance(node, Mapping):
            self.report(node, "value", "a quotation is a mapping with at least id: and text:.")
            return None
        self.keys(node, QUOTATION_KEYS, required=("id", "text"))
        values = self.strings(node, QUOTATION_VALUES, skip=("speaker", "formerly", "see"))
        if stray := misplaced(source.type, values):
            key, message = stray
            self.report(node.items[key], "value", f"{key}: {message}")
            del values[key]
        values = {key.replace("-", "_"): value for key, value in values.items()}
        sort = self.speakers(node)
        via = self.via(node.items.get("via"))
        corrected = self.corrections(node.items.get("corrected"))
        formerly, see = self.ids(node, "formerly"), self.ids(node, "see")
        if not {"id", "text"} <= values.keys():
            return None
        return Quotation(
            source=source.key,
            path=self.path,
            line=node.line,
            speaker=tuple(sort),
            sort={name: filed for name, filed in sort.items() if filed},
            via=via,
            corrected=corrected,
            formerly=formerly,
            see=see,
            lang_assumed="lang" not in values,
            **values,
        )

    def via(self, node: Node | None) -> Via | None:
        if isinstance(node, Mapping):
            self.keys(node, VIA_VALUES, required=("title",))
            values = self.strings(node, VIA_VALUES)
            return Via(**values) if "title" in values else None
        if node is not None:
            self.report(node, "value", "via: is a mapping with title:, and with url: and date: if they are known.")
        return None

    def corrections(self, node: Node | None) -> tuple[Correction, ...]:
        """Read the corrections of a quotation, oldest first."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.report(node, "value", "corrected: is a list; begin each correction with '- date:'.")
            return ()
        found = []
        for item in node.items:
            if not isinstance(item, Mapping):
                self.report(item, "value", "a correction is a mapping with date:, was: and why:.")
                continue
            self.keys(item, CORRECTION_VALUES, required=CORRECTION_VALUES)
            values = self.strings(item, CORRECTION_VALUES)
            if values.keys() == CORRECTION_VALUES.keys():
                found.append(Correction(**values))
        return tuple(sorted(found, key=lambda correction: correction.date))

    def ids(self, quotation: Mapping, key: str) -> tuple[str, ...]:
        """Read one id or a list of them, in their order."""
        node = quotation.items.get(key)
        items = node.items if isinstance(node, Sequence) else [node] if node else []
        found = [self.string(key, item, QUOTATION_VALUES[key]) for item in items]
        return tuple(dict.fromkeys(former for former in found if former))

    def unknowns(self, root: Mapping) -> list[Unknown]:
        found = []
        for key, node in root.items.items():
            if not isinstance(node, Mapping):
                self.report(node, "value", f"{shown(key)} is not a mapping with title: and question:.")
                continue
            self.keys(node, UNKNOWN_VALUES, required=("title",))
            values = self.strings(node, UNKNOWN_VALUES)
            if self.valid(QUOTATION_VALUES["unknown"], key, root.keys[key]) and "title" in values:
                found.append(Unknown(key, **values))
        return found

    def speakers(self, node: Mapping) -> dict[str, str]:
        """Return each speaker with the form in which an index files the name; empty if the name itself decides."""
        value = node.items.get("speaker")
        items = value.items if isinstance(value, Sequence) else [value] if value else []
        if value is not None and not items:
            self.report(value, "value", "speaker: is empty. Leave the key out if the speaker is not known.")
        found: dict[str, str] = {}
        for item in items:
            if isinstance(item, Mapping):
                self.keys(item, SPEAKER_VALUES, required=("name",))
                values = self.strings(item, SPEAKER_VALUES)
            else:
                values = {"name": self.string("speaker", item, speaker_name) or ""}
            if name := values.get("name"):
                found[name] = values.get("sort", "") or found.get(name, "")
        return found

"""Load a folder of YAML: every record, in a total order, and every problem, in one list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from .evidence import EVIDENCE_FILE, Evidence, read_evidence
from .parsing.reading import FileRecords, read_file, value_places
from .problems import Place, Problem, nearest
from .records import RECORDS_VERSION, UNKNOWNS_FILE, former_ids
from .storage.files import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .records import Quotation, Source, Unknown
    from .storage.snapshots import Snapshot
#: Changes if the same bytes must be read anew: by itself if a record gets other keys, by hand if values are read otherwise.
CACHE_VERSION = RECORDS_VERSION + 5
#: The cache begins with a digest of the rest, of so many bytes. Its format alone would not show a changed letter.
_CHECKSUM = 16
#: Only so many wrong unknowns get a hint at the nearest right one: for hundreds the search would take a minute.
_MOST_HINTS = 20


@dataclass(slots=True)
class Library:
    """The collection. Its mappings are in the order of the file names, then of each file."""

    folder: Path
    quotations: dict[str, Quotation] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    unknowns: dict[str, Unknown] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    #: The former ids of quotations, each with the present id.
    former: dict[str, str] = field(default_factory=dict)
    #: Sorted by place; paths are relative to :attr:`folder`.
    problems: list[Problem] = field(default_factory=list)
    #: The text of each file that has a problem, by its name: what seems to be missing may stand there, unread.
    unread: dict[str, str] = field(default_factory=dict)
    #: Whether the folder or a file in it could not be opened, so that nobody knows what is missing.
    is_incomplete: bool = False

    def is_reported(self, kind: str, word: str) -> bool:
        """Return whether a file with a problem names *word*, so that its absence needs no other message.

        *kind* is ``quote``, or one of the fields of a quotation.
        """
        if self.is_incomplete:
            return True
        if kind == "source":
            return any(PurePath(name).stem == word for name in self.unread)
        before = "\\b(?:id|formerly)[\"']?:\\s*[\"']?" if kind == "quote" else ""
        return any(has_word(text, word, before) for text in self.unread.values())

    def place(self, quotation: Quotation) -> str:
        """Return where the quotation is recorded, as ``file:line``."""
        return f"{self.folder / quotation.path}:{quotation.line}"


def has_word(text: str, word: str, before: str = "") -> bool:
    """Return whether *text* has *word* as a whole word; *before* is a pattern for what must precede it."""
    return bool(word) and re.search(rf"{before}(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def load_library(snapshot: Snapshot, cache: Path | None = None) -> Library:
    """Read every file of *snapshot*.

    *cache* is a file that keeps the parsed records by the digest of their file's bytes.
    It is updated, and may be missing, old or damaged.
    """
    library = Library(snapshot.folder, problems=list(snapshot.problems), is_incomplete=snapshot.is_incomplete)
    finder = _Places(snapshot)
    for name, records in _records(snapshot, cache).items():
        library.problems += records.problems
        if records.problems:
            library.unread[name] = snapshot.files[name].decode("utf-8", "replace")
        if records.source and library.sources.setdefault(records.source.key, records.source) is not records.source:
            message = f"another file records the source {records.source.key!r} already, and that one counts. Rename one of them."
            library.problems.append(Problem(name, 0, "file", message))
            continue
        if records.unknowns and library.unknowns:
            message = "there is another file of unknowns, and that one counts. Put all unknowns into one file."
            library.problems.append(Problem(name, 0, "file", message))
            continue
        library.unknowns |= {unknown.key: unknown for unknown in records.unknowns}
        for quotation in records.quotations:
            _add(library, quotation, finder)
    _check_unknowns(library, finder)
    _check_filing(library, finder)
    _check_former_ids(library, finder)
    if (data := snapshot.files.get(EVIDENCE_FILE)) is not None:
        library.evidence, problems = read_evidence(data)
        library.problems += problems
    library.problems.sort()
    return library


class _Places:
    """Finds the places of the values of a quotation. Only values with a problem need it, so records do not keep places."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._files: dict[str, dict[int, dict[str, Place]]] = {}

    def problem(self, quotation: Quotation, key: str, subtype: str, message: str) -> Problem:
        """Return a problem at the value that *quotation* has for *key*."""
        path = quotation.path
        if path not in self._files:
            self._files[path] = value_places(self._snapshot.files[path], path)
        place = self._files[path].get(quotation.line, {}).get(key, Place(quotation.line, 0))
        return Problem(path, place.line, subtype, message, place.column)


def _add(library: Library, quotation: Quotation, finder: _Places) -> None:
    first = library.quotations.setdefault(quotation.id, quotation)
    if first is not quotation:
        message = f"{quotation.id!r} is already recorded at {library.place(first)}, and that one counts."
        library.problems.append(finder.problem(quotation, "id", "duplicate_id", message))


def _check_unknowns(library: Library, finder: _Places) -> None:
    wrong = [
        quotation
        for quotation in library.quotations.values()
        if quotation.unknown and quotation.unknown not in library.unknowns
    ]
    if not wrong:
        return
    stem = f"{PurePath(UNKNOWNS_FILE).stem}."
    named = [name for name in library.unread if name.startswith(stem)]
    if any(item.path.startswith(stem) and item.subtype in ("empty", "file") for item in library.problems):
        # Nobody knows which unknowns the unread file has.
        return
    if not library.unknowns and not named:
        message = (
            f"{len(wrong)} quotations have an unknown, but there is no file {UNKNOWNS_FILE}, which must name each."
        )
        if len(wrong) == 1:
            message = f"unknown: there is no file {UNKNOWNS_FILE}, which must name {wrong[0].unknown!r}."
        library.problems.append(finder.problem(wrong[0], "unknown", "unknown", message))
        return
    hints: dict[str, str] = {}
    for quotation in wrong:
        unknown = quotation.unknown or ""
        # An unknown that could not be read has its own message.
        if not any(has_word(library.unread[name], unknown) for name in named):
            if unknown not in hints:
                hints[unknown] = nearest(unknown, library.unknowns) if len(hints) < _MOST_HINTS else ""
            message = f"unknown: {unknown!r} is not in {UNKNOWNS_FILE}.{hints[unknown]}"
            library.problems.append(finder.problem(quotation, "unknown", "unknown", message))


def _check_filing(library: Library, finder: _Places) -> None:
    first: dict[str, Quotation] = {}
    for quotation in library.quotations.values():
        for name, filed in quotation.sort.items():
            known = first.setdefault(name, quotation)
            if known.sort[name] != filed:
                message = (
                    f"speaker: {name!r} is filed as {known.sort[name]!r} at {library.place(known)}, and that counts."
                )
                library.problems.append(finder.problem(quotation, "speaker", "value", message))


def _check_former_ids(library: Library, finder: _Places) -> None:
    """Report a former id that is the present id of a quotation, or a former id of an earlier one."""
    library.former = former_ids(library.quotations)
    for quotation in library.quotations.values():
        for old in quotation.formerly:
            if library.former.get(old) != quotation.id:
                owner = library.quotations[library.former.get(old, old)]
                message = f"formerly: {old!r} is an id of the quotation at {library.place(owner)}, and leads there."
                library.problems.append(finder.problem(quotation, "formerly", "duplicate_id", message))


def _records(snapshot: Snapshot, cache: Path | None) -> Mapping[str, FileRecords]:
    cached = _read_cache(cache)
    files = {name: data for name, data in snapshot.files.items() if name != EVIDENCE_FILE}
    digests = {name: blake2b(data, digest_size=16).hexdigest() for name, data in files.items()}
    known = {name: found for name, found in cached.items() if found[0] == digests.get(name)}
    records = {name: known.get(name) or (digest, read_file(files[name], name)) for name, digest in digests.items()}
    if cache and records != cached:
        _write_cache(cache, records)
    return {name: found for name, (_, found) in records.items()}


def _read_cache(cache: Path | None) -> dict[str, tuple[str, FileRecords]]:
    try:
        data = memoryview(cache.read_bytes() if cache else b"")
        if data[:_CHECKSUM] != blake2b(data[_CHECKSUM:], digest_size=_CHECKSUM).digest():
            return {}
        version, records = msgspec.msgpack.decode(data[_CHECKSUM:], type=tuple[int, dict[str, tuple[str, FileRecords]]])
    except (OSError, msgspec.DecodeError):
        return {}
    return records if version == CACHE_VERSION else {}


def _write_cache(cache: Path, records: dict[str, tuple[str, FileRecords]]) -> None:
    data = bytearray(_CHECKSUM)
    msgspec.msgpack.Encoder().encode_into((CACHE_VERSION, records), data, _CHECKSUM)
    data[:_CHECKSUM] = blake2b(memoryview(data)[_CHECKSUM:], digest_size=_CHECKSUM).digest()
    try:
        write_if_changed(cache, data, is_private=True)
    except OSError:
        # Without its cache the next build is slower, and still right.
        return

"""A folder of YAML -> the library: every record, in a total order, and every problem in one list."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from .evidence import EVIDENCE_FILE, Evidence, read_evidence
from .files import write_if_changed
from .problems import Problem, nearest
from .reading import FileRecords, read_file
from .records import RECORDS_VERSION, UNKNOWNS_FILE, former_ids

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .records import Quotation, Source, Unknown
    from .snapshots import Snapshot
#: Changes when the same bytes are to be read as other records: by their keys, or, raised by hand, by their values.
CACHE_VERSION = RECORDS_VERSION + 5
#: The cache begins with a digest of the rest, of this many bytes: a changed letter in it is no error of its format.
_CHECKSUM = 16


@dataclass(slots=True)
class Library:
    """The collection. Mappings keep the order of files by name, and the order within a file."""

    folder: Path
    quotations: dict[str, Quotation] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    unknowns: dict[str, Unknown] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    #: Sorted by place; paths are relative to :attr:`folder`.
    problems: list[Problem] = field(default_factory=list)

    def place(self, quotation: Quotation) -> str:
        """Where the quotation is recorded, as ``file:line``."""
        return f"{self.folder / quotation.path}:{quotation.line}"


def load_library(snapshot: Snapshot, cache: Path | None = None) -> Library:
    """Read every file of *snapshot*.

    *cache* is a file that keeps the parsed records by the digest of their file's bytes;
    it is read and brought up to date, and may be missing, old or damaged.
    """
    library = Library(snapshot.folder, problems=list(snapshot.problems))
    for name, records in _records(snapshot, cache).items():
        library.problems += records.problems
        if records.source and library.sources.setdefault(records.source.key, records.source) is not records.source:
            message = f"a source {records.source.key!r} is there already, and that one counts. Rename one of the files."
            library.problems.append(Problem(name, 0, "file", message))
            continue
        if records.unknowns and library.unknowns:
            message = "a file of unknowns is there already, and that one counts. Put all of them into one."
            library.problems.append(Problem(name, 0, "file", message))
            continue
        library.unknowns |= {unknown.key: unknown for unknown in records.unknowns}
        for quotation in records.quotations:
            _add(library, quotation, name)
    _check_unknowns(library)
    _check_former_ids(library)
    _check_filing(library)
    if (data := snapshot.files.get(EVIDENCE_FILE)) is not None:
        library.evidence, problems = read_evidence(data)
        library.problems += problems
    library.problems.sort()
    return library


def _add(library: Library, quotation: Quotation, name: str) -> None:
    first = library.quotations.setdefault(quotation.id, quotation)
    if first is not quotation:
        message = f"{quotation.id!r} is already recorded at {library.place(first)}, and that one counts."
        library.problems.append(Problem(name, quotation.line, "duplicate_id", message))


def _check_unknowns(library: Library) -> None:
    for quotation in library.quotations.values():
        if quotation.unknown and quotation.unknown not in library.unknowns:
            hint = nearest(quotation.unknown, library.unknowns)
            if not library.unknowns:
                hint = " Nothing is: the file is empty or not there."
            message = f"unknown: {quotation.unknown!r} is not named in {UNKNOWNS_FILE}.{hint}"
            library.problems.append(Problem(quotation.path, quotation.line, "unknown", message))


def _check_filing(library: Library) -> None:
    first: dict[str, Quotation] = {}
    for quotation in library.quotations.values():
        for name, filed in quotation.sort.items():
            known = first.setdefault(name, quotation)
            if known.sort[name] != filed:
                message = (
                    f"speaker: {name!r} is filed as {known.sort[name]!r} at {library.place(known)}, and that counts."
                )
                library.problems.append(Problem(quotation.path, quotation.line, "value", message))


def _check_former_ids(library: Library) -> None:
    """Report a former id that is another's: the id of today, or that of the quotation that comes first."""
    former = former_ids(library.quotations)
    for quotation in library.quotations.values():
        for old in quotation.formerly:
            if former.get(old) != quotation.id:
                owner = library.quotations[former.get(old, old)]
                message = f"formerly: {old!r} is an id of the quotation at {library.place(owner)}, and leads there."
                library.problems.append(Problem(quotation.path, quotation.line, "duplicate_id", message))


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
        # Without its cache the next build is slower and no less right.
        return

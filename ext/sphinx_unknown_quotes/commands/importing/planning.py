"""Plan where highlights go: to existing files of sources, and to new ones."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from ...check.quotation import parse_quotation
from ...collection.linking.addresses import source_identity
from ...collection.parsing.reading import read_file
from ...collection.parsing.validation import misplaced
from ...collection.records import SPOKEN_TYPES, UNKNOWNS_FILE, WRITTEN_TYPES
from ...collection.text.words import flat
from ..adding.insertion import InsertionError, with_quotations
from ..adding.naming import propose_file
from ..adding.placing import file_of, new_file, record_of, schema_of, sources_of, taken_ids
from ..adding.request import Request, read_request
from .found import Left

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...collection.loading import Library
    from ..adding.record_text import Record
    from .found import Found

_NO_TITLE: Final = "its source has no title, which a new source needs."


class Change(NamedTuple):
    """A changed file of the collection. It is not written yet."""

    name: str
    #: The present content of the file, None if there is no file; and the new content.
    before: bytes | None
    after: bytes
    #: The number of quotations that it gets, and the type of its source.
    added: int
    type: str


class Plan(NamedTuple):
    """The result of an import, before anything is written."""

    changes: list[Change]
    #: Highlights that cannot be placed; and values of others that cannot be recorded. Both are in the order of the export.
    left: list[Left]
    lost: list[Left]
    #: The number of highlights that the collection has already, and of those that the export has twice.
    recorded: int
    twice: int


class _Wanted(NamedTuple):
    found: Found
    request: Request
    #: The problem of the title, if it has one.
    title: str = ""


class _File:
    """A file that gets quotations."""

    def __init__(self, key: str | None, source: dict[str, str]) -> None:
        self.key, self.source = key, source
        self.wanted: list[_Wanted] = []


def plan_import(found: Iterable[Found], library: Library, files: Mapping[str, bytes], fixed: Mapping[str, str]) -> Plan:
    """Plan where everything *found* goes in a collection with *files*. Values in *fixed* replace those found."""
    plan = Plan([], [], [], 0, 0)
    wanted = [one for each in found if (one := _wanted(each, fixed, plan))]
    placing = _Placing(library, files, plan)
    groups: dict[tuple[str, ...], list[_Wanted]] = {}
    for one in wanted:
        groups.setdefault(_group(one.request), []).append(one)
    for _, several in sorted(groups.items()):
        placing.place(sorted(several, key=lambda one: (one.found.order, one.found.number)))
    placing.change()
    plan.changes.sort()
    plan.left.sort()
    plan.lost.sort()
    return plan._replace(recorded=placing.recorded, twice=placing.twice)


def words_key(text: str) -> str:
    """Return a key that is the same for words that differ only in case, punctuation and spelling."""
    return parse_quotation(text).literal.strip() or flat(text).casefold()


def _wanted(found: Found, fixed: Mapping[str, str], plan: Plan) -> _Wanted | None:
    request, wrong = read_request({**found.given, **fixed}, found.speakers)
    said = {item.name: item.message for item in wrong}
    if "text" not in request.quotation:
        plan.left.append(Left(found.number, found.unit, f"the words: {said.pop('text', 'there are none.')}"))
        return None
    plan.lost.extend(Left(found.number, found.unit, f"{name}: {said[name]}") for name in sorted(said))
    return _Wanted(found, request, said.get("title", ""))


def _group(request: Request) -> tuple[str, ...]:
    """Return a key for the source of a request: its address or DOI, or else its title and authors."""
    identity = request.source.get("doi", "").lower() or source_identity(request.source.get("url"))
    return (
        ("address", identity) if identity else ("title", request.source.get("title", "").casefold(), *request.speakers)
    )


class _Placing:
    """Places the highlights, source by source."""

    def __init__(self, library: Library, files: Mapping[str, bytes], plan: Plan) -> None:
        self.library, self.files, self.plan = library, files, plan
        self.recorded = self.twice = 0
        self._targets: dict[str, _File] = {}
        self._taken = taken_ids(library)
        self._stems = {PurePath(name).stem.casefold() for name in files} | {PurePath(UNKNOWNS_FILE).stem}
        #: The words of each source of the collection, after their first use; and the new words of each file.
        self._known: dict[str, set[str]] = {}
        self._new: dict[str, set[str]] = {}

    def place(self, wanted: list[_Wanted]) -> None:
        """Choose a file for highlights of one source, and leave out those that it has already."""
        source: dict[str, str] = {}
        for one in wanted:
            source = {**one.request.source, **source}
        sources = sources_of(wanted[0].request._replace(source=source), self.library)
        is_titled = "url" not in source and "doi" not in source
        if is_titled:
            sources = [key for key in sources if not self._is_of_another_kind(key, source.get("type", ""))]
        present = set().union(*(self._words(key) for key in sources))
        missing = [one for one in wanted if words_key(one.request.quotation["text"]) not in present]
        self.recorded += len(wanted) - len(missing)
        if not missing:
            return
        if is_titled:
            sources = [key for key in sources if self._has_speakers(key, wanted[0].request.speakers)]
        if len(sources) > 1:
            self._leave(missing, f"several files have its source: {', '.join(sources)}.")
        elif not sources and "title" not in source:
            self._leave(missing, _NO_TITLE)
        else:
            if "type" not in source:
                # Only recordings have moments.
                source["type"] = "video" if any("at" in one.request.quotation for one in wanted) else "article"
            key = sources[0] if sources else None
            kind = self.library.sources[key].type if key else source["type"]
            self._assign(self._target(key, source), [self._fitting(one, kind) for one in missing])

    def change(self) -> None:
        """Make the new content of every file that gets quotations."""
        for name, target in self._targets.items():
            records: list[Record] = []
            for one in target.wanted:
                record = record_of(one.request, PurePath(name).stem, self._taken)
                self._taken.add(str(record["id"]))
                records.append(record)
            before = self.files[name] if target.key else None
            try:
                after = self._bytes(target, before, records)
            except InsertionError as error:
                self._leave(target.wanted, f"{self.library.folder / name}: {error}")
                continue
            read = read_file(after, name)
            kind = read.source.type if read.source else ""
            self.plan.changes.append(Change(name, before, after, len(records), kind))

    def _bytes(self, target: _File, before: bytes | None, records: list[Record]) -> bytes:
        if before is None:
            return new_file(target.source, records, schema_of(self.files))
        return with_quotations(before, records)

    def _assign(self, name: str, missing: list[_Wanted]) -> None:
        known = self._new.setdefault(name, set())
        for one in missing:
            words = words_key(one.request.quotation["text"])
            if words in known:
                self.twice += 1
            else:
                known.add(words)
                self._targets[name].wanted.append(one)

    def _target(self, key: str | None, source: dict[str, str]) -> str:
        """Return the name of the file of the source *key*, or of a new file."""
        stem = propose_file(source, self._stems) if key is None else key
        self._stems.add(stem)
        name = f"{stem}.yaml" if key is None else file_of(key, self.files)
        self._targets.setdefault(name, _File(key, source))
        return name

    def _words(self, key: str) -> set[str]:
        if key not in self._known:
            quotations = self.library.quotations.values()
            self._known[key] = {words_key(each.text) for each in quotations if each.source == key}
        return self._known[key]

    def _is_of_another_kind(self, key: str, kind: str) -> bool:
        """Whether one is printed and the other spoken: a talk and a book with one title are two sources."""
        types = {self.library.sources[key].type, kind}
        return bool(types & {*WRITTEN_TYPES} and types & {*SPOKEN_TYPES})

    def _has_speakers(self, key: str, speakers: tuple[str, ...]) -> bool:
        """Whether the source may be that of *speakers*: it has words of one of them, or names no speaker."""
        named = {each.speaker for each in self.library.quotations.values() if each.source == key and each.speaker}
        return not speakers or not named or any(set(speakers) & set(each) for each in named)

    def _fitting(self, one: _Wanted, kind: str) -> _Wanted:
        """Drop the page or the moment that a source of the type *kind* cannot have."""
        quotation = dict(one.request.quotation)
        while stray := misplaced(kind, quotation):
            name, message = stray
            del quotation[name]
            self.plan.lost.append(Left(one.found.number, one.found.unit, f"{name}: {message}"))
        return one._replace(request=one.request._replace(quotation=quotation))

    def _leave(self, wanted: list[_Wanted], message: str) -> None:
        for one in wanted:
            reason = f"title: {one.title}" if message is _NO_TITLE and one.title else message
            self.plan.left.append(Left(one.found.number, one.found.unit, reason))

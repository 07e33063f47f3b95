"""Place a quotation in the file of its source, or in a new one, and make the content of that file."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...check.quotation import parse_quotation
from ...collection.linking.addresses import identities_of, source_identity
from ...collection.parsing.reading import read_file
from ...collection.records import UNKNOWNS_FILE
from .insertion import with_quotation
from .naming import propose_file, propose_id
from .record_text import record_lines
from .request import QUOTATION_KEYS, SOURCE_KEYS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from ...collection.loading import Library
    from ...collection.records import Quotation, Source
    from .record_text import Record, Value
    from .request import Request

#: The schema with which editors complete and check the files that name it in their first line.
SCHEMA_FILE: Final = "source.schema.json"
_SCHEMA_LINE: Final = re.compile(rb"# yaml-language-server: \$schema=([^\x00-\x20\x7f-\xff]+)\r?$", re.MULTILINE)


class Addition(NamedTuple):
    """A quotation in its file. The file is not written yet."""

    name: str
    #: The present content of the file, None if there is no file; and the new content.
    before: bytes | None
    after: bytes
    quotation: Quotation
    source: Source


def sources_of(request: Request, library: Library) -> list[str]:
    """Return the keys of the sources that *request* may mean, in the order of the collection.

    These are the source that it names, or else those with the same address or DOI in any form. If it has neither, those
    with the same title.
    """
    if request.file:
        return [request.file] if request.file in library.sources else []
    doi = request.source.get("doi", "").lower()
    names = {source_identity(request.source.get("url")), f"doi:{doi}" if doi else None} - {None}
    if names:
        return [key for key, source in library.sources.items() if names & identities_of(source)]
    title = request.source.get("title", "").casefold()
    return [key for key, source in library.sources.items() if title and source.title.casefold() == title]


def same_words(request: Request, key: str, library: Library) -> list[Quotation]:
    """Return the quotations of the source *key* that have the words; those without other words come first.

    Case, punctuation and other spellings of the same word do not matter.
    """
    words = parse_quotation(request.quotation["text"]).literal
    found = [
        (parse_quotation(quotation.text).literal != words, quotation)
        for quotation in library.quotations.values()
        if quotation.source == key and words.strip() and words in parse_quotation(quotation.text).literal
    ]
    return [quotation for _, quotation in sorted(found, key=lambda item: item[0])]


def has_same_words(request: Request, quotation: Quotation) -> bool:
    """Whether *quotation* has exactly the words of *request*, and no others."""
    return parse_quotation(request.quotation["text"]).literal == parse_quotation(quotation.text).literal


def addition(request: Request, key: str | None, library: Library, files: Mapping[str, bytes]) -> Addition:
    """Return the quotation in the file of the source *key*, or in a new file for None.

    *files* has the files of the collection, by name. Raises :class:`.insertion.InsertionError`.
    """
    stems = {PurePath(name).stem.casefold() for name in files} | {PurePath(UNKNOWNS_FILE).stem}
    if key is None:
        name = f"{request.file or propose_file(request.source, stems)}.yaml"
        before = None
    else:
        name = file_of(key, files)
        before = files[name]
    record = record_of(request, PurePath(name).stem, taken_ids(library))
    after = new_file(request.source, [record], schema_of(files)) if before is None else with_quotation(before, record)
    read = read_file(after, name)
    found = next((item for item in read.quotations if item.id == record["id"]), None)
    if found is None or read.source is None:
        raise AssertionError("a file that could be read can be read with one quotation more")
    return Addition(name, before, after, found, read.source)


def file_of(key: str, files: Iterable[str]) -> str:
    """Return the one of *files* with the source *key*: the first, as the loader does."""
    return min(name for name in files if PurePath(name).stem == key and name.endswith((".yaml", ".yml")))


def taken_ids(library: Library) -> set[str]:
    """Return the present and the former ids of the collection."""
    return {key for quotation in library.quotations.values() for key in (quotation.id, *quotation.formerly)}


def record_of(request: Request, source: str, taken: Container[str]) -> Record:
    """Return the record of *request* for the file of *source*. If no id is given, it gets one that is not *taken*."""
    values: dict[str, Any] = dict(request.quotation)
    values.setdefault("id", propose_id(values["text"], request.speakers, source, taken))
    if request.speakers:
        values["speaker"] = request.speakers
    record: dict[str, Value] = {key: values[key] for key in QUOTATION_KEYS if key in values}
    return record | ({"via": request.via} if request.via else {})


def transcript_of(source: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the one of *names* that has the id of the video in it, as programs name captions; else ``""``."""
    kind, _, video = (source_identity(source.get("url")) or "").partition(":")
    found = [name for name in names if video in name] if kind in ("youtube", "vimeo") else []
    return found[0] if len(found) == 1 else ""


def schema_of(files: Mapping[str, bytes]) -> str:
    """Return the path of the schema: as the first file of the collection has it, or else a file in the same folder."""
    for name in sorted(files):
        if name.endswith((".yaml", ".yml")) and PurePath(name).stem != PurePath(UNKNOWNS_FILE).stem:
            head = _SCHEMA_LINE.match(files[name].removeprefix(b"\xef\xbb\xbf")[:1000])
            if head:
                return head[1].decode()
    return SCHEMA_FILE


def new_file(source: Mapping[str, str], records: Iterable[Record], schema: str) -> bytes:
    """Return the file of a new source with its quotations, in order. Its first line names the *schema*."""
    lines = [f"# yaml-language-server: $schema={schema}", "source:"]
    lines += [f"  {line}" for line in record_lines({key: source[key] for key in SOURCE_KEYS if key in source})]
    lines.append("quotes:")
    for record in records:
        first, *rest = record_lines(record)
        lines += [f"  - {first}", *(f"    {line}" if line else "" for line in rest)]
    return ("\n".join(lines) + "\n").encode()

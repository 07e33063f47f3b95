"""The wordings that a text may quote: the words of every record, its reported wording, and its translation."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from ...collection.text.words import flat
from ..quotation import parse_quotation
from ..speech.splitting import spoken_from
from ..transcripts.model import Segment, Transcript

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...collection.records import Quotation, Source
    from ..quotation import Parsed
    from ..speech.spoken import Spoken

#: The schema version of quotes.json that is read.
_SCHEMA_VERSION: Final = 1


class Known(NamedTuple):
    """The parts of a record with which prose can be compared."""

    id: str
    text: str
    speaker: tuple[str, ...] = ()
    lang: str = "en"
    reported: str = ""
    translation: str = ""
    status: str = ""
    #: What a sentence may name in place of the speaker, or quote as a title: role, title, container, publisher.
    beside: tuple[str, ...] = ()
    #: Where it is recorded, ``file:line``; empty if it comes from another site.
    place: str = ""


class Wording:
    """One wording of a record, ready to be compared."""

    def __init__(self, record: Known, text: str, kind: str) -> None:
        """Use the *text* of *record*; *kind* is ``text``, ``reported`` or ``translation``."""
        self.record, self.kind = record, kind
        self.text = flat(text)

    @cached_property
    def parsed(self) -> Parsed:
        """The words and the marks in them."""
        return parse_quotation(self.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """The number of times that it has each word."""
        return Counter(self.spoken.joined.split())

    @cached_property
    def spoken(self) -> Spoken:
        """The words in the form of a transcript, for the check."""
        return spoken_from(Transcript([Segment(self.text)], []))


def wordings(records: Iterable[Known]) -> Iterator[Wording]:
    """Yield every wording of *records*, in their order."""
    for record in records:
        for kind in ("text", "reported", "translation"):
            if text := getattr(record, kind):
                yield Wording(record, text, kind)


def known_records(
    quotations: Iterable[Quotation], sources: Mapping[str, Source], places: Mapping[str, str]
) -> list[Known]:
    """Return the records with which prose can be compared; *places* has ``file:line`` by id."""
    return [
        Known(
            quotation.id, quotation.text, quotation.speaker, quotation.lang, quotation.reported or "",
            quotation.translation or "", quotation.status or "", _beside(quotation, sources[quotation.source]),
            places.get(quotation.id, ""),
        )
        for quotation in quotations
    ]  # fmt: skip


def _beside(quotation: Quotation, source: Source) -> tuple[str, ...]:
    via = quotation.via.title if quotation.via else ""
    found = (quotation.role, source.title, source.container, source.publisher, via)
    return tuple(text for text in found if text)


class _Published(msgspec.Struct):
    id: str
    text: str
    source: dict[str, Any]
    speaker: tuple[str, ...] = ()
    lang: str = "en"
    reported: str = ""
    translation: str = ""
    status: str = ""
    role: str = ""
    via: dict[str, Any] = {}


class _PublishedFile(msgspec.Struct):
    schema_version: int
    quotes: list[_Published]


def published_records(data: bytes) -> list[Known]:
    """Read quotes.json, as a site publishes it. Raises ValueError with the reason if it is not one."""
    try:
        content = msgspec.json.decode(data, type=_PublishedFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"is not a quotes.json: {error}.") from error
    if content.schema_version != _SCHEMA_VERSION:
        raise ValueError(f"has schema version {content.schema_version}, not {_SCHEMA_VERSION}.")
    return [
        Known(
            found.id, found.text, found.speaker, found.lang, found.reported, found.translation, found.status,
            tuple(filter(None, [found.role, *(_title(found.source, key) for key in ("title", "container", "publisher")),
                                _title(found.via, "title")])),
        )
        for found in content.quotes
    ]  # fmt: skip


def _title(described: Mapping[str, Any], key: str) -> str:
    value = described.get(key)
    return value if isinstance(value, str) else ""

"""Choose, sort and group quotations. Every order is total, whatever the order of files or pages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .evidence import SUPPORT, support_of
from .records import SOURCE_TYPES
from .text.dates import parse_date, year_of
from .text.names import filed_name
from .text.times import parse_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .evidence import Evidence
    from .records import Quotation, Source, Unknown

#: The fields by which an index can group.
GROUPINGS: Final = ("unknown", "speaker", "source", "year", "type")
#: The fields by which an index can filter.
FILTERS: Final = ("speaker", "unknown", "source", "year", "type", "lang", "evidence", "via")
#: The keys by which an index can sort; a ``-`` before a key reverses it.
SORT_KEYS: Final = ("date", "speaker", "source", "unknown", "type", "at", "text", "id", "lang", "evidence")
#: The keys by which everything is sorted if nobody asks for others.
DEFAULT_SORT: Final = ("date", "source", "at")

#: Python reads no numbers of more than 4,300 digits.
_DIGITS = re.compile(r"(\d{1,4000})")


class Group(NamedTuple):
    """Quotations that share a value. ``key`` is empty for those without one."""

    key: str
    title: str
    quotations: list[Quotation]
    #: The question of an unknown.
    question: str | None = None


class Collection(NamedTuple):
    """All quotations of a project, recorded in files or in pages, by id, and what they refer to."""

    quotations: Mapping[str, Quotation]
    sources: Mapping[str, Source]
    unknowns: Mapping[str, Unknown]
    evidence: Mapping[str, Evidence]
    #: For speakers who say how an index files them: that form, by name. See :func:`filing_of`.
    filing: Mapping[str, str] = {}

    def filed(self, name: str) -> str:
        """Return the form in which an index has a speaker: ``Hewitt, John``."""
        return self.filing.get(name) or filed_name(name)

    def source(self, quotation: Quotation) -> Source:
        """Return the source of one of :attr:`quotations`."""
        return self.sources[quotation.source]

    def support(self, quotation: Quotation) -> str:
        """Return the kind of support of one of :attr:`quotations`, a key of :data:`.evidence.SUPPORT`."""
        return support_of(quotation, self.source(quotation), self.evidence.get(quotation.id)).kind

    def values(self, quotation: Quotation, field: str) -> tuple[str, ...]:
        """Return the values that *quotation* has for *field*, one of :data:`FILTERS`."""
        match field:
            case "speaker":
                return quotation.speaker
            case "source":
                return (quotation.source,) if quotation.source else ()
            case "year":
                year = year_of(self.source(quotation).date)
                return (year,) if year else ()
            case "type":
                kind = self.source(quotation).type
                return (kind,) if kind else ()
            case "evidence":
                return (self.support(quotation),)
            case "via":
                return (quotation.via.title,) if quotation.via else ()
            case _:
                value = getattr(quotation, field)
                return (value,) if value else ()

    def title(self, field: str, value: str) -> str:
        """Return what a reader sees for a value of *field*."""
        if field == "unknown" and value in self.unknowns:
            return self.unknowns[value].title
        if field == "source" and value in self.sources:
            return self.sources[value].title or value
        return value

    def all_values(self, field: str) -> set[str]:
        """Return every value that a filter on *field* may name."""
        fixed = {"unknown": self.unknowns, "source": self.sources, "evidence": SUPPORT, "type": SOURCE_TYPES}.get(
            field, ()
        )
        return {*fixed, *(value for quotation in self.quotations.values() for value in self.values(quotation, field))}


def filing_of(quotations: Iterable[Quotation]) -> dict[str, str]:
    """Return the form in which an index files each speaker for whom a quotation gives it. The first one given counts."""
    filing: dict[str, str] = {}
    for quotation in quotations:
        for name, filed in quotation.sort.items():
            filing.setdefault(name, filed)
    return filing


@lru_cache(maxsize=65536)
def natural(text: str) -> tuple[tuple[str | int, ...], str]:
    """Return a sort key that ignores case and accents, and takes digits as numbers; the text itself decides between equals."""
    plain = text.lower() if text.isascii() else _plain(text)
    parts = _DIGITS.split(plain)
    # Odd parts are digits, so a string is always compared with a string, and a number with a number.
    return tuple(int(part) if index % 2 else part for index, part in enumerate(parts)), text


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(char))


def choose(
    collection: Collection, quotations: Iterable[Quotation], filters: Mapping[str, Sequence[str]]
) -> list[Quotation]:
    """Return those of *quotations* that have one of the values of each filter."""
    return [
        quotation
        for quotation in quotations
        if all(set(wanted) & set(collection.values(quotation, field)) for field, wanted in filters.items())
    ]


def sort(
    collection: Collection, quotations: Iterable[Quotation], keys: Sequence[str] = DEFAULT_SORT
) -> list[Quotation]:
    """Sort by *keys* in their order, then by id. Quotations without a value come last, even in reverse."""
    by_id = sorted(quotations, key=lambda quotation: quotation.id)
    ranks = list(zip(*[_ranks(collection, by_id, key) for key in keys], strict=True)) or [()] * len(by_id)
    return [by_id[index] for index in sorted(range(len(by_id)), key=ranks.__getitem__)]


def _ranks(collection: Collection, quotations: Iterable[Quotation], key: str) -> list[int]:
    """Return the rank of each quotation by *key*. Ranks are numbers, which are faster to compare than names and dates."""
    name = key.removeprefix("-")
    traits = _traits(collection, quotations, name)
    # Many quotations share a source or speaker, so each value is read once.
    values = {trait: _sort_value(collection, trait, name) for trait in set(traits)}
    present = sorted({value for value in values.values() if value is not None}, reverse=key.startswith("-"))
    ranks = {value: rank for rank, value in enumerate(present)}
    found = {trait: ranks.get(value, len(ranks)) for trait, value in values.items()}
    return [found[trait] for trait in traits]


def _traits(collection: Collection, quotations: Iterable[Quotation], key: str) -> list[Any]:
    """Return, for each quotation, the value on which its rank by *key* depends."""
    match key:
        case "evidence":
            return [collection.support(quotation) for quotation in quotations]
        case "date" | "source" | "type":
            return [quotation.source for quotation in quotations]
        case _:
            return [getattr(quotation, key) for quotation in quotations]


def _sort_value(collection: Collection, trait: Any, key: str) -> Any:
    match key:
        case "date":
            date = collection.sources[trait].date
            return parse_date(date)[0][:3] if date else None
        case "type":
            kind = collection.sources[trait].type
            return natural(kind) if kind else None
        case "at":
            return parse_span(trait).start if trait else None
        case "evidence":
            return list(SUPPORT).index(trait)
        case "unknown":
            return _rank(collection.unknowns, trait)
        case "speaker":
            return tuple([natural(collection.filed(name)) for name in trait]) or None
        case _:
            return natural(collection.title(key, trait)) if trait else None


def _rank(choices: Iterable[str], value: str | None) -> int | None:
    return next((rank for rank, choice in enumerate(choices) if choice == value), None)


def group(collection: Collection, quotations: Iterable[Quotation], by: str) -> list[Group]:
    """Group *quotations*, which keep their order, by one of :data:`GROUPINGS`.

    Unknowns are in the order of unknowns.yaml, types in that of :data:`.records.SOURCE_TYPES`, speakers by surname, and
    all others in natural order. Quotations without a value come last. A quotation of two speakers is in two groups.
    """
    found: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        for value in collection.values(quotation, by) or ("",):
            found.setdefault(value, []).append(quotation)
    fixed = {"unknown": list(collection.unknowns), "type": list(SOURCE_TYPES)}.get(by, [])
    ranks = {value: rank for rank, value in enumerate(fixed)}

    def order(value: str) -> tuple[bool, int, object, str]:
        title = collection.filed(value) if by == "speaker" else collection.title(by, value)
        return not value, ranks.get(value, len(ranks)), natural(title), value

    return [
        Group(value, collection.title(by, value), found[value], _question(collection, by, value))
        for value in sorted(found, key=order)
    ]


def _question(collection: Collection, by: str, value: str) -> str | None:
    return collection.unknowns[value].question if by == "unknown" and value in collection.unknowns else None

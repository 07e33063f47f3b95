"""What a reader finds in an export, and functions for several readers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from ...collection.linking.addresses import source_identity

if TYPE_CHECKING:
    from collections.abc import Iterable

_ISO: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![\d/-])")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
#: Separators of names in one string. A comma is not one of them, since it may be inside a name.
_BETWEEN_NAMES: Final = re.compile(r"\s*;\s*|\s*,?\s+(?:and|&)\s+")
_ROLE: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
_NOBODY: Final = ("unknown", "unknown author", "anonymous", "inconnu(e)", "unbekannt", "desconocido", "n/a")
#: The most characters of authors that are read. A longer text is not a list of names.
_MOST_NAMES: Final = 5_000
#: The host of a page, which some exports have in place of an author.
_HOST: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)

#: The type of a source, by the name that :func:`.source_identity` gives to its host.
_TYPES: Final = {"youtube": "video", "vimeo": "video", "arxiv": "paper", "doi": "paper", "spotify": "podcast"}
#: The greatest number that can be a place in a text or a recording.
_FURTHEST: Final = 1e9


class ExportError(ValueError):
    """The bytes are not an export of the tool."""


class Found(NamedTuple):
    """A highlight, with what the export says about its source."""

    #: Its place in the export, counted from 1, and what is counted: ``record``, ``row``, ``line``.
    number: int
    unit: str
    #: The words and other values, by the names of the options of ``add``. They are not checked yet.
    given: dict[str, str]
    speakers: tuple[str, ...] = ()
    #: Its place in the source, to sort the highlights of one source.
    order: tuple[float, ...] = ()

    @property
    def place(self) -> str:
        """The place as messages show it."""
        return f"{self.unit} {self.number}"


class Left(NamedTuple):
    """A highlight that could not be placed, and why. It sorts by its place in the export."""

    number: int
    unit: str
    message: str


@dataclass
class Export:
    """The content of an export."""

    found: list[Found] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    #: How many entries of each kind were skipped, since they are not quotations, such as bookmarks and notes.
    passed: dict[str, int] = field(default_factory=dict)

    def pass_over(self, kind: str) -> None:
        """Count an entry that is skipped."""
        self.passed[kind] = self.passed.get(kind, 0) + 1


def lines_of(left: Iterable[Left]) -> list[str]:
    """Return the lines of a report. Several with the same message share a line, which has the first place."""
    same: dict[tuple[str, str], list[int]] = {}
    for each in left:
        same.setdefault((each.unit, each.message), []).append(each.number)
    lines = []
    for (unit, message), numbers in same.items():
        others = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
        lines.append(f"{unit} {numbers[0]}{others}: {message}")
    return lines


def decoded(data: bytes) -> str:
    """Return *data* as text, without a byte order mark. Raises :class:`ExportError`."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ExportError(f"byte {error.start} is not {encoding[:6].rstrip('-').upper()}. Save it as UTF-8.") from error


def read_json(data: bytes) -> Any:
    """Return the content of the JSON in *data*. Raises :class:`ExportError` if it is not JSON."""
    try:
        return msgspec.json.decode(decoded(data))
    except (msgspec.DecodeError, RecursionError) as error:
        raise ExportError(f"it is not JSON: {error}.") from error


def string(record: Any, *keys: str) -> str:
    """Return the first value of *keys* in *record* that is a number or a text with words, as a string; else empty."""
    for key in keys if isinstance(record, dict) else ():
        value = record.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def number_in(text: str) -> float:
    """Return *text* as a number, at most the greatest place; 0 if it is not a number."""
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if 0 <= number <= _FURTHEST else 0.0


def type_of_address(address: str) -> str:
    """Return the type of a source at *address*, such as a video for YouTube; empty if the address does not show it."""
    return _TYPES.get((source_identity(address) or "").partition(":")[0], "")


def mappings(value: Any) -> list[dict[str, Any]]:
    """Return the mappings in the list *value*; nothing if it is not a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def date_in(text: str) -> str:
    """Return the date in *text* in the form of a record: the ISO date at its beginning, or else the year in it."""
    if match := _ISO.match(text.strip()):
        return match[0]
    year = _YEAR.search(text)
    return year[0] if year else ""


def names_in(text: str) -> tuple[str, ...]:
    """Return the people named in *text*, each as ``First Last``, without those with another role than author."""
    names = []
    for part in _people(" ".join(text[:_MOST_NAMES].split())):
        role = _ROLE.search(part)
        if role and role[1].strip().lower() not in ("author", "ed.", "eds."):
            continue
        name = _ROLE.sub("", part).strip()
        last, comma, first = name.partition(",")
        if (
            comma
            and "," not in first
            and first.strip()
            and not re.match(r"\s*(?:jr|sr|ph\.?d|m\.?d|i+)\b", first, re.I)
        ):
            name = f"{first.strip()} {last.strip()}"
        if name and name.lower() not in _NOBODY:
            names.append(name)
    return tuple(dict.fromkeys(names))


def host_in(text: str) -> str:
    """Return *text* if it is the name of a host, else an empty string."""
    return text.strip() if _HOST.fullmatch(text.strip()) else ""


def _people(text: str) -> list[str]:
    parts = [part for part in _BETWEEN_NAMES.split(text) if part.strip()]
    found = []
    for part in parts:
        pieces = [piece.strip() for piece in re.split(r",(?![^()]*\))", part)]
        # “Judea Pearl, Dana Mackenzie” are two; “Pearl, Judea” is one.
        several = len(pieces) > 1 and all(" " in piece for piece in pieces)
        found += pieces if several else [part.strip()]
    return found

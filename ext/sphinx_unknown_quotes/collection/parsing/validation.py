"""What each key of a record may have: one function for each kind of value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from ..limits import LONGEST_VALUE, LONGEST_WORDS
from ..problems import InvalidValueError, nearest, shown
from ..records import SOURCE_TYPES, SPOKEN_TYPES, STATUSES, WRITTEN_TYPES
from ..text.dates import parse_date
from ..text.times import parse_span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3})?(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_OF_ADDRESSES: Final = re.compile(r"""[\s<>"\\`]""")
_MAX_ID = 100


def _words(value: str) -> str:
    return _text(value, LONGEST_WORDS)


def _no_longer(value: str, longest: int) -> None:
    if len(value) > longest:
        raise InvalidValueError("value", f"has {len(value):,} characters, but at most {longest:,} are allowed.")


def _text(value: str, longest: int) -> str:
    words = value.strip()
    _no_longer(words, longest)
    if not words:
        raise InvalidValueError("value", "is empty. Leave the key out if nothing is known.")
    if match := _CONTROL.search(words):
        raise InvalidValueError("value", f"has a control character (U+{ord(match[0]):04X}) in it.")
    return words


def _name(value: str) -> str:
    return " ".join(_text(value, LONGEST_VALUE).split())


def speaker_name(value: str) -> str:
    """Read one speaker of a file. Pages are read elsewhere: they separate speakers by semicolons in one option."""
    name = _name(value)
    if "; " in name:
        names = ", ".join(part.strip() for part in name.split(";") if part.strip())
        raise InvalidValueError("value", f"{shown(name)} is one name. Write several as a list: [{names}].")
    return name


def misplaced(kind: str, keys: Container[str]) -> tuple[str, str] | None:
    """Return which of *keys* a source of the type *kind* cannot have, and what to do."""
    if kind in WRITTEN_TYPES and "at" in keys:
        return "at", f"is for recordings, and the source is of type {kind}. Give page: or section:."
    if kind in SPOKEN_TYPES and "page" in keys:
        return "page", f"is for printed sources, and the source is of type {kind}. Give at:."
    return None


def _id(value: str) -> str:
    if not _ID.fullmatch(value) or len(value) > _MAX_ID:
        suggestion = re.sub(r"[^a-z0-9]+", "-", value[:1000].lower()).strip("-")[:_MAX_ID].rstrip("-")
        hint = f" Did you mean {suggestion!r}?" if suggestion else ""
        raise InvalidValueError(
            "id", f"{shown(value)} is not an id: an id has only a-z, 0-9 and single hyphens, at most {_MAX_ID}.{hint}"
        )
    return value


def _url(value: str) -> str:
    _no_longer(value, LONGEST_VALUE)
    try:
        parts = urlsplit(value)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or _NOT_OF_ADDRESSES.search(value) or _CONTROL.search(value):
        raise InvalidValueError("url", f"{shown(value)} is not an absolute http or https address.")
    return value


def _date(value: str) -> str:
    parse_date(value)
    return value


def _day(value: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise InvalidValueError("date", f"{shown(value)} is not a day. Write it as 2026-11-25.")
    return _date(value)


def _at(value: str) -> str:
    parse_span(value)
    return value


def _lang(value: str) -> str:
    if not _LANG.fullmatch(value):
        raise InvalidValueError("lang", f"{shown(value)} is not a BCP 47 language tag such as en, de-CH or zh-Hant.")
    return value


def _doi(value: str) -> str:
    _no_longer(value, LONGEST_VALUE)
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE)
    if not _DOI.fullmatch(doi) or _CONTROL.search(doi):
        raise InvalidValueError("value", f"{shown(value)} is not a DOI such as 10.1234/abc.")
    return doi


def _file_name(value: str) -> str:
    if value != _name(value) or re.search(r"[/\\:]", value) or value.startswith("."):
        raise InvalidValueError(
            "value",
            f"{shown(value)} is not a file name. Give the name of a file in the transcripts folder, without a path.",
        )
    return value


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """Return a function that accepts *choices*; for any other value its error names the nearest one."""
    allowed = tuple(choices)

    def check(value: str) -> str:
        if value not in allowed:
            raise InvalidValueError(
                "value", f"{shown(value)} is not one of {', '.join(allowed)}.{nearest(value, allowed)}"
            )
        return value

    return check


#: The function that reads the value of each key. It raises :class:`InvalidValueError` for a value that is not allowed.
QUOTATION_VALUES: Final[dict[str, Callable[[str], str]]] = {
    "id": _id, "text": _words, "speaker": _name, "role": _name, "at": _at, "page": _name, "section": _name, "unknown": _id,
    "context": _name, "lang": _lang, "translation": _words, "translator": _name, "reported": _words,
    "reported-at": _at,
    "status": one_of(STATUSES), "seen": _date, "added": _day, "formerly": _id, "see": _id,
}  # fmt: skip
SOURCE_VALUES: Final[dict[str, Callable[[str], str]]] = {
    "title": _name, "type": one_of(SOURCE_TYPES), "container": _name, "publisher": _name, "url": _url, "date": _date,
    "archive": _url, "accessed": _date, "doi": _doi, "transcript": _file_name,
}  # fmt: skip
#: The same for a speaker who is recorded as a mapping.
SPEAKER_VALUES: Final[dict[str, Callable[[str], str]]] = {"name": _name, "sort": _name}
#: The same for a correction, which must have all three keys.
CORRECTION_VALUES: Final[dict[str, Callable[[str], str]]] = {"date": _day, "was": _words, "why": _name}
VIA_VALUES: Final[dict[str, Callable[[str], str]]] = {"title": _name, "url": _url, "date": _date}
UNKNOWN_VALUES: Final[dict[str, Callable[[str], str]]] = {"title": _name, "question": _name}

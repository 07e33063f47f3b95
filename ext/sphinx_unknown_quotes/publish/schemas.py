"""JSON Schemas for editors, made from the records: draft-07, which yaml-language-server reads.

An editor reads YAML with its types: to it, ``date: 2023`` is a number. The loader reads every value as a string.
So the schemas allow numbers and booleans wherever the loader would read them as words.
A schema cannot say that a month has such a day, that a span ends after it begins, or what ``unknowns.yaml`` names.
The files in ``static/`` are what :func:`schema_json` returns.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import fields

from ..collection.parsing.validation import SPEAKER_VALUES
from ..collection.records import Correction, Quotation, Source, Unknown, Via, described

if TYPE_CHECKING:
    from collections.abc import Callable

    from msgspec import Meta, Struct

#: The files for which there is a schema.
SCHEMAS: Final = ("source", "unknowns")

_CONTROL: Final = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff"
_WORDS: Final = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
_ID: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_URL: Final = r'^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>"\\`][^\s<>"\\`]*$'
_LANG: Final = (
    r"^[A-Za-z]{2,3}(?:-[A-Za-z]{3})?(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$"
)
_DOI: Final = (
    r"^(?:[Hh][Tt][Tt][Pp][Ss]?://(?:[Dd][Xx]\.)?[Dd][Oo][Ii]\.[Oo][Rr][Gg]/|[Dd][Oo][Ii]:\s*)?10\.[0-9]{4,9}/\S+$"
)
_FILE_NAME: Final = r"^(?!\.)[^\s/\\:]+(?: [^\s/\\:]+)*$"
_ONE_DATE: Final = (
    r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])"
    r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?[~?%]?"
)
_DATE: Final = rf"^{_ONE_DATE}(?:/{_ONE_DATE})?$"
_FRACTION: Final = r"(?:\.[0-9]{1,3})?"
_ONE_TIME: Final = (
    rf"(?:(?:[0-9]{{1,3}}:[0-5]?[0-9]|[0-9]{{1,3}}):[0-5][0-9]{_FRACTION}"
    # 12.40 may be meant as a clock.
    rf"|(?![0-9]{{1,3}}\.[0-5][0-9](?![0-9s]))[0-9]{{1,6}}{_FRACTION}"
    rf"|[0-9]{{1,3}}h(?:[0-5]?[0-9]m)?(?:[0-5]?[0-9]{_FRACTION}s)?"
    rf"|[0-9]{{1,4}}m(?:[0-5]?[0-9]{_FRACTION}s)?|[0-9]{{1,6}}{_FRACTION}s)"
)
_TIME: Final = rf"^\s*{_ONE_TIME}(?:\s*(?:-|–|—|\bto\b)\s*{_ONE_TIME})?\s*$"


def _text(pattern: str, numbers: dict[str, Any] | None = None) -> dict[str, Any]:
    """A scalar that matches *pattern* as a string, or, as a number, *numbers*; without *numbers*, numbers are not allowed."""
    found: dict[str, Any] = {"type": "string", "pattern": pattern}
    return {"anyOf": [found, numbers]} if numbers else found


_ANY_WORDS: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"], "pattern": _WORDS}
_YEAR: Final[dict[str, Any]] = {"type": "integer", "minimum": 1000, "maximum": 9999}
_KEY: Final[dict[str, Any]] = _text(_ID, {"type": "integer", "minimum": 0}) | {"maxLength": 100}
_SPEAKER: Final[dict[str, Any]] = {
    "anyOf": [
        _ANY_WORDS,
        {
            "type": "object",
            "properties": dict.fromkeys(SPEAKER_VALUES, _ANY_WORDS),
            "required": ["name"],
            "additionalProperties": False,
        },
    ]
}
_DAY: Final = _text(r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$")
_MOMENT: Final[dict[str, Any]] = _text(_TIME, {"type": "integer", "minimum": 0, "maximum": 999_999})
#: The values of the keys that do not take any text.
_VALUES: Final[dict[str, dict[str, Any]]] = {
    "id": _KEY,
    "unknown": _KEY,
    "url": _text(_URL),
    "archive": _text(_URL),
    "date": _text(_DATE, _YEAR),
    "accessed": _text(_DATE, _YEAR),
    "seen": _text(_DATE, _YEAR),
    "added": _DAY,
    "formerly": {"anyOf": [*_KEY["anyOf"], {"type": "array", "items": _KEY}]},
    "see": {"anyOf": [*_KEY["anyOf"], {"type": "array", "items": _KEY}]},
    "at": _MOMENT,
    "reported-at": _MOMENT,
    "lang": _text(_LANG),
    "doi": _text(_DOI),
    "transcript": _text(_FILE_NAME),
    "speaker": {"anyOf": [*_SPEAKER["anyOf"], {"type": "array", "minItems": 1, "items": _SPEAKER}]},
    "speakers": {"type": "object", "propertyNames": {"pattern": _WORDS}, "additionalProperties": _ANY_WORDS},
}


def _object(record: type[Struct]) -> dict[str, Any]:
    """The schema of a mapping with the keys of *record*."""
    properties = {name: _property(record, name, meta) for name, meta in described(record).items()}
    needed = [item.encode_name for item in fields(record) if item.required and item.encode_name in properties]
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _property(record: type[Struct], name: str, meta: Meta) -> dict[str, Any]:
    choices = (meta.extra_json_schema or {}).get("enum")
    if choices:
        value: dict[str, Any] = {"enum": choices}
    elif name in _RECORDS:
        value = _RECORDS[name]()
    else:
        # The date of a correction must be a day.
        value = _DAY if record is Correction and name == "date" else _VALUES.get(name, _ANY_WORDS)
    return {"description": meta.description, **value}


_RECORDS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "via": lambda: _object(Via),
    "corrected": lambda: {"type": "array", "items": _object(Correction)},
}


def _source() -> dict[str, Any]:
    quotes = {
        "description": "What is quoted from the source, in its order there.",
        "type": "array",
        "items": _object(Quotation),
    }
    return {
        "title": "A source and what is quoted from it",
        "type": "object",
        "properties": {"source": {"description": "The source.", **_object(Source)}, "quotes": quotes},
        "required": ["source", "quotes"],
        "additionalProperties": False,
    }


def _unknowns() -> dict[str, Any]:
    return {
        "title": "What is not known",
        "type": "object",
        "propertyNames": {"pattern": _ID, "maxLength": 100},
        "additionalProperties": _object(Unknown),
    }


_MADE: Final[dict[str, Callable[[], dict[str, Any]]]] = {"source": _source, "unknowns": _unknowns}


def schema_json(name: str) -> bytes:
    """Return the schema of a file of the collection, one of :data:`SCHEMAS`; the same records give the same bytes."""
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **_MADE[name]()}
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()

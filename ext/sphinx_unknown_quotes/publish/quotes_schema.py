"""The JSON Schema (draft-07) of quotes.json, made from the records: quotes.schema.json.

The same version writes both files, so the schema has every key of quotes.json, and allows no other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from ..collection.evidence import SUPPORT, VERDICTS, Evidence
from ..collection.records import Quotation, Source, described
from .quotes_json import FOR_NOBODY, OF_THE_CHECK, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_FILE: Final = "quotes.schema.json"
_TEXT: Final = {"type": "string"}
_SECONDS: Final = {"type": "number", "minimum": 0}
_SCALARS: Final[dict[object, dict[str, Any]]] = {
    str: _TEXT, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}
}  # fmt: skip
#: Descriptions of the fields that no file of a collection has.
_DESCRIPTIONS: Final = {
    "key": "The name of its file in the collection, without .yaml; the title of a source that a page records.",
    "sort": "How speakers are filed who are not filed by the last word of their name, by name.",
    "verdict": "What the check found.",
    "transcript": "The file name of the transcript.",
    "transcript_digest": "The digest of its bytes.",
    "found": "Where the words begin, in seconds.",
    "changes": "How many words differ.",
    "automatic": "Whether a machine made the transcript.",
    "policy": "The version of the rules by which the check decided.",
    "page": "The page or pages that have the words.",
}


def quotes_schema() -> bytes:
    """Return quotes.schema.json; the same records give the same bytes."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A collection of quotations",
        "type": "object",
        "properties": {
            "$schema": {"description": "The address of this schema.", **_TEXT},
            "schema_version": {"description": "A higher number means other keys.", "const": SCHEMA_VERSION},
            "quotes": {
                "description": "All quotations, by date, source, moment and id.",
                "type": "array",
                "items": _quotation(),
            },
        },
        "required": ["schema_version", "quotes"],
        "additionalProperties": False,
    }
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()


def _quotation() -> dict[str, Any]:
    found = _object(Quotation, {"lang"})
    properties = {key: value for key, value in found["properties"].items() if key not in FOR_NOBODY}
    # The address of the card has that name.
    properties["pages"] = properties.pop("page")
    evidence = _object(Evidence)
    evidence["properties"] = {
        "support": {"description": "How well the words are supported.", "enum": list(SUPPORT)},
        **{key: value for key, value in evidence["properties"].items() if key not in OF_THE_CHECK},
        "verdict": _described(_DESCRIPTIONS["verdict"], {"enum": list(VERDICTS)}),
    }
    added = {
        "source": _described("What it was said or written in.", _object(Source, {"key"})),
        "page": _described("The address of its card; null if no page shows it.", {"type": ["string", "null"]}),
        "permalink": _described("The address of its own page, if the site has such pages.", _TEXT),
        "moment": _described("The link to the words in the source.", {"type": ["string", "null"]}),
        "start": _described("When the words begin, in seconds.", _SECONDS),
        "end": _described("When they end, in seconds.", _SECONDS),
        "evidence": _described("What supports the words.", evidence | {"required": ["support"]}),
    }
    needed = ["id", "text", "lang", "source", "page", "moment", "evidence"]
    return found | {"properties": properties | added, "required": needed}


def _object(record: type[Struct], never_left_out: set[str] | None = None) -> dict[str, Any]:
    """Return the schema of a *record* as msgspec writes it. A key that has its default is left out."""
    needed = [item.encode_name for item in fields(record) if item.required or item.name in (never_left_out or ())]
    properties = dict(_properties(record))
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _properties(record: type[Struct]) -> Iterator[tuple[str, dict[str, Any]]]:
    told = described(record)
    hints = get_type_hints(record, include_extras=True)
    for item in fields(record):
        value = _value(hints[item.name])
        meta = told.get(item.encode_name)
        if meta and meta.pattern:
            value = {**value, "pattern": meta.pattern}
        if choices := (meta.extra_json_schema or {}).get("enum") if meta else None:
            value = {"enum": choices}
        text = meta.description if meta else _DESCRIPTIONS.get(item.name)
        yield item.encode_name, _described(text, value) if text else value


def _value(hint: Any) -> dict[str, Any]:
    """Return the schema of a type. None is not in it, since it is never written."""
    if get_origin(hint) is Annotated:
        return _value(get_args(hint)[0])
    kinds = [each for each in get_args(hint) if each not in (type(None), Ellipsis)]
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(kinds[0])}
    if get_origin(hint) is dict:
        return {"type": "object", "additionalProperties": _value(kinds[1])}
    if kinds:
        return _value(kinds[0])
    return _object(hint) if issubclass(hint, Struct) else _SCALARS[hint]


def _described(text: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"description": text, **value}

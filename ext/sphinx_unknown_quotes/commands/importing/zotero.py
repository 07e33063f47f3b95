"""Highlights of Zotero: what its API answers, or what Better BibTeX exports as JSON.

The API has a list of items, each with its own key; an annotation names its attachment, and that names the item.
Better BibTeX has the attachments in their item, and the annotations in their attachment.
"""

from __future__ import annotations

import re
from typing import Any, Final

from .found import Export, ExportError, Found, Left, date_in, mappings, number_in, read_json, string

#: What Zotero's types of item are here. Others are articles.
_TYPES: Final = {
    "book": "book", "bookSection": "book", "journalArticle": "paper", "conferencePaper": "paper", "preprint": "paper",
    "thesis": "paper", "manuscript": "paper", "report": "report", "document": "report", "blogPost": "post",
    "forumPost": "post", "presentation": "talk", "interview": "interview", "podcast": "podcast",
    "videoRecording": "video", "film": "video", "tvBroadcast": "video", "radioBroadcast": "podcast",
    "audioRecording": "podcast", "hearing": "testimony", "computerProgram": "code",
}  # fmt: skip
#: Where Zotero has what an item is a part of, and who published it.
_CONTAINERS: Final = (
    "publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle", "blogTitle",
    "forumTitle", "websiteTitle", "programTitle", "meetingName", "conferenceName", "seriesTitle",
)  # fmt: skip
_PUBLISHERS: Final = ("publisher", "institution", "university", "studio", "network", "label", "company", "repository")
#: Who says or writes the words of an item, the likeliest first.
_CREATORS: Final = (
    "author", "presenter", "interviewee", "podcaster", "guest", "performer", "director", "programmer", "inventor",
    "artist", "contributor", "editor",
)  # fmt: skip
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})*")
_WORDS: Final = ("highlight", "underline")
#: So many parents has an annotation at most; a file may say that two items are each other's.
_DEEPEST: Final = 4


def read_zotero(data: bytes) -> Export:
    """Read the JSON. Raises :class:`.found.ExportError` where it is no export of items."""
    content = read_json(data)
    listed = content.get("items") if isinstance(content, dict) else content
    if isinstance(listed, dict):
        listed = list(listed.values())
    if not isinstance(listed, list):
        raise ExportError("it is no list of items, as Zotero's API and Better BibTeX have it.")
    export = Export()
    items = [_flat(item) for item in mappings(listed)]
    by_key = {string(item, "key", "itemKey"): item for item in items}
    numbered = 0
    for item in items:
        for annotation, parent in _annotations(item, by_key):
            numbered += 1
            _read(numbered, annotation, parent, export)
    if not numbered and not any(string(item, "itemType") for item in items):
        raise ExportError("it has no items, as Zotero's API and Better BibTeX have them.")
    return export


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """The fields of an item, which the API has under ``data``."""
    data = item.get("data")
    return {"key": item.get("key"), **data} if isinstance(data, dict) else item


def _annotations(
    item: dict[str, Any], by_key: dict[str, dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """The annotations that *item* is or has, each with the item to which it belongs."""
    if "annotationType" in item or string(item, "itemType") == "annotation":
        return [(item, _owner(item, by_key))]
    own = item if string(item, "itemType") != "attachment" else _owner(item, by_key)
    found = [(annotation, own) for annotation in mappings(item.get("annotations"))]
    for attachment in mappings(item.get("attachments")):
        found += [(annotation, own) for annotation in mappings(attachment.get("annotations"))]
    return [(_flat(annotation), owner) for annotation, owner in found]


def _owner(item: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The item that is above *item* and is itself in nothing; None where the export has it not."""
    for _ in range(_DEEPEST):
        parent = string(item, "parentItem")
        if not parent:
            return item if string(item, "itemType") not in ("attachment", "annotation") else None
        if parent not in by_key:
            return None
        item = by_key[parent]
    return None


def _read(number: int, annotation: dict[str, Any], item: dict[str, Any] | None, export: Export) -> None:
    kind, words = string(annotation, "annotationType"), string(annotation, "annotationText")
    if kind and kind not in _WORDS:
        export.pass_over(f"annotation of type {kind}" if kind.isalpha() else "annotation of another type")
    elif not words:
        export.left.append(Left(number, "annotation", "it has no words."))
    elif item is None:
        export.left.append(Left(number, "annotation", "the export has not the item that it belongs to."))
    else:
        given = {"text": words, "page": string(annotation, "annotationPageLabel"), **_source(item)}
        order = [number_in(part) for part in string(annotation, "annotationSortIndex").split("|")]
        export.found.append(Found(number, "annotation", given, _speakers(item), tuple(order)))


def _source(item: dict[str, Any]) -> dict[str, str]:
    given = {
        "title": string(item, "title", "caseName", "nameOfAct", "subject"),
        "type": _TYPES.get(string(item, "itemType"), "article"),
        "container": string(item, *_CONTAINERS),
        "publisher": string(item, *_PUBLISHERS),
        "url": string(item, "url"),
        "date": date_in(string(item, "date")),
        "doi": string(item, "DOI"),
        "lang": string(item, "language"),
    }
    if not _TAG.fullmatch(given["lang"]):
        # Many have the name of a language there.
        del given["lang"]
    return {name: value for name, value in given.items() if value}


def _speakers(item: dict[str, Any]) -> tuple[str, ...]:
    creators = mappings(item.get("creators"))
    for kind in _CREATORS:
        names = [_name(creator) for creator in creators if string(creator, "creatorType") == kind]
        if any(names):
            return tuple(dict.fromkeys(name for name in names if name))
    return ()


def _name(creator: dict[str, Any]) -> str:
    return string(creator, "name") or f"{string(creator, 'firstName')} {string(creator, 'lastName')}".strip()

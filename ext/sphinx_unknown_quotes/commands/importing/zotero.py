"""Read highlights of Zotero, from the answer of its API or from Better BibTeX's export as JSON.

The API has a list of items with keys: an annotation names its attachment, and that names its item.
In Better BibTeX, attachments are inside their item, and annotations inside their attachment.
"""

from __future__ import annotations

import re
from typing import Any, Final

from .found import Export, ExportError, Found, Left, date_in, mappings, number_in, read_json, string

#: The type of a source for Zotero's types of items. Others are articles.
_TYPES: Final = {
    "book": "book", "bookSection": "book", "journalArticle": "paper", "conferencePaper": "paper", "preprint": "paper",
    "thesis": "paper", "manuscript": "paper", "report": "report", "document": "report", "blogPost": "post",
    "forumPost": "post", "presentation": "talk", "interview": "interview", "podcast": "podcast",
    "videoRecording": "video", "film": "video", "tvBroadcast": "video", "radioBroadcast": "podcast",
    "audioRecording": "podcast", "hearing": "testimony", "computerProgram": "code",
}  # fmt: skip
#: Zotero's fields for what an item is part of; below, those for its publisher.
_CONTAINERS: Final = (
    "publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle", "blogTitle",
    "forumTitle", "websiteTitle", "programTitle", "meetingName", "conferenceName", "seriesTitle",
)  # fmt: skip
_PUBLISHERS: Final = ("publisher", "institution", "university", "studio", "network", "label", "company", "repository")
#: Zotero's roles of people who say or write the words of an item, the likeliest first.
_CREATORS: Final = (
    "author", "presenter", "interviewee", "podcaster", "guest", "performer", "director", "programmer", "inventor",
    "artist", "contributor", "editor",
)  # fmt: skip
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})*")
_WORDS: Final = ("highlight", "underline")
#: The most parents of an annotation. In a bad file, two items may be each other's parents.
_DEEPEST: Final = 4


def read_zotero(data: bytes) -> Export:
    """Read the JSON. Raises :class:`.found.ExportError` if it has no items."""
    content = read_json(data)
    listed = content.get("items") if isinstance(content, dict) else content
    if isinstance(listed, dict):
        listed = list(listed.values())
    if not isinstance(listed, list):
        raise ExportError("it is not a list of items, as Zotero's API and Better BibTeX write it.")
    export = Export()
    items = [_flat(item) for item in mappings(listed)]
    by_key = {string(item, "key", "itemKey"): item for item in items}
    numbered = 0
    for item in items:
        for annotation, parent in _annotations(item, by_key):
            numbered += 1
            _read(numbered, annotation, parent, export)
    if not numbered and not any(string(item, "itemType") for item in items):
        raise ExportError("it has no items, as Zotero's API and Better BibTeX write them.")
    return export


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an item, which the API has under ``data``."""
    data = item.get("data")
    return {"key": item.get("key"), **data} if isinstance(data, dict) else item


def _annotations(
    item: dict[str, Any], by_key: dict[str, dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Return the annotations that *item* is or has, each with the item to which it belongs."""
    if "annotationType" in item or string(item, "itemType") == "annotation":
        return [(item, _owner(item, by_key))]
    own = item if string(item, "itemType") != "attachment" else _owner(item, by_key)
    found = [(annotation, own) for annotation in mappings(item.get("annotations"))]
    for attachment in mappings(item.get("attachments")):
        found += [(annotation, own) for annotation in mappings(attachment.get("annotations"))]
    return [(_flat(annotation), owner) for annotation, owner in found]


def _owner(item: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """Return the topmost parent of *item*; None if it is not in the export."""
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
        export.left.append(Left(number, "annotation", "the export does not have the item to which it belongs."))
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
        # Many items have the name of a language here, and not its tag.
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

"""What is new in the collection, as an Atom feed (RFC 4287): quotes.atom.

The feed has the quotations whose record has ``added``.
``updated`` is the day of the last correction, or else ``added``. No clock is read, so a later build gives the same bytes.
The id of an entry is a ``tag:`` URI (RFC 4151) from the site, the project and the first id of the quotation.
It stays the same if the card moves or the quotation gets another id.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from ..collection.linking.moments import moment_url
from ..collection.text.words import cut, flat, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..collection.records import Quotation
    from ..collection.selection import Collection

#: The most entries of the feed, newest first.
NEWEST: Final = 50
#: The most characters of the words in a title.
_TITLE = 80
#: A tag URI has a year in which the site had its name. It is the first year of this format and stays: another one would
#: rename all entries.
_TAG_YEAR: Final = 2026
_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class FeedSite(NamedTuple):
    """The site of a feed: its title, its project, its author, its language (BCP 47), its address and that of the feed."""

    title: str
    project: str
    author: str
    language: str
    address: str
    feed: str


def quotes_atom(collection: Collection, site: FeedSite, pages: Mapping[str, str]) -> bytes | None:
    """Return quotes.atom, or None if no quotation has ``added``.

    *pages* has the absolute address of each quotation by id. A quotation without one links to its words in the source.
    """
    # Sorted by id first: the second sort, newest first, keeps that order between equals.
    dated = sorted((item for item in collection.quotations.values() if item.added), key=lambda item: item.id)
    newest = sorted(dated, key=lambda item: item.added or "", reverse=True)[:NEWEST]
    if not newest:
        return None
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANG: site.language})
    _add(root, "id", _tag(site, ""))
    _add(root, "title", site.title)
    _add(root, "updated", _instant(max(map(_updated, newest))))
    _add(root, "link", rel="self", type="application/atom+xml", href=site.feed)
    _add(root, "link", rel="alternate", type="text/html", href=site.address)
    _add(_add(root, "author"), "name", site.author or site.title)
    for quotation in newest:
        _entry(root, collection, quotation, site, pages.get(quotation.id))
    ET.indent(root, " ")
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _entry(root: ET.Element, collection: Collection, quotation: Quotation, site: FeedSite, page: str | None) -> None:
    source = collection.source(quotation)
    moment = moment_url(quotation, source) or source.url
    entry = _add(root, "entry")
    _add(entry, "id", _tag(site, (*quotation.formerly, quotation.id)[0]))
    _add(entry, "title", _title(quotation))
    _add(entry, "published", _instant(quotation.added or ""))
    _add(entry, "updated", _instant(_updated(quotation)))
    if address := page or moment:
        _add(entry, "link", rel="alternate", type="text/html", href=address)
    if page and moment:
        _add(entry, "link", rel="via", href=moment)
    for name in quotation.speaker:
        _add(_add(entry, "author"), "name", name)
    if quotation.unknown:
        title = collection.title("unknown", quotation.unknown)
        _add(entry, "category", term=quotation.unknown, label=title)
    content = _add(entry, "content", type="xhtml")
    _content(content, quotation, collection.source(quotation).title, moment)


def _content(content: ET.Element, quotation: Quotation, title: str, moment: str | None) -> None:
    division = _add(content, "div", xmlns="http://www.w3.org/1999/xhtml")
    words = _add(division, "blockquote", **({"cite": moment} if moment else {}))
    words.set("lang", quotation.lang)
    for paragraph in paragraphs(quotation.text):
        _add(words, "p", paragraph)
    _add(division, "p", ", ".join([*quotation.speaker, title]))
    for correction in quotation.corrected:
        _add(division, "p", f"{correction.date}: {correction.why}")
        _add(_add(division, "p"), "del", flat(correction.was))


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = text
    return element


def _title(quotation: Quotation) -> str:
    words = cut(flat(quotation.text), _TITLE)
    return f"{', '.join(quotation.speaker)}: {words}" if quotation.speaker else words


def _tag(site: FeedSite, name: str) -> str:
    project = re.sub(r"[^a-z0-9]+", "-", site.project.lower()).strip("-")
    return f"tag:{urlsplit(site.address).hostname},{_TAG_YEAR}:{'/'.join(filter(None, (project, name)))}"


def _updated(quotation: Quotation) -> str:
    return max([quotation.added or "", *(correction.date for correction in quotation.corrected)])


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"

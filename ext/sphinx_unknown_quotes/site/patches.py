"""The index pages and quotes.json as they were, but for the quotations that were edited.

Of many quotations to make them anew takes longer than all else that is done for an edit. They are patched where nothing
has changed of what they are beside their entries (which quotations there are, in which order and groups, and all that
stands around), where few were edited, and where a file is as the build that wrote it has left it. Else they are made anew.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from .domain_indexes import INDEX_PAGES
from .facets import FACETS
from .index_entries import EntryWriter
from .index_pages import has_own_body
from .kept_pages import can_keep, digests_of_pages, is_kept, template_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from ..collection.records import Quotation
    from .catalogue import Catalogue

#: To find an entry is to search a page of megabytes.
_FEW: Final = 20
_BEGIN: Final = f"<li data-{FACETS[0]}="
_END: Final = "</li>\n"


def order_digest(catalogue: Catalogue) -> str:
    """Return a digest that changes with the order of all quotations, with any group of them, and with what links lead to."""
    collection = catalogue.collection
    placed = [
        (quotation.id, quotation.speaker, quotation.unknown, quotation.source, quotation.at)
        for quotation in collection.quotations.values()
    ]
    sources = [(source.key, source.title, source.date) for source in collection.sources.values()]
    kinds = sorted({collection.support(quotation) for quotation in collection.quotations.values()})
    shown = msgspec.msgpack.encode((placed, sources, list(collection.unknowns.values()), kinds, catalogue.homes))
    return blake2b(shown, digest_size=16).hexdigest()


def edited(catalogue: Catalogue, before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Quotation] | None:
    """Return the quotations whose fingerprints differ, or None where they are not few."""
    found = [quote for quote in now if now[quote] != before.get(quote)]
    return [catalogue.collection.quotations[quote] for quote in found] if len(found) <= _FEW else None


def signature(path: str | Path) -> str:
    """Return what differs when anybody has written a file since."""
    try:
        status = Path(path).stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"


def keep_or_patch(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> Any:
    """On ``html-page-context``, before anybody else: write a page as it was, or with what was edited."""
    domain: Any = app.env.domains["uq"]
    if doctree is not None:
        return None
    page = domain.kept_pages.get(pagename) or patched_page(app.builder, pagename)
    return None if page is None else template_of(app.builder, page, context)


def note_plain(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """On ``html-page-context``, after everybody else: note an index page on whose body nobody has worked."""
    domain: Any = app.env.domains["uq"]
    if pagename in INDEX_PAGES and doctree is None and (is_kept(context) or has_own_body(context)):
        domain.plain_pages.add(pagename)


def note_pages(app: Sphinx, _exception: Exception | None) -> None:
    """On ``build-finished``, before anybody else: note pages as Sphinx has written them."""
    builder: Any = app.builder
    domain: Any = app.env.domains["uq"]
    if can_keep(builder):
        domain.signatures |= {page: signature(builder.get_output_path(page)) for page in sorted(domain.plain_pages)}
    domain.digests = digests_of_pages(builder)


def is_as_noted(domain: Any, name: str, path: str | Path) -> bool:
    """Return whether the file called *name* can be patched."""
    noted = domain.edited is not None and domain.written.files.get(name)
    return bool(noted) and signature(path) == noted


def patched_page(builder: Any, page: str) -> str | None:
    """Return the index page *page* with the entries of edited quotations anew; None where it is to be made."""
    domain: Any = builder.env.domains["uq"]
    if page not in INDEX_PAGES or not can_keep(builder):
        return None
    path = Path(builder.get_output_path(page))
    if not is_as_noted(domain, page, path):
        return None
    text = text_of(builder, path.read_bytes())
    return _Page(text, INDEX_PAGES[page].name, EntryWriter(builder, domain.catalogue)).with_new(domain.edited)


class _Page:
    """The text of an index page with its entries."""

    def __init__(self, text: str, by: str, writer: EntryWriter) -> None:
        self.text = text
        self.by = by
        self.writer = writer

    def with_new(self, edited: list[Quotation]) -> str | None:
        """Return the page with new entries of *edited* quotations, or None where it does not have what it should."""
        new: dict[tuple[int, int], str] = {}
        for quotation in edited:
            places = list(self._places(quotation))
            if len(places) != (len(self.writer.collection.values(quotation, self.by)) or 1):
                return None
            new |= dict.fromkeys(places, self._entry(quotation))
        return "".join(self._replaced(new)) if self._is_plain({quotation.id for quotation in edited}) else None

    def _is_plain(self, edited: set[str]) -> bool:
        """Whether an entry that was not edited stands there as it would be written: a theme may work on what it is given."""
        others = (item for item in self.writer.collection.quotations.values() if item.id not in edited)
        other = next(filter(self.writer.link, others), None)
        return other is not None and {self.text[begin:end] for begin, end in self._places(other)} == {
            self._entry(other)
        }

    def _entry(self, quotation: Quotation) -> str:
        return "".join(self.writer.entry(self.by, quotation))

    def _places(self, quotation: Quotation) -> Iterator[tuple[int, int]]:
        """Yield where each entry of a quotation begins and ends."""
        link = self.writer.link(quotation)
        place = self.text.find(link) if link else -1
        while place >= 0:
            begin, end = self.text.rfind(_BEGIN, 0, place), self.text.find(_END, place) + len(_END)
            # A theme may have a link to the same place in its navigation.
            if begin >= 0 and end > place and _END not in self.text[begin:place]:
                yield begin, end
            place = self.text.find(link, place + 1)

    def _replaced(self, new: Mapping[tuple[int, int], str]) -> Iterator[str]:
        done = 0
        for (begin, end), entry in sorted(new.items()):
            yield self.text[done:begin]
            yield entry
            done = end
        yield self.text[done:]

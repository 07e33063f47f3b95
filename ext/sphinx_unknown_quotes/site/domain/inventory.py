"""The objects to which other projects and Sphinx's search can refer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...collection.text.words import flat
from ..labels import in_marks, reference_label, shortened
from .references import GROUP_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...collection.records import Quotation
    from .catalogue import Catalogue

#: Name, title, type, page, anchor and priority, as :meth:`sphinx.domains.Domain.get_objects` has them.
Object = tuple[str, str, str, str, str, int]


#: Priorities in Sphinx's search: not found at all, and before a page that has the letters inside another word.
_HIDDEN: Final = -1
_MOST: Final = 0
#: Sphinx's search shows these characters of a name as HTML entities, so they are replaced.
_ESCAPED: Final = (("'", "’"), ('"', "”"), ("&", "＆"), ("<", "‹"), (">", "›"))


def objects_of(catalogue: Catalogue) -> Iterator[Object]:
    """Yield every quotation with a home, and every group that a list of a page has.

    A quotation is in it twice: by its id for references, and by its words for Sphinx's search, which searches the title
    of an object. If the name and the anchor were the same, the search would use the title as the anchor.
    """
    quotations = catalogue.collection.quotations
    for quote, home in catalogue.homes.items():
        if quotation := quotations.get(quote):
            place = home.docname, home.anchor
            yield quote, shortened(quotation.text, 80), "quote", *place, _HIDDEN
            for former in catalogue.former_of(quotation):
                yield former, shortened(quotation.text, 80), "quote", *place, _HIDDEN
            yield f"{quote}:words", _shown(quotation, catalogue), "words", *place, _MOST
    for (by, key), target in catalogue.group_targets.items():
        if by in GROUP_ROLES and key:
            title = _plain(flat(catalogue.collection.title(by, key)))
            yield flat(key), title, by, target.docname, target.anchor, _MOST


def _shown(quotation: Quotation, catalogue: Catalogue) -> str:
    """The words, the speaker and the moment."""
    words = in_marks(flat(quotation.text), quotation)
    return _plain(f"{words} — {reference_label(quotation, catalogue.collection.source(quotation))}")


def _plain(text: str) -> str:
    for mark, plain in _ESCAPED:
        text = text.replace(mark, plain)
    return text

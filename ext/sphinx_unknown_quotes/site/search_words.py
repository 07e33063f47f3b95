"""What Sphinx's search finds a card by.

Its index notes which pages have a word, but to find out it looks at each word of each card, and stems each number of
each page, some versions only to drop it then. So the text of cards is passed by, and what is left of a finished page
gets their words together, each once. The index is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.search import SearchLanguage

from .nodes import unknown_quote_body, unknown_quote_search

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from ..collection.records import Quotation, Source
    from ..collection.selection import Collection

#: The class of what Sphinx's search passes by.
_PASSED_BY: Final = "no-search"


def search_text(quotation: Quotation, source: Source, collection: Collection) -> str:
    """Return what a reader may look for: the words and the names, without what every card says."""
    about = collection.title("unknown", quotation.unknown) if quotation.unknown else None
    parts = [quotation.text, *quotation.speaker, quotation.role, source.title, source.container, about]
    parts += [quotation.context, quotation.translation, quotation.reported]
    return "\n".join([part for part in parts if part])


def gather_words(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """On ``doctree-resolved``, last: have the search pass by the cards of a page, and give it their words together."""
    language = _language(app.builder)
    if not language:
        return
    # The event may come twice, and for a part of a page before the page.
    doctree.children = [child for child in doctree.children if not isinstance(child, unknown_quote_search)]
    # In the order in which they are first said.
    words: dict[str, None] = {}
    for body in doctree.findall(unknown_quote_body):
        if not _is_passed_by(body.parent):
            if _PASSED_BY not in body["classes"]:
                body["classes"].append(_PASSED_BY)
            words.update(dict.fromkeys(language.split(body.astext())))
    if words:
        doctree += unknown_quote_search("", " ".join(_without_dropped_numbers(words, language)))


def _is_passed_by(around: nodes.Element | None) -> bool:
    """Return whether Sphinx's search does not look into *around*, or what that is in."""
    while around is not None:
        if _PASSED_BY in around["classes"] or isinstance(around, (nodes.comment, nodes.raw)):
            return True
        around = around.parent
    return False


def _without_dropped_numbers(words: Iterable[str], language: SearchLanguage) -> list[str]:
    return [word for word in words if not word.isdigit() or language.word_filter(word)]


def _language(builder: Any) -> SearchLanguage | None:
    """Return the language of the search, if the builder has one and this is known to part texts at spaces and marks.

    Those that are not Sphinx's own may part texts and stem numbers as they like.
    """
    language: Any = getattr(getattr(builder, "indexer", None), "lang", None)
    kind: Any = type(language)
    is_known = kind.__module__.startswith("sphinx.search.") and kind.split is SearchLanguage.split
    return language if is_known else None

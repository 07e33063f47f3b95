"""What the search index finds a card by: its words, and the names beside them.

They go into the finished page, since every transform before that would walk them.
The search index notes which page has a word, and Sphinx looks at each word of each card to find out; it even stems
numbers, and drops them then. So it is shown the words of all cards of a page together, each once.
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
_LEFT_OUT: Final = "no-search"


def add_search_words(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """On ``doctree-resolved``: give each card its text, and the search index what it is to have of it."""
    catalogue = app.env.domains["uq"].catalogue  # type: ignore[attr-defined]
    language = _language(app.builder)
    # In the order in which they are first said.
    words: dict[str, None] = {}
    for body in doctree.findall(unknown_quote_body):
        quotation, source = catalogue.on_page(body["quote"], body["docname"])
        text = "\n".join(_said(quotation, source, catalogue.collection))
        body += nodes.Text(text)
        if language and not _is_left_out(body):
            body["classes"].append(_LEFT_OUT)
            words.update(dict.fromkeys(language.split(text)))
    if language and words:
        doctree += unknown_quote_search("", " ".join(_kept(words, language)))


def _is_left_out(body: unknown_quote_body) -> bool:
    """Return whether the author has put a card into something that the search is not to find."""
    around: nodes.Element | None = body.parent
    while around is not None:
        if _LEFT_OUT in around["classes"]:
            return True
        around = around.parent
    return False


def _said(quotation: Quotation, source: Source, collection: Collection) -> list[str]:
    """What a reader may look for, without what every card says."""
    about = collection.title("unknown", quotation.unknown) if quotation.unknown else None
    said = (quotation.text, *quotation.speaker, quotation.role, source.title, source.container, about)
    return [text for text in (*said, quotation.context, quotation.translation, quotation.reported) if text]


def _kept(words: Iterable[str], language: SearchLanguage) -> list[str]:
    """Those that the search index keeps, as far as that can be told before they are stemmed."""
    return [word for word in words if not word.isdigit() or language.word_filter(word)]


def _language(builder: Any) -> SearchLanguage | None:
    """Return the language of the builder's search, if there is one and it parts a text at what is not of a word.

    Languages without spaces are left to part each text themselves.
    """
    language = getattr(getattr(builder, "indexer", None), "lang", None)
    parts_at_spaces = isinstance(language, SearchLanguage) and type(language).split is SearchLanguage.split
    return language if parts_at_spaces else None

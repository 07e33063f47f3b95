"""The nodes of a quotation in a page.

While reading, a card, a list and inline words are placeholders that know only what they stand for;
what they show comes from the collection when the page is written, so it is never stale.
All data are node attributes, which survive pickling and copying.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import translatable


class unknown_quote(nodes.container):  # noqa: N801 (docutils names nodes so)
    """A card. Its children are the author's note; ``quote`` is the id of the quotation, ``docname`` its page.

    When it is written as HTML, ``speaker`` is its name for a screen reader.
    """


class unknown_quote_body(nodes.General, nodes.TextElement):  # noqa: N801
    """What a card shows, for HTML: the writer makes its markup from the record.

    Its text is for those who look at a page and do not write it: Sphinx's search, and other extensions.
    """


class unknown_quote_index(translatable, nodes.General, nodes.Element):  # noqa: N801
    """A list of quotations. Its ``options`` are the fields of :class:`.list_options.ListOptions`.

    Of these ``empty`` is in the catalogue of its page.
    """

    def preserve_original_messages(self) -> None:
        """Keep what the author wrote."""
        self["original-empty"] = self["options"]["empty"]

    def extract_original_messages(self) -> list[str]:
        """Return what the author wrote."""
        empty = self.get("original-empty", self["options"]["empty"])
        return [empty] if empty else []

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Show the translation."""
        self["options"] = {**self["options"], "empty": translated_message}


class unknown_quote_text(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Recorded words in a sentence; ``quote`` is the id, ``fragment`` the part of them that is shown."""


class unknown_quote_list(nodes.container):  # noqa: N801
    """A filled list, for HTML; ``facets`` is its data attribute. Elsewhere it is a container."""


class unknown_quote_entry(nodes.General, nodes.TextElement):  # noqa: N801
    """An entry of a filled list, for HTML: the writer makes its markup from the record ``quote``, in a list ``by``.

    In a timeline, ``when`` stands before the words. Its text is for those who look at a page and do not write it.
    """


class unknown_quote_row(nodes.row):  # noqa: N801
    """A row of a filled list in table style, for HTML; ``facets`` are its data attributes."""


class unknown_quote_map(nodes.container):  # noqa: N801
    """The picture of a list, for HTML: the writer draws it from ``options``. Its children are the same as a list."""

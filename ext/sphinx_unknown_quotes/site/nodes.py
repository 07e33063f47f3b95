"""The nodes of a quotation in a page.

When a page is read, a card, a list and inline words are placeholders with no more than ids and options.
When it is written, they get their content from the collection, so it is never out of date.
All data are node attributes, which can be pickled and copied.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import translatable


class unknown_quote(nodes.container):  # noqa: N801 (docutils names nodes so)
    """A card. Its children are the author's note; ``quote`` is the id of the quotation, ``docname`` the card's page.

    For HTML, ``speaker`` becomes its name for screen readers.
    """


class unknown_quote_body(nodes.General, nodes.TextElement):  # noqa: N801
    """The content of a card, for HTML: the writer makes its markup from the record.

    Its text is for everything that reads a page and does not write it, such as Sphinx's search and other extensions.
    """


class unknown_quote_index(translatable, nodes.General, nodes.Element):  # noqa: N801
    """A list of quotations. Its ``options`` are the fields of :class:`.list_options.ListOptions`.

    Of these, ``empty`` can be translated in the catalogue of its page.
    """

    def preserve_original_messages(self) -> None:
        """Keep the text of ``empty`` as the author wrote it."""
        self["original-empty"] = self["options"]["empty"]

    def extract_original_messages(self) -> list[str]:
        """Return the text of ``empty`` as the author wrote it."""
        empty = self.get("original-empty", self["options"]["empty"])
        return [empty] if empty else []

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Replace ``empty`` by its translation."""
        self["options"] = {**self["options"], "empty": translated_message}


class unknown_quote_text(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Recorded words in a sentence: ``quote`` is the id, ``fragment`` the part of the words that is shown."""


class unknown_quote_list(nodes.container):  # noqa: N801
    """A filled list, for HTML; ``facets`` is its data attribute. Other formats treat it as a container."""


class unknown_quote_entry(nodes.General, nodes.TextElement):  # noqa: N801
    """An entry of a filled list, for HTML: the writer makes its markup from the record ``quote``, in a list grouped ``by``.

    In a timeline, ``when`` comes before the words. Its text is for everything that reads a page and does not write it.
    """


class unknown_quote_row(nodes.row):  # noqa: N801
    """A row of a filled list in table style, for HTML; ``facets`` are its data attributes."""


class unknown_quote_map(nodes.container):  # noqa: N801
    """The map, for HTML: the writer draws it from ``options``. Its children are the same quotations as a list."""

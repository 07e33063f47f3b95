"""The directive ``unknown-quote``: a recorded quotation by its id, or one recorded in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ...collection.parsing.validation import QUOTATION_VALUES
from ...collection.problems import InvalidValueError, nearest
from ..messages import warn
from ..nodes import unknown_quote
from .examples import EXAMPLE_SUPPORT, example_id
from .inline import QUOTATION_OPTIONS, SORT_OPTION, SOURCE_OPTIONS, VIA_OPTIONS, read_inline
from .spec import OptionSpec, drop_unknown_options

if TYPE_CHECKING:
    from collections.abc import Container

    from .inline import InlineRecord

#: The quotations that the page has shown so far.
_SHOWN = "unknown_quotes_shown"


def card_anchor(quote: str, taken: Container[str]) -> str:
    """Return the anchor of a card: the id of its quotation, or another one if a heading of the page has that id."""
    return f"unknown-quote-{quote}" if quote in taken else quote


class UnknownQuote(SphinxDirective):
    """Show a card.

    ``unknown_quote (ids, quote, docname, classes) > (note)``. If the page records the quotation, it also has ``record``,
    which moves to the environment.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = OptionSpec(
        {
            **dict.fromkeys((*QUOTATION_OPTIONS, SORT_OPTION, *VIA_OPTIONS, *SOURCE_OPTIONS), directives.unchanged),
            "example": directives.unchanged,
            "class": directives.class_option,
        }
    )

    def run(self) -> list[nodes.Node]:
        """Return the card. If its quotation cannot be recorded, return the words as a block quote."""
        drop_unknown_options(self)
        if self.arguments:
            return self._recorded(self.arguments[0].strip())
        return self._inline()

    def _recorded(self, quote: str) -> list[nodes.Node]:
        stray = sorted(set(self.options) - {"class"})
        if stray:
            message = "the card of a recorded quotation takes no option %s. Change the record of %r instead."
            self._warn("option", message, ", ".join(stray), quote)
        card = self._card(quote)
        if self.content:
            card += self.parse_content_to_nodes()
        return [card]

    def _inline(self) -> list[nodes.Node]:
        text = "\n".join(self.content).strip()
        quote = self.options.get("id", "").strip()
        if not text:
            self._warn(
                "content", "there are no words. Give the id of a recorded quotation, or the words below the options."
            )
            return []
        try:
            QUOTATION_VALUES["text"](text)
            identified = bool(QUOTATION_VALUES["id"](quote)) if quote else False
        except InvalidValueError as error:
            self._warn(error.subtype, "%s", error)
            identified = False
        if not identified:
            if not quote:
                self._warn("missing_key", ":id: is missing. It names the quotation in the whole project.")
            paragraphs = [nodes.paragraph("", part) for part in text.split("\n\n")]
            return [nodes.block_quote("", *paragraphs)]
        source, line = self.get_source_info()
        record, problems = read_inline(
            self.options, text, self.env.doc2path(self.env.docname).as_posix() if source else "", line
        )
        for problem in problems:
            self._warn(problem.subtype, ":%s: %s", problem.option, problem.message)
        if "example" in self.options:
            return [self._example(quote, record)]
        card = self._card(quote)
        card["record"] = record
        return [card]

    def _example(self, quote: str, record: InlineRecord) -> unknown_quote:
        """Return the card of an example, which enters no collection."""
        support = self.options["example"].strip()
        if support and support not in EXAMPLE_SUPPORT:
            hint = nearest(support, EXAMPLE_SUPPORT)
            self._warn("option", ":example: %r is not one of %s.%s", support, ", ".join(EXAMPLE_SUPPORT), hint)
            support = ""
        # Two examples with one id on a page are two different ones.
        number = self.env.new_serialno("unknown-quote-example")
        card = self._card(example_id(f"{quote} {number}", support), f"example-{quote}")
        card["record"] = record
        return card

    def _card(self, quote: str, anchor: str = "") -> unknown_quote:
        card = unknown_quote("", quote=quote, docname=self.env.docname, classes=self.options.get("class", []))
        self.set_source_info(card)
        document = self.state.document
        # If a page shows a card twice, the first one has the anchor. A heading with the same id keeps it.
        shown: set[str] = self.env.current_document.setdefault(_SHOWN, set())  # type: ignore[assignment]
        anchor = anchor or quote
        if anchor not in shown:
            shown.add(anchor)
            card["ids"] = [card_anchor(anchor, document.ids)]
            document.note_explicit_target(card)
        return card

    def _warn(self, subtype: str, message: str, *args: object) -> None:
        warn(subtype, message, *args, location=self.get_location())

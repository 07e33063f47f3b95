"""The directives ``unknown-quote-index`` and ``unknown-quote-map``: a list and a picture, made anew in each build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..messages import warn
from ..nodes import unknown_quote_index
from .list_options import MAP_OPTIONS, OPTIONS, read_options
from .spec import OptionSpec, drop_unknown_options

if TYPE_CHECKING:
    from docutils import nodes


class UnknownQuoteIndex(SphinxDirective):
    """Place a list: ``unknown_quote_index (options, docname)``, which is filled when the page is written."""

    has_content = False
    #: Options that the author cannot choose.
    fixed: ClassVar[dict[str, Any]] = {}
    option_spec: ClassVar[dict[str, Any]] = OptionSpec(
        {
            **dict.fromkeys(OPTIONS, directives.unchanged),
            "class": directives.class_option,
            "name": directives.unchanged,
        }
    )

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        drop_unknown_options(self)
        options, problems = read_options(self.options)
        for problem in problems:
            warn("option", ":%s: %s", problem.option, problem.message, location=self.get_location())
        node = unknown_quote_index("", docname=self.env.docname, classes=self.options.get("class", []))
        node["options"] = {**options.asdict(), **self.fixed}
        self.set_source_info(node)
        self.add_name(node)
        return [node]


class UnknownQuoteMap(UnknownQuoteIndex):
    """Place a map: each quotation is a mark, by what is unknown and by date. Formats without pictures get the list."""

    fixed: ClassVar[dict[str, Any]] = {"by": "unknown", "style": "map"}
    option_spec: ClassVar[dict[str, Any]] = OptionSpec(
        {
            **dict.fromkeys(MAP_OPTIONS, directives.unchanged),
            "class": directives.class_option,
            "name": directives.unchanged,
        }
    )

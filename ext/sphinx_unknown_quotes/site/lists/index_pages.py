"""Write the HTML of the domain's index pages.

The themes' template for such pages shows names as code, groups them by their first letter and puts headings unescaped
into ids. So the page is written here, as the body of an ordinary page of the theme.
"""

from __future__ import annotations

from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..apostrophes import typographic
from ..assets import mark_own_page
from ..cards.html import data_attributes
from ..domain.domain import uq_domain
from ..domain.indices import INDEX_PAGES, group_title
from ..domain.places import group_anchor
from .entries import EntryWriter
from .facets import MANY, list_facets
from .jumps import Jump, jump_bar

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ...collection.selection import Group
    from ..domain.catalogue import Catalogue
    from ..domain.indices import GroupedIndex


class IndexPages:
    """Writes the index pages of one application."""

    def __init__(self) -> None:
        self._writer: _IndexWriter | None = None

    def replace_template(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> str | None:
        """On ``html-page-context``: give an index page its body, and the theme's template for ordinary pages."""
        if pagename not in INDEX_PAGES or doctree is not None:
            return None
        domain = uq_domain(app.env)
        if not self._writer or self._writer.catalogue is not domain.catalogue:
            self._writer = _IndexWriter(app.builder, domain.catalogue)
        index = INDEX_PAGES[pagename](domain)
        title = str(index.localname)
        # Themes expect these of a page with a document.
        context |= {
            "title": title,
            "indextitle": title,
            "body": self._writer.body(index),
            "toc": "",
            "display_toc": False,
            "meta": {},
            "sourcename": "",
            "parents": [],
        }
        mark_own_page(context)
        context.setdefault("prev", None)
        context.setdefault("next", None)
        return "page.html"


class _IndexWriter:
    """Writes the index pages of one build."""

    def __init__(self, builder: Builder, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        # All index pages are in one folder, so an address from one is right from each.
        self.entries = EntryWriter(catalogue, builder, "uq-unknown")
        # Every index page has all quotations, so the facets are the same.
        facets = list_facets(catalogue.collection, catalogue.collection.quotations.values())
        self._facets = data_attributes({"facets": facets})

    def body(self, index: GroupedIndex) -> str:
        by, groups = index.name, index.groups()
        jumps = [Jump(group_anchor(by, group.key), group_title(by, group), len(group.quotations)) for group in groups]
        many = " uq-many" if sum(jump.number for jump in jumps) > MANY else ""
        sections = [self._group(by, jump, group) for jump, group in zip(jumps, groups, strict=True)]
        opening = (
            f'<section class="uq-index uq-index-list{many}"{self._facets}>\n'
            f"<h1>{escape(str(index.localname))}</h1>\n{jump_bar(jumps)}"
        )
        # One join, since joining each group first would copy megabytes.
        return "".join([opening, *chain.from_iterable(sections), "</section>"])

    def _group(self, by: str, jump: Jump, group: Group) -> list[str]:
        question = f'<p class="uq-question">{escape(typographic(group.question))}</p>\n' if group.question else ""
        return [
            f'<section id="{jump.anchor}" class="uq-section">\n<h2>{escape(jump.title)}</h2>\n{question}',
            '<ul class="uq-list">\n',
            *(self.entries.html(quotation, by) for quotation in group.quotations),
            "</ul>\n</section>\n",
        ]

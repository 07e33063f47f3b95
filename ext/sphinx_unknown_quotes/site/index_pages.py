"""The HTML of the domain's index pages.

The themes' own template for such pages sets names as code, cuts groups at their first letter and puts headings
unescaped into ids, so the page is written here, as the body of an ordinary page of the theme.
"""

from __future__ import annotations

from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from .catalogue import group_anchor
from .domain_indexes import INDEX_PAGES, group_title
from .facets import MANY, facets_of
from .index_entries import EntryWriter
from .jumps import Jump, jump_bar
from .kept_pages import is_kept

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..collection.selection import Group
    from .catalogue import Catalogue


#: The name of a page's own body in the context of its template.
_BODY: Final = "uq_body"


def replace_template(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """On ``html-page-context``: give an index page of the domain its body and the theme's template for pages."""
    if pagename not in INDEX_PAGES or doctree is not None or is_kept(context):
        return None
    builder: Any = app.builder
    domain: Any = builder.env.domains["uq"]
    title = str(INDEX_PAGES[pagename].localname)
    context[_BODY] = (domain.ahead and domain.ahead.take(pagename)) or body(builder, pagename)
    # What themes expect of a page that has a document.
    context |= {
        "title": title,
        "indextitle": title,
        "body": context[_BODY],
        "toc": "",
        "display_toc": False,
        "meta": {},
        "sourcename": "",
        "parents": [],
    }
    context.setdefault("prev", None)
    context.setdefault("next", None)
    return "page.html"


def has_own_body(context: dict[str, Any]) -> bool:
    """Return whether the body in this *context* is still what :func:`replace_template` has put there."""
    return _BODY in context and context.get("body") is context[_BODY]


def body(builder: Any, page: str) -> str:
    """Return what the index page *page* shows, as HTML."""
    domain: Any = builder.env.domains["uq"]
    if domain.catalogue not in _WRITERS:
        groups = {index.name: index(domain).groups() for index in INDEX_PAGES.values()}
        _WRITERS[domain.catalogue] = _IndexWriter(builder, domain.catalogue, groups)
    index = INDEX_PAGES[page]
    return _WRITERS[domain.catalogue].body(str(index.localname), index.name)


class _IndexWriter:
    """Writes the index pages of one build."""

    def __init__(self, builder: StandaloneHTMLBuilder, catalogue: Catalogue, groups: dict[str, list[Group]]) -> None:
        self.groups = groups
        self.entries = EntryWriter(builder, catalogue)
        # Every index page has all quotations, and so the same facets.
        self._facets = escape(facets_of(groups, catalogue.collection))

    def body(self, title: str, by: str) -> str:
        groups = self.groups[by]
        jumps = [Jump(group_anchor(by, group.key), group_title(by, group), len(group.quotations)) for group in groups]
        many = " uq-many" if sum(jump.number for jump in jumps) > MANY else ""
        opening = (
            f'<section class="uq-index uq-index-list{many}" data-facets="{self._facets}">\n'
            f"<h1>{escape(title)}</h1>\n{jump_bar(jumps)}"
        )
        sections = [self._group(by, jump.anchor, jump.title, group) for jump, group in zip(jumps, groups, strict=True)]
        # Joined once, since to join groups first is to copy megabytes.
        return "".join([opening, *chain.from_iterable(sections), "</section>"])

    def _group(self, by: str, anchor: str, title: str, group: Group) -> list[str]:
        question = f'<p class="uq-question">{escape(group.question)}</p>\n' if group.question else ""
        found = [
            f'<section id="{anchor}" class="uq-section">\n<h2>{escape(title)}</h2>\n{question}<ul class="uq-list">\n'
        ]
        for quotation in group.quotations:
            found += self.entries.entry(by, quotation)
        return [*found, "</ul>\n</section>\n"]


_WRITERS: WeakKeyDictionary[Catalogue, _IndexWriter] = WeakKeyDictionary()

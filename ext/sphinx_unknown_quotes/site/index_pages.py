"""The HTML of the domain's index pages.

The themes' own template for such pages sets names as code, cuts groups at their first letter and puts headings
unescaped into ids, so the page is written here, as the body of an ordinary page of the theme.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..collection.records import flat
from ..publish.moments import moment_url
from .catalogue import group_anchor
from .domain_indexes import INDEX_PAGES, group_title
from .labels import entry_credit, locator_label, quoted

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..collection.records import Quotation
    from ..collection.selection import Group
    from .catalogue import Catalogue


def replace_template(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """On ``html-page-context``: give an index page of the domain its body and the theme's template for pages."""
    if pagename not in INDEX_PAGES or doctree is not None:
        return None
    builder: Any = app.builder
    domain: Any = builder.env.domains["uq"]
    index = INDEX_PAGES[pagename](domain)
    title = str(index.localname)
    body = _IndexPage(builder, domain.catalogue, pagename, index.name).body(title, index.groups())
    # What themes expect of a page that has a document.
    context |= {
        "title": title,
        "indextitle": title,
        "body": body,
        "toc": "",
        "display_toc": False,
        "meta": {},
        "sourcename": "",
        "parents": [],
    }
    context.setdefault("prev", None)
    context.setdefault("next", None)
    return "page.html"


class _IndexPage:
    def __init__(self, builder: StandaloneHTMLBuilder, catalogue: Catalogue, pagename: str, by: str) -> None:
        self.builder = builder
        self.catalogue = catalogue
        self.pagename = pagename
        self.by = by
        self.language: str = builder.config.language
        self._uris: dict[str, str] = {}

    def body(self, title: str, groups: list[Group]) -> str:
        jumps = "\n".join(
            f'<li><a class="reference internal" href="#{group_anchor(self.by, group.key)}">'
            f'{escape(group_title(self.by, group))}</a> <span class="uq-count">{len(group.quotations)}</span></li>'
            for group in groups
        )
        sections = "\n".join(self._group(group) for group in groups)
        return f'<section class="uq-index">\n<h1>{escape(title)}</h1>\n<ul class="uq-jump">\n{jumps}\n</ul>\n{sections}\n</section>'

    def _group(self, group: Group) -> str:
        question = f'<p class="uq-question">{escape(group.question)}</p>\n' if group.question else ""
        entries = "\n".join(self._entry(quotation) for quotation in group.quotations)
        anchor = group_anchor(self.by, group.key)
        title = escape(group_title(self.by, group))
        return (
            f'<section id="{anchor}">\n<h2>{title}</h2>\n{question}<ul class="uq-list">\n{entries}\n</ul>\n</section>'
        )

    def _entry(self, quotation: Quotation) -> str:
        source = self.catalogue.collection.source(quotation)
        home = self.catalogue.homes.get(quotation.id)
        # The marks are text: a browser does not count those that it adds to <q> as part of the link.
        words = escape(quoted(flat(quotation.text), quotation.lang), quote=False)
        if quotation.lang != self.language:
            words = f'<span lang="{escape(quotation.lang)}">{words}</span>'
        moment = moment_url(quotation, source)
        if home:
            words = f'<a class="reference internal" href="{escape(self._uri(home.docname))}#{home.anchor}">{words}</a>'
        elif source.url:
            words = f'<a class="reference external" href="{escape(moment or source.url)}">{words}</a>'
        place = locator_label(quotation)
        credit = escape(entry_credit(quotation, source, self.by, self.language), quote=False)
        if place and moment:
            link = f'<a class="reference external" href="{escape(moment)}">{escape(place)}</a>'
            credit += f' <span class="uq-moment">{link}</span>'
        return f'<li><p class="uq-entry">{words}</p><p class="uq-entry-credit">{credit}</p></li>'

    def _uri(self, docname: str) -> str:
        if docname not in self._uris:
            self._uris[docname] = self.builder.get_relative_uri(self.pagename, docname)
        return self._uris[docname]

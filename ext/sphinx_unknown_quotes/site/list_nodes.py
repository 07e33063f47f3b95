"""A list of quotations as nodes, in one function a style, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..collection.links import safe_url
from ..collection.records import flat
from ..publish.moments import moment_url
from .card_nodes import group_reference, quote_reference
from .catalogue import group_anchor
from .domain_indexes import group_title
from .labels import date_label, entry_credit, locator_label, quoted, speaker_label
from .lists import ListOptions
from .messages import _
from .nodes import unknown_quote

if TYPE_CHECKING:
    from ..collection.records import Quotation
    from ..collection.selection import Group
    from .catalogue import Catalogue
    from .nodes import unknown_quote_index


def list_nodes(node: unknown_quote_index, catalogue: Catalogue, language: str, taken: set[str]) -> list[nodes.Node]:
    """Return what the list *node* shows now.

    *taken* holds the ids of the page and is added to, so that no anchor is given twice.
    """
    options = ListOptions(**node["options"])
    groups = catalogue.listed(options)
    if not groups:
        return [nodes.paragraph("", options.empty, classes=["uq-empty"])] if options.empty else []
    builder = _ListBuilder(catalogue, language, node["docname"], options, taken)
    classes = ["uq-index", f"uq-index-{options.style}", *node["classes"]]
    container = nodes.container("", classes=classes)
    for group in groups:
        container += builder.heading(group)
        container += builder.entries(group)
    return [container]


class _ListBuilder:
    def __init__(
        self, catalogue: Catalogue, language: str, docname: str, options: ListOptions, taken: set[str]
    ) -> None:
        self.catalogue = catalogue
        self.language = language
        self.docname = docname
        self.by = options.by
        self.style = options.style
        self.taken = taken

    def anchor(self, wanted: str) -> list[str]:
        if wanted in self.taken:
            return []
        self.taken.add(wanted)
        return [wanted]

    def heading(self, group: Group) -> list[nodes.Node]:
        title = group_title(self.by, group)
        ids = self.anchor(group_anchor(self.by, group.key))
        found: list[nodes.Node] = [nodes.rubric("", title, ids=ids, classes=["uq-group"], translatable=False)]
        if group.question:
            found.append(nodes.paragraph("", group.question, classes=["uq-question"], translatable=False))
        return found

    def entries(self, group: Group) -> list[nodes.Node]:
        match self.style:
            case "cards":
                return [self.card(quotation) for quotation in group.quotations]
            case "table":
                return [self.table(group.quotations)]
            case _:
                items = [nodes.list_item("", *self.entry(quotation)) for quotation in group.quotations]
                return [nodes.bullet_list("", *items, bullet="*", classes=["uq-list"])]

    def card(self, quotation: Quotation) -> nodes.Node:
        home = self.catalogue.homes.get(quotation.id)
        ids = self.anchor(home.anchor) if home and home.docname == self.docname else []
        return unknown_quote("", ids=ids, quote=quotation.id, docname=self.docname)

    def entry(self, quotation: Quotation) -> list[nodes.Node]:
        """The words with their link, and under them who said them where."""
        credit = nodes.paragraph("", "", *self.credit(quotation), classes=["uq-entry-credit"], translatable=False)
        return [nodes.paragraph("", "", self.words(quotation), classes=["uq-entry"], translatable=False), credit]

    def words(self, quotation: Quotation) -> nodes.Node:
        """The words, with a link to their home; failing that, to their source."""
        text = quoted(flat(quotation.text), quotation.lang)
        if quotation.id in self.catalogue.homes:
            return quote_reference(quotation.id, text, self.docname)
        source = self.catalogue.collection.source(quotation)
        url = moment_url(quotation, source) or safe_url(source.url)
        return nodes.reference("", text, refuri=url, internal=False) if url else nodes.inline("", text)

    def credit(self, quotation: Quotation) -> list[nodes.Node]:
        source = self.catalogue.collection.source(quotation)
        said = nodes.Text(entry_credit(quotation, source, self.by, self.language))
        return [said, nodes.Text(" "), *self.moment(quotation)] if moment_url(quotation, source) else [said]

    def moment(self, quotation: Quotation) -> list[nodes.Node]:
        label = locator_label(quotation)
        url = moment_url(quotation, self.catalogue.collection.source(quotation))
        if not label:
            return []
        inner = nodes.reference("", label, refuri=url, internal=False) if url else nodes.Text(label)
        return [nodes.inline("", "", inner, classes=["uq-moment"])]

    def table(self, quotations: list[Quotation]) -> nodes.table:
        heads = [_("Words"), _("Speaker"), _("Source"), _("Date"), _("Place")]
        group = nodes.tgroup(
            "", *(nodes.colspec("", colwidth=width) for width in (40, 20, 20, 10, 10)), cols=len(heads)
        )
        group += nodes.thead("", _row([[nodes.Text(head)] for head in heads]))
        group += nodes.tbody("", *(_row(self.cells(quotation)) for quotation in quotations))
        return nodes.table("", group, classes=["uq-table"])

    def cells(self, quotation: Quotation) -> list[list[nodes.Node]]:
        source = self.catalogue.collection.source(quotation)
        speakers: list[nodes.Node] = []
        for name in quotation.speaker:
            speakers += [
                *([nodes.Text(", ")] if speakers else []),
                group_reference("speaker", name, name, self.docname),
            ]
        date = date_label(source.date, self.language) if source.date else ""
        return [
            [self.words(quotation)],
            speakers or [nodes.Text(speaker_label(quotation))],
            [group_reference("source", source.key, source.title, self.docname)] if source.title else [],
            [nodes.Text(date)],
            self.moment(quotation),
        ]


def _row(cells: list[list[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell, translatable=False)) for cell in cells))

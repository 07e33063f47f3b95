"""A list of quotations as nodes, for every format, with one function for each style."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from docutils import nodes

from ...collection.linking.links import safe_url
from ...collection.linking.moments import moment_url
from ...collection.text.words import flat
from ..apostrophes import typographic
from ..cards.nodes import group_reference, quote_reference
from ..directives.list_options import ListOptions
from ..domain.indices import group_title
from ..domain.places import group_anchor
from ..labels import date_label, entry_credit, in_marks, locator_label, speaker_label
from ..messages import _
from ..nodes import unknown_quote, unknown_quote_entry, unknown_quote_list, unknown_quote_map
from .facets import MANY, entry_facets, list_facets
from .jumps import Jump, jump_bar
from .table import table_of, table_row

if TYPE_CHECKING:
    from ...collection.records import Quotation
    from ...collection.selection import Group
    from ..domain.catalogue import Catalogue
    from ..nodes import unknown_quote_index


def list_nodes(
    node: unknown_quote_index, catalogue: Catalogue, language: str, taken: set[str], html: bool = False
) -> list[nodes.Node]:
    """Return what the list *node* shows; for *html*, with a jump bar, headings and data for the filter.

    *taken* has the ids of the page; new ones are added, so that no anchor is given twice.
    """
    options = ListOptions(**node["options"])
    groups = catalogue.listed(options)
    if not groups:
        return [nodes.paragraph("", options.empty, classes=["uq-empty"])] if options.empty else []
    level = min(6, 1 + _depth(node)) if html else 0
    builder = _ListBuilder(catalogue, language, node["docname"], options, taken, html, level)
    sections = [nodes.container("", *builder.section(group), classes=["uq-section"]) for group in groups]
    if options.style == "map":
        listed = nodes.container("", *sections, classes=["uq-index", "uq-index-map"])
        return [unknown_quote_map("", listed, classes=node["classes"], options=node["options"]) if html else listed]
    quotations = [quotation for group in groups for quotation in group.quotations]
    classes = ["uq-index", f"uq-index-{options.style}", *node["classes"]]
    if not html or options.plain:
        return [nodes.container("", *sections, classes=classes)]
    if len(quotations) > MANY:
        classes.append("uq-many")
    facets = {"facets": list_facets(catalogue.collection, quotations)}
    return [unknown_quote_list("", *builder.jumps, *sections, classes=classes, facets=facets)]


def _depth(node: nodes.Element) -> int:
    """The number of sections around *node*."""
    depth = 0
    while (node := node.parent) is not None:
        depth += isinstance(node, nodes.section)
    return depth


class _ListBuilder:
    def __init__(
        self,
        catalogue: Catalogue,
        language: str,
        docname: str,
        options: ListOptions,
        taken: set[str],
        html: bool,
        level: int,
    ) -> None:
        self.catalogue = catalogue
        self.language = language
        self.docname = docname
        self.by = options.by
        self.style = options.style
        #: The fields that the credit of an entry leaves out, since the heading or the date before the words has them.
        self.told = f"{options.by} year" if options.style == "timeline" else options.by
        self.taken = taken
        self.html = html
        # The picture of a map has the same headings already.
        self.level = {"heading-level": level} if level and options.style != "map" else {}
        self._jumps: list[Jump] = []

    @property
    def jumps(self) -> list[nodes.Node]:
        """The jump bar, once all sections are made."""
        return [nodes.raw("", jump_bar(self._jumps), format="html")] if len(self._jumps) > 2 else []

    def anchor(self, wanted: str) -> list[str]:
        if wanted in self.taken:
            return []
        self.taken.add(wanted)
        return [wanted]

    def facets(self, quotation: Quotation) -> dict[str, object]:
        return {"facets": entry_facets(self.catalogue.collection, quotation)} if self.html else {}

    def section(self, group: Group) -> list[nodes.Node]:
        return [*self.heading(group), *self.entries(group)]

    def heading(self, group: Group) -> list[nodes.Node]:
        title = group_title(self.by, group)
        ids = self.group_ids(group)
        if ids:
            self._jumps.append(Jump(ids[0], title, len(group.quotations)))
        # Sphinx's LaTeX writer gives no label to a heading outside of the table of contents, but it gives one to a target.
        found: list[nodes.Node] = [nodes.target("", "", ids=ids)] if ids and not self.html else []
        own = ids if self.html else []
        found.append(nodes.rubric("", title, ids=own, classes=["uq-group"], translatable=False, **self.level))
        if group.question:
            found.append(nodes.paragraph("", typographic(group.question), classes=["uq-question"], translatable=False))
        return found

    def group_ids(self, group: Group) -> list[str]:
        """The anchors of a group. In a map there are none: nothing links to its list, so other lists can have them."""
        if self.style == "map":
            return []
        wanted = group_anchor(self.by, group.key)
        # A second list of one kind needs other anchors, for its jump bar.
        names = (f"{wanted}{suffix}" for suffix in chain([""], (f"-{number}" for number in count(2))))
        return next(ids for name in names if (ids := self.anchor(name)))

    def entries(self, group: Group) -> list[nodes.Node]:
        match self.style:
            case "cards":
                return [self.card(quotation) for quotation in group.quotations]
            case "table":
                return [self.table(group.quotations)]
            case _:
                items = [self.html_entry(item) if self.html else self.entry(item) for item in group.quotations]
                return [nodes.bullet_list("", *items, bullet="*", classes=["uq-list"])]

    def card(self, quotation: Quotation) -> nodes.Node:
        home = self.catalogue.homes.get(quotation.id)
        ids = self.anchor(home.anchor) if home and home.docname == self.docname else []
        return unknown_quote("", ids=ids, quote=quotation.id, docname=self.docname, **self.facets(quotation))

    def html_entry(self, quotation: Quotation) -> nodes.Node:
        source = self.catalogue.collection.source(quotation)
        words = in_marks(flat(quotation.text), quotation)
        credit = entry_credit(quotation, source, self.told, self.language, locator_label(quotation))
        text = "\n".join(filter(None, [self.when(quotation), words, credit]))
        return unknown_quote_entry("", text, quote=quotation.id, by=self.told, when=self.when(quotation))

    def entry(self, quotation: Quotation) -> nodes.list_item:
        """The words with their link, and the credit under them; in a timeline, the date before them."""
        # A format that can show marks makes one of the class for the support.
        mark = nodes.inline("", "", classes=[f"uq-{self.catalogue.collection.support(quotation)}"])
        said = nodes.inline("", "", mark, *self.credit(quotation), classes=["uq-entry-credit"])
        credit = nodes.paragraph("", "", said, translatable=False)
        words = nodes.paragraph("", "", self.words(quotation), classes=["uq-entry"], translatable=False)
        when = self.when(quotation)
        above = [nodes.paragraph("", when, classes=["uq-when"], translatable=False)] if when else []
        return nodes.list_item("", *above, words, credit)

    def when(self, quotation: Quotation) -> str:
        """The date before the words in a timeline; empty in other lists."""
        if self.style != "timeline":
            return ""
        date = self.catalogue.collection.source(quotation).date
        return date_label(date, self.language) if date else _("No date")

    def words(self, quotation: Quotation) -> nodes.Node:
        """The words, with a link to their home, or else to the source."""
        text = in_marks(flat(quotation.text), quotation)
        # docutils turns this class into a ``lang`` attribute.
        classes = [f"language-{quotation.lang}"] if self.html and quotation.lang != self.catalogue.language else []
        if quotation.id in self.catalogue.homes:
            return quote_reference(quotation.id, text, self.docname, classes)
        source = self.catalogue.collection.source(quotation)
        url = moment_url(quotation, source) or safe_url(source.url)
        inner = nodes.inline("", text, classes=classes) if classes or not url else nodes.Text(text)
        return nodes.reference("", "", inner, refuri=url, internal=False) if url else inner

    def credit(self, quotation: Quotation) -> list[nodes.Node]:
        source = self.catalogue.collection.source(quotation)
        moment = moment_url(quotation, source)
        place = "" if moment else locator_label(quotation)
        said = nodes.Text(entry_credit(quotation, source, self.told, self.language, place))
        linked = self.moment(quotation) if moment else []
        return [said, nodes.Text(", "), *linked] if linked else [said]

    def moment(self, quotation: Quotation) -> list[nodes.Node]:
        label = locator_label(quotation)
        url = moment_url(quotation, self.catalogue.collection.source(quotation))
        if not label:
            return []
        inner = nodes.reference("", label, refuri=url, internal=False) if url else nodes.Text(label)
        return [nodes.inline("", "", inner, classes=["uq-moment"])]

    def table(self, quotations: list[Quotation]) -> nodes.table:
        rows = [table_row(self.cells(item), self.html, **self.facets(item)) for item in quotations]
        return table_of(rows, self.html)

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

"""Resolve references to quotations and to groups of the index, and warn of those that cannot be resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util.nodes import make_refnode

from ...collection.problems import nearest
from ..apostrophes import typographic
from ..labels import reference_label, shortened
from ..messages import lazy_, warn
from .addresses import group_target, has_index_pages, is_wanted

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder

    from .catalogue import Catalogue

#: What the roles ``uq:speaker``, ``uq:unknown`` and ``uq:source`` refer to, each with its label for readers.
GROUP_NAMES: Final = {"speaker": lazy_("Speaker"), "unknown": lazy_("What is unknown"), "source": lazy_("Source")}
GROUP_ROLES: Final = tuple(GROUP_NAMES)


def resolve_quote(
    catalogue: Catalogue,
    fromdocname: str,
    builder: Builder,
    target: str,
    node: pending_xref,
    contnode: nodes.Element,
) -> nodes.reference | None:
    """Return a link to the home of the quotation *target*, or None if there is no such quotation."""
    collection = catalogue.collection
    target = catalogue.former.get(target, target)
    quotation = collection.quotations.get(target)
    if not quotation:
        return None
    if not node.get("refexplicit"):
        contnode = _with_text(contnode, reference_label(quotation, collection.source(quotation)))
    home = catalogue.homes.get(target)
    if not home:
        catalogue.warned.add(fromdocname)
        warn("not_shown", "no page shows the quotation %r, so there is nothing to link to.", target, location=node)
        return contnode  # type: ignore[return-value]
    return _link(make_refnode(builder, fromdocname, home.docname, home.anchor, contnode, shortened(quotation.text, 80)))


def resolve_group(
    catalogue: Catalogue,
    fromdocname: str,
    builder: Builder,
    by: str,
    target: str,
    node: pending_xref,
    contnode: nodes.Element,
) -> nodes.reference | None:
    """Return a link to a group; only its text if it is listed nowhere; None if there is no such group."""
    key = catalogue.known(by, target)
    if key is None:
        return None
    if not node.get("refexplicit"):
        contnode = _with_text(contnode, catalogue.collection.title(by, key))
    found = group_target(catalogue, builder, by, key) if key in catalogue.used[by] else None
    if not found:
        return contnode  # type: ignore[return-value]
    return _link(make_refnode(builder, fromdocname, found.docname, found.anchor, contnode))


def _link(reference: nodes.reference) -> nodes.reference:
    """Keep only the anchor of an address with two fragments: if all pages are one, the address of a page is one, too."""
    page, _, anchor = reference.get("refuri", "").rpartition("#")
    if page.startswith("#"):
        reference["refuri"] = f"#{anchor}"
    return reference


def why_no_index_page(catalogue: Catalogue, builder: Builder, page: str) -> str:
    """Return why the index page *page* is not written; empty if it is. Sphinx would link to it in any case."""
    if not is_wanted(page, builder.config):
        return "html_domain_indices leaves it out"
    if not catalogue.collection.quotations:
        return "there is no quotation"
    return "" if has_index_pages(builder) else f"the builder {builder.name} has no such pages"


def warn_of_missing(catalogue: Catalogue, node: pending_xref) -> None:
    """Warn of a reference that neither this project nor intersphinx can resolve."""
    role, target = node["reftype"], node["reftarget"]
    if catalogue.is_reported(role, target):
        return
    catalogue.warned.add(node.get("refdoc", ""))
    known = catalogue.collection.quotations if role == "quote" else catalogue.values(role)
    titles = [] if role == "quote" else [catalogue.collection.title(role, key) for key in known]
    what = "quotation" if role == "quote" else role
    warn("not_found", "there is no %s %r.%s", what, target, nearest(target, {*known, *titles}), location=node)


def _with_text(node: nodes.Element, text: str) -> nodes.Element:
    node.children = []
    node += nodes.Text(typographic(text))
    return node

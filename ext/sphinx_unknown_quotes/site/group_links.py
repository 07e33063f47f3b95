"""Where a group of quotations (those of a speaker, a source, an unknown) is listed, and the address of that place."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .catalogue import Target, group_anchor
from .domain_indexes import wanted_pages

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from .domain import UnknownQuotesDomain


def group_target(domain: UnknownQuotesDomain, builder: Builder, by: str, key: str) -> Target | None:
    """Return where a group is listed: in the first list that has it, else on the domain's index page."""
    if target := domain.catalogue.group_targets.get((by, key)):
        return target
    page = f"uq-{by}"
    if builder.format != "html" or builder.name == "singlehtml" or by == "type":
        return None
    return Target(page, group_anchor(by, key)) if page in wanted_pages(domain.env.config) else None


def group_url(domain: UnknownQuotesDomain, builder: Builder, group: tuple[str, str]) -> str:
    """Return the address of a group from the page that *builder* is writing, escaped; empty where it is listed nowhere."""
    here: str = builder.current_docname  # type: ignore[attr-defined]
    key = (here, *group)
    if key not in domain.group_urls:
        target = group_target(domain, builder, *group)
        uri = builder.get_relative_uri(here, target.docname) if target and target.docname != here else ""
        # Where all pages are one, the address of a page is a fragment too, and the anchor is enough.
        domain.group_urls[key] = f"{escape(uri.partition('#')[0])}#{target.anchor}" if target else ""
    return domain.group_urls[key]

"""The addresses of quotations and of groups, from the page that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .places import Target, group_anchor

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config

    from .catalogue import Catalogue

#: The groups that have an index page of their own.
INDEX_NAMES: Final = ("unknown", "speaker", "source", "year")


def index_page(by: str) -> str:
    """Return the name of the index page for a grouping."""
    return f"uq-{by}"


def has_index_pages(builder: Builder) -> bool:
    """Return whether a builder writes index pages. A builder that makes one page of all does not."""
    return builder.format == "html" and builder.name != "singlehtml"


def is_wanted(page: str, config: Config) -> bool:
    """Return whether the configuration asks for an index page."""
    wanted = config.html_domain_indices
    return wanted if isinstance(wanted, bool) else page in wanted


def group_target(catalogue: Catalogue, builder: Builder, by: str, key: str) -> Target | None:
    """Return where a group is listed: in the first list that has it, or else on its index page."""
    if target := catalogue.group_targets.get((by, key)):
        return target
    page = index_page(by)
    has_page = by in INDEX_NAMES and has_index_pages(builder) and is_wanted(page, builder.config)
    return Target(page, group_anchor(by, key)) if has_page else None


def group_address(catalogue: Catalogue, builder: Builder, group: tuple[str, str], here: str) -> str:
    """Return the address of a group from the page *here*; empty if it is listed nowhere."""
    target = group_target(catalogue, builder, *group)
    return _address(catalogue, builder, target, here) if target else ""


def own_page(quote: str) -> str:
    """Return the name of a quotation's own page, if the site has such pages."""
    return f"quotes/{quote}"


def has_own_pages(builder: Builder) -> bool:
    """Return whether the configuration asks for a page for each quotation, and the builder writes such pages."""
    return builder.config.unknown_quotes_pages is True and has_index_pages(builder) and builder.name != "epub"


def own_address(catalogue: Catalogue, builder: Builder, quote: str, here: str) -> str:
    """Return the address of a quotation's own page from the page *here*; empty if it has none."""
    if not has_own_pages(builder) or quote not in catalogue.collection.quotations:
        return ""
    return builder.get_relative_uri(here, own_page(quote))


def whole_address(builder: Builder, uri: str) -> str:
    """Return the absolute address of *uri*; empty if the site has no ``html_baseurl``."""
    base: str = builder.config.html_baseurl
    return f"{base.rstrip('/')}/{uri}" if base else ""


def absolute_address(builder: Builder, quote: str) -> str:
    """Return the absolute address of a quotation's own page; empty if the site has no ``html_baseurl``."""
    return whole_address(builder, builder.get_target_uri(own_page(quote)))


def card_address(catalogue: Catalogue, builder: Builder, quote: str, here: str) -> str:
    """Return the address of a quotation's home from the page *here*; empty if no page shows it."""
    home = catalogue.homes.get(quote)
    return _address(catalogue, builder, home, here) if home else ""


def _address(catalogue: Catalogue, builder: Builder, target: Target, here: str) -> str:
    key = (here, target.docname)
    if key not in catalogue.page_addresses:
        uri = builder.get_relative_uri(here, target.docname) if target.docname != here else ""
        # If all pages are one, the address of a page is a fragment as well, and the anchor alone is enough.
        catalogue.page_addresses[key] = uri.partition("#")[0]
    return f"{catalogue.page_addresses[key]}#{target.anchor}"

"""The domain ``uq``: it notes the quotations of pages, and resolves references to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import ObjType

from ..directives.roles import ROLES, UNKNOWN_ROLE
from ..library import LibraryDomain
from ..messages import lazy_
from ..translations import translator
from .catalogue import Catalogue
from .facts import ENV_VERSION, PageFacts
from .general_index import withdraw_cards
from .inventory import Object, objects_of
from .noting import facts_of
from .order import document_order
from .references import GROUP_NAMES, resolve_group, resolve_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import RoleFunction


class UnknownQuotesDomain(LibraryDomain):
    """Quotations of a project. ``data["pages"]`` has the facts of each page, ``data["collection"]`` the digest of the files."""

    name = "uq"
    label = "Quotations"
    object_types: ClassVar[dict[str, ObjType]] = {
        "quote": ObjType(lazy_("Quotation"), "quote"),
        "words": ObjType(lazy_("Quotation")),
        **{role: ObjType(name, role) for role, name in GROUP_NAMES.items()},
    }
    roles: ClassVar[dict[str, Any]] = ROLES
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "collection": "", "conflicts": ("", [])}
    data_version = ENV_VERSION

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """Return the kind of a result of the search, without the name of the domain, which would repeat it."""
        return str(type.lname)

    @property
    def pages(self) -> dict[str, PageFacts]:
        """The facts of each page."""
        return self.data["pages"]  # type: ignore[no-any-return]

    @cached_property
    def catalogue(self) -> Catalogue:
        """All quotations, once all pages are read. It stays the same until :meth:`begin_build`."""
        language = self.env.config.language.replace("_", "-")
        return Catalogue(self.library, dict(self.pages), document_order(self.env), language, translator(self.builder))

    def begin_build(self) -> None:
        """Forget the collection and the pages of an earlier build in this process."""
        withdraw_cards(self.env)
        for name in ("snapshot", "library", "catalogue", "_objects"):
            vars(self).pop(name, None)

    # What pages hold

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take the facts of the pages that a worker read, and not those that it inherited."""
        pages = otherdata["pages"]
        self.pages.update({docname: pages[docname] for docname in sorted(docnames & pages.keys())})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note the quotations of the page, in its order."""
        if facts := facts_of(document, self.library):
            self.pages[docname] = facts

    # References

    def role(self, name: str) -> RoleFunction | None:
        """Return the role *name*; if there is none, a role that warns and keeps the text."""
        return super().role(name) or UNKNOWN_ROLE

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Resolve a role. If it returns None, intersphinx tries, and then Sphinx warns."""
        if typ == "quote":
            return resolve_quote(self.catalogue, fromdocname, builder, target, node, contnode)
        return resolve_group(self.catalogue, fromdocname, builder, typ, target, node, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve ``[](#id)`` of MyST and the role ``any``."""
        if self.catalogue.former.get(target, target) not in self.catalogue.homes:
            return []
        resolved = resolve_quote(self.catalogue, fromdocname, builder, target, node, contnode)
        return [("uq:quote", resolved)] if resolved is not None else []

    def get_objects(self) -> Iterator[Object]:
        """Yield what other projects can refer to, see :func:`.inventory.objects_of`."""
        return iter(self._objects)

    @cached_property
    def _objects(self) -> list[Object]:
        """The objects, which Sphinx asks for twice: for the inventory and for its search."""
        return list(objects_of(self.catalogue))


def uq_domain(env: BuildEnvironment) -> UnknownQuotesDomain:
    """Return the domain of *env*."""
    domain = env.domains["uq"]
    assert isinstance(domain, UnknownQuotesDomain)
    return domain

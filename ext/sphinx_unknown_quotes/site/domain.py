"""The domain ``uq``: what pages hold of quotations, and how references find them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain, ObjType

from ..collection.snapshots import Snapshot, take_snapshot
from .catalogue import Catalogue
from .config import Settings
from .domain_indexes import INDEXES
from .facts import ENV_VERSION, Pages
from .general_index import entries_of_page, withdraw_cards
from .kept_values import read_value
from .messages import warn
from .noting import facts_of
from .objects import Object, objects_of
from .order import document_order
from .references import GROUP_ROLES, resolve_group, resolve_quote
from .roles import ROLES
from .this_build import ThisBuild

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..collection.loading import Library
    from .general_index import Entry


class UnknownQuotesDomain(ThisBuild, Domain):
    """Quotations of a project. ``data["pages"]`` is for :class:`.facts.Pages`, ``collection`` the digest of what was read."""

    name = "uq"
    label = "Quotations"
    object_types: ClassVar[dict[str, ObjType]] = {
        "quote": ObjType("quotation", "quote"),
        **{role: ObjType(role, role) for role in GROUP_ROLES},
    }
    roles: ClassVar[dict[str, Any]] = ROLES
    indices: ClassVar[list[Any]] = INDEXES
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "collection": ""}
    data_version = ENV_VERSION

    #: The format and name of the builder, and the folder of the collection; set when the builder is there.
    builder_format = builder_name = ""
    folder: Path | None = None
    #: Whether files of the collection are read by two processes.
    reads_in_two = False

    @cached_property
    def pages(self) -> Pages:
        """What each page holds."""
        return Pages(self.data["pages"])

    @property
    def settings(self) -> Settings:
        """The configuration."""
        return Settings.of(self.env.config)

    def begin_build(self) -> None:
        """Forget what an earlier build of this process saw of the collection and of the pages."""
        withdraw_cards(self.env, self.entered)
        self.let_go()
        self.forget_build()

    def let_go(self) -> None:
        """Let go of what a build saw of all quotations. Whoever asks after its end sees them anew.

        Else Python's collector looks through all of it when the process ends.
        """
        for name in _OF_ALL_QUOTATIONS:
            self.__dict__.pop(name, None)

    @cached_property
    def card_entries(self) -> dict[str, list[Entry]]:
        """The entries of cards in the general index, by page."""
        pages = self.catalogue.order if self.settings.general_index else ()
        return {docname: found for docname in pages if (found := entries_of_page(self.catalogue, docname))}

    @cached_property
    def snapshot(self) -> Snapshot:
        """The bytes of the collection as this build sees them."""
        folder = self.folder or self.settings.folder(Path(self.env.srcdir))
        return take_snapshot(folder) if folder.is_dir() else Snapshot(folder)

    @cached_property
    def library(self) -> Library:
        """The records of the collection's files."""
        from ..collection.loading import load_library, read_files
        from .reading_in_two import read_in_two

        cache = Path(self.env.doctreedir, "unknown-quotes.cache")
        return load_library(self.snapshot, cache, read_in_two if self.reads_in_two else read_files)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything, once all pages are read. Until :meth:`begin_build` it does not change."""
        return Catalogue(self.library, dict(self.pages), document_order(self.env))

    # What pages hold

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read; it also brings what it had inherited, which is left."""
        pages = otherdata["pages"]
        for docname in sorted(docnames & pages.keys()):
            self.pages.take_over(docname, pages[docname])

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note what the page holds, in its order."""
        if facts := facts_of(document, self):
            self.pages[docname] = facts

    def check_consistency(self) -> None:
        """Warn of ids that two pages, or a page and a file, give to different quotations: once, after the merge."""
        _ = self.catalogue.collection
        for docname, quotation, first in self.catalogue.conflicts:
            place = (docname, quotation.line)
            warn(
                "duplicate_id",
                "%r is already recorded at %s, and that one counts.",
                quotation.id,
                first,
                location=place,
            )

    # References

    @cached_property
    def group_urls(self) -> dict[tuple[str, str, str], str]:
        """The addresses of groups that have been asked for, see :func:`.group_links.group_url`."""
        return {}

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
        """Resolve a role. None leaves it to intersphinx, and then to a warning."""
        if typ == "quote":
            return resolve_quote(self, fromdocname, builder, target, node, contnode)
        return resolve_group(self, fromdocname, builder, typ, target, node, contnode)

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
        if target not in self.catalogue.homes:
            return []
        resolved = resolve_quote(self, fromdocname, builder, target, node, contnode)
        return [("uq:quote", resolved)] if resolved is not None else []

    def get_objects(self) -> Iterator[Object]:
        """Yield what other projects can refer to, see :func:`.objects.objects_of`."""
        return iter(self.objects)

    @cached_property
    def objects(self) -> list[Object]:
        """All that can be referred to; Sphinx asks more than once."""
        kept = None
        if self.nothing_changed and self.written:
            kept = read_value(self.objects_file, self.written.state, list[Object])
        return list(objects_of(self.catalogue)) if kept is None else kept

    @property
    def objects_file(self) -> Path:
        """Where they are kept for a build in which nothing has changed."""
        return Path(self.env.doctreedir, "unknown-quotes.objects")


#: What :meth:`UnknownQuotesDomain.let_go` lets go of.
_OF_ALL_QUOTATIONS = (
    "pages",
    "snapshot",
    "library",
    "catalogue",
    "objects",
    "card_entries",
    "group_urls",
    "fingerprints",
)

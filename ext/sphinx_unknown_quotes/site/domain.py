"""The domain ``uq``: what pages hold of quotations, and how references find them."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType

from ..collection.records import flat
from ..collection.snapshots import Snapshot, take_snapshot
from .catalogue import Catalogue, Target, group_anchor
from .config import Settings
from .domain_indexes import INDEXES
from .examples import is_example
from .facts import ENV_VERSION, PageFacts
from .labels import shortened
from .messages import warn
from .nodes import unknown_quote, unknown_quote_index, unknown_quote_text
from .order import document_order
from .references import GROUP_ROLES, resolve_group, resolve_quote
from .roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..collection.loading import Library
    from .rebuild import Written


class UnknownQuotesDomain(Domain):
    """Quotations of a project. ``data["pages"]`` holds a :class:`.facts.PageFacts` a page, ``entered`` the index entries of lists."""

    name = "uq"
    label = "Quotations"
    object_types: ClassVar[dict[str, ObjType]] = {
        "quote": ObjType("quotation", "quote"),
        **{role: ObjType(role, role) for role in GROUP_ROLES},
    }
    roles: ClassVar[dict[str, Any]] = ROLES
    indices: ClassVar[list[Any]] = INDEXES
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "collection": "", "entered": {}}
    data_version = ENV_VERSION

    #: Whether this build draws on just what the last complete one drew on.
    nothing_changed = False
    #: Whether, besides, that build has left the index pages as they would be written now.
    index_pages_are_current = False
    #: What this build has written, to be noted when it ends well.
    written: Written | None = None
    #: The format and name of the builder, and the folder of the collection; set when the builder is there.
    builder_format = builder_name = ""
    folder: Path | None = None

    @property
    def pages(self) -> dict[str, PageFacts]:
        """What each page holds."""
        return self.data["pages"]  # type: ignore[no-any-return]

    @property
    def settings(self) -> Settings:
        """The configuration."""
        return Settings.of(self.env.config)

    def begin_build(self) -> None:
        """Forget what an earlier build of this process saw of the collection and of the pages."""
        for name in ("snapshot", "library", "catalogue", "_group_urls", "nothing_changed", "index_pages_are_current"):
            self.__dict__.pop(name, None)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The bytes of the collection as this build sees them."""
        folder = self.folder or self.settings.folder(Path(self.env.srcdir))
        return take_snapshot(folder) if folder.is_dir() else Snapshot(folder)

    @cached_property
    def library(self) -> Library:
        """The records of the collection's files."""
        from ..collection.loading import load_library

        return load_library(self.snapshot, Path(self.env.doctreedir, "unknown-quotes.cache"))

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything, once all pages are read. Until :meth:`begin_build` it does not change."""
        return Catalogue(self.library, self.pages, document_order(self.env))

    # What pages hold

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read; it also brings what it had inherited, which is left."""
        pages = otherdata["pages"]
        self.pages.update({docname: pages[docname] for docname in sorted(docnames) if docname in pages})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note what the page holds, in its order."""
        from .drawing import drawn_digest

        cards, recorded, indexes, references, texts, examples = [], [], [], set(), [], []
        found: Iterator[Any] = document.findall(_is_ours)
        for node in found:
            if isinstance(node, unknown_quote) and is_example(node["quote"]):
                record = node.attributes.pop("record")
                examples.append((node["quote"], record))
                # Of all that is recorded elsewhere an example shows the title of its unknown.
                references.add(("unknown", record.quotation.get("unknown", "")))
            elif isinstance(node, unknown_quote):
                cards.append((node["quote"], node["ids"][0] if node["ids"] else ""))
                if record := node.attributes.pop("record", None):
                    recorded.append(record)
            elif isinstance(node, unknown_quote_index):
                indexes.append(node["options"])
            elif isinstance(node, unknown_quote_text):
                texts.append(node["quote"])
            elif isinstance(node, nodes.reference):
                # MyST makes a pending reference of it after this.
                references.add(("myst", node["refuri"][1:]))
            elif node.get("refdomain") == "uq" or (not node.get("refdomain") and _ID.fullmatch(node["reftarget"])):
                references.add((node["reftype"], node["reftarget"]))
        if cards or indexes or references or texts or examples:
            shown = [quote for quote, _ in cards] + texts
            drawn = drawn_digest(self.library, shown, recorded) if shown else ""
            facts = PageFacts(
                cards=tuple(cards),
                recorded=tuple(recorded),
                indexes=tuple(indexes),
                taken=tuple(sorted(filter(_ID.fullmatch, document.ids))) if indexes else (),
                references=tuple(sorted(references)),
                texts=tuple(texts),
                examples=tuple(examples),
                drawn=drawn,
            )
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

    def group_target(self, builder: Builder, by: str, key: str) -> Target | None:
        """Return where a group is listed: in the first list that has it, else on the domain's index page."""
        if target := self.catalogue.group_targets.get((by, key)):
            return target
        page = f"uq-{by}"
        if builder.format != "html" or builder.name == "singlehtml" or by == "type":
            return None
        wanted = self.env.config.html_domain_indices
        if not (wanted if isinstance(wanted, bool) else page in wanted):
            return None
        return Target(page, group_anchor(by, key))

    def group_url(self, builder: Builder, group: tuple[str, str]) -> str:
        """Return the address of a group from the page that *builder* is writing, escaped; empty where it is listed nowhere."""
        here: str = builder.current_docname  # type: ignore[attr-defined]
        key = (here, *group)
        if key not in self._group_urls:
            target = self.group_target(builder, *group)
            uri = builder.get_relative_uri(here, target.docname) if target and target.docname != here else ""
            # Where all pages are one, the address of a page is a fragment too, and the anchor is enough.
            self._group_urls[key] = f"{escape(uri.partition('#')[0])}#{target.anchor}" if target else ""
        return self._group_urls[key]

    @cached_property
    def _group_urls(self) -> dict[tuple[str, str, str], str]:
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

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield what other projects can refer to: every quotation with a home, every group that a list of a page has."""
        quotations = self.catalogue.collection.quotations
        for quote, home in self.catalogue.homes.items():
            if quote in quotations:
                yield quote, shortened(quotations[quote].text, 80), "quote", home.docname, home.anchor, 1
        for (by, key), target in self.catalogue.group_targets.items():
            if by in GROUP_ROLES and key:
                title = flat(self.catalogue.collection.title(by, key))
                yield flat(key), title, by, target.docname, target.anchor, -1


#: What a reference without a domain, such as MyST's ``[](#id)``, must look like to be one to a quotation.
_ID = re.compile(r"[a-z0-9-]+")


def _is_ours(node: nodes.Node) -> bool:
    return isinstance(node, (unknown_quote, unknown_quote_index, unknown_quote_text, pending_xref)) or (
        isinstance(node, nodes.reference) and bool(node.get("id_link"))
    )

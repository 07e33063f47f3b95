"""All quotations of a project in one build, from files and pages, and where the pages show them."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ...collection.records import Source, former_ids
from ...collection.selection import GROUPINGS, Collection, choose, group, sort
from ..directives.examples import example_evidence, example_records, is_example
from ..directives.list_options import ListOptions
from ..directives.quote import card_anchor
from ..translations import translated, translated_quotation
from .merging import in_language, merged, source_key
from .places import Target, group_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...collection.evidence import Evidence
    from ...collection.loading import Library
    from ...collection.records import Quotation
    from ...collection.selection import Group
    from ..translations import Translate
    from .facts import PageFacts


class Catalogue:
    """Finds quotations and their places. Each build makes a new one, from the library and the facts of the environment."""

    def __init__(
        self,
        library: Library,
        pages: Mapping[str, PageFacts],
        order: Iterable[str],
        language: str,
        translate: Translate | None,
    ) -> None:
        self.library = library
        self.pages = pages
        #: The language of the site as a BCP 47 tag. Words without a recorded language are in this one.
        self.language = language
        self.translate = translate
        #: Every page with facts, in the order of the document.
        self.order = [docname for docname in order if docname in pages]
        #: The address of a page from another, by the names of both. :mod:`.addresses` fills it, since many links share one.
        self.page_addresses: dict[tuple[str, str], str] = {}
        #: The pages that caused a warning. The next build writes them again, so that it repeats the warning.
        self.warned: set[str] = set()
        self._own: dict[str, dict[str, tuple[Quotation, Source]]] = {}

    @cached_property
    def recorded(self) -> Collection:
        """The records of files first, then of pages in the order of the document. Of two with one id, the first counts."""
        return self._merged[0]

    @cached_property
    def collection(self) -> Collection:
        """The records as readers see them, with translated texts."""
        return translated(self.recorded, self.translate)

    @cached_property
    def has_no_records(self) -> bool:
        """Whether there is no record at all, although pages show quotations: the folder is probably elsewhere."""
        pages = self.pages.values()
        shown = any(facts.cards or facts.texts for facts in pages)
        return shown and not any(facts.recorded for facts in pages) and not self.library.folder.is_dir()

    def is_reported(self, kind: str, word: str) -> bool:
        """Return whether another message explains already why *word* is not found; *kind* is a role of the domain."""
        return self.has_no_records or self.library.is_reported(kind, word)

    @cached_property
    def conflicts(self) -> list[tuple[str, Quotation, str]]:
        """Each quotation whose id an earlier one has: its page, itself, and the place of the earlier one."""
        return self._merged[1]

    @cached_property
    def _merged(self) -> tuple[Collection, list[tuple[str, Quotation, str]]]:
        return merged(self.library, [(docname, self.pages[docname].recorded) for docname in self.order], self.language)

    @cached_property
    def former(self) -> dict[str, str]:
        """The former ids of quotations, each with the present id."""
        return former_ids(self.recorded.quotations)

    def former_of(self, quotation: Quotation) -> list[str]:
        """Return the former ids of *quotation* that lead to it."""
        return [old for old in quotation.formerly if self.former.get(old) == quotation.id]

    def named_by(self, quotation: Quotation) -> list[Quotation]:
        """Return the quotations that *quotation* names with ``see``, each once, without itself and without unknown ids."""
        quotations = self.collection.quotations
        named = dict.fromkeys(self.former.get(other, other) for other in quotation.see)
        return [quotations[other] for other in named if other in quotations and other != quotation.id]

    def _shown(self, quotation: Quotation) -> Quotation:
        return translated_quotation(in_language(quotation, self.language), self.translate)

    def on_page(self, quote: str, docname: str) -> tuple[Quotation, Source] | None:
        """Return the quotation *quote* as the page *docname* shows it: from its own record if it has one, else the project's."""
        if is_example(quote):
            records = dict(self.pages[docname].examples) if docname in self.pages else {}
            if quote not in records:
                return None
            example, described = example_records(quote, records[quote])
            return self._shown(example), described
        if docname in self.pages and (recorded := self.pages[docname].recorded):
            if docname not in self._own:
                # Of two with one id on a page, the first counts, as everywhere.
                self._own[docname] = {found[0].id: found for found in reversed(recorded)}
            if own := self._own[docname].get(quote):
                sources = self.collection.sources
                # If another quotation has its id, the collection does not have its source.
                return self._shown(own[0]), sources.get(source_key(sources, own[1]), own[1])
        shared = self.collection.quotations.get(self.former.get(quote, quote))
        return (shared, self.collection.source(shared)) if shared else None

    def quotations_of_all(self) -> list[Quotation]:
        """Return every quotation and every example, as they are recorded."""
        examples = [
            example_records(quote, record)[0]
            for docname in self.order
            for quote, record in self.pages[docname].examples
        ]
        return [*self.recorded.quotations.values(), *examples]

    def evidence_of(self, quotation: Quotation, source: Source) -> Evidence | None:
        """Return the evidence of *quotation*: that of the lock file, or what an example pretends to have."""
        if is_example(quotation.id):
            return example_evidence(quotation, source)
        return self.library.evidence.get(quotation.id)

    @cached_property
    def indexes(self) -> list[tuple[str, ListOptions]]:
        """Every list of the project with its page, in the order of the document."""
        return [(docname, options) for docname in self.order for options in self.indexes_of(docname)]

    def indexes_of(self, docname: str) -> list[ListOptions]:
        """Return the lists of the page *docname*."""
        return [ListOptions(**options) for options in self.pages[docname].indexes]

    def listed(self, options: ListOptions) -> list[Group]:
        """Return the groups that a list shows."""
        chosen = self.sorted(options.sort)
        if options.filters:
            chosen = choose(self.collection, chosen, options.filters)
        return group(self.collection, chosen[: options.limit or None], options.by)

    def sorted(self, keys: tuple[str, ...]) -> list[Quotation]:
        """Return every quotation, sorted by *keys*."""
        if keys not in self._sorted:
            self._sorted[keys] = sort(self.collection, self.collection.quotations.values(), keys)
        return self._sorted[keys]

    @cached_property
    def _sorted(self) -> dict[tuple[str, ...], list[Quotation]]:
        return {}

    @cached_property
    def homes(self) -> dict[str, Target]:
        """The one place of each quotation to which links, lists, the inventory and exports lead.

        It is the first card in the order of the document, or else the first place in a list in cards style.
        """
        homes: dict[str, Target] = {}
        for docname in self.order:
            for quote, anchor in self.pages[docname].cards:
                homes.setdefault(self.former.get(quote, quote), Target(docname, anchor))
        for docname, options in self.indexes:
            if options.style == "cards":
                taken = self.pages[docname].taken
                for quotation in chain.from_iterable(found.quotations for found in self.listed(options)):
                    homes.setdefault(quotation.id, Target(docname, card_anchor(quotation.id, taken)))
        return homes

    @cached_property
    def group_targets(self) -> dict[tuple[str, str], Target]:
        """The place of each group in the first list that has it, by the grouping and the key of the group."""
        targets: dict[tuple[str, str], Target] = {}
        for docname, options in self.indexes:
            # The groups of a map have no anchors.
            for found in self.listed(options) if options.style != "map" else ():
                targets.setdefault((options.by, found.key), Target(docname, group_anchor(options.by, found.key)))
        return targets

    def known(self, field: str, value: str) -> str | None:
        """Return the key of *value*, which is a key or a title of *field*, or None if no quotation has it."""
        values = self.values(field)
        if value in values:
            return value
        # A page may use the translated title or the recorded one.
        for collection in (self.collection, self.recorded):
            if found := next((key for key in sorted(values) if collection.title(field, key) == value), None):
                return found
        return None

    def values(self, field: str) -> set[str]:
        """Return every value of *field* in the project."""
        return self._values.setdefault(field, self.collection.all_values(field))

    @cached_property
    def used(self) -> dict[str, set[str]]:
        """The values of each grouping that at least one quotation has."""
        quotations = self.collection.quotations.values()
        return {by: {value for item in quotations for value in self.collection.values(item, by)} for by in GROUPINGS}

    @cached_property
    def _values(self) -> dict[str, set[str]]:
        return {}

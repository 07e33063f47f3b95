"""All quotations of a project at one moment, recorded in files or in pages, and where its pages show them."""

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
    """Answers what is where. Made anew for each build; holds nothing of the environment but its facts."""

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
        #: The language of the site as a BCP 47 tag: that of words for which nobody has recorded one.
        self.language = language
        self.translate = translate
        #: Every page with facts, in the order of the document.
        self.order = [docname for docname in order if docname in pages]
        #: The address of a page from another, by both names; filled by :mod:`.addresses`, since a page has many links to few.
        self.page_addresses: dict[tuple[str, str], str] = {}
        #: The pages of which something was said; they are written again, so that it is said again.
        self.warned: set[str] = set()
        self._own: dict[str, dict[str, tuple[Quotation, Source]]] = {}

    @cached_property
    def recorded(self) -> Collection:
        """Files first, then pages in the order of the document; of two with one id the first counts."""
        return self._merged[0]

    @cached_property
    def collection(self) -> Collection:
        """What is recorded, as readers see it: with texts in the language of the site."""
        return translated(self.recorded, self.translate)

    @cached_property
    def has_no_records(self) -> bool:
        """Whether nothing is recorded anywhere, although pages show quotations: the folder is elsewhere."""
        pages = self.pages.values()
        shown = any(facts.cards or facts.texts for facts in pages)
        return shown and not any(facts.recorded for facts in pages) and not self.library.folder.is_dir()

    def is_reported(self, kind: str, word: str) -> bool:
        """Return whether it is told already why *word* is not there; *kind* is a role of the domain."""
        return self.has_no_records or self.library.is_reported(kind, word)

    @cached_property
    def conflicts(self) -> list[tuple[str, Quotation, str]]:
        """Each quotation whose id another has, with its page, and the place of the other."""
        return self._merged[1]

    @cached_property
    def _merged(self) -> tuple[Collection, list[tuple[str, Quotation, str]]]:
        return merged(self.library, [(docname, self.pages[docname].recorded) for docname in self.order], self.language)

    @cached_property
    def former(self) -> dict[str, str]:
        """The ids that quotations had, with the id of today."""
        return former_ids(self.recorded.quotations)

    def former_of(self, quotation: Quotation) -> list[str]:
        """Return the ids that *quotation* had and that lead to it."""
        return [old for old in quotation.formerly if self.former.get(old) == quotation.id]

    def _shown(self, quotation: Quotation) -> Quotation:
        return translated_quotation(in_language(quotation, self.language), self.translate)

    def on_page(self, quote: str, docname: str) -> tuple[Quotation, Source] | None:
        """Return the quotation *quote* as the page *docname* shows it: as it records it itself, or as the project has it."""
        if is_example(quote):
            records = dict(self.pages[docname].examples) if docname in self.pages else {}
            if quote not in records:
                return None
            example, described = example_records(quote, records[quote])
            return self._shown(example), described
        if docname in self.pages and (recorded := self.pages[docname].recorded):
            if docname not in self._own:
                # Of two with one id on a page the first counts, as everywhere.
                self._own[docname] = {found[0].id: found for found in reversed(recorded)}
            if own := self._own[docname].get(quote):
                sources = self.collection.sources
                # That of a quotation whose id another has is nowhere else.
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
        """Return what a list shows."""
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
        """The one place of each quotation that links, lists, inventory and exports point to.

        It is its first card in the order of the document; failing that, its first place in a list in cards style.
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
        """The first list that has each group, by what it groups and the group's key."""
        targets: dict[tuple[str, str], Target] = {}
        for docname, options in self.indexes:
            # A map has no group to go to.
            for found in self.listed(options) if options.style != "map" else ():
                targets.setdefault((options.by, found.key), Target(docname, group_anchor(options.by, found.key)))
        return targets

    def known(self, field: str, value: str) -> str | None:
        """Return the key of *value*, a key or title of *field*, or None where no quotation has it."""
        values = self.values(field)
        if value in values:
            return value
        # A page may be translated, or not be.
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

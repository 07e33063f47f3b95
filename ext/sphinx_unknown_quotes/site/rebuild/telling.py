"""Warn of problems of the whole collection, in every build, so that a second build with ``-W`` fails like the first."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from ...collection.conflicts import find_conflicts
from ...collection.problems import nearest
from ...collection.records import UNKNOWNS_FILE, former_ids
from ..config import PREFIX, place_in_conf
from ..directives.examples import example_records
from ..domain.domain import uq_domain
from ..messages import file_location, warn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...collection.records import Quotation
    from ..domain.catalogue import Catalogue


def warn_of_records(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-updated``, when all pages are read: warn of problems between the records of pages and of files."""
    catalogue = uq_domain(env).catalogue
    for docname, quotation, first in catalogue.conflicts:
        message = "%r is already recorded at %s, and that one counts."
        warn("duplicate_id", message, quotation.id, first, location=(docname, quotation.line))
    _warn_of_unknowns(catalogue)
    _warn_of_conflicts(env, catalogue)
    # If conf.py names the folder, check_settings() warns.
    if catalogue.has_no_records and not catalogue.library.is_incomplete:
        message = (
            "there is no folder %s, and pages show quotations that no page records, such as %r. "
            "Make the folder, or name the existing one with %spath."
        )
        place = place_in_conf(app.confdir, f"{PREFIX}path")
        warn("file", message, catalogue.library.folder, _shown(catalogue), PREFIX, location=place)


def _warn_of_unknowns(catalogue: Catalogue) -> None:
    """Warn of unknowns of quotations in pages that unknowns.yaml does not have."""
    unknowns = catalogue.library.unknowns
    for docname, quotation in _recorded(catalogue):
        unknown = quotation.unknown
        if not unknown or unknown in unknowns or catalogue.library.is_reported("unknown", unknown):
            continue
        place = (docname, quotation.line)
        if not unknowns:
            # The file is missing: the unknowns themselves may be right.
            message = ":unknown: there is no file %s in %s, which must name %r."
            warn("unknown", message, UNKNOWNS_FILE, catalogue.library.folder, unknown, location=place)
            return
        message = ":unknown: %r is not in %s.%s"
        warn("unknown", message, unknown, UNKNOWNS_FILE, nearest(unknown, unknowns), location=place)


def _warn_of_conflicts(env: BuildEnvironment, catalogue: Catalogue) -> None:
    """Warn of records that are in conflict. They are searched for only if a record changed."""
    domain = uq_domain(env)
    quotations = catalogue.recorded.quotations
    inline: dict[str, tuple[str, int]] = {}
    for docname in reversed(catalogue.order):
        inline |= {quotation.id: (docname, quotation.line) for quotation, _ in catalogue.pages[docname].recorded}
    inline = {quote: inline[quote] for quote in sorted(inline) if quote not in catalogue.library.quotations}
    # All values, since msgspec leaves out defaults by identity, and values from the environment are equal copies.
    records = msgspec.json.encode([msgspec.structs.astuple(quotations[quote]) for quote in inline])
    digest = f"{domain.snapshot.digest} {blake2b(records, digest_size=16).hexdigest()}"
    _warn_of_other_ids(catalogue, inline)
    known, pairs = domain.data["conflicts"]
    if known != digest:
        found = find_conflicts(quotations.values(), catalogue.recorded.sources)
        pairs = [(conflict.quotation.id, conflict.other.id, conflict.why) for conflict in found]
        domain.data["conflicts"] = digest, pairs
    for quote, other, why in pairs:
        place = _place(catalogue, quotations[quote], inline)
        message = "%r has almost the words of %r at %s, and another %s. If both are meant, write here: see: %s."
        warn("conflict", message, quote, other, catalogue.library.place(quotations[other]), why, other, location=place)


def _warn_of_other_ids(catalogue: Catalogue, inline: Mapping[str, tuple[str, int]]) -> None:
    """Warn of ids in ``see`` that no quotation has or had."""
    quotations = catalogue.recorded.quotations
    known = None
    for quotation in quotations.values():
        for other in quotation.see:
            known = known if known is not None else {*quotations, *former_ids(quotations)}
            if other not in known and not catalogue.is_reported("quote", other):
                message = "see: there is no quotation %r.%s"
                place = _place(catalogue, quotation, inline)
                warn("not_found", message, other, nearest(other, known), location=place)


def _place(catalogue: Catalogue, quotation: Quotation, inline: Mapping[str, tuple[str, int]]) -> str | tuple[str, int]:
    """Return where *quotation* is recorded; *inline* has the places of those that pages record."""
    found = inline.get(quotation.id)
    return found or file_location(catalogue.library.folder / quotation.path, quotation.line)


def _recorded(catalogue: Catalogue) -> Iterator[tuple[str, Quotation]]:
    for docname in catalogue.order:
        facts = catalogue.pages[docname]
        yield from ((docname, quotation) for quotation, _ in facts.recorded)
        yield from ((docname, example_records(quote, record)[0]) for quote, record in facts.examples)


def _shown(catalogue: Catalogue) -> str:
    """The first quotation that pages show."""
    pages = (catalogue.pages[docname] for docname in catalogue.order)
    return next(quote for facts in pages for quote in (*(quote for quote, _ in facts.cards), *facts.texts))

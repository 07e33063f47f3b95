"""Find the pages that must be read again: those whose cards or words changed in the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.evidence import VERDICTS, support_of
from ..domain.domain import uq_domain
from ..domain.fingerprints import drawn_digest
from ..messages import file_location, warn, warn_of_problems

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...collection.loading import Library


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """On ``env-get-outdated``: return the pages whose records changed since the pages were read."""
    domain = uq_domain(env)
    domain.begin_build()
    if domain.settings.check == "strict":
        _warn_of_verdicts(domain.library)
    library = domain.library
    warn_of_problems(library.problems, domain.snapshot.folder)
    if domain.data["collection"] == domain.snapshot.digest:
        return []
    return sorted(
        docname
        for docname, facts in domain.pages.items()
        if facts.drawn != drawn_digest(library, [*(quote for quote, _ in facts.cards), *facts.texts], facts.recorded)
    )


def _warn_of_verdicts(library: Library) -> None:
    """Warn, at its line, of each quotation that does not pass the check; skip those that were edited since."""
    for quotation in library.quotations.values():
        known = library.evidence.get(quotation.id)
        support = support_of(quotation, library.sources[quotation.source], known)
        if support.evidence and support.kind != "found":
            verdict = support.evidence.verdict
            place = file_location(library.folder / quotation.path, quotation.line)
            warn("check", "%s: %s: %s", quotation.id, verdict, VERDICTS[verdict], location=place)

"""Which pages are read again because of the collection: those whose cards or words have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.domain import uq_domain
from ..domain.fingerprints import drawn_digest
from ..messages import warn_of_problems

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """On ``env-get-outdated``: return the pages whose records changed since they were read."""
    domain = uq_domain(env)
    domain.begin_build()
    if domain.data["collection"] == domain.snapshot.digest:
        return []
    library = domain.library
    warn_of_problems(library.problems, domain.snapshot.folder)
    return sorted(
        docname
        for docname, facts in domain.pages.items()
        if facts.drawn != drawn_digest(library, [*(quote for quote, _ in facts.cards), *facts.texts], facts.recorded)
    )

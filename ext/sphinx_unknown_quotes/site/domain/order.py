"""The order of a project's pages: first that of its toctrees, then all other pages by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def document_order(env: BuildEnvironment) -> list[str]:
    """Return every page of the project once, in the order in which a reader meets them."""
    ordered: dict[str, None] = {}
    waiting = [*sorted(env.all_docs, reverse=True), env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in ordered and docname in env.all_docs:
            ordered[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, []))
    return list(ordered)

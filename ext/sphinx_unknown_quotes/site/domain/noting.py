"""Collect what the environment keeps of a page that was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..directives.examples import is_example
from ..nodes import unknown_quote, unknown_quote_index, unknown_quote_text
from .addresses import INDEX_NAMES, index_page
from .facts import PageFacts
from .fingerprints import drawn_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...collection.loading import Library


def facts_of(document: nodes.document, library: Library) -> PageFacts | None:
    """Return the facts of a page, in its order; None if it has no quotations, lists or references.

    Inline records move out of their cards, which then have only the id.
    """
    cards, recorded, indexes, references, texts, examples = [], [], [], set(), [], []
    found: Iterator[Any] = document.findall(_is_ours)
    for node in found:
        if isinstance(node, unknown_quote) and is_example(node["quote"]):
            record = node.attributes.pop("record")
            examples.append((node["quote"], record))
            # The title of its unknown is all that an example shows from other records.
            references.add(("unknown", record.quotation.get("unknown", "")))
        elif isinstance(node, unknown_quote):
            cards.append((node["quote"], node["ids"][0] if node["ids"] else ""))
            if record := node.attributes.pop("record", None):
                recorded.append(record.records())
        elif isinstance(node, unknown_quote_index):
            indexes.append(node["options"])
        elif isinstance(node, unknown_quote_text):
            texts.append(node["quote"])
        elif isinstance(node, nodes.reference):
            # MyST turns it into a pending reference later.
            target = node["refuri"][1:]
            references.add(("index" if target in _INDEX_PAGES else "myst", target))
        elif node.get("refdomain", "") in ("", "std") and node["reftarget"] in _INDEX_PAGES:
            references.add(("index", node["reftarget"]))
        elif node.get("refdomain") == "uq" or (not node.get("refdomain") and _ID.fullmatch(node["reftarget"])):
            references.add((node["reftype"], node["reftarget"]))
    if not (cards or indexes or references or texts or examples):
        return None
    return PageFacts(
        cards=tuple(cards),
        recorded=tuple(recorded),
        indexes=tuple(indexes),
        taken=tuple(sorted(filter(_ID.fullmatch, document.ids))) if indexes else (),
        references=tuple(sorted(references)),
        texts=tuple(texts),
        examples=tuple(examples),
        drawn=drawn_digest(library, [quote for quote, _ in cards] + texts, recorded),
    )


_INDEX_PAGES = frozenset(map(index_page, INDEX_NAMES))
#: The form of a target, without a domain, that may be a quotation, as in MyST's ``[](#id)``.
_ID = re.compile(r"[a-z0-9-]+")


def _is_ours(node: nodes.Node) -> bool:
    return isinstance(node, (unknown_quote, unknown_quote_index, unknown_quote_text, pending_xref)) or (
        isinstance(node, nodes.reference) and bool(node.get("id_link"))
    )

"""Values of the collection that a shell can complete: ids, speakers, unknowns, sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from ...collection.loading import Library, load_library
from ...collection.records import SOURCE_TYPES, STATUSES
from ...collection.selection import Collection
from ...collection.storage.snapshots import take_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def values_of(library: Library, field: str) -> dict[str, str]:
    """Return the values of *field* in the collection, sorted, each with a description."""
    match field:
        case "speaker":
            values = {name: "" for quotation in library.quotations.values() for name in quotation.speaker}
        case "unknown":
            values = {key: unknown.title for key, unknown in library.unknowns.items()}
        case "source":
            values = {key: source.title for key, source in library.sources.items()}
        case "year" | "lang" | "via" | "evidence":
            collection = Collection(library.quotations, library.sources, library.unknowns, library.evidence)
            values = dict.fromkeys(collection.all_values(field), "")
        case "id":
            values = {key: quotation.text[:60] for key, quotation in library.quotations.items()}
        case _:
            values = dict.fromkeys({"type": SOURCE_TYPES, "status": STATUSES}.get(field, ()), "")
    return dict(sorted(values.items()))


def complete(field: str) -> Complete:
    """Return a function that completes values of *field* for a shell, from the collection that the command line names."""

    def completed(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        library = load_library(take_snapshot(Path(context.params.get("quotes") or "quotes")))
        return [
            CompletionItem(value, help=" ".join(said.split()) or None)
            for value, said in values_of(library, field).items()
            if value.casefold().startswith(begun.casefold())
        ]

    return completed

"""``unknown-quotes show``: show everything that is known of one quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from ..collection.evidence import SUPPORT, VERDICTS
from ..collection.linking.moments import moment_url
from ..collection.records import Quotation, Source, described
from .adding.record_text import record_lines
from .shared.completing import complete
from .shared.exits import FAILED, PASSED, CommandError
from .shared.opening import collection_of, open_collection
from .shared.options import quotes_option
from .shared.saying import hint, show

if TYPE_CHECKING:
    from pathlib import Path

    from ..collection.loading import Library
    from .adding.record_text import Value


@click.command(
    short_help="Show one quotation.",
    epilog="""\b
Examples:
  unknown-quotes show mu-dark-arcane-art
  unknown-quotes show mu-dark-arcane-art --quotes docs/quotes
""",
)
@click.argument("key", metavar="ID", shell_complete=complete("id"))
@quotes_option
def command(key: str, quotes: Path) -> int:
    """Show the quotation ID: its place, its record, that of its source, the link to the moment, and the evidence."""
    library, _ = open_collection(quotes)
    quotation = library.quotations.get(key)
    if quotation is None:
        more = hint(key, library.quotations) or " “unknown-quotes list” shows all ids."
        raise CommandError(f"no quotation has the id {key!r}.{more}", FAILED)
    source = library.sources[quotation.source]
    show(f"{library.place(quotation)}:")
    for line in record_lines(_values(quotation, Quotation)):
        show(f"  {line}")
    show("source:")
    for line in record_lines(_values(source, Source)):
        show(f"  {line}")
    if moment := moment_url(quotation, source):
        show(f"moment: {moment}")
    for line in _evidence(quotation, library):
        show(line)
    return PASSED


def _values(record: Quotation | Source, kind: type[msgspec.Struct]) -> dict[str, Value]:
    """Return the recorded values by their keys, in the order of the record."""
    values = msgspec.to_builtins(record, builtin_types=(tuple,))
    return {
        key: tuple(values[key]) if isinstance(values[key], list) else values[key]
        for key in described(kind)
        if key in values
    }


def _evidence(quotation: Quotation, library: Library) -> list[str]:
    support = collection_of(library).support(quotation)
    lines = [f"evidence: {support}: {SUPPORT[support]}"]
    known = library.evidence.get(quotation.id)
    if known:
        lines.append(f"last check: {known.verdict}: {VERDICTS.get(known.verdict, '')}")
    return lines

"""``unknown-quotes stats``: show a collection in numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import click

from ..collection.selection import natural
from ..collection.text.visible import visible_json
from .shared.exits import PASSED
from .shared.opening import collection_of, open_collection
from .shared.options import quotes_option
from .shared.saying import show

if TYPE_CHECKING:
    from pathlib import Path

    from ..collection.selection import Collection

#: The fields by which quotations are counted. Of speakers and sources, only the number is shown.
_FIELDS: Final = ("unknown", "type", "year", "lang", "evidence")
_NONE: Final = "none"


@click.command(
    short_help="Show a collection in numbers.",
    epilog="""\b
Examples:
  unknown-quotes stats
  unknown-quotes stats --quotes docs/quotes --format json
""",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="The form of the numbers (text)."
)
@quotes_option
def command(form: str, quotes: Path) -> int:
    """Count the quotations of a collection by unknown, type of source, year, language and evidence."""
    library, _ = open_collection(quotes)
    collection = collection_of(library)
    speakers = {name for quotation in library.quotations.values() for name in quotation.speaker}
    total = {"quotations": len(library.quotations), "speakers": len(speakers), "sources": len(library.sources)}
    counts = {field: _counted(collection, field) for field in _FIELDS}
    if form == "json":
        print(visible_json(total | {"by": counts}))
        return PASSED
    show(", ".join(f"{number} {name if number != 1 else name[:-1]}" for name, number in total.items()) + ".")
    for field, counted in counts.items():
        show()
        show(f"{field}:")
        width = max((len(str(number)) for number in counted.values()), default=0)
        for value, number in counted.items():
            show(f"  {number:{width}}  {value}")
    return PASSED


def _counted(collection: Collection, field: str) -> dict[str, int]:
    """Return how many quotations have each value, the most frequent first, and those without a value last."""
    counts = Counter(
        value
        for quotation in collection.quotations.values()
        for value in collection.values(quotation, field) or (_NONE,)
    )
    order = sorted(counts, key=lambda value: (value == _NONE, -counts[value], natural(value)))
    return {value: counts[value] for value in order}

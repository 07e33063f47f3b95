"""``unknown-quotes list``: list the quotations of a collection, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from ..collection.selection import DEFAULT_SORT, FILTERS, SORT_KEYS, choose, sort
from ..collection.text.visible import visible_json
from ..collection.text.words import flat
from ..publish.quotes_json import quotes_json
from .shared.completing import complete
from .shared.exits import FAILED, PASSED, CommandError
from .shared.opening import collection_of, open_collection
from .shared.options import quotes_option
from .shared.saying import hint, say, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..collection.records import Quotation
    from ..collection.selection import Collection

_MOST_WORDS = 80


#: Names of filters that say more than their keys.
_NAMES = {"lang": "language", "via": "title of the report", "evidence": "support"}


def _filter_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give *command* an option for each filter."""
    for name in reversed(FILTERS):
        command = click.option(
            f"--{name}", multiple=True, metavar="VALUE", shell_complete=complete(name),
            help=f"Only quotations with this {_NAMES.get(name, name)}. If given several times, with any of them.",
        )(command)  # fmt: skip
    return command


@click.command(
    short_help="List the quotations of a collection.",
    epilog="""\b
Examples:
  unknown-quotes list
  unknown-quotes list --speaker "Ada Lark" --speaker "Bo Ek" --sort unknown,-date
  unknown-quotes list --evidence unchecked --format json
""",
)
@_filter_options
@click.option("--sort", "keys", default=",".join(DEFAULT_SORT), metavar="KEYS",
              help=f"The keys to sort by, with commas between them; - before a key reverses it: {', '.join(SORT_KEYS)}.")  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="The form of the list (text)."
)
@quotes_option
def command(keys: str, form: str, quotes: Path, **filters: Any) -> int:
    """List the quotations of a collection, one a line: the id, the speaker and the words.

    JSON has the form of the site's quotes.json. The exit code is 1 if there are none.
    """
    names = [key.strip() for key in keys.split(",") if key.strip()]
    if wrong := [name for name in names if name.removeprefix("-") not in SORT_KEYS]:
        raise CommandError(f"--sort: {wrong[0]!r} is not one of {', '.join(SORT_KEYS)}.")
    library, _ = open_collection(quotes)
    collection = collection_of(library)
    chosen = choose(collection, library.quotations.values(), {name: value for name, value in filters.items() if value})
    if form == "json":
        only = collection._replace(quotations={quotation.id: quotation for quotation in chosen})
        show_json = visible_json(json.loads(quotes_json(only, {})))
        print(show_json)
    else:
        for quotation in sort(collection, chosen, names):
            show(_line(quotation, collection))
        if not chosen:
            say(_nothing(collection, filters))
    return PASSED if chosen else FAILED


def _nothing(collection: Collection, filters: dict[str, tuple[str, ...]]) -> str:
    """Return why the list is empty; if no quotation has the value of a filter, with the nearest value."""
    for name, wanted in filters.items():
        values = sorted(collection.all_values(name))
        for value in wanted:
            if value not in values:
                return f"--{name}: no quotation has {value!r}.{hint(value, values)}"
    return "No quotation matches all filters." if any(filters.values()) else "The collection has no quotation."


def _line(quotation: Quotation, collection: Collection) -> str:
    words = flat(quotation.text)
    shown = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rsplit(' ', 1)[0]} …"
    who = ", ".join(quotation.speaker) or collection.source(quotation).title
    return f"{quotation.id}: {who}: {shown}"

"""``unknown-quotes schema``: print the schema with which an editor completes and checks the files of a collection."""

from __future__ import annotations

import click

from ..publish.schemas import SCHEMAS, schema_json
from .shared.exits import PASSED


@click.command(
    short_help="Print the JSON Schema of a file, for editors.",
    epilog="""\b
Examples:
  unknown-quotes schema > quotes/source.schema.json
  unknown-quotes schema unknowns > quotes/unknowns.schema.json
""",
)
@click.argument("name", type=click.Choice(SCHEMAS), default="source")
def command(name: str) -> int:
    """Print the JSON Schema (draft-07) of the file of a source, or of unknowns.yaml.

    An editor with yaml-language-server completes and checks a file that begins with
    "# yaml-language-server: $schema=source.schema.json".
    """
    click.echo(schema_json(name), nl=False)
    return PASSED

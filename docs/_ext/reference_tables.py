"""``{reference-table} NAME``: tables of the guide, made from the code that they describe."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import msgspec
from docutils import nodes
from sphinx.addnodes import tabular_col_spec
from sphinx.util.docutils import SphinxDirective

import sphinx_unknown_quotes
from sphinx_unknown_quotes.check.prose.findings import KINDS
from sphinx_unknown_quotes.check.transcripts.forms import FORMS
from sphinx_unknown_quotes.check.transcripts.limits import READING_LIMITS
from sphinx_unknown_quotes.check.verdicts.notes import NOTES
from sphinx_unknown_quotes.check.verdicts.operations import OPERATIONS
from sphinx_unknown_quotes.collection.evidence import SUPPORT, VERDICTS
from sphinx_unknown_quotes.collection.limits import RECORD_LIMITS
from sphinx_unknown_quotes.collection.records import Quotation, Source, Unknown, Via, described
from sphinx_unknown_quotes.commands.program import program
from sphinx_unknown_quotes.site.config import PREFIX, Settings
from sphinx_unknown_quotes.site.directives.inline import (
    QUOTATION_OPTIONS,
    SORT_HELP,
    SORT_OPTION,
    SOURCE_OPTIONS,
    VIA_OPTIONS,
)
from sphinx_unknown_quotes.site.directives.list_options import MAP_OPTIONS, OPTIONS
from sphinx_unknown_quotes.site.directives.roles import ROLE_HELP
from sphinx_unknown_quotes.site.messages import WARNING_SUBTYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

STYLESHEET = Path(sphinx_unknown_quotes.__file__).parent / "site/static/unknown-quotes.css"
Row = tuple[str, str]
NOXFILE = Path(__file__).parents[2] / "noxfile.py"


def descriptions(record: type[msgspec.Struct]) -> dict[str, str]:
    """Return the description of each key that a record has in a file."""
    found = {}
    for name, meta in described(record).items():
        choices = (meta.extra_json_schema or {}).get("enum")
        found[name] = f"{meta.description}" + (f" One of: {', '.join(choices)}." if choices else "")
    return found


def record_rows(record: type[msgspec.Struct]) -> list[Row]:
    """Return the keys of a record, required ones marked."""
    required = {item.name for item in msgspec.structs.fields(record) if item.required}
    return [(f"{name}{' *' if name in required else ''}", text) for name, text in descriptions(record).items()]


def lowered(text: str) -> str:
    """Return *text* as it continues after a colon: with a small first letter."""
    return f"{text[0].lower()}{text[1:]}"


def option_rows() -> list[Row]:
    """Return the options of ``unknown-quote`` for a quotation recorded in the page."""
    quotation, via, source = descriptions(Quotation), descriptions(Via), descriptions(Source)
    return [
        *((name, quotation[name]) for name in QUOTATION_OPTIONS),
        (SORT_OPTION, SORT_HELP),
        *((name, f"Second-hand reporter: {lowered(via[key])}") for name, key in VIA_OPTIONS.items()),
        *((name, f"Source: {lowered(source[key])}") for name, key in SOURCE_OPTIONS.items()),
    ]


def session_rows() -> list[Row]:
    """Return the sessions of the noxfile, which is read and not run: building the site does not need nox."""
    functions = [node for node in ast.parse(NOXFILE.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return [
        (f"nox -s {node.name}", ast.get_docstring(node) or "")
        for node in functions
        if any(ast.unparse(decorator).partition("(")[0] == "nox.session" for decorator in node.decorator_list)
    ]


def property_rows() -> list[Row]:
    """Return the properties that the stylesheet sets on the page, each with the comment above it."""
    [properties] = re.findall(r"^body \{\n(.*?)^\}", STYLESHEET.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [(name, f"{text}.") for text, name in re.findall(r"/\* (.*?) \*/\n  (--uq-[\w-]+):", properties)]


def command_rows(name: str) -> list[Row]:
    """Return the options of a command of ``unknown-quotes``."""
    context = click.Context(program)
    command = program.get_command(context, name)
    if command is None:
        raise ValueError(f"there is no command {name}")
    return [
        _with_choices_told(*record)
        for parameter in command.get_params(click.Context(command, context, name))
        # The text describes the arguments; some versions of click have an empty row for one.
        if "--help" not in parameter.opts and (record := parameter.get_help_record(context)) and record[1]
    ]


def _with_choices_told(option: str, text: str) -> Row:
    """Return the row of an option; its choices stand in its text, since a name that is long leaves the text no room."""
    if not (choices := re.fullmatch(r"(.*) \[([\w|-]+)\]", option)):
        return option, text
    return choices[1], f"{text} One of: {', '.join(choices[2].split('|'))}."


TABLES = {
    "source": lambda: record_rows(Source),
    "quotation": lambda: record_rows(Quotation),
    "via": lambda: record_rows(Via),
    "unknown": lambda: record_rows(Unknown),
    "options": option_rows,
    "index-options": lambda: list(OPTIONS.items()),
    "map-options": lambda: list(MAP_OPTIONS.items()),
    "roles": lambda: [(f"uq:{name}", text) for name, text in ROLE_HELP.items()],
    "config": lambda: [
        (PREFIX + item.name, f"{item.metadata['description']} Default: `{item.default!r}`.")
        for item in fields(Settings)
    ],
    "warnings": lambda: [(f"unknown_quotes.{name}", text) for name, text in WARNING_SUBTYPES.items()],
    "verdicts": lambda: list(VERDICTS.items()),
    "notes": lambda: list(NOTES.items()),
    "operations": lambda: list(OPERATIONS.items()),
    "limits": lambda: [*RECORD_LIMITS.items(), *READING_LIMITS.items()],
    "forms": lambda: list(FORMS.items()),
    "support": lambda: list(SUPPORT.items()),
    "check-options": lambda: command_rows("check"),
    "find-options": lambda: command_rows("find"),
    "lint-options": lambda: command_rows("lint"),
    "prose": lambda: list(KINDS.items()),
    "sessions": session_rows,
    "properties": property_rows,
}


#: The width of a letter of code, in percent of the width of a page.
_LETTER: Final = 1.35
#: Tables whose names are not code.
PLAIN = ("forms", "limits")


#: In a text, what is code: between backticks, an option of a command, and a variable of the environment.
_CODE: Final = re.compile(r"``?([^`]+)``?|(?<![\w-])(--(?:[a-z][\w-]*)?)(?![\w-])|(\$[A-Z_]+[\w/-]*)")


def inline(text: str) -> list[nodes.Node]:
    """Return *text* with literals for the code in it."""
    parts: list[nodes.Node] = []
    end = 0
    for found in _CODE.finditer(text):
        code = found[found.lastindex or 0]
        # The style keeps an option on one line: a browser would break it behind a hyphen.
        classes = ["option"] if code.startswith("-") else []
        parts += [nodes.Text(text[end : found.start()]), nodes.literal("", code, classes=classes)]
        end = found.end()
    return [*parts, nodes.Text(text[end:])]


def widths(names: Iterable[str]) -> tabular_col_spec:
    """Return how wide the columns of a table of *names* are in print, where a name of code does not break."""
    name = min(45, 3 + max(map(len, names)) * _LETTER)
    return tabular_col_spec(spec=rf"\X{{{name:.0f}}}{{100}}\X{{{100 - name:.0f}}}{{100}}")


def two_columns(rows: list[Row], named: Callable[[str], nodes.Node]) -> list[nodes.Node]:
    """Return a table of names and their descriptions, with its widths in print."""
    group = nodes.tgroup("", nodes.colspec("", colwidth=30), nodes.colspec("", colwidth=70), cols=2)
    group += nodes.tbody(
        "",
        *(
            nodes.row(
                "",
                nodes.entry("", nodes.paragraph("", "", named(key))),
                nodes.entry("", nodes.paragraph("", "", *inline(text))),
            )
            for key, text in rows
        ),
    )
    table = nodes.table("", group, classes=["reference-table"])
    return [widths(key for key, _ in rows), table]


class ReferenceTable(SphinxDirective):
    """A table of two columns: a name in the code and its meaning."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table, or an error that lists the names."""
        name = self.arguments[0]
        if name not in TABLES:
            raise self.error(f"{name!r} is not one of {', '.join(TABLES)}")
        named: Callable[[str], nodes.Node] = nodes.Text if name in PLAIN else partial(nodes.literal, "")
        return two_columns(TABLES[name](), named)


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("reference-table", ReferenceTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

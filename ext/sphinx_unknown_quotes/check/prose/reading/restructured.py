"""Read reStructuredText as passages, with docutils alone. What only Sphinx knows becomes a block, or is not prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import frontend, utils
from docutils.parsers.rst import Parser
from docutils.parsers.rst.languages import en

from ..passages import Passage  # noqa: TC001 (a type of what is yielded)
from .doctree import read_doctree
from .html import UNQUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIRECTIVE: Final = re.compile(r"^(?P<indent>\s*)\.\. (?P<name>[\w:+.-]+)::(?P<rest>.*)$")
_ROLE: Final = re.compile(r"(?<![\w`]):(?P<name>[\w:+.-]+):(?=`)")
_OPTION: Final = re.compile(r"^\s+:(?P<name>[\w-]+):(?P<value>.*)$")
#: Directives of Sphinx and of others whose content is not prose.
_CODE: Final = re.compile(
    r"code|source|literal|math|graphviz|mermaid|uml|digraph|inheritance|toctree|index|test(?:code|setup|output|cleanup)|"
    r"doctest|ipython|jupyter|execute|prompt|jinja|program-output|plot|raw|unknown-quote-(?:index|map)"
)
#: Directives whose text may begin on their own line.
_TEXTS: Final = ("seealso", "todo")
#: Roles whose text is part of the sentence.
_NAMES: Final = ("uq:speaker", "uq:unknown", "uq:source")
_SETTINGS: Final = {
    "report_level": 5, "halt_level": 6, "file_insertion_enabled": False, "raw_enabled": False, "warning_stream": False,
    "_disable_config": True, "syntax_highlight": "none",
}  # fmt: skip


def read_restructured(text: str, path: str) -> Iterator[Passage]:
    """Yield the passages of *text*."""
    settings = frontend.get_default_settings(Parser)
    vars(settings).update(_SETTINGS)
    document = utils.new_document(path, settings)
    Parser().parse("\n".join(_known(text.split("\n"))), document)
    yield from read_doctree(document, path)


def _known(lines: list[str]) -> Iterator[str]:
    """Yield the lines, with containers in place of unknown directives. The number of lines stays the same, and so do places."""
    in_options = False
    for number, line in enumerate(lines):
        directive = _DIRECTIVE.match(line)
        if directive and directive["name"] not in en.directives:
            in_options = True
            yield f"{directive['indent']}.. {_instead(directive, lines[number + 1 :])}"
        elif in_options and _OPTION.match(line):
            yield ""
        else:
            in_options = False
            yield _ROLE.sub(_known_role, line)


def _known_role(match: re.Match[str]) -> str:
    """Return what replaces a role that docutils does not know: text that is not prose, or a name, which is part of it."""
    if match["name"] in _NAMES:
        return ":emphasis:"
    return match[0] if match["name"].lower() in en.roles else ""


def _instead(directive: re.Match[str], below: list[str]) -> str:
    name = directive["name"]
    if name == UNQUOTED or _CODE.search(name) or (name == "unknown-quote" and not directive["rest"].strip()):
        return "code::"
    for line in below:
        if not (option := _OPTION.match(line)):
            break
        if option["name"] == "class" and UNQUOTED in option["value"].split():
            return "code::"
    # The text on the line of the directive is almost always a name or a signature.
    return f"compound::{directive['rest'] if name in _TEXTS else ''}"

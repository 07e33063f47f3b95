"""Read Markdown as passages, including MyST's roles and directives, without Sphinx and without MyST."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ..passages import OPAQUE, Passage
from .html import UNQUOTED, Unquoted, marks_of
from .plain import one_line, without_attribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DIRECTIVE: Final = re.compile(r"\{(?P<name>[\w:.+-]+)\}\s*(?P<argument>.*)")
_OPTION: Final = re.compile(r"\s*:(?P<name>[\w-]+):(?P<value>.*)")
#: Directives whose body is not prose, by parts of their names.
_CODE: Final = re.compile(
    r"code|source|literal|math|graphviz|mermaid|uml|digraph|inheritance|toctree|index|test(?:code|setup|output|cleanup)|"
    r"doctest|ipython|jupyter|execute|prompt|jinja|program-output|plot|raw|bibliography|autodoc|auto\w+|figure-md|csv-table|"
    r"unknown-quote-(?:index|map)"
)
_BLOCKS: Final = ("epigraph", "pull-quote", "highlights")
#: Roles whose text is part of the sentence.
_NAMES: Final = ("uq:speaker", "uq:unknown", "uq:source")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
    from mdit_py_plugins.colon_fence import colon_fence_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin
    from mdit_py_plugins.myst_blocks import myst_block_plugin
    from mdit_py_plugins.myst_role import myst_role_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in (front_matter_plugin, colon_fence_plugin, myst_block_plugin, myst_role_plugin, deflist_plugin,
                   footnote_plugin, attrs_block_plugin):  # fmt: skip
        parser.use(plugin)
    return parser.use(attrs_plugin, spans=True)


def read_markdown(text: str, path: str) -> Iterator[Passage]:
    """Yield the passages of *text* in their order. Raises ImportError if markdown-it-py is not installed."""
    yield from _read(text, path, 0)


def _read(text: str, path: str, offset: int) -> Iterator[Passage]:
    tokens = _parser().parse(text)
    unquoted = Unquoted()
    place = 0
    while place < len(tokens):
        token = tokens[place]
        end = _end(tokens, place)
        if token.type == "html_block":
            unquoted.read(token.content)
        elif _is_skipped(token) or (_is_block(token) and unquoted.frees()):
            place = end
        elif token.type in ("fence", "colon_fence"):
            yield from _directive(token, path, offset)
        elif token.type == "blockquote_open" and (block := _block(tokens[place + 1 : end], path, offset)):
            yield block
            place = end
        elif token.type == "inline":
            yield Passage(one_line(_text(token.children or [])), path, _line(token, offset))
        place += 1


def _is_skipped(token: Token) -> bool:
    return token.type == "heading_open" or UNQUOTED in str(token.attrs.get("class", "")).split()


def _is_block(token: Token) -> bool:
    """Whether a block begins here to which HTML before it can apply."""
    return token.nesting == 1 or token.type in ("fence", "colon_fence")


def _end(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the token that closes the one at *place*, or *place* itself."""
    if tokens[place].nesting != 1:
        return place
    depth = 0
    for index in range(place, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _line(token: Token, offset: int) -> int:
    return offset + token.map[0] + 1 if token.map else 0


def _block(tokens: Sequence[Token], path: str, offset: int) -> Passage | None:
    """Return a block of paragraphs as one quotation; None if it has anything else in it."""
    if any(token.type not in ("paragraph_open", "inline", "paragraph_close") for token in tokens):
        return None
    paragraphs = [token for token in tokens if token.type == "inline"]
    text, attribution = without_attribution("\n".join(_text(token.children or []) for token in paragraphs))
    return Passage(one_line(text), path, _line(paragraphs[0], offset), True, attribution) if paragraphs else None


def _directive(token: Token, path: str, offset: int) -> Iterator[Passage]:
    """Read the content of a directive. A fence without a directive is code."""
    match = _DIRECTIVE.match(token.info.strip())
    if not match:
        if token.type == "colon_fence" and UNQUOTED not in token.info:
            yield from _read(token.content, path, offset + _line(token, 0))
        return
    name, argument = match["name"], match["argument"].strip()
    body, first = _body(token.content)
    head = token.content.split("\n")[: first or 0]
    is_free = name == UNQUOTED or UNQUOTED in argument.split() or any(UNQUOTED in line.split() for line in head)
    if is_free or _CODE.search(name) or (name == "unknown-quote" and not argument):
        return
    start = offset + _line(token, 0) + first
    if name == "eval-rst":
        from .restructured import read_restructured

        for passage in read_restructured(body, path):
            yield passage._replace(line=passage.line + start)
        return
    found = list(_read(body, path, start))
    if name in _BLOCKS and found:
        text, attribution = without_attribution("\n".join(passage.text for passage in found))
        yield Passage(one_line(text), path, found[0].line, True, attribution)
    else:
        yield from found


def _body(content: str) -> tuple[str, int]:
    """Return the text below the options of a directive, and the number of lines before it."""
    lines = content.split("\n")
    first = 0
    if lines[0].strip() == "---":
        first = next((index for index, line in enumerate(lines[1:], 2) if line.strip() == "---"), 0)
    while first < len(lines) and _OPTION.match(lines[first]):
        first += 1
    return "\n".join(lines[first:]), first


def _text(children: Sequence[Token]) -> str:
    parts: list[str] = []
    unquoted = Unquoted()
    is_span_free = False
    for token in children:
        if token.type == "html_inline":
            unquoted.read(token.content)
            parts.append(marks_of(token.content))
        elif is_span_free or unquoted.is_open:
            is_span_free = is_span_free and token.type != "span_close"
        elif token.type == "span_open":
            is_span_free = UNQUOTED in str(token.attrs.get("class", "")).split()
            parts.append(OPAQUE if is_span_free else "")
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "myst_role" and token.meta["name"] in _NAMES:
            parts.append(re.sub(r"\s*<[^<>]*>$", "", token.content))
        elif token.type in ("myst_role", "code_inline", "image", "footnote_ref", "math_inline"):
            parts.append(OPAQUE)
        else:
            parts.append(token.content)
    return "".join(parts)

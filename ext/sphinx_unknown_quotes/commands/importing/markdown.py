"""Read block quotes of Markdown whose last line, or the paragraph after them, names the author; and Quotebacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from .attribution import Piece, pieces_of, read_attribution
from .found import Export, Found, Left, decoded, names_in, type_of_address
from .quotebacks import find_quotebacks

if TYPE_CHECKING:
    from markdown_it.token import Token

_DASH: Final = re.compile(r"\s*(?:-{1,3}|[—–―])\s*\S")
_MARKS: Final = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’"))
#: The most characters of a line with the author. A longer line is other text.
_LONGEST: Final = 500
_DASHES: Final = " -—–―"


def read_markdown(data: bytes) -> Export:
    """Read the text. Raises :class:`.found.ExportError` if the bytes are not text."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    export = Export()
    place, line, rest = 0, 1, []
    for block in find_quotebacks(text):
        line += text.count("\n", place, block.start)
        given = {"text": block.words, "title": block.title, "url": block.address}
        given["type"] = type_of_address(block.address)
        export.found.append(Found(line, "line", given, names_in(block.author), (line,)))
        lines = text.count("\n", block.start, block.end)
        # Line breaks replace the quoteback, so that the lines after it keep their numbers.
        rest += [text[place : block.start], "\n" * lines]
        place, line = block.end, line + lines
    text = "".join([*rest, text[place:]])
    for number, tokens, behind in _blocks(MarkdownIt("commonmark").parse(text)):
        _read(number, _paragraphs(tokens), behind, export)
    return export


def _blocks(tokens: list[Token]) -> list[tuple[int, list[Token], Token | None]]:
    """Return the outer block quotes: the line, the content, and the paragraph after them."""
    found = []
    start = None
    for place, token in enumerate(tokens):
        if token.type == "blockquote_open" and start is None:
            start = place
        elif start is not None and token.type == "blockquote_close" and token.level == tokens[start].level:
            behind = tokens[place + 1 : place + 3]
            is_paragraph = len(behind) == 2 and behind[0].type == "paragraph_open"
            line = (tokens[start].map or [0])[0] + 1
            found.append((line, tokens[start + 1 : place], behind[1] if is_paragraph else None))
            start = None
    return found


def _paragraphs(tokens: list[Token]) -> list[list[list[Piece]]]:
    """Return the paragraphs as lists of lines, which are lists of pieces."""
    return [pieces_of(token.children or []) for token in tokens if token.type == "inline"]


def _read(number: int, paragraphs: list[list[list[Piece]]], behind: Token | None, export: Export) -> None:
    source: list[Piece] = []
    if paragraphs and _is_attribution(paragraphs[-1][-1]) and (len(paragraphs) > 1 or len(paragraphs[-1]) > 1):
        source = paragraphs[-1].pop()
    elif behind is not None and _is_attribution(first := pieces_of(behind.children or [])[0]):
        source = first
    words = _without_marks("\n\n".join("\n".join(_text(line) for line in lines) for lines in paragraphs if lines))
    if not source:
        export.pass_over("block quote without a line that says who wrote it")
        return
    if all(piece.mark for piece in source):
        # If the whole line is in italics, these do not mark a title.
        source = [piece._replace(mark="link" if piece.href else "") for piece in source]
    source[0] = source[0]._replace(text=source[0].text.lstrip(_DASHES))
    said = read_attribution([piece for piece in source if piece.text])
    if not words.strip():
        export.left.append(Left(number, "line", "the block quote has no words above the line that says who wrote it."))
    elif not said.title and not said.url:
        message = f"it names no source. Write the source after the name: — {said.name or 'Name'}, *Title*, 2024"
        export.left.append(Left(number, "line", message))
    else:
        given = {
            "text": words,
            "title": said.title,
            "url": said.url,
            "date": said.date,
            "page": said.page,
            "at": said.at,
        }
        given["type"] = type_of_address(said.url)
        export.found.append(Found(number, "line", given, names_in(said.name), (number,)))


def _without_marks(words: str) -> str:
    """Return the words without quotation marks around all of them, since a card adds its own."""
    inner = words.strip()[1:-1]
    for first, last in _MARKS:
        if words.strip().startswith(first) and words.strip().endswith(last) and not {first, last} & {*inner}:
            return inner
    return words


def _is_attribution(line: list[Piece]) -> bool:
    text = _text(line)
    return len(text) <= _LONGEST and bool(_DASH.match(text))


def _text(line: list[Piece]) -> str:
    return "".join(piece.text for piece in line)

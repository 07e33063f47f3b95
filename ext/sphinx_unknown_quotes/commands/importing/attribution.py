"""Read the line below a block quote as parts of a record: ``— Name, *Title*, 2024, p. 12``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"\\`]+", re.IGNORECASE)
_DATE: Final = re.compile(r"(?<![\w/-])((?:1[4-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?![\w/-])")
_PAGE: Final = re.compile(r"\bpp?\.\s*([\divxlc]+(?:\s*[–-]\s*[\divxlc]+)?)", re.IGNORECASE)
_TIME: Final = re.compile(r"(?:\bat\s+)?(?<![\w:])(\d{1,3}:\d\d(?::\d\d)?)(?![\w:])")
#: Characters around a title that do not belong to it.
_AROUND: Final = " \t\n,;:.()[]–—-“”\"‘’'"


class Piece(NamedTuple):
    """A part of a line: plain, emphasised (``em``) or linked (``link``, with the address)."""

    text: str
    mark: str = ""
    href: str = ""


class Attribution(NamedTuple):
    """Who wrote the words, and in what; empty if the line does not say it."""

    name: str
    title: str
    url: str = ""
    date: str = ""
    page: str = ""
    at: str = ""


def pieces_of(children: list[Token]) -> list[list[Piece]]:
    """Return the lines of a paragraph as lists of pieces."""
    lines: list[list[Piece]] = [[]]
    emphasis, href = 0, ""
    for child in children:
        match child.type:
            case "softbreak" | "hardbreak":
                lines.append([])
            case "em_open" | "strong_open":
                emphasis += 1
            case "em_close" | "strong_close":
                emphasis -= 1
            case "link_open":
                href = str(child.attrs.get("href", ""))
            case "link_close":
                href = ""
            case "text" | "code_inline" | "image" if child.content:
                lines[-1].append(Piece(child.content, "link" if href else "em" if emphasis else "", href))
    return lines


def read_attribution(pieces: list[Piece]) -> Attribution:
    """Return what the line says: the name is before the first comma, and the title after it or in italics."""
    name, rest = _divided(pieces)
    marked = [piece for piece in rest if piece.mark and piece.text.strip(_AROUND) and not _ADDRESS.match(piece.text)]
    plain = " ".join(piece.text for piece in rest if piece not in marked)
    linked = next((piece.href for piece in pieces if _ADDRESS.fullmatch(piece.href)), "")
    found = {"url": linked}
    for key, pattern in (("url", _ADDRESS), ("page", _PAGE), ("at", _TIME), ("date", _DATE)):
        if match := pattern.search(plain):
            found[key] = found.get(key) or (match[1] if pattern.groups else match[0].rstrip(".,;:!?)]}’”'"))
            plain = plain[: match.start()] + " " + plain[match.end() :]
    italics = "".join(piece.text for piece in marked[:1]).strip(_AROUND)
    title = italics or re.sub(r"^in\s+", "", re.sub(r"(?:[,;]\s*)+", ", ", plain).strip(_AROUND)).strip(_AROUND)
    return Attribution(name, title, **found)


def _divided(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return the name, and the pieces after it."""
    if pieces and pieces[0].mark == "em" and len(pieces) > 1 and not any(piece.mark for piece in pieces[1:]):
        # *Title*, Name.
        name, _, behind = pieces[1].text.strip(_AROUND).partition(",")
        return name.strip(_AROUND), [pieces[0], Piece(behind), *pieces[2:]]
    name = ""
    for place, piece in enumerate(pieces):
        if piece.mark and name.strip(_AROUND):
            return name.strip(_AROUND), pieces[place:]
        cut = re.search(r"[,(]|\bin\s", piece.text)
        if cut:
            name += piece.text[: cut.start()]
            tail = piece._replace(text=piece.text[cut.start() :])
            return name.strip(_AROUND), [tail, *pieces[place + 1 :]]
        name += piece.text
    return name.strip(_AROUND), []

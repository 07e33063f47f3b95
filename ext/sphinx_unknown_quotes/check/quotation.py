"""Parse the words of a quotation and the marks in them: omissions, brackets, a changed capital."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from .language.words import REMARK, fold, printed, tokenise, word_rows, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMPHASIS: Final = r"(?:emphasis|italics) (?:added|mine|in (?:the )?original)|my (?:emphasis|italics)"
_SPLIT: Final = re.compile(
    r"(?P<gap>\[\s*\.\s?\.\s?\.[.\s]*\]|\(\s*\.\s?\.\s?\.[.\s]*\)|\.\s?\.\s?\.(?:\s?\.)*)"
    rf"|(?P<dropped>\[\s*(?:sic|{_EMPHASIS}|!|\?)\s*[!.]?\s*\]|\(sic!?\)|\(\s*(?:{_EMPHASIS})\s*\))"
    # Only from the beginning of a word, since a search from each letter would take the square of the word's length.
    r"|(?P<glued>(?:(?<!\w)\w+)?\[[^\[\]]*\]'?\w+(?:'\w+)*|(?<!\w)\w+\[[^\[\]]*\])"
    r"|\[(?P<inserted>[^\[\]]*)\]",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\[(\w)\]('?\w+(?:'\w+)*)")


class Piece(NamedTuple):
    """A word, a marked omission, or a bracket in place of words."""

    kind: Literal["word", "elision", "bracketed"]
    #: The word, or the words in brackets, without case.
    words: tuple[str, ...] = ()
    #: The text in the quotation.
    printed: str = ""


class Parsed:
    """A quotation that can be looked for. Its marks are parsed only when they are needed."""

    def __init__(self, folded: str, remarks: tuple[str, ...] = ()) -> None:
        """Use the quotation as :func:`.words.fold` returns it, and the *remarks* that were removed from it."""
        self._folded = folded
        #: The editor's remarks on sounds, with brackets: ``[laughs]``.
        self.remarks = remarks
        literal = " ".join(word_rows(folded.replace("\0", " ")))
        #: Its words without a meaning for marks, with a space before and after each: a transcript may have the same dots
        #: and brackets.
        self.literal = f" {literal} "
        #: The same as it stands, and without spaces, see :func:`.words.printed`.
        self.literal_text = _trimmed(folded) if literal else ""
        self.literal_printed = printed(self.literal_text)

    @property
    def text(self) -> str:
        """The quotation with only one kind of each mark."""
        return self._folded

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The words, marked omissions and brackets, in their order."""
        pieces: list[Piece] = []
        position = 0
        for match in _SPLIT.finditer(self._folded):
            pieces += _words(self._folded[position : match.start()])
            position = match.end()
            pieces += _marked(match)
        pieces += _words(self._folded[position:])
        return tuple(_tidy(pieces, self._folded))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the quotation says were spoken."""
        return tuple(piece.words[0] for piece in self.pieces if piece.kind == "word")

    @property
    def leaves_out(self) -> bool:
        """Whether a mark in it says that words are left out."""
        return self.is_marked and any(piece.kind == "elision" for piece in self.pieces)

    @property
    def is_marked(self) -> bool:
        """Whether anything in it is marked as left out or inserted."""
        may_be = "[" in self._folded or "(" in self._folded or "." in self._folded[:-1]
        return may_be and any(piece.kind != "word" for piece in self.pieces)


def parse_quotation(text: str) -> Parsed:
    """Read the words of a quotation.

    ``…``, ``...`` and ``[…]`` are omissions, but mean nothing at either end. ``[words]`` are the editor's, and so is a
    word with brackets inside, ``model[s]``. ``[T]he`` is the word "the", and ``[sic]`` means nothing.
    """
    text = " ".join(text.split())
    is_remarked = "[" in text or "(" in text
    remarks = tuple(match[0] for match in REMARK.finditer(text) if match[0][0] in "[(") if is_remarked else ()
    return Parsed(fold(text, REMARK), remarks)


def _trimmed(folded: str) -> str:
    """Return the text from the first word to the last. Almost always these are in the first and the last chunk."""
    last = folded.rsplit(None, 1)[-1]
    opening, closing = words_in(folded.split(None, 1)[0]), words_in(last)
    if opening and closing:
        text = folded.strip()
        return text[opening[0].start : len(text) - len(last) + closing[-1].end]
    _, starts, ends = tokenise(folded)
    return folded[starts[0] : ends[-1]]


def _words(text: str) -> list[Piece]:
    words, starts, _ = tokenise(text)
    bounds = [*starts[1:], len(text)][: len(starts)]
    return [
        Piece("word", (word,), text[start:bound].strip())
        for word, start, bound in zip(words, starts, bounds, strict=True)
    ]


def _marked(match: re.Match[str]) -> list[Piece]:
    if match["gap"]:
        return [Piece("elision", (), match["gap"])]
    if match["dropped"]:
        return []
    if glued := match["glued"]:
        capital = _CAPITAL.fullmatch(glued)
        if capital:
            # Only the case was changed, so the word is compared like any other.
            return _words(capital[1] + capital[2])
        return [Piece("bracketed", tuple(tokenise(re.sub(r"[\[\]]", "", glued))[0]), glued)]
    return [Piece("bracketed", tuple(tokenise(match["inserted"])[0]), match[0])]


def _tidy(pieces: list[Piece], folded: str) -> list[Piece]:
    """Remove omissions at both ends, and merge several in a row. The last word gets the end of the quotation."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "elision" and (not kept or kept[-1].kind == "elision"):
            continue
        kept.append(piece)
    while kept and kept[-1].kind == "elision":
        kept.pop()
    if kept and kept[-1].kind == "word" and (place := folded.rfind(kept[-1].printed)) >= 0:
        kept[-1] = kept[-1]._replace(printed=folded[place:])
    return kept


def fragments(parsed: Parsed) -> list[tuple[str, ...]]:
    """Return the runs of words between the marks, in their order."""
    runs: list[list[str]] = [[]]
    for piece in parsed.pieces:
        if piece.kind == "word":
            runs[-1].append(piece.words[0])
        elif runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if run]


def words_beside(pieces: Sequence[Piece], mark: int) -> tuple[list[str], list[str]]:
    """Return the words before and after the mark at *mark*, up to other marks."""
    before = [piece.words[0] for piece in takewhile(_is_word, (pieces[place] for place in range(mark - 1, -1, -1)))]
    behind = takewhile(_is_word, (pieces[place] for place in range(mark + 1, len(pieces))))
    return before[::-1], [piece.words[0] for piece in behind]


def _is_word(piece: Piece) -> bool:
    return piece.kind == "word"

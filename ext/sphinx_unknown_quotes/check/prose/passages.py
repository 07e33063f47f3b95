"""A passage of prose, as every reader returns it, and a pair of quotation marks in it."""

from __future__ import annotations

from typing import Final, NamedTuple

#: Replaces what is not the author's prose in the text of a passage: code, a literal, a role, a picture.
OPAQUE: Final = "\ufffc"

#: The most characters of a sentence that are read before and after what it quotes.
_REACH: Final = 400


class Passage(NamedTuple):
    """A paragraph, or a block that is a quotation as a whole. It has no code, no title and no ``unquoted`` text."""

    #: The text on one line, with :data:`OPAQUE` for what is not prose.
    text: str
    #: The path of the file as messages show it.
    path: str
    #: The line at which it begins, counted from 1; 0 if it is not known.
    line: int
    #: Whether the whole block is a quotation.
    is_block: bool = False
    #: The line below a block with the speaker.
    attribution: str = ""


class Quoted(NamedTuple):
    """Words between two quotation marks, or of a block. Places are offsets in the text of the passage."""

    text: str
    passage: Passage
    #: The offsets of the opening mark and after the closing one.
    start: int
    end: int
    #: The pair of marks around it, if it is one of several sentences between them.
    outer: tuple[int, int] | None = None

    @property
    def before(self) -> str:
        """Return the text of the passage before the pair of marks, as far as a sentence can reach."""
        place = self.outer[0] if self.outer else self.start
        return self.passage.text[max(0, place - _REACH) : place]

    @property
    def after(self) -> str:
        """Return the text of the passage after the pair of marks, as far as a sentence can reach."""
        place = self.outer[1] if self.outer else self.end
        return self.passage.text[place : place + _REACH]

"""A stretch of prose as every reader returns it, and a pair of quotation marks in it."""

from __future__ import annotations

from typing import Final, NamedTuple

#: Stands in the text of a passage for what is not the author's prose: code, a literal, a role, a picture.
OPAQUE: Final = "\ufffc"

#: No sentence goes on for more characters before or behind what it quotes.
_REACH: Final = 400


class Passage(NamedTuple):
    """A paragraph, or a block that is a quotation as a whole. Code, titles and what is ``unquoted`` are not in it."""

    #: On one line, with :data:`OPAQUE` for what is not prose.
    text: str
    #: The file, as messages name it.
    path: str
    #: Where it begins in the file, counted from 1; 0 where that is not known.
    line: int
    #: Whether the author has set the whole block as a quotation.
    is_block: bool = False
    #: The line below a block that says who said it.
    attribution: str = ""


class Quoted(NamedTuple):
    """Words between two quotation marks, or those of a block. Places are offsets in the text of the passage."""

    text: str
    passage: Passage
    #: From the opening mark to behind the closing one.
    start: int
    end: int
    #: Whether it stands between other marks.
    is_inner: bool = False
    #: The pair of marks around it, where it is one sentence of several between them.
    outer: tuple[int, int] | None = None

    @property
    def before(self) -> str:
        """What stands in the passage before the pair of marks, as far as a sentence can reach."""
        place = self.outer[0] if self.outer else self.start
        return self.passage.text[max(0, place - _REACH) : place]

    @property
    def after(self) -> str:
        """What stands in the passage behind the pair of marks, as far as a sentence can reach."""
        place = self.outer[1] if self.outer else self.end
        return self.passage.text[place : place + _REACH]

"""How the wording in which words were passed on differs from the words themselves, for readers to see at a glance."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

#: Where more of the reported words than this are others, marking them would only be noise.
_MOST = 0.5
_TYPOGRAPHIC = str.maketrans("‘’“”", "''\"\"")


class Piece(NamedTuple):
    """A stretch of a reported wording. Joined, the texts of all pieces are the wording."""

    text: str
    #: Whether the words themselves do not have it there.
    differs: bool = False
    #: Whether some of the words were left out just before it.
    after_omission: bool = False


def compared(reported: str, words: str) -> list[Piece]:
    """Part *reported* into pieces by what *words* have in their place; in one piece where little is shared.

    Case and punctuation do not count. What was left out at either end is not told: a report may begin anywhere.
    """
    tokens = re.findall(r"\S+\s*", reported)
    matcher = SequenceMatcher(None, [_key(token) for token in words.split()], [_key(t) for t in tokens], autojunk=False)
    pieces: list[Piece] = []
    differing = 0
    for kind, first, last, start, end in matcher.get_opcodes():
        text = "".join(tokens[start:end])
        if kind == "equal":
            omitted = bool(pieces) and not pieces[-1].text
            pieces = [*(pieces[:-1] if omitted else pieces), Piece(text, after_omission=omitted)]
        elif kind == "delete":
            # Stands for the words that are missing, until it is known whether any follow.
            pieces += [Piece("")] if pieces and last > first else []
        else:
            differing += end - start
            pieces.append(Piece(text, differs=True))
    if differing > _MOST * len(tokens):
        return [Piece(reported)]
    return [piece for piece in pieces if piece.text]


def _key(token: str) -> str:
    plain = token.translate(_TYPOGRAPHIC).casefold()
    return re.sub(r"[^\w']+", "", plain) or plain.strip()

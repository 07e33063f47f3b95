"""Align the pieces of a quotation with a window of a transcript, word by word, at the lowest cost.

The cost is a weighted edit distance: an omitted filler or repeat costs little, another spelling almost nothing, and a
marked omission nothing within its limits. Words before and after the quotation cost nothing: it is somewhere in the window.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.disfluency import Skip, skips
from ..language.spellings import SPELLING, Spelling, same_words
from ..language.vocabulary import critical
from ..policy import MAX_ELISION, MAX_INSERTION
from ..speech.turns import MAX_INTERJECTION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..language.said import Said
    from ..language.tables import Tables
    from ..quotation import Piece

_FAR: Final = 1e9
#: A little more than other changes, so that of two equal alignments the one that finds more words of the quotation wins.
_ADDED: Final = 1.05
_REPLACED: Final = 1.02


class Step(NamedTuple):
    """One step of an alignment: pieces ``first:last`` of the quotation stand for words ``start:end`` of the transcript."""

    kind: str
    first: int
    last: int
    start: int
    end: int


class Alignment(NamedTuple):
    """The steps from the first word that was found to the last. Places are those of the transcript."""

    steps: list[Step]
    cost: float


#: How a place in a row was reached: the row and the place before, and the kind of the step. Steps of single words are not
#: stored but computed again on the way back: they reach almost every place, and few of these are on the way.
_Back = tuple[int, int, str]


def align(pieces: Sequence[Piece], said: Said, offset: int) -> Alignment:
    """Align *pieces* with *said*, the window of a transcript that begins at the place *offset*.

    Marked omissions, fillers and repeats stay within one turn.
    """
    words, table = said.words, said.table
    if not words:
        return Alignment([], _FAR)
    skippable = _skips(said)
    strangers = _strangers(pieces, words)
    if not strangers or not same_words(pieces, words, table, strangers):
        # Each stranger costs as much as a replaced word, and other spellings can only add to that.
        least = sum(_REPLACED for piece in pieces if piece.kind == "word" and piece.words[0] in strangers)
        plain = _aligned(pieces, said, {}, skippable, offset)
        if plain.cost < least + SPELLING:
            return plain
    return _aligned(pieces, said, same_words(pieces, words, table), skippable, offset)


def may_be_whole(pieces: Sequence[Piece], words: Sequence[str], table: Tables) -> bool:
    """Whether each word of *pieces* is one of *words*, or part of a run that may be written in another way there.

    If not, every alignment has a word that is added or replaced.
    """
    strangers = _strangers(pieces, words)
    runs = same_words(pieces, words, table, strangers) if strangers else {}
    respelt = {place for last, found in runs.items() for run in found for place in range(run[1], last)}
    return all(
        place in respelt for place, piece in enumerate(pieces) if piece.kind == "word" and piece.words[0] in strangers
    )


def _strangers(pieces: Sequence[Piece], words: Sequence[str]) -> set[str]:
    """Return the words of *pieces* that are not in *words*."""
    return {piece.words[0] for piece in pieces if piece.kind == "word"}.difference(words)


def _aligned(
    pieces: Sequence[Piece], said: Said, spellings: Mapping[int, list[Spelling]],
    skippable: dict[int, list[Skip]], offset: int,
) -> Alignment:  # fmt: skip
    words = said.words
    costs: list[list[float]] = [[0.0] * (len(words) + 1)]
    backs: list[dict[int, _Back]] = [{}]
    for row, piece in enumerate(pieces, 1):
        if piece.kind == "word":
            cost, back = _word_row(piece.words[0], words, costs[-1]), {}
            for place, first, start, kind, price in spellings.get(row, ()):
                if costs[first][start] + price < cost[place]:
                    cost[place], back[place] = costs[first][start] + price, (first, start, kind)
        elif piece.kind == "elision":
            cost, back = _free_row(row, costs[-1], said.turns, MAX_ELISION, "elision")
        else:
            cost, back = _free_row(row, costs[-1], said.turns, MAX_INSERTION, "bracketed")
        if row < len(pieces):
            _skip_row(row, cost, back, skippable)
        costs.append(cost)
        backs.append(back)
    end = min(range(len(words) + 1), key=lambda place: (costs[-1][place], place))
    steps: list[Step] = []
    row, place = len(pieces), end
    while row:
        before, origin, kind = backs[row].get(place) or _step(row, place, pieces[row - 1], words, costs[row - 1])
        steps.append(Step(kind, before, row, origin + offset, place + offset))
        row, place = before, origin
    return Alignment(steps[::-1], costs[-1][end])


def _word_row(word: str, words: Sequence[str], before: list[float]) -> list[float]:
    """Return the cost to reach every place by a step of :func:`_step`."""
    instead = [cost if said == word else cost + _REPLACED for said, cost in zip(words, before, strict=False)]
    above = [cost + _ADDED for cost in before]
    return [above[0], *[less if less <= more else more for less, more in zip(instead, above[1:], strict=True)]]


def _step(row: int, place: int, piece: Piece, words: Sequence[str], before: list[float]) -> _Back:
    is_same = place > 0 and words[place - 1] == piece.words[0]
    if place == 0 or before[place] + _ADDED < before[place - 1] + (0 if is_same else _REPLACED):
        return row - 1, place, "added"
    return row - 1, place - 1, "same" if is_same else "replaced"


def _free_row(
    row: int, before: list[float], turns: Sequence[int], limit: int, kind: str
) -> tuple[list[float], dict[int, _Back]]:
    """Let a mark stand for up to *limit* words of one turn. Each costs a little, so that the nearest words are preferred."""
    cost: list[float] = []
    back: dict[int, _Back] = {}
    best, origin = _FAR, -1
    for place, value in enumerate(before):
        turn = turns[min(place, len(turns) - 1)]
        best += 0.0005
        # A turn can go on after a listener's words inside it.
        if place and (turn != turns[place - 1] or place - origin > limit or not _in_turn(origin, turns, turn)):
            choices = [other for other in range(max(0, place - limit), place) if _in_turn(other, turns, turn)]
            origin = min(choices, key=lambda other: (before[other] - 0.0005 * other, -other), default=-1)
            best = before[origin] + 0.0005 * (place - origin) if choices else _FAR
        if value <= best and (kind == "bracketed" or _in_turn(place, turns, turn)):
            best, origin = value, place
        cost.append(best)
        back[place] = (row - 1, max(0, origin), kind)
    return cost, back


def _in_turn(place: int, turns: Sequence[int], turn: int) -> bool:
    """Whether the word before *place* is said in *turn*."""
    return place == 0 or turns[place - 1] == turn


def _skips(said: Said) -> dict[int, list[Skip]]:
    """Return words that may be left out at a low cost, the speaker's own and a listener's, by the place after them."""
    found = skips(said)
    changes = [place for place, (turn, after) in enumerate(pairwise(said.turns), 1) if turn != after]
    for place in changes:
        end = _interjected(place, said.turns)
        # Automatic transcripts sometimes give a word to the wrong speaker, so a "not" may be the speaker's own.
        if end and not any(critical(tuple(said.words[place:end]), said.table)):
            found.setdefault(end, []).append(Skip(place, "interjection", 0.1))
    return found


def _interjected(place: int, turns: Sequence[int]) -> int:
    """Return where the turn that ends before *place* goes on after a few words of a listener, or 0."""
    ends = range(place + 1, min(place + 1 + MAX_INTERJECTION * 2, len(turns)))
    end = next((other for other in ends if turns[other] != turns[place]), 0)
    return end if end and turns[end] == turns[place - 1] else 0


def _skip_row(row: int, cost: list[float], back: dict[int, _Back], skippable: dict[int, list[Skip]]) -> None:
    """Let words of the transcript be left out after the piece of this row."""
    last = cost[0]
    for place in range(1, len(cost)):
        if last + 1.0 < cost[place]:
            cost[place], back[place] = last + 1.0, (row, place - 1, "omitted")
        if place in skippable:
            for start, kind, price in skippable[place]:
                if cost[start] + price < cost[place]:
                    cost[place], back[place] = cost[start] + price, (row, start, kind)
        last = cost[place]

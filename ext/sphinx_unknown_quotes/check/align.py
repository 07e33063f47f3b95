"""Align the pieces of a quotation with a window of a transcript, word by word, at the least cost.

A weighted edit distance: an omitted filler or repeat is cheap, a different spelling nearly free, a marked omission
free within its limits. The places in front of and behind the quotation are free (it lies somewhere in the window).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .policy import MAX_ELISION, MAX_INSERTION, MAX_REPEAT
from .spellings import same_words
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .quotation import Piece

_FAR: Final = 1e9
#: Of two alignments alike, the one that finds more words of the quotation is better.
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


class _Window(NamedTuple):
    words: Sequence[str]
    turns: Sequence[int]
    fillers: frozenset[str]


def align(
    pieces: Sequence[Piece], words: Sequence[str], turns: Sequence[int], fillers: frozenset[str], offset: int
) -> Alignment:
    """Align *pieces* with *words*, the window of a transcript that begins at the place *offset*.

    *turns* holds the turn of each word: marked omissions, fillers and repeats stay within one.
    """
    window = _Window(words, turns, fillers)
    spellings = same_words(pieces, words)
    width = len(words)
    if not width:
        return Alignment([], _FAR)
    costs: list[list[float]] = [[0.0] * (width + 1)]
    backs: list[list[tuple[int, int, str]]] = [[(0, place, "") for place in range(width + 1)]]
    skips = _skips(window)
    for row, piece in enumerate(pieces, 1):
        if piece.kind == "word":
            cost, back = _word_row(row, piece, window, costs, spellings)
        elif piece.kind == "elision":
            cost, back = _free_row(row, costs[-1], turns, MAX_ELISION, "elision")
        else:
            cost, back = _free_row(row, costs[-1], turns, MAX_INSERTION, "insertion")
        if row < len(pieces):
            _skip_row(row, cost, back, skips)
        costs.append(cost)
        backs.append(back)
    end = min(range(width + 1), key=lambda place: (costs[-1][place], place))
    return Alignment(_trace(backs, len(pieces), end, offset), costs[-1][end])


def _word_row(
    row: int, piece: Piece, window: _Window, costs: list[list[float]],
    spellings: dict[tuple[int, int], list[tuple[int, int, str, float]]],
) -> tuple[list[float], list[tuple[int, int, str]]]:  # fmt: skip
    before = costs[row - 1]
    word = piece.words[0]
    cost = [before[0] + _ADDED]
    back = [(row - 1, 0, "added")]
    for place, said in enumerate(window.words, 1):
        if said == word:
            best, step = before[place - 1], (row - 1, place - 1, "same")
        else:
            best, step = before[place - 1] + _REPLACED, (row - 1, place - 1, "replaced")
        if before[place] + _ADDED < best:
            best, step = before[place] + _ADDED, (row - 1, place, "added")
        for first, start, kind, price in spellings.get((row, place), ()):
            if costs[first][start] + price < best:
                best, step = costs[first][start] + price, (first, start, kind)
        cost.append(best)
        back.append(step)
    return cost, back


def _free_row(
    row: int, before: list[float], turns: Sequence[int], limit: int, kind: str
) -> tuple[list[float], list[tuple[int, int, str]]]:
    """Let a mark stand for up to *limit* words of one turn, each at a price that prefers the nearest."""
    cost: list[float] = []
    back: list[tuple[int, int, str]] = []
    best, origin = _FAR, -1
    for place, value in enumerate(before):
        turn = turns[min(place, len(turns) - 1)]
        best += 0.0005
        if origin >= 0 and (place - origin > limit or not _in_turn(origin, turns, turn)):
            choices = [other for other in range(max(0, place - limit), place) if _in_turn(other, turns, turn)]
            origin = min(choices, key=lambda other: (before[other] - 0.0005 * other, -other), default=-1)
            best = before[origin] + 0.0005 * (place - origin) if choices else _FAR
        if value <= best and (kind == "insertion" or _in_turn(place, turns, turn)):
            best, origin = value, place
        cost.append(best)
        back.append((row - 1, max(0, origin), kind))
    return cost, back


def _in_turn(place: int, turns: Sequence[int], turn: int) -> bool:
    """Whether the word before *place* is said in *turn*."""
    return place == 0 or turns[place - 1] == turn


def _skips(window: _Window) -> dict[int, list[tuple[int, str, float]]]:
    """By the place behind them: words that may be left out for little, a filler or the first of two repeats."""
    words, turns, fillers = window
    found: dict[int, list[tuple[int, str, float]]] = {}
    for place, word in enumerate(words):
        if word in fillers and place + 1 < len(words) and turns[place + 1] == turns[place] == turns[max(0, place - 1)]:
            found.setdefault(place + 1, []).append((place, "filler", 0.1))
        for size in range(1, MAX_REPEAT + 1):
            again = place + size
            while again < len(words) and words[again] in fillers:
                again += 1
            run = tuple(words[place : place + size])
            if run != tuple(words[again : again + size]) or turns[place] != turns[again + size - 1]:
                continue
            # Nobody stutters a number, and "not not" is not "not".
            if not any(critical(run)):
                found.setdefault(place + size, []).append((place, "repeat", 0.2))
    return found


def _skip_row(
    row: int, cost: list[float], back: list[tuple[int, int, str]], skips: dict[int, list[tuple[int, str, float]]]
) -> None:
    """Let words of the transcript be left out behind the piece of this row."""
    for place in range(1, len(cost)):
        if cost[place - 1] + 1.0 < cost[place]:
            cost[place], back[place] = cost[place - 1] + 1.0, (row, place - 1, "omitted")
        for start, kind, price in skips.get(place, ()):
            if cost[start] + price < cost[place]:
                cost[place], back[place] = cost[start] + price, (row, start, kind)


def _trace(backs: list[list[tuple[int, int, str]]], row: int, place: int, offset: int) -> list[Step]:
    steps: list[Step] = []
    while row > 0:
        before, origin, kind = backs[row][place]
        steps.append(Step(kind, before, row, origin + offset, place + offset))
        row, place = before, origin
    return steps[::-1]

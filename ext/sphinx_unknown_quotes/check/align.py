"""Align the pieces of a quotation with a window of a transcript, word by word, at the least cost.

A weighted edit distance: an omitted filler or repeat is cheap, a different spelling nearly free, a marked omission
free within its limits. The places in front of and behind the quotation are free (it lies somewhere in the window).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .equivalence import acronym_key, keys
from .numbers import is_number_word
from .policy import MAX_ELISION, MAX_INSERTION, MAX_REPEAT
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .quotation import Piece

_LONGEST: Final = 3
#: Digits may take more words than spellings do: one hundred and seventy five billion.
_LONGEST_NUMBER: Final = 6
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
    spellings = _same_words(pieces, words)
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


def _same_words(
    pieces: Sequence[Piece], words: Sequence[str]
) -> dict[tuple[int, int], list[tuple[int, int, str, float]]]:
    """Where runs of the quotation and of the window are the same words differently written.

    By the ends of both runs: their beginnings, the kind of the difference, and what it costs.
    """
    wanted: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for first, piece in enumerate(pieces):
        for size in range(1, _LONGEST_NUMBER + 1):
            run = tuple(other.words[0] for other in pieces[first : first + size] if other.kind == "word")
            if len(run) < size or (size > _LONGEST and not _counts(run)):
                break
            for name in keys(run):
                wanted.setdefault(name, []).append((first, first + size))
        if piece.kind == "word" and (initials := acronym_key(piece.words)):
            wanted.setdefault(("acronym", initials), []).append((first, first + 1))
    beginnings = {name[1][:2] for name in wanted}
    found: dict[tuple[int, int], list[tuple[int, int, str, float]]] = {}
    for start in range(len(words)):
        for size in range(1, min(_LONGEST_NUMBER, len(words) - start) + 1):
            said = tuple(words[start : start + size])
            if size > _LONGEST and not _counts(said):
                break
            names = {("acronym", acronym_key(said) if size > 1 else "")}
            if size == 1 or _may_be_named(said, beginnings):
                names |= keys(said)
            for name in sorted(names & wanted.keys()):
                for first, last in wanted[name]:
                    run = tuple(other.words[0] for other in pieces[first:last])
                    if name[0] == "acronym":
                        found.setdefault((last, start + size), []).append((first, start, "replaced", 0.95))
                    elif _same_meaning(run, said, name[0]):
                        price = 0.05 + 0.001 * size
                        found.setdefault((last, start + size), []).append((first, start, name[0], price))
    return found


def _may_be_named(said: tuple[str, ...], beginnings: set[str]) -> bool:
    """Whether a name of *said* can begin like one that is looked for; to make the names takes much longer."""
    first = said[0]
    return (
        f"{first} "[:2] in beginnings or f"{first}{said[1]}"[:2] in beginnings or "'" in first
        or not first.isascii() or is_number_word(first) or first in ("cause", "em", "til")
    )  # fmt: skip


def _counts(run: tuple[str, ...]) -> bool:
    return all(is_number_word(word) or word == "and" for word in run)


def _same_meaning(run: tuple[str, ...], other: tuple[str, ...], kind: str) -> bool:
    """Whether two runs with one name differ throughout and deny alike.

    "Not able" is written like "notable" and is not it; and a neighbour that is the same on both sides
    must not carry two words over that are not the same ("then apart" for "then a part").
    """
    if run == other:
        return False
    if kind != "number" and len(run) + len(other) > 2 and (run[0] == other[0] or run[-1] == other[-1]):
        return False
    return kind != "spelling" or len(critical(run)[0]) == len(critical(other)[0])


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

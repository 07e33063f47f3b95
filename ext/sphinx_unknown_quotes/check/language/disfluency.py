"""Find what a quotation may leave out: what speakers say without meaning it, and what printers put between words."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from .references import mark
from .vocabulary import critical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .said import Said
    from .tables import Tables

#: A repeat of at most so many words is a stutter; a longer one is said twice on purpose.
MAX_REPEAT: Final = 3
#: The most words of a start that is given up.
MAX_START: Final = 4
#: Marks that separate words from their neighbours.
_PARTING: Final = re.compile(r"[,;:.!?…、。，؛،-]")
#: A dash: a "-" with a space or another "-" next to it. Without these it is a hyphen; folded text has one sign for both.
_DASH: Final = re.compile(r"-[\s-]|\s-|\.\.")
#: A letter that forms compounds with words that begin with the same letter: e-education is not a stutter.
_COMPOUNDING: Final = "e"
_MAX_HYPHENS: Final = 2


class Skip(NamedTuple):
    """Words that may be left out: from *start* up to the place under which it is found."""

    start: int
    kind: str
    cost: float


def skips(said: Said) -> dict[int, list[Skip]]:
    """Return the words that may be left out at a low cost, by the place after them."""
    found: dict[int, list[Skip]] = {}
    for place, finder in _likely(said):
        for end, kind, cost in finder(said, place):
            found.setdefault(end, []).append(Skip(place, kind, cost))
    return found


def _likely(said: Said) -> Iterator[tuple[int, _Finder]]:
    """Yield where to look for what. Most words are none of these, so only few are examined."""
    words, fillers, asides = said.words, said.table.fillers, said.table.asides_by_first
    for place, word in enumerate(words[:-1]):
        if word in fillers:
            yield place, _filler
        if word in asides:
            yield place, _aside
        if word in words[place + 1 : place + _NEAR]:
            yield place, _repeats
        if word[0].isdigit():
            yield place, mark
    for end, gap in enumerate(said.gaps):
        if end and ("-" in gap or ".." in gap):
            yield end - 1, _stutter
            for place in range(max(0, end - MAX_START), end):
                yield place, partial(_start, end=end)


_Found = tuple[int, str, float]
_Finder: TypeAlias = "Callable[[Said, int], Iterator[_Found]]"
#: A repeat begins within so many words, with an um or two between.
_NEAR: Final = 10


def _filler(said: Said, place: int) -> Iterator[_Found]:
    words, turns, table = said.words, said.turns, said.table
    if words[place] not in table.fillers or not turns[place + 1] == turns[place] == turns[max(0, place - 1)]:
        return
    # "5 mm" and the "oh" in nineteen oh eight belong to a number; "uh-uh" means no.
    is_unit = said.counts(place - 1) and (words[place] in table.unit_of or said.counts(place + 1))
    is_no = any(words[one] == words[one + 1] and said.before(one + 1) == "-" for one in (place, max(0, place - 1)))
    if not is_unit and not is_no:
        yield place + 1, "filler", 0.1


def _aside(said: Said, place: int) -> Iterator[_Found]:
    """Words like "you know" between marks, on which nothing depends."""
    phrases = said.table.asides_by_first.get(said.words[place], ())
    for phrase in phrases:
        end = place + len(phrase)
        if tuple(said.words[place:end]) != phrase or len(set(said.turns[place : end + 1])) > 1:
            continue
        # "Like, fifty" means about fifty.
        is_rough = " ".join(phrase) in said.table.approximating and said.counts(end)
        is_rough = is_rough and said.words[end] not in said.table.ordinal_of
        if _PARTING.search(said.gap(place)) and _PARTING.search(said.gap(end)) and not is_rough:
            yield end, "filler", 0.1


def _stutter(said: Said, place: int) -> Iterator[_Found]:
    """The beginning of a word before the word: "th- the", "w-w-word"."""
    word, after = said.words[place], _next(said, place + 1)
    whole = said.words[after] if after < len(said.words) else ""
    if word == whole or not whole.startswith(word) or not word.isalpha() or said.turns[after] != said.turns[place]:
        return
    gap = said.before(place + 1)
    is_letter = gap == "-" and len(word) == 1 and (word != _COMPOUNDING or _is_begun_again(said, place, whole))
    if f"{word}-{whole}" in said.table.compounds:
        return
    # "Co-conspirator" and "conspirator" are different words.
    if (is_letter or _DASH.search(gap)) and _weighs_alike(word, whole, said.table):
        yield place + 1, "repeat", 0.15


def _is_begun_again(said: Said, place: int, whole: str) -> bool:
    """Whether the letter at *place* is a stutter: it comes twice ("e-e-every"), or its word forms no compound with it."""
    is_twice = place > 0 and said.words[place - 1] == said.words[place]
    return is_twice or said.table.senses.is_adverb(whole) or said.table.senses.counts(whole)


def _weighs_alike(word: str, whole: str, table: Tables) -> bool:
    """Whether the beginning of a word denies no more than the word: "no- not" is "not", but "no- now" may deny."""
    negations, modals, numbers = critical((word,), table)
    return not modals and not numbers and (not negations or bool(critical((whole,), table)[0]))


def _next(said: Said, place: int) -> int:
    while place < len(said.words) and said.words[place] in said.table.fillers:
        place += 1
    return place


def _repeats(said: Said, place: int) -> Iterator[_Found]:
    words, turns = said.words, said.turns
    for size in range(1, MAX_REPEAT + _MAX_HYPHENS + 1):
        again = _next(said, place + size)
        if words[place] != (words[again] if again < len(words) else ""):
            continue
        # Speakers say words joined by hyphens as one word.
        if size - sum(said.before(other) == "-" for other in range(place + 1, place + size)) > MAX_REPEAT:
            continue
        run = tuple(words[place : place + size])
        is_same = run == tuple(words[again : again + size]) and turns[place] == turns[again + size - 1]
        if is_same and _may_repeat(said, run, place, again):
            yield place + size, "repeat", 0.2


def _may_repeat(said: Said, run: tuple[str, ...], place: int, again: int) -> bool:
    """Whether what is said twice is meant once. "Not not" is not "not", and "twenty twenty" is a year."""
    negations, modals, numbers = critical(run, said.table)
    is_parted = bool(_PARTING.search(said.gap(again)))
    # A second "can't" does not deny the first.
    if negations and not is_parted and (len(run) > 1 or not modals) and not _denies_within(run, said.table):
        return False
    if not numbers:
        return True
    is_beside = said.counts(place - 1) or (said.counts(again + len(run)) and not said.measures(again + len(run)))
    return is_parted and not is_beside


def _denies_within(run: tuple[str, ...], table: Tables) -> bool:
    """Whether *run* is one word with a negation and a verb in it."""
    return len(run) == 1 and (run[0] in table.denied or run[0].endswith(table.denying_endings))


def _start(said: Said, place: int, end: int) -> Iterator[_Found]:
    """Up to four words that end with a dash at *end* and are given up: "I was— I went", "But the— It is"."""
    openers, words = said.table.openers, said.words
    if words[place] not in openers or said.turns[end] != said.turns[place] or not _DASH.search(said.gap(end)):
        return
    run = tuple(words[place:end])
    after = _next(said, end)
    begins_again = (
        after < len(words) and words[after] == words[place] and words[place] not in said.table.numbers.articles
    )
    is_given_up = run[-1] in openers and (begins_again or all(word in openers for word in run))
    has_dash_within = any(_DASH.search(said.gap(other)) for other in range(place + 1, end))
    if is_given_up and not has_dash_within and not any(critical(run, said.table)):
        yield end, "start", 0.2 * len(run)

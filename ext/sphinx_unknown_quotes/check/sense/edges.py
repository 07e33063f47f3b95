"""Find words directly before or after a quotation, in its sentence, that reverse or limit what it says."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.counting.numbers import is_number_word
from ..language.vocabulary import has_negation
from .changes import FEW
from .denials import denial_behind, denied_view, denies_what_follows, denies_what_was_said, goes_on
from .omissions import attribution
from .sentences import ends_before, has_mark, has_sentences, parting_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..language.senses import Phrases
    from ..language.tables import Tables
    from ..speech.spoken import Spoken

#: The most words of the sentence that are read, before and after.
BEFORE: Final = 10
BEHIND: Final = 5


class Edge(NamedTuple):
    """Words directly before or after a quotation, in its sentence, without which it says something else."""

    #: The words outside of the quotation.
    beyond: str
    why: str
    opens: bool
    #: Whether the whole clause says the contrary.
    turned: bool = False


def begun(first: int, spoken: Spoken, table: Tables) -> int:
    """Return where the words at *first* begin for the first time, if they are repeated: "I don't— I don't know"."""
    if ends_before(spoken, first, table) or not has_mark(spoken, first):
        return first
    for size in (3, 2):
        begin, end = first - size, first + size
        if begin < 0 or end > len(spoken):
            continue
        if spoken.words(begin, first) == spoken.words(first, end):
            return begin
    return first


def opening(first: int, before: list[str], spoken: Spoken, table: Tables) -> Edge | None:
    """Return what is cut off before the word at *first*; *before* has the words of the sentence there."""
    before, mark = _unhesitating(before, first, spoken, table, opens=True)
    if not before:
        return None
    phrases = table.senses.phrases
    last, following = before[-1], spoken.words(first, min(first + 2, len(spoken)))
    if denies_what_follows(last, following, mark, table):
        # In many languages, a negation comes directly before the verb that it denies.
        turned = table.denies_before and last in phrases["not_words"] and not mark
        return Edge(last, "a negation", True, turned)
    if denied := denied_view(before, following, mark, table):
        return Edge(" ".join(before[-denied:]), "a denied view", True)
    hedge = phrases["hedges"].ending(before)
    # "Apparently, | it sings": before a comma, only if the sentence begins with it.
    if hedge and (not mark or hedge == " ".join(before)) and not goes_on(following[0], phrases):
        return Edge(hedge, "how sure it is", True)
    return None if mark else _limit_before(before, following, table)


def _limit_before(before: list[str], following: list[str], table: Tables) -> Edge | None:
    """Return what limits the words directly after it: a condition, how many, or the beginning of a number."""
    phrases = table.senses.phrases
    last, counts = before[-1], is_number_word(following[0], table)
    link = 1 if len(before) > 1 and last in phrases["introducing"] else 0
    if turn := _turned_before(before, following[0], phrases):
        return Edge(turn, "what turns the sense", True)
    supposed = phrases["supposing"].ending(before[: len(before) - link])
    if supposed and not goes_on(following[0], phrases):
        return Edge(" ".join([supposed, *before[len(before) - link :]]), "a condition", True)
    part = phrases["parting"].ending(before) or phrases["parting_before"].ending(before)
    if part and following[0] not in phrases["clausal"] and not goes_on(following[0], phrases):
        return Edge(part, "how many", True)
    if last in table.numbers.articles and following[0] in FEW:
        return Edge(last, "how many", True)
    if counts and (bound := phrases["bounding"].ending(before)):
        return Edge(bound, "a part of the number", True)
    if counts and is_number_word(last, table) and last != "one":
        return Edge(last, "a part of the number", True)
    return None


def _turned_before(before: list[str], following: str, phrases: dict[str, Phrases]) -> str:
    """Return the words that reverse what follows. "Failed | to save" is cut inside these words, "failed to | save" after them."""
    if any(following in phrases[key] for key in ("pronouns", "supposing", "coordinating", "resuming", "introducing")):
        # "I can hear anything, but | I will not sing."
        return ""
    within = "" if following in phrases["goes_on"] else phrases["denying"].ending([*before, following])
    return within or phrases["denying"].ending(before)


def closing(end: int, after: list[str], spoken: Spoken, table: Tables) -> Edge | None:
    """Return what is cut off after the word before *end*; *after* has the words of the sentence there."""
    after, mark = _unhesitating(after, end, spoken, table, opens=False)
    if not after:
        return None
    phrases = table.senses.phrases
    last = spoken.word(end - 1)
    if (denial := denial_behind("" if mark else last, after, table)) and denies_what_was_said(
        denial, last, after, mark, table
    ):
        turned = last in phrases["auxiliaries"] and denial in phrases["not_words"] and mark != "comma"
        return Edge(denial, "a negation", False, turned)
    # "It sings, and | unless it rains we drink": another clause is limited.
    limit = "" if goes_on(last, phrases) else phrases["limits"].at(after)
    if limit:
        return Edge(limit, "a condition", False)
    if mark:
        return None
    if len(after) == 1 and after[0] in phrases["asking_ends"]:
        return Edge(after[0], "a question", False)
    # "[3]" is a reference.
    if "[" not in spoken.before(end) and _goes_on_counting(last, after, table):
        return Edge(after[0], "a part of the number", False, after[0] in table.numbers.scales)
    size = max(0, end - 4)
    part = phrases["parting"].ending(spoken.words(size, end))
    if part and after[0] not in phrases["clausal"] and after[0] not in phrases["coordinating"]:
        return Edge(after[0], f"of what it is “{part}”", False)
    return None


def notes_beside(
    first: int, end: int, before: list[str], after: list[str], spoken: Spoken, table: Tables
) -> Iterator[str]:
    """Yield the notes on the words of the sentence before *first* and after *end*."""
    # Without punctuation, one cannot know whether "but" continues the sentence.
    if after and after[0] in table.senses.phrases["goes_on"] and has_sentences(spoken, end):
        yield "truncated"
    if before and has_negation((before[-1],), table) and parting_mark(spoken, first) != "comma":
        yield "truncated-opening"
    if attribution(before, table):
        yield "reported"


def _unhesitating(words: list[str], place: int, spoken: Spoken, table: Tables, *, opens: bool) -> tuple[list[str], str]:
    """Return the *words* before or after *place* without an um or a "you know" directly there, and the mark there.

    After a hesitation the sentence goes on, so a comma there counts as a dash.
    """
    mark, count = parting_mark(spoken, place), len(words)
    while words:
        size = _hesitates(words, place, spoken, table, opens=opens)
        if not size:
            break
        words, place = (words[:-size], place - size) if opens else (words[size:], place + size)
    return words, "dash" if mark and len(words) < count else mark


def _hesitates(words: list[str], place: int, spoken: Spoken, table: Tables, *, opens: bool) -> int:
    """Return how many of *words*, directly before or after *place*, are an um, or a "you know" between marks."""
    if words[-1 if opens else 0] in table.fillers:
        return 1
    for aside in map(str.split, table.asides):
        size = len(aside)
        beyond = place - size if opens else place + size
        is_there = (words[-size:] if opens else words[:size]) == aside and 0 < beyond < len(spoken)
        if is_there and has_mark(spoken, place) and has_mark(spoken, beyond):
            return size
    return 0


def _goes_on_counting(last: str, after: list[str], table: Tables) -> bool:
    """Whether a number is split, or separated from its percent sign or unit."""
    if not is_number_word(last, table) or last in ("one", "once", "both"):
        return False
    # "One hundred and twenty", "10 to 20", "five and a half".
    phrases = table.senses.phrases
    small = len([*takewhile(phrases["small"].__contains__, after[:2])])
    if 0 < small < len(after) and (after[0] in phrases["counting_on"] or not table.senses.counting_on):
        # "Thousands and thousands" are no more than thousands, and "405 and 5" are two numbers.
        goes_on = is_number_word(after[small], table) and after[small] != last
        return goes_on and (
            after[0] not in table.numbers.joints or last in table.numbers.scales or _is_part(after, table)
        )
    return is_number_word(after[0], table) or after[0] in table.unit_of


def _is_part(words: list[str], table: Tables) -> bool:
    """Whether *words* are "and a half" or the like."""
    is_fraction = len(words) > 2 and words[1] in table.numbers.articles and words[2] in table.numbers.fractions
    return is_fraction or any(" ".join(words[:size]) in table.numbers.halves for size in (1, 2, 3))

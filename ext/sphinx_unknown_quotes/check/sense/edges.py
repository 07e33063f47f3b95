"""What stands right beside the words in their sentence and turns or limits them; whoever cuts there says other things."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.numbers import is_number_word
from ..language.vocabulary import has_negation
from .omissions import attribution
from .sentences import ends_before, has_mark, has_sentences, parting_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..language.tables import Tables
    from ..spoken import Spoken

#: So many words of the sentence are looked at, before and behind.
BEFORE: Final = 10
BEHIND: Final = 5


class Edge(NamedTuple):
    """Words right beside a quotation, in its sentence, without which it says something else."""

    #: The words beyond the edge.
    beyond: str
    why: str
    opens: bool
    #: Whether the clause itself says the contrary.
    turned: bool = False


def begun(first: int, spoken: Spoken, table: Tables) -> int:
    """Return where the words at *first* were begun before they are said again: "I don't— I don't know"."""
    if ends_before(spoken, first, table):
        return first
    for size in (3, 2):
        begin, end = first - size, first + size
        if begin < 0 or end > len(spoken) or not has_mark(spoken, first):
            continue
        if spoken.words(begin, first) == spoken.words(first, end):
            return begin
    return first


def opening(first: int, before: list[str], spoken: Spoken, table: Tables) -> Edge | None:
    """Say what is cut off in front of the word at *first*; *before* are the words of the sentence there."""
    before, mark = _unhesitating(before, first, spoken, table, opens=True)
    if not before:
        return None
    phrases = table.senses.phrases
    last, following = before[-1], spoken.words(first, min(first + 2, len(spoken)))
    if _denies_what_follows(last, following, mark, table):
        # In many languages a negation stands right before the verb that it denies.
        turned = table.denies_before and last in phrases["not_words"] and not mark
        return Edge(last, "a negation", True, turned)
    # What somebody does not know, and asks, nobody denies: "I don't know | why the kettle sings".
    asks = last in phrases["attitudes"] and phrases["asking"].at(following)
    # "I don't know, it sings" is no denial, and "I don't believe, that it sings" is one.
    is_apart = mark == "comma" and following[0] not in phrases["introducing"] and last not in phrases["beliefs"]
    if not asks and not is_apart and (denied := _denied_attitude(before, bool(mark), table)):
        return Edge(" ".join(before[-denied:]), "a denied view", True)
    if mark:
        return None
    if part := phrases["parting"].ending(before):
        return Edge(part, "how many", True)
    if is_number_word(last, table) and is_number_word(following[0], table) and last != "one":
        return Edge(last, "a part of the number", True)
    return None


def closing(end: int, after: list[str], spoken: Spoken, table: Tables) -> Edge | None:
    """Say what is cut off behind the word in front of *end*; *after* are the words of the sentence there."""
    after, mark = _unhesitating(after, end, spoken, table, opens=False)
    if not after:
        return None
    phrases = table.senses.phrases
    last = spoken.word(end - 1)
    if (denial := _denial(after, table)) and _denies_what_was_said(denial, last, after, mark, table):
        turned = last in phrases["auxiliaries"] and denial in phrases["not_words"] and mark != "comma"
        return Edge(denial, "a negation", False, turned)
    if limit := phrases["limits"].at(after):
        return Edge(limit, "a condition", False)
    if mark:
        return None
    if _goes_on_counting(last, after, table):
        return Edge(after[0], "a part of the number", False, after[0] in table.numbers.scales)
    size = max(0, end - 4)
    if part := phrases["parting"].ending(spoken.words(size, end)):
        return Edge(after[0], f"of what it is “{part}”", False)
    return None


def notes_beside(
    first: int, end: int, before: list[str], after: list[str], spoken: Spoken, table: Tables
) -> Iterator[str]:
    """Yield the notes on the words of the sentence before and behind those from *first* to *end*."""
    # Where a transcript has no punctuation, nobody can tell whether "but" goes on with the sentence.
    if after and after[0] in table.senses.phrases["goes_on"] and has_sentences(spoken, end):
        yield "truncated"
    if before and has_negation((before[-1],), table) and parting_mark(spoken, first) != "comma":
        yield "truncated-opening"
    if attribution(before, table):
        yield "reported"


def _unhesitating(words: list[str], place: int, spoken: Spoken, table: Tables, *, opens: bool) -> tuple[list[str], str]:
    """Return the *words* before or behind *place* without an um or "you know" right there, and the mark there.

    Who hesitates goes on with what was said; so a comma there is no more than a dash.
    """
    mark, count = parting_mark(spoken, place), len(words)
    while words:
        size = _hesitates(words, place, spoken, table, opens=opens)
        if not size:
            break
        words, place = (words[:-size], place - size) if opens else (words[size:], place + size)
    return words, "dash" if mark and len(words) < count else mark


def _hesitates(words: list[str], place: int, spoken: Spoken, table: Tables, *, opens: bool) -> int:
    """How many of *words* right before or behind *place* are an um, or a "you know" between marks."""
    if words[-1 if opens else 0] in table.fillers:
        return 1
    for aside in [tuple(aside.split()) for aside in table.asides]:
        size = len(aside)
        beyond = place - size if opens else place + size
        is_there = tuple(words[-size:] if opens else words[:size]) == aside and 0 < beyond < len(spoken)
        if is_there and has_mark(spoken, place) and has_mark(spoken, beyond):
            return size
    return 0


def _denies_what_follows(last: str, following: list[str], mark: str, table: Tables) -> bool:
    """Whether a negation before the words is theirs. One before a comma ended its clause; before a dash somebody pauses."""
    if not has_negation((last,), table) or mark == "comma":
        return False
    if not mark:
        return True
    stands_bare = last in table.senses.phrases["not_words"] or _denies_within(last, table)
    # "It is not- not hot": the words have their own.
    return stands_bare and not has_negation((following[0],), table)


def _denies_what_was_said(denial: str, last: str, after: list[str], mark: str, table: Tables) -> bool:
    """Whether a negation behind the words is theirs. Behind a mark there is another clause or a contrast (", not a kettle"),
    but for "We drink it -- not." and a pause behind the verb.
    """
    if not mark or len(denial.split()) == len(after):
        return True
    return mark == "dash" and last in table.senses.phrases["auxiliaries"]


def _denies_within(word: str, table: Tables) -> bool:
    return word.endswith(table.denying_endings) if table.denying_endings else False


def _denial(after: list[str], table: Tables) -> str:
    """The words that deny at the beginning of *after*: "not", "isn't", "is not"."""
    phrases = table.senses.phrases
    if after[0] in phrases["not_words"] or after[0] in table.denied or _denies_within(after[0], table):
        return after[0]
    if len(after) > 1 and after[1] in phrases["not_words"] and after[0] in phrases["auxiliaries"]:
        return " ".join(after[:2])
    return ""


def _denied_attitude(before: list[str], has_comma: bool, table: Tables) -> int:
    """How many of the last words of *before* say that the speaker, or whom he speaks of, does not hold what follows; 0 if none."""
    phrases = table.senses.phrases
    end = len(before)
    while end and len(before) - end < 3 and before[end - 1] in phrases["linking"]:
        end -= 1
    # "I don't know why | the kettle sings": it does.
    if not end or any(word in phrases["asking"] and word not in phrases["doubting"] for word in before[end:]):
        return 0
    # "Something went wrong, because": only what follows at once is wrong.
    doubt = "" if has_comma and end == len(before) else phrases["doubts"].ending(before[:end])
    first = end - (len(doubt.split()) if doubt else 1)
    denials = [place for place in range(max(0, first - 5), first) if has_negation((before[place],), table)]
    if denials and not phrases["goes_on"].isdisjoint(before[denials[-1] + 1 : first]):
        # "I'll never sing, but the idea that …"
        return 0
    if doubt and not denials:
        return len(before) - first
    if before[end - 1] in phrases["not_words"]:
        # "Ich glaube nicht, dass": what is denied stands in front.
        views = [place for place in range(max(0, end - 4), end - 1) if before[place] in phrases["attitudes"]]
        return len(before) - views[-1] if views else 0
    if doubt or before[end - 1] not in phrases["attitudes"] or not denials:
        return 0
    return len(before) - max(0, denials[-1] - 1)


def _goes_on_counting(last: str, after: list[str], table: Tables) -> bool:
    """Whether a number is cut in two, or parted from its percent or unit."""
    if not is_number_word(last, table) or last in ("one", "once", "both"):
        return False
    # "One hundred and twenty", "10 to 20", "five and a half".
    small = len([*takewhile(table.senses.phrases["small"].__contains__, after[:2])])
    if 0 < small < len(after):
        return is_number_word(after[small], table)
    return is_number_word(after[0], table) or after[0] in table.unit_of

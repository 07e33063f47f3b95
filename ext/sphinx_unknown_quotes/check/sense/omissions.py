"""Find what a marked omission hides: a negation, a number, who said it, the end of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..language.vocabulary import critical, has_negation
from ..policy import MAX_NEGATED_ELISION, MAX_UNPUNCTUATED_ELISION, NEGATION_REACHES
from .sentences import has_end, has_sentences, words_after, words_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..language.tables import Tables
    from ..speech.spoken import Spoken

#: Words that are usually not numbers: "the one that sings first".
_COUNTS_NOTHING: Final = frozenset(["one", "first", "once"])


#: The most words of a sentence that are read.
_SENTENCE: Final = 60


class Doubt(NamedTuple):
    """Why a mark does not pass. ``what`` is what it hides or inserts, in words for a report; empty if there is no doubt."""

    what: str = ""
    #: Whether the remaining words say the contrary.
    turned: bool = False

    def __bool__(self) -> bool:
        """Whether there is a doubt."""
        return bool(self.what)


def may_hide(
    start: int, end: int, around: tuple[Sequence[str], Sequence[str]], spoken: Spoken, table: Tables, whole: bool
) -> Doubt:
    """Return what an omission hides; *around* has the words of the quotation before and after it, up to other marks.

    If these words occur twice in the sentence, it is not clear which are meant, and the longest omission counts.
    """
    if doubt := hidden(start, end, spoken, table, whole):
        return doubt
    before, after = around
    first, last = start, end
    said = words_before(spoken, start, _SENTENCE, table)
    for place in range(len(said) - len(before)) if before else ():
        if said[place : place + len(before)] == list(before):
            first = start - len(said) + place + len(before)
            break
    said = words_after(spoken, end, _SENTENCE, table)
    for place in range(len(said) - len(after), 0, -1) if after else ():
        if said[place : place + len(after)] == list(after):
            last = end + place
            break
    return hidden(first, last, spoken, table, whole)._replace(turned=False) if (first, last) != (start, end) else doubt


def hidden(start: int, end: int, spoken: Spoken, table: Tables, whole: bool) -> Doubt:
    """Return what an omission of the words from *start* to before *end* hides.

    *whole* is whether the quotation ends a sentence before the omission, so that it may leave out whole sentences.
    """
    turn = spoken.turn(start - 1)
    # A listener's words inside the turn do not belong to the quotation.
    said = tuple(
        word for word, own in zip(spoken.words(start, end), spoken.turns(start, end), strict=True) if own == turn
    )
    negations, modals, numbers = critical(said, table)
    if negations:
        return Doubt(f"a negation ({', '.join(negations)})", _is_turned(start, end, spoken, table))
    if modals:
        return Doubt(f"a modal verb ({', '.join(modals)})")
    if counted := [number for number in numbers if number not in _COUNTS_NOTHING]:
        return Doubt(f"a number ({' '.join(counted)})")
    phrases = table.senses.phrases
    for key, name in (("quantifiers", "how many"), ("conditions", "a condition"), ("hedges", "how sure it is")):
        if found := phrases[key].find(said):
            return Doubt(f"{name} ({found})")
    if found := attribution(said, table):
        return Doubt(f"who says so ({found})")
    # "Everyone but Ann" begins before the omission.
    last = (spoken.word(start - 1),) if start else ()
    if said and (found := phrases["denying"].at((*last, *said)) or phrases["denying"].ending(said)):
        return Doubt(f"what turns the sense ({found})")
    if found := phrases["modifying"].ending(said):
        return Doubt(f"how much ({found})")
    return Doubt(_hidden_end(start, end, spoken, table, whole))


def attribution(said: tuple[str, ...] | list[str], table: Tables) -> str:
    """Return the words in *said* that attribute what follows to somebody else; empty if there are none."""
    phrases = table.senses.phrases
    for place in range(len(said)):
        found = phrases["attributions"].at(said, place)
        if found and not phrases["first_persons"].find(said[max(0, place - 3) : place]):
            return found
    return ""


def _hidden_end(start: int, end: int, spoken: Spoken, table: Tables, whole: bool) -> str:
    """Return which end of a sentence is hidden; empty if none, or if only whole sentences are left out."""
    if start == end:
        return ""
    ends = _ends(start, end, spoken, table)
    if not ends:
        if end - start > MAX_UNPUNCTUATED_ELISION and not has_sentences(spoken, start):
            return "perhaps the end of a sentence, since the transcript has no punctuation"
        return ""
    return "" if whole and ends[0] == start and ends[-1] == end else "the end of a sentence"


def _ends(start: int, end: int, spoken: Spoken, table: Tables) -> list[int]:
    """Return the places from *start* to *end* at which the speaker ends a sentence."""
    turn = spoken.turn(start - 1)
    return [
        place for place in range(start, end + 1) if spoken.turn(place - 1) == turn and has_end(spoken, place, table)
    ]


def _is_turned(start: int, end: int, spoken: Spoken, table: Tables) -> bool:
    """Whether a hidden negation belongs to the remaining words: it is near them and in their sentence."""
    said = spoken.words(start, end)
    places = [start + index for index, word in enumerate(said) if has_negation((word,), table)]
    if not places:
        # The negation is inside a verb.
        return True
    ends = _ends(start, end, spoken, table)
    first, last = (ends[0], ends[-1]) if ends else (end, start)
    reach = len(said) if len(said) <= MAX_NEGATED_ELISION else NEGATION_REACHES
    return any(
        (place < first and place - start < reach) or (place >= last and end - place <= reach) for place in places
    )


def are_the_speakers_dots(printed: str, start: int, end: int, spoken: Spoken) -> bool:
    """Whether the transcript has the same dots, without brackets, where the omission begins or ends.

    Then the dots are the speaker's pause and not an omission. For an omission there, one must write ``[…]``.
    """
    if printed.startswith(("[", "(")) or start == 0 or end >= len(spoken):
        return False
    return any(".." in spoken.before(place).replace(" ", "") for place in (start, end))

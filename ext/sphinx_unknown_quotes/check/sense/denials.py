"""Find words next to a quotation that deny it: a negation, or a view that somebody does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language.vocabulary import has_negation

if TYPE_CHECKING:
    from ..language.senses import Phrases
    from ..language.tables import Tables


def denies_what_follows(last: str, following: list[str], mark: str, table: Tables) -> bool:
    """Whether a negation before the words denies them. A comma after it ends its clause; a dash is only a pause."""
    if not has_negation((last,), table) or mark == "comma":
        return False
    phrases = table.senses.phrases
    if following[0] in phrases["coordinating"]:
        # "We do not | and we should not": another clause begins.
        return False
    if not mark:
        return True
    subject = following[0].partition("'")[0]
    if subject in phrases["pronouns"] or subject in phrases["first_persons"]:
        # "It is not -- we have a kettle": another sentence begins.
        return False
    stands_bare = last in phrases["not_words"] or last.endswith(table.denying_endings)
    # "It is not- not hot": the words have their own negation.
    return stands_bare and not has_negation((following[0],), table)


def denies_what_was_said(denial: str, last: str, after: list[str], mark: str, table: Tables) -> bool:
    """Whether a negation after the words denies them. After a mark there is another clause or a contrast (", not a kettle"),
    except in "We drink it -- not." and after a pause that follows the verb.
    """
    if not mark or len(denial.split()) == len(after):
        return True
    return mark == "dash" and last in table.senses.phrases["auxiliaries"]


def denial_behind(last: str, after: list[str], table: Tables) -> str:
    """Return the words at the beginning of *after* that deny what is before them: "not", "isn't", "is not".

    *last* is the last word before them: after a verb or a preposition, a "no" or "nobody" denies, too.
    """
    phrases = table.senses.phrases
    if table.denial_behind and (match := table.denial_behind.match("".join(after))):
        return " ".join(match[0])
    if after[0] in phrases["not_words"] or after[0] in table.denied or after[0].endswith(table.denying_endings):
        return after[0]
    if len(after) > 1 and after[1] in phrases["not_words"] and after[0] in phrases["auxiliaries"]:
        return " ".join(after[:2])
    is_open = last in phrases["auxiliaries"] or (last in phrases["small"] and last not in phrases["coordinating"])
    return after[0] if is_open and has_negation((after[0],), table) else ""


def denied_view(before: list[str], following: list[str], mark: str, table: Tables) -> int:
    """Return how many of the last words of *before* say that somebody does not hold what follows; 0 if none.

    *following* has the next two words; *mark* is the punctuation between them and *before*.
    """
    phrases = table.senses.phrases
    last = before[-1]
    # An open question denies nothing: "I don't know | why the kettle sings".
    asks = bool(phrases["asking"].at(following))
    # "I don't know, it sings" does not deny that it sings, but "I don't believe, that it sings" does.
    is_apart = mark == "comma" and following[0] not in phrases["introducing"] and last not in phrases["beliefs"]
    # "I don't believe, | I believe that it sings", and "it is wrong | and we know it": the speaker begins again.
    begins_again = len(following) > 1 and bool(mark) and phrases["first_persons"].at(following) == following[0]
    begins_again = begins_again and following[1] in phrases["attitudes"]
    if asks or is_apart or begins_again or goes_on(following[0], phrases):
        return 0
    if mark == "dash" and last not in phrases["beliefs"] and following[0] in phrases["pronouns"]:
        return 0
    return _denied_attitude(before, bool(mark), table)


def _denied_attitude(before: list[str], has_mark: bool, table: Tables) -> int:
    phrases = table.senses.phrases
    end = len(before)
    while end and len(before) - end < 3 and before[end - 1] in phrases["linking"]:
        end -= 1
    # "I don't know why | the kettle sings": the kettle does sing.
    if not end or any(word in phrases["asking"] and word not in phrases["doubting"] for word in before[end:]):
        return 0
    # "Something went wrong, because": only words that follow without a mark are denied.
    doubt = "" if has_mark and end == len(before) else _doubt(before[:end], phrases)
    attitude = phrases["attitudes"].ending(before[:end])
    if not doubt and not attitude and before[end - 1] not in phrases["not_words"]:
        return 0
    size = len((doubt or attitude).split()) or 1
    first = end - size
    denials = [place for place in range(max(0, first - 5), first) if has_negation((before[place],), table)]
    if denials and _begins_clause(before[denials[-1] + 1 : first], phrases):
        return 0
    if doubt and not denials:
        return len(before) - first
    if before[end - 1] in phrases["not_words"]:
        # "Ich glaube nicht, dass": the view comes before the negation.
        views = [place for place in range(max(0, end - 4), end - 1) if before[place] in phrases["attitudes"]]
        if not views or _is_known_to_be_so(before[views[-1]], before, views[-1], phrases):
            return 0
        return len(before) - views[-1]
    if doubt or not attitude or not denials or _is_known_to_be_so(attitude, before, denials[-1], phrases):
        return 0
    return len(before) - max(0, denials[-1] - 1)


def goes_on(word: str, phrases: dict[str, Phrases]) -> bool:
    """Whether another clause begins with *word*, which nothing before it denies or limits."""
    return word in phrases["coordinating"] or word in phrases["resuming"]


def _begins_clause(between: list[str], phrases: dict[str, Phrases]) -> bool:
    """Whether another clause begins between a denial and a view: "I'll never sing, but the idea", "not to lie, I think"."""
    keys = ("goes_on", "coordinating", "first_persons")
    return not all(phrases[key].isdisjoint(between) for key in keys) or "because" in between


def _doubt(before: list[str], phrases: dict[str, Phrases]) -> str:
    """Return the words of doubt at the end of *before*, even with a verb of saying after them: "wrong to claim"."""
    if len(before) > 2 and before[-1] in phrases["attitudes"] and before[-2] in phrases["linking"]:
        doubt = phrases["doubts"].ending(before[:-2])
        if doubt:
            return " ".join([doubt, *before[-2:]])
    return phrases["doubts"].ending(before)


def _is_known_to_be_so(attitude: str, before: list[str], denial: int, phrases: dict[str, Phrases]) -> bool:
    """Whether somebody else does not know a fact: "people don't know that it sings"."""
    speaks = phrases["first_persons"].find(before[max(0, denial - 2) : denial + 1])
    return attitude in phrases["factive"] and not speaks

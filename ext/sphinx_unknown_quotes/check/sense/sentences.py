"""Find where the sentences of a transcript begin and end, as far as its punctuation shows it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ..language.words import word_rows

if TYPE_CHECKING:
    from ..language.tables import Tables
    from ..speech.spoken import Spoken

#: A mark that ends a sentence, unless it belongs to an abbreviation. Marks of other scripts always end one.
_MARK = re.compile(r"[.?!](?=[\"')\]*_]*(?:\s|$|--))|[。؟।։]")
_BREAK = re.compile(r"-[\s-]|\s-|\.\s?\.")
_PAUSE = re.compile(r"\.\s?\.")
#: With fewer than one mark in so many words, the marks are those of names, and not of sentences.
_WORDS_A_SENTENCE: Final = 80
_AROUND: Final = 60
#: Words that may begin a sentence after a single letter or an abbreviation.
_OPENERS: Final = ("pronouns", "small", "goes_on", "auxiliaries", "linking", "conditions", "hedges", "quantifiers")


def ends_before(spoken: Spoken, place: int, table: Tables) -> bool:
    """Whether a sentence, or a turn, ends between the word at *place* and the one before it."""
    if not spoken.has_ends and 0 < place < len(spoken):
        return False
    if place <= 0 or place >= len(spoken) or spoken.turn(place - 1) != spoken.turn(place):
        return True
    return has_end(spoken, place, table)


def has_end(spoken: Spoken, place: int, table: Tables) -> bool:
    """Whether a mark ends a sentence between the word at *place* and the one before it."""
    if not spoken.has_ends:
        return False
    if not 0 < place < len(spoken):
        return True
    gap = spoken.before(place)
    if not _MARK.search(gap) or gap in (".", "!", "?"):
        return False
    if place >= len(spoken) or "?" in gap or "!" in gap or not gap.lstrip().startswith("."):
        return True
    following = spoken.said(place, place + 1)[:1]
    if _PAUSE.search(gap):
        # Dots are a pause, after which the sentence may go on or another may begin.
        return not following.islower()
    word = spoken.word(place - 1)
    is_initial = len(word) == 1 and word.isascii() and word.isalpha() and word != "i"
    if is_initial or word in table.senses.phrases["abbreviations"]:
        # "It begins with an S. But", "and so on, etc. We": these words do not begin a name.
        begins = any(spoken.word(place) in table.senses.phrases[key] for key in _OPENERS)
        return begins and not following.islower()
    return True


def has_sentences(spoken: Spoken, place: int) -> bool:
    """Whether the transcript has marks at the ends of sentences around *place*; automatic captions often have none."""
    first, end = max(0, place - _AROUND), min(len(spoken), place + _AROUND)
    if first >= end:
        return False
    marks = len(_MARK.findall(spoken.said(first, end) + (spoken.before(end))))
    return marks * _WORDS_A_SENTENCE >= end - first


def words_before(spoken: Spoken, place: int, count: int, table: Tables) -> list[str]:
    """Return up to *count* words of the sentence before *place*."""
    if not 0 < place <= len(spoken):
        return []
    first = max(0, place - count)
    turns = spoken.turns(first, min(place + 1, len(spoken)))
    first = place - len([*takewhile(turns[-1].__eq__, reversed(turns[: place - first]))])
    words, text = spoken.words(first, place), spoken.around(first, place)
    for mark in reversed([*_MARK.finditer(text)]):
        size = _count(text[mark.end() :])
        if size <= len(words) and has_end(spoken, place - size, table):
            return words[len(words) - size :]
    return words


def words_after(spoken: Spoken, place: int, count: int, table: Tables) -> list[str]:
    """Return up to *count* words of the sentence from *place* on."""
    if not 0 < place < len(spoken):
        return []
    turns = spoken.turns(place - 1, min(place + count, len(spoken)))
    end = place + len([*takewhile(turns[0].__eq__, turns[1:])])
    words, text = spoken.words(place, end), spoken.around(place, end)
    for mark in _MARK.finditer(text) if words else ():
        size = _count(text[: mark.start()])
        if size < len(words) and has_end(spoken, place + size, table):
            return words[:size]
    return words


def _count(text: str) -> int:
    return len(word_rows(text)[0].split())


def has_mark(spoken: Spoken, place: int) -> bool:
    """Whether there is a comma, a dash or the like between the word at *place* and the one before it."""
    gap = spoken.before(place)
    # A hyphen joins words: "twenty-five".
    return gap != "-" and bool("".join(gap.split()).strip("\"'()[]$*_"))


def parting_mark(spoken: Spoken, place: int) -> str:
    """Return the mark before the word at *place*: ``dash`` for a dash or dots, ``comma`` for a comma or the like, or empty."""
    if not has_mark(spoken, place):
        return ""
    return "dash" if _BREAK.search(spoken.before(place)) else "comma"


def is_sentence(first: int, end: int, spoken: Spoken, table: Tables) -> bool:
    """Whether the words from *first* to before *end* are whole sentences."""
    return ends_before(spoken, first, table) and ends_before(spoken, end, table)

"""Decide whether the name in a quotation and the name in a transcript are those of the same person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_TITLES: Final = frozenset(
    [
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "hon",
        "judge",
        "senator",
        "president",
        "sen",
        "rep",
        "representative",
        "congressman",
        "congresswoman",
        "chairman",
        "chairwoman",
        "secretary",
        "governor",
        "general",
        "admiral",
        "ambassador",
    ]
)
#: Labels of programs and transcribers in place of an unknown name, with or without a number or a letter.
_NO_NAME: Final = re.compile(
    r"(?:(?:the|an?|un(?:known|identified)|anonymous|(?:fe)?male|first|second|third|another|other) )*"
    r"(?:speaker|spk|spkr|speaker name|voice|voice-?over|v|s|m|f|q|a|unknown|un(?:known|identified)|(?:fe)?male|man|woman|"
    r"person|participant|people|host|co-?host|guest|interviewer|interviewee|moderator|narrator|announcer|operator|audience|"
    r"audience member|student|question(?:er)?|answer|caller|crowd|all|both|everyone|group|reporter|panell?ist|chair|"
    r"chair(?:man|woman|person)|vice chair(?:man|woman)?|witness|court|clerk|anonymous|listener|respondent|sprecher(?:in)?|"
    r"locuteur|intervenant|hablante|orador|orateur|falante|parlante|спикер|говорящий|ведущий|話者|说话人|發言人|发言人|متحدث)"
    r"(?:[ _#.:-]*\d{1,4}|[ _#.:-]+(?:[a-z]|one|two|three|four))?[.:]?",
)
#: Initials. Three letters with a vowel may be a short name in capitals (ADA), and are not among them.
_INITIALS: Final = re.compile(r"[^\W\d_a-z](?:\.? ?[^\W\d_a-z])?\.?|(?:[^\W\d_a-z]\. ?){2,4}|[B-DF-HJ-NP-TV-XZ]{3}")

#: An aside that nothing closes goes to the end of the text. Else each one would search to the end again.
_ASIDE: Final = re.compile(r"\([^)]*(?:\)|\Z)")


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    plain = "".join(
        character for character in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(character)
    )
    # "Bezos, Jeff" and "Jeff Bezos (Amazon)" are "Jeff Bezos".
    plain = _ASIDE.sub(lambda match: " " if match[0].endswith(")") else match[0], plain)
    if plain.count(",") == 1:
        last, _, first = plain.partition(",")
        plain = f"{first} {last}"
    parts = re.findall(r"[^\W_]+", plain)
    return tuple(part for part in parts if part not in _TITLES) or tuple(parts)


def same_person(name: str, label: str, labels: Collection[str]) -> bool:
    """Whether *name* may be the person with the label *label*; *labels* are all labels of that transcript.

    Either may be shorter (Bezos, J. Bezos, Jeff Bezos). But if *name* is itself a label, or fits another label better,
    it is not this person.
    """
    ours, theirs = _parts(name), _parts(label)
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if any(_parts(other) == ours for other in labels):
        return False
    fitting = {_parts(other) for other in labels if _fits(ours, _parts(other))}
    return _fits(ours, theirs) and len(fitting) == 1


def _fits(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    short, long = sorted((ours, theirs), key=len)
    if not short or any(part.isdigit() for part in (*short, *long)):
        return False
    if len(short) == len(long) and short[-1] != long[-1]:
        return False
    rest = list(long)
    for part in short:
        match = next((other for other in rest if other == part or _is_initial(part, other)), None)
        if match is None:
            return False
        rest.remove(match)
    # An initial alone is not enough.
    return any(len(part) > 1 and part in long for part in short)


def _is_initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def called(label: str, labels: Mapping[str, str]) -> str:
    """Return the name for *label*: that of the source's *labels* if they have it, else *label* itself."""
    return labels.get(label) or next((labels[key] for key in labels if key.casefold() == label.casefold()), label)


def is_no_name(label: str) -> bool:
    """Whether a label does not name a person: Speaker 1, Q, initials, Moderator."""
    return bool(_NO_NAME.fullmatch(label.strip().casefold()) or _INITIALS.fullmatch(label.strip()))


def attributed(
    names: Collection[str], said_by: Collection[str | None], known: Collection[str], labels: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the notes on who says the words; none if it is the people *names*.

    *said_by* has the labels of the words, *known* all labels of the transcript, and *labels* the names that the source
    gives to them. ``speaker-wrong``: somebody else says some of the words. ``speaker-silent``: one of *names* says none
    of them. ``speaker-unknown``: it cannot be decided.
    """
    known = {called(label, labels) for label in known}
    people = {called(label, labels) for label in said_by if label}
    unknown = {person for person in people if not any(_is_labelled(name, person) for name in names)}
    unknown = {person for person in unknown if is_no_name(person) or _are_initials(person, names)}
    unknown -= {person for person in unknown if _is_anothers(person, names, known)}
    if unknown and all(any(same_person(name, person, known) for person in labels.values()) for name in names):
        # The source gives other labels to these people.
        return ("speaker-wrong",)
    if any(not any(same_person(name, person, known) for name in names) for person in people - unknown):
        return ("speaker-wrong",)
    if unknown or None in said_by:
        return ("speaker-unknown",)
    if len(names) > 1 and any(not any(same_person(name, person, known) for person in people) for name in names):
        return ("speaker-silent", "speaker-wrong")
    return ()


def _is_labelled(name: str, label: str) -> bool:
    """Whether the quotation has the label itself as a name."""
    return _parts(name) == _parts(label) and bool(_parts(name))


def _is_anothers(label: str, names: Collection[str], known: Collection[str]) -> bool:
    """Whether a label that is not a name cannot mean any of *names*: each of them has another label of the same kind."""
    own = [[other for other in known if _is_labelled(name, other)] for name in names]
    is_initials = bool(_INITIALS.fullmatch(label.strip())) and not _are_initials(label, names)
    return all(found and (is_initials or is_no_name(found[0])) for found in own)


def _are_initials(label: str, names: Collection[str]) -> bool:
    letters = "".join(part for part in _parts(label))
    return label.isupper() and any(
        len(_parts(name)) > 1 and letters == "".join(part[0] for part in _parts(name)) for name in names
    )

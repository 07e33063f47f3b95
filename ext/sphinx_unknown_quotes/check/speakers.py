"""Whether the name in a quotation and the name in a transcript are the same person's."""

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
#: What a program or a transcriber writes who does not know the name, with a number or a letter behind it or not.
_NO_NAME: Final = re.compile(
    r"(?:(?:the|an?|un(?:known|identified)|anonymous|(?:fe)?male|first|second|third|another|other) )*"
    r"(?:speaker|spk|spkr|speaker name|voice|voice-?over|v|s|m|f|q|a|unknown|un(?:known|identified)|(?:fe)?male|man|woman|"
    r"person|participant|people|host|co-?host|guest|interviewer|interviewee|moderator|narrator|announcer|operator|audience|"
    r"audience member|student|question(?:er)?|answer|caller|crowd|all|both|everyone|group|reporter|panell?ist|chair|"
    r"chair(?:man|woman|person)|vice chair(?:man|woman)?|witness|court|clerk|anonymous|listener|respondent|sprecher(?:in)?|"
    r"locuteur|intervenant|hablante|orador|orateur|falante|parlante|спикер|говорящий|ведущий|話者|说话人|發言人|发言人|متحدث)"
    r"(?:[ _#.:-]*\d{1,4}|[ _#.:-]+(?:[a-z]|one|two|three|four))?[.:]?",
)
#: Three letters with a vowel may be a short name in capitals (ADA).
_INITIALS: Final = re.compile(r"[^\W\d_a-z](?:\.? ?[^\W\d_a-z])?\.?|(?:[^\W\d_a-z]\. ?){2,4}|[B-DF-HJ-NP-TV-XZ]{3}")

#: Up to the end where nothing closes it, so that nobody looks for an end again and again.
_ASIDE: Final = re.compile(r"\([^)]*(?:\)|\Z)")


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    plain = "".join(
        character for character in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(character)
    )
    # "Bezos, Jeff" is "Jeff Bezos"; "Jeff Bezos (Amazon)" too.
    plain = _ASIDE.sub(lambda match: " " if match[0].endswith(")") else match[0], plain)
    if plain.count(",") == 1:
        last, _, first = plain.partition(",")
        plain = f"{first} {last}"
    parts = re.findall(r"[^\W_]+", plain)
    return tuple(part for part in parts if part not in _TITLES) or tuple(parts)


def same_person(name: str, label: str, labels: Collection[str]) -> bool:
    """Whether *name* may be who the transcript calls *label*; *labels* are all names of that transcript.

    Either may be shorter (Bezos, J. Bezos, Jeff Bezos), but a name that is itself a label is nobody else's,
    and neither is one that fits another label better.
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
    # An initial alone names nobody.
    return any(len(part) > 1 and part in long for part in short)


def _is_initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def called(label: str, labels: Mapping[str, str]) -> str:
    """Whom the transcript means with *label*, by the source's *labels* where they have it."""
    return labels.get(label) or next((labels[key] for key in labels if key.casefold() == label.casefold()), label)


def is_no_name(label: str) -> bool:
    """Whether a label tells nobody apart from others: Speaker 1, Q, initials, Moderator."""
    return bool(_NO_NAME.fullmatch(label.strip().casefold()) or _INITIALS.fullmatch(label.strip()))


def attributed(
    names: Collection[str], said_by: Collection[str | None], known: Collection[str], labels: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the notes on who says the words: none where it is the people *names*.

    *said_by* are the labels under which the words stand, *known* all of the transcript, and *labels* what the source
    says that they mean. With ``speaker-wrong`` somebody else says some of the words, or (``speaker-silent``) one of
    *names* none of them; ``speaker-unknown`` is neither yes nor no.
    """
    known = {called(label, labels) for label in known}
    people = {called(label, labels) for label in said_by if label}
    unknown = {person for person in people if not any(_is_labelled(name, person) for name in names)}
    unknown = {person for person in unknown if is_no_name(person) or _are_initials(person, names)}
    unknown -= {person for person in unknown if _is_anothers(person, names, known)}
    if unknown and all(any(same_person(name, person, known) for person in labels.values()) for name in names):
        # The source says which labels are theirs, and these are others.
        return ("speaker-wrong",)
    if any(not any(same_person(name, person, known) for name in names) for person in people - unknown):
        return ("speaker-wrong",)
    if unknown or None in said_by:
        return ("speaker-unknown",)
    if len(names) > 1 and any(not any(same_person(name, person, known) for person in people) for name in names):
        return ("speaker-silent", "speaker-wrong")
    return ()


def _is_labelled(name: str, label: str) -> bool:
    """Whether the quotation gives the label itself for a name."""
    return _parts(name) == _parts(label) and bool(_parts(name))


def _is_anothers(label: str, names: Collection[str], known: Collection[str]) -> bool:
    """Whether a label that is no name means nobody of *names*: each has another in this transcript, of the same kind."""
    own = [[other for other in known if _is_labelled(name, other)] for name in names]
    is_initials = bool(_INITIALS.fullmatch(label.strip())) and not _are_initials(label, names)
    return all(found and (is_initials or is_no_name(found[0])) for found in own)


def _are_initials(label: str, names: Collection[str]) -> bool:
    letters = "".join(part for part in _parts(label))
    return label.isupper() and any(
        len(_parts(name)) > 1 and letters == "".join(part[0] for part in _parts(name)) for name in names
    )

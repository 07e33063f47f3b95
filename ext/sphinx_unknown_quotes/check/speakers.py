"""Whether the name in a quotation and the name in a transcript are the same person's."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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
    ]
)


def _parts(name: str) -> tuple[str, ...]:
    plain = "".join(
        character for character in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(character)
    )
    # "Bezos, Jeff" is "Jeff Bezos"; "Jeff Bezos (Amazon)" too.
    plain = re.sub(r"\([^)]*\)", " ", plain)
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


def all_allowed(names: Collection[str], labels: Iterable[str], known: Collection[str]) -> bool:
    """Whether each of *labels* is one of the people *names*."""
    return all(any(same_person(name, label, known) for name in names) for label in labels)

"""File people by surname, as an index does. In most names the surname is the last word.

The rules are those of an English index (Chicago Manual of Style, 16.71): a particle in lower case goes after the given
names (Rossum, Guido van); one with a capital is part of the surname (Le Guin, Ursula K.).
If a rule files somebody wrongly, the record says it right with ``sort``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Words in lower case that the name of a person may have. A name with any other is that of an organisation.
_PARTICLES: Final = frozenset([
    "af", "al", "av", "ben", "bin", "da", "dal", "das", "de", "del", "dela", "della", "den", "der", "des", "di",
    "do", "dos", "du", "el", "ibn", "in", "la", "las", "le", "les", "lo", "los", "op", "te", "ten", "ter", "'t",
    "’t", "van", "vom", "von", "y", "e", "i", "zu", "zum", "zur",
])  # fmt: skip
#: Particles that begin a surname if they have a capital.
_CAPITALS: Final = frozenset([
    "Al", "Ben", "Bin", "Da", "Dal", "De", "Del", "Della", "Den", "Der", "Des", "Di", "Do", "Dos", "Du", "El",
    "Ibn", "La", "Las", "Le", "Les", "Lo", "Los", "Mac", "Saint", "St.", "Ten", "Ter", "Van", "Vom", "Von", "Zu",
    "Zum", "Zur",
])  # fmt: skip
#: Words between two surnames of one person.
_BETWEEN: Final = frozenset(["y", "e", "i"])
#: Names that stay as they are: those in Han, kana and Hangul begin with the surname; those with digits or & are not people's.
_AS_GIVEN: Final = re.compile(r"[\u2e80-\u303f\u3041-\u312f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\d&]")
_ADDED: Final = re.compile(r"(?:,? (?:et al\.?|and others)|,? (?:Jr|Sr)\.?|,? I{2,3}|,? IV|, (?:Ph\.?D|M\.?D)\.?)+$")


@lru_cache(maxsize=1 << 14)
def filed_name(name: str) -> str:
    """Return the form in which an index has *name*: ``Hewitt, John``. A name whose order is not known stays as it is."""
    plain = _ADDED.sub("", name)
    words = plain.split()
    surname = len(words) - 1
    if surname < 1 or "," in plain or _AS_GIVEN.search(plain) or not _personal(words):
        return name
    while surname > 1 and words[surname - 1] in _CAPITALS:
        surname -= 1
    if surname > 2 and words[surname - 1] in _BETWEEN:
        surname -= 2
    return f"{' '.join(words[surname:])}, {' '.join(words[:surname])}{name[len(plain) :]}"


def _personal(words: list[str]) -> bool:
    """Whether *words* can be a person's name: without an “of” or “the”, or all in lower case."""
    return all(word in _PARTICLES or not word.islower() for word in words) or all(word.islower() for word in words)

"""Propose names: the id of a new quotation, and the file of a new source."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

#: Latin letters that are not a letter of a-z with an accent.
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "&": " and "}
)
#: Frequent words, which do not distinguish a quotation.
_COMMON_WORDS: Final = (
    "a about actually all also am an and any are as at be because been but by can could did do does doing even for "
    "from get go going got had has have he her here him his how i if in into is it its just kind know like lot make "
    "may me might more most much my no not of on one or our out over really said say see seem she should so some sort "
    "than that the their them then there these they thing things think this those to too up us very was way we well "
    "were what when where which who why will with would you your im ive id its thats dont doesnt didnt cant isnt "
    "arent wasnt were youre theyre weve"
)
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_ID_WORDS: Final = 4
_ID_LETTERS: Final = 48
_FILE_LETTERS: Final = 60
#: What may follow a name and does not belong to it.
_TITLES: Final = ("jr", "sr", "ii", "iii", "iv", "phd", "md", "et", "al")
#: A source cannot have a file with this name.
_NO_SOURCE: Final = ("unknowns",)


def slug(text: str, most: int = _FILE_LETTERS) -> str:
    """Return *text* in a-z, 0-9 and single hyphens, cut after a whole word; empty if no letter is Latin."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = re.sub(r"['’`\u0300-\u036f]", "", plain)
    words = re.findall(r"[a-z0-9]+", plain)
    while len(words) > 1 and len("-".join(words)) > most:
        words.pop()
    return "-".join(words)[:most].strip("-")


def propose_id(words: str, speakers: tuple[str, ...], source: str, taken: Container[str]) -> str:
    """Return an id that is not *taken*, from the speaker's surname and distinctive words.

    If the words have no Latin letters, the name of the *source* replaces them.
    """
    family = [part for part in slug(speakers[0]).split("-") if part not in _TITLES] if speakers else []
    said = [word for word in slug(words, 10_000).split("-") if word]
    telling = [word for word in said if word not in _COMMON and len(word) > 1]
    parts = [*family[-1:], *((telling or said)[:_ID_WORDS] or [slug(source) or "quotation"])]
    return _free(slug(" ".join(parts), _ID_LETTERS) or "quotation", taken)


def propose_file(source: Mapping[str, str], taken: Container[str]) -> str:
    """Return a name for the file of a new source, without ``.yaml``, from its container and its title."""
    title, container = slug(source.get("title", ""), 200), slug(source.get("container", ""), 200)
    both = title if not container or title.startswith(container) else f"{container}-{title}"
    name = slug(both.replace("-", " ")) or slug(source.get("type", "")) or "source"
    return _free(f"{name}-source" if name in _NO_SOURCE else name, taken)


def _free(name: str, taken: Container[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free

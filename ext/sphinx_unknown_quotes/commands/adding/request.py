"""Read what somebody wants to record, by the keys of a record and by the rules for files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.linking.addresses import split_address
from ...collection.parsing.validation import QUOTATION_VALUES, SOURCE_VALUES, VIA_VALUES
from ...collection.problems import InvalidValueError, nearest, shown
from ...collection.records import UNKNOWNS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

#: The options for the source; below, those for the reporter and for the quotation.
SOURCE_KEYS: Final = tuple(SOURCE_VALUES)
VIA_KEYS: Final = {f"via-{key}": key for key in VIA_VALUES}
#: A new quotation has no former id, and nothing to refer to.
QUOTATION_KEYS: Final = tuple(key for key in QUOTATION_VALUES if key not in ("formerly", "see"))
#: White space between words, but not the no-break space that French has before a question mark.
_SPACE: Final = re.compile("[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_BLANK_LINE: Final = re.compile("\r?\n[ \t]*(?:\r?\n[ \t]*)+")


class Request(NamedTuple):
    """A quotation and its source, as far as they were given. Every value is valid for its key."""

    quotation: dict[str, str]
    speakers: tuple[str, ...]
    via: dict[str, str]
    source: dict[str, str]
    #: The file of the source without ``.yaml``; empty if it was not named.
    file: str = ""


class Wrong(NamedTuple):
    """A value that cannot be recorded."""

    name: str
    message: str


def tidy(text: str) -> str:
    """Return words with single spaces between them, and one empty line between paragraphs."""
    parts = [_SPACE.sub(" ", part).strip() for part in _BLANK_LINE.split(text)]
    return "\n\n".join(part for part in parts if part)


def read_request(given: Mapping[str, str], speakers: Iterable[str] = (), file: str = "") -> tuple[Request, list[Wrong]]:
    """Read what was *given*, by the names of options. Return the request, and the values that cannot be recorded.

    A moment or a page in the address (``url``) is used if none is given.
    """
    given = {name: value for name, value in given.items() if value.strip()}
    wrong: list[Wrong] = []

    def values(checks: Mapping[str, Callable[[str], str]], names: Mapping[str, str]) -> dict[str, str]:
        found = {}
        for name, key in names.items():
            if name in given and (value := _checked(name, tidy(given[name]), checks[key], wrong)):
                found[key] = value
        return found

    source = values(SOURCE_VALUES, {key: key for key in SOURCE_KEYS})
    quotation = values(QUOTATION_VALUES, {key: key for key in QUOTATION_KEYS if key != "speaker"})
    via = values(VIA_VALUES, VIA_KEYS)
    if via and "title" not in via:
        wrong.append(Wrong("via-title", "is missing: it names the reporter whose address or date is given."))
        via = {}
    if "url" in source:
        place = split_address(source["url"])
        source["url"] = place.url
        for key, value in (("at", place.at), ("page", place.page)):
            if value and key not in given:
                quotation[key] = value
    names = [_checked("speaker", tidy(name), QUOTATION_VALUES["speaker"], wrong) for name in speakers if name.strip()]
    return Request(quotation, tuple(dict.fromkeys(name for name in names if name)), via, source, file), wrong


def _checked(name: str, value: str, check: Callable[[str], str], wrong: list[Wrong]) -> str:
    try:
        return check(value)
    except InvalidValueError as error:
        wrong.append(Wrong(name, str(error)))
        return ""


def known_unknown(unknowns: Iterable[str]) -> Callable[[str], str]:
    """Return a function that accepts the *unknowns* of a collection; for any other value its error names the nearest one."""
    allowed = tuple(unknowns)

    def check(value: str) -> str:
        if value not in allowed:
            hint = nearest(value, allowed) if allowed else " Nothing is: the file is empty or not there."
            hint = hint or " Name it there first, or leave the value out."
            raise InvalidValueError("unknown", f"{shown(value)} is not in {UNKNOWNS_FILE}.{hint}")
        return value

    return check

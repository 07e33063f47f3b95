"""Read a quotation that a page records, from the directive's options and body, by the same rules as in a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ...collection.parsing.validation import QUOTATION_VALUES, SOURCE_VALUES, VIA_VALUES, misplaced
from ...collection.problems import InvalidValueError
from ...collection.records import Quotation, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: The options that describe the quotation; below, those for its reporter and its source.
QUOTATION_OPTIONS = tuple(key for key in QUOTATION_VALUES if key != "text")
#: The option for how indexes file the speakers, with its description.
SORT_OPTION = "speaker-sort"
SORT_HELP = "The forms in which indexes file the speakers, in their order, with semicolons between them; empty for a speaker who is filed by the last word."
VIA_OPTIONS = {"via": "title", "via-url": "url", "via-date": "date"}
SOURCE_OPTIONS = {"source": "title", **{key: key for key in SOURCE_VALUES if key != "title"}}


class InlineRecord(NamedTuple):
    """A quotation of a page as builtins, which node attributes and the environment can keep."""

    quotation: dict[str, Any]
    source: dict[str, Any]

    def records(self) -> tuple[Quotation, Source]:
        """Return the typed records."""
        return msgspec.convert(self.quotation, Quotation), msgspec.convert(self.source, Source)


class OptionProblem(NamedTuple):
    """One option with a problem, and the problem."""

    option: str
    subtype: str
    message: str


_NO_REPORTER = "is missing: it names the reporter whose address or date is given."


def read_inline(
    options: Mapping[str, str], text: str, path: str, line: int
) -> tuple[InlineRecord, list[OptionProblem]]:
    """Read *options* (without flags) and the body *text* of a directive at *line* of the file *path*.

    A value that its option does not allow is reported and left out.
    """
    problems: list[OptionProblem] = []

    def valid(check: Callable[[str], str], option: str, value: str) -> str | None:
        try:
            # The environment then keeps equal values once.
            return sys.intern(check(value))
        except InvalidValueError as error:
            problems.append(OptionProblem(option, error.subtype, str(error)))
            return None

    def values(checks: Mapping[str, Callable[[str], str]], names: Mapping[str, str]) -> dict[str, str]:
        found = {key: valid(checks[key], option, options[option]) for option, key in names.items() if option in options}
        return {key: value for key, value in found.items() if value is not None}

    lists = ("speaker", "formerly", "see")
    quotation: dict[str, Any] = values(QUOTATION_VALUES, {key: key for key in QUOTATION_OPTIONS if key not in lists})
    named = (valid(QUOTATION_VALUES["speaker"], "speaker", part) for part in _parts(options, "speaker") if part)
    speakers = [name for name in named if name]
    sort = _parts(options, SORT_OPTION)
    if any(sort[len(speakers) :]):
        problems.append(OptionProblem(SORT_OPTION, "value", "has more names than :speaker: has."))
    source: dict[str, Any] = {"title": "", "type": "", **values(SOURCE_VALUES, SOURCE_OPTIONS)}
    if stray := misplaced(source["type"], quotation):
        option, message = stray
        problems.append(OptionProblem(option, "value", message))
        del quotation[option]
    via = values(VIA_VALUES, VIA_OPTIONS)
    if via and "title" not in via:
        problems.append(OptionProblem("via", "missing_key", _NO_REPORTER))
    quotation |= {"text": text, "path": path, "line": line, "source": _key(source)}
    quotation["lang_assumed"] = "lang" not in quotation
    if speakers:
        quotation["speaker"] = tuple(speakers)
        quotation["sort"] = {name: filed for name, filed in zip(speakers, sort, strict=False) if filed}
    for key in ("formerly", "see"):
        read = [valid(QUOTATION_VALUES[key], key, part) for part in _parts(options, key) if part]
        if any(read):
            quotation[key] = tuple(filter(None, read))
    if "title" in via:
        quotation["via"] = via
    return InlineRecord(quotation, source | {"key": quotation["source"]}), problems


def _parts(options: Mapping[str, str], option: str) -> list[str]:
    return [part.strip() for part in options.get(option, "").split(";")]


def _key(source: Mapping[str, str]) -> str:
    """Return the key of a source: two quotations of a page have one source if its title and address agree."""
    return source["title"] or source.get("url", "")

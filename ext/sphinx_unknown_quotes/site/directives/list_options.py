"""The options of a list of quotations, from which the directive and the guide's table are made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import Any, Final, NamedTuple

from ...collection.problems import nearest, shown
from ...collection.selection import DEFAULT_SORT, FILTERS, GROUPINGS, SORT_KEYS

STYLES: Final = ("list", "cards", "table", "timeline")

_FILTER_HELP: Final = {
    "speaker": "Only these speakers.",
    "unknown": "Only these keys of unknowns.yaml.",
    "source": "Only these sources: the names of their files without .yaml.",
    "year": "Only these years.",
    "type": "Only these types of source.",
    "lang": "Only these languages.",
    "evidence": "Only quotations with this support.",
    "via": "Only what these second-hand reporters have passed on: their titles.",
}
#: Every option of ``unknown-quote-index`` with its meaning.
OPTIONS: Final[dict[str, str]] = {
    "by": f"What the list is grouped by: {', '.join(GROUPINGS)}. Without it: unknown; year for a timeline.",
    "style": f"How it looks: {', '.join(STYLES)}. Without it: list.",
    **{name: f"{_FILTER_HELP[name]} Separate several with semicolons." for name in FILTERS},
    "sort": f"The order within a group, one or more of {', '.join(SORT_KEYS)}; a - before one reverses it. Without it: {' '.join(DEFAULT_SORT)}.",
    "limit": "The greatest number of quotations, after sorting.",
    "plain": "No links to the groups and no filter, for a list within a text. Takes no value.",
    "empty": "The text that is shown if there is no quotation. Without it: nothing.",
}
#: Every option of ``unknown-quote-map`` with its meaning.
MAP_OPTIONS: Final = {name: text for name, text in OPTIONS.items() if name in (*FILTERS, "empty")}


@dataclass(slots=True)
class ListOptions:
    """The options of one list, checked."""

    by: str = "unknown"
    style: str = "list"
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: tuple[str, ...] = DEFAULT_SORT
    limit: int = 0
    plain: bool = False
    empty: str = ""

    def asdict(self) -> dict[str, Any]:
        """Return the options as builtins."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


class ListProblem(NamedTuple):
    """A value that its option does not allow, and what is allowed."""

    option: str
    message: str


def read_options(options: dict[str, str]) -> tuple[ListOptions, list[ListProblem]]:
    """Read the directive's *options*. A value that is not allowed is reported and left out."""
    problems: list[ListProblem] = []
    read = ListOptions(empty=options.get("empty", "").strip(), plain="plain" in options)

    def allowed(option: str, value: str, choices: tuple[str, ...]) -> bool:
        if value in choices:
            return True
        problems.append(ListProblem(option, f"{value!r} is not one of {', '.join(choices)}.{nearest(value, choices)}"))
        return False

    if "style" in options and allowed("style", options["style"], STYLES):
        read.style = options["style"]
        read.by = "year" if read.style == "timeline" else read.by
    if "by" in options and allowed("by", options["by"], GROUPINGS):
        read.by = options["by"]
    if "sort" in options:
        keys = [key for key in re.split(r"[\s,;]+", options["sort"]) if key]
        read.sort = tuple(key for key in keys if key.removeprefix("-") in SORT_KEYS) or DEFAULT_SORT
        wrong = [key.removeprefix("-") for key in keys if key.removeprefix("-") not in SORT_KEYS]
        # A sentence in place of keys is one mistake, and gets one message.
        if len(wrong) > 1:
            message = f"none of {', '.join(map(shown, wrong[:3]))}{' …' if wrong[3:] else ''} is one of {', '.join(SORT_KEYS)}."
            problems.append(ListProblem("sort", message))
        elif wrong:
            allowed("sort", wrong[0], SORT_KEYS)
    if "limit" in options:
        if re.fullmatch(r"[0-9]{1,9}", options["limit"]) and int(options["limit"]):
            read.limit = int(options["limit"])
        else:
            problems.append(ListProblem("limit", f"{options['limit']!r} is not a number of quotations from 1."))
    if options.get("plain", "").strip():
        problems.append(ListProblem("plain", f"it takes no value, but has {options['plain']!r}."))
    for name in FILTERS:
        if values := tuple(part for part in re.split(r"\s*;\s*", options.get(name, "").strip()) if part):
            read.filters[name] = values
    return read, problems

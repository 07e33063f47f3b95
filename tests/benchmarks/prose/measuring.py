"""What the check of prose says of every made-up string, and the table of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_unknown_quotes.check.prose.checking import ProseCheck
from sphinx_unknown_quotes.check.prose.reading.files import read_passages

from .corpus import RIGHT, Case

if TYPE_CHECKING:
    from sphinx_unknown_quotes.check.prose.known import Known

COLUMNS = ("misquoted", "speaker", "recorded", "unrecorded", "")


def said_of(cases: list[Case], records: list[Known]) -> list[str]:
    """Return the kind of finding for each case, empty for none; of a case in which are several, the gravest."""
    check = ProseCheck(records)
    found = []
    for case in cases:
        kinds = [
            finding.kind for finding in check.read(read_passages(f"Some words.\n\n{case.page}\n", Path("page.md")))
        ]
        found.append(min(kinds, key=COLUMNS.index, default=""))
    return found


def table(cases: list[Case], said: list[str]) -> str:
    """Return the table for the guide: a row for each kind of string."""
    counts = {
        kind: Counter(word for case, word in zip(cases, said, strict=True) if case.kind == kind) for kind in RIGHT
    }
    lines = [
        "| quoted in the page | right is | "
        + " | ".join(f"`{name}`" if name else "nothing" for name in COLUMNS)
        + " |",
        "| --- | --- |" + " --- |" * len(COLUMNS),
    ]
    for kind, right in RIGHT.items():
        cells = " | ".join(str(counts[kind][name] or "") for name in COLUMNS)
        lines.append(f"| {kind} | {f'`{right}`' if right else 'nothing'} | {cells} |")
    return "\n".join(lines)


def missed(cases: list[Case], said: list[str]) -> list[Case]:
    """Misquotations that were not named so."""
    return [case for case, word in zip(cases, said, strict=True) if case.kind == "edited" and word != "misquoted"]


def wrongly_named(cases: list[Case], said: list[str]) -> list[tuple[Case, str]]:
    """What is no misquotation and was named as something that it is not."""
    return [
        (case, word)
        for case, word in zip(cases, said, strict=True)
        if case.kind != "edited"
        and word != RIGHT[case.kind]
        and not (case.kind == "scare quotes and titles" and word == "unrecorded")
    ]

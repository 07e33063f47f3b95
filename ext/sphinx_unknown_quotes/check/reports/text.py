"""The report for people: the outcomes that do not pass, with a word diff if words differ, and a count of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ...collection.evidence import VERDICTS
from ..verdicts.notes import QUIET
from ..verdicts.operations import CHANGES
from .sentences import sentence, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...collection.loading import Library
    from ..outcomes import Difference, Outcome

_STYLES: Final = {"pass": "green", "warning": "yellow", "error": "bold red", "unchecked": "dim"}

#: A piece of a line and its style for rich; an empty style is plain.
Span = tuple[str, str]


def text_report(library: Library, outcomes: Sequence[Outcome], verbose: bool = False) -> Iterator[list[Span]]:
    """Yield the lines of the report, each as spans.

    Outcomes that pass are only counted, unless they have a note or *verbose* is true.
    """
    for outcome in outcomes:
        if outcome.severity == "pass" and not verbose and not set(outcome.notes) - QUIET:
            continue
        if outcome.severity == "unchecked" and not verbose and outcome.notes == ("no-transcript",):
            continue
        place = library.place(library.quotations[outcome.id])
        style = _STYLES[outcome.severity]
        # Where nothing was checked, both have the same name.
        label = ": ".join(dict.fromkeys((outcome.severity, outcome.verdict)))
        yield [(f"{place}: ", ""), (f"{label}:", style), (f" {outcome.id}: {sentence(outcome)}", "")]
        if outcome.verdict in ("near", "altered"):
            yield from diff(outcome.operations)
    yield [(summary(outcomes), "bold")]


def diff(operations: Sequence[Difference]) -> Iterator[list[Span]]:
    """Yield a line for each change of words."""
    for operation in operations:
        if operation.kind not in CHANGES:
            continue
        line: list[Span] = [("    ", "")]
        line += [(f"[-{operation.said}-]", "red")] if operation.said else []
        line += [(f"{{+{operation.quoted}+}}", "green")] if operation.quoted else []
        if operation.critical:
            line.append((f" critical: {operation.why}", "red"))
        yield line


def summary(outcomes: Sequence[Outcome]) -> str:
    """Count the verdicts in one line, the strictest first, and those whose speaker could not be compared."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    parts = [f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict]]
    total = len(outcomes)
    counted = f"{total} quotation{'' if total == 1 else 's'}: {', '.join(parts) or 'none'}."
    return " ".join(filter(None, (counted, unnamed(outcomes))))

"""Reports of findings in prose, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ...collection.text.visible import visible, visible_json
from ..policy import POLICY
from ..prose.findings import KINDS
from ..prose.roles import instead
from .machine import annotation
from .sentences import differences
from .text import diff

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from ..prose.findings import Finding, Placed
    from .text import Span

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "dim"}
_GITHUB: Final = {"error": "error", "warning": "warning", "note": "notice"}
#: The most characters of a string that are shown.
_SHOWN: Final = 90


def finding_sentence(finding: Finding, path: str) -> str:
    """Return a sentence for any log: what was found, and what to do."""
    return visible(_sentence(finding, path))


def _sentence(finding: Finding, path: str) -> str:
    words = finding.quoted.text
    words = f"“{words if len(words) <= _SHOWN else f'{words[: _SHOWN - 1]}…'}”"
    place = f" ({finding.record_place})" if finding.record_place else ""
    who = " and ".join(finding.speaker)
    also = f" The record names {who}, not {finding.named}." if finding.named and who else ""
    match finding.kind:
        case "misquoted":
            outcome = finding.outcome
            how = (
                differences(outcome)
                if outcome and outcome.operations
                else "there, the words are in another order, or not next to each other"
            )
            return f"{words} is not what the record {finding.id}{place} has: {how}.{also}"
        case "speaker":
            return f"{words} are words of {who} in the record {finding.id}{place}, not of {finding.named}."
        case "recorded":
            role = instead(finding, path)
            advice = f" Write {role} instead." if role else ""
            return f"{words} is recorded as {finding.id}{place}, and typed here again.{advice}"
    return f"No record has {words}."


def prose_text(found: Sequence[Placed], counts: Counter[str], strings: int) -> Iterator[list[Span]]:
    """Yield the lines of the report for people, each as spans. The last line counts the findings."""
    for one in found:
        severity = one.finding.severity
        label = f"{severity}: {one.finding.kind}:"
        yield [(f"{one.place}: ", ""), (label, _STYLES[severity]), (f" {finding_sentence(one.finding, one.path)}", "")]
        if one.finding.kind == "misquoted" and one.finding.outcome:
            yield from diff(one.finding.outcome.operations)
    yield [(prose_summary(counts, strings), "bold")]


def prose_summary(counts: Counter[str], strings: int) -> str:
    """Count the findings in one line, the most severe first."""
    parts = [f"{counts[kind]} {kind}" for kind in KINDS if counts[kind]]
    return f"{strings} quoted string{'' if strings == 1 else 's'}: {', '.join(parts) or 'no findings'}."


def prose_entry(one: Placed) -> dict[str, Any]:
    """Return one finding as JSON has it."""
    finding = one.finding
    operations = finding.outcome.operations if finding.outcome else ()
    return {
        "filename": one.path,
        "lineno": one.line,
        "column": one.column,
        "status": finding.kind,
        "severity": finding.severity,
        "text": finding.quoted.text,
        "id": finding.id or None,
        "record": finding.record_place or None,
        "wording": finding.wording or None,
        "verdict": finding.outcome.verdict if finding.outcome else None,
        "operations": [
            {"kind": each.kind, "quoted": each.quoted, "said": each.said, "critical": each.critical, "why": each.why}
            for each in operations
        ],
        "speaker": list(finding.speaker),
        "named": finding.named or None,
        "instead": instead(finding, one.path) or None,
    }


def prose_json(found: Sequence[Placed], counts: Counter[str], strings: int) -> str:
    """Return every finding as JSON, in the order of the pages."""
    content = {
        "policy": POLICY,
        "strings": strings,
        "counts": {kind: counts[kind] for kind in KINDS},
        "findings": [prose_entry(one) for one in found],
    }
    return visible_json(content)


def prose_github(found: Sequence[Placed]) -> Iterator[str]:
    """Yield an annotation of GitHub's workflows for each finding."""
    for one in found:
        finding = one.finding
        title = ": ".join(filter(None, [finding.id, finding.kind]))
        message = finding_sentence(finding, one.path)
        yield annotation(_GITHUB[finding.severity], one.path, one.line, one.column, title, message)

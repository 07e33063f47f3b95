"""The report as SARIF 2.1.0, the format in which code hosts import findings.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..._version import __version__
from ...collection.evidence import VERDICTS
from ...collection.text.visible import visible_json
from ..outcomes import SEVERITY, seconds
from ..policy import POLICY
from ..prose.findings import KINDS
from ..prose.findings import SEVERITY as PROSE_SEVERITY
from .prose import finding_sentence
from .sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...collection.loading import Library
    from ..outcomes import Outcome
    from ..prose.findings import Placed

_LEVELS: Final = {"pass": "none", "warning": "warning", "error": "error", "unchecked": "note"}
_KINDS: Final = {"pass": "pass", "warning": "fail", "error": "fail", "unchecked": "open"}


def sarif_report(library: Library | None, outcomes: Sequence[Outcome], prose: Sequence[Placed] | None = None) -> str:
    """Return one run with a result for every quotation and a rule for every verdict.

    With *prose*, the findings in pages, it has a rule for each of their kinds, too. *library* has the *outcomes*.
    """
    names = list(VERDICTS)
    levels = {name: _LEVELS[SEVERITY[name]] for name in VERDICTS}
    meanings = dict(VERDICTS)
    if prose is not None:
        names += KINDS
        levels |= PROSE_SEVERITY
        meanings |= KINDS
    driver = {
        "name": "unknown-quotes",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": name,
                "shortDescription": {"text": meaning},
                "defaultConfiguration": {"level": levels[name]},
            }
            for name, meaning in meanings.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"policy": POLICY},
        "results": [
            *(_result(library, outcome, names.index(outcome.verdict)) for outcome in outcomes if library),
            *(_prose_result(one, names.index(one.finding.kind)) for one in prose or ()),
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return visible_json(log)


def _message(text: str) -> dict[str, str]:
    # Even in plain text, "[words](address)" is a link (section 3.11.6). Quoted words must not make one.
    return {"text": text.replace("](", "] (")}


def _result(library: Library, outcome: Outcome, rule: int) -> dict[str, Any]:
    quotation = library.quotations[outcome.id]
    severity = outcome.severity
    level = _LEVELS[severity]
    return {
        "ruleId": outcome.verdict,
        "ruleIndex": rule,
        # A result that is not a failure has the level "none" (section 3.27.10).
        "kind": _KINDS[severity],
        "level": level if _KINDS[severity] == "fail" else "none",
        "message": _message(f"{outcome.id}: {sentence(outcome)}"),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote((library.folder / quotation.path).as_posix())},
                    "region": {"startLine": quotation.line},
                }
            }
        ],
        "partialFingerprints": {"quotation/v1": outcome.id},
        "properties": {"cited": seconds(outcome.cited), "found": seconds(outcome.found), "notes": list(outcome.notes)},
    }


def _prose_result(one: Placed, rule: int) -> dict[str, Any]:
    finding = one.finding
    region = {key: value for key, value in (("startLine", one.line), ("startColumn", one.column)) if value}
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(one.path)}}
    return {
        "ruleId": finding.kind,
        "ruleIndex": rule,
        "kind": "fail",
        "level": finding.severity,
        "message": _message(finding_sentence(finding, one.path)),
        "locations": [{"physicalLocation": place | ({"region": region} if region else {})}],
        "partialFingerprints": {"quoted/v1": f"{finding.id} {finding.quoted.text}"},
    }

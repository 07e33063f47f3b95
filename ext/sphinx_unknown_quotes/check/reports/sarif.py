"""The report as SARIF 2.1.0, the form in which code hosts take findings.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..._version import __version__
from ...collection.evidence import VERDICTS
from ..outcomes import SEVERITY, seconds
from ..policy import POLICY
from .sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...collection.loading import Library
    from ..outcomes import Outcome

_LEVELS: Final = {"pass": "none", "warning": "warning", "error": "error", "unchecked": "note"}
_KINDS: Final = {"pass": "pass", "warning": "fail", "error": "fail", "unchecked": "open"}


def sarif_report(library: Library, outcomes: Sequence[Outcome]) -> str:
    """Return one run with a result for every quotation; a rule for every verdict."""
    names = list(VERDICTS)
    driver = {
        "name": "unknown-quotes",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": name,
                "shortDescription": {"text": meaning},
                "defaultConfiguration": {"level": _LEVELS[SEVERITY[name]]},
            }
            for name, meaning in VERDICTS.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"policy": POLICY},
        "results": [_result(library, outcome, names.index(outcome.verdict)) for outcome in outcomes],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(library: Library, outcome: Outcome, rule: int) -> dict[str, Any]:
    quotation = library.quotations[outcome.id]
    severity = outcome.severity
    level = _LEVELS[severity]
    return {
        "ruleId": outcome.verdict,
        "ruleIndex": rule,
        # A result that is no failure has the level "none" (section 3.27.10).
        "kind": _KINDS[severity],
        "level": level if _KINDS[severity] == "fail" else "none",
        "message": {"text": f"{outcome.id}: {sentence(outcome)}"},
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

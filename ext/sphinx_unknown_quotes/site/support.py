"""How well a quotation is supported, in words for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import date_label, via_label
from .messages import _

if TYPE_CHECKING:
    from ..collection.evidence import Support
    from ..collection.records import Quotation


def support_title(kind: str) -> str:
    """Return the name of a kind of support, for legends and choices."""
    match kind:
        case "found":
            return _("Found in the transcript")
        case "near":
            return _("Found with a few words changed")
        case "read":
            return _("Read in the source")
        case "reported":
            return _("Only reported")
        case "contradicted":
            return _("Contradicted by the transcript")
        case _:
            return _("Not compared yet")


def support_label(support: Support, quotation: Quotation, language: str) -> str:
    """Return the text for how well a quotation is supported."""
    evidence = support.evidence
    match support.kind:
        case "read" if quotation.seen:
            return _("Read in the source on %(date)s") % {"date": date_label(quotation.seen, language)}
        case "reported" if quotation.via:
            return _("Only reported, in %(reporter)s") % {"reporter": via_label(quotation.via, language)}
        case "found" if evidence and evidence.automatic:
            return _("Words found in the automatic transcript")
        case "found":
            return _("Words found in the transcript")
        case "near" if evidence:
            return _near_label(evidence.changes, evidence.automatic)
        case "contradicted" if evidence:
            return _contradiction_label(evidence.verdict)
        case _:
            return _("Not compared with the source yet")


def _near_label(changes: int, automatic: bool) -> str:
    if changes == 0:
        return _("The transcript says more than is quoted")
    if automatic:
        if changes == 1:
            return _("One word differs from the automatic transcript")
        return _("%(number)d words differ from the automatic transcript") % {"number": changes}
    if changes == 1:
        return _("One word differs from the transcript")
    return _("%(number)d words differ from the transcript") % {"number": changes}


def _contradiction_label(verdict: str) -> str:
    return {
        "altered": _("The transcript has other words"),
        "moved": _("The transcript has the words at another place"),
        "elsewhere": _("The words were found in another source"),
        "wrong-speaker": _("The transcript has another speaker"),
    }.get(verdict, _("Not found in the transcript"))

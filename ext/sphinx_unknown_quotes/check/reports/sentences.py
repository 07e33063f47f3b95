"""Write an outcome as a sentence, which is the same in every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.evidence import VERDICTS
from ...collection.text.times import format_time
from ...collection.text.visible import visible
from ..verdicts.notes import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..outcomes import Difference, Outcome


def sentence(outcome: Outcome) -> str:
    """Return what was found, with the right time, page, source or speaker if the quotation has a wrong one.

    Words and names of others are in the form of :func:`.visible.visible`, so that the sentence is safe for any log.
    """
    where = f" in {outcome.transcript}" if outcome.transcript else ""
    at = f" at {format_time(outcome.found)}" if outcome.found is not None else ""
    page = f" on page {outcome.page}" if outcome.page else ""
    match outcome.verdict:
        case "moved" if "other-page" in outcome.notes:
            text = f"The words are{page}, not on page {outcome.cited_page}{where}."
        case "moved":
            cited = f", not at {format_time(outcome.cited)}" if outcome.cited is not None else ""
            text = f"The words were said{at}{cited}{where}."
        case "elsewhere":
            text = f"The words are{where}{at}{page}, not in the transcript of their source."
        case "wrong-speaker":
            text = f"The words were said by {outcome.speaker or 'somebody else'}{at}{where}."
        case "near" | "altered":
            how = f" Looked at{where}{at}{page}: {differences(outcome)}." if outcome.operations else ""
            text = f"{VERDICTS[outcome.verdict]}{how}"
        case "missing":
            text = f"{VERDICTS['missing']} Looked{where or ' everywhere'}."
        case "unchecked":
            text = f"The words were not compared with {outcome.transcript or 'a transcript'}."
        case _:
            text = f"{VERDICTS[outcome.verdict]} Found{where}{at}{page}."
    # The sentence for moved words names both pages already.
    said = {"other-page"} if outcome.verdict == "moved" else set()
    return visible(" ".join([text, *(NOTES[note] for note in outcome.notes if note not in said)]))


def unnamed(outcomes: Iterable[Outcome]) -> str:
    """Return a sentence with the number of quotations whose transcript names nobody; empty if there are none."""
    count = sum("speaker-unnamed" in outcome.notes for outcome in outcomes)
    if not count:
        return ""
    return f"For {count} of them the transcript names nobody, so the speaker could not be compared."


def differences(outcome: Outcome) -> str:
    """Name every operation: ``"LLMs" for "large language models"``, ``"getting" left out``."""
    return "; ".join(_difference(operation) for operation in outcome.operations) or "no difference"


def _difference(operation: Difference) -> str:
    """Return one operation in words, and why it is more than a mark."""
    match operation.kind:
        case "omitted" | "filler" | "repeat" | "start" | "reference" | "interjection":
            text = f'"{operation.said}" left out'
        case "added":
            text = f'"{operation.quoted}" added'
        case "elision":
            count = len(operation.said.split())
            hidden = f", among them {operation.why}" if operation.why else ""
            return f"{count} word{'' if count == 1 else 's'} left out with a mark{hidden}"
        case "bracketed":
            text = f'"{operation.quoted}" for "{operation.said}"' if operation.said else f'"{operation.quoted}" put in'
        case "cut-off":
            text = f'cut off from "{operation.said}"'
        case "question":
            one, other = ("question", "statement") if "?" in operation.said else ("statement", "question")
            return f"a {one} is quoted as a {other}"
        case _:
            text = f'"{operation.quoted}" for "{operation.said}"'
    return f"{text} ({operation.why})" if operation.why else text

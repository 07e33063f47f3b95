"""An outcome as one sentence, the same in every report that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...collection.evidence import VERDICTS
from ...collection.times import format_time
from ..judging import NOTES

if TYPE_CHECKING:
    from ..outcomes import Difference, Outcome


def sentence(outcome: Outcome) -> str:
    """Say what was found, with the right time, source or speaker where the quotation has a wrong one."""
    where = f" in {outcome.transcript}" if outcome.transcript else ""
    at = f" at {format_time(outcome.found)}" if outcome.found is not None else ""
    match outcome.verdict:
        case "moved":
            cited = f", not at {format_time(outcome.cited)}" if outcome.cited is not None else ""
            text = f"The words were said{at}{cited}{where}."
        case "elsewhere":
            text = f"The words stand{where}{at}, not in the transcript of their source."
        case "wrong-speaker":
            text = f"The words were said by {outcome.speaker or 'somebody else'}{at}{where}."
        case "near" | "altered":
            text = f"{VERDICTS[outcome.verdict]} Looked at{where}{at}: {differences(outcome)}."
        case "missing":
            text = f"{VERDICTS['missing']} Looked{where or ' everywhere'}."
        case "unchecked":
            text = VERDICTS["unchecked"]
        case _:
            text = f"{VERDICTS[outcome.verdict]} Found{where}{at}."
    return " ".join([text, *(NOTES[note] for note in outcome.notes)])


def differences(outcome: Outcome) -> str:
    """Name every operation: ``"LLMs" for "large language models"``, ``"getting" left out``."""
    return "; ".join(_difference(operation) for operation in outcome.operations) or "no difference"


def _difference(operation: Difference) -> str:
    match operation.kind:
        case "omitted" | "filler" | "repeat" | "interjection":
            return f'"{operation.said}" left out'
        case "added":
            return f'"{operation.quoted}" added'
        case "elision":
            count = len(operation.said.split())
            return f"{count} word{'' if count == 1 else 's'} left out with a mark"
        case _:
            return f'"{operation.quoted}" for "{operation.said}"'

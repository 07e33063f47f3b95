"""The reports for programs: JSON, and annotations for GitHub's workflows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...collection.text.visible import visible, visible_json
from ..outcomes import seconds
from ..policy import POLICY
from ..verdicts.notes import QUIET
from .sentences import sentence, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...collection.loading import Library
    from ..outcomes import Outcome


def json_report(outcomes: Sequence[Outcome]) -> str:
    """Return every outcome as JSON, in the order of the collection. Times are in seconds."""
    verdicts = [verdict_entry(outcome) for outcome in outcomes]
    return visible_json({"policy": POLICY, "verdicts": verdicts})


def verdict_entry(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome as JSON has it."""
    return {
        "id": outcome.id,
        "verdict": outcome.verdict,
        "cited": seconds(outcome.cited),
        "found": seconds(outcome.found),
        "page": outcome.page,
        "transcript": outcome.transcript,
        "speaker": outcome.speaker,
        "operations": [
            {
                "kind": found.kind,
                "quoted": found.quoted,
                "said": found.said,
                "critical": found.critical,
                "why": found.why,
            }
            for found in outcome.operations
        ],
        "notes": list(outcome.notes),
    }


def github_report(library: Library, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield an annotation for every outcome that does not pass, or that passes with a note not in :data:`.notes.QUIET`.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for outcome in outcomes:
        if outcome.severity == "unchecked" or (outcome.severity == "pass" and not set(outcome.notes) - QUIET):
            continue
        quotation = library.quotations[outcome.id]
        level = "notice" if outcome.severity == "pass" else outcome.severity
        path = (library.folder / quotation.path).as_posix()
        yield annotation(level, path, quotation.line, 0, f"{outcome.id}: {outcome.verdict}", sentence(outcome))
    if said := unnamed(outcomes):
        yield f"::notice title=speakers::{_data(said)}"


def annotation(level: str, path: str, line: int, column: int, title: str, message: str) -> str:
    """Return one annotation; *level* is ``error``, ``warning`` or ``notice``, and a *line* or *column* of 0 is left out."""
    place = f"file={_property(path)}"
    place += f",line={line}" if line else ""
    place += f",col={column}" if column else ""
    return f"::{level} {place},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    """Escape the text after the second ``::``, in which a line break would begin another command."""
    return visible(_escaped(text))


def _property(text: str) -> str:
    """Escape a value before that, which a comma or a colon would end."""
    return visible(_escaped(text).replace(":", "%3A").replace(",", "%2C"))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

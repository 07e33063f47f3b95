"""Turn the builder's findings into warnings and into the files output.txt, output.json and output.sarif."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...check.prose.reading.places import placed
from ...check.reports.machine import github_report, verdict_entry
from ...check.reports.prose import finding_sentence, prose_entry, prose_github, prose_summary
from ...check.reports.sarif import sarif_report
from ...check.reports.sentences import sentence
from ...check.reports.text import summary
from ...collection.storage.files import write_if_changed
from ...collection.text.visible import visible_json, visible_line
from .pages import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...check.outcomes import Outcome
    from ...check.prose.checking import Prose
    from ...check.prose.findings import Placed
    from ...collection.loading import Library
    from ..config import Settings


class Entry(NamedTuple):
    """One line of the output. Entries sort by place."""

    path: str
    line: int
    column: int
    #: A verdict of the check, or the kind of a finding.
    status: str
    message: str
    #: The subtype of the warning; empty if there is no warning.
    subtype: str
    severity: str


class Found:
    """All findings of one run of the builder."""

    def __init__(self, library: Library, outcomes: Sequence[Outcome], prose: Prose, settings: Settings) -> None:
        """Take the *outcomes* for the quotations of *library*, and the findings in *prose*."""
        self._library, self._outcomes, self._prose = library, outcomes, prose
        self._every, self._is_strict = settings.prose == "all", settings.check == "strict"
        self._sources: dict[str, str | None] = {}

    @cached_property
    def placed(self) -> list[Placed]:
        """The findings in prose that are listed, with their places, sorted."""
        found = [self._placed(finding) for finding in self._prose.listed(self._every)]
        return sorted(found, key=lambda one: (one.path, one.line, one.column, one.finding.kind, one.finding.id))

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything that is wrong, sorted by place."""
        return sorted([*map(self._of_prose, self.placed), *self._of_recorded()])

    @property
    def summary(self) -> str:
        """Count everything in two lines."""
        return f"{summary(self._outcomes)}\n{prose_summary(self._prose.counts, self._prose.strings)}"

    def write(self, folder: Path) -> None:
        """Write the files into *folder*."""
        lines = [f"{_place(entry)}: [{entry.status}] {entry.message}" for entry in self.entries]
        objects = [*map(self._verdict, self._outcomes), *map(prose_entry, self._shown)]
        sarif = sarif_report(self._library, [one for one in self._outcomes if _is_wrong(one)], self._shown)
        files = {
            "output.txt": "".join(f"{visible_line(line)}\n" for line in lines),
            "output.json": "".join(f"{visible_json(each, indent=None)}\n" for each in objects),
            "output.sarif": f"{sarif}\n",
        }
        for name, text in files.items():
            write_if_changed(folder / name, text.encode())

    def annotations(self) -> Iterator[str]:
        """Yield annotations of GitHub's workflows."""
        yield from github_report(self._library, [one for one in self._outcomes if _is_wrong(one)])
        yield from prose_github(self._shown)

    @cached_property
    def _shown(self) -> list[Placed]:
        return [one._replace(path=shown_path(one.path)) for one in self.placed]

    def _placed(self, finding: Any) -> Placed:
        path = finding.quoted.passage.path
        if path not in self._sources:
            try:
                self._sources[path] = Path(path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                # A docstring that autodoc brought has no file with its lines.
                self._sources[path] = None
        return placed(finding, self._sources[path])

    def _of_prose(self, one: Placed) -> Entry:
        finding = one.finding
        message = finding_sentence(finding, one.path)
        return Entry(one.path, one.line, one.column, finding.kind, message, finding.kind, finding.severity)

    def _of_recorded(self) -> Iterator[Entry]:
        for outcome in self._outcomes:
            quotation = self._library.quotations[outcome.id]
            if _is_wrong(outcome):
                path = str(self._library.folder / quotation.path)
                message = f"{outcome.id}: {sentence(outcome)}"
                subtype = "edited" if "edited" in outcome.notes else "check"
                if outcome.verdict == "near" and not self._is_strict:
                    # As in the command, it is information for a person and does not fail.
                    subtype = ""
                yield Entry(path, quotation.line, 0, outcome.verdict, message, subtype, outcome.severity)

    def _verdict(self, outcome: Outcome) -> dict[str, Any]:
        quotation = self._library.quotations[outcome.id]
        place = {"filename": shown_path(str(self._library.folder / quotation.path)), "lineno": quotation.line}
        return {**place, "status": outcome.verdict, **verdict_entry(outcome)}


def _is_wrong(outcome: Outcome) -> bool:
    return outcome.severity in ("error", "warning") or "edited" in outcome.notes


def _place(entry: Entry) -> str:
    return ":".join([shown_path(entry.path), *(str(number) for number in (entry.line, entry.column) if number)])

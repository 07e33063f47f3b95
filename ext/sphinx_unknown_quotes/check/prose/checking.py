"""Compare every pair of quotation marks in passages with the records, in the order of the pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .index import WordingIndex
from .judging import Judge
from .known import wordings
from .marks import quoted_strings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Finding
    from .known import Known
    from .passages import Passage


@dataclass(slots=True)
class Prose:
    """The findings in some pages."""

    #: The findings, in the order of the passages.
    findings: list[Finding] = field(default_factory=list)
    #: The number of pairs of quotation marks and of quoted blocks.
    strings: int = 0

    @property
    def counts(self) -> Counter[str]:
        """The number of findings of each kind."""
        return Counter(finding.kind for finding in self.findings)

    def listed(self, every: bool = False) -> list[Finding]:
        """Return the findings that need an action; with *every*, also words without a record."""
        return [one for one in self.findings if one.is_listed or (every and one.kind == "unrecorded")]


class ProseCheck:
    """Compares prose with one set of records, page by page."""

    def __init__(self, records: Iterable[Known]) -> None:
        """Index *records*."""
        self._judge = Judge(WordingIndex(wordings(records)))
        self.result = Prose()

    def read(self, passages: Iterable[Passage]) -> list[Finding]:
        """Return the findings in *passages*, and add them to the result."""
        found: list[Finding] = []
        for passage in passages:
            strings = list(quoted_strings(passage))
            self.result.strings += len(strings)
            if strings:
                found += self._judge.findings(strings)
        self.result.findings += found
        return found

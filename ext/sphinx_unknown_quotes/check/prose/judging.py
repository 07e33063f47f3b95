"""Judge one string of the prose by the records, with the rules of the check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ...collection.text.fragments import find_fragment
from ..outcomes import Difference, Outcome
from ..quotation import parse_quotation
from ..verdicts.judging import Citation, Judgement, judge
from ..verdicts.operations import CHANGES
from ..verdicts.speakers import same_person
from .findings import Finding
from .likeness import MIN_WORDS, count_words, grade_of, is_of, is_rearranged, is_same
from .naming import named_speaker
from .titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..quotation import Parsed
    from .index import WordingIndex
    from .known import Known, Wording
    from .passages import Quoted

_MIN_WHOLE: Final = 3
#: The greatest part of the words, by weight, that may differ.
_OTHERS: Final = 0.4
_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’]?\s+")
_RANK: Final = {"pass": 0, "near": 1, "altered": 2}


class _Match(NamedTuple):
    grade: str
    wording: Wording
    judgement: Judgement


class Judge:
    """Judges strings by the records of a collection."""

    def __init__(self, index: WordingIndex) -> None:
        """Use the wordings in *index*, and collect their names and titles."""
        self._index = index
        records = {wording.record.id: wording.record for wording in index.wordings}
        self._titles = frozenset(_plain(text) for record in records.values() for text in record.beside)
        self._speakers = tuple(sorted({name for record in records.values() for name in record.speaker}))
        self._known: dict[str, list[_Match]] = {}

    def findings(self, strings: Iterable[Quoted]) -> list[Finding]:
        """Return the findings on those *strings* of a passage that are long enough or recorded."""
        found: list[Finding] = []
        reach = -1
        for quoted in strings:
            if quoted.end <= reach:
                # Quotation marks inside recorded words belong to these.
                continue
            own = self._finding(quoted)
            found += own
            if any(finding.kind != "unrecorded" for finding in own):
                reach = quoted.end
        return found

    def _finding(self, quoted: Quoted) -> list[Finding]:
        parsed = parse_quotation(_closed(quoted))
        count = count_words(parsed)
        if count < _MIN_WHOLE or is_title(quoted.text) or _plain(quoted.text) in self._titles:
            return []
        matches = self._matches(quoted, parsed, count)
        parts = _SENTENCE.split(quoted.text)
        if len(parts) > 1 and not any(match.grade == "pass" or is_of(parsed, match.wording) for match in matches):
            # A longer string may have recorded words in it, and other words around them.
            found = [finding for part in _parts(quoted, parts) for finding in self._finding(part)]
            known = [finding for finding in found if finding.kind != "unrecorded"]
            if known and (not matches or all(each.kind == "recorded" for each in known)):
                return known
        if matches:
            return [self._judged(quoted, matches)]
        return [Finding("unrecorded", quoted)] if count >= MIN_WORDS else []

    def _matches(self, quoted: Quoted, parsed: Parsed, count: int) -> list[_Match]:
        """Return the wordings that the string matches, exactly or nearly; only those of the best grade."""
        key = parsed.text
        if key not in self._known:
            self._known[key] = list(self._compared(parsed, count))
        matches = self._known[key]
        if count < MIN_WORDS:
            matches = [
                match
                for match in matches
                if match.wording.parsed.literal == parsed.literal or self._is_named(quoted, match)
            ]
        best = min((_RANK[match.grade] for match in matches), default=0)
        return [match for match in matches if _RANK[match.grade] == best]

    def _compared(self, parsed: Parsed, count: int) -> Iterable[_Match]:
        words = parsed.literal.split()
        for wording in self._index.exact(words) or self._index.candidates(words):
            if is_same(parsed, wording):
                # Most quoted words are right, and then nothing else must be compared.
                yield _Match("pass", wording, Judgement("verbatim", 0, len(wording.spoken), (), 0, ()))
                continue
            judgement = judge(Citation(parsed, None, (), wording.record.lang), wording.spoken)
            grade = grade_of(judgement, count, wording)
            if grade != "pass" and not (grade and self._is_alike(words, judgement)):
                grade = "altered" if is_rearranged(words, wording) else ""
            if grade:
                yield _Match(grade, wording, judgement)

    def _is_alike(self, words: list[str], judgement: Judgement) -> bool:
        """Whether distinctive words are the same, and not only frequent ones."""
        other = [word for one in judgement.operations if one.kind in CHANGES for word in one.quoted.split()]
        return self._index.weight(other) <= _OTHERS * self._index.weight(words)

    def _is_named(self, quoted: Quoted, match: _Match) -> bool:
        name = named_speaker(quoted)
        return bool(name) and any(same_person(name, other, self._speakers) for other in match.wording.record.speaker)

    def _judged(self, quoted: Quoted, matches: list[_Match]) -> Finding:
        name = named_speaker(quoted)
        # Of two records with the same words, the one of the named speaker counts.
        matches = sorted(matches, key=lambda match: not self._fits(name, match.wording.record, quoted))
        grade, wording, judgement = matches[0]
        record = wording.record
        operations = tuple(
            Difference(one.kind, one.quoted, one.said, one.critical, one.why) for one in judgement.operations
        )
        outcome = Outcome(record.id, judgement.verdict, operations=operations, changes=judgement.changes)
        found = Finding(
            "recorded", quoted, record.id, record.place, outcome, wording.kind, speaker=record.speaker,
            named="" if self._fits(name, record, quoted) else name,
        )  # fmt: skip
        if grade != "pass":
            return found._replace(kind="misquoted")
        if found.named:
            return found._replace(kind="speaker")
        if wording.kind != "text" or any(one.kind in ("elision", "bracketed") for one in operations):
            return found
        fragment = _fragment(quoted.text, wording, judgement)
        return found._replace(fragment=fragment, is_whole=fragment == wording.text)

    def _fits(self, name: str, record: Known, quoted: Quoted) -> bool:
        """Whether *name*, which a sentence gives as the speaker, is that of *record*, or empty."""
        if not name or not record.speaker:
            return True
        if any(same_person(name, speaker, self._speakers) or _is_part(name, speaker) for speaker in record.speaker):
            return True
        return any(_is_part(name, text) for text in record.beside)


def _closed(quoted: Quoted) -> str:
    """Return the words with the punctuation directly after the closing mark, where British style puts it."""
    mark = quoted.after[:1]
    return quoted.text + mark if mark in ("?", "!") and mark and quoted.text[-1:].isalnum() else quoted.text


def _fragment(text: str, wording: Wording, judgement: Judgement) -> str:
    """Return the words of the record from the first that is quoted to the last; empty if they are not found."""
    said = wording.spoken.said(judgement.first, judgement.end)
    for found in (text, text.rstrip(".,;:!?…"), said, said.rstrip(".,;:!?…")):
        if found and (fragment := find_fragment(found, wording.text)):
            return fragment
    return ""


def _parts(quoted: Quoted, parts: list[str]) -> Iterable[Quoted]:
    """Return the sentences of a string, each as if it had the same quotation marks."""
    place = quoted.start
    for part in parts:
        place = max(place, quoted.passage.text.find(part, place))
        outer = quoted.outer or (quoted.start, quoted.end)
        yield quoted._replace(text=part.strip(), start=place, end=place + len(part), outer=outer)
        place += len(part)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_part(name: str, text: str) -> bool:
    """Whether *text* has *name* as whole words."""
    return f" {_plain(name)} " in f" {_plain(text)} "

"""Find times or names in a file that its reader did not recognise. Without them, who said the words when is not known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..language.words import ANNOTATION
from .names import is_possible_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Transcript

_NUMBERS: Final = r"\d{1,3}:\d{2}(?:[:.;,]\d{1,3}){0,3}(?!\s*[aApP]\.?[mM]\b)|\d{1,2}\.\d{2}\.\d{2}(?:[.,]\d{1,3})?"
_UNITS: Final = r"\d{1,3}\s?h(?:rs?|ours?)?\s?\d{1,2}(?:\s?m(?:in)?)?(?:\s?\d{1,2}\s?s(?:ec)?)?|\d{1,3}\s?m(?:in)?\s?\d{1,2}\s?s(?:ec)?|\d{1,3}['′]\s?\d{1,2}(?:''|\"|″)?"
_STAMP: Final = rf"(?:{_NUMBERS}|{_UNITS})"
#: A stamp at the beginning or the end of a line, or in brackets anywhere.
_SHOWN: Final = re.compile(
    rf"^[^\w\n]{{0,8}}(?:T\+?)?({_STAMP})(?![\w])"
    rf"|^[^\W\d][^\n]{{0,48}}?\s[^\w\n]{{0,4}}({_STAMP})[^\w\n]{{0,4}}$"
    rf"|[\[({{<]\s*(?:T\+?)?({_STAMP}|\d{{1,6}}(?:\.\d{{1,3}})?\s?s(?:ec(?:onds)?)?)\s*(?:[-–—]+>?\s*{_STAMP}\s*)?\\?[\])}}>]"
    rf"|(?<!\w)({_STAMP})[^\w\n]{{0,4}}$",
    re.ASCII | re.MULTILINE,
)
#: Pairs of times and word times in captions, which a reader recognises.
_TAKEN: Final = re.compile(r"^.*-->.*$|^[^\S\n]*[\d:.]+,[\d:.]+[^\S\n]*$|<\d\d:[^<>\n]*>", re.MULTILINE)
#: A number at the beginning of a line, alone or after a mark or word that is always the same: seconds, or frames.
_COUNTED: Final = re.compile(
    r"^[^\S\n]*[\[(<{]?(\d{1,7}(?:\.\d{1,6})?)(?:s|ms)?(?:[\])>}][^\w\n.]*|[^\w\n.]+|$)(?=\S|$)",
    re.MULTILINE | re.ASCII,
)
_MARKED: Final = re.compile(
    r"^[^\S\n]*((?:[^\w\s#*+.>-][^\w\n]{0,7}(?:[A-Za-z]{1,9}[ ]?[=:+]?[ ]?)?|[A-Za-z]{1,9}[ ]?[=:+][ ]?))(\d{1,7}(?:[.,]\d{1,6})?)(?![\d:])",
    re.MULTILINE | re.ASCII,
)
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*(?:[ ][\w.'’-]+){0,3}"
_LABELS: Final = (
    re.compile(rf"\s*(?:[-*>]\s+)?(?:\*\*|__)?({_NAME})(?:\*\*|__)?\s?:(?:\*\*|__)?\s"),
    re.compile(rf"\s*({_NAME})\s?(?:—|–|--|\s-)\s"),
    re.compile(rf"\s*[\[(<](?:v\s+)?({_NAME})[\])>]:?\s*\S"),
    re.compile(rf"\s*(?:\*\*|__)({_NAME})(?:\*\*|__)\s*\S"),
    re.compile(rf"\s*({_NAME})\s?[>|\t]\s*\S"),
    # Other marks before and after a name, or only after it.
    re.compile(rf"\s*[^\w\s.,;'’\"”“‘(\[#*+-][^\w\n]{{0,5}}({_NAME})\s?[^\w\s.,;!?'’\"”“()-]"),
    re.compile(rf"\s*({_NAME})\s?[^\w\s.,;!?'’\"”“‘()&+*_%$€£…\[-]"),
    re.compile(
        r"\s*((?:(?:Mr|Mrs|Ms|Dr|Senator|The|Judge|Chairman)\.? )?[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})\.\s+\S"
    ),
)
#: One fast search for all lines that the patterns above may match. Few lines begin so.
_MAY_BE_LABELLED: Final = re.compile(
    r"^[^\S\n]*(?:[^\w\n]{0,7}|<v\s+)[^\W\d_a-z]"
    r"(?:[^\n]{0,60}?(?:--|\s-\s|\*\*|__|\t|[^\w\s.,;!?'’\"”“‘(&+*%$€£…\[-])|[\w. ]{0,12}[A-Z'’ -]*\.\s)[^\n]*",
    re.MULTILINE,
)
_ALONE: Final = re.compile(r"\s*(?:\*\*|__|#+ )?((?:[^\W\d_a-z][\w.'’-]*)(?: [^\W_a-z][\w.'’-]*){1,2})(?:\*\*|__)?\s*$")
#: Words of papers and articles before a colon, a dash or a full stop, which are not names.
_NO_NAMES: Final = frozenset(
    ["theorem", "lemma", "proof", "figure", "fig", "fig.", "table", "equation", "definition", "example", "remark", "algorithm",
     "step", "section", "chapter", "appendix", "abstract", "keywords", "references", "input", "output", "require", "ensure",
     "case", "claim", "corollary", "proposition", "assumption", "property", "model", "task", "dataset", "method", "methods",
     "results", "source", "sources", "credit", "photo", "image", "update", "correction", "related", "tags", "title", "date",
     "author", "url", "see", "if", "for", "else", "while", "return", "end", "the", "a", "an", "in", "on", "it", "we", "this",
     "prompt", "listing", "box", "panel", "key", "tip", "summary", "introduction", "background", "pros", "cons", "links",
     "phase", "stage", "level", "type", "class", "option", "experiment", "study", "hypothesis", "goal", "objective"]
)  # fmt: skip


def unread(text: str, found: Transcript) -> tuple[str, ...]:
    """Return what *text* seems to have and *found* does not: ``times``, ``names``."""
    lost = []
    if _shows_times(text, found) or _is_broken(found) or _runs_back([segment.start for segment in found.segments]):
        lost.append("times")
    if _shows_names(text, found):
        lost.append("names")
    return tuple(lost)


def _shows_times(text: str, found: Transcript) -> bool:
    """Whether *text* has many more stamps than the reader recognised."""
    taken = len({segment.start for segment in found.segments if segment.start is not None})
    if taken:
        # In most files the reader recognised every clock time, and to count them is fast.
        arrows = text.count("-->")
        settings = sum(map(text.count, ("position:", "align:", "line:", "size:"))) if arrows else 0
        if text.count(":") - 4 * arrows - settings <= 2 * taken + 2:
            return False
        rest = _TAKEN.sub("", text)
        return sum(1 for _ in _SHOWN.finditer(rest)) > 2 * taken + 2
    stamps = [_value(next(filter(None, match.groups()))) for match in _SHOWN.finditer(text)]
    lines = sum(1 for line in text.split("\n") if line.strip())
    if len(stamps) > 1 and len(stamps) * 3 >= lines:
        return True
    if len(stamps) > 2 and _rise(stamps):
        return True
    counted = [float(match[1]) for match in _COUNTED.finditer(text)]
    share = 4 if any(not number.is_integer() for number in counted) else 2
    if len(counted) * share >= lines and _are_times(counted):
        return True
    marked: dict[str, list[float]] = {}
    for mark, number in _MARKED.findall(text):
        marked.setdefault(mark.strip(), []).append(float(number.replace(",", ".")))
    return any(len(numbers) * 10 >= lines and _are_times(numbers) for numbers in marked.values())


def _are_times(numbers: Sequence[float]) -> bool:
    """Whether numbers rise like times. Numbers that rise by one count lines."""
    return len(numbers) > 2 and _rise(numbers) and {after - before for before, after in pairwise(numbers)} != {1.0}


def _value(stamp: str) -> float:
    """Return a stamp in seconds, exact enough to see whether stamps rise."""
    numbers = [int(part) for part in re.findall(r"\d+", stamp)]
    if len(numbers) > 1 and (numbers_of_two := numbers[:2]) and not re.match(r"\d+\s?h|(?:\d+[:.]){2}", stamp):
        return numbers_of_two[0] * 60 + numbers_of_two[1]
    return sum(number * weight for number, weight in zip(numbers, (3600, 60, 1, 0), strict=False))


def _rise(values: Sequence[float]) -> bool:
    """Whether almost every value is at least as great as the one before."""
    back = sum(1 for before, after in pairwise(values) if after < before)
    return back * 5 < len(values) and values[-1] > values[0]


def _is_broken(found: Transcript) -> bool:
    """Whether there are so many faults that only an accidental part of the file was read."""
    return len(found.faults) > 2 and len(found.faults) * 10 > len(found.segments)


def _runs_back(starts: Sequence[int | None]) -> bool:
    """Whether more than one time in twenty is out of order, as in a file with several recordings."""
    times = [start for start in starts if start is not None]
    if times == sorted(times):
        return False
    # The length of the longest rising subsequence, by patience sorting.
    tops: list[int] = []
    for time in times:
        place = bisect_right(tops, time)
        tops[place : place + 1] = [time]
    late = len(times) - len(tops)
    return late > 1 and late * 20 > len(times)


def _shows_names(text: str, found: Transcript) -> bool:
    """Whether the words that were read still begin with repeated labels, and more often than the reader recognised one."""
    turns = sum(1 for segment in found.segments if segment.new_turn and segment.speaker)
    known = {segment.speaker for segment in found.segments}
    if _are_labelled([segment.text for segment in found.segments], turns, _LABELS):
        return True
    if found.segments and found.segments[0].start is not None:
        return False
    # What was read has no marks any more, and a name may be alone on a line. So the lines of the file are looked at.
    lines = [line for line in text.split("\n") if line.strip() and line.partition(":")[0].strip() not in known]
    return _are_labelled(lines, turns, _LABELS) or _are_labelled(lines, turns, (_ALONE,), share=25)


def _are_labelled(texts: Sequence[str], turns: int, patterns: Sequence[re.Pattern[str]], share: int = 50) -> bool:
    lines = _MAY_BE_LABELLED.findall("\n".join(texts)) if patterns is _LABELS else texts
    labels = Counter(label for text in lines if (label := _label(text, patterns)))
    again = {label: count for label, count in labels.items() if count > 1}
    total = sum(again.values())
    if total <= turns or total * share < len(texts):
        return False
    return (len(again) > 1 and total > 3) or (total > 2 and total * 10 >= len(texts))


def _label(text: str, patterns: Sequence[re.Pattern[str]]) -> str | None:
    for pattern in patterns:
        match = pattern.match(text)
        if match and _may_be_called(match[1]) and not ANNOTATION.match(f"[{match[1]}]"):
            return match[1]
    return None


def _may_be_called(label: str) -> bool:
    return is_possible_name(label) and label.split()[0].casefold() not in _NO_NAMES

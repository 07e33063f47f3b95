"""What each report says of words in pages, to the letter."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from sphinx_unknown_quotes.check.outcomes import Difference, Outcome
from sphinx_unknown_quotes.check.policy import POLICY
from sphinx_unknown_quotes.check.prose.findings import Finding, Placed
from sphinx_unknown_quotes.check.prose.passages import Passage, Quoted
from sphinx_unknown_quotes.check.reports.prose import (
    finding_sentence,
    prose_github,
    prose_json,
    prose_summary,
    prose_text,
)
from sphinx_unknown_quotes.check.reports.text import diff

FEWER = Difference("replaced", "fewer", "more", critical=True, why="an opposite")
ALTERED = Outcome("tea", "altered", operations=(FEWER,))


def quoted(text: str = "fewer kettles") -> Quoted:
    return Quoted(text, Passage(f"“{text}”", "a.md", 3), 0, len(text) + 2)


MISQUOTED = Finding(
    "misquoted", quoted(), "tea", "quotes/tea.yaml:5", ALTERED, "text", speaker=("Bo", "Cy"), named="Al"
)
RECORDED = Finding("recorded", quoted(), "tea", "quotes/tea.yaml:5", Outcome("tea", "verbatim"), "text", "kettles")
STRANGE = Finding("unrecorded", quoted("Nobody has these"))
SPEAKER = Finding("speaker", quoted(), "tea", "quotes/tea.yaml:5", speaker=("Bo",), named="Al")


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            MISQUOTED,
            "“fewer kettles” is not what the record tea (quotes/tea.yaml:5) has: "
            '"fewer" for "more" (an opposite). The record names Bo and Cy, not Al.',
        ),
        (
            MISQUOTED._replace(outcome=Outcome("tea", "altered"), record_place="", named=""),
            "“fewer kettles” is not what the record tea has: there, the words are in another order, or not next to each other.",
        ),
        (
            MISQUOTED._replace(outcome=None, record_place="", speaker=()),
            "“fewer kettles” is not what the record tea has: there, the words are in another order, or not next to each other.",
        ),
        (SPEAKER, "“fewer kettles” are words of Bo in the record tea (quotes/tea.yaml:5), not of Al."),
        (
            RECORDED,
            "“fewer kettles” is recorded as tea (quotes/tea.yaml:5), and typed here again. "
            "Write {uq:text}`kettles <tea>` instead.",
        ),
        (
            RECORDED._replace(fragment=""),
            "“fewer kettles” is recorded as tea (quotes/tea.yaml:5), and typed here again.",
        ),
        (STRANGE, "No record has “Nobody has these”."),
        (STRANGE._replace(quoted=quoted("a" * 90)), f"No record has “{'a' * 90}”."),
        (STRANGE._replace(quoted=quoted("a" * 91)), f"No record has “{'a' * 89}…”."),
        (STRANGE._replace(quoted=quoted("a\x1bb")), "No record has “a\\x1bb”."),
    ],
)
def test_a_sentence_says_what_is_wrong_and_what_to_do(finding: Finding, said: str) -> None:
    assert finding_sentence(finding, "a.md") == said


PLACED = [
    Placed(MISQUOTED, "a.md", 3, 5),
    Placed(RECORDED, "b.rst", 4, 0),
    Placed(STRANGE, "c.md", 0, 0),
    Placed(SPEAKER, "d.md", 9, 9),
]
COUNTS = Counter({"misquoted": 1, "recorded": 1, "unrecorded": 2})


def test_the_text_has_a_line_for_each_finding_and_a_diff_of_misquoted_words() -> None:
    styles = {"misquoted": "bold red", "recorded": "yellow", "unrecorded": "dim", "speaker": "bold red"}
    lines = [
        [(f"{one.place}: ", ""), (f"{one.finding.severity}: {one.finding.kind}:", styles[one.finding.kind]),
         (f" {finding_sentence(one.finding, one.path)}", "")]
        for one in PLACED
    ]  # fmt: skip
    last = [("6 quoted strings: 1 misquoted, 1 recorded, 2 unrecorded.", "bold")]
    assert list(prose_text(PLACED, COUNTS, 6)) == [lines[0], *diff([FEWER]), *lines[1:], last]


def test_only_of_misquoted_words_is_there_a_diff() -> None:
    recorded = Placed(RECORDED._replace(outcome=ALTERED), "b.md", 4, 0)
    unknown = Placed(MISQUOTED._replace(outcome=None), "b.md", 4, 0)
    assert len(list(prose_text([recorded, unknown], COUNTS, 6))) == 3


def test_a_summary_names_the_gravest_first() -> None:
    assert prose_summary(Counter({"recorded": 2, "misquoted": 1}), 1) == "1 quoted string: 1 misquoted, 2 recorded."
    assert prose_summary(Counter(), 0) == "0 quoted strings: no findings."


def test_json_has_everything_of_a_finding() -> None:
    first, recorded, strange, _ = json.loads(prose_json(PLACED, COUNTS, 6))["findings"]
    assert first == {
        "filename": "a.md", "lineno": 3, "column": 5, "status": "misquoted", "severity": "error", "text": "fewer kettles",
        "id": "tea", "record": "quotes/tea.yaml:5", "wording": "text", "verdict": "altered",
        "operations": [{"kind": "replaced", "quoted": "fewer", "said": "more", "critical": True, "why": "an opposite"}],
        "speaker": ["Bo", "Cy"], "named": "Al", "instead": None,
    }  # fmt: skip
    assert recorded["instead"] == ":uq:text:`kettles <tea>`"
    assert strange == {
        "filename": "c.md", "lineno": 0, "column": 0, "status": "unrecorded", "severity": "note", "text": "Nobody has these",
        "id": None, "record": None, "wording": None, "verdict": None, "operations": [], "speaker": [], "named": None,
        "instead": None,
    }  # fmt: skip


def test_json_counts_every_kind() -> None:
    report = json.loads(prose_json([], COUNTS, 6))
    assert report == {
        "policy": POLICY,
        "strings": 6,
        "counts": {"misquoted": 1, "speaker": 0, "recorded": 1, "unrecorded": 2},
        "findings": [],
    }


def test_github_gets_an_annotation_for_each_finding() -> None:
    assert list(prose_github(PLACED)) == [
        f"::error file=a.md,line=3,col=5,title=tea%3A misquoted::{finding_sentence(MISQUOTED, 'a.md')}",
        f"::warning file=b.rst,line=4,title=tea%3A recorded::{finding_sentence(RECORDED, 'b.rst')}",
        f"::notice file=c.md,title=unrecorded::{finding_sentence(STRANGE, 'c.md')}",
        f"::error file=d.md,line=9,col=9,title=tea%3A speaker::{finding_sentence(SPEAKER, 'd.md')}",
    ]

"""What each report says of an outcome, to the letter: people and programs act upon these words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.collection.samples import quotation

from sphinx_unknown_quotes._version import __version__
from sphinx_unknown_quotes.check.outcomes import SEVERITY, Difference, Outcome
from sphinx_unknown_quotes.check.policy import POLICY
from sphinx_unknown_quotes.check.prose.findings import KINDS, Finding, Placed
from sphinx_unknown_quotes.check.prose.passages import Passage, Quoted
from sphinx_unknown_quotes.check.reports.machine import annotation, github_report, json_report
from sphinx_unknown_quotes.check.reports.sarif import sarif_report
from sphinx_unknown_quotes.check.reports.sentences import differences, sentence, unnamed
from sphinx_unknown_quotes.check.reports.text import diff, summary, text_report
from sphinx_unknown_quotes.check.verdicts.notes import NOTES
from sphinx_unknown_quotes.collection.evidence import VERDICTS
from sphinx_unknown_quotes.collection.loading import Library

#: What the sentences below are about: file, time and page.
HERE = {"transcript": "k.vtt", "found": 61_000, "page": "3"}
FEWER = Difference("replaced", "fewer", "more", critical=True, why="an opposite")


def library(*outcomes: Outcome) -> Library:
    found = [quotation(outcome.id, path="t.yaml", line=7 + number) for number, outcome in enumerate(outcomes)]
    return Library(Path("quotes"), {item.id: item for item in found})


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome("a", "verbatim"), f"{VERDICTS['verbatim']} Found."),
        (
            Outcome("a", "verbatim", **HERE),
            f"{VERDICTS['verbatim']} Found in k.vtt at 1:01 on page 3.",
        ),
        (Outcome("a", "moved", **HERE, cited=5000), "The words were said at 1:01, not at 0:05 in k.vtt."),
        (Outcome("a", "moved", found=0, cited=0), "The words were said at 0:00, not at 0:00."),
        (Outcome("a", "moved", found=1000), "The words were said at 0:01."),
        (
            Outcome("a", "moved", **HERE, cited_page="9", notes=("other-page",)),
            "The words are on page 3, not on page 9 in k.vtt.",
        ),
        (
            Outcome("a", "elsewhere", **HERE),
            "The words are in k.vtt at 1:01 on page 3, not in the transcript of their source.",
        ),
        (
            Outcome("a", "wrong-speaker", **HERE, speaker="Bo", notes=("also-moved",)),
            "The words were said by Bo at 1:01 in k.vtt. The cited time is wrong as well.",
        ),
        (Outcome("a", "wrong-speaker"), "The words were said by somebody else."),
        (
            Outcome("a", "wrong-speaker", **HERE, notes=("other-page",)),
            f"The words were said by somebody else at 1:01 in k.vtt. {NOTES['other-page']}",
        ),
        (
            Outcome("a", "near", **HERE, operations=(FEWER,)),
            f'{VERDICTS["near"]} Looked at in k.vtt at 1:01 on page 3: "fewer" for "more" (an opposite).',
        ),
        (Outcome("a", "altered", **HERE), VERDICTS["altered"]),
        (Outcome("a", "missing"), f"{VERDICTS['missing']} Looked everywhere."),
        (
            Outcome("a", "missing", transcript="k.vtt"),
            f"{VERDICTS['missing']} Looked in k.vtt.",
        ),
        (Outcome("a", "unchecked", **HERE), "The words were not compared with k.vtt."),
        (Outcome("a", "unchecked"), VERDICTS["unchecked"]),
        (
            Outcome("a", "verbatim", notes=("automatic", "drift")),
            f"{VERDICTS['verbatim']} Found. {NOTES['automatic']} {NOTES['drift']}",
        ),
        (Outcome("a", "missing", transcript="a\x1bb\n"), f"{VERDICTS['missing']} Looked in a\\x1bb\\x0a."),
    ],
)  # fmt: skip
def test_a_sentence_says_what_was_found_and_where(outcome: Outcome, said: str) -> None:
    assert sentence(outcome) == said


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        *((Difference(kind, "", "you know"), '"you know" left out') for kind in
          ("omitted", "filler", "repeat", "start", "reference", "interjection")),
        (Difference("omitted", "", "not", why="a negation"), '"not" left out (a negation)'),
        (Difference("added", "never", ""), '"never" added'),
        (Difference("elision", "…", "one"), "1 word left out with a mark"),
        (Difference("elision", "…", ""), "0 words left out with a mark"),
        (Difference("elision", "…", "we do not", why="a negation"), "3 words left out with a mark, among them a negation"),
        (Difference("bracketed", "[it]", "the kettle"), '"[it]" for "the kettle"'),
        (Difference("bracketed", "[sic]", ""), '"[sic]" put in'),
        (Difference("cut-off", "", "unless it is cold"), 'cut off from "unless it is cold"'),
        (Difference("question", "so.", "so?", why="a question"), "a question is quoted as a statement"),
        (Difference("question", "so?", "so.", why="a question"), "a statement is quoted as a question"),
        (Difference("number", "20", "twenty"), '"20" for "twenty"'),
    ],
)  # fmt: skip
def test_a_difference_has_the_words_of_both_sides(operation: Difference, said: str) -> None:
    assert differences(Outcome("a", "near", operations=(operation,))) == said


def test_differences_are_parted_by_semicolons() -> None:
    assert differences(Outcome("a", "near", operations=(FEWER, Difference("added", "x", "")))) == (
        '"fewer" for "more" (an opposite); "x" added'
    )
    assert differences(Outcome("a", "verbatim")) == "no difference"


NAMELESS = ("speaker-unnamed",)
NAMES_NOBODY = "the transcript names nobody, so the speaker could not be compared."


def test_those_whose_speaker_was_not_compared_are_counted() -> None:
    known, nameless = Outcome("a", "verbatim"), Outcome("b", "near", notes=NAMELESS)
    assert unnamed([known]) == ""
    assert unnamed([known, nameless, nameless]) == f"For 2 of them {NAMES_NOBODY}"


def test_a_summary_counts_the_tightest_verdicts_first() -> None:
    found = [Outcome("a", "missing"), Outcome("b", "verbatim"), Outcome("c", "missing")]
    assert summary(found) == "3 quotations: 1 verbatim, 2 missing."
    assert (
        summary([Outcome("a", "verbatim", notes=NAMELESS)]) == f"1 quotation: 1 verbatim. For 1 of them {NAMES_NOBODY}"
    )
    assert summary([]) == "0 quotations: none."


def test_a_diff_has_a_line_for_each_change_of_words() -> None:
    lines = list(
        diff([Difference("type", "We", "we"), FEWER, Difference("omitted", "", "x"), Difference("added", "y", "")])
    )
    assert lines == [
        [("    ", ""), ("[-more-]", "red"), ("{+fewer+}", "green"), (" critical: an opposite", "red")],
        [("    ", ""), ("[-x-]", "red")],
        [("    ", ""), ("{+y+}", "green")],
    ]


#: A passing outcome, one with a note worth reading and one with a quiet note; what warns, fails and was not checked.
OUTCOMES = [
    Outcome("pass", "verbatim"),
    Outcome("noted", "verbatim", notes=("drift",)),
    Outcome("quiet", "verbatim", notes=("automatic",)),
    Outcome("none", "unchecked", notes=("no-transcript",)),
    Outcome("near", "near", operations=(FEWER,)),
    Outcome("altered", "altered", operations=(FEWER,)),
    Outcome("moved", "moved", operations=(FEWER,)),
    Outcome("unread", "unchecked", notes=("transcript-not-found",)),
]  # fmt: skip


def test_the_text_report_names_what_does_not_pass_and_counts_the_rest() -> None:
    lines = list(text_report(library(*OUTCOMES), OUTCOMES))
    assert lines == [
        [("quotes/t.yaml:8: ", ""), ("pass: verbatim:", "green"), (f" noted: {sentence(OUTCOMES[1])}", "")],
        [("quotes/t.yaml:11: ", ""), ("warning: near:", "yellow"), (f" near: {sentence(OUTCOMES[4])}", "")],
        *diff([FEWER]),
        [("quotes/t.yaml:12: ", ""), ("error: altered:", "bold red"), (f" altered: {sentence(OUTCOMES[5])}", "")],
        *diff([FEWER]),
        [("quotes/t.yaml:13: ", ""), ("error: moved:", "bold red"), (f" moved: {sentence(OUTCOMES[6])}", "")],
        [("quotes/t.yaml:14: ", ""), ("unchecked:", "dim"), (f" unread: {sentence(OUTCOMES[7])}", "")],
        [(summary(OUTCOMES), "bold")],
    ]


def test_the_text_report_can_name_everything() -> None:
    lines = [line[-1][0].split(":")[0].strip() for line in text_report(library(*OUTCOMES), OUTCOMES, verbose=True)]
    assert [line for line in lines if line in library(*OUTCOMES).quotations] == [outcome.id for outcome in OUTCOMES]


def test_github_gets_an_annotation_of_what_does_not_pass_or_has_a_note_worth_reading() -> None:
    found = [*OUTCOMES, Outcome("nobody", "verbatim", notes=NAMELESS)]
    assert list(github_report(library(*found), found)) == [
        f"::notice file=quotes/t.yaml,line=8,title=noted%3A verbatim::{sentence(found[1])}",
        f"::warning file=quotes/t.yaml,line=11,title=near%3A near::{sentence(found[4])}",
        f"::error file=quotes/t.yaml,line=12,title=altered%3A altered::{sentence(found[5])}",
        f"::error file=quotes/t.yaml,line=13,title=moved%3A moved::{sentence(found[6])}",
        f"::notice title=speakers::For 1 of them {NAMES_NOBODY}",
    ]


def test_an_annotation_without_a_place_in_the_file_has_none() -> None:
    assert annotation("notice", "a.md", 0, 0, "t", "m") == "::notice file=a.md,title=t::m"


def test_json_has_everything_of_an_outcome() -> None:
    outcome = Outcome(
        "a", "near", cited=1500, found=61_000, transcript="k.vtt", transcript_digest="d", speaker="Bo", operations=(FEWER,),
        changes=1, automatic=True, notes=("drift",), cited_page="4", page="3", stands_on="3-4",
    )  # fmt: skip
    assert json.loads(json_report([outcome, Outcome("b", "missing")])) == {
        "policy": POLICY,
        "verdicts": [
            {
                "id": "a", "verdict": "near", "cited": 1.5, "found": 61, "page": "3", "transcript": "k.vtt", "speaker": "Bo",
                "operations": [{"kind": "replaced", "quoted": "fewer", "said": "more", "critical": True, "why": "an opposite"}],
                "notes": ["drift"],
            },
            {
                "id": "b", "verdict": "missing", "cited": None, "found": None, "page": None, "transcript": None,
                "speaker": None, "operations": [], "notes": [],
            },
        ],
    }  # fmt: skip


PROSE = [
    Placed(
        Finding("recorded", Quoted("tea [is](hot)", Passage("", "d e.md", 4), 0, 0), "a", "q.yaml:5"), "d e.md", 4, 9
    ),
    Placed(Finding("unrecorded", Quoted("tea", Passage("", "f.md", 0), 0, 0)), "f.md", 0, 0),
    Placed(
        Finding("speaker", Quoted("tea", Passage("", "f.md", 0), 0, 0), "a", speaker=("Bo",), named="Al"), "f.md", 3, 0
    ),
]


def sarif_of(*outcomes: Outcome, prose: list[Placed] | None = None) -> dict[str, object]:
    report = json.loads(sarif_report(library(*outcomes), outcomes, prose))
    assert (report["$schema"], report["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = report["runs"]
    return dict(run)


def test_sarif_has_a_rule_for_each_verdict() -> None:
    run = sarif_of()
    levels = {"pass": "none", "warning": "warning", "error": "error", "unchecked": "note"}
    rules = [
        {"id": name, "shortDescription": {"text": meaning}, "defaultConfiguration": {"level": levels[SEVERITY[name]]}}
        for name, meaning in VERDICTS.items()
    ]
    assert run == {
        "tool": {"driver": {"name": "unknown-quotes", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "properties": {"policy": POLICY},
        "results": [],
    }


def test_sarif_has_a_rule_for_each_kind_of_finding_where_pages_were_read() -> None:
    rules = sarif_of(prose=[])["tool"]["driver"]["rules"]  # type: ignore[index]
    assert rules[len(VERDICTS) :] == [
        {"id": kind, "shortDescription": {"text": KINDS[kind]}, "defaultConfiguration": {"level": level}}
        for kind, level in (
            ("misquoted", "error"),
            ("speaker", "error"),
            ("recorded", "warning"),
            ("unrecorded", "note"),
        )
    ]


def test_a_result_of_sarif_has_its_rule_its_place_and_its_times() -> None:
    wrong = Outcome("a", "wrong-speaker", cited=1500, found=2000, speaker="[Bo](x)", notes=("drift",))
    right, open_ = Outcome("b", "verbatim"), Outcome("c", "unchecked")
    results = sarif_of(wrong, right, open_)["results"]
    assert results == [
        {
            "ruleId": outcome.verdict,
            "ruleIndex": list(VERDICTS).index(outcome.verdict),
            "kind": kind,
            "level": level,
            "message": {"text": f"{outcome.id}: {sentence(outcome)}".replace("](", "] (")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "quotes/t.yaml"}, "region": {"startLine": line},
                    }
                }
            ],
            "partialFingerprints": {"quotation/v1": outcome.id},
            "properties": properties,
        }
        for outcome, kind, level, line, properties in (
            (wrong, "fail", "error", 7, {"cited": 1.5, "found": 2, "notes": ["drift"]}),
            (right, "pass", "none", 8, {"cited": None, "found": None, "notes": []}),
            (open_, "open", "none", 9, {"cited": None, "found": None, "notes": []}),
        )
    ]  # fmt: skip


def test_a_finding_in_a_page_has_its_place_in_sarif_as_far_as_it_is_known() -> None:
    run = sarif_of(prose=PROSE)
    kinds = [*VERDICTS, *KINDS]
    assert run["results"] == [
        {
            "ruleId": kind,
            "ruleIndex": kinds.index(kind),
            "kind": "fail",
            "level": level,
            "message": {"text": message},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"quoted/v1": fingerprint},
        }
        for kind, level, message, place, fingerprint in (
            (
                "recorded", "warning", "“tea [is] (hot)” is recorded as a (q.yaml:5), and typed here again.",
                {"artifactLocation": {"uri": "d%20e.md"}, "region": {"startLine": 4, "startColumn": 9}},
                "a tea [is](hot)",
            ),
            ("unrecorded", "note", "No record has “tea”.", {"artifactLocation": {"uri": "f.md"}}, " tea"),
            (
                "speaker", "error", "“tea” are words of Bo in the record a, not of Al.",
                {"artifactLocation": {"uri": "f.md"}, "region": {"startLine": 3}}, "a tea",
            ),
        )
    ]  # fmt: skip


def test_sarif_without_a_collection_has_what_stands_in_pages() -> None:
    (run,) = json.loads(sarif_report(None, [], PROSE[1:2]))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["unrecorded"]

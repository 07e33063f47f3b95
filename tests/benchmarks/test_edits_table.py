"""The measure of checkers: each class makes the edit that its name says, and a run over a small folder works."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.edits import abroad, drawing, rewriting
from benchmarks.edits.kinds import TARGETS, Made
from benchmarks.edits.running import Answer, ask_other
from benchmarks.edits.table import folded, rows, table
from benchmarks.edits.talks import Said, Talk, plain, read_folder, read_talk
from benchmarks.edits.tongues import language_of

TABLE = Path(__file__).parent / "edits_table.py"
CHECKERS = Path(__file__).parent / "checkers"
KINDS = {f"{kind.group}: {kind.name}": kind for kind in (*drawing.ENGLISH, *abroad.KINDS)}
ROUND = "Um, we can not boil most of the 12 kettles before Anna says that he is very good, and they don't sing, perhaps, if you wait."


def made(name: str, text: str, after: str = "", lang: str = "en") -> Made | None:
    """What a class makes of a sentence that Ann Bee says a minute and a half into a talk of her and Bo Ek."""
    said = [
        Said(text, "Ann Bee", 90.0, 0),
        Said(after, "Ann Bee", 95.0, 0),
        *(Said("Yes.", "Bo Ek", 100.0 * place, place) for place in range(2, 60)),
    ]
    talk = Talk(Path("talk.txt"), lang, said, f" {plain(text)} ")
    for seed in range(60):
        if result := KINDS[name].make(drawing.drawn_at(talk, 0, random.Random(seed))):
            return result
    return None


def quoted(name: str, text: str, after: str = "") -> str:
    found = made(name, text, after)
    assert found is not None
    return found.text


def said(name: str, text: str) -> tuple[str, str]:
    """What the transcript is made to say, and the quotation."""
    found = made(name, text)
    assert found is not None
    return " / ".join(words for _, words in found.said), found.text


@pytest.mark.parametrize(
    ("name", "text", "edited"),
    [
        ("forgery: negation dropped", "We do not know why it sings.", "We do know why it sings."),
        ("forgery: negation dropped", "We don't know why it sings.", "We do know why it sings."),
        ("forgery: negation inserted", "All of it was right.", "All of it was not right."),
        ("forgery: antonym", "It makes a good kettle now.", "It makes a bad kettle now."),
        ("forgery: pronoun changed", "Then he boiled the water.", "Then she boiled the water."),
        ("forgery: intensifier changed", "It is very hot in here.", "It is slightly hot in here."),
        ("forgery: amount changed (some, all)", "And some kettles sing here.", "And all kettles sing here."),
        ("forgery: halves swapped", "one two three four five six seven eight", "five six seven eight one two three four"),
        ("bracket: [verb] for another verb", "Then we make a kettle.", "Then we [break] a kettle."),
        ("bracket: [all] for some, [few] for many", "Then some kettles sing.", "Then [all] kettles sing."),
        ("honest: [w]e", "We boil it.", "[w]e boil it."),
        ("honest: … before and after", "We boil it.", "… We boil it. …"),
        ("honest: contractions", "Then we don't boil it.", "Then we do not boil it."),
        ("honest: curly or straight marks", "We don't boil it.", "We don’t boil it."),
        ("honest: small letters, no punctuation", "We, then, boil it.", "we then boil it"),
        ("honest: fillers left out", "We, um, boil the uh water.", "We, boil the water."),
        ("edge: cut after not", "We do not boil the water here.", "boil the water here."),
        ("edge: question as a statement", "Do we boil it?", "Do we boil it."),
        ("untouched: cut at a clause's end", "We boil it every morning, and then it sings.", "We boil it every morning"),
        ("untouched: a whole sentence", "We boil it.", "We boil it."),
    ],
)  # fmt: skip
def test_class_makes_the_edit_of_its_name(name, text, edited):
    assert quoted(name, text) == edited


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("edge: cut before not", "Ukraine surely does not.", "Ukraine surely does"),
        ("edge: cut before unless, only if", "We boil it", "We boil it"),
    ],
)
def test_cut_ends_before_what_turns_it(name, before, after):
    found = made(name, before if before.endswith(".") else f"{before}.")
    assert found is not None
    assert found.text == after
    assert not found.said or found.said[0][1].startswith(after)


@pytest.mark.parametrize(
    "name", [name for name in KINDS if name.startswith("honest: ") and KINDS[name].make(
        drawing.drawn_at(Talk(Path("a"), "en", [Said("We boil it here every day.", "Ann Bee", 0.0, 0)], ""), 0, random.Random(1))
    ) is not None],
)  # fmt: skip
def test_honest_class_changes_the_transcript_or_the_quotation(name):
    found = made(name, "We boil it here every day.")
    assert found is not None
    assert " ".join(words for _, words in found.said) != found.text
    assert found.text != "We boil it here every day." or found.said


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("omission: … hides a modal", "can"),
        ("omission: … hides a number", "12"),
        ("omission: … hides some, most, all", "most"),
        ("omission: … hides if, only, unless", "if"),
        ("omission: … hides maybe, probably", "perhaps"),
        ("omission: … hides not, 3 to 8 words", "not"),
    ],
)
def test_omission_hides_what_its_name_says(name, hidden):
    text = f"We boil the big kettle, {hidden} or so, in the kitchen of the house by the river every morning.".replace(
        ",", ""
    )
    found = quoted(name, text)
    assert hidden not in found.split()
    assert any(mark in found for mark in ("…", "..."))
    # What is left stands there in its order.
    kept = [word for word in found.split() if "…" not in word and "..." not in word]
    rest = iter(text.split())
    assert all(word in rest for word in kept)


def test_omission_joins_two_sentences():
    text = quoted(
        "omission: … joins two sentences",
        "We boil the kettle in the kitchen today.",
        "Nobody sings of it before the evening comes.",
    )
    assert text.startswith("We boil the")
    assert text.endswith("evening comes.")


def test_aside_that_is_hidden_stands_in_the_transcript():
    heard, text = said("omission: … hides they say", "We boil the big kettle in the kitchen of the house.")
    assert len(heard) > len(text)
    assert heard.count(",") == 2


@pytest.mark.parametrize("name", ["edge: cut after I don't think that", "edge: another's words (he said that)"])
def test_words_before_the_quotation_are_in_the_transcript(name):
    heard, text = said(name, "The kettle sings.")
    assert text == "The kettle sings."
    assert heard.endswith("the kettle sings.")
    assert len(heard) > len(text)


@pytest.mark.parametrize("name", ["edge: cut inside a number", "edge: cut before % or a unit"])
def test_cut_leaves_a_number_at_the_end(name):
    heard, text = said(name, "The kettle sings.")
    assert heard.startswith(text)
    assert heard != text


def test_other_speaker_and_other_time_leave_the_words():
    assert made("forgery: other speaker", ROUND) == Made(ROUND, speaker="Bo Ek")
    late = made("forgery: time wrong", ROUND)
    assert late is not None
    assert late.text == ROUND
    assert late.at is not None
    assert abs(late.at - 90) >= 150


def test_listener_speaks_between_two_halves():
    found = made("honest: a listener's Mm-hmm", "We boil the kettle every day.")
    assert found is not None
    assert [same for same, _ in found.said] == [True, False, True]
    assert f"{found.said[0][1]} {found.said[2][1]}" == found.text


@pytest.mark.parametrize(
    ("lang", "text", "edited"),
    [
        ("de", "Das ist nicht der Kessel hier.", "Das ist der Kessel hier."),
        ("fr", "On ne sait pas tout cela.", "On sait tout cela."),
        ("es", "Esto no es la tetera.", "Esto es la tetera."),
        ("ja", "やかんは歌いません。", "やかんは歌います。"),
        ("zh", "这个水壶不是新的。", "这个水壶是新的。"),
    ],
)
def test_negation_is_dropped_abroad(lang, text, edited):
    found = made(f"{lang}: negation dropped", text, lang=lang)
    assert found is not None
    assert found.text == edited


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("We do not know that it is the kettle.", "en"),
        ("Wir wissen nicht, ob das der Kessel ist.", "de"),
        ("やかんが歌う。", "ja"),
        ("水壶在唱歌。", "zh"),
    ],
)
def test_language_is_told(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.srt", "1\n00:00:05,000 --> 00:00:07,000\nThe kettle sings\n\n2\n00:00:07,000 --> 00:00:09,000\nevery single morning.\n\n"
                  + "".join(f"{place}\n00:01:{place:02d},000 --> 00:01:{place:02d},500\nWe boil the water {place} times.\n\n" for place in range(3, 9))),
        ("b.md", "**[0:05]** The kettle sings every single morning. We boil the water here.\n"),
        ("c.txt", "Ann Bee (00:00:05):\nThe kettle sings every single morning. We boil it.\n"),
        ("d.md", "Ann Bee [(0:05)](https://example.org/) The kettle sings every single morning.\n"),
    ],
)  # fmt: skip
def test_sentences_of_a_transcript_have_their_time(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    talk = read_talk(tmp_path / name)
    assert talk.said[0].text == "The kettle sings every single morning."
    assert talk.said[0].start == 5


def test_every_form_has_every_sentence():
    lines = [rewriting.lines_of(_talk())][0]
    for form in rewriting.FORMS:
        text = form.write(lines)
        if isinstance(text, bytes):
            continue
        words = json.dumps(text) if form.ending.startswith(".json") else text
        assert all(line.text.split()[-1].rstrip(".") in words for line in lines), form.name


def _talk() -> Talk:
    said = [
        Said(f"The kettle number {place} sings in the kitchen.", ("Ann Bee", "Bo Ek")[place % 2], None, place)
        for place in range(40)
    ]
    return Talk(Path("t"), "en", said, "")


def test_row_misses_its_target():
    cases = [drawing.Case(KINDS["forgery: negation dropped"], "a", Path(), "b")] * 2
    found = rows(cases, [Answer("fail"), Answer("pass")])
    assert found[0].misses
    assert not rows(cases, [Answer("warn")] * 2)[0].misses
    assert "✗" in table({"mine": found}, markdown=True)
    assert {kind.right for kind in KINDS.values()} <= set(TARGETS)


def test_folded_row_names_the_languages_that_miss():
    names = ("de: negation dropped", "fr: negation dropped", "forgery: invented")
    cases = [drawing.Case(KINDS[name], "a", Path(), "b") for name in names]
    found = folded(rows(cases, [Answer("fail"), Answer("pass"), Answer("fail")]))
    assert [(row.kind.group, row.counts.total(), row.mark) for row in found] == [
        ("language", 2, "✗ `fr`"),
        ("forgery", 1, ""),
    ]


def test_run_over_a_small_folder(tmp_path):
    (tmp_path / "talks").mkdir()
    lines = "".join(
        f"Ann Bee [(0:{place:02d})](https://example.org/) Kettle {place} does not sing in the old kitchen of the house.\n\n"
        for place in range(12)
    )
    (tmp_path / "talks" / "a.md").write_text(lines, encoding="utf-8")
    arguments = [sys.executable, str(TABLE), str(tmp_path / "talks"), "--only", "negation dropped", "--number", "5",
                 "--checker", f"substring={sys.executable} {CHECKERS / 'substring.py'}"]  # fmt: skip
    run = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    row = next(line for line in run.stdout.splitlines() if line.startswith("forgery: negation dropped")).split()
    assert row[-3:] == ["5", "5", "0"]


def test_the_same_seed_draws_the_same(tmp_path):
    lines = "".join(
        f"**[0:{place:02d}]** Kettle {place} does not sing in the old kitchen, and nobody knows why.\n\n"
        for place in range(30)
    )
    (tmp_path / "a.md").write_text(lines, encoding="utf-8")
    talks = read_folder(tmp_path)
    drawn = [
        [case.text for case in drawing.draw(talks, seed, 5, tmp_path / name)]
        for seed, name in ((1, "b"), (1, "c"), (2, "d"))
    ]
    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_other_checker_speaks_lines_of_json(tmp_path):
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "a.txt").write_text("The kettle sings.", encoding="utf-8")
    cases = [
        drawing.Case(KINDS["untouched: a whole sentence"], text, tmp_path, "a.txt")
        for text in ("The kettle sings.", "The spout sings.")
    ]
    for name in ("substring", "similar"):
        assert [answer.said for answer in ask_other(f"{sys.executable} {CHECKERS / name}.py", cases)] == [
            "pass",
            "fail",
        ]

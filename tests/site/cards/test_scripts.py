"""Text in runs of one script each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.site.cards.scripts import runs, visible


@given(st.text())
def test_runs_are_the_text(text):
    assert "".join(run.text for run in runs(text)) == text


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_what_every_font_has_is_one_run(text):
    assert {run.script for run in runs(text)} <= {""}


@pytest.mark.parametrize(
    ("text", "script"),
    [("なぜ、日本語。", "CJK"), ("한국어로 말", "Hangul"), ("हिन्दी में", "Devanagari"), ("ภาษาไทย", "Thai"), ("中文「是」", "CJK"), ("🤷🏽‍♀️", "Symbol"),
     ("مرحبا بكم", "Arabic"), ("שלום לכם", "Hebrew")],
)  # fmt: skip
def test_a_script_is_one_run_with_the_name_that_fonts_have(text, script):
    assert [run.script for run in runs(text)] == [script]


def test_marks_and_spaces_between_two_scripts_stay_with_the_text():
    assert [(run.text, run.script) for run in runs("例 太郎, says “それ” 2024")] == [
        ("例 太郎", "CJK"),
        (", says “", ""),
        ("それ", "CJK"),
        ("” 2024", ""),
    ]


def test_numbers_within_words_from_right_to_left_are_part_of_them():
    (run,) = runs("ولا 12 نعرف")
    assert run.right_to_left
    first, latin, last = runs("נגד GPT-4 כן")
    assert (first.right_to_left, latin.right_to_left, last.right_to_left) == (True, False, True)


def test_marks_that_only_steer_are_left_out_and_joiners_of_letters_are_not():
    assert visible("\u202eabc\u202c\ufeff") == "abc"

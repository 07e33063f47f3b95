"""The parser of quotations: marks of omission and insertion, and no text that breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.check.quotation import fragments, parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge


def kinds(text: str) -> list[str]:
    return [piece.words[0] if piece.kind == "word" else piece.kind for piece in parse_quotation(text).pieces]


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[…]", "[...]", "(...)", "....", "… …"])
def test_every_way_to_mark_an_omission(mark: str) -> None:
    assert kinds(f"tea {mark} time") == ["tea", "elision", "time"]


def test_omissions_at_either_end_mean_nothing() -> None:
    assert kinds("... tea time …") == ["tea", "time"]


def test_words_in_brackets_are_the_editor_s() -> None:
    assert kinds("these [large kettle] models") == ["these", "bracketed", "models"]


def test_a_changed_capital_is_the_word() -> None:
    assert kinds("[T]he tea") == ["the", "tea"]


@pytest.mark.parametrize("remark", ["[sic]", "[emphasis added]", "[laughs]", "(laughter)"])
def test_remarks_are_dropped(remark: str) -> None:
    assert kinds(f"the tea {remark} time") == ["the", "tea", "time"]


def test_a_word_with_brackets_inside_is_the_editor_s() -> None:
    assert kinds("the model[s] sing") == ["the", "bracketed", "sing"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,000 tea-cups", ["1,000", "tea", "cups"]),
        ("it’s 5% & more", ["it's", "5", "percent", "and", "more"]),
        ("C++ is not C", ["c++", "is", "not", "c"]),
        ("-5 or GPT-3.5", ["minus", "5", "or", "gpt", "3.5"]),
        ("na\u00adïve\u200b tea", ["naïve", "tea"]),
        ("水壶 sings", ["水", "壶", "sings"]),
    ],
)
def test_what_counts_as_a_word(text: str, words: list[str]) -> None:
    assert kinds(text) == words


TEXT = st.lists(
    st.sampled_from(["tea ", "…", "[", "]", "(", ")", "...", "not ", "[T]", "[sic]", "'", "1,0", "-", " ", "\n\n", "♪", "é", "壶", "İ", "ŉ"])
    | st.text(max_size=4),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_no_text_breaks_the_parser(text: str) -> None:
    parsed = parse_quotation(text)
    assert sum(len(run) for run in fragments(parsed)) == len(parsed.words)
    assert not parsed.pieces or parsed.pieces[0].kind != "elision" != parsed.pieces[-1].kind


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_no_pair_of_texts_breaks_the_check(text: str, said: str) -> None:
    judgement = judge(
        Citation(parse_quotation(text), None, ("Ada",), "en"), read_spoken(said.encode("utf-8", "replace"), "t.txt")
    )
    assert judgement.verdict


def test_an_omission_at_the_end_of_a_transcript_that_ends_with_one_breaks_nothing():
    spoken = read_spoken("é…".encode(), "t.txt")
    assert judge(Citation(parse_quotation("é…tea "), None, (), "en"), spoken).verdict


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["we", "do", "not", "know", "how", "the", "kettle", "sings", "or", "why", "tea", "is", "20", "cents"]
        ),
        min_size=8,
        max_size=40,
    ),
    st.data(),
)
def test_words_as_they_stand_are_verbatim(said: list[str], data: st.DataObject) -> None:
    spoken = read_spoken(" ".join(said).encode(), "t.txt")
    first = data.draw(st.integers(0, len(said) - 1))
    end = data.draw(st.integers(first + 1, len(said)))
    found = judge(Citation(parse_quotation(" ".join(said[first:end])), None, (), "en"), spoken)
    # Unless they are cut off from a "not" beside them.
    assert found.verdict == "verbatim" or "cut-off" in found.notes

"""Words that a quotation may leave out because nobody meant to say them, and words that only look like that."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge

BEFORE, AFTER = "We told them in the morning that ", " and all of them had their tea there."


def check(said: str, quoted: str, lang: str = "en") -> Judgement:
    spoken = read_spoken(f"{BEFORE}{said}{AFTER}".encode(), "t.txt")
    return judge(Citation(parse_quotation(f"{BEFORE}{quoted}{AFTER}"), None, (), lang), spoken)


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("the ah, kettle was oh so mhm hot", "the kettle was so hot"),
        ("the kettle, you know, was hot", "the kettle was hot"),
        ("the kettle was, like, hot", "the kettle was hot"),
        ("it was, I mean, hot", "it was hot"),
        ("the w-w-water was hot", "the water was hot"),
        ("th- the water was hot", "the water was hot"),
        ("the wa— uh, water was hot", "the water was hot"),
        ("the kettle will, will sing", "the kettle will sing"),
        ("the kettle will will sing", "the kettle will sing"),
        ("there were two, two kettles", "there were two kettles"),
        ("we saw it we saw it sing", "we saw it sing"),
        ("of well-known tea of well-known tea we spoke", "of well-known tea we spoke"),
        ("I don't, I don't drink it", "I don't drink it"),
        ("I was— I went home", "I went home"),
        ("but the— it was hot", "it was hot"),
        ("it was not, not hot", "it was not hot"),
        ("they can't, can't sing", "they can't sing"),
        ("they can't can't sing", "they can't sing"),
        ("it was no- not hot", "it was not hot"),
        ("they k-know it", "they know it"),
        ("it was e-e-enough", "it was enough"),
        ("it was e-extremely hot", "it was extremely hot"),
        ("there were, you know, fifty kettles", "there were fifty kettles"),
        ("it took one, you know, second", "it took one second"),
        ("it was the, like, first kettle", "it was the first kettle"),
        ("it was five, five percent of it", "it was five percent of it"),
    ],
)
def test_what_nobody_meant_to_say_may_be_left_out(said: str, quoted: str) -> None:
    assert check(said, quoted).verdict == "disfluent"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("all that you know was hot", "all that was hot"),
        ("they like tea", "they tea"),
        ("it cost, like, fifty pounds", "it cost fifty pounds"),
        ("the co-conspirator came", "the conspirator came"),
        ("the e-editions came", "the editions came"),
        ("the theory the water was hot", "the water was hot"),
        ("it is not not hot", "it is not hot"),
        ("there is no no in it", "there is no in it"),
        ("the no- now it was hot", "the now it was hot"),
        ("the e-education was hot", "the education was hot"),
        ("there were five, five million", "there were five million"),
        ("in twenty twenty we came", "in twenty we came"),
        ("it was five five", "it was five"),
        ("nineteen oh eight", "nineteen eight"),
        ("it was 5 mm long", "it was 5 long"),
        ("the kettle— a large one— was hot", "the kettle was hot"),
        ("they lied— they stole", "they stole"),
        ("I can't— I can do it", "I can do it"),
        ("uh-uh it was hot", "uh it was hot"),
    ],
)
def test_what_is_meant_may_not_be_left_out(said: str, quoted: str) -> None:
    assert check(said, quoted).verdict in ("near", "altered")


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("the kettle [12] was hot", "the kettle was hot"),
        ("the kettle [3, 4] was hot", "the kettle was hot"),
        ("the kettle[1–3] was hot", "the kettle was hot"),
        ("the kettle,¹² was hot", "the kettle was hot"),
        ("the kettle has¹² 12.5 litres", "the kettle has 12.5 litres"),
        ("the tea was hot.12 The kettle sang", "the tea was hot. The kettle sang"),
    ],
)
def test_the_number_of_a_reference_may_be_left_out(said: str, quoted: str) -> None:
    assert check(said, quoted).verdict == "normalised"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("it was five km² large", "it was five km large"),
        ("it was x² large", "it was x large"),
        ("it was 10² large", "it was 10 large"),
        ("we saw 12 kettles", "we saw kettles"),
        ("we saw [about 12] kettles", "we saw kettles"),
        ("it was vol.12 of it", "it was vol of it"),
    ],
)
def test_a_number_that_counts_is_no_reference(said: str, quoted: str) -> None:
    assert check(said, quoted).verdict in ("near", "altered")


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("de", "der Kessel, weißt du, war heiß", "der Kessel war heiß"),
        ("fr", "la, euh, bouilloire était, tu vois, chaude", "la bouilloire était chaude"),
        ("ru", "чайник, ну, был горячий", "чайник был горячий"),
    ],
)
def test_each_language_has_its_own(lang: str, said: str, quoted: str) -> None:
    assert check(said, quoted, lang).verdict == "disfluent"
    assert check(said, quoted, "en").verdict != "disfluent"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("A.I. was hot", "AI was hot"),
        ("N.A.S.A. was hot", "NASA was hot"),
        ("J. K. Lark was hot", "JK Lark was hot"),
        ("Dr. Lark was hot", "Doctor Lark was hot"),
        ("Prof. Lark was hot", "Professor Lark was hot"),
        ("ten per cent was hot", "ten percent was hot"),
    ],
)
def test_initials_and_titles_are_the_same_words(said: str, quoted: str) -> None:
    assert check(said, quoted).verdict == "normalised"
    assert check(quoted, said).verdict == "normalised"


def test_what_is_begun_twice_is_not_cut_off_behind_its_negation() -> None:
    spoken = read_spoken(b"We had tea. I don't\xe2\x80\x94 I don't know that I'm right either. We had tea.", "t.txt")
    found = judge(Citation(parse_quotation("I don't know that I'm right either."), None, (), "en"), spoken)
    assert (found.verdict, found.notes) == ("verbatim", ())

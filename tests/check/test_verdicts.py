"""Verdicts: what a careful person would say of the words, their time and their speaker."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.language import words
from sphinx_unknown_quotes.check.language.counting.numbers import number_key
from sphinx_unknown_quotes.check.language.said import Said
from sphinx_unknown_quotes.check.language.tables import tables
from sphinx_unknown_quotes.check.language.vocabulary import critical
from sphinx_unknown_quotes.check.locating.align import align
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.speech.spoken import Spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge, judge_elsewhere
from sphinx_unknown_quotes.check.verdicts.speakers import same_person
from sphinx_unknown_quotes.collection.text.times import parse_span

TALK = """Ada Lark [(00:00:10)](https://example.org/?t=10) We don't really know how the large kettle models boil, but they do. \
I think, um, that it's an open question, and I I wouldn't bet 20 dollars on it. We should not ask the teapot.

[(00:01:00)](https://example.org/?t=60) Nobody can say why the colour of twenty-five spoons changes the taste of tea, \
unless the tea is cold. The train data is small.

Bo Ek [(00:02:00)](https://example.org/?t=120) You don't say! It is not the whole truth that kettles sing on their own. We will see.

Ada Lark [(00:05:00)](https://example.org/?t=300) We will see. The steam knows the way out of the spout.
"""


@pytest.fixture(scope="module")
def talk() -> Spoken:
    return read_spoken(TALK.encode(), "talk.md")


def check(talk: Spoken, text: str, at: str | None = None, *speakers: str, lang: str = "en") -> Judgement:
    return judge(Citation(parse_quotation(text), parse_span(at) if at else None, speakers, lang), talk)


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        ("verbatim", "We don't really know how the large kettle models boil"),
        ("verbatim", "We don’t really know how the large kettle models boil…"),
        ("verbatim", "“The steam knows the way out of the spout.”"),
        ("elided", "We don't really know … but they do."),
        ("near", "how the [kettle] models boil, but they do"),
        ("elided", "how the [...] models boil"),
        ("normalised", "we don't really know, how the large kettle models boil"),
        ("normalised", "[w]e don't really know how the large kettle models boil"),
        ("normalised", "We do not really know how the large kettle models boil"),
        ("normalised", "why the color of 25 spoons changes the taste of tea, unless the tea is cold"),
        ("normalised", "it is an open question"),
        ("normalised", "its an open question"),
        ("normalised", "I wouldn't bet $20 on it"),
        ("normalised", "I wouldn't bet twenty dollars on it"),
        ("disfluent", "I think, that it's an open question, and I wouldn't bet"),
        ("near", "We don't really know how the LKMs boil, but they do."),
        ("near", "The training data is small."),
        ("near", "We don't really know how large kettle models boil, but they do."),
        ("altered", "We really know how the large kettle models boil"),
        ("altered", "We do really know how the large kettle models boil"),
        ("altered", "The steam never knows the way out of the spout"),
        ("altered", "why the colour of twenty-six spoons changes the taste of tea"),
        ("altered", "I wouldn't bet 30 dollars on it"),
        ("altered", "Nobody could say why the colour of twenty-five spoons changes"),
        ("altered", "Somebody can say why the colour of twenty-five spoons changes"),
        ("altered", "The steam knows the way into our spout"),
        ("altered", "the way out of the spout The steam knows"),
        ("altered", "It is … the whole truth that kettles sing on their own"),
        ("altered", "It is [only] the whole truth that kettles sing on their own."),
        ("missing", "The penguins of the northern harbour sleep at noon"),
    ],
)
def test_verdict_on_the_words(talk: Spoken, verdict: str, text: str) -> None:
    assert check(talk, text).verdict == verdict


def test_a_long_quotation_does_not_buy_a_dropped_not(talk: Spoken) -> None:
    said = "You don't say! It is not the whole truth that kettles sing on their own. We will see."
    assert check(talk, said).verdict == "verbatim"
    assert check(talk, said.replace("not ", "")).verdict == "altered"


def test_a_repeated_negation_is_no_stutter() -> None:
    spoken = read_spoken(b"That is not not true at all, my friend.", "t.txt")
    assert check(spoken, "That is not true at all, my friend.").verdict == "altered"


def test_words_left_out_without_a_mark_do_not_pass(talk: Spoken) -> None:
    assert check(talk, "The steam knows the way of the spout").verdict == "near"


@pytest.mark.parametrize(("words", "verdict"), [(110, "near"), (130, "altered")])
def test_an_elision_is_at_most_120_words_long(words: int, verdict: str) -> None:
    filling = " ".join(f"filling{'abcdefghij'[n % 10]}" for n in range(words))
    spoken = read_spoken(f"we begin with the kettle {filling} and end with the teapot".encode(), "t.txt")
    found = check(spoken, "we begin with the kettle … and end with the teapot")
    assert found.verdict == verdict or (verdict == "altered" and found.verdict in ("altered", "missing"))


def test_an_elision_stays_within_one_turn(talk: Spoken) -> None:
    assert check(talk, "The train data is small … You don't say!").verdict not in (
        "verbatim",
        "elided",
        "normalised",
        "disfluent",
    )


def test_an_elision_keeps_the_order(talk: Spoken) -> None:
    assert check(talk, "I wouldn't bet … I think").verdict in ("altered", "missing")


def test_a_pause_in_the_transcript_marks_no_omission() -> None:
    spoken = read_spoken(
        b"It was slow... the kettle had cooled down, so we all drank it cold... and then left.", "t.txt"
    )
    assert check(spoken, "It was slow... had cooled down, so we all drank it cold").verdict == "near"
    assert check(spoken, "It was slow [...] had cooled down, so we all drank it cold").verdict == "elided"
    assert check(spoken, "It was slow... the kettle had cooled down").verdict == "verbatim"


def test_brackets_in_the_transcript_stand_for_nothing_else() -> None:
    spoken = read_spoken(b"We saw [the large kettle] boil quite early that day and left it there with us.", "t.txt")
    assert check(spoken, "We saw [the large kettle] boil quite early").verdict == "verbatim"
    assert check(spoken, "We saw [the large kettle] early that day and left it there with us").verdict == "near"


def test_single_words_over_long_omissions_do_not_pass(talk: Spoken) -> None:
    assert "scattered" in check(talk, "models … the teapot").notes


@pytest.mark.parametrize(
    ("at", "verdict", "notes"),
    [
        ("0:10", "verbatim", ()),
        ("0:55", "verbatim", ()),
        ("1:02", "verbatim", ()),
        ("1:10", "verbatim", ("drift",)),
        ("1:16", "moved", ()),
        ("0:00", "verbatim", ("drift",)),
        ("4:00", "moved", ()),
        ("0:01-0:30", "verbatim", ()),
    ],
)
def test_time_is_as_fine_as_the_stamps(talk: Spoken, at: str, verdict: str, notes: tuple[str, ...]) -> None:
    found = check(talk, "an open question, and I I wouldn't bet", at)
    assert (found.verdict, found.notes) == (verdict, notes)


def test_words_said_twice_are_found_where_they_are_cited(talk: Spoken) -> None:
    assert talk.at(check(talk, "We will see.", "5:00").first).start == 300_000
    assert talk.at(check(talk, "We will see.", "2:00").first).start == 120_000


def test_words_said_twice_without_a_time_are_ambiguous(talk: Spoken) -> None:
    assert "ambiguous" in check(talk, "We will see.").notes


def test_near_words_at_a_wrong_time_fail(talk: Spoken) -> None:
    assert check(talk, "The training data is small.", "9:00").verdict == "moved"


@pytest.mark.parametrize("speaker", ["Ada Lark", "Lark", "Dr. Ada Lark", "A. Lark", "Lark, Ada", "ada lark"])
def test_a_speaker_may_be_written_shorter(talk: Spoken, speaker: str) -> None:
    assert check(talk, "The steam knows the way", None, speaker).verdict == "verbatim"


@pytest.mark.parametrize("speaker", ["Bo Ek", "Ida Lark", "Ada Ek", "Jane Nobody", "A."])
def test_another_speaker_fails(talk: Spoken, speaker: str) -> None:
    assert check(talk, "The steam knows the way", None, speaker).verdict == "wrong-speaker"


def test_words_of_two_speakers_are_not_one_s(talk: Spoken) -> None:
    text = "We will see. We will see. The steam knows"
    assert check(talk, text, None, "Ada Lark").verdict == "wrong-speaker"
    assert check(talk, text, None, "Ada Lark", "Bo Ek").verdict == "verbatim"


def test_of_the_same_words_the_cited_speaker_s_count(talk: Spoken) -> None:
    assert talk.at(check(talk, "We will see.", None, "Bo Ek").first).speaker == "Bo Ek"


def test_but_behind_the_words_is_noted(talk: Spoken) -> None:
    assert "truncated" in check(talk, "how the large kettle models boil").notes
    assert "truncated" in check(talk, "changes the taste of tea").notes
    assert "truncated" not in check(talk, "The steam knows").notes


def test_a_negation_right_before_the_words_is_noted(talk: Spoken) -> None:
    assert "truncated-opening" in check(talk, "the whole truth that kettles sing").notes
    assert "truncated-opening" in check(talk, "ask the teapot").notes


def test_words_of_another_transcript_are_found_there(talk: Spoken) -> None:
    citation = Citation(parse_quotation("The steam … out of the spout."), None, (), "en")
    found = judge_elsewhere(citation, talk)
    assert found is not None
    assert found.verdict == "elided"


def test_an_um_is_a_filler_in_english_alone() -> None:
    spoken = read_spoken(b"Er ging um zu sehen, ob der Kessel singt.", "t.txt")
    assert check(spoken, "Er ging zu sehen, ob der Kessel singt.").verdict == "disfluent"
    assert check(spoken, "Er ging zu sehen, ob der Kessel singt.", lang="de").verdict == "near"


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    spoken = read_spoken("我们不知道为什么水壶会唱歌。".encode(), "t.txt")
    assert check(spoken, "我们不知道为什么", lang="zh").verdict == "verbatim"
    assert check(spoken, "我们知道为什么水壶会唱歌", lang="zh").verdict == "altered"


@pytest.mark.parametrize(
    ("quoted", "said"),
    [("were", "we're"), ("well", "we'll"), ("notable", "not able"), ("four", "for"), ("apart", "a part")],
)
def test_words_that_only_look_alike_are_not_the_same(quoted: str, said: str) -> None:
    spoken = read_spoken(f"So then {said} happy with the kettle at home".encode(), "t.txt")
    assert check(spoken, f"So then {quoted} happy with the kettle at home").verdict in ("near", "altered")


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("there are few people", "there are a few people"),
        ("there is a little hope", "there is little hope"),
        ("it hardly works", "it works"),
        ("it is not unlikely to boil", "it is unlikely to boil"),
        ("we live without fear", "we live with fear"),
        ("nor do we care", "so do we care"),
        ("neither of them came", "either of them came"),
        ("it may rain", "it might rain"),
        ("that it cant do", "that it can do"),
        ("the third kettle", "the fourth kettle"),
        ("the third kettle", "the 4th kettle"),
        ("two thirds of it", "three quarters of it"),
        ("5% of it", "5 of it"),
        ("5 kilometres of it", "5 miles of it"),
        ("in the eighties we came", "in the nineties we came"),
        ("in the 80s we came", "in 80 we came"),
        ("3.5 of it", "35 of it"),
        ("10² of it", "102 of it"),
        ("1½ of it", "11/2 of it"),
        ("Ada beat Bo at chess", "Bo beat Ada at chess"),
        ("prices rise", "prices fall"),
        ("it's meaningless", "it's meaningful"),
        ("we are happy", "we are [un]happy"),
        ("that is in valid form", "that is invalid form"),
        ("no, we do", "we do"),
        ("ten ten of it", "ten of it"),
        ("<5 of it", ">5 of it"),
        ("~5 of it", "5 of it"),
        ("we could've boiled", "we would've boiled"),
    ],
)
def test_small_words_that_turn_the_sense_around_are_never_forgiven(said: str, quoted: str) -> None:
    spoken = read_spoken(f"Well then, {said} for the whole of the long winter in our house.".encode(), "t.txt")
    assert check(spoken, f"Well then, {quoted} for the whole of the long winter in our house").verdict == "altered"


def test_an_omission_takes_no_negation_from_the_words_beside_it() -> None:
    said = "We are not, whatever the papers of this town say each single morning at breakfast, happy with it. "
    spoken = read_spoken(
        f"{said}Nobody minds. And so we drink a cup of tea before all of us go home.".encode(), "t.txt"
    )
    assert check(spoken, "We are … happy with it.").verdict == "altered"
    assert check(spoken, "whatever the papers say … happy with it").verdict == "near"
    assert check(spoken, "happy with it … before all of us go home").verdict == "near"


def test_single_words_make_no_sentence() -> None:
    spoken = read_spoken(b"The kettle on the old stove sings and the tea in the cup is cold by now.", "t.txt")
    assert check(spoken, "kettle … sings … cold").verdict == "near"


def test_a_denial_within_a_verb_is_never_forgiven() -> None:
    spoken = read_spoken("水壺は歌わないと思います".encode(), "t.txt")
    assert check(spoken, "水壺は歌うと思います", lang="ja").verdict == "altered"


def test_a_wrong_speaker_at_the_time_of_another_fails() -> None:
    spoken = read_spoken(
        b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>We know how kettles sing\n\n01:07.000 --> 01:09.000\n<v Bo>We know how kettles sing\n",
        "t.vtt",
    )
    assert check(spoken, "We know how kettles sing", "0:01", "Bo").verdict == "moved"
    assert check(spoken, "We know how kettles sing", "1:07", "Bo").verdict == "verbatim"


def test_a_place_far_from_the_cited_time_is_looked_at_where_the_near_one_is_another_s() -> None:
    long = "WEBVTT\n\n00:00.000 --> 05:00.000\n<v Ada>tea is hot\n\n04:50.000 --> 04:55.000\n<v Bo>tea is hot\n"
    assert check(read_spoken(long.encode(), "t.vtt"), "tea is hot", "4:57", "Ada").verdict == "verbatim"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("we cannot say", "we can not say"),
        ("we analyse it", "we analyze it"),
        ("one hundred and twenty of it", "120 of it"),
        ("2 thousand of it", "2000 of it"),
        ("nineteen ninety eight then", "1998 then"),
    ],
)
def test_the_same_words_differently_written_pass(said: str, quoted: str) -> None:
    spoken = read_spoken(f"Well then, {said} for the whole of the long winter.".encode(), "t.txt")
    assert check(spoken, f"Well then, {quoted} for the whole of the long winter").verdict == "normalised"


@pytest.mark.parametrize(
    "said", ["hundred hundred", "thousand and one", "five million two billion", "hundred two hundred", "million"]
)
def test_what_is_no_number_is_not_taken_for_one(said: str) -> None:
    assert number_key(tuple(said.split()), tables("en")) is None


def test_cannot_is_can_and_not() -> None:
    assert critical(("cannot",), tables("en")) == critical(("can't",), tables("en")) == (("not",), ("can",), ())


@pytest.mark.parametrize(("name", "fits"), [("…", False), ("Speaker 2", False), ("Lark", False), ("Ada Lark", True)])
def test_a_name_that_fits_two_or_none_names_nobody(name: str, fits: bool) -> None:
    assert same_person(name, "Ada Lark", ["Ada Lark", "Cy Lark", "Speaker 1"]) is fits


def test_stretches_out_of_order_are_found_by_their_times() -> None:
    spoken = read_spoken(
        b"WEBVTT\n\n01:00.000 --> 01:02.000\nthe kettle sings\n\n00:01.000 --> 00:02.000\nthe spoon sleeps\n", "t.vtt"
    )
    assert check(spoken, "the kettle sings", "1:01").verdict == "verbatim"
    assert check(spoken, "the kettle", "0:01").verdict == "moved"
    assert check(spoken, "the a spoon sleeps here", "0:01").first == 3


def test_words_before_the_first_speaker_are_nobody_s() -> None:
    spoken = read_spoken(
        b"WEBVTT\n\n00:01.000 --> 00:02.000\ntea is hot\n\n00:03.000 --> 00:04.000\n<v Ada>now\n", "t.vtt"
    )
    assert "speaker-unknown" in check(spoken, "tea is hot", None, "Ada").notes


def test_a_text_without_times_says_so() -> None:
    assert "untimed" in check(read_spoken(b"tea is hot now", "t.txt"), "tea is hot", "1:00").notes


def test_nothing_is_near_in_an_empty_transcript() -> None:
    assert check(read_spoken(b"", "t.txt"), "tea is hot", "1:00").verdict == "missing"


def test_known_words_are_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_MAX_KNOWN", 2)
    for _ in range(3):
        assert words.word_rows("tea is\nhot now, 1,000") == ["tea is", "hot now 1,000"]


def test_words_of_a_machine_s_transcript_are_noted() -> None:
    spoken = read_spoken(b"[00:00:01.000 --> 00:00:04.000] Nobody can say why the kettle sings.", "t.txt")
    assert "automatic" in check(spoken, "Nobody can say why the kettle sings.").notes


def test_a_time_is_no_help_in_a_text_without_any() -> None:
    assert read_spoken(b"Nobody can say why the kettle sings.", "t.txt").near_time(5000) == 0


def test_a_refrain_is_looked_for_so_often_and_no_more() -> None:
    spoken = read_spoken(b"We will see. " * 5000, "t.txt")
    assert check(spoken, "We will see.").verdict == "verbatim"


def test_nothing_aligns_with_no_words() -> None:
    assert align(parse_quotation("We will see.").pieces, Said([], [], [], tables("en")), 0).steps == []


def test_initials_stand_for_three_words_at_most() -> None:
    spoken = read_spoken(b"We will boil the water as soon as possible for all.", "t.txt")
    found = check(spoken, "We will boil the water asap for all.")
    assert found.verdict == "altered"
    assert found.changes > 1


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("It is a harm to all of us in here", "It is a harmless to all of us in here"),
        ("We promize to all", "We promise to all"),
    ],
)
def test_words_that_are_no_spelling_of_each_other(quoted: str, said: str) -> None:
    assert check(read_spoken(said.encode(), "t.txt"), quoted).verdict == "altered"

"""The best of several places in a transcript for a quotation; and how time and speaker change the verdict."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.speech.spoken import Spoken
from sphinx_unknown_quotes.check.verdicts.judging import MISSING, Citation, Judgement, judge, judge_elsewhere
from sphinx_unknown_quotes.collection.text.times import format_time, parse_span, parse_time

#: Words between two places, so that each is looked at by itself.
FILLING = " ".join(f"{a}{b}lim" for a in "bcdfgh" for b in "aeiou")


def spoken(*lines: tuple[str, str], seconds: int = 10) -> Spoken:
    """Lines of a VTT file, each from a time on; ``Bo: words`` has a speaker."""
    text = "WEBVTT\n"
    for at, words in lines:
        start = parse_time(at)
        speaker, colon, said = words.rpartition(": ")
        text += f"\n{format_time(start):0>5}.000 --> {format_time(start + seconds * 1000):0>5}.000\n"
        text += f"<v {speaker}>{said}\n" if colon else f"{said}\n"
    return read_spoken(text.encode(), "t.vtt")


def apart(*lines: tuple[str, str]) -> Spoken:
    """The same with so many words between the lines that each is looked at by itself."""
    return spoken(
        *(each for at, words in lines for each in ((at, words), (f"{at.split(':')[0]}:30", f"{FILLING} {FILLING}.")))
    )


def cited(words: str, at: str | None = None, *speakers: str) -> Citation:
    return Citation(parse_quotation(words), parse_span(at) if at else None, speakers, "en")


def check(talk: Spoken, words: str, at: str | None = None, *speakers: str) -> Judgement:
    return judge(cited(words, at, *speakers), talk)


def place(talk: Spoken, found: Judgement | None) -> tuple[str, str]:
    assert found is not None
    return found.verdict, format_time(talk.at(found.first).start or 0)


KETTLE = "We know quite well why the old kettle on the stove sings."
#: With one other word.
NEAR = KETTLE.replace("old", "black")
ALTERED = KETTLE.replace("know", "do not know")
NEVER = KETTLE.replace("know", "never know")
#: The same words with a comma more.
COMMA = KETTLE.replace("quite well", "quite well,")


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        # Each way round, so that the order in the transcript decides nothing.
        (KETTLE, COMMA, KETTLE),
        (NEAR, COMMA, COMMA),
        (ALTERED, COMMA, COMMA),
        # Of the words that were meant, the fewest differ; of as few, a "not" tells that it is these.
        (NEAR, ALTERED, ALTERED),
        (NEAR.replace("stove", "shelf"), NEVER, NEVER),
        (NEAR, NEAR.replace("stove", "shelf"), NEAR),
    ],
)
@pytest.mark.parametrize("is_turned", [False, True])
def test_of_two_places_the_one_with_the_tighter_verdict_counts(
    first: str, second: str, best: str, is_turned: bool
) -> None:
    lines = [second, first] if is_turned else [first, second]
    text = f" {FILLING}. ".join(["Well", *lines, "So"])
    talk = read_spoken(text.encode(), "t.txt")
    found = check(talk, KETTLE)
    assert talk.said(found.first, found.end) in best
    assert (found.verdict == "altered") is (best in (ALTERED, NEVER))


def test_altered_words_at_the_cited_time_count_more_than_near_ones_elsewhere() -> None:
    talk = apart(("0:10", ALTERED), ("5:00", NEAR))
    assert place(talk, check(talk, KETTLE, "0:10")) == ("altered", "0:10")


def test_near_words_at_the_cited_time_need_no_other_place() -> None:
    """In a transcript that is longer than what lies around a time."""
    filling = [(f"{minute}:00", FILLING) for minute in range(1, 21)]
    talk = spoken(
        ("0:10", "We have 20 old kettles on the stove."),
        *filling,
        ("30:00", "We have twenty old kettles on the shelf."),
    )
    assert place(talk, check(talk, "We have 20 old kettles on the shelf.", "0:10")) == ("near", "0:10")
    assert place(talk, check(talk, "We have 20 old kettles on the shelf.", "0:40")) == ("moved", "30:00")


def test_altered_words_of_the_cited_speaker_count_more_than_near_ones_of_another() -> None:
    talk = apart(("0:10", f"Bo: {NEAR}"), ("5:00", f"Ada: {ALTERED}"))
    assert place(talk, check(talk, KETTLE, None, "Ada")) == ("altered", "5:00")


def test_the_same_words_at_another_time_count_more_than_altered_ones_at_the_cited_time() -> None:
    talk = apart(("0:10", ALTERED), ("5:00", KETTLE))
    assert place(talk, check(talk, KETTLE, "0:10")) == ("moved", "5:00")


CUT = KETTLE.replace("sings.", "sings, unless it is cold.")


def test_words_that_are_cut_off_at_the_cited_time_are_those_that_are_meant() -> None:
    talk = apart(("0:10", CUT), ("5:00", KETTLE))
    found = check(talk, KETTLE, "0:10")
    assert (*place(talk, found), "cut-off" in found.notes) == ("near", "0:10", True)
    assert place(talk, check(talk, KETTLE, "5:00")) == ("verbatim", "5:00")


def test_without_a_time_a_whole_sentence_is_not_asked_whether_it_is_cut_off_elsewhere() -> None:
    talk = apart(("0:10", CUT), ("5:00", KETTLE))
    assert place(talk, check(talk, KETTLE)) == ("verbatim", "5:00")


def test_without_a_time_a_part_of_a_sentence_that_is_cut_off_in_one_place_is_cut_off() -> None:
    talk = spoken(("0:10", f"And {CUT}"), ("5:00", f"So {KETTLE.removesuffix('.')} on and on."))
    assert place(talk, check(talk, KETTLE.removesuffix("."))) == ("near", "0:10")


def test_without_a_time_the_best_of_several_whole_sentences_counts() -> None:
    talk = apart(("0:10", CUT), ("1:10", COMMA), ("2:10", KETTLE), ("3:10", KETTLE))
    assert place(talk, check(talk, KETTLE)) == ("verbatim", "2:10")


def test_a_part_of_a_sentence_that_is_verbatim_counts_more_than_a_whole_one_that_is_not() -> None:
    talk = apart(("0:10", COMMA), ("1:10", f"So {KETTLE.removesuffix('.')} on and on."))
    assert place(talk, check(talk, KETTLE.removesuffix("."))) == ("verbatim", "1:10")


def test_with_a_time_nobody_asks_which_sentence_is_whole() -> None:
    talk = spoken(("1:00", f"So {COMMA.removesuffix('.')} on and on."), ("1:20", COMMA))
    assert place(talk, check(talk, KETTLE.removesuffix("."), "1:05")) == ("normalised", "1:00")


def test_a_question_at_the_cited_time_that_is_quoted_as_a_statement_is_the_one_that_is_meant() -> None:
    talk = apart(
        ("0:10", "Why does the old kettle on the stove sing?"), ("5:00", "Why does the old kettle on the stove sing.")
    )
    found = check(talk, "Why does the old kettle on the stove sing.", "0:10")
    assert (*place(talk, found), [each.kind for each in found.operations]) == ("near", "0:10", ["question"])


def test_words_of_which_fewer_than_half_are_there_have_no_place() -> None:
    assert check(spoken(("0:10", KETTLE)), "The old penguins of the northern harbour sleep at noon.") == MISSING


def test_words_near_the_cited_time_are_looked_for_there_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refrain of a thousand places would take a thousand times as long."""
    talk = spoken(*((format_time(number * 10_000), KETTLE) for number in range(100)))
    seen = []

    def counted(self: Spoken, first: int, end: int) -> str:
        seen.append(first)
        return printed(self, first, end)

    printed = Spoken.printed
    monkeypatch.setattr(Spoken, "printed", counted)
    assert place(talk, check(talk, KETTLE, "8:02")) == ("verbatim", "8:00")
    assert len(seen) < 20


@pytest.mark.parametrize(("at", "is_ambiguous"), [(None, True), ("0:10", False)])
def test_words_that_stand_in_two_places_are_ambiguous_where_no_time_says_which(
    at: str | None, is_ambiguous: bool
) -> None:
    talk = spoken(("0:10", KETTLE), ("1:00", KETTLE))
    found = check(talk, KETTLE, at)
    assert (found.verdict, found.notes) == ("verbatim", ("ambiguous",) if is_ambiguous else ())


def test_a_time_tells_no_places_apart_in_a_text_without_times() -> None:
    talk = read_spoken(f"{KETTLE} {FILLING}. {KETTLE}".encode(), "t.txt")
    assert check(talk, KETTLE, "0:10").notes == ("ambiguous", "untimed")


def test_a_passing_place_and_one_that_does_not_pass_are_not_ambiguous() -> None:
    talk = spoken(("0:10", f"Bo: {KETTLE}"), ("1:00", f"Ada: {KETTLE}"))
    assert check(talk, KETTLE, None, "Ada").notes == ()


# -- The time


@pytest.mark.parametrize(
    ("at", "verdict", "notes", "drift"),
    [
        ("1:00", "verbatim", (), 0),
        ("1:10", "verbatim", (), 0),
        ("1:12", "verbatim", (), 2_000),
        ("1:13", "verbatim", ("drift",), 3_000),
        ("0:58", "verbatim", (), 2_000),
        ("0:57", "verbatim", ("drift",), 3_000),
        ("1:25", "verbatim", ("drift",), 15_000),
        ("1:26", "moved", (), 16_000),
        ("0:45", "verbatim", ("drift",), 15_000),
        ("0:44", "moved", (), 16_000),
        ("0:40-0:57", "verbatim", ("drift",), 3_000),
        ("0:40-1:05", "verbatim", (), 0),
        ("9:00", "moved", (), 470_000),
    ],
)
def test_a_time_may_be_off_by_two_seconds_and_by_fifteen_with_a_note(
    at: str, verdict: str, notes: tuple[str, ...], drift: int
) -> None:
    found = check(spoken(("1:00", KETTLE)), KETTLE, at)
    assert (found.verdict, found.notes, found.drift) == (verdict, notes, drift)


def test_the_distance_is_that_from_the_beginning_of_the_stretch() -> None:
    talk = spoken(("1:00", KETTLE))
    assert check(talk, KETTLE).drift == 0
    assert [check(talk, KETTLE, at).distance for at in ("1:08", "0:55", "9:00", None)] == [8_000, 5_000, 480_000, 0]


def test_the_nearer_of_two_places_alike_counts() -> None:
    talk = spoken(("1:00", KETTLE), ("1:30", KETTLE), ("2:30", KETTLE), ("8:00", KETTLE))
    found = [place(talk, check(talk, KETTLE, at)) for at in ("0:59", "1:06", "1:32", "2:00", "2:29", "2:41", "7:59")]
    times = ["1:00", "1:00", "1:30", "1:30", "2:30", "2:30", "8:00"]
    assert found == [("moved" if time == "2:00" else "verbatim", right) for time, right in zip(
        ("0:59", "1:06", "1:32", "2:00", "2:29", "2:41", "7:59"), times, strict=True)]  # fmt: skip


def test_a_place_in_a_long_stretch_is_as_near_as_its_stretch() -> None:
    """The words may stand anywhere in it, so one that began long ago may be nearer than one that begins soon."""
    talk = spoken(("0:00", f"Bo: {KETTLE}"), ("5:05", f"Bo: {KETTLE}"), seconds=300)
    assert place(talk, check(talk, KETTLE, "4:58")) == ("verbatim", "0:00")
    assert place(talk, check(talk, KETTLE, "4:30-5:04")) == ("verbatim", "0:00")
    talk = spoken(("3:40", KETTLE), ("5:05", KETTLE), seconds=80)
    assert place(talk, check(talk, KETTLE, "4:58")) == ("verbatim", "3:40")


# -- The speaker


def test_a_wrong_speaker_at_a_wrong_time_is_wrong_in_both() -> None:
    talk = spoken(("1:00", f"Bo: {KETTLE}"), ("2:00", "Ada: Tea."))
    assert check(talk, KETTLE, "1:26", "Ada")[0::5] == ("wrong-speaker", ("also-moved",))
    assert check(talk, KETTLE, "1:25", "Ada")[0::5] == ("wrong-speaker", ())
    assert check(talk, NEAR, "1:00", "Ada").verdict == "wrong-speaker"


def test_of_altered_words_nobody_asks_who_says_them_and_when() -> None:
    talk = spoken(("1:00", f"Bo: {ALTERED}"), ("2:00", "Ada: Tea."))
    assert check(talk, KETTLE, "9:00", "Ada")[0::5] == ("altered", ())


def test_near_words_at_a_wrong_time_are_moved() -> None:
    assert check(spoken(("1:00", NEAR)), KETTLE, "9:00").verdict == "moved"


def test_exact_words_that_go_on_in_another_turn_are_those_of_both() -> None:
    talk = spoken(("1:00", "Bo: We know quite well"), ("1:10", "Ada: why the old kettle on the stove sings."))
    found = check(talk, KETTLE, None, "Bo")
    assert (found.verdict, "speaker-change" in found.notes) == ("wrong-speaker", True)


# -- The transcript of another source


def test_in_another_transcript_time_speaker_and_page_count_for_nothing() -> None:
    talk = spoken(("1:00", f"Bo: {KETTLE}"), ("2:00", "Ada: Tea."))
    found = judge_elsewhere(cited(KETTLE, "9:00", "Ada")._replace(page="7"), talk)
    assert found is not None
    assert (*place(talk, found), found.notes) == ("verbatim", "1:00", ())


@pytest.mark.parametrize("words", [NEAR, ALTERED, "The penguins sleep at noon."])
def test_only_words_that_pass_are_found_in_another_transcript(words: str) -> None:
    assert judge_elsewhere(cited(words), spoken(("1:00", KETTLE))) is None


def test_of_several_places_in_another_transcript_the_best_counts() -> None:
    talk = spoken(("0:10", COMMA), ("1:00", KETTLE), ("2:00", KETTLE))
    assert place(talk, judge_elsewhere(cited(KETTLE), talk)) == ("verbatim", "1:00")


def test_words_with_marks_are_found_in_another_transcript() -> None:
    talk = spoken(("0:10", NEAR), ("1:00", KETTLE))
    assert place(talk, judge_elsewhere(cited("We know quite well … old kettle on the stove sings."), talk)) == (
        "elided",
        "1:00",
    )
    assert judge_elsewhere(cited("The penguins … sleep at noon."), talk) is None


def test_a_likely_place_that_lacks_a_word_does_not_end_the_search_in_another_transcript() -> None:
    talk = apart(("0:10", "They say the old kettle on the stove sings."), ("1:10", KETTLE))
    found = judge_elsewhere(cited("We know quite well … old kettle on the stove sings."), talk)
    assert place(talk, found) == ("elided", "1:10")


def test_words_with_marks_stand_in_one_turn() -> None:
    talk = spoken(
        ("0:10", "Bo: It is slow... so we"), ("0:20", "Ada: wait."), ("1:00", "Bo: It is slow... so we wait.")
    )
    assert place(talk, check(talk, "It is slow... so we wait.")) == ("verbatim", "1:00")


def test_words_without_marks_must_stand_in_another_transcript_one_after_the_other() -> None:
    """Thousands of words in hundreds of transcripts: who looks for other words finds them somewhere."""
    assert judge_elsewhere(cited("We have 20 kettles."), spoken(("1:00", "We have twenty kettles."))) is None


def test_exact_words_with_marks_do_not_need_to_be_aligned() -> None:
    talk = spoken(("0:10", "We know [quite well] why the kettle sings."))
    assert place(talk, judge_elsewhere(cited("We know [quite well] why the kettle sings."), talk)) == (
        "verbatim",
        "0:10",
    )

"""Every form of transcript: the right time and speaker pass, wrong ones fail, and words are whole."""

from __future__ import annotations

import pytest
from forms import FORMS, TALK

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import from_bytes, read_spoken, to_bytes
from sphinx_unknown_quotes.check.speech.spoken import Spoken
from sphinx_unknown_quotes.check.transcripts.forms import SUFFIXES
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.collection.text.times import Span

QUARTER = 15 * 60 * 1000
QUOTED = [TALK[1], TALK[3], TALK[4], TALK[6]]


def read(form: str) -> Spoken:
    name, text, _, _ = FORMS[form]
    return read_spoken(text.encode(), name)


def check(spoken: Spoken, text: str, at: int | None, *speakers: str) -> Judgement:
    return judge(Citation(parse_quotation(text), None if at is None else Span(at), speakers, "en"), spoken)


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_talk_is_read_once(form: str) -> None:
    whole = read_spoken(" ".join(one.text for one in TALK).encode(), "t.txt")
    assert (read(form).joined, read(form).faults, read(form).unread) == (whole.joined, [], ())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("one", QUOTED, ids=lambda one: str(one.start))
def test_the_right_time_and_speaker_pass(form: str, one) -> None:
    found = check(read(form), one.text, int(one.start * 1000), one.speaker)
    assert (found.verdict, {*found.notes} - {"automatic", "untimed", "speaker-unnamed"}) == ("verbatim", set())


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form][3]])
@pytest.mark.parametrize("one", QUOTED, ids=lambda one: str(one.start))
def test_a_time_that_is_a_quarter_of_an_hour_off_is_moved(form: str, one) -> None:
    assert check(read(form), one.text, int(one.start * 1000) + QUARTER).verdict == "moved"


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form][2]])
@pytest.mark.parametrize("one", QUOTED, ids=lambda one: str(one.start))
def test_another_speaker_is_wrong(form: str, one) -> None:
    other = "Ann Bee" if one.speaker == "Bo Ek" else "Bo Ek"
    assert check(read(form), one.text, int(one.start * 1000), other).verdict == "wrong-speaker"


@pytest.mark.parametrize("form", [form for form in FORMS if not FORMS[form][2]])
def test_a_form_without_names_has_none(form: str) -> None:
    assert read(form).speakers == []


@pytest.mark.parametrize(
    "form",
    [
        "Apple's TTML",
        "whisper, JSON",
        "WhisperX, JSON",
        "whisper.cpp, JSON",
        "json3",
        "Podcasting 2.0, words",
        "Rev, JSON",
    ],
)
def test_times_of_words_are_kept(form: str) -> None:
    spoken = read(form)
    place = spoken.place(spoken.joined.index(" nobody "))
    assert abs((spoken.at(place).start or 0) - 18_000) < 1500


@pytest.mark.parametrize("form", FORMS)
def test_the_cache_keeps_what_was_read(form: str) -> None:
    spoken = read(form)
    again = from_bytes(to_bytes(spoken))
    assert (again.text, again.rows, again.speakers) == (spoken.text, spoken.rows, spoken.speakers)


def test_every_suffix_of_a_form_is_one_that_the_folder_takes() -> None:
    assert {f".{name.split('.')[1]}" for name, _, _, _ in FORMS.values()} <= set(SUFFIXES)


def test_turns_before_the_first_stamp_are_words_since_the_beginning() -> None:
    text = "**Ann Bee:** The kettle sings here.\n\n**Bo Ek:** So it does.\n\n" * 2
    stamped = "**Ann Bee:** \\[00:03:43.26\\] The lid is hot.\n\n**Bo Ek:** \\[00:05:00.10\\] It is.\n\n"
    spoken = read_spoken(f"A title\n\n{text}{stamped}".encode(), "t.md")
    assert spoken.said(0, 4) == "The kettle sings here"
    assert (spoken.at(0).start, spoken.at(0).end, spoken.at(0).speaker) == (0, 223_260, "Ann Bee")

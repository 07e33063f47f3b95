"""Readers turn every format into segments, and no broken file gives a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.check.language.words import tokenise
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.transcripts.model import Segment, close_open_ends
from sphinx_unknown_quotes.check.transcripts.reading import read_transcript

VOICES = """WEBVTT

NOTE nobody says
this

STYLE
::cue { color: red }

REGION
id:one

1
00:00.500 --> 00:02.000 line:0
<v Ada>Tea &amp; <i>scones</i>, please.</v> <v.loud Bo Ek>Coming!

intro
00:02.000 --> 00:04.000
<v Ada>Thank
you.
"""

ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:03.000
 
the<00:00:01.500><c> kettle</c>

00:00:03.000 --> 00:00:03.010
the kettle
 

00:00:03.010 --> 00:00:05.000
the kettle
is<00:00:04.000><c> singing</c>

00:00:05.000 --> 00:00:05.010
is singing
 
"""  # noqa: W293

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>The kettle</i> {\\an8}is singing.

2
00:00:03,000 --> 00:00:04,000
- Is it?
- It is.
"""

WHISPER = """whisper_init: loading
[00:00:01.000 --> 00:00:04.000]   The kettle is
[00:00:04.000 --> 00:00:06.500]   singing. [SPEAKER_TURN] Is it?
"""

STAMPED = """---
title: Kettles
---

# Kettles

Auto-generated captions.

**[0:05]** the kettle is *singing*

**[1:00:10]** it is
"""

SPEAKERS = """# Transcript

## Table of Contents

  * 0:00 – Kettles

## Kettles

Ada [(00:00:00)](https://example.org/w?v=1&t=0) The kettle is singing.

[(00:00:40)](https://example.org/w?v=1&t=40) It always does.

## Tea

Bo Ek [(00:01:05)](https://example.org/w?v=1&t=65) Does it?
"""


def words(text: str, name: str = "t.txt") -> str:
    return read_spoken(text.encode(), name).joined.strip()


def stretches(text: str, name: str = "t.txt") -> list[tuple[int | None, int | None, str | None]]:
    return [segment[1:4] for segment in read_transcript(text.encode(), name).segments]


def test_webvtt_leaves_out_notes_styles_and_regions() -> None:
    assert words(VOICES) == "tea and scones please coming thank you"


def test_webvtt_gives_each_voice_of_a_cue_its_words() -> None:
    spoken = read_spoken(VOICES.encode(), "t.vtt")
    assert [spoken.at(place).speaker for place in (0, 4, 5)] == ["Ada", "Bo Ek", "Ada"]


def test_webvtt_voice_goes_on_on_the_next_line() -> None:
    assert read_spoken(VOICES.encode(), "t.vtt").at(6).speaker == "Ada"


def test_webvtt_decodes_entities_after_tags() -> None:
    """An escaped tag is text that somebody wrote, not a tag."""
    assert words("WEBVTT\n\n00:01.000 --> 00:02.000\na &lt;b&gt; c&nbsp;d&#33;\n") == "a b c d"


def test_webvtt_says_the_words_of_a_ruby_text_once() -> None:
    assert words("WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>tea<rt>cha</rt></ruby> time\n") == "tea time"


def test_rolling_lines_are_said_once() -> None:
    assert words(ROLLING) == "the kettle is singing"


def test_rolling_lines_keep_the_time_of_each_word() -> None:
    spoken = read_spoken(ROLLING.encode(), "t.vtt")
    assert [spoken.at(place).start for place in range(4)] == [1000, 1500, 3010, 4000]


def test_rolling_captions_are_a_machine_s() -> None:
    assert read_transcript(ROLLING.encode(), "t.vtt").automatic


def test_the_same_line_in_two_cues_is_said_twice_where_nothing_rolls() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n"
    assert words(text) == "no no"


def test_srt_leaves_out_numbers_and_styling() -> None:
    assert words(SRT) == "the kettle is singing is it it is"


def test_a_dash_begins_a_turn() -> None:
    spoken = read_spoken(SRT.encode(), "t.srt")
    assert spoken.turn(4) != spoken.turn(6)


def test_a_dash_before_a_figure_is_a_minus() -> None:
    srt = "1\n00:00:01,000 --> 00:00:02,000\nIt is 1, i,\n\n2\n00:00:02,000 --> 00:00:03,000\n-1 or -i.\n"
    spoken = read_spoken(srt.encode(), "t.srt")
    assert spoken.words(0, len(spoken)) == ["it", "is", "1", "i", "minus", "1", "or", "i"]
    assert not any(spoken.turns(0, len(spoken)))


@pytest.mark.parametrize("name", ["t.srt", "t.vtt"])
def test_a_name_before_a_colon_that_comes_again_is_a_speaker(name: str) -> None:
    cues = [
        f"00:00:0{n}.000 --> 00:00:0{n}.900\n{line}\n"
        for n, line in enumerate(["Ada: Hi.", "Yes?", "Bo: Oh.", "Ada: So."])
    ]
    spoken = read_spoken(("WEBVTT\n\n" * name.endswith("vtt") + "\n".join(cues)).encode(), name)
    assert (spoken.joined.strip(), spoken.speakers) == ("hi yes bo oh so", ["Ada"])


def test_whisper_has_the_times_of_its_segments_and_is_a_machine_s() -> None:
    assert stretches(WHISPER)[0] == (1000, 4000, None)
    assert read_transcript(WHISPER.encode(), "t.txt").automatic


def test_whisper_parts_turns_where_it_hears_another_speaker() -> None:
    spoken = read_spoken(WHISPER.encode(), "t.txt")
    assert spoken.turn(3) != spoken.turn(4)


def test_stamped_markdown_leaves_out_everything_before_the_first_stamp() -> None:
    assert words(STAMPED, "t.md") == "the kettle is singing it is"


def test_a_stamp_lasts_until_the_next() -> None:
    assert stretches(STAMPED.replace("1:00:10", "0:50"), "t.md")[0] == (5000, 50_000, None)


def test_a_stamp_lasts_no_longer_than_its_words_can_take() -> None:
    """Four words are not said for an hour; before a citation half an hour off was right."""
    assert stretches(STAMPED, "t.md")[0] == (5000, 5000 + 60_000 + 4 * 1500, None)


def test_a_header_that_says_so_makes_a_transcript_automatic() -> None:
    assert read_transcript(STAMPED.encode(), "t.md").automatic
    assert not read_transcript(SPEAKERS.encode(), "t.md").automatic


def test_a_speaker_goes_on_where_the_name_is_left_out() -> None:
    assert [name for _, _, name in stretches(SPEAKERS, "t.md")] == ["Ada", "Ada", "Bo Ek"]


def test_headings_and_contents_are_not_words() -> None:
    assert words(SPEAKERS, "t.md") == "the kettle is singing it always does does it"


def test_plain_text_joins_a_word_cut_by_the_end_of_a_line() -> None:
    assert (
        words("# Title\n\nWe do not under-\nstand [kettles](https://x.org).\n", "t.md")
        == "we do not understand kettles"
    )


def test_names_in_plain_text_are_speakers_where_people_talk() -> None:
    spoken = read_spoken(b"Ada: We know it.\nBo: Really?\nAda: We do,\nyes.\nBo: Fine.\n", "t.txt")
    assert (spoken.joined.strip(), spoken.speakers) == ("we know it really we do yes fine", ["Ada", "Bo"])
    assert [spoken.at(place).speaker for place in (2, 3, 6, 7)] == ["Ada", "Bo", "Ada", "Bo"]


def test_names_before_turns_of_many_lines_are_speakers() -> None:
    turns = [
        f"{name}: We know\nit well, and\nso do they,\nas we said\nbefore it." for name in ("Ada", "Bo", "Ada", "Bo")
    ]
    assert read_spoken("\n\n".join(turns).encode(), "t.txt").speakers == ["Ada", "Bo"]


def test_a_speaker_who_is_cut_short_keeps_the_last_word() -> None:
    spoken = read_spoken(b"Ada: We know it, but-\n\nBo: Really?\n\nAda: I mean, we do-\n\nBo: Fine.", "t.txt")
    assert (spoken.joined.strip(), spoken.speakers) == ("we know it but really i mean we do fine", ["Ada", "Bo"])


def test_words_before_colons_in_a_paper_are_no_speakers() -> None:
    spoken = read_spoken(
        b"Theorem: Tea is hot.\nWe prove it now.\nIt is easy.\nAnd short.\n\nTheorem: Ice is cold.", "t.txt"
    )
    assert spoken.speakers == []


def test_cues_in_an_unusual_form_are_read_like_all_others() -> None:
    usual = (
        "WEBVTT\n\nNOTE a\nb\n\n1\n00:00:01.000 --> 00:00:02.000\nTea\ntime\n\nid\n00:00:02.000 --> 00:00:03.000\nnow\n"
    )
    assert (
        stretches(usual)
        == stretches(usual.replace("00:00:0", "00:0"))
        == [(1000, 2000, None)] * 2 + [(2000, 3000, None)]
    )
    assert stretches(SRT) == stretches(SRT.replace("00:00:0", "0:00:0")) == stretches(SRT.replace("\n\n", "\n \n"))
    assert stretches(SRT) == stretches(SRT.replace("\n\n2", "\n2"))


def test_word_times_beside_other_tags_are_kept() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ada>tea<00:00:02.000><c> time</c></v><v Bo> no<00:00:03.000> more"
    )
    assert stretches(text) == [(1000, 2000, "Ada"), (2000, 3000, "Ada"), (2000, 3000, "Bo"), (3000, 4000, "Bo")]


def test_sounds_are_not_words() -> None:
    assert words("WEBVTT\n\n00:01.000 --> 00:02.000\n[Music] Hi (laughs) [inaudible 00:01:02] there ♪\n") == "hi there"


def test_line_ends_of_every_system_are_one() -> None:
    assert stretches(SRT.replace("\n", "\r\n")) == stretches(SRT) == stretches(SRT.replace("\n", "\r"))


@pytest.mark.parametrize(
    ("data", "name", "line", "part"),
    [
        (b"WEBVTT\n\n00:01.000 --> 00:0x.000\nHi\n", "t.vtt", 3, "pair of times"),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n", "t.vtt", 3, "ends before it begins"),
        (b"00:01.000 --> 00:02.000\nHi\n", "t.vtt", 1, "begins with the line WEBVTT"),
        (b"Hello\nna\xefve\n", "t.txt", 2, "is not UTF-8"),
        (b"", "t.txt", 0, "no words"),
        (b"[00:01.000 --> 00:02.000] Hi\n[00:03.000 --> ] ho\n", "t.txt", 2, "no pair of times"),
        (b"**[1:75:00]** Hi\n", "t.md", 1, "end at 59"),
    ],
)
def test_what_is_broken_is_named_with_its_line(data: bytes, name: str, line: int, part: str) -> None:
    faults = read_transcript(data, name).faults
    assert any(fault.line == line and part in fault.message for fault in faults)


BITS = st.sampled_from(
    ["WEBVTT", "WEBVTT\n\n", "\n", "\n\n", " ", "\t", "\n \n", "00:01.000 --> 00:02.000", "00:00:01,000 --> 00:00:0", "-->", "<v Ada>", "</v>", "<00:01.5", "&amp;",
     "<", "NOTE", "STYLE", "1", "[00:00:01.000 --> 00:00:02.000]", "**[0:05]**", "Ada [(0:00:01)](x)", "[(0:00)](", "---", "# a",
     "- ", ">> ", "Ada: ", "{\\an8}", "[Music]", "…", "don't", "日本", "\ufeff", "\u2028", "\0", "1,000", "99:99:99.999 --> 00:00.000"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(BITS | st.text(max_size=8), max_size=30).map(lambda bits: "".join(bits).encode("utf-8", "replace"))),
       st.sampled_from(["t.vtt", "t.srt", "t.txt", "t.md"]))  # fmt: skip
def test_no_transcript_makes_a_traceback(data: bytes, name: str) -> None:
    spoken = read_spoken(data, name)
    assert spoken.words(0, len(spoken)) == spoken.joined.split()
    assert [spoken.place(spoken.offset(place)) for place in range(len(spoken))] == [*range(len(spoken))]
    assert len(tokenise(spoken.text)[0]) == len(spoken) == len(spoken.turns(0, len(spoken)))
    assert len(spoken) or spoken.faults or read_transcript(data, name).segments
    assert all(
        stretch.start is None or 0 <= stretch.start <= (stretch.end or 0)
        for stretch in map(spoken.stretch, range(len(spoken.rows.turns)))
    )


CUES = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"


def test_a_word_like_the_name_of_a_block_within_a_cue_is_said() -> None:
    assert words(f"{CUES}It said\nNOTE on the door.", "t.vtt") == "it said note on the door"


def test_a_note_that_ends_the_file_is_left_out() -> None:
    assert words(f"{CUES}Tea.\n\nNOTE\nno more", "t.vtt") == "tea"


def test_tags_that_mean_nothing_to_the_words_leave_them_alone() -> None:
    assert words(f"{CUES}<c.loud>Tea<99:x></c>, <00:00:02.000></c><b></b>please.", "t.vtt") == "tea please"


def test_a_regular_cue_that_ends_before_it_begins_is_a_moment() -> None:
    text = "WEBVTT\n\n00:00:09.000 --> 00:00:04.000\nTea."
    assert stretches(text, "t.vtt") == [(9000, 9000, None)]


def test_numbers_of_cues_without_empty_lines_between_them_are_not_said() -> None:
    text = "1\n00:01,000 --> 00:02,000\nTea.\n2\n00:03,000 --> 00:04,000\nCake."
    assert words(text, "t.srt") == "tea cake"


def test_a_line_that_only_resembles_the_one_before_is_not_carried_over() -> None:
    cues = [[f"line {number}", f"line {number + 1}"] for number in range(6)]
    cues[3] = ["line 3", "line 9", "line 10"]
    cues[4] = ["line 9", "line 11"]
    text = "WEBVTT\n\n" + "".join(
        f"00:00:0{number}.000 --> 00:00:0{number}.900\n" + "\n".join(lines) + "\n\n"
        for number, lines in enumerate(cues)
    )
    assert "line 9 line 10 line 9 line 11" in words(text, "t.vtt")


def test_whisper_lines_that_go_on_belong_to_their_segment() -> None:
    text = "[00:00:04.000 --> 00:00:01.000] [SPEAKER_TURN] The kettle\nsings. [SPEAKER_TURN]"
    assert words(text) == "the kettle sings"
    assert stretches(text) == [(4000, 4000, None)]


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("Tea<00:00:02.000><00:00:03.000><c> please</c>", "tea please"),
        ("<b></b><i>Tea</i>\nplease", "tea please"),
        ("<v Ada>Tea</v>\nplease\n\n00:00:05.000 --> 00:00:06.000", "tea please"),
        ("<v Ada> <v Bo>Tea", "tea"),
        ("<v Ada>Tea <00:00:02.000> </v><v Bo> </v>", "tea"),
        ("", ""),
    ],
)
def test_tags_around_nothing_say_nothing(cue: str, said: str) -> None:
    assert words(f"{CUES}{cue}\n", "t.vtt") == said


def test_what_has_no_time_or_an_end_keeps_it() -> None:
    segments = [Segment("Tea."), Segment("Cake.", 500, 900)]
    assert close_open_ends(segments) == segments


def test_words_in_front_of_the_first_stamp_have_no_time() -> None:
    text = "Ada Lark Good morning, all.\n\nAda Lark [(00:00:10)](https://example.org/?t=10) The kettle sings."
    assert stretches(text, "t.md")[0] == (10000, 11800, "Ada Lark")


def test_a_name_between_a_stamp_and_the_words_is_the_speakers() -> None:
    turns = [("00:01", "Ann Bee"), ("00:09", "Speaker 2"), ("00:20", "Ann Bee"), ("00:31", "Speaker 2")]
    text = "\n\n".join(f"{stamp}\n{name}\nWe drink the tea of {stamp[-2:]} kettles." for stamp, name in turns)
    found = read_transcript(text.encode(), "t.txt").segments
    assert [(segment.start, segment.speaker) for segment in found] == [
        (1000, "Ann Bee"), (9000, "Speaker 2"), (20000, "Ann Bee"), (31000, "Speaker 2"),
    ]  # fmt: skip
    assert found[0].text == "We drink the tea of 01 kettles."


def test_a_name_on_a_line_of_its_own_may_have_a_space_before_its_colon() -> None:
    text = (
        "Ann Bee :\n\nOne kettle.\n\nIt sings.\n\nIt is hot.\n\nBo Ek :\n\nTwo kettles.\n\nThey sing.\n\nThey are hot.\n\n"
        * 3
    )
    found = read_transcript(text.encode(), "t.md").segments
    assert [segment.speaker for segment in found if segment.text][:6] == ["Ann Bee"] * 3 + ["Bo Ek"] * 3


def test_words_before_the_first_stamp_are_said_where_they_fill_the_time_before_it() -> None:
    said = "We drink the tea of the big kettle in the morning and talk. " * 5
    text = "{}\n\n[{}]\nThen we go home.\n\n[02:00]\nThe end.\n"
    assert read_transcript(text.format(said, "00:30").encode(), "t.txt").segments[0].start == 0
    # Nobody says so much in three seconds.
    assert read_transcript(text.format(said, "00:03").encode(), "t.txt").segments[0].text == "Then we go home."


def test_a_dash_before_a_small_letter_continues_the_sentence() -> None:
    cues = ["We drink the tea", "- of the big kettle - at noon.", "- Do you?", "- Yes."]
    text = "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{cue}" for n, cue in enumerate(cues, 1))
    assert [segment.new_turn for segment in read_transcript(text.encode(), "t.srt").segments] == [
        False,
        False,
        True,
        True,
    ]

"""A transcript with times or names that could not be read must not confirm any time or name."""

from __future__ import annotations

import json

import pytest
from forms import TALK, clock, joined, long, short
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.transcripts.forms import SUFFIXES
from sphinx_unknown_quotes.check.transcripts.reading import read_transcript
from sphinx_unknown_quotes.cli import main

TIMES = {
    "frames": joined(lambda one: f"{long(one.start)};13 {one.text}"),
    "frames with a colon": joined(lambda one: f"{long(one.start)}:13\n{one.text}"),
    "hours and minutes": joined(lambda one: f"[{int(one.start) // 3600:02d}h{int(one.start) // 60 % 60:02d}] {one.text}"),
    "minutes and seconds": joined(lambda one: f"{int(one.start) // 60}m{int(one.start) % 60:02d}s {one.text}"),
    "behind the words": joined(lambda one: f"{one.text} ({short(one.start)})"),
    "behind the words, bare": joined(lambda one: f"{one.text} {long(one.start)}"),
    "within the words": joined(lambda one: f"{one.text[:20]} [{short(one.start)}] {one.text[20:]}"),
    "dots": joined(lambda one: f"{long(one.start).replace(':', '.')} {one.text}"),
    "seconds": joined(lambda one: f"{one.start:.2f} {one.text}", "\n"),
    "seconds in brackets": joined(lambda one: f"[{one.start:.1f}s] {one.text}", "\n"),
    "labels of Audacity": joined(lambda one: f"{one.start:.6f}\t{one.end:.6f}\t{one.text}", "\n"),
    "a table": "start,end,text\n" + joined(lambda one: f"{long(one.start)},{long(one.end)},{one.text}", "\n"),
    "a table of Markdown": joined(lambda one: f"| {long(one.start)} | {one.speaker} | {one.text} |", "\n"),
    "minutes with a prime": joined(lambda one: f"{int(one.start) // 60}'{int(one.start) % 60:02d}'' {one.text}"),
    "frames of subtitles": joined(lambda one: f"{{{int(one.start * 25)}}}{{{int(one.end * 25)}}}{one.text}", "\n"),
    "pairs with frames": joined(lambda one: f"{long(one.start)}:10 --> {long(one.end)}:12\n{one.text}"),
    "angles": joined(lambda one: f"<{short(one.start)}> {one.text}"),
    "few are read": "\n".join([*(f"{one.text} ({short(one.start)})" for one in TALK * 3), "[0:02] Tea."]),
    "times that run back": "\n".join(f"[{short(one.start)}] {one.text}" for one in [*TALK, *TALK]),
    "cues that run back": "WEBVTT\n\n" + "\n\n".join(f"{clock(one.start)} --> {clock(one.end)}\n{one.text}" for one in [*TALK[2:], *TALK]),
    "broken pairs": "\n\n".join(f"{clock(one.start, ',')} --> {'00:' if n % 2 else clock(one.end)}\n{one.text}" for n, one in enumerate(TALK)),
}  # fmt: skip
TIMES |= {
    "escaped brackets behind the words": joined(lambda one: f"{one.text} \\[{short(one.start)}\\]"),
    "marks around seconds and a name": joined(lambda one: f"@@ {one.start:.2f} s / {one.speaker} @@\n{one.text}", "\n"),
    "a word before seconds": joined(lambda one: f"t={one.start:.1f} {one.text}", "\n"),
    "a line of seconds": joined(lambda one: f"{one.start:.1f}\n{one.text}", "\n"),
    "a line of milliseconds": joined(lambda one: f"{int(one.start * 1000)}\n{one.text}", "\n"),
    "tildes": joined(lambda one: f"~{short(one.start)}~ {one.text}"),
    "a percentage sign": joined(lambda one: f"%{one.start:.0f}% {one.text}"),
}
NAMES = {
    "dashes": joined(lambda one: f"{one.speaker} — {one.text}"),
    "brackets": joined(lambda one: f"[{one.speaker}] {one.text}"),
    "round brackets": joined(lambda one: f"({one.speaker}) {one.text}"),
    "bold": joined(lambda one: f"**{one.speaker}** {one.text}"),
    "capitals and a full stop": joined(lambda one: f"{one.speaker.upper()}. {one.text}"),
    "angles": joined(lambda one: f"<{one.speaker}> {one.text}"),
    "voices without a head": joined(lambda one: f"<v {one.speaker}>{one.text}"),
    "a line of their own": joined(lambda one: f"{one.speaker}\n\n{one.text}"),
    "captions with brackets": joined(lambda one: f"{clock(one.start, ',')} --> {clock(one.end, ',')}\n[{one.speaker}] {one.text}"),
    "marks on a line": joined(lambda one: f"@@ {one.speaker} @@\n{one.text}", "\n"),
    "tildes": joined(lambda one: f"~{one.speaker}~ {one.text}"),
    "a triangle": joined(lambda one: f"{one.speaker} ▸ {one.text}"),
    "slashes": joined(lambda one: f"{one.speaker} / {one.text}"),
    "a key": joined(lambda one: f"Speaker: {one.speaker}\n{one.text}"),
    "tabs": joined(lambda one: f"{one.speaker}\t{one.text}", "\n"),
}  # fmt: skip


@pytest.mark.parametrize("form", TIMES)
def test_times_that_nobody_reads_are_noticed(form: str) -> None:
    assert "times" in read_spoken(TIMES[form].encode(), "t.txt").unread


@pytest.mark.parametrize("form", NAMES)
def test_names_that_nobody_reads_are_noticed(form: str) -> None:
    assert "names" in read_spoken(NAMES[form].encode(), "t.txt").unread


def test_a_word_for_time_before_a_stamp_is_nobody_s_name() -> None:
    spoken = read_spoken(joined(lambda one: f"Time: {short(one.start)}\n{one.text}").encode(), "t.txt")
    assert (spoken.unread, spoken.speakers, spoken.at(0).start) == ((), [], 0)


PROSE = {
    "a paper": "# On Kettles\n\nAbstract: We boil tea.\n\nTheorem: Tea is hot.\n\nProof. We heat it at 10:30 in the morning.\n\n"
    "Note: Not all tea is hot.\n\nTheorem: Ice is cold.\n\nProof. See above.\n\nFigure 1: A kettle (see 3:16).\n\nFigure 2: A pot.\n",
    "an article": "The kettle sang at 10:30 a.m. on Monday.\n\nNobody came before 11:15 p.m.\n\nNote: the tea was cold.\n\n"
    "“We do not know,” said Ann Bee — “and nobody asked.”\n\nBo Ek – the author of three books – agreed.\n",
    "captions with sounds": joined(lambda one: f"{clock(one.start, ',')} --> {clock(one.end, ',')}\n[Music]\n{one.text}\n[Applause]"),
    "a list": "1. Kettles\n2. Pots\n3. Spouts\n4. Lids\n",
    "verses": "In 3:16 it says so.\n\nSee John 3:17 and 4:2.\n\nTea is good.\n",
    "a score": "They won 3:1.\n\nWe lost 0:2, and then 1:4.\n",
    "dialogue": "“Is it the steam?” asked Ann.\n\n“No,” said Bo.\n\n“Then what?” asked Ann.\n\n“The lid,” said Bo.\n",
}  # fmt: skip


@pytest.mark.parametrize("form", PROSE)
def test_prose_has_nothing_unread(form: str) -> None:
    assert read_spoken(PROSE[form].encode(), "t.txt").unread == ()


def test_one_stamp_that_is_mistyped_leaves_the_others_alone() -> None:
    lines = [f"[{n // 60}:{n % 60:02d}] The kettle number {n} sings." for n in range(0, 3000, 60)]
    lines[20] = "[0:20] The kettle sings no more."
    assert read_spoken("\n".join(lines).encode(), "t.txt").unread == ()


def test_a_list_of_chapters_before_the_stamps_is_no_doubt() -> None:
    chapters = "".join(f"{n}:00 – Chapter {n}\n" for n in range(6))
    assert (
        read_spoken((chapters + "\n" + joined(lambda one: f"[{short(one.start)}] {one.text}")).encode(), "t.md").unread
        == ()
    )


OTHERS = {
    "other.json": json.dumps({"results": [{"words": ["tea"]}]}),
    "scalar.json": "12",
    "broken.json": '{"segments": [',
    "other.xml": "<transcript><line>Tea.</line></transcript>",
    "broken.ttml": "<tt><body><p begin='0:01'>Tea.</tt>",
    "entities.ttml": '<!DOCTYPE tt [<!ENTITY a "tea">]><tt><body><p begin="1s">&a;</p></body></tt>',
    "deep.ttml": "<tt>" + "<div>" * 100_000 + "Tea." + "</div>" * 100_000 + "</tt>",
    "other.html": "<html><body><nav>Tea.</nav></body></html>",
    "several.json": json.dumps([[{"text": one.text, "start": one.start, "duration": 1}] for one in TALK[:2]]),
    "tea.docx": "PK",
    "tea": "We know it.",
}


@pytest.mark.parametrize("name", [name for name in OTHERS if name.endswith(SUFFIXES)])
def test_a_file_in_no_form_that_is_read_has_no_words_and_says_so(name: str) -> None:
    found = read_transcript(OTHERS[name].encode(), name)
    assert (found.segments, len(found.faults)) == ([], 1)


def test_several_recordings_in_one_file_are_not_told_apart() -> None:
    (fault,) = read_transcript(OTHERS["several.json"].encode(), "several.json").faults
    assert "has the transcripts of 2 recordings" in fault.message


QUOTE = "  - {{id: {0}, text: The lid has to stay where it is until the bell rings twice.{1}}}\n"


@pytest.fixture
def check(tmp_path, capsys: pytest.CaptureFixture[str]):
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()

    def run(transcript: str, text: str) -> tuple[dict[str, tuple[str, list[str]]], str]:
        (tmp_path / "transcripts" / transcript).write_text(text, encoding="utf-8")
        quotes = [
            QUOTE.format("plain", ""),
            QUOTE.format("timed", ", at: '45:00'"),
            QUOTE.format("named", ", speaker: Ann Bee"),
        ]
        content = f"source: {{title: T, type: talk, transcript: {transcript}}}\nquotes:\n" + "".join(quotes)
        (tmp_path / "quotes" / "s.yaml").write_text(content, encoding="utf-8")
        folders = [str(tmp_path / "quotes"), "--transcripts", str(tmp_path / "transcripts")]
        main(["check", *folders, "--cache", str(tmp_path / "cache"), "--format", "json"])
        out, err = capsys.readouterr()
        return {found["id"]: (found["verdict"], found["notes"]) for found in json.loads(out)["verdicts"]}, err

    return run


def test_what_cites_a_time_or_a_name_that_nobody_could_read_is_unchecked(check) -> None:
    found, _ = check("t.txt", TIMES["behind the words"])
    assert found["timed"] == found["named"] == ("unchecked", ["stamps-not-read"])
    assert found["plain"][0] == "verbatim"


def test_what_cites_a_time_is_checked_where_only_names_are_not_read(check) -> None:
    found, _ = check("t.srt", NAMES["captions with brackets"])
    assert [found[key][0] for key in ("plain", "timed", "named")] == ["verbatim", "moved", "unchecked"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_that_is_there_and_cannot_be_read_leaves_its_quotations_unchecked(check, name: str) -> None:
    found, said = check(name, OTHERS[name])
    assert list(found.values()) == [("unchecked", ["transcript-unreadable"])] * 3
    assert name in said


@pytest.mark.parametrize("name", ["other.json", "other.xml", "tea"])
def test_what_cannot_be_read_is_told_which_forms_can(check, name: str) -> None:
    _, said = check(name, OTHERS[name])
    assert "WebVTT; SRT;" in said


def test_a_file_that_is_not_there_is_not_found(check, tmp_path) -> None:
    check("t.txt", "Tea.")
    (tmp_path / "transcripts" / "t.txt").unlink()
    (tmp_path / "transcripts" / "u.txt").write_text("Tea.", encoding="utf-8")
    folders = [str(tmp_path / "quotes"), "--transcripts", str(tmp_path / "transcripts")]
    assert main(["check", *folders, "--no-cache"]) == 3


BITS = st.sampled_from(
    ['{"segments": [', '{"text": "a", "start": 1, "end": 2}', ",", "]", "}", "[", "{", '"words": [', '{"word": " a", "start": 1e400}', "NaN", "null",
     '{"events": [', '{"tStartMs": 1, "segs": [{"utf8": "a"}]}', '"transcription"', '{"monologues": [', "<tt>", "<p begin='1s'>", "</p>", "<span>", "</tt>", "<br/>",
     "<cite>A</cite>", "<time>0:01</time>", "<p>", "<!DOCTYPE", "&amp;", "&#0;", "0:01", "\n", "\n\n", "\t", "start\tend\ttext\n", "0:00:01.000,0:00:02.000", "[00:01.00]",
     "**0:01** · ", "Ann  0:01", "Ann (0:01):", "[0:01] Ann: ", "    Mr. BEE. ", "1 minute, 2 seconds", "99:99", "(12:30)", "00h12m", " - ", "tea", "[offset:-9]", "½", "٣:٤٥"]
)  # fmt: skip
# Documents are read in a process of their own each, and have a test of their own.
NAMES_OF_FILES = st.sampled_from(
    [f"t{suffix}" for suffix in SUFFIXES if suffix not in (".pdf", ".docx", ".html", ".htm", ".xhtml")]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=120), st.lists(BITS | st.text(max_size=6), max_size=24).map(lambda bits: "".join(bits).encode("utf-8", "replace"))), NAMES_OF_FILES)  # fmt: skip
def test_no_reader_raises_whatever_the_bytes(data: bytes, name: str) -> None:
    spoken = read_spoken(data, name)
    assert spoken.words(0, len(spoken)) == spoken.joined.split()
    assert len(spoken) or spoken.faults or read_transcript(data, name).segments
    for index in range(len(spoken.rows.turns)):
        stretch = spoken.stretch(index)
        assert stretch.start is None or 0 <= stretch.start <= (
            stretch.end if stretch.end is not None else stretch.start
        )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["segments", "text", "start", "end", "words", "word", "speaker", "startTime", "body", "transcription", "offsets", "from", "to",
                         "tokens", "events", "segs", "utf8", "tStartMs", "tOffsetMs", "monologues", "elements", "value", "ts", "duration", "speakers", "id"]),
        inner, max_size=5),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_no_shape_of_json_makes_a_traceback(content: object) -> None:
    spoken = read_spoken(json.dumps(content).encode(), "t.json")
    assert len(spoken) or spoken.faults


def saved(*paragraphs: str) -> bytes:
    return (
        "<!DOCTYPE html><html><body><main>"
        + "".join(f"<p>{text}</p>\n" for text in paragraphs)
        + "</main></body></html>"
    ).encode()


def test_a_saved_page_that_is_a_transcript_has_its_times_and_names() -> None:
    spoken = read_spoken(
        saved(*(part for one in TALK for part in (f"{one.speaker} ({short(one.start)}):", one.text))), "t.html"
    )
    place = spoken.place(spoken.joined.index(" nobody "))
    assert (spoken.at(place).start, spoken.at(place).speaker, spoken.unread) == (8000, "Bo Ek", ())


def test_a_saved_page_whose_stamps_nobody_reads_vouches_for_no_time() -> None:
    assert read_spoken(saved(*(f"{one.text} ({short(one.start)})" for one in TALK)), "t.html").unread == ("times",)


def test_a_saved_page_with_a_time_of_the_day_is_an_article() -> None:
    spoken = read_spoken(saved("The kettle sang.", "[10:30] It sang again.", *(one.text for one in TALK)), "t.html")
    assert (spoken.is_timed, spoken.unread, spoken.joined.split()[:2]) == (False, (), ["the", "kettle"])

"""Who says the words: labels that are names, labels that a source explains, and labels that say nothing."""

from __future__ import annotations

import json

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.check.verdicts.speakers import is_no_name
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.evidence import quotation_digest
from sphinx_unknown_quotes.collection.parsing.reading import read_file
from sphinx_unknown_quotes.collection.records import Quotation, Source


def check(transcript: str, text: str, *speakers: str, **labels: str) -> Judgement:
    spoken = read_spoken(transcript.encode(), "t.vtt")
    return judge(Citation(parse_quotation(text), None, speakers, "en", labels), spoken)


def cues(*lines: str) -> str:
    return "WEBVTT\n\n" + "\n".join(f"00:0{n}.000 --> 00:0{n}.900\n{line}\n" for n, line in enumerate(lines))


ANONYMOUS = cues("<v SPEAKER_00>The kettle sings at noon.", "<v SPEAKER_01>Nobody knows why it does.")


@pytest.mark.parametrize(
    "label",
    ["Speaker 1", "SPEAKER_00", "speaker_b", "Speaker A", "spk_0", "S1", "M1", "F2", "Q", "A", "Q.", "Unknown", "Unidentified Speaker",
     "Unknown Male", "Male voice", "JH", "J.H.", "J. K. H.", "JHK", "Interviewer", "Moderator", "Audience member", "The Chairman", "Host 2",
     "Participant 12", "v1", "Speaker #3", "Sprecher 1"],
)  # fmt: skip
def test_a_label_that_is_no_name(label: str) -> None:
    assert is_no_name(label)


@pytest.mark.parametrize(
    "label", ["Ann", "ADA", "Ann Bee", "Bo", "Mr. Akaka", "Host Ann", "Q Lazzarus", "Manning", "Al"]
)
def test_a_label_that_is_a_name(label: str) -> None:
    assert not is_no_name(label)


def test_a_label_that_says_nothing_neither_passes_nor_fails_the_speaker() -> None:
    found = check(ANONYMOUS, "The kettle sings at noon.", "Ann Bee")
    assert (found.verdict, found.notes) == ("verbatim", ("speaker-unknown",))


def test_initials_of_three_letters_are_the_speaker_s_or_a_short_name() -> None:
    text = cues("<v ADA>The kettle sings at noon.", "<v JEB>Nobody knows why it does.")
    assert check(text, "Nobody knows why it does.", "Jo E. Bee").notes == ("speaker-unknown",)
    assert check(text, "The kettle sings at noon.", "Jo E. Bee").verdict == "wrong-speaker"
    assert check(text, "The kettle sings at noon.", "Ada Lark").notes == ()


def test_a_label_that_the_quotation_gives_itself_is_right() -> None:
    assert check(ANONYMOUS, "The kettle sings at noon.", "Speaker_00").notes == ()


def test_the_source_says_whom_a_label_means() -> None:
    labels = {"SPEAKER_00": "Ann Bee", "speaker_01": "Bo Ek"}
    found = check(ANONYMOUS, "The kettle sings at noon.", "Bee", **labels)
    assert (found.verdict, found.notes) == ("verbatim", ())
    assert check(ANONYMOUS, "Nobody knows why it does.", "Ann Bee", **labels).verdict == "wrong-speaker"
    assert check(ANONYMOUS, "Nobody knows why it does.", "Bo Ek", **labels).verdict == "verbatim"


def test_a_label_beside_those_that_the_source_gives_to_the_speaker_is_somebody_else_s() -> None:
    assert check(ANONYMOUS, "Nobody knows why it does.", "Ann Bee", SPEAKER_00="Ann Bee").verdict == "wrong-speaker"
    assert check(ANONYMOUS, "Nobody knows why it does.", "Bo Ek", SPEAKER_00="Ann Bee").notes == ("speaker-unknown",)


def test_a_name_that_is_itself_a_label_is_nobody_else_s() -> None:
    minutes = cues("<v KGB>The kettle sings at noon.", "<v JHD>Nobody knows why it does.", "<v Ann Bee>Tea is served.")
    assert check(minutes, "The kettle sings at noon.", "JHD").verdict == "wrong-speaker"
    assert check(minutes, "The kettle sings at noon.", "Ann Bee").verdict == "wrong-speaker"
    assert check(minutes, "The kettle sings at noon.", "Kay G. Bee").notes == ("speaker-unknown",)
    assert check(ANONYMOUS, "The kettle sings at noon.", "SPEAKER_01").verdict == "wrong-speaker"


NAMED = cues("<v Ann Bee>The kettle sings at noon.", "<v Bo Ek>Nobody knows why it does.", "<v Cy Dee>Tea is served.")


def test_of_two_speakers_each_must_say_some_of_the_words() -> None:
    both = "The kettle sings at noon. Nobody knows why it does."
    assert check(NAMED, both, "Ann Bee", "Bo Ek").verdict == "verbatim"
    found = check(NAMED, "The kettle sings at noon.", "Ann Bee", "Bo Ek")
    assert (found.verdict, found.notes) == ("wrong-speaker", ("speaker-silent",))
    assert check(NAMED, both, "Ann Bee", "Cy Dee").verdict == "wrong-speaker"


def test_authors_of_a_text_without_speakers_are_not_looked_for() -> None:
    spoken = read_spoken(b"The kettle sings at noon.", "t.txt")
    citation = Citation(parse_quotation("The kettle sings at noon."), None, ("Ann Bee", "Bo Ek"), "en")
    assert judge(citation, spoken)[0] == "verbatim"


def interrupted(said: str, before: str = "We do not really know") -> str:
    return cues(f"<v Ann Bee>{before}", f"<v Bo Ek>{said}", "<v Ann Bee>why the kettle sings at noon.")


def test_a_sentence_goes_on_with_a_small_letter_although_a_machine_put_a_full_stop_before_the_listener() -> None:
    transcript = interrupted("Right.", before="We do not really know.")
    assert check(transcript, "We do not really know why the kettle sings at noon.", "Ann Bee").verdict == "disfluent"


@pytest.mark.parametrize("said", ["Mm-hmm.", "Right.", "yeah", "Oh, I see.", "uh huh", "Fascinating!"])
def test_what_a_listener_says_within_a_sentence_may_be_left_out(said: str) -> None:
    found = check(interrupted(said), "We do not really know why the kettle sings at noon.", "Ann Bee")
    assert (found.verdict, [each.kind for each in found.operations], found.notes) == ("disfluent", ["interjection"], ())


@pytest.mark.parametrize(
    "transcript",
    [
        interrupted("Not at all."),
        interrupted("Some of us think we do."),
        interrupted("kettles"),
        interrupted("Right.", before="We do not really know.").replace("<v Ann Bee>why", "<v Ann Bee>Why"),
        interrupted("Right.").replace("<v Ann Bee>why", "<v Cy Dee>why"),
        interrupted("Right.").replace("<v Bo Ek>", "<v Ann Bee>"),
    ],
    ids=["negation", "too long", "no sentence", "between sentences", "a third goes on", "the speaker's own"],
)
def test_what_else_stands_between_two_halves_is_no_pass(transcript: str) -> None:
    found = check(transcript, "We do not really know why the kettle sings at noon.", "Ann Bee")
    assert found.verdict in ("near", "altered", "wrong-speaker")


def test_a_listener_s_words_are_not_the_speaker_s() -> None:
    text = interrupted("Right.")
    assert (
        check(text, "We do not really know Right. why the kettle sings at noon.", "Ann Bee").verdict == "wrong-speaker"
    )


def test_an_omission_may_go_over_a_listener_s_words() -> None:
    found = check(interrupted("Right."), "We do not really … why the kettle sings at noon.", "Ann Bee")
    assert found.verdict == "elided"


SOURCE = "source:\n  title: T\n  type: talk\n  speakers:\n    SPEAKER_00: Ann   Bee\nquotes: []\n"


def test_reads_whom_labels_mean() -> None:
    records = read_file(SOURCE.encode(), "x.yaml")
    assert records.source is not None
    assert (records.source.speakers, records.problems) == ({"SPEAKER_00": "Ann Bee"}, [])


@pytest.mark.parametrize(
    ("wrong", "line", "part"),
    [
        ("speakers: Ann", 4, "is a mapping of the transcript's labels"),
        ("speakers:\n    A: [Ann, Bo]", 5, "speakers: A: is one value, not a list"),
        ("speakers:\n    A: ''", 5, "is empty"),
        ("speakers:\n    '': Ann", 5, "a label is empty"),
        ("speaker:\n    A: Ann", 4, "Did you mean 'speakers'?"),
    ],
)
def test_what_is_wrong_with_labels_is_named_with_its_line(wrong: str, line: int, part: str) -> None:
    text = SOURCE.replace("speakers:\n    SPEAKER_00: Ann   Bee", wrong)
    problems = read_file(text.encode(), "x.yaml").problems
    assert [(problem.line, part in problem.message) for problem in problems] == [(line, True)]


def test_evidence_falls_away_when_the_labels_change() -> None:
    one = Quotation("a", "Tea.", "s", "s.yaml", 1, speaker=("Ann Bee",))
    sources = [Source("s", "T", "talk", speakers=labels) for labels in ({}, {"A": "Ann Bee"}, {"A": "Bo Ek"})]
    assert len({quotation_digest(one, source) for source in sources}) == 3
    nobody = Quotation("a", "Tea.", "s", "s.yaml", 1)
    assert len({quotation_digest(nobody, source) for source in sources}) == 1


def written(folder, transcript: str, more: str, *quotes: str) -> None:
    """A collection of one source with *more* keys, and its transcript."""
    for name in ("quotes", "transcripts"):
        (folder / name).mkdir()
    (folder / "transcripts" / "t.vtt").write_text(transcript, encoding="utf-8")
    source = f"source: {{title: T, type: talk, transcript: t.vtt{more}}}\n"
    lines = "".join(f"  - {quote}\n" for quote in quotes)
    (folder / "quotes" / "s.yaml").write_text(f"{source}quotes:\n{lines}", encoding="utf-8")


def folders(folder) -> list[str]:
    return [str(folder / "quotes"), "--transcripts", str(folder / "transcripts"), "--cache", str(folder / "cache")]


def test_the_command_heeds_the_labels_of_the_source(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = ", speakers: {SPEAKER_00: Ann Bee, SPEAKER_01: Bo Ek}"
    written(tmp_path, ANONYMOUS, labels, "{id: a, text: The kettle sings at noon., speaker: Bo Ek}")
    assert main(["check", *folders(tmp_path), "--format", "json"]) == 1
    (verdict,) = json.loads(capsys.readouterr().out)["verdicts"]
    assert (verdict["verdict"], verdict["speaker"]) == ("wrong-speaker", "Ann Bee")


NAMELESS = cues("The kettle sings at noon.", "Nobody knows why it does.")


def test_a_transcript_without_names_neither_passes_nor_fails_the_speaker() -> None:
    found = check(NAMELESS, "The kettle sings at noon.", "Ann Bee")
    assert (found.verdict, found.notes) == ("verbatim", ("speaker-unnamed",))
    assert check(NAMELESS, "The kettle sings at noon.").notes == ()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "2 quotations: 2 verbatim. For 1 of them the transcript names nobody, so the speaker could not be compared.\n"),
        ("github", "::notice title=speakers::For 1 of them the transcript names nobody, so the speaker could not be compared.\n"),
    ],
)  # fmt: skip
def test_reports_count_the_quotations_whose_speaker_could_not_be_compared(
    tmp_path, capsys: pytest.CaptureFixture[str], form: str, said: str
) -> None:
    written(
        tmp_path,
        NAMELESS,
        "",
        "{id: a, text: The kettle sings at noon., speaker: Bo Ek}",
        "{id: b, text: Nobody knows why it does.}",
    )
    assert main(["check", *folders(tmp_path), "--format", form]) == 0
    assert capsys.readouterr().out == said


def test_the_author_of_a_text_need_not_be_named_in_it(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, NAMELESS, "", "{id: a, text: The kettle sings at noon., speaker: Bo Ek}")
    path = tmp_path / "quotes" / "s.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("type: talk", "type: paper"), encoding="utf-8")
    assert main(["check", *folders(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 quotation: 1 verbatim.\n"


@pytest.mark.parametrize(
    ("transcript", "labels", "said"),
    [
        (ANONYMOUS, "SPEAKR_01: Ann Bee", "'SPEAKR_01' is not a label of 't.vtt'. Did you mean 'SPEAKER_01'?"),
        (ANONYMOUS, "Moderator: Ann Bee", "'Moderator' is not a label of 't.vtt'."),
        (NAMELESS, "SPEAKER_00: Ann Bee", "'SPEAKER_00' is not a label of 't.vtt'. It names nobody."),
        (ANONYMOUS, "speaker_01: Bo Ek", None),
    ],
)
def test_a_label_that_the_transcript_does_not_have_is_reported(
    tmp_path, capsys: pytest.CaptureFixture[str], transcript: str, labels: str, said: str | None
) -> None:
    written(tmp_path, transcript, f", speakers: {{{labels}}}", "{id: a, text: The kettle sings at noon.}")
    # The second time from the cache.
    for _ in range(2):
        assert main(["check", *folders(tmp_path)]) == 0
        expected = f"{tmp_path / 'quotes' / 's.yaml'}: speakers: {said}\n" if said else ""
        assert capsys.readouterr().err == expected

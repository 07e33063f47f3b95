"""Quotation marks in prose: which pairs there are, and what is said of each against the records."""

from __future__ import annotations

import json

import pytest

from sphinx_unknown_quotes.check.prose.checking import ProseCheck
from sphinx_unknown_quotes.check.prose.known import Known, published_records
from sphinx_unknown_quotes.check.prose.marks import quoted_strings
from sphinx_unknown_quotes.check.prose.passages import Passage

RECORDS = [
    Known(
        "sure", "No one's really sure why this kettle sings either.", ("John Hewitt",),
        reported="no one is really sure why the kettle sings", beside=("Kettle Institute", "The Book of Kettles"),
    ),
    Known("two", "We have 12 kettles, and we can't boil them all. Nobody asked us to. It is a quiet life.", ("Ann Bee",)),
    Known("short", "We don't.", ("Ann Bee",)),
    Known("few", "Kettles must sing.", ("Ann Bee",)),
    Known("de", "Niemand weiß genau, warum der Kessel nicht singt.", ("Bo Ek",), lang="de"),
    Known("like", "They say that a kettle hardly ever forgets its lid", ("Cy Dee",), status="paraphrase"),
]  # fmt: skip


def quoted(text, is_block=False):
    return [found.text for found in quoted_strings(Passage(text, "a.md", 1, is_block))]


def found(text, is_block=False, attribution=""):
    return ProseCheck(RECORDS).read([Passage(text, "a.md", 1, is_block, attribution)])


def kinds(text, **options):
    return [(finding.kind, finding.id) for finding in found(text, **options)]


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        ("He said “one two” and “three”.", ["one two", "three"]),
        ('He said "one two" and "three".', ["one two", "three"]),
        ("He said ‘one two’ and 'three four'.", ["one two", "three four"]),
        ("Er sagte „eins zwei“ und „drei”.", ["eins zwei", "drei"]),
        ("Il a dit « un deux » et «trois».", ["un deux", "trois"]),
        ("Er sagte »eins zwei« und ›drei‹.", ["eins zwei", "drei"]),
        ("彼は「一二」と『三』と言った。", ["一二", "三"]),
        ("Hän sanoi ”yksi kaksi” eilen.", ["yksi kaksi"]),
        ("“He said ‘one two’ to me.”", ["He said ‘one two’ to me.", "one two"]),
        ("(“one”)—“two”", ["one", "two"]),
    ],
)
def test_pairs_of_marks_are_found(text, strings):
    assert quoted(text) == strings


@pytest.mark.parametrize(
    "text",
    [
        "It's the kettle's lid, don't touch the kettles' lids.",
        "It’s the kettle’s lid, don’t touch the kettles’ lids.",
        "’Tis the season, rock ’n’ roll of the ’80s.",
        'A screen of 5" and one of 6\'2" wide.',
        "An opening “ alone, and a closing ” alone",
        "“”",
        "\"\ufffc\"",
    ],
)  # fmt: skip
def test_what_is_no_pair_of_marks_is_none(text):
    assert quoted(text) == []


def test_apostrophe_within_single_marks_does_not_close():
    assert quoted("She said ‘we don’t know the kettles’ lids’ twice.") == ["we don’t know the kettles’ lids"]


def test_block_is_a_string_and_so_are_the_marks_in_it():
    assert quoted("one “two three” four", is_block=True) == ["one “two three” four", "two three"]


def test_note_of_a_code_host_is_no_quotation():
    assert quoted("[!NOTE] one two three", is_block=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "He said “No one's really sure why this kettle sings either.”",
        "He said “No one’s really sure why this kettle sings either”.",
        "He said “really sure why this kettle sings”.",
        "He asked “No one's really sure why this kettle sings either”!",
    ],
)
def test_words_of_a_record_are_recorded(text):
    assert kinds(text) == [("recorded", "sure")]


def test_recorded_words_have_the_fragment_that_a_role_can_show():
    (whole,) = found("“No one’s really sure why this kettle sings either,” he said.")
    (part,) = found("“really sure why this kettle”")
    assert (whole.fragment, whole.is_whole) == ("No one's really sure why this kettle sings either", False)
    assert (part.fragment, part.is_whole) == ("really sure why this kettle", False)


def test_reported_wording_is_a_wording_and_no_role_can_write_it():
    (finding,) = found("The post has “no one is really sure why the kettle sings”.")
    assert (finding.kind, finding.wording, finding.is_listed) == ("recorded", "reported", False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("“No one's really sure why this kettle doesn't sing either.”", "a negation"),
        ("“one's really sure why this kettle sings either, and more”", ""),
        ("“We have 13 kettles, and we can't boil them all.”", "a number"),
        ("“We have 12 kettles, and we can boil them all.”", "a negation"),
        ("„Niemand weiß genau, warum der Kessel singt.“", "a negation"),
        ("“No one's really sure why this teapot sings either.”", ""),
    ],
)
def test_words_near_a_record_are_misquoted(text, why):
    (finding,) = found(text)
    assert finding.kind == "misquoted"
    assert finding.outcome is not None
    assert not why or why in {operation.why for operation in finding.outcome.operations}


def test_record_that_is_alone_is_known_with_several_changes():
    check = ProseCheck([Known("sure", "No one is really sure why this kettle sings either.", ("Ann",))])
    (finding,) = check.read([Passage("“Someone is really sure why this kettle does not sing either.”", "a.md", 1)])
    assert finding.kind == "misquoted"


def test_swapped_halves_are_misquoted():
    assert kinds("“why this kettle sings either. No one's really sure”") == [("misquoted", "sure")]


def test_sentence_left_out_without_a_mark_is_misquoted():
    assert kinds("“We have 12 kettles, and we can't boil them all. It is a quiet life.”") == [("misquoted", "two")]


def test_marked_omission_is_recorded_and_no_role_can_write_it():
    (finding,) = found("“Nobody asked us to. It is … life.”")
    assert (finding.kind, finding.fragment) == ("recorded", "")


def test_marked_omission_that_hides_a_negation_is_misquoted():
    assert kinds("“We have 12 kettles … It is a quiet life.”") == [("misquoted", "two")]


def test_recorded_sentence_among_others_is_found():
    text = "“Good morning to all of you. No one's really sure why this kettle sings either. Thank you for coming here.”"
    assert kinds(text) == [("recorded", "sure")]


def test_what_stands_within_recorded_words_is_theirs():
    record = Known("in", "He called it “a very quiet and strange old kettle” and left the room.", ("Ann Bee",))
    check = ProseCheck([record])
    found_ = check.read([Passage(f"“{record.text.replace('“', '‘').replace('”', '’')}”", "a.md", 1)])
    assert [finding.kind for finding in found_] == ["recorded"]


@pytest.mark.parametrize(
    "text",
    [
        "Manning said, “No one's really sure why this kettle sings either.”",
        "“No one's really sure why this kettle sings either”, Chris Manning wrote.",
        "“No one's really sure why this kettle sings either,” says Manning.",
        "According to Chris Manning of Stanford, “No one's really sure why this kettle sings either.”",
        "As Manning once put it, “No one's really sure why this kettle sings either.”",
        "Manning: “No one's really sure why this kettle sings either.”",
        "“No one's really sure why this kettle sings either.” — Chris Manning",
        "“No one's really sure why this kettle sings either” (Manning, 2023).",
        "Chris Manning, who was there, said “No one's really sure why this kettle sings either.”",
        "It rained. Manning answered: “No one's really sure why this kettle sings either.”",
    ],
)
def test_sentence_that_names_another_speaker(text):
    (finding,) = found(text)
    assert finding.kind == "speaker"
    assert "Manning" in finding.named


@pytest.mark.parametrize(
    "text",
    [
        "Hewitt said, “No one's really sure why this kettle sings either.”",
        "“No one's really sure why this kettle sings either,” says John Hewitt.",
        "J. Hewitt: “No one's really sure why this kettle sings either.”",
        "He said, “No one's really sure why this kettle sings either.”",
        "The Kettle Institute says: “No one's really sure why this kettle sings either.”",
        "Manning disagrees. “No one's really sure why this kettle sings either.”",
        "“No one's really sure why this kettle sings either.” Manning disagrees with that.",
        "As experts put it, “No one's really sure why this kettle sings either.”",
    ],
)
def test_sentence_that_names_the_speaker_or_nobody(text):
    assert kinds(text) == [("recorded", "sure")]


def test_line_below_a_block_names_the_speaker():
    text = "No one's really sure why this kettle sings either."
    assert kinds(text, is_block=True, attribution="John Hewitt, a lecture") == [("recorded", "sure")]
    assert kinds(text, is_block=True, attribution="Chris Manning, a lecture") == [("speaker", "sure")]


def test_of_two_records_with_the_same_words_that_of_the_named_speaker_counts():
    records = [Known(name, "It is a very quiet kettle.", (name,)) for name in ("Ann", "Bob")]
    (finding,) = ProseCheck(records).read([Passage("Bob said “It is a very quiet kettle.”", "a.md", 1)])
    assert (finding.kind, finding.id) == ("recorded", "Bob")


@pytest.mark.parametrize(
    "text",
    [
        "the “so-called” kettle, “just works”, “We don't.”",
        "“The Book of Kettles” and “the book of kettles”",
        "“No One's Really Sure Why This Kettle Sings”",
        "“really sure why this”",
        "a “they must sing” of somebody",
    ],
)
def test_scare_quotes_titles_and_few_words_are_nothing(text):
    assert kinds(text) == []


def test_few_words_count_where_they_are_the_whole_record_or_its_speaker_is_named():
    assert kinds("“Kettles must sing.”") == [("recorded", "few")]
    assert kinds("John Hewitt said “really sure why this”.") == [("recorded", "sure")]


def test_words_of_other_people_are_counted():
    (finding,) = found("“The cat sat on a large red mat today”")
    assert (finding.kind, finding.is_listed) == ("unrecorded", False)


def test_paraphrase_is_never_misquoted():
    assert kinds("“They say that a kettle hardly forgets its lid”") == [("unrecorded", "")]


def test_record_without_words_is_none():
    check = ProseCheck([Known("dots", "…"), *RECORDS])
    (finding,) = check.read([Passage("“really sure why this kettle”", "a.md", 1)])
    assert finding.id == "sure"


def test_name_before_a_title_of_a_person_ends_no_sentence():
    (finding,) = found(
        "It rained. Prof. Manning and Dr. Ek were there. Dr. Ek said, “No one's really sure why this kettle sings either.”"
    )
    assert finding.named == "Dr. Ek"


def test_sentence_behind_the_words_goes_on_over_an_initial():
    (finding,) = found("“No one's really sure why this kettle sings either”, J. Manning said. Hewitt left.")
    assert finding.named == "J. Manning"


@pytest.mark.parametrize(
    "text",
    [
        "the kettles' lids " * 2000,
        "“" * 4000,
        '"a ' * 4000,
        "‘a b’s " * 4000,
        "“‘" * 2000 + "a" + "’”" * 2000,
        "“a b c d e f” " * 2000,
        "Ann of Bee, " * 2000 + "said “No one's really sure why this kettle sings either.”",
        "“" + "No one's really sure why this kettle sings either. " * 200 + "”",
    ],
)
def test_odd_texts_of_any_length_come_to_an_end(text):
    assert isinstance(found(text), list)


def test_result_counts_and_lists():
    check = ProseCheck(RECORDS)
    check.read([Passage("“The cat sat on a large red mat”, “so-called”, “really sure why this kettle”", "a.md", 1)])
    assert check.result.strings == 3
    assert check.result.counts == {"unrecorded": 1, "recorded": 1}
    assert [one.kind for one in check.result.listed()] == ["recorded"]
    assert [one.kind for one in check.result.listed(every=True)] == ["unrecorded", "recorded"]


def test_published_file_has_the_records():
    entry = {"id": "a", "text": "One two.", "speaker": ["Ann Bee"], "lang": "de", "reported": "one, two",
             "source": {"title": "A talk", "key": "a"}, "page": None, "via": {"title": "A post"}}  # fmt: skip
    data = json.dumps({"schema_version": 1, "quotes": [entry]}).encode()
    assert published_records(data) == [
        Known("a", "One two.", ("Ann Bee",), "de", "one, two", beside=("A talk", "A post"))
    ]


@pytest.mark.parametrize("data", [b"", b"{}", b'{"schema_version": 9, "quotes": []}', b"\xff"])
def test_file_that_is_no_published_one_says_so(data):
    with pytest.raises(ValueError, match=r"quotes\.json|schema version"):
        published_records(data)

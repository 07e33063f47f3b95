"""How a quotation changes the sense: by brackets, omissions, its edges and changed words."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.language.respelling import spelling
from sphinx_unknown_quotes.check.language.tables import languages, tables
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.collection.text.times import parse_span

SAID = """It was a long evening. We asked Ann Bee about kettles, and she said they were made in Zurich on Monday. \
He told us that the big kettle sings well. They think that it is a large one, and the people of the town like it. \
Do we know why the spout is so long? I don't believe that the steam is cold. The small kettle does not sing at all. \
It is the only kettle that we keep, unless the lid is lost. We paid almost 850 billion crowns for it, and maybe more. \
Most people drink tea in the morning, which they say is good for the heart, and go to work by train. \
If it rains, some of us stay here until the evening. The tea was cold. Nobody minded that. That wasn't all of it, and We'd have tea."""


def check(quoted: str, said: str = SAID, lang: str = "en", name: str = "t.txt") -> Judgement:
    return judge(Citation(parse_quotation(quoted), None, (), lang), read_spoken(said.encode(), name))


def why(found: Judgement) -> list[str]:
    return [operation.why for operation in found.operations if operation.why]


@pytest.mark.parametrize(
    "quoted",
    [
        "and [Ann Bee] said they were made in Zurich",
        "and she [Ann Bee] said they were made in Zurich",
        "and she said [the kettles] were made in Zurich",
        "We asked Ann Bee [the potter] about kettles",
        "[The potter] told us that the big kettle sings well.",
        "[T]he people of the town like it.",
        "[t]hat wasn't all of it",
        "[w]e'd have tea",
        "He told us that the big kettle[s] sings well.",
        "They think that it [the kettle] is a large one",
        "They think that it [sic] is a large one",
    ],
)
def test_a_bracket_that_names_what_a_pronoun_stands_for_passes(quoted: str) -> None:
    assert check(quoted).verdict in ("elided", "normalised", "verbatim")


@pytest.mark.parametrize(
    ("quoted", "reason"),
    [
        ("He told us that the big [spoon] sings well.", "other words than “kettle”"),
        ("He told us that the big kettle [falsely] sings well.", "an adverb (falsely)"),
        ("He told us that the [anti-]big kettle sings well.", "a prefix"),
        ("He told us that [some] the big kettle sings well.", "how many (some)"),
        ("We asked [Cy Dee] about kettles, and she said they were made", "another name than “ann bee”"),
        ("They think that it [laughs at the victims] is a large one", "more than a name"),
        ("They think that it [foreign agents paid for this] is a large one", "more than a name"),
        ("They think that it [clears the room of critics] is a large one", "more than a name"),
        ("They think that it [the people who lost] is a large one", "more than a name"),
        ("He told us that the big kettle [in our kitchen] sings well.", "words after something that is neither a pronoun nor a name"),
        ("They think that it [then in 1998] is a large one", "a number"),
    ],
)  # fmt: skip
def test_a_bracket_that_says_more_is_near_and_named(quoted: str, reason: str) -> None:
    found = check(quoted)
    assert (found.verdict, why(found)) == ("near", [reason])


@pytest.mark.parametrize("put", ["expletive", "bleeped"])
def test_a_bracket_may_stand_for_an_expletive_and_for_nothing_else(put: str) -> None:
    assert check(f"The [{put}] kettle sings well.", "The goddamn kettle sings well.").verdict == "elided"
    assert check(f"The [{put}] kettle sings well.", "The ancient kettle sings well.").verdict == "near"


def test_an_emphasis_may_be_marked_in_parentheses() -> None:
    assert check("We like *it* very well (emphasis added).", "We like it very well.").verdict == "normalised"


@pytest.mark.parametrize("put", ["not", "might", "never"])
def test_a_bracket_with_a_negation_or_a_modal_fails(put: str) -> None:
    assert check(f"He told us that the big kettle [{put}] sings well.").verdict == "altered"


def test_a_remark_of_the_transcript_may_stand_in_the_quotation() -> None:
    said = "The kettle sings [laughs at the spoon] and the lid is hot. We [laughs] drink it all."
    assert check("The kettle sings [laughs at the spoon] and the lid is hot.", said).verdict == "verbatim"
    assert check("We [laughs] drink it all.", said).verdict == "verbatim"
    assert check("The kettle [laughs] sings and the lid is hot.", said).verdict == "elided"


@pytest.mark.parametrize(
    ("quoted", "reason"),
    [
        ("We paid … crowns for it, and maybe more.", "a number (850 billion)"),
        ("and maybe more. Most people … in the morning", ""),
        ("We paid almost 850 billion crowns for it … more.", "how sure it is (maybe)"),
        ("Most people drink tea in the morning, which … is good for the heart", "who says so (say)"),
        ("If it rains … of us stay here until the evening.", "how many (some)"),
        ("He told us that the big … is a large one", "who says so (they think)"),
        ("was a long evening … Ann Bee about kettles", "the end of a sentence"),
        ("We asked Ann Bee about kettles … they were made in Zurich", "who says so (said)"),
        ("He told us that the … sings well.", ""),
    ],
)
def test_an_omission_says_what_it_hides(quoted: str, reason: str) -> None:
    found = check(quoted)
    assert (found.verdict, why(found)) == (("near", [reason]) if reason else ("elided", []))


def test_an_omission_that_hides_a_condition_is_near() -> None:
    said = "We go to the harbour if the sun shines on the water and drink tea."
    assert why(check("We go to the harbour … and drink tea.", said)) == ["a condition (if)"]


def test_an_omission_that_hides_a_modal_is_near() -> None:
    said = "The kettle and its lid might then be sold to the town."
    assert why(check("The kettle and its lid … be sold to the town.", said)) == ["a modal verb (might)"]


def test_an_omission_hides_a_negation_wherever_it_stands() -> None:
    said = "We like the kettle that they brought to us, and that was not cheap to send here, in the big kitchen of the house."
    found = check("We like the kettle … in the big kitchen of the house.", said)
    assert (found.verdict, why(found)) == ("near", ["a negation (not)"])
    assert check("We like the kettle that they brought to us, and that was … cheap to send", said).verdict == "altered"


@pytest.mark.parametrize(
    "quoted", ["the small kettle … is fast", "When I see the small kettle, I … the lid is fast and the steam is not"]
)
def test_of_two_places_in_a_sentence_the_omission_reaches_to_the_farther_one(quoted: str) -> None:
    said = "When I see the small kettle, I hope the spout is fast, and I hope that it never boils, and I say the lid is fast and the steam is not."
    assert check(quoted, said).verdict == "near"


def test_an_omission_without_words_reaches_to_the_farther_place_too() -> None:
    said = "They have less tea here if they have hotter kettles."
    assert "a condition (if)" in why(check("They have … hotter kettles.", said))
    assert check("They have … less tea here", said).verdict == "elided"


def test_a_question_may_end_in_dots() -> None:
    said = "We asked Ann Bee, the potter, what the kettle would...? Then they left."
    assert check("We asked Ann Bee … what the kettle would...?", said).verdict == "elided"


def test_whole_sentences_may_be_left_out_between_whole_ones() -> None:
    said = "The kettle sings. The spoon is long. The lid is hot."
    assert check("The kettle sings. … The lid is hot.", said).verdict == "elided"
    assert check("The kettle … lid is hot.", said).verdict == "near"


def test_a_long_omission_in_a_transcript_without_punctuation_is_near() -> None:
    said = " ".join(["the kettle sings", *["and the spoon is long"] * 4, "the lid is hot here"])
    assert why(check("the kettle sings … the lid is hot", said)) == [
        "perhaps the end of a sentence, since the transcript has no punctuation"
    ]


@pytest.mark.parametrize(
    ("verdict", "quoted", "beyond"),
    [
        ("altered", "The small kettle does", "… not"),
        ("near", "The small kettle", "… does not"),
        ("near", "sing at all", "not …"),
        ("near", "that the steam is cold", "i don't believe …"),
        ("near", "the steam is cold", "i don't believe that …"),
        ("near", "It is the only kettle that we keep", "… unless"),
        ("altered", "We paid almost 850", "… billion"),
        ("near", "people drink tea in the morning", "most …"),
        ("near", "billion crowns for it", "850 …"),
    ],
)
def test_words_that_are_cut_off_from_what_turns_them_do_not_pass(verdict: str, quoted: str, beyond: str) -> None:
    found = check(quoted)
    assert found.verdict == verdict
    assert "cut-off" in found.notes
    assert [operation.said for operation in found.operations if operation.kind == "cut-off"] == [beyond]


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("there were twenty", "there were twenty-five of them"),
        ("it took about 10", "it took about 10 to 20 years"),
        ("we waited five", "we waited five and a half years"),
        ("it grew by 40", "it grew by 40 per cent"),
        ("it was 20", "it was 20 degrees"),
    ],
)
def test_a_number_is_not_cut_in_two(quoted: str, said: str) -> None:
    assert "cut-off" in check(quoted, f"We know {said}.").notes


@pytest.mark.parametrize("sentence", SAID.replace("?", ".").split(". ")[4:])
def test_a_whole_sentence_has_no_edge(sentence: str) -> None:
    assert not {"cut-off", "truncated", "truncated-opening", "reported"} & set(check(sentence).notes)


def test_the_next_sentence_does_not_belong_to_the_words() -> None:
    said = "We like it. But the kettle is cold. Not at all. Unless it rains, we stay. He said no. The tea is hot."
    for sentence in ("We like it.", "But the kettle is cold.", "Not at all.", "The tea is hot."):
        assert check(sentence, said).notes == ()


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("We drink tea", "We drink tea, not water, in the morning."),
        ("we drink tea at noon", "I don't know, we drink tea at noon."),
        ("we definitely do", "We say we do not, we definitely do."),
        ("If you like tea", "If you like tea, don't miss the harbour."),
        ("They sing", "They sing, don't they."),
        ("we drink tea at noon", "I don't think so, we drink tea at noon."),
        ("the kettle sings", "I don't know why the kettle sings."),
        ("is a kettle that sings", "This will never end, but the idea is a kettle that sings."),
    ],
)
def test_behind_a_comma_another_clause_begins(quoted: str, said: str) -> None:
    assert "cut-off" not in check(quoted, said).notes


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("support the kettle", "We do not -- support the kettle."),
        ("support the kettle", "We do not, uh, support the kettle."),
        ("the kettle sings", "I don't believe, you know, the kettle sings."),
        ("that the kettle sings", "I don't believe, that the kettle sings."),
        ("The kettle does", "The kettle does, um, not sing."),
        ("The kettle does", "The kettle does -- not sing."),
        ("We drink it", "We drink it, not."),
        ("the kettle sings", "I don't know whether the kettle sings."),
        ("the kettle sings", "I don't believe, the kettle sings."),
    ],
)
def test_who_pauses_goes_on_with_the_clause(quoted: str, said: str) -> None:
    assert "cut-off" in check(quoted, said).notes


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("if the kettle sings at noon then we drink tea", "the kettle sings at noon"),
        ("imagine that the kettle sings at noon", "the kettle sings at noon"),
        ("instead of the big kettle sings at noon", "the big kettle sings at noon"),
        ("we failed to hear the kettle", "to hear the kettle"),
        ("A few people know why it sings.", "few people know why it sings"),
        ("At least ten kettles sing at noon.", "ten kettles sing at noon"),
        ("Everyone but the potter drinks tea.", "the potter drinks tea"),
        ("It would be wrong to claim that the kettle sings.", "the kettle sings"),
        ("There is nobody in the house.", "There is"),
        ("Maybe the kettle sings at noon.", "the kettle sings at noon"),
        ("Apparently, the kettle sings at noon.", "the kettle sings at noon"),
        ("I hope the kettle sings at noon.", "the kettle sings at noon"),
        ("It is unlikely that the kettle sings.", "the kettle sings"),
        ("They stopped selling kettles in the town.", "selling kettles in the town"),
        ("Some of the kettles sing at noon.", "the kettles sing at noon"),
    ],
)
def test_what_supposes_bounds_or_turns_the_words_is_not_cut_off(said: str, quoted: str) -> None:
    assert check(quoted, said).verdict == "near"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("We do not and we should not drink tea.", "and we should not drink tea"),
        ("People don't know that the kettle sings.", "that the kettle sings"),
        ("I don't believe, I believe that it sings.", "I believe that it sings"),
        ("It is not -- we have a kettle.", "we have a kettle"),
        ("Whether or not the kettle sings, we drink.", "or not the kettle sings"),
        ("There are a few that sing, and they are old.", "that sing, and they are old"),
        ("We sold thousands and thousands of kettles.", "We sold thousands"),
        ("They know whether it sings or not.", "They know whether it sings"),
        ("You may tell me anything, but I will sing.", "I will sing"),
        ("The roads 405 and 5 are full.", "The roads 405"),
        ("We drink tea, and unless it rains we sing.", "We drink tea, and"),
        ("It is not true because the kettle sings.", "because the kettle sings"),
        ("You were not going to lie, I think that was the test.", "that was the test"),
        ("I don't know so we drink tea here.", "so we drink tea here"),
        ("Do you like it, and if so we drink tea?", "so we drink tea"),
        ("Maybe or maybe not we drink the tea.", "or maybe not we drink the tea"),
        ("I joined it in 2010 as the third potter.", "I joined it in 2010"),
        ("It is the town with the most and the worst kettles.", "It is the town with the most"),
    ],
)
def test_what_denies_or_limits_other_words_cuts_nothing_off(said: str, quoted: str) -> None:
    assert "cut-off" not in check(quoted, said).notes


@pytest.mark.parametrize("hidden", ["anything but", "but the potter", "stopped", "almost", "could've been"])
def test_an_omission_that_hides_what_turns_the_words_is_near(hidden: str) -> None:
    said = "Everyone but the potter is anything but cold in the evening, stopped selling tea, and could've been almost glad."
    assert check(said.replace(hidden, "…"), said).verdict == "near"


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("ja", "港は冬に安全ではありません。", "港は冬に安全"),
        ("ja", "港は冬に安全だとは思いません。", "港は冬に安全だ"),
        ("ja", "港は冬に安全ですか。", "港は冬に安全です。"),
        ("zh", "我不相信港口在冬天是安全的。", "港口在冬天是安全的。"),
        ("zh", "港口在冬天是安全的吗？", "港口在冬天是安全的。"),
        ("ar", "هل الميناء آمن في الشتاء؟", "هل الميناء آمن في الشتاء."),
    ],
)
def test_denials_and_questions_behind_the_words_are_known_in_other_languages(lang: str, said: str, quoted: str) -> None:
    assert check(quoted, said, lang).verdict == "near"


def test_a_sentence_that_begins_like_the_end_of_the_one_before_has_no_edge() -> None:
    assert check("It's amazing how it sings.", "No, it's amazing. It's amazing how it sings.").notes == ()


def test_a_question_word_asks_and_is_not_denied() -> None:
    assert check("why the kettle sings", "We do not know why the kettle sings.").verdict == "verbatim"


def test_an_abbreviation_ends_no_sentence() -> None:
    assert check("I … at noon", "I saw Dr. Bee at noon in her garden.").verdict == "elided"


def test_a_single_letter_may_end_a_sentence() -> None:
    assert check("It begins with an S.", "It begins with an S. But the lid is hot.").notes == ()
    assert check("We like tea, etc.", "We like tea, etc. But the lid is hot.").notes == ()
    assert check("We saw … and left.", "We saw Ann B. Bee at noon and left.").verdict == "elided"


def test_words_at_their_time_are_cut_off_and_not_moved() -> None:
    said = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe kettle does not sing.\n\n05:00.000 --> 05:04.000\nThe kettle does.\n"
    citation = Citation(parse_quotation("The kettle does"), parse_span("0:01"), (), "en")
    assert judge(citation, read_spoken(said.encode(), "t.vtt")).verdict == "altered"


@pytest.mark.parametrize("quoted", ["Do we know why the spout is so long.", "Do we know why the spout is so long"])
def test_a_question_quoted_as_a_statement_is_near(quoted: str) -> None:
    found = check(quoted)
    assert (found.verdict, [operation.kind for operation in found.operations]) == ("near", ["question"])


def test_a_statement_quoted_as_a_question_is_near() -> None:
    assert check("They think that it is a large one, and the people of the town like it?").verdict == "near"


def test_a_question_that_breaks_off_is_no_statement() -> None:
    assert check("Do we know why the spout is so long…").verdict == "verbatim"
    assert check("Do we know why the spout").verdict == "verbatim"


def test_reported_words_are_noted() -> None:
    found = check("the big kettle sings well")
    assert (found.verdict, found.notes) == ("verbatim", ("reported",))


@pytest.mark.parametrize(
    ("quoted", "reason"),
    [
        ("she said we were made in Zurich on Monday", "a pronoun"),
        ("she said they were made in Zurich on Friday", "a day"),
        ("she said they were made in Tokyo on Monday", "a name (zurich)"),
        ("He told us that the small kettle sings well", "the contrary"),
        ("He told us that the very big kettle sings well", "how strongly it is said (very)"),
    ],
)
def test_a_change_of_who_when_or_how_much_is_never_forgiven(quoted: str, reason: str) -> None:
    found = check(quoted)
    assert (found.verdict, why(found)) == ("altered", [reason])


@pytest.mark.parametrize(
    "quoted",
    [
        "she said they were made in Zurick on Monday",
        "He told us the big kettle sings well",
        "He told us that the big cauldron sings well",
    ],
)
def test_other_changes_are_near(quoted: str) -> None:
    assert check(quoted).verdict == "near"


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("de", "Ich glaube nicht, dass der Kessel singt.", "dass der Kessel singt"),
        ("de", "Ich glaube nicht, dass der Kessel singt.", "der Kessel singt"),
        ("fr", "Je ne crois pas que la bouilloire chante ici.", "la bouilloire chante ici"),
        ("es", "No creo que la tetera cante aquí.", "la tetera cante aquí"),
        ("ru", "Я не думаю, что чайник поёт здесь.", "чайник поёт здесь"),
        ("pt", "Não acho que a chaleira canta aqui.", "a chaleira canta aqui"),
        ("it", "Non credo che il bollitore canti qui.", "il bollitore canti qui"),
    ],
)
def test_a_denied_view_is_known_in_other_languages(lang: str, said: str, quoted: str) -> None:
    assert check(quoted, said, lang).verdict == "near"


def test_a_german_noun_is_no_name() -> None:
    assert (
        check("Heute singt der große Topf auf dem Herd.", "Heute singt der große Kessel auf dem Herd.", "de").verdict
        == "near"
    )


def test_of_two_places_without_a_time_the_one_that_is_cut_off_counts_unless_the_other_is_a_sentence() -> None:
    said = "The kettle does not sing. We say the kettle does it all. I don't think so. I do. You think so."
    assert check("the kettle does", said).verdict == "altered"
    assert check("I do.", said).verdict == "verbatim"


def test_of_two_places_without_a_time_a_whole_sentence_comes_first() -> None:
    said = "The tea is hot, but we like tea. The tea is hot."
    assert check("The tea is hot.", said).notes == ("ambiguous",)


def test_an_omission_may_come_to_the_end_of_a_transcript() -> None:
    assert check("Tea … kettle", "Tea…").verdict == "altered"


@pytest.mark.parametrize("quoted", ["[not] I and [not] [x] 10", "[Bo] tea", "tea [Bo]"])
def test_a_bracket_at_either_end_of_a_transcript_breaks_nothing(quoted: str) -> None:
    assert check(quoted, ". I 10 ?… … the").verdict in ("altered", "missing", "near")


def test_the_number_of_a_reference_is_no_part_of_the_number_before_it() -> None:
    assert check("It was made in 1998", "It was made in 1998 [3]. The lid is old.").verdict == "verbatim"
    assert why(check("It was made in 1998", "It was made in 1998 3 times. The lid is old.")) == ["a part of the number"]


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("en", "The people did not find that the new kettle works very well indeed.", "the new kettle works very well indeed"),
        ("en", "They couldn't see that the new kettle works very well.", "the new kettle works very well"),
        ("fr", "Ils ne croient pas que la bouilloire chante très bien.", "la bouilloire chante très bien"),
        ("pt", "Eles não acham que a chaleira canta muito bem.", "a chaleira canta muito bem"),
        ("it", "Loro non credono che il bollitore canti molto bene.", "il bollitore canti molto bene"),
        ("de", "Er glaubte nicht, dass der Kessel sehr gut singt.", "der Kessel sehr gut singt"),
        ("ru", "Они не думают, что чайник поёт очень хорошо.", "чайник поёт очень хорошо"),
        ("ja", "ほとんどの人は猫を飼っています。", "人は猫を飼っています"),
    ],
)  # fmt: skip
def test_words_behind_a_denied_view_or_most_do_not_pass(lang: str, said: str, quoted: str) -> None:
    found = check(quoted, said, lang)
    assert (found.verdict, "cut-off" in found.notes) == ("near", True)


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("en", "It's ridiculous that we pay so much for a kettle.", "we pay so much for a kettle"),
        ("de", "Die Leute wissen nicht, dass der Kessel sehr gut singt.", "der Kessel sehr gut singt"),
    ],
)
def test_what_is_so_though_it_is_regretted_or_not_known_passes(lang: str, said: str, quoted: str) -> None:
    assert check(quoted, said, lang).verdict == "verbatim"


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("The tea … is very good today.", "The tea used to fill the pot is very good today."),
        ("The pot … was quite useful to them.", "The pot, that was meant to avoid mistakes, was quite useful to them."),
    ],
)
def test_a_word_that_turns_others_within_an_omission_turns_nothing_that_is_left(quoted: str, said: str) -> None:
    assert check(quoted, said).verdict == "elided"


def test_an_expletive_that_is_a_name_is_not_hidden() -> None:
    assert check("He met [censored] at the opera house.", "He met Dick at the opera house.").verdict == "near"


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("the and by and matrix is far too large", "The n by n matrix is far too large."),
        ("they had 5 megawatts of power left", "They had 5 mW of power left."),
        ("He is the rapist of the whole town.", "He is therapist of the whole town."),
        ("We ran a test on all of the kettles.", "We ran a t-test on all of the kettles."),
    ],
)
def test_words_that_only_look_alike_do_not_pass(quoted: str, said: str) -> None:
    assert check(quoted, said).verdict in ("near", "altered")


def test_a_grandmother_is_no_grandfather() -> None:
    assert check("A minha avó fez o bolo hoje.", "A minha avô fez o bolo hoje.", "pt").verdict in ("near", "altered")


def test_each_spelling_is_compared_with_one_that_stays() -> None:
    for lang in languages():
        table = tables(lang)
        assert [(one, other) for one, other in table.spellings.items() if spelling(other, table) != other] == [], lang

"""The operations by which a quotation differs from what was said: their kinds, their words and what they count."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.check.verdicts.operations import Operation

SAID = (
    "We know that the old kettle sings. I think, um, that it was made by us, in 1998. They, they boiled twenty-five lids, "
    "and it's not cold. Why does it sing? I mean— you see the large kettle models boil. It is the colour of tea... and we "
    "drank it all. Nobody has ever asked Ann Bee about it [laughs] so far. It has [1] a lid. We saw [the large spoon] there. "
    "It took three point five lids."
)


def check(quoted: str, said: str = SAID, lang: str = "en") -> Judgement:
    return judge(Citation(parse_quotation(quoted), None, (), lang), read_spoken(said.encode(), "t.txt"))


@pytest.mark.parametrize(
    ("quoted", "verdict", "operations"),
    [
        ("We know that the old kettle sings.", "verbatim", []),
        ("we know that, the old kettle sings", "normalised", [("type", "we know that, the old kettle sings", "We know that the old kettle sings")]),
        ("boiled [25] lids", "altered", [("bracketed", "[25]", "twenty five", True, 0, "a number")]),
        ("they boiled 25 lids, and it is not cold.", "normalised",
         [("number", "25", "twenty five"), ("contraction", "it is", "it's")]),
        ("They boiled 25 lids", "normalised", [("type", "They boiled", "they boiled"), ("number", "25", "twenty five")]),
        ("I think that it was made", "disfluent", [("filler", "", "um")]),
        ("made by us, in 1998. they boiled", "disfluent", [("repeat", "", "they")]),
        ("Why does it sing? you see the large kettle", "disfluent", [("filler", "", "i mean")]),
        ("It has a lid.", "normalised", [("reference", "", "1")]),
        ("you see the ... models boil.", "elided", [("elision", "...", "large kettle")]),
        ("It is the colour of tea [...] we drank it all.", "elided", [("elision", "[...]", "and")]),
        ("Why does it sing.", "near", [("question", ".", "?", False, 0, "a question")]),
        ("Why does it sing. I mean— you see the large kettle", "near",
         [("type", "Why does it sing. I mean- you see the large kettle", "Why does it sing? I mean- you see the large kettle"),
          ("question", "", "?", False, 0, "a question")]),
        ("Nobody has ever asked [her] about it", "near", [("bracketed", "[her]", "ann bee", False, 0, "another name than “ann bee”")]),
        ("you see the LKMs boil. It is", "near", [("replaced", "lkms", "large kettle models", False, 1)]),
        ("We know that the new kettle sings.", "near", [("replaced", "new", "old", False, 1)]),
        ("We know the old kettle sings.", "near", [("omitted", "", "that", False, 1)]),
        ("you see the large old kettle models boil. It is", "near", [("added", "old", "", False, 1)]),
        ("We know that the new stove sings.", "altered", [("replaced", "new stove", "old kettle", False, 2)]),
        ("We know that the kettle old sings.", "altered",
         [("replaced", "kettle old", "old kettle", True, 2, "the order or the verb")]),
        ("and it's cold.", "altered", [("omitted", "", "not", True, 1, "a negation")]),
        ("they boiled 26 lids, and it's not cold", "altered", [("replaced", "26", "twenty five", True, 1, "a number")]),
        ("It took three five lids", "altered", [("omitted", "", "point", True, 1, "a number")]),
        ("Nobody has ever asked Cy Dee about it", "altered", [("replaced", "cy dee", "ann bee", True, 2, "a name (ann bee)")]),
        ("We saw [the large spoon] there", "verbatim", []),
        ("We saw [the large] there.", "altered", [("omitted", "", "spoon", False, 1)]),
        ("It is the colour of tea... we drank it all.", "near", [("omitted", "", "and", False, 1)]),
    ],
)  # fmt: skip
def test_every_difference_has_its_kind_and_its_words(
    quoted: str, verdict: str, operations: list[tuple[str, str, str]]
) -> None:
    found = check(quoted)
    assert found.verdict == verdict
    assert found.operations == tuple(Operation(*each) for each in operations)
    assert found.changes == sum(each.changes for each in found.operations)


def test_only_the_words_that_changed_are_critical_where_the_order_is_another() -> None:
    found = check("we know that the kettle old sings.")
    assert [(each.kind, each.critical) for each in found.operations] == [("type", False), ("replaced", True)]


UNLESS = "We know that the old kettle on the stove sings, unless it is cold."


@pytest.mark.parametrize(
    ("quoted", "kinds"),
    [
        ("We know that the old kettle on the shelf sings", ["replaced", "cut-off"]),
        ("We know that the old kettle on the stove dances", ["replaced"]),
        ("We know that the old kettle on the stove sings loudly", ["replaced"]),
    ],
)
def test_the_end_is_cut_off_only_where_the_last_word_was_found(quoted: str, kinds: list[str]) -> None:
    assert [each.kind for each in check(quoted, UNLESS).operations] == kinds


LIDS = "The first lid, um, sings at noon. It is cold. The third lid sings at noon. Does it, um, sing at night? They never told us of it."


@pytest.mark.parametrize(
    ("quoted", "verdict", "why"),
    [
        ("The first lid sings at noon. … The third lid sings", "disfluent", [("filler", ""), ("elision", "")]),
        ("The first lid sings at noon.... The third lid sings", "disfluent", [("filler", ""), ("elision", "")]),
        ("The first lid sings at noon. [...] The third lid sings", "disfluent", [("filler", ""), ("elision", "")]),
        ("The first lid sings at noon … The third lid sings", "near", [("filler", ""), ("elision", "the end of a sentence")]),
        ("Does it sing at night.", "near", [("filler", ""), ("question", "a question")]),
        ("Does it sing at night", "near", [("filler", ""), ("question", "a question")]),
        ("Does it sing at night. They never told us", "near", [("filler", ""), ("question", "a question")]),
    ],
)  # fmt: skip
def test_the_ends_of_sentences_stay_as_they_were(quoted: str, verdict: str, why: list[tuple[str, str]]) -> None:
    found = check(quoted, LIDS)
    assert found.verdict == verdict
    assert [(each.kind, each.why) for each in found.operations if each.kind != "type"] == why


@pytest.mark.parametrize(
    ("quoted", "said", "operations"),
    [
        ("We saw [the large] there today", "We saw the [large spoon] there today.", [("omitted", "", "spoon", False, 1)]),
        ("We saw [it] there today", "We saw [the large spoon] there today.",
         [("bracketed", "[it]", "the large spoon", False, 0, "other words than “large spoon”")]),
        ("Nobody has ever asked [Bee] about it", SAID, [("bracketed", "[Bee]", "ann bee")]),
        ("[People] told us of it.", LIDS, [("bracketed", "[People]", "", True, 0, "a negation")]),
        ("You may say that it was made [in 1998]", "You may say that it was made. So be it.",
         [("bracketed", "[in 1998]", "", True, 0, "a number")]),
        ("You may say that it [in 1998] was made.", "You may say that it was made. So be it.",
         [("bracketed", "[in 1998]", "", False, 0, "a number")]),
        ("It is the tea [sic]... and we all drank it.", "It is the tea... and, um, we all drank it.",
         [("elision", "...", ""), ("filler", "", "um")]),
    ],
)  # fmt: skip
def test_a_bracket_and_dots_are_weighed_against_those_of_the_transcript(
    quoted: str, said: str, operations: list[tuple[str, str, str]]
) -> None:
    assert check(quoted, said).operations == tuple(Operation(*each) for each in operations)


def words(*numbers: int) -> str:
    """Words that are like no others, a number each."""
    return " ".join(
        f"{'bcdfghjklm'[number // 10]}{'aeiouaeiou'[number % 10]}{'npqrstvwxz'[number % 10]}o" for number in numbers
    )


LONG = words(*range(60))


@pytest.mark.parametrize(
    ("kept", "strange", "verdict"),
    [(4, 1, "near"), (3, 1, "altered"), (8, 2, "near"), (7, 2, "altered"), (5, 5, "altered"), (4, 5, "missing")],
)
def test_one_word_in_five_may_differ_and_half_must_be_there(kept: int, strange: int, verdict: str) -> None:
    quoted = f"{words(*range(10, 10 + kept // 2))} {words(*range(90, 90 + strange))} {words(*range(10 + kept // 2 + strange, 10 + kept + strange))}"
    assert check(quoted, LONG).verdict == verdict


@pytest.mark.parametrize("mark", ["…", "[and so on]"])
def test_a_mark_is_no_word_that_was_found(mark: str) -> None:
    quoted = f"{words(0, 1)} {mark} {words(3, 4)} {words(*range(90, 95))}"
    assert check(quoted, LONG).verdict == "missing"
    assert check(quoted.removesuffix(words(94)), LONG).verdict == "altered"


@pytest.mark.parametrize(
    ("strange", "left_out", "changes"),
    [
        (1, 1, 1),
        (1, 2, 1),
        (1, 3, 1),
        (1, 4, 2),
        (1, 5, 3),
        (2, 1, 1),
        (3, 1, 1),
        (4, 1, 2),
        (2, 3, 2),
        (0, 3, 3),
        (3, 0, 3),
    ],
)
def test_a_replaced_span_counts_its_shorter_side_and_what_is_over_two_words_more(
    strange: int, left_out: int, changes: int
) -> None:
    quoted = f"{words(*range(10))} {words(*range(90, 90 + strange))} {words(*range(10 + left_out, 30))}"
    found = check(quoted, LONG)
    assert (len(found.operations), found.changes) == (1, changes)
    assert found.operations[0].changes == changes


@pytest.mark.parametrize(
    ("parts", "is_scattered"),
    [
        # So many words from and to, of which the rest is left out.
        ([(0, 3), (24, 30)], False),
        ([(0, 2), (22, 30)], False),
        ([(0, 2), (23, 30)], True),
        ([(0, 8), (29, 31)], True),
        ([(0, 8), (29, 32)], False),
        ([(0, 1), (2, 3)], False),
        ([(0, 2), (3, 5), (6, 9)], True),
        ([(0, 2), (3, 6), (7, 10)], False),
        ([(0, 3), (4, 6), (7, 10)], False),
        ([(0, 2), (3, 5), (6, 9), (10, 13)], False),
        ([(0, 2), (3, 5), (6, 8), (10, 13)], True),
    ],
)
def test_single_words_over_long_omissions_are_scattered(parts: list[tuple[int, int]], is_scattered: bool) -> None:
    found = check(" … ".join(words(*range(*part)) for part in parts), LONG)
    assert ("scattered" in found.notes) is is_scattered
    assert found.verdict == "near" or not is_scattered


@pytest.mark.parametrize(("kept", "is_scattered"), [(3, False), (2, True)])
def test_more_words_that_are_put_in_than_were_said_are_scattered(kept: int, is_scattered: bool) -> None:
    found = check(f"{words(*range(kept))} [three more words]", LONG)
    assert ("scattered" in found.notes) is is_scattered


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        # Both deny, with the first character.
        ("ないと彼は今も思うよ", "水壺は歌わないと彼は今も思います。"),
        # What is denied stands behind the quotation, whose own verb was not changed.
        ("水壺はよく歌う", "水壷はよく歌うが鳴らない。"),
    ],
)
def test_a_language_that_denies_within_the_verb_denies_there_alone(quoted: str, said: str) -> None:
    found = check(quoted, said, "ja")
    assert (found.verdict, [each.critical for each in found.operations]) == ("near", [False])

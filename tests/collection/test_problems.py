from __future__ import annotations

import pytest

from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES, InvalidValueError, Problem, nearest, shown


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("spaeker", ["speaker", "section"], " Did you mean 'speaker'?"),
        ("SPEAKER", ["speaker"], " Did you mean 'speaker'?"),
        ("speaker", ["Speaker"], " Did you mean 'Speaker'?"),
        ("xyz", ["speaker"], ""),
        ("speaker", [], ""),
        ("", ["speaker"], ""),
    ],
)
def test_names_the_nearest_choice(word: str, choices: list[str], expected: str) -> None:
    assert expected == nearest(word, choices)


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        # A third of the letters, and one more.
        ("cat", "cut"), ("kettle", "mottle"), ("kettlesong", "kottlasung"),
        # Left out, added, swapped, at the beginning, within and at the end.
        ("ettle", "kettle"), ("kettl", "kettle"), ("kett", "kettle"), ("ketle", "kettle"), ("xkettle", "kettle"), ("kettles", "kettle"),
        ("ekttle", "kettle"), ("ketlte", "kettle"), ("kettel", "kettle"), ("ekttel", "kettle"), ("acb", "abc"),
        # The same letter twice, and one in the other place.
        ("aab", "abb"), ("speeker", "speaker"),
    ],
)  # fmt: skip
def test_a_third_of_the_letters_may_be_mistyped(word: str, choice: str) -> None:
    assert nearest(word, [choice]) == f" Did you mean {choice!r}?"


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("ca", "cu"), ("kettle", "mattla"), ("kettle", "ket"), ("ket", "kettle"), ("abc", "cab"), ("abcd", "dcba"),
        ("abcdef", "badcfe"), ("aaaaaa", "abbbaa"), ("abcabc", "cbacba"),
    ],
)  # fmt: skip
def test_what_has_more_mistakes_is_not_meant(word: str, choice: str) -> None:
    assert nearest(word, [choice]) == ""


def test_of_several_choices_the_one_with_the_fewest_mistakes_is_meant() -> None:
    assert nearest("kettle", ["mottle", "kettla", "kottle", "mattle", "kittla"]) == " Did you mean 'kettla'?"
    assert nearest("kettle", ["a", "spout of the kettle", "cattle"]) == " Did you mean 'cattle'?"
    assert nearest("kettle", ["kettles", "kettle"]) == " Did you mean 'kettle'?"
    # One letter too many and one too few are one mistake each, as another letter is.
    assert nearest("kettles", ["kettlex", "kettle"]) == " Did you mean 'kettle'?"
    assert nearest("kettl", ["kettx", "kettle"]) == " Did you mean 'kettle'?"
    # One with other letters, and one with the same letters in other numbers.
    assert nearest("kettla", ["xyzuvw", "kettle"]) == " Did you mean 'kettle'?"
    assert nearest("aaaaab", ["abbbbb", "aaaaac"]) == " Did you mean 'aaaaac'?"


def test_names_of_more_than_200_letters_have_no_nearest_one() -> None:
    longest = "k" * 200
    assert nearest(longest, [longest]) == f" Did you mean {longest!r}?"
    assert nearest(longest, [f"{longest}k"]) == nearest(f"{longest}k", [longest]) == ""
    assert nearest(longest, [f"{longest}k", longest[1:]]) == f" Did you mean {longest[1:]!r}?"


def test_the_nearest_choice_does_not_depend_on_their_order() -> None:
    assert nearest("ab", ["ac", "ad", "bb"]) == nearest("ab", ["bb", "ad", "ac"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("no", "'no'"),
        ("a\nb", "'a\\nb'"),
        ("\u202eevil", "'\\u202eevil'"),
        ("\ud800", "'\\ud800'"),
        ("x" * 80, f"'{'x' * 80}'"),
        ("x" * 81, f"'{'x' * 79}…'"),
    ],
)
def test_a_message_shows_a_value_on_one_line_of_limited_length(value: str, expected: str) -> None:
    assert expected == shown(value)


def test_a_place_is_file_and_line() -> None:
    assert Problem("x.yaml", 12, "time", "…").place == "x.yaml:12"


def test_a_place_has_its_column_where_it_is_known() -> None:
    assert Problem("x.yaml", 12, "time", "…", 3).place == "x.yaml:12:3"


def test_the_place_of_a_whole_file_has_no_line() -> None:
    assert Problem("x.yaml", 0, "empty", "…").place == "x.yaml"


def test_problems_sort_by_file_then_line() -> None:
    problems = [Problem("b.yaml", 1, "a", ""), Problem("a.yaml", 10, "a", ""), Problem("a.yaml", 9, "z", "")]
    assert [problem.place for problem in sorted(problems)] == ["a.yaml:9", "a.yaml:10", "b.yaml:1"]


def test_an_invalid_value_carries_its_subtype() -> None:
    error = InvalidValueError("time", "no time")
    assert (error.subtype, str(error)) == ("time", "no time")


@pytest.mark.parametrize("subtype", sorted(PROBLEM_SUBTYPES))
def test_every_subtype_has_a_sentence_that_says_what_it_means(subtype: str) -> None:
    assert PROBLEM_SUBTYPES[subtype].endswith(".")

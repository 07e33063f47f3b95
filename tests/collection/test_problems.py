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

"""Fragments of recorded words: they are found as whole words, and returned as the record writes them."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.collection.text.fragments import find_fragment

WORDS = "We don’t know “why” it\u00a0is so,\n nor how."


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ("We don't know", "We don’t know"),
        ('know "why" it is', "know “why” it\u00a0is"),
        ("  so,   nor ", "so, nor"),
        ("how", "how"),
        ("how.", "how."),
        ("don", "don"),
        ("'t", "’t"),
    ],
)
def test_a_fragment_is_returned_as_it_stands_in_the_words(fragment: str, found: str) -> None:
    assert find_fragment(fragment, WORDS) == found.replace("\u00a0", " ")


@pytest.mark.parametrize("fragment", ["", "  ", "kno", "now", "e don't", "so nor", "WE", "how. And", "\0", "it\0is"])
def test_what_is_no_part_in_whole_words_is_not_found(fragment: str) -> None:
    assert find_fragment(fragment, WORDS) is None


def test_a_word_that_was_cut_before_is_found_where_it_is_whole() -> None:
    assert find_fragment("a b", "ca b a bd a b.") == "a b"


@pytest.mark.parametrize(
    ("fragment", "text"), [("知道", "我们不知道。"), ("GPT", "用GPT模型"), ("模型", "用GPT模型"), ("_a", "b_a")]
)
def test_scripts_without_spaces_have_no_words_to_respect(fragment: str, text: str) -> None:
    assert find_fragment(fragment, text) == fragment


def test_of_two_places_the_first_one_counts() -> None:
    assert find_fragment("it's", "it’s so, and it's not") == "it’s"

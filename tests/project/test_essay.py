"""The numbers in the essay are counted here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

ROOT = Path(__file__).parents[2]
POST = "When LLM experts say ‘We don't know how’"
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@pytest.fixture(scope="module")
def essay():
    return " ".join((ROOT / "docs/index.md").read_text("utf-8").split())


@pytest.fixture(scope="module")
def library():
    return load_library(take_snapshot(ROOT / "quotes"))


@pytest.fixture(scope="module")
def of_the_post(library):
    return [found for found in library.quotations.values() if found.via and found.via.title == POST]


def test_questions_of_the_post_are_as_many_as_the_essay_says(essay, library, of_the_post):
    keys = {quotation.unknown for quotation in of_the_post}
    words = Counter(library.unknowns[key].question.split()[0].lower() for key in keys)
    assert (
        f"its {NUMBERS[len(of_the_post)]} quotations come down to {NUMBERS[len(keys)]} questions: "
        f"{NUMBERS[words['why']]} begin with “why”, {NUMBERS[words['how']]} with “how” and {NUMBERS[words['what']]} with “what”"
    ) in essay
    assert words.total() == words["why"] + words["how"] + words["what"]


def test_quotations_whose_words_are_known_are_as_many_as_the_essay_says(essay, of_the_post):
    known = [found for found in of_the_post if found.reported]
    assert f"Of the {NUMBERS[len(of_the_post)]} we know {NUMBERS[len(known)]} as they were said" in essay
    assert all(found.reported != found.text for found in known)
    marks = [found for found in known if same_words(found.reported, found.text)]
    assert f"In {NUMBERS[len(marks)]} only a mark differs, in {NUMBERS[len(known) - len(marks)]} the words do" in essay


def same_words(reported: str, words: str) -> bool:
    """Whether *words* contain *reported*, except for punctuation."""
    plain = ["".join(filter(str.isalnum, word)) for word in words.casefold().split()]
    said = ["".join(filter(str.isalnum, word)) for word in reported.casefold().split()]
    return any(plain[start : start + len(said)] == said for start in range(len(plain)))


def test_talks_of_the_post_are_as_many_as_the_essay_lists(essay, of_the_post):
    listed = essay.split(":source: ")[1].split(" ```")[0].split("; ")
    assert set(listed) == {found.source for found in of_the_post} - {"lex-fridman-405-jeff-bezos"}
    assert f"These are its {NUMBERS[len(listed)]} talks" in essay
    reported_only = {found.source for found in of_the_post if not found.reported}
    assert f"{NUMBERS[len(reported_only)].capitalize()} of the {NUMBERS[len(listed)]} we have only as the post" in essay


def test_first_card_is_of_an_expert_and_the_other_side_has_one(essay):
    cards = [part.split(" ")[0] for part in essay.split("```{unknown-quote} ")[1:]]
    assert cards[0] == "mu-dark-arcane-art"
    assert "guest-known-mechanism" in cards


def test_mask_is_explained_before_it_is_shown(essay):
    assert essay.index("The face is what we meet") < essay.index("```{image}")

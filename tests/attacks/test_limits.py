"""Everything that exceeds a limit of the guide gives a message."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.transcripts.limits import LONGEST_STRETCH, LONGEST_WORD, READING_LIMITS
from sphinx_unknown_quotes.check.transcripts.reading import read_transcript
from sphinx_unknown_quotes.collection.limits import LONGEST_VALUE, LONGEST_WORDS, RECORD_LIMITS
from sphinx_unknown_quotes.collection.parsing.validation import QUOTATION_VALUES, SOURCE_VALUES
from sphinx_unknown_quotes.collection.problems import InvalidValueError

WORD = "kettle "


@pytest.mark.parametrize("key", ["text", "translation", "reported"])
def test_words_have_a_limit(key: str) -> None:
    check = QUOTATION_VALUES[key]
    assert check("a" * LONGEST_WORDS)
    with pytest.raises(InvalidValueError, match=r"has 100,001 characters, but at most 100,000 are allowed\."):
        check("a" * (LONGEST_WORDS + 1))


@pytest.mark.parametrize("key", ["title", "container", "publisher", "url", "archive", "doi", "transcript"])
def test_every_other_value_has_a_limit(key: str) -> None:
    begin = {"url": "https://h/", "archive": "https://h/", "doi": "10.1234/"}.get(key, "")
    check = SOURCE_VALUES[key]
    assert check(begin + "a" * (LONGEST_VALUE - len(begin)))
    with pytest.raises(InvalidValueError, match="are allowed"):
        check(begin + "a" * LONGEST_VALUE + "a" * (not begin))


def test_a_word_of_a_transcript_that_is_too_long_is_left_out_with_a_message() -> None:
    spoken = read_spoken(f"The {'a' * (LONGEST_WORD + 1)} sings.".encode(), "t.txt")
    assert spoken.joined == " the sings "
    assert [fault.message for fault in spoken.faults] == ["a word has more than 100,000 characters; it is left out."]


def test_a_word_at_the_limit_is_read() -> None:
    spoken = read_spoken(f"The {'a' * LONGEST_WORD} sings.".encode(), "t.txt")
    assert (len(spoken), spoken.faults) == (3, [])


def test_a_paragraph_beyond_the_limit_ends_there_with_a_message() -> None:
    text = WORD * (LONGEST_STRETCH // len(WORD) + 2)
    found = read_transcript(text.encode(), "t.txt")
    assert len(found.segments[0].text) == LONGEST_STRETCH
    assert ["its rest is left out" in fault.message for fault in found.faults] == [True]


@pytest.mark.parametrize("limits", [RECORD_LIMITS, READING_LIMITS])
def test_every_limit_has_a_sentence_for_the_guide(limits: dict[str, str]) -> None:
    assert all(text.endswith(".") and any(letter.isdigit() for letter in text) for text in limits.values())


def test_what_looks_like_a_declaration_breaks_no_reader_of_pages() -> None:
    """Python before 3.13 raises an AssertionError for it."""
    page = "<p><time>0:01</time> Tea <![x y]> time.</p>"
    assert read_spoken(page.encode(), "t.html").joined.split()[0] == "tea"

"""The marks in a reported wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.site.cards.wording import compared


@pytest.mark.parametrize(
    ("words", "reported", "shown"),
    [
        ("No one's really sure why this works exactly either.", "no one is really sure why this works either", "no [one is] really sure why this works ^either"),
        ("We don't.", "We don't", "We don't"),
        ("“We” don’t know", "we don't know", "we don't know"),
        ("So this is a total dark arcane art", "total, dark arcane art", "total, dark arcane art"),
        ("Nothing in common", "Quite other words here", "Quite other words here"),
        ("a b c d", "a x c d", "a [x] c d"),
    ],
)  # fmt: skip
def test_what_differs_is_marked_and_what_is_left_out_inside_is_shown(words, reported, shown):
    found = ""
    for piece in compared(reported, words):
        text = piece.text.rstrip()
        space = piece.text[len(text) :]
        found += ("^" if piece.omitted else "") + (f"[{text}]" if piece.differs else text) + space
    assert found == shown


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_pieces_are_the_wording(words, reported):
    assert "".join(piece.text for piece in compared(reported, words)).strip() == reported.strip()

"""Every escape by its letters; tests/check/test_output.py has what is printed where."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.collection.text.visible import visible, visible_json

UNSEEN = "\x1b\x7f\ud800\udfff\u2028\U000e0041é"
ESCAPES = r"\u001b\u007f\ufffd\ufffd\u2028\udb40\udc41é"


def test_json_has_escapes_that_every_reader_knows() -> None:
    assert visible_json({"a": [UNSEEN]}) == f'{{\n  "a": [\n    "{ESCAPES}"\n  ]\n}}'


@pytest.mark.parametrize(("indent", "shown"), [(None, f'{{"a": "{ESCAPES}"}}'), (1, f'{{\n "a": "{ESCAPES}"\n}}')])
def test_json_is_indented_as_asked_for(indent: int | None, shown: str) -> None:
    assert visible_json({"a": UNSEEN}, indent) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\0\x1f", r"\x00\x1f"),
        ("\x7f\x9f", r"\x7f\x9f"),
        ("\u061c\ufffb", r"\u061c\ufffb"),
        ("\U000e007f", r"\U000e007f"),
    ],
)
def test_an_escape_is_as_long_as_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", [" ~", "\xa0Ā", "\u2027\u202f", "\u2065\u206a", "\U000e0080\U000e0100"])
def test_what_is_seen_or_spaces_words_stays(text: str) -> None:
    assert visible(text) == text

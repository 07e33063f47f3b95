"""The tables of the guide that are made from code."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def tables():
    """The module, as the configuration of the site imports it."""
    folder = str(Path(__file__).parents[2] / "docs/_ext")
    sys.path.insert(0, folder)
    yield importlib.import_module("reference_tables")
    sys.path.remove(folder)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Check it with --update.", ["--update"]),
        ("The folder given after --; ``pdf`` or `epub` before it.", ["--", "pdf", "epub"]),
        ("The folder ($XDG_CACHE_HOME/unknown-quotes).", ["$XDG_CACHE_HOME/unknown-quotes"]),
        ("A mark - before a key, a well-known one, and -- behind a-- word.", ["--"]),
        ("Default: `''`.", ["''"]),
    ],
)
def test_code_in_a_meaning_is_shown_as_code(tables, text, code):
    parts = tables.inline(text)
    assert [part.astext() for part in parts if part.tagname == "literal"] == code
    assert "".join(part.astext() for part in parts) == text.replace("`", "")


def test_choices_of_an_option_stand_in_its_meaning(tables):
    rows = dict(tables.command_rows("import"))
    assert rows["--type"].endswith(
        " One of: lecture, talk, interview, podcast, video, paper, book, article, report, testimony, post, code."
    )
    assert max(map(len, rows)) < 20


def test_names_have_room_in_print(tables):
    assert tables.widths(["id", "unknown_quotes_general_index"])["spec"] == r"\X{41}{100}\X{59}{100}"
    assert tables.widths(["id"])["spec"] == r"\X{6}{100}\X{94}{100}"


def test_only_these_tables_have_names_that_nobody_types(tables):
    assert set(tables.PLAIN) < set(tables.TABLES)

"""The labels for readers."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.site.labels import date_label, direction, on_one_line, quote_marks, shortened


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("en", "“”"),
        ("de", "„“"),
        ("de-CH", "«»"),
        ("ja", "「」"),
        ("zh", "“”"),
        ("zh-Hant", "「」"),
        ("zh-TW", "「」"),
        ("xx", "“”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(lang, marks):
    assert "".join(quote_marks(lang)) == marks


@pytest.mark.parametrize(
    ("lang", "way"), [("en", "ltr"), ("he", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("ja", "ltr")]
)
def test_direction_is_that_of_the_script(lang, way):
    assert direction(lang) == way


@pytest.mark.parametrize(
    ("date", "language", "label"),
    [
        ("2023", "en", "2023"), ("2023-02", "en", "February 2023"), ("2023-02-07", "de", "7. Februar 2023"), ("2023~", "en", "about 2023"),
        ("2023?", "en", "2023 (uncertain)"), ("2004-06/2006-08", "en", "June 2004–August 2006"), ("0000-01-01", "en", "0000-01-01"),
        ("2023-02-07", "xx_nowhere", "2023-02-07"),
    ],
)  # fmt: skip
def test_dates_are_written_as_readers_of_the_language_do(date, language, label):
    assert date_label(date, language) == label


@pytest.mark.parametrize(
    ("text", "short"),
    [("short", "short"), ("two\n lines", "two lines"), ("a word too many", "a word too…"), ("x" * 30, "x" * 11 + "…")],
)
def test_long_words_are_cut_at_a_space(text, short):
    assert shortened(text, 12) == short


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("at 25:25", "at\u00a025:25"),
        ("section 4, p. 12", "section\u00a04,\u00a0p.\u00a012"),
        ("a section with a name of its own", None),
    ],
)
def test_place_stays_on_a_line_unless_it_is_long(place, shown):
    assert on_one_line(place) == (shown or place)

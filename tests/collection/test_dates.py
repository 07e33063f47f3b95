from __future__ import annotations

import contextlib
import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.problems import InvalidValueError
from sphinx_unknown_quotes.collection.text.dates import Date, parse_date, year_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023", Date(2023)),
        ("0000", Date(0)),
        ("2023-02", Date(2023, 2)),
        ("2023-02-07", Date(2023, 2, 7)),
        ("2024-02-29", Date(2024, 2, 29)),
        ("2000-02-29", Date(2000, 2, 29)),
        ("0000-02-29", Date(0, 2, 29)),
        ("9999-12-31", Date(9999, 12, 31)),
        ("2023~", Date(2023, approximate=True)),
        ("2023?", Date(2023, uncertain=True)),
        ("2023%", Date(2023, approximate=True, uncertain=True)),
        ("2023-02~", Date(2023, 2, approximate=True)),
        ("2023-02-07?", Date(2023, 2, 7, uncertain=True)),
        ("2023-02-07T10:00:00Z", Date(2023, 2, 7)),
        ("2023-02-07T23:59:59", Date(2023, 2, 7)),
        ("2023-02-07T10:00:00+05:30", Date(2023, 2, 7)),
    ],
)
def test_reads_every_form_of_a_date(text: str, expected: Date) -> None:
    assert (expected,) == parse_date(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2023-02-30", "month 2 of 2023 has no day 30"),
        ("2023-02-29", "month 2 of 2023 has no day 29"),
        ("1900-02-29", "month 2 of 1900 has no day 29"),
        ("2023-04-31", "month 4 of 2023 has no day 31"),
        ("2023-01-00", "month 1 of 2023 has no day 0"),
        ("2024-13-01", "there is no month 13"),
        ("2024-13", "there is no month 13"),
        ("2023-00", "there is no month 0"),
    ],
)
def test_refuses_what_no_calendar_has(text: str, why: str) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(why)) as caught:
        parse_date(text)
    assert caught.value.subtype == "date"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "23", "202", "20233", "2023-2", "2023-2-7", "2023/02/07", "7.2.2023", "Feb 2023", "2023-02-07 ", " 2023", "2023\n",
        "~2023", "2023~?", "2023-02~-07", "-2023", "y20233", "2023-21-01", "20XX", "2023/..", "../2023", "/2023", "2023/", "no", "~",
        "null", "1e3", "0x10", "２０２３", "٢٠٢٣", "2023-02T10:00:00Z", "2023T10:00:00Z", "2023-02-07T24:00:01", "2023-02-07T10:60:00",
        "2023-02-07T99:99:99Z", "2023-02-07T10:00", "2023-02-07T10:00:00Z\n", "2023-02-07T10:00:00~",
    ],
)  # fmt: skip
def test_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_date(text)
    assert caught.value.subtype == "date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004/2006", (Date(2004), Date(2006))),
        ("2004-06/2006-08", (Date(2004, 6), Date(2006, 8))),
        ("2004-06-01/2004-06-02", (Date(2004, 6, 1), Date(2004, 6, 2))),
        ("2004/2004", (Date(2004), Date(2004))),
        ("2023-05/2023", (Date(2023, 5), Date(2023))),
        ("2023/2023-05", (Date(2023), Date(2023, 5))),
        ("2023~/2024?", (Date(2023, approximate=True), Date(2024, uncertain=True))),
    ],
)
def test_reads_an_interval(text: str, expected: tuple[Date, Date]) -> None:
    assert expected == parse_date(text)


@pytest.mark.parametrize("text", ["2006/2004", "2004-06/2004-05", "2004-06-02/2004-06-01", "2024-01/2023"])
def test_an_interval_does_not_end_before_it_begins(text: str) -> None:
    with pytest.raises(InvalidValueError, match="it ends before it begins"):
        parse_date(text)


def test_an_interval_has_two_ends() -> None:
    with pytest.raises(InvalidValueError, match="an interval has two ends"):
        parse_date("2001/2002/2003")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(2023), "2023"),
        (Date(23, 2), "0023-02"),
        (Date(2023, 2, 7, approximate=True, uncertain=True), "2023-02-07"),
    ],
)
def test_iso_has_no_marks(date: Date, expected: str) -> None:
    assert expected == date.iso


@pytest.mark.parametrize(
    ("text", "expected"), [("2023-02-07", "2023"), ("2023~", "2023"), ("2004/2006", "2004"), ("", ""), (None, "")]
)
def test_year_is_the_one_in_which_a_date_begins(text: str | None, expected: str) -> None:
    assert expected == year_of(text)


@given(st.dates())
def test_every_day_survives_a_round_trip(day: datetime.date) -> None:
    (date,) = parse_date(day.isoformat())
    assert day.isoformat() == date.iso


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_accepts_a_day_just_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
        expected = True
    except ValueError:
        expected = False
    try:
        parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        actual = True
    except InvalidValueError:
        actual = False
    assert expected == actual


@given(st.text(max_size=25) | st.from_regex(r"[0-9T:Z/~?%+-]{1,25}", fullmatch=True))
def test_any_text_is_a_date_or_an_invalid_value(text: str) -> None:
    with contextlib.suppress(InvalidValueError):
        assert len(parse_date(text)) in (1, 2)


def test_what_is_no_date_is_told_how_one_is_written() -> None:
    with pytest.raises(InvalidValueError) as raised:
        parse_date("soon")
    assert str(raised.value) == (
        "'soon' is not a date. Write it as 2023, 2023-02, 2023-02-07, 2023~ (about) or 2023? (uncertain)."
    )

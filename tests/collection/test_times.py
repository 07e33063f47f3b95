from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.problems import InvalidValueError
from sphinx_unknown_quotes.collection.text.times import Span, format_span, format_time, parse_span, parse_time

from .samples import no_hang

HOUR, MINUTE, SECOND = 3_600_000, 60_000, 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("0:00", 0),
        ("1525", 1525 * SECOND),
        ("1525.5", 1_525_500),
        ("25:25", 1525 * SECOND),
        ("00:34", 34 * SECOND),
        ("12:34", 754 * SECOND),
        ("1:02:03", 3723 * SECOND),
        ("01:02:03", 3723 * SECOND),
        ("1:13:47", HOUR + 13 * MINUTE + 47 * SECOND),
        ("1:13:47.5", HOUR + 13 * MINUTE + 47 * SECOND + 500),
        ("1:13:47.001", HOUR + 13 * MINUTE + 47 * SECOND + 1),
        ("90:00", 90 * MINUTE),
        ("100:00:00", 100 * HOUR),
        ("25m25s", 1525 * SECOND),
        ("1h2m3s", 3723 * SECOND),
        ("1h3s", HOUR + 3 * SECOND),
        ("1h", HOUR),
        ("90m", 90 * MINUTE),
        ("90s", 90 * SECOND),
        ("1525s", 1525 * SECOND),
        ("2.5s", 2500),
    ],
)
def test_reads_every_form_of_a_time(text: str, expected: int) -> None:
    assert expected == parse_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "12.40", "5.05", "100.59",
        "", " ", "x", "noon", "-5", "+5", "1e3", "0x10", "1_000", "1,5", "0.0005", "1:2", "1:60", "1:60:00", "1:00:60", "1:100:00",
        "1:2:3:4", ":30", "30:", "1::2", "1h90m", "25m75s", "m", "h", "s", "5x", "1.5h", "1s2m", "no", "~", "null", "1234567",
        "１:００", "١:٣٠", "1:00\n", " 1:00", "1:00\0", "25.25:00", "2023-02-07",
    ],
)  # fmt: skip
def test_refuses_what_is_no_time(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_time(text)
    assert caught.value.subtype == "time"


def test_a_refused_time_is_told_how_to_write_one() -> None:
    with pytest.raises(InvalidValueError, match=r"'noon' is not a time\. Write it as 1:13:47, 25:25, 1525 \(seconds\)"):
        parse_time("noon")


def test_a_sixtieth_second_is_told_the_rule() -> None:
    with pytest.raises(InvalidValueError, match="after a larger unit, minutes and seconds are at most 59"):
        parse_time("1:60")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1:00", Span(MINUTE)),
        (" 1:00 ", Span(MINUTE)),
        ("1:00-2:00", Span(MINUTE, 2 * MINUTE)),
        ("1:00 - 2:00", Span(MINUTE, 2 * MINUTE)),
        ("1:00–2:00", Span(MINUTE, 2 * MINUTE)),
        ("1:00—2:00", Span(MINUTE, 2 * MINUTE)),
        ("1:00 to 2:00", Span(MINUTE, 2 * MINUTE)),
        ("60-2m", Span(MINUTE, 2 * MINUTE)),
        ("0-0.001", Span(0, 1)),
    ],
)
def test_reads_a_moment_or_a_stretch(text: str, expected: Span) -> None:
    assert expected == parse_span(text)


@pytest.mark.parametrize("text", ["2:00-1:00", "1:00-1:00"])
def test_a_stretch_ends_after_it_begins(text: str) -> None:
    with pytest.raises(InvalidValueError, match="ends before it begins"):
        parse_span(text)


@pytest.mark.parametrize("text", ["", "-", "1:00-", "-1:00", "1:00-2:00-3:00", "1:00to2:00", "1:00 2:00", "1:00-x"])
def test_refuses_half_a_stretch(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_span(text)
    assert caught.value.subtype == "time"


def test_a_run_of_spaces_costs_no_more_than_its_length() -> None:
    """With ``\\s*`` before the dash, the time of the pattern was quadratic: 24 seconds for 20,000 spaces."""
    with no_hang(), pytest.raises(InvalidValueError):
        parse_span("1" + " " * 1_000_000 + "2")


def test_a_refused_time_is_named_by_its_beginning() -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_span("x" * 1_000_000)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("milliseconds", "expected"),
    [(0, "0:00"), (14_000, "0:14"), (14_999, "0:14"), (1_525_000, "25:25"), (4_427_000, "1:13:47"), (HOUR, "1:00:00")],
)
def test_writes_a_time_as_players_show_it(milliseconds: int, expected: str) -> None:
    assert expected == format_time(milliseconds)


def test_writes_a_stretch_with_an_en_dash() -> None:
    assert format_span(Span(MINUTE, 2 * MINUTE)) == "1:00–2:00"


def test_writes_a_moment_as_its_start() -> None:
    assert format_span(Span(MINUTE)) == "1:00"


@given(st.integers(0, 999 * 3600))
def test_whole_seconds_survive_a_round_trip(seconds: int) -> None:
    assert seconds * SECOND == parse_time(format_time(seconds * SECOND))


@given(st.integers(0, 99_999), st.integers(1, 99_999))
def test_a_stretch_survives_a_round_trip(start: int, length: int) -> None:
    span = Span(start * SECOND, (start + length) * SECOND)
    assert span == parse_span(format_span(span))


@given(st.text(max_size=20) | st.from_regex(r"[0-9:hms. to–-]{1,12}", fullmatch=True))
def test_any_text_is_a_span_or_an_invalid_value(text: str) -> None:
    with contextlib.suppress(InvalidValueError):
        span = parse_span(text)
        assert span.start >= 0
        assert span.end is None or span.end > span.start


@pytest.mark.parametrize(
    ("text", "right"),
    [("12.40", "12:40 or 12.40s"), ("12:75", "13:15"), ("1:60:00", "2:00:00"), ("1:99:99", "2:40:39")],
)
def test_what_may_be_meant_is_named(text, right):
    with pytest.raises(InvalidValueError, match=re.escape(right)):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "milliseconds"), [("12.4", 12_400), ("12.75", 12_750), ("12.400", 12_400), ("12.40s", 12_400)]
)
def test_what_cannot_be_a_clock_is_a_number_of_seconds(text, milliseconds):
    assert parse_time(text) == milliseconds

"""What each key may hold."""

from __future__ import annotations

import contextlib
import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from sphinx_unknown_quotes.collection.parsing.validation import (
    CORRECTION_VALUES,
    QUOTATION_VALUES,
    SOURCE_VALUES,
    UNKNOWN_VALUES,
    VIA_VALUES,
    misplaced,
    one_of,
    speaker_name,
)
from sphinx_unknown_quotes.collection.problems import InvalidValueError
from sphinx_unknown_quotes.collection.records import SOURCE_TYPES, STATUSES, Correction, Quotation, Source, Unknown, Via

ALL = {**QUOTATION_VALUES, **SOURCE_VALUES, **VIA_VALUES, **UNKNOWN_VALUES}


@pytest.mark.parametrize(
    ("record", "checks", "also"),
    [
        (Quotation, QUOTATION_VALUES, {"source", "path", "line", "via", "sort", "lang_assumed", "corrected"}),
        (Source, SOURCE_VALUES, {"key", "speakers"}),
        (Via, VIA_VALUES, set()),
        (Correction, CORRECTION_VALUES, set()),
        (Unknown, UNKNOWN_VALUES, {"key"}),
    ],
)
def test_every_key_of_a_record_is_checked(record: type, checks: dict[str, object], also: set[str]) -> None:
    assert {item.encode_name for item in structs.fields(record)} == {*checks, *also}


@pytest.mark.parametrize(
    "value",
    [
        "http://example.org",
        "https://example.org/",
        "HTTPS://EXAMPLE.ORG/",
        "https://müller.example/",
        "https://xn--mller-kva.example/",
        "https://例え.テスト/道?q=値#節",
        "http://[::1]/",
        "http://[::1]:8080/a",
        "http://[2001:db8::1]",
        "http://192.0.2.1/",
        "http://h:1/",
        "http://h:65535/",
        "http://h:/",
        "https://h/a%20b?c=d&e=%3Cf%3E#g",
        "https://h/it's",
        "https://h/(a)[b]{c}|d",
        "https://user@h/",
    ],
)
def test_takes_an_address(value: str) -> None:
    assert value == SOURCE_VALUES["url"](value)


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "example.org", "www.example.org/a", "//h/a", "/a", "a", "#a", "http:", "http:/", "http://", "https:///a", "http:h",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)", "vbscript:x",
        "data:text/html,x", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "ftp://h/", "mailto:a@h", "blob:https://h/a",
        "view-source:https://h/", "https://h/a b", " https://h/", "https://h/ ", "https://h/\n", "https://h/\t", "https://h/\u00a0",
        "https://h/\u2028", "https://h/\x00", "https://h/\x7f", "https://h/\ud800", 'https://h/"', "https://h/<a>", "https://h/`", "https://h\\a",
        "http://[::1", "http://::1]/", "http://[x]/", "http://[]/", "http://h:x/", "http://h:0/", "http://h:-1/", "http://h:65536/",
        "http://h:99999/", "http://h:٣/", "http://h:80:80/", "http://a\uff03b/", "http://h:8 0/", "no", "~", "null",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["url", "archive"])
def test_refuses_what_is_no_address(key: str, value: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        SOURCE_VALUES[key](value)
    assert caught.value.subtype == "url"


@pytest.mark.parametrize(
    "value",
    ["en", "de", "gsw", "de-CH", "zh-Hant", "zh-Hant-TW", "es-419", "zh-cmn-Hans-CN", "sl-rozaj", "de-1996", "de-CH-1901",
     "en-GB-oxendict", "no", "EN", "sr-Latn-RS"],
)  # fmt: skip
def test_takes_a_language(value: str) -> None:
    assert value == QUOTATION_VALUES["lang"](value)


@pytest.mark.parametrize(
    "value",
    ["", "e", "english", "en_GB", "en-", "-en", "en--GB", "en GB", "es-٤١٩", "ен", "en\n", "~", "123", '"><script>'],
)
def test_refuses_what_is_no_language(value: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        QUOTATION_VALUES["lang"](value)
    assert caught.value.subtype == "lang"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10.1234/abc", "10.1234/abc"),
        ("doi:10.1234/abc", "10.1234/abc"),
        ("DOI: 10.1234/abc", "10.1234/abc"),
        ("https://doi.org/10.1234/abc", "10.1234/abc"),
        ("http://dx.doi.org/10.1234/a/b(c)<d>", "10.1234/a/b(c)<d>"),
        ("10.123456789/ä", "10.123456789/ä"),
    ],
)
def test_takes_a_doi_in_every_form(value: str, expected: str) -> None:
    assert expected == SOURCE_VALUES["doi"](value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "10.1/a",
        "10.1234",
        "10.1234/",
        "11.1234/a",
        "10.1234/a b",
        "https://h/10.1234/a",
        "10.١٢٣٤/a",
        "10.1234/a\x01",
        "10.1234/\ud800",
    ],
)
def test_refuses_what_is_no_doi(value: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a DOI such as"):
        SOURCE_VALUES["doi"](value)


@pytest.mark.parametrize("value", ["a.md", "a b.vtt", "a..b.md", "Müller.srt", "transcript", "a~.md"])
def test_takes_the_name_of_a_transcript(value: str) -> None:
    assert value == SOURCE_VALUES["transcript"](value)


@pytest.mark.parametrize(
    "value",
    ["../../etc/passwd", "/etc/passwd", "a/b.md", "a\\b.md", "..\\b.md", "C:b.md", "C:\\b.md", ".", "..", ".hidden", "", " a.md", "a.md ",
     "a\nb", "a\tb", "a\0b", "a  b", "file:a", "\\\\host\\share"],
)  # fmt: skip
def test_refuses_a_path_to_a_transcript(value: str) -> None:
    """A source must not lead the check out of the owner's folder of transcripts."""
    with pytest.raises(InvalidValueError) as caught:
        SOURCE_VALUES["transcript"](value)
    assert caught.value.subtype == "value"


@pytest.mark.parametrize("value", ["a", "0", "a-b", "gpt-4-2023", "a" * 100])
def test_takes_an_id(value: str) -> None:
    assert value == QUOTATION_VALUES["id"](value)


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("A", "a"),
        ("a b", "a-b"),
        ("a_b", "a-b"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("a-", "a"),
        ("a.b", "a-b"),
        ("a\n", "a"),
        ("../a", "a"),
        ("GPT-4 (2023)", "gpt-4-2023"),
        ("a" * 101, "a" * 100),
        ("a" * 99 + " b", "a" * 99),
    ],
)
def test_a_wrong_id_is_told_the_nearest_right_one(value: str, suggestion: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        QUOTATION_VALUES["id"](value)
    assert caught.value.subtype == "id"
    assert str(caught.value).endswith(f"at most 100. Did you mean {suggestion!r}?")


@pytest.mark.parametrize("value", ["", "日本", "---", "١", "é"])
def test_an_id_with_nothing_to_keep_is_refused_without_a_suggestion(value: str) -> None:
    with pytest.raises(InvalidValueError, match=r"at most 100\.$"):
        QUOTATION_VALUES["id"](value)


@given(st.text(min_size=1, max_size=120))
def test_the_suggested_id_is_one(value: str) -> None:
    try:
        QUOTATION_VALUES["id"](value)
    except InvalidValueError as error:
        _, found, suggestion = str(error).partition(" Did you mean ")
        if found:
            suggested = suggestion.removesuffix("?").strip("'")
            assert suggested == QUOTATION_VALUES["id"](suggested)


@pytest.mark.parametrize(
    ("value", "expected"), [(" a ", "a"), ("a  b", "a b"), ("a\n\n b\tc", "a b c"), ("A\u00a0B", "A B")]
)
def test_a_name_is_on_one_line_with_single_spaces(value: str, expected: str) -> None:
    assert expected == QUOTATION_VALUES["role"](value)


@pytest.mark.parametrize("key", ["text", "translation", "reported"])
def test_words_keep_their_lines(key: str) -> None:
    assert QUOTATION_VALUES[key]("\n a  b\n\n c\td \n") == "a  b\n\n c\td"


@pytest.mark.parametrize(
    "value",
    [
        "</script>",
        "<b>&amp;</b>",
        "a\u2028b",
        "🙂",
        "שלום עולם",
        "مرحبا",
        "日本語",
        "a\u200fb",
        "\ufeffa",
        "{{x}}",
        "$(x)",
        "\\x",
    ],
)
def test_words_are_what_they_are(value: str) -> None:
    assert value == QUOTATION_VALUES["text"](value)


@pytest.mark.parametrize(
    "character", ["\0", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85x", "\x9f", "\ud800", "\ufffe", "\uffff"]
)
@pytest.mark.parametrize("key", ["text", "role", "title"])
def test_words_have_no_control_characters(key: str, character: str) -> None:
    """JSON, XML and terminals cannot hold them, or do things on them."""
    with pytest.raises(
        InvalidValueError, match=rf"has a control character \(U\+{ord(character[0]):04X}\) in it"
    ) as caught:
        ALL[key](f"a{character}b")
    assert caught.value.subtype == "value"


@pytest.mark.parametrize("key", ["text", "role", "speaker", "title", "question", "context", "translation", "page"])
@pytest.mark.parametrize("value", ["", " ", "\n", "\u00a0"])
def test_nothing_is_no_value(key: str, value: str) -> None:
    with pytest.raises(InvalidValueError, match=r"is empty\. Leave the key out if nothing is known"):
        ALL[key](value)


@pytest.mark.parametrize(("key", "allowed"), [("type", SOURCE_TYPES), ("status", STATUSES)])
def test_takes_each_of_the_allowed_values(key: str, allowed: tuple[str, ...]) -> None:
    assert list(allowed) == [ALL[key](value) for value in allowed]


def test_another_value_is_told_all_of_them_and_the_nearest() -> None:
    with pytest.raises(InvalidValueError) as caught:
        one_of(["talk", "paper"])("tlak")
    assert caught.value.subtype == "value"
    assert str(caught.value) == "'tlak' is not one of talk, paper. Did you mean 'talk'?"


def test_a_time_and_a_date_stay_as_they_were_written() -> None:
    assert (QUOTATION_VALUES["at"]("25m25s"), QUOTATION_VALUES["seen"]("2023~")) == ("25m25s", "2023~")


@given(st.sampled_from(sorted(ALL)), st.text(max_size=30))
@settings(max_examples=250)
def test_any_text_is_a_value_that_can_be_written_or_an_invalid_one(key: str, value: str) -> None:
    with contextlib.suppress(InvalidValueError):
        ALL[key](value).encode()


def test_every_check_says_what_it_refuses() -> None:
    """No check is a bare ``str``, which lets everything through."""
    assert all(inspect.isfunction(check) for check in ALL.values())


LONG = "a" * 5_000


@pytest.mark.parametrize(
    ("key", "value", "subtype", "message"),
    [
        ("text", "a" * 100_001, "value", "has 100,001 characters, but at most 100,000 are allowed."),
        ("role", f"{LONG}a", "value", "has 5,001 characters, but at most 5,000 are allowed."),
        ("url", f"https://h/{LONG[9:]}", "value", "has 5,001 characters, but at most 5,000 are allowed."),
        ("doi", f"10.1234/{LONG[7:]}", "value", "has 5,001 characters, but at most 5,000 are allowed."),
        ("text", " ", "value", "is empty. Leave the key out if nothing is known."),
        ("text", "a\x01", "value", "has a control character (U+0001) in it."),
        ("id", "A B", "id", "'A B' is not an id: an id has only a-z, 0-9 and single hyphens, at most 100. Did you mean 'a-b'?"),
        ("url", "h", "url", "'h' is not an absolute http or https address."),
        ("added", "2026", "date", "'2026' is not a day. Write it as 2026-11-25."),
        ("lang", "e", "lang", "'e' is not a BCP 47 language tag such as en, de-CH or zh-Hant."),
        ("doi", "h", "value", "'h' is not a DOI such as 10.1234/abc."),
        ("transcript", "a/b", "value",
         "'a/b' is not a file name. Give the name of a file in the transcripts folder, without a path."),
        ("type", "tlak", "value", f"'tlak' is not one of {', '.join(SOURCE_TYPES)}. Did you mean 'talk'?"),
    ],
)  # fmt: skip
def test_a_message_says_what_is_wrong_and_what_is_allowed(key: str, value: str, subtype: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ALL[key](value)
    assert (caught.value.subtype, str(caught.value)) == (subtype, message)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", f" {'a' * 100_000} "),
        ("role", f" {LONG} "),
        ("url", f"https://h/{LONG[10:]}"),
        ("doi", f"10.1234/{LONG[8:]}"),
        ("added", "2024-02-29"),
    ],
)
def test_takes_what_is_just_allowed(key: str, value: str) -> None:
    assert value.strip() == ALL[key](value)


@pytest.mark.parametrize(
    ("key", "value"), [("added", "2026-02-30"), ("added", "2026-11-25~"), ("seen", "x"), ("at", "x")]
)
def test_refuses_days_and_times_that_no_calendar_and_no_clock_has(key: str, value: str) -> None:
    with pytest.raises(InvalidValueError):
        ALL[key](value)


def test_the_suggestion_for_a_long_id_ends_with_a_letter() -> None:
    with pytest.raises(InvalidValueError, match=f"Did you mean '{'a' * 99}'"):
        QUOTATION_VALUES["id"](f"{'a' * 99} {'b' * 5_000}")


def test_several_speakers_in_one_name_are_told_to_be_a_list() -> None:
    with pytest.raises(InvalidValueError) as caught:
        speaker_name("Ann Bee; Cy Dee;; Ed")
    assert caught.value.subtype == "value"
    assert str(caught.value) == ("'Ann Bee; Cy Dee;; Ed' is one name. Write several as a list: [Ann Bee, Cy Dee, Ed].")
    assert speaker_name(" Ann  Bee;x") == "Ann Bee;x"


@pytest.mark.parametrize(
    ("kind", "keys", "found"),
    [
        (
            "paper",
            {"at", "page"},
            ("at", "is for recordings, and the source is of type paper. Give page: or section:."),
        ),
        ("talk", {"at", "page"}, ("page", "is for printed sources, and the source is of type talk. Give at:.")),
        ("paper", {"page", "section"}, None),
        ("talk", {"at", "section"}, None),
        ("other", {"at", "page"}, None),
    ],
)
def test_a_key_that_the_type_of_the_source_cannot_have_is_named(
    kind: str, keys: set[str], found: tuple[str, str] | None
) -> None:
    assert misplaced(kind, keys) == found

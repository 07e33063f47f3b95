"""Pages: all their names, and words on another page than the cited one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers import column, docx, paragraph, pdf

from sphinx_unknown_quotes.check.documents.apart import read_here
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import from_bytes, spoken_from, to_bytes
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge
from sphinx_unknown_quotes.check.verdicts.pages import page_notes, roman, roman_number, shown_page
from sphinx_unknown_quotes.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_unknown_quotes.check.speech.spoken import Spoken

#: Two pages of a preface and three that are numbered from 1, the first of which has the half of a sentence.
BOOK = pdf(
    column(["A preface stands here."]),
    column(["It goes on here."]),
    column(["We do not know why the kettle sings.", "Nobody has ever asked the"]),
    column(["cook of the house. The lid is old."]),
    column(["The spout is large."]),
    labels="0<</S/r>>2<</S/D>>",
)


def judged(quote: str, page: str | None, spoken: Spoken) -> tuple[str, tuple[str, ...]]:
    found = judge(Citation(parse_quotation(quote), None, (), "en", page=page), spoken)
    return found.verdict, found.notes


@pytest.fixture(scope="module")
def book() -> Spoken:
    return from_bytes(to_bytes(spoken_from(read_here(BOOK, "pdf"))))


@pytest.mark.parametrize("page", ["1", "3", "p. 1", "pp. 1-2", "1–2", "1f", "S. 3", "Seite 1", "1, 7", None])
def test_words_on_the_cited_page_pass_by_its_label_and_by_its_number_in_the_file(
    book: Spoken, page: str | None
) -> None:
    assert judged("We do not know why the kettle sings.", page, book) == ("verbatim", ())


@pytest.mark.parametrize("page", ["2", "ii", "4-5", "17", "A-3"])
def test_words_on_another_page_are_moved(book: Spoken, page: str) -> None:
    assert judged("We do not know why the kettle sings.", page, book) == ("moved", ("other-page",))


@pytest.mark.parametrize("page", ["i", "I", "1", "p. i"])
def test_roman_numbers(book: Spoken, page: str) -> None:
    assert judged("A preface stands here.", page, book) == ("verbatim", ())


@pytest.mark.parametrize("page", ["1", "2", "1-2", "3-4"])
def test_words_that_run_over_a_page_stand_on_both(book: Spoken, page: str) -> None:
    assert judged("Nobody has ever asked the cook of the house.", page, book) == ("verbatim", ())


def test_words_that_run_over_a_page_do_not_stand_on_the_next_one(book: Spoken) -> None:
    assert judged("Nobody has ever asked the cook of the house.", "5", book)[0] == "moved"


def test_of_two_places_the_one_on_the_cited_page_counts() -> None:
    spoken = spoken_from(read_here(pdf(column(["It sings."]), column(["Oh, it sings."])), "pdf"))
    assert judged("it sings", "2", spoken) == ("verbatim", ())


def test_near_words_on_another_page_are_moved(book: Spoken) -> None:
    verdict, notes = judged("We do not know why the cauldron sings.", "5", book)
    assert (verdict, notes) == ("moved", ("other-page",))


def numbered(first: int) -> bytes:
    words = ["The kettle sings.", "The lid is old.", "The spout is large.", "It boils."]
    return pdf(*([*column([text]), (f"{first + index}", 300, 30, 10)] for index, text in enumerate(words)))


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("532", ("verbatim", ())),
        ("531-33", ("verbatim", ())),
        ("2", ("verbatim", ())),
        ("533", ("moved", ("other-page",))),
    ],
)
def test_number_that_is_printed_on_the_page_may_be_cited(page: str, found: tuple[str, tuple[str, ...]]) -> None:
    assert judged("The lid is old.", page, spoken_from(read_here(numbered(531), "pdf"))) == found


def test_number_of_a_journal_that_the_file_does_not_show_cannot_be_compared() -> None:
    spoken = spoken_from(read_here(pdf(column(["The kettle sings."]), column(["Oh."])), "pdf"))
    assert judged("The kettle sings.", "531", spoken) == ("verbatim", ("unpaged",))
    assert judged("The kettle sings.", "2", spoken) == ("moved", ("other-page",))


def test_file_without_pages_cannot_be_compared() -> None:
    spoken = spoken_from(read_here(docx(paragraph("The kettle sings.")), "docx"))
    assert judged("The kettle sings.", "2", spoken) == ("verbatim", ("unpaged",))


@pytest.mark.parametrize("cited", ["A-3", "a-3", "3"])
def test_label_that_looks_like_a_range_is_one_page(cited: str) -> None:
    assert page_notes(cited, ["3 A-3"], ["1 A-1", "2 A-2", "3 A-3"]) == ()
    assert page_notes(cited, ["2 A-2"], ["1 A-1", "2 A-2", "3 A-3"]) == ("other-page",)


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 90, 444, 999, 1666, 2026])
def test_roman_number_both_ways(number: int) -> None:
    assert roman_number(roman(number)) == number


@pytest.mark.parametrize("text", ["", "iiii", "vx", "lid", "12"])
def test_what_is_no_roman_number(text: str) -> None:
    assert roman_number(text) == 0


@pytest.mark.parametrize(("names", "shown"), [("3", "3"), ("3 iii", "iii (page 3 of the file)")])
def test_page_as_a_person_reads_it(names: str, shown: str) -> None:
    assert shown_page(names) == shown


def test_find_names_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "book.pdf").write_bytes(BOOK)
    main(["find", "The spout is large", "--transcripts", str(tmp_path), "--no-cache"])
    assert capsys.readouterr().out == "book.pdf page 3 (page 5 of the file): verbatim: The spout is large\n"


def test_report_names_both_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("quotes", "transcripts"):
        (tmp_path / name).mkdir()
    (tmp_path / "transcripts" / "book.pdf").write_bytes(BOOK)
    (tmp_path / "quotes" / "book.yaml").write_text(
        "source:\n  title: Kettles\n  type: book\n  transcript: book.pdf\nquotes:\n"
        "  - id: spout\n    text: The spout is large.\n    page: ii\n"
    )
    for _ in range(2):
        # The second time from the cache.
        assert main(["check", str(tmp_path / "quotes"), "--transcripts", str(tmp_path / "transcripts")]) == 1
        assert "The words are on page 3 (page 5 of the file), not on page ii in book.pdf." in " ".join(
            capsys.readouterr().out.split()
        )


def test_words_on_two_pages_are_ambiguous_where_no_page_says_which() -> None:
    twice = spoken_from(
        read_here(
            pdf(
                column(["A tale begins.", "The lid is old."]),
                column(["So be it."]),
                column(["The lid is old.", "It ends."]),
            ),
            "pdf",
        )
    )
    found = [judged("The lid is old.", page, twice) for page in (None, "1", "3", "2")]
    assert found == [("verbatim", ("ambiguous",)), ("verbatim", ()), ("verbatim", ()), ("moved", ("other-page",))]

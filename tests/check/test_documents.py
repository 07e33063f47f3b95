"""Papers, books and saved pages: their words without the layout, and no hostile file to more than a fault."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import column, docx, paragraph, pdf

from sphinx_unknown_quotes.check.documents import apart, reading
from sphinx_unknown_quotes.check.documents.apart import read_apart, read_here
from sphinx_unknown_quotes.check.documents.lines import clean, raised_figures
from sphinx_unknown_quotes.check.files.folder import Folder
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import spoken_from
from sphinx_unknown_quotes.check.transcripts.reading import read_transcript
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge

if TYPE_CHECKING:
    from pathlib import Path

FILLING = [
    f"Filling line number {word} is here only so that the page has a body." for word in ["one", "two", "three", "four"]
]


def texts(data: bytes, kind: str = "pdf") -> list[str]:
    found = read_here(data, kind)
    assert found.faults == []
    return [segment.text for segment in found.segments]


def verdict(quote: str, data: bytes, kind: str = "pdf") -> str:
    return judge(Citation(parse_quotation(quote), None, (), "en"), spoken_from(read_here(data, kind))).verdict


# PDF


def test_word_cut_at_the_end_of_a_line_is_whole() -> None:
    assert texts(pdf(column(["The cauldron is ket-", "tle enough."]))) == ["The cauldron is kettle enough."]


def test_word_cut_at_the_end_of_a_page_is_whole() -> None:
    assert (
        verdict("The cauldron is kettle enough.", pdf(column(["The cauldron is ket-"]), column(["tle enough."])))
        == "verbatim"
    )


def test_word_cut_at_two_ends_of_lines_is_whole() -> None:
    assert texts(pdf(column(["It is ex-", "traor-", "dinary."]))) == ["It is extraordinary."]


def test_hyphen_that_a_font_does_not_name_is_one() -> None:
    assert (clean("ket\x02"), clean("well\ufffeknown")) == ("ket-", "well-known")


def test_hyphen_stays_where_the_document_has_the_word_with_one() -> None:
    lines = ["A well-tempered kettle is a well-", "tempered kettle."]
    assert texts(pdf(column(lines))) == ["A well-tempered kettle is a well-tempered kettle."]


@pytest.mark.parametrize("quote", ["The self-taught cook sings.", "The selftaught cook sings."])
def test_word_cut_at_its_hyphen_passes_in_both_forms(quote: str) -> None:
    assert verdict(quote, pdf(column(["The self-", "taught cook sings."]))) in ("verbatim", "normalised")


def test_number_behind_a_hyphen_keeps_it() -> None:
    assert texts(pdf(column(["We tried Kettle-", "4 and liked it."]))) == ["We tried Kettle-4 and liked it."]


def test_soft_hyphen_is_no_character() -> None:
    assert verdict("The kettle sings loudly.", pdf(column(["The ket\u00adtle sings loud\u00ad", "ly."]))) == "verbatim"


def test_dash_at_the_end_of_a_line_stays() -> None:
    assert texts(pdf(column(["It was made in 1998–", "2001 there."]))) == ["It was made in 1998–2001 there."]


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("Lemaˆıtre", "Lemaître"),
        ("R¨as¨anen", "Räsänen"),
        ("o↵er and di↵erent", "offer and different"),
        ("di\0cult", "difficult"),
    ],
)
def test_letters_that_a_font_gives_in_pieces_are_whole(given: str, whole: str) -> None:
    assert clean(given) == whole


def test_ligature_is_its_letters() -> None:
    transcript = read_here(pdf(column(["It is simple."])), "pdf")
    found = spoken_from(transcript._replace(segments=[transcript.segments[0]._replace(text="It is dif\ufb01cult.")]))
    assert judge(Citation(parse_quotation("It is difficult."), None, (), "en"), found).verdict == "verbatim"


def paper_with_heads() -> bytes:
    halves = [
        "We do not know why the kettle",
        "sings at all, and nobody else",
        "knows it either, as far as we",
        "have asked.",
    ]
    pages = [
        [("Journal of Kettles", 72, 760, 10), *column([*FILLING[:2], half], top=700), (f"{41 + index}", 300, 30, 10)]
        for index, half in enumerate(halves)
    ]
    return pdf(*pages)


def test_running_head_and_number_of_the_page_are_not_in_the_text() -> None:
    assert not any("Journal" in text or "42" in text for text in texts(paper_with_heads()))


def test_sentence_goes_on_behind_head_and_number_of_the_page() -> None:
    pages = [[("Journal of Kettles", 72, 760, 10), *column([half], top=700), (f"{41 + index}", 300, 30, 10)]
             for index, half in enumerate(["We do not know why the kettle", "sings at all, and nobody else", "knows it either."])]  # fmt: skip
    assert (
        verdict("We do not know why the kettle sings at all, and nobody else knows it either.", pdf(*pages))
        == "verbatim"
    )


def test_pages_that_are_all_the_same_are_read() -> None:
    assert texts(pdf(column(["It sings."]), column(["It sings."]))) == ["It sings.", "It sings."]


def test_number_that_does_not_count_pages_stays() -> None:
    pages = [[*column(["The kettle had so many lids:"], top=700), ("12", 72, 30, 10)] for _ in range(3)]
    assert sum("12" in text for text in texts(pdf(*pages))) == 3


def test_sentence_goes_on_behind_footnote_and_caption() -> None:
    first = [*column(["We do not know why"], top=700), ("1 Others do not know it either.", 72, 60, 8)]
    second = [("Figure 2: A kettle that sings.", 72, 740, 10), *column(["the kettle sings."], top=690)]
    data = pdf(column(FILLING), first, second)
    assert verdict("We do not know why the kettle sings.", data) == "verbatim"
    assert verdict("Others do not know it either.", data) == "verbatim"
    assert verdict("A kettle that sings.", data) == "verbatim"


def test_sentence_goes_on_behind_a_figure_with_words_in_it() -> None:
    figure = [("0 1 2 3", 200, 700, 10), ("lids of kettles", 180, 650, 10), ("Figure 3: Lids.", 150, 630, 9)]
    data = pdf(column(FILLING * 4), column(["We do not know why"]), [*figure, *column(["the kettle sings."], top=600)])
    assert verdict("We do not know why the kettle sings.", data) == "verbatim"


def test_formula_between_two_lines_stays_there() -> None:
    lines = [*column(FILLING * 4), ("We know that", 72, 400, 10), ("a = b", 250, 380, 10), ("holds.", 72, 360, 10)]
    assert verdict("We know that holds.", pdf(lines)) != "verbatim"


def test_line_of_the_text_that_begins_like_a_caption_stays() -> None:
    assert texts(pdf(column(["The results are given in", "Table 6. They are bad."]))) == [
        "The results are given in Table 6. They are bad."
    ]


def test_sentence_goes_on_in_the_next_column() -> None:
    left = column(["The kettle is old and nobody", "knows who made it or why it"], x=72, top=100)
    right = column(["sings when there is no water.", "It is a good kettle."], x=320, top=720)
    assert (
        verdict("nobody knows who made it or why it sings when there is no water.", pdf([*left, *right])) == "verbatim"
    )


def test_raised_figure_of_a_note_is_no_word() -> None:
    line = [("The kettle sings", 72, 700, 10), ("12", 150, 704, 6), (" and nobody knows why.", 160, 700, 10)]
    assert verdict("The kettle sings and nobody knows why.", pdf(line)) == "verbatim"


def test_exponent_stays() -> None:
    line = [("There are 10", 72, 700, 10), ("22", 150, 704, 6), (" kettles.", 160, 700, 10)]
    assert texts(pdf(line)) == ["There are 10^22 kettles."]
    assert verdict("There are 10 kettles.", pdf(line)) == "altered"


def test_exponent_of_a_function_stays() -> None:
    assert (raised_figures("It is sin", "2"), raised_figures("It is basin", "2")) == ("^2", "")


def test_lowered_figure_stays() -> None:
    line = [("It boils the NaCl", 72, 700, 10), ("2", 150, 697, 6), (" away.", 160, 700, 10)]
    assert verdict("It boils the NaCl away.", pdf(line)) == "altered"


def test_heading_is_a_sentence_of_its_own() -> None:
    assert texts(pdf([("The kettle", 72, 740, 14), *column(FILLING, top=700)]))[0] == "The kettle."


def test_large_first_letter_belongs_to_its_word() -> None:
    lines = [("W", 72, 700, 30), ("E know that it sings.", 100, 715, 10), *column(FILLING, top=600)]
    assert verdict("We know that it sings.", pdf(lines)) in ("verbatim", "normalised")


def test_pdf_without_text_says_so() -> None:
    assert "text recognition" in read_here(pdf(b"0 0 10 10 re f"), "pdf").faults[0].message


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(column(["The kettle sings."]))))
    writer.encrypt(user_password=password, owner_password="lid", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_password_is_a_fault() -> None:
    assert "needs a password" in read_here(encrypted("spout"), "pdf").faults[0].message


def test_protection_without_a_password_is_no_matter() -> None:
    assert texts(encrypted("")) == ["The kettle sings."]


def test_without_the_library_a_fault_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "library_version", lambda: "")
    assert (
        "pip install 'sphinx-unknown-quotes[documents]'"
        in read_transcript(pdf(column(["Words."])), "x.pdf").faults[0].message
    )


def test_paper_is_read_once_the_library_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.pdf").write_bytes(pdf(column(["The kettle sings."])))
    with monkeypatch.context() as without:
        without.setattr(reading, "library_version", lambda: "")
        assert len(Folder(tmp_path / "in", tmp_path / "cache").spoken("x.pdf")) == 0
    assert len(Folder(tmp_path / "in", tmp_path / "cache").spoken("x.pdf")) == 3


# DOCX


def test_paragraphs_of_docx() -> None:
    body = (
        paragraph("The kettle") + "<w:p><w:r><w:t>si</w:t></w:r><w:r><w:t>ngs</w:t><w:tab/><w:t>loud.</w:t></w:r></w:p>"
    )
    assert texts(docx(body), "docx") == ["The kettle.", "sings loud."]


def test_footnotes_of_docx_come_last() -> None:
    assert texts(docx(paragraph("It sings."), footnotes=paragraph("Does it?")), "docx") == ["It sings.", "Does it?"]


def test_docx_whose_parts_are_numbered() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("It sings.")))) as given, zipfile.ZipFile(out, "w") as renamed:
        renamed.writestr("word/document2.xml", given.read("word/document.xml"))
    assert texts(out.getvalue(), "docx") == ["It sings."]


@pytest.mark.parametrize(
    "struck",
    [
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>not </w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>",
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r>',
    ],
)
def test_struck_out_and_hidden_text_and_figures_of_notes_are_not_read(struck: str) -> None:
    body = f"<w:p><w:r><w:t>It does</w:t></w:r>{struck}<w:r><w:t> sing.</w:t></w:r></w:p>"
    assert texts(docx(body), "docx") == ["It does sing."]


def test_text_box_of_docx_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>Before.</w:t></w:r><w:r><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:r></w:p>"
    )
    assert sorted(texts(docx(body), "docx")) == ["Before.", "In the box."]


# HTML


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Kettles</title>{head}</head><body>{body}</body></html>".encode()


def test_only_the_main_text_of_a_page_is_read() -> None:
    body = (
        "<header>Kettle Times</header><nav><ul><li>Home</ul></nav><script>var kettle = 1;</script><style>p {}</style>"
        "<p>The kettle sings.</p><aside>Buy kettles!</aside><footer>Imprint</footer>"
    )
    assert texts(page(body), "html") == ["The kettle sings."]


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>", '<p style="color: red; display:none">', '<p style="visibility: hidden">', "<del>", "<template>"],
)
def test_hidden_elements_are_not_read(hidden: str) -> None:
    end = f"</{hidden[1:].split()[0].rstrip('>')}>"
    assert texts(page(f"<p>It does</p>{hidden}not{end}<p>sing.</p>"), "html") == ["It does.", "sing."]


def test_paragraph_that_nobody_closed_hides_no_other() -> None:
    assert texts(page("<p hidden>Not this.<p>But this."), "html") == ["But this."]


def test_inline_elements_part_no_word_and_blocks_do() -> None:
    body = "<h2>Kettles</h2><p>The ket<b>t</b>le &amp; its lid&nbsp;&mdash; <a href=x>old</a><br>and&#32;new.</p><ul><li>One<li>Two</ul>"
    assert texts(page(body), "html") == ["Kettles.", "The kettle & its lid — old and new.", "One.", "Two."]


def test_figures_of_notes_in_a_page_are_no_words() -> None:
    body = "<p>It sings<sup><a href=#n>12</a></sup> and hums<sup>[3]</sup> 10<sup>3</sup> times, the 2<sup>nd</sup> time.</p>"
    assert texts(page(body), "html") == ["It sings and hums 10^3 times, the 2nd time."]


def test_main_element_is_the_text_where_it_has_most_of_it() -> None:
    body = "<div>Menu</div><main><header><h1>Song</h1></header><p>The kettle sings a song of water.</p></main><div>More</div>"
    assert texts(page(body), "html") == ["Song.", "The kettle sings a song of water."]


def test_article_that_is_a_teaser_is_not_the_whole_text() -> None:
    body = "<article>See also.</article><p>The kettle sings a song of water and of fire.</p>"
    assert len(texts(page(body), "html")) == 2


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>Das Wässer kocht.".encode("cp1252"),
        '<html><meta charset="iso-8859-1"><p>Das Wässer kocht.'.encode("latin1"),
        "<html><p>Das Wässer kocht.".encode("utf-16"),
        "\ufeff<html><p>Das Wässer kocht.".encode(),
    ],
)
def test_page_in_any_encoding(data: bytes) -> None:
    assert texts(data, "html") == ["Das Wässer kocht."]


# Which file is what


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (pdf(column(["x"])), "x.txt", "pdf"),
        (b"", "x.PDF", "pdf"),
        (docx(paragraph("x")), "x", "docx"),
        (page("x"), "x.txt", "html"),
        (b"<p>x", "x.htm", "html"),
        (b"<cite>Ann:</cite> <time>0:01</time> <p>words</p>", "x.html", ""),
        (page("<cite>Ann:</cite> <time>0:01</time> <p>words</p>"), "x.html", ""),
        (page("<time>10:30</time> <p>one</p> <p>two</p> <p>three</p> <p>four</p>"), "x.html", "html"),
        (b"WEBVTT\n", "x.vtt", ""),
        (b"Text with <html> in it.", "x.md", ""),
    ],
)
def test_kind_of_document(data: bytes, name: str, kind: str) -> None:
    assert reading.kind_of(data, name) == kind


# Hostile files

_CYCLE = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</XObject<</X1 100 0 R>>>>/Length 7>>stream\n/X1 Do \nendstream"
_BOMB = zlib.compress(b" " * 200_000_000, 9)
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (pdf(column(["The kettle sings."]))[:400], "x.pdf"),
        (b"%PDF-1.7", "x.pdf"),
        (b"", "x.pdf"),
        (pdf(column(["x"])).replace(b"/Kids[10 0 R]", b"/Kids[ 2 0 R]"), "x.pdf"),
        (pdf(column(["x"])).replace(b"/MediaBox[0 0 612 792]", b"/MediaBox" + b"[" * 50_000), "x.pdf"),
        (pdf(b"", extra={11: b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(_BOMB), _BOMB)}), "x.pdf"),
        (docx(paragraph("x"))[:-40], "x.docx"),
        (docx(paragraph(" " * 70_000_000)), "x.docx"),
        (docx(paragraph("&b;"), _ENTITIES), "x.docx"),
        (docx("<w:p>" * 100_000), "x.docx"),
        (b"\xd0\xcf\x11\xe0 old", "x.docx"),
        (b"PK\x03\x04 nothing", "x.docx"),
        (b"<html>" + b"<div>" * 50_000, "x.html"),
    ],
    ids=["truncated", "head only", "empty", "page cycle", "deep", "pdf bomb", "cut zip", "zip bomb", "entities", "deep xml",
         "old doc", "no zip", "deep html"],
)  # fmt: skip
def test_hostile_file_is_a_fault(data: bytes, name: str) -> None:
    found = read_transcript(data, name)
    assert found.segments == []
    assert found.faults


PARTS = st.sampled_from(
    [b"%PDF-1.7\n", b"1 0 obj", b"<</Type/Page", b"/Kids[1 0 R]", b">>", b"stream\n", b"endobj", b"xref\n0 1\n", b"trailer", b"startxref\n0\n", b"%%EOF",
     b"PK\x03\x04", b"word/document.xml", b"<html>", b"<main>", b"</main>", b"<p hidden>", b"<sup>", b"12", b"</sup>", b"<!--", b"<![CDATA[", b"</", b"<nav", b"&#0;", b"tea "]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.lists(PARTS, max_size=20).map(b"".join)), st.sampled_from(["pdf", "docx", "html"]))  # fmt: skip
def test_no_reader_raises_whatever_the_bytes(data: bytes, kind: str) -> None:
    spoken = spoken_from(read_here(data, kind))
    assert spoken.words(0, len(spoken)) == spoken.joined.split()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(paragraph(" " * 70_000_000)), "larger than"),
        (docx(paragraph("&b;"), _ENTITIES), "entities"),
        (docx("").replace(b"document", b"somethin"), "not a DOCX"),
    ],
    ids=["bomb", "entities", "other zip"],
)
def test_fault_of_a_docx_says_what_is_wrong(data: bytes, why: str) -> None:
    assert why in read_here(data, "docx").faults[0].message


def test_elements_within_too_many_others_are_left_out_with_a_fault() -> None:
    found = read_here(b"<html>" + b"<div>" * 3_000 + b"Tea.", "html")
    assert "too deeply" in found.faults[0].message


def test_page_in_an_encoding_that_it_does_not_name_rightly() -> None:
    assert texts('<html><meta charset="nonsense"><p>Das Wässer.'.encode("cp1252"), "html") == ["Das Wässer."]


@pytest.mark.parametrize(
    ("element", "is_read"), [("dialog open", True), ("dialog", False), ("form", True), ("form role=search", False)]
)
def test_dialogs_and_forms(element: str, is_read: bool) -> None:
    assert (texts(page(f"<p>Tea.</p><{element}>Lid.</{element.split()[0]}>"), "html") == ["Tea.", "Lid."]) is is_read


def test_table_of_labels_that_is_broken_costs_the_labels_only() -> None:
    found = read_here(pdf(column(["The kettle sings."]), labels="0 7 (x) 9"), "pdf")
    assert (len(found.segments), found.pages) == (1, ("1",))


def test_version_of_a_library_that_is_not_there_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(_: str) -> str:
        raise reading.PackageNotFoundError

    monkeypatch.setattr(reading, "version", version)
    assert reading.library_version.__wrapped__() == ""


def test_pdf_that_needs_too_much_memory_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_unknown_quotes.check.documents.pdf.lines_of", lambda *_: bytes(1 << 62))
    assert "memory" in read_here(pdf(column(["x"])), "pdf").faults[0].message


def test_form_that_draws_itself_ends() -> None:
    data = pdf(b"BT /F1 10 Tf 72 700 Td (It sings.) Tj ET /X1 Do", extra={100: _CYCLE})
    assert [segment.text for segment in read_transcript(data, "x.pdf").segments] == ["It sings."]


def test_damaged_page_costs_that_page_only() -> None:
    data = pdf(
        column(["The kettle sings."]),
        b"",
        extra={13: b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(_BOMB), _BOMB)},
    )
    found = read_here(data, "pdf")
    assert [segment.text for segment in found.segments] == ["The kettle sings."]
    assert "page 2 cannot be read" in found.faults[0].message


def test_reader_that_takes_too_long_is_ended() -> None:
    assert "longer than 0.01 seconds" in read_apart(pdf(column(["x"])), "pdf", seconds=0.01).faults[0].message


def test_reader_that_breaks_down_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_MAIN", "import os; os._exit(3)")
    assert "crashed" in read_apart(b"", "pdf").faults[0].message


def test_reader_that_cannot_be_started_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.sys, "executable", "/nowhere/python")
    assert "no process" in read_apart(b"", "pdf").faults[0].message


def test_reader_that_needs_too_much_memory_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_unknown_quotes.check.documents.docx.read_docx", lambda _: bytes(1 << 62))
    assert "memory" in read_here(docx(paragraph("x")), "docx").faults[0].message

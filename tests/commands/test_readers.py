"""Readers of exports: which entries are highlights, and what is known of their sources. The files follow the tools'
own documentation and sources."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.commands.import_ import READERS
from sphinx_unknown_quotes.commands.importing.found import Export, ExportError, date_in, lines_of, names_in


def read(form: str, data: object) -> Export:
    """What is in an export, which is given as text, bytes, or what JSON says."""
    if not isinstance(data, (str, bytes)):
        data = json.dumps(data)
    return READERS[form](data if isinstance(data, bytes) else data.encode())


def given_of(export: Export) -> list[dict[str, str]]:
    """What was found, without what is empty."""
    return [{name: value for name, value in found.given.items() if value} for found in export.found]


ITEM = {
    "key": "ITEM0001",
    "version": 3,
    "data": {
        "key": "ITEM0001", "itemType": "journalArticle", "title": "On Kettles", "publicationTitle": "Tea Letters",
        "creators": [
            {"creatorType": "editor", "firstName": "Ed", "lastName": "Itor"},
            {"creatorType": "author", "firstName": "Ada", "lastName": "Lark"},
            {"creatorType": "author", "name": "The Tea Board"},
        ],
        "date": "2023-05-06", "url": "https://h/kettles", "DOI": "10.1234/abc", "language": "en-GB",
    },
}  # fmt: skip
ATTACHMENT = {"key": "PDF00001", "data": {"key": "PDF00001", "itemType": "attachment", "parentItem": "ITEM0001"}}


def annotation(text: str, **more: str) -> dict[str, object]:
    data = {"itemType": "annotation", "parentItem": "PDF00001", "annotationType": "highlight", "annotationText": text}
    return {"key": "ANN00001", "data": {**data, "annotationComment": "mine", **more}}


def test_zotero_has_highlights_of_its_api_with_their_item():
    second = annotation("Why.", annotationPageLabel="iv", annotationSortIndex="00003|000100|00200")
    export = read("zotero", [second, annotation("It sings.", annotationType="underline"), ATTACHMENT, ITEM])
    source = {
        "title": "On Kettles", "type": "paper", "container": "Tea Letters", "url": "https://h/kettles",
        "date": "2023-05-06", "doi": "10.1234/abc", "lang": "en-GB",
    }  # fmt: skip
    assert given_of(export) == [{"text": "Why.", "page": "iv", **source}, {"text": "It sings.", **source}]
    assert {found.speakers for found in export.found} == {("Ada Lark", "The Tea Board")}
    assert [found.order for found in export.found] == [(3, 100, 200), (0,)]


def test_zotero_has_highlights_of_better_bibtex_within_their_item():
    item = {
        "itemType": "presentation", "title": "Tea", "meetingName": "TeaConf", "language": "English", "date": "May 2021",
        "creators": [{"creatorType": "presenter", "firstName": "Bo", "lastName": "Ek"}],
        "attachments": [{"itemType": "attachment", "annotations": [annotation("It sings.")["data"]]}],
    }  # fmt: skip
    export = read("zotero", {"config": {"label": "BetterBibTeX JSON"}, "items": [item]})
    assert given_of(export) == [
        {"text": "It sings.", "title": "Tea", "type": "talk", "container": "TeaConf", "date": "2021"}
    ]
    assert export.found[0].speakers == ("Bo Ek",)


def test_zotero_passes_over_notes_and_names_highlights_without_item_or_words():
    note = annotation("", annotationType="note")
    export = read("zotero", [ITEM, note, annotation(""), annotation("Lost.")])
    assert export.passed == {"annotation of type note": 1}
    assert lines_of(export.left) == [
        "annotation 2: it has no words.",
        "annotation 3: the export does not have the item to which it belongs.",
    ]


def test_zotero_has_words_of_nobody_named():
    item = {
        "key": "ITEM0001",
        "data": {"itemType": "webpage", "title": "Tea", "creators": [{"creatorType": "cartographer"}]},
    }
    assert [found.speakers for found in read("zotero", [annotation("It sings."), ATTACHMENT, item]).found] == [()]


def test_zotero_comes_to_an_end_where_items_are_each_others():
    circle = [{"key": key, "data": {"itemType": "attachment", "parentItem": parent}} for key, parent in ("AB", "BA")]
    lost = annotation("Lost.", parentItem="A")
    assert len(read("zotero", [*circle, lost]).left) == 1


def marked(words: str | None, *more: dict[str, object], **fields: object) -> dict[str, object]:
    selectors = [
        *([{"type": "TextQuoteSelector", "exact": words, "prefix": "a", "suffix": "b"}] if words else []),
        *more,
    ]
    target = [{"source": "https://h/a", "selector": selectors}] if selectors else [{"source": "https://h/a"}]
    return {"uri": "https://h/a", "text": "mine", "tags": ["t"], "target": target, "document": {"title": ["A page"]}, **fields}  # fmt: skip


def hypothesis(*annotations: dict[str, object]) -> dict[str, object]:
    return {"export_date": "2026", "export_userid": "acct:a@b", "client_version": "1.2", "annotations": [*annotations]}


def test_hypothesis_has_what_is_marked_with_page_and_moment():
    page = {"type": "PageSelector", "index": 4, "label": "5"}
    moment = {"type": "MediaTimeSelector", "start": 62.5, "end": 70}
    place = {"type": "TextPositionSelector", "start": 9, "end": 20}
    export = read("hypothesis", hypothesis(
        marked("It sings.", page, place), marked("Why.", moment, uri="https://www.youtube.com/watch?v=DGfCRXuNA2w"),
    ))  # fmt: skip
    assert given_of(export) == [
        {"text": "It sings.", "title": "A page", "url": "https://h/a", "page": "5"},
        {
            "text": "Why.", "title": "A page", "url": "https://www.youtube.com/watch?v=DGfCRXuNA2w", "type": "video",
            "at": "1:02",
        },
    ]  # fmt: skip
    assert export.found[0].order == (4, 9, 0)


def test_hypothesis_takes_another_address_of_a_file_of_the_reader():
    link = {"title": ["T"], "link": [{"href": "urn:x-pdf:1"}, {"href": "https://h/b.pdf"}]}
    export = read("hypothesis", hypothesis(marked("It sings.", uri="file:///home/me/b.pdf", document=link)))
    assert export.found[0].given["url"] == "https://h/b.pdf"


def test_hypothesis_has_words_without_an_address():
    found = read("hypothesis", hypothesis(marked("It sings.", uri="file:///b.pdf", document={"title": "Tea"}))).found
    assert [(each.given["url"], each.given["title"]) for each in found] == [("", "Tea")]


def test_hypothesis_passes_over_replies_and_notes_of_pages():
    shape = {"type": "ShapeSelector"}
    export = read("hypothesis", hypothesis(marked(None), marked(None, references=["x"]), marked(None, shape)))
    assert export.passed == {"page note": 1, "reply": 1}
    assert lines_of(export.left) == ["annotation 3: it has no words, since it does not mark text."]


READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\r\n"
    '"It sings, ""why""?\nNobody knows.",On Kettles,"Ada Lark, Bo Ek (Author), Cy Dee (Illustrator)",B0,mine,,,location,12,2020,\r\n'
    "A page.,On Tea,Eve Fox,,,,,page,7,2020,\r\n"
    "A post.,On Spouts,tea.example.org,,,,,order,2,2020,\r\n"
    ",On Tea,Eve Fox,,a note,,,,,,\r\n"
)


def test_readwise_has_rows_with_their_place_and_authors():
    export = read("readwise", "\ufeff" + READWISE)
    assert given_of(export) == [
        {"text": 'It sings, "why"?\nNobody knows.', "title": "On Kettles", "type": "book", "section": "location 12"},
        {"text": "A page.", "title": "On Tea", "type": "book", "page": "7"},
        {"text": "A post.", "title": "On Spouts", "publisher": "tea.example.org"},
    ]
    assert [found.speakers for found in export.found] == [("Ada Lark", "Bo Ek"), ("Eve Fox",), ()]
    assert lines_of(export.left) == ["row 5: it has no words."]


def clipping(title: str, header: str, words: str = "It sings.") -> str:
    return f"{title}\r\n- {header}\r\n\r\n{words}\r\n==========\r\n"


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Your Highlight on page 12 | Location 180-182 | Added on Monday, 4 March 2024 08:00:00", {"page": "12"}),
        ("Your Highlight at location 1856-1857 | Added on Friday", {"section": "location 1856-1857"}),
        ("Your Highlight on page 118-118", {"page": "118"}),
        ("Your Underline on page xii-xiii | Location 12-14 | Added on x", {"page": "xii-xiii"}),
        ("Highlight Loc. 1856-57 | Added on x", {"section": "location 1856-1857"}),
        ("Ihre Markierung bei Position 1138-1138 | Hinzugefügt am Samstag, 3. Juli 2021", {"section": "location 1138"}),
        ("Ihre Markierung auf Seite 42 | Position 1234-1236 | Hinzugefügt am x", {"page": "42"}),
        ("Votre surlignement sur la page 14 | emplacement 122-123 | Ajouté le x", {"page": "14"}),
        ("La subrayado en la página 79 | posición 1293-1295 | Añadido el x", {"page": "79"}),
        ("Tu subrayado en la posición 1181-1181 | Añadido el x", {"section": "location 1181"}),
        ("La tua evidenziazione alla pagina 6 | posizione 36-40 | Aggiunto x", {"page": "6"}),
        ("Seu destaque na posição 5-9 | Adicionado: x", {"section": "location 5-9"}),
        ("Uw markering op locatie 5-9 | Toegevoegd op x", {"section": "location 5-9"}),
        ("Ваш выделенный отрывок на странице 7 | позиция 90–91 | Добавлено x", {"page": "7"}),
        ("您在位置 #2800-2801的标注 | 添加于 2014年8月4日", {"section": "location 2800-2801"}),
        ("您在第 2 页（位置 #37-#38）的标注 | 添加于 x", {"page": "2"}),
        ("位置No. 123-124のハイライト |作成日: x", {"section": "location 123-124"}),
        ("Something else at location 5-9 | x", {"section": "location 5-9"}),
    ],
)
def test_kindle_tells_highlights_and_places_in_each_language(header, place):
    export = read("kindle", "\ufeff" + clipping("On Kettles (Lark, Ada)", header))
    assert given_of(export) == [{"text": "It sings.", "title": "On Kettles", "type": "book", **place}]
    assert export.found[0].speakers == ("Ada Lark",)


@pytest.mark.parametrize(
    ("line", "title", "speakers"),
    [
        ("Kettles (Tea Books) (Ada Lark;Bo Ek)", "Kettles (Tea Books)", ("Ada Lark", "Bo Ek")),
        ("Kettles (Inconnu(e))", "Kettles", ()),
        ("Kettles (Spanish Edition)", "Kettles (Spanish Edition)", ()),
        ("Kettles", "Kettles", ()),
        ("(Kettles)", "(Kettles)", ()),
        ("\ufeffKettles: a (new) tea (Fox, Eve; Gil Hay)", "Kettles: a (new) tea", ("Eve Fox", "Gil Hay")),
    ],
)
def test_kindle_has_authors_in_the_last_parentheses(line, title, speakers):
    found = read("kindle", clipping(line, "Your Highlight at location 1-2")).found[0]
    assert (found.given["title"], found.speakers) == (title, speakers)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Your Bookmark on page iii | Location 12 | x", "bookmark"),
        ("Your Note on page 22 | Location 90 | x", "note"),
        ("Ihre Notiz bei Position 9 | x", "note"),
        ("Votre signet Emplacement 5527 | x", "bookmark"),
        ("您在位置 #2801 的笔记 | x", "note"),
    ],
)
def test_kindle_passes_over_bookmarks_and_notes(header, kind):
    export = read("kindle", clipping("Kettles", header))
    assert (export.found, export.passed, export.left) == ([], {kind: 1}, [])


def test_kindle_keeps_the_longest_form_of_a_highlight_that_grew():
    same, header = "Kettles (Ada Lark)", "Your Highlight at location {} | x"
    export = read("kindle", "".join([
        clipping(same, header.format("10-11"), "It sings."),
        clipping(same, header.format("10-12"), "It sings. Why?"),
        clipping(same, header.format("90-91"), "It sings."),
        clipping("Tea", header.format("10-11"), "It sings."),
    ]))  # fmt: skip
    assert [found.number for found in export.found] == [2, 3, 4]
    assert export.passed == {"shorter form of another highlight": 1}


def test_kindle_names_records_without_words_or_kind():
    export = read("kindle", "".join([
        clipping("Tea", "Your Highlight at location 1-2", "<You have reached the clipping limit for this item>"),
        clipping("Tea", "Qwerty 9 | x"),
        "Tea\nwithout a second line\n==========\n",
    ]))  # fmt: skip
    assert lines_of(export.left) == [
        "record 1: it has no words: a publisher can limit how much a Kindle copies.",
        "record 2: its kind is not known from '- Qwerty 9 | x'.",
        "record 3: its second line does not say what it is.",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("— Ada Lark, *On Kettles*, 2024, p. 12", {"title": "On Kettles", "date": "2024", "page": "12"}),
        ("-- Ada Lark, On Kettles", {"title": "On Kettles"}),
        ("— *On Kettles*, Ada Lark", {"title": "On Kettles"}),
        ("*— Ada Lark, in “On Kettles” (1999-02)*", {"title": "On Kettles", "date": "1999-02"}),
        ("– Ada Lark, [On Kettles](https://h/k) at 2:03", {"title": "On Kettles", "url": "https://h/k", "at": "2:03"}),
        ("— [Ada Lark](https://h/k)", {"url": "https://h/k"}),
        ("— Ada Lark, <https://h/k>", {"url": "https://h/k"}),
        ("— Ada Lark (https://h/k).", {"url": "https://h/k"}),
        ("— Ada Lark in *On Kettles*", {"title": "On Kettles"}),
        ("— Ada Lark *On Kettles*", {"title": "On Kettles"}),
    ],
)
@pytest.mark.parametrize("place", ["> {}\n", ">\n> {}\n", "\n{}\n"])
def test_markdown_has_block_quotes_with_the_line_that_says_whose_they_are(line, said, place):
    export = read("markdown", f"# Notes\n\n> It **sings**.\n> Why?\n{place.format(line)}")
    assert given_of(export) == [{"text": "It sings.\nWhy?", **said}]
    assert (export.found[0].speakers, export.found[0].place) == (("Ada Lark",), "line 3")


def test_markdown_passes_over_block_quotes_of_nobody_and_names_those_without_source():
    export = read(
        "markdown", "> Mine.\n\nText.\n\n> It sings.\n> — Ada Lark\n\n>\n> — Ada, *Tea*\n\n```\n> a\n> -- b, c\n```\n"
    )
    assert export.found == []
    assert export.passed == {"block quote without a line that says who wrote it": 2}
    assert lines_of(export.left) == [
        "line 5: it names no source. Write the source after the name: — Ada Lark, *Title*, 2024"
    ]


def test_a_block_quote_without_words_is_named():
    assert lines_of(read("markdown", "> &nbsp;\n> — Ada Lark, *Tea*\n").left) == [
        "line 1: the block quote has no words above the line that says who wrote it."
    ]


@pytest.mark.parametrize(
    ("words", "recorded"),
    [
        ("“It sings.”", "It sings."),
        ('*"It\n> sings."*', "It\nsings."),
        ("“It” sings “so”", "“It” sings “so”"),
        ("“", "“"),
    ],
)
def test_quotation_marks_around_a_block_quote_are_no_words(words, recorded):
    found = read("markdown", f"> {words}\n>\n> — Ada Lark, *Tea*\n").found
    assert [each.given["text"] for each in found] == [recorded]


QUOTEBACK = (
    '<blockquote class="quoteback" darkmode="" data-title="On%20Kettles%20%E2%80%94%20Tea" data-author="Ada%20Lark"'
    ' cite="https://h/kettles">\n<p>It <b>sings</b> &amp; hums.</p>\n\n<p>Why?</p>\n'
    '<footer>Ada Lark<cite> <a href="https://h/kettles">https://h/kettles</a></cite></footer>\n'
    '</blockquote><script note="" src="https://cdn.h/quoteback.js"></script>\n'
)


def test_markdown_has_quotebacks_with_what_their_attributes_say():
    export = read("markdown", f"Text.\n\n{QUOTEBACK}\n> It hums.\n> — Bo Ek, *Tea*\n")
    assert given_of(export) == [
        {"text": "It sings & hums.\n\nWhy?", "title": "On Kettles — Tea", "url": "https://h/kettles"},
        {"text": "It hums.", "title": "Tea"},
    ]
    assert [(found.speakers, found.number) for found in export.found] == [(("Ada Lark",), 3), (("Bo Ek",), 10)]


def test_other_block_quotes_in_html_and_quotebacks_without_an_end_are_none():
    assert (
        read("markdown", f"<blockquote class='note'>a</blockquote>\n{QUOTEBACK.partition('</blockquote>')[0]}").found
        == []
    )


def test_quotebacks_of_older_versions_have_plain_attributes_and_perhaps_no_author():
    older = QUOTEBACK.replace("On%20Kettles%20%E2%80%94%20Tea", "100% tea").replace("Ada%20Lark", "")
    found = read("markdown", older).found[0]
    assert (found.given["title"], found.speakers) == ("100% tea", ())


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("zotero", "{"), ("zotero", "1"), ("zotero", '{"a": 1}'), ("zotero", "[1]"), ("zotero", "[" * 100_000),
        ("hypothesis", "[[["), ("hypothesis", "{}"), ("hypothesis", '{"annotations": 1}'), ("hypothesis", b"\xff"),
        ("readwise", ""), ("readwise", "a,b\n1,2\n"), ("readwise", 'Highlight,Book Title\n"a'), ("kindle", "text\n"),
        ("kindle", b"\x80"), ("markdown", b"\x80"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_an_error_that_says_so(form, data):
    with pytest.raises(ExportError, match=r"\.$"):
        read(form, data)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8) | st.integers(-(2**62), 2**62),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["items", "annotations", "data", "key", "parentItem", "itemType", "annotationType", "annotationText", "target",
             "selector", "type", "exact", "uri", "document", "title", "link", "creators", "creatorType", "attachments", "start"]
        ),
        inner,
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(JSON)
def test_readers_of_json_read_any_json_or_say_that_it_is_no_export(content):
    for form in ("zotero", "hypothesis"):
        try:
            export = read(form, content)
        except ExportError:
            continue
        assert all(isinstance(value, str) for found in export.found for value in found.given.values())


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.sampled_from('>—-*[]()<>"=|#\n ,.:ab1é\x00\ufeff') | st.characters(exclude_categories=["Cs"]), max_size=120
    )
)
def test_readers_of_text_read_any_text_or_say_that_it_is_no_export(text):
    for form, frame in (
        ("kindle", "Tea (A)\n- Your Highlight {} | Location 1-2\n\n{}\n==========\n"), ("markdown", "> {}\n> — A, {}\n"),
        ("readwise", "Highlight,Book Title\n{},{}\n"),
    ):  # fmt: skip
        try:
            read(form, frame.replace("{}", text))
        except ExportError:
            continue


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("markdown", '<blockquote class="quoteback"' * 20_000),
        ("markdown", "> " * 500 + "a"),
        ("markdown", "> a\n> - " + "- p. 1, " * 50_000),
        ("kindle", clipping("Tea (" + " " * 200_000 + ")", "Your Highlight at location 1-2")),
        ("kindle", clipping("Tea (" * 50_000, "Your Highlight at location 1-2")),
        ("kindle", clipping("Tea", "Your Highlight 第" + "1" * 200_000)),
        ("kindle", "".join(clipping("Tea", "Your Highlight at location 1-2", f"It is {number}.") for number in range(4_000))),
        ("readwise", f'Highlight,Book Title,Book Author\na,b,"{"x, " * 40_000}"\n'),
    ],
)  # fmt: skip
def test_large_and_odd_texts_are_read_in_time_that_grows_with_their_size(form, text):
    """What takes the square of it would not come to an end."""
    read(form, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lark, Ada", ("Ada Lark",)),
        ("Ada Lark and Bo Ek", ("Ada Lark", "Bo Ek")),
        ("Ada Lark, Bo Ek, and Cy Dee", ("Ada Lark", "Bo Ek", "Cy Dee")),
        ("Ada Lark, Jr.", ("Ada Lark, Jr.",)),
        ("Ada Lark & Bo Ek; Ada Lark", ("Ada Lark", "Bo Ek")),
        ("Unknown", ()),
        ("", ()),
    ],
)
def test_names_are_told_apart(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "date"),
    [("2023-05-06", "2023-05-06"), ("2023-05", "2023-05"), ("05/2023", "2023"), ("6 May 2023", "2023"),
     ("2023-13-01", "2023"), ("2023/05/06", "2023"), ("in press", ""), ("12345", "")],
)  # fmt: skip
def test_dates_are_iso_or_a_year(text, date):
    assert date_in(text) == date

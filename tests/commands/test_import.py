"""``import``: a file a source, nothing twice, nothing else changed, and what could not be placed is named."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path

import pytest

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.collection.evidence import support_of
from sphinx_unknown_quotes.commands.import_ import READERS

from .conftest import LECTURE, loaded
from .test_readers import ATTACHMENT, ITEM, QUOTEBACK, READWISE, annotation, clipping, hypothesis, marked


@pytest.fixture
def imported(quotes, tmp_path, capsys):
    """Return a function that imports a text and returns the exit code and what is printed."""

    def run(form: str, text: str, *options: str) -> tuple[int, str]:
        (tmp_path / "export").write_text(text, "utf-8", newline="")
        code = main(["import", form, "export", *options])
        out, err = capsys.readouterr()
        return code, out + err

    return run


def files(quotes) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in quotes.iterdir()}


EXPORTS = {
    "zotero": json.dumps([annotation("It sings."), ATTACHMENT, ITEM]),
    "hypothesis": json.dumps(hypothesis(marked("It sings."), marked("Why."))),
    "readwise": READWISE.rpartition(",On Tea")[0],
    "kindle": clipping("On Kettles (Lark, Ada)", "Your Highlight on page 12 | Location 1-2 | x"),
    "markdown": f"{QUOTEBACK}\n\n> It hums.\n> — Bo Ek, *Tea*\n",
}


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_comes_in_whole_and_a_second_time_changes_nothing(quotes, imported, form):
    code, _ = imported(form, EXPORTS[form])
    before = files(quotes)
    assert (code, len(loaded(quotes).quotations) > 1) == (0, True)
    code, said = imported(form, EXPORTS[form])
    assert (code, files(quotes)) == (0, before)
    assert said.endswith("recorded already\nThere is nothing to record.\n")


def test_each_source_gets_a_file_with_its_highlights_in_order(quotes, imported):
    second = annotation("Why.", annotationPageLabel="4", annotationSortIndex="00003|000100|00200")
    first = annotation("It sings.", annotationPageLabel="2", annotationSortIndex="00001|000100|00200")
    code, said = imported("zotero", json.dumps([second, first, ATTACHMENT, ITEM]))
    assert (code, said) == (0, "quotes/tea-letters-on-kettles.yaml: new (paper): 2 quotations\n")
    assert (quotes / "tea-letters-on-kettles.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=source.schema.json\n"
        "source:\n"
        "  title: On Kettles\n"
        "  type: paper\n"
        "  container: Tea Letters\n"
        "  url: https://h/kettles\n"
        "  date: 2023-05-06\n"
        "  doi: 10.1234/abc\n"
        "quotes:\n"
        "  - id: lark-sings\n"
        "    text: It sings.\n"
        "    speaker: [Ada Lark, The Tea Board]\n"
        "    page: 2\n"
        "    lang: en-GB\n"
        "  - id: lark-why\n"
        "    text: Why.\n"
        "    speaker: [Ada Lark, The Tea Board]\n"
        "    page: 4\n"
        "    lang: en-GB\n"
    )
    assert (quotes / "source.schema.json").is_file()


def test_the_order_of_an_export_changes_nothing(quotes, imported):
    records = [
        clipping(f"{title} (Ada Lark)", f"Your Highlight at location {place}-{place}", f"It is {place}.")
        for title in ("Tea", "Kettles") for place in (9, 10, 200)
    ]  # fmt: skip
    results = []
    for ordered in (records, records[::-1]):
        imported("kindle", "".join(ordered))
        results.append(files(quotes))
        for name in results[-1].keys() - {"kettles.yaml", "unknowns.yaml"}:
            (quotes / name).unlink()
    assert results[0] == results[1]


def test_a_source_that_is_there_is_added_to_and_every_other_byte_stays(quotes, imported):
    text = LECTURE.replace("\n", "\r\n").removesuffix("\r\n") + "  # the end"
    (quotes / "kettles.yaml").write_bytes(text.encode())
    spoken = {"type": "MediaTimeSelector", "start": 60, "end": 64}
    address = "https://youtu.be/DGfCRXuNA2w?t=5"
    known = marked("we do not know — why the kettle sings", uri=address)
    export = hypothesis(marked("The spout is large.", spoken, uri=address), known, marked("It hums.", uri=address))
    code, said = imported("hypothesis", json.dumps(export))
    assert (code, said) == (0, "quotes/kettles.yaml: added to: 2 quotations\n1 recorded already\n")
    after = (quotes / "kettles.yaml").read_bytes()
    assert after.startswith(text.encode())
    assert b"\n" not in after.replace(b"\r\n", b"")
    found = {quotation.text: quotation.at for quotation in loaded(quotes).quotations.values()}
    assert found == {"We do not know why the kettle sings.": "0:01", "It hums.": "0:05", "The spout is large.": "1:00"}


def test_nothing_is_recorded_twice_of_one_export(quotes, imported):
    header = "Your Highlight at location 9-9 | x"
    same = clipping("Tea (Ada Lark)", header) + clipping("Tea (Ada Lark)", header, "It sings!")
    assert imported("kindle", same)[1] == "quotes/tea.yaml: new (book): 1 quotation\n1 twice in the export\n"


def test_words_that_are_almost_the_same_are_named(quotes, imported):
    header, words = "Your Highlight on page 9 | x", "The kettle sings when it is hot, and nobody knows {}."
    two = clipping("Tea", header, words.format("why that is")) + clipping("Tea", header, words.format("how that is"))
    code, said = imported("kindle", two)
    assert code == 0
    assert said.endswith(
        "\nKeep one of two that are almost the same, or say in one that both are meant (see:):\n"
        "  quotes/tea.yaml:9: kettle-sings-hot-nobody-2 has almost the words of kettle-sings-hot-nobody.\n"
    )


def test_two_books_of_one_title_have_their_own_files_and_keep_them(quotes, imported):
    header = "Your Highlight at location {} | x"
    two = clipping("Poems (Ada Lark)", header.format("1-2")) + clipping(
        "Poems (Bo Ek)", header.format("3-4"), "It hums."
    )
    imported("kindle", two)
    assert imported("kindle", two + clipping("Poems (Bo Ek)", header.format("5-6"), "Why?"))[0] == 0
    found = {quotation.text: quotation.source for quotation in loaded(quotes).quotations.values()}
    assert found["It sings."] != found["It hums."] == found["Why?"]


def test_words_stay_where_they_are_when_somebody_has_corrected_their_author(quotes, imported):
    text = clipping("Tea (Unknwon)", "Your Highlight at location 1-2 | x")
    imported("kindle", text)
    path = quotes / "tea.yaml"
    path.write_text(path.read_text("utf-8").replace("Unknwon", "Ada Lark"), "utf-8")
    before = files(quotes)
    assert imported("kindle", text)[0] == 0
    assert files(quotes) == before


def test_a_book_with_the_title_of_a_lecture_is_another_source(quotes, imported):
    imported("kindle", clipping("On Kettles (Ada Lark)", "Your Highlight on page 12 | x"))
    assert {source.type for source in loaded(quotes).sources.values()} == {"lecture", "book"}


def test_a_moment_makes_a_source_of_no_known_type_a_video(quotes, imported):
    imported("markdown", "> It hums.\n> — Bo Ek, *Tea*, 2:03\n\n> Why?\n> — Bo Ek, *Tea*\n\n> No.\n> — Bo Ek, *Cups*\n")
    library = loaded(quotes)
    assert {key: source.type for key, source in library.sources.items() if key != "kettles"} == {
        "tea": "video", "cups": "article",
    }  # fmt: skip


def test_a_page_of_what_is_no_print_is_left_out_and_named(quotes, imported):
    slides = {**ITEM, "data": {**ITEM["data"], "itemType": "presentation"}}
    code, said = imported("zotero", json.dumps([annotation("It sings.", annotationPageLabel="2"), ATTACHMENT, slides]))
    assert (code, len(loaded(quotes).quotations)) == (0, 2)
    assert "annotation 1: page: is for printed sources, and the source is of type talk." in said


def test_what_cannot_be_placed_is_named_at_the_end(quotes, imported):
    (quotes / "second.yaml").write_text(LECTURE.replace("lark-", "second-"), "utf-8")
    export = hypothesis(
        marked("It\x07 sings."),
        marked("It sings.", document={}),
        marked("It hums.", document={}),
        marked("Why.", uri="https://youtu.be/DGfCRXuNA2w"),
        marked("Yes.", uri="https://h/b", document={"title": ["A \x1b[31m page"]}),
        marked("No.", uri="https://h/c d"),
    )
    code, said = imported("hypothesis", json.dumps(export))
    assert code == 1
    assert said == (
        "quotes/a-page.yaml: new (article): 1 quotation\n"
        "\n"
        "Left out of what was recorded:\n"
        "  annotation 5: title: has a control character (U+001B) in it.\n"
        "  annotation 6: url: 'https://h/c d' is not an absolute http or https address.\n"
        "\n"
        "Could not be placed:\n"
        "  annotation 1: the words: has a control character (U+0007) in it.\n"
        "  annotation 2 and 1 more: its source has no title, which a new source needs.\n"
        "  annotation 4: several files have its source: kettles, second.\n"
        "  annotation 5: title: has a control character (U+001B) in it.\n"
    )


def test_a_file_that_cannot_be_added_to_stays_and_its_highlights_are_named(quotes, imported):
    (quotes / "kettles.yaml").write_text(LECTURE.partition("quotes:")[0] + "quotes: none yet\n", "utf-8")
    before = files(quotes)
    code, said = imported("hypothesis", json.dumps(hypothesis(marked("Why.", uri="https://youtu.be/DGfCRXuNA2w"))))
    assert (code, files(quotes)) == (1, before)
    assert "Could not be placed:\n  annotation 1: quotes/kettles.yaml: quotes: is not a list.\n" in said


def test_a_dry_run_shows_every_change_and_makes_none(quotes, imported):
    before = files(quotes)
    code, said = imported("markdown", EXPORTS["markdown"], "--dry-run")
    assert (code, files(quotes)) == (0, before)
    assert "--- /dev/null\n+++ quotes/on-kettles-tea.yaml\n" in said
    assert "\n+    text: It hums.\n" in said
    assert "quotes/tea.yaml: new (article): 1 quotation\n" in said


def test_the_type_of_new_sources_and_a_reporter_can_be_given(quotes, imported):
    reporter = ("--via-title", "My notes", "--via-url", "https://h/notes", "--via-date", "2024")
    imported("markdown", "> It hums.\n> — Bo Ek, *Tea*\n", "--type", "talk", *reporter)
    library = loaded(quotes)
    (quotation,) = [each for each in library.quotations.values() if each.source == "tea"]
    assert library.sources["tea"].type == "talk"
    assert support_of(quotation, library.sources["tea"], None).kind == "reported"


def test_what_is_imported_without_a_reporter_is_unchecked(quotes, imported):
    imported("kindle", EXPORTS["kindle"])
    library = loaded(quotes)
    kinds = {support_of(each, library.sources[each.source], None).kind for each in library.quotations.values()}
    assert kinds == {"unchecked"}


def test_a_wrong_reporter_is_refused_before_anything_is_read(quotes, imported):
    code, said = imported("markdown", "> It hums.\n> — Bo Ek, *Tea*\n", "--via-url", "https://h")
    assert (code, "--via-title: is missing" in said) == (2, True)


def test_a_collection_that_dates_its_quotations_gets_dated_ones(quotes, imported):
    (quotes / "kettles.yaml").write_text(LECTURE + "    added: 2026-01-02\n", "utf-8")
    imported("kindle", EXPORTS["kindle"])
    assert all(quotation.added for quotation in loaded(quotes).quotations.values())


@pytest.mark.parametrize(
    "words",
    ["source:\n  title: x", "{a: b}", "- x: *y", "'\"\\", "!!python/object:os.system", "a # b", "```{x}", "\u2028 \ufeff 😀 \u202e",
     "yes", "1.5", "null", "| a", "::error::x", "---\n...\n%YAML 1.2"],
)  # fmt: skip
def test_hostile_words_are_words(quotes, imported, words):
    code, said = imported("hypothesis", json.dumps(hypothesis(marked(words, document={"title": [f"T {words}"]}))))
    assert code == 0, said
    found = [quotation for quotation in loaded(quotes).quotations.values() if quotation.source != "kettles"]
    assert [quotation.text.split() for quotation in found] == [words.split()]
    assert "\n::error" not in said


def test_standard_input_is_read(quotes, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(EXPORTS["kindle"].encode())))
    assert main(["import", "kindle", "-"]) == 0
    assert loaded(quotes).sources["on-kettles"].type == "book"


@pytest.mark.parametrize(("form", "text"), [("zotero", "{"), ("readwise", "a,b\n"), ("kindle", "x")])
def test_what_is_no_export_is_said_and_changes_nothing(quotes, imported, form, text):
    before = files(quotes)
    code, said = imported(form, text)
    assert (code, files(quotes)) == (2, before)
    assert said.startswith("unknown-quotes: export: it")


def test_an_export_that_is_too_large_is_refused_before_it_is_read(quotes, capsys):
    with Path("export").open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)
    assert main(["import", "kindle", "export"]) == 2
    assert "export has more than 67108864 bytes. Export a part of it." in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said(quotes, capsys):
    assert main(["import", "kindle", "nowhere.txt"]) == 2
    assert "nowhere.txt: No such file" in capsys.readouterr().err


def test_the_guide_shows_what_comes_of_its_notes(quotes, capsys):
    page = (Path(__file__).parents[2] / "docs/guide/how-to/import.md").read_text("utf-8")
    shown = re.search(r"```markdown\n(.*?)```\n\n```sh\n(.*?)\n```\n\n```text\n(.*?)```", page, re.DOTALL)
    assert shown
    Path("notes.md").write_text(shown[1], "utf-8")
    main(shlex.split(shown[2])[1:])
    assert capsys.readouterr().out == shown[3]
    assert {f"| `{form}` |" for form in READERS} == set(re.findall(r"^\| `\w+` \|", page, re.MULTILINE))

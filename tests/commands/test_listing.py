"""``list``, ``show``, ``stats``, ``find`` and ``schema``: what a collection has."""

from __future__ import annotations

import json

import pytest
from click.shell_completion import get_completion_class

from sphinx_unknown_quotes.check.recorded import KINDS, find_recorded
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.program import program
from sphinx_unknown_quotes.publish.schemas import schema_json

from .conftest import LECTURE, loaded

SPOUT = "  - id: ek-spout\n    text: The spout is large, but it was made in 1998.\n    speaker: Bo Ek\n    at: 1:00\n    unknown: spouts\n"


@pytest.fixture
def two(quotes):
    (quotes / "kettles.yaml").write_text(LECTURE + SPOUT, "utf-8")
    return quotes


def test_list_has_a_line_for_each_quotation(two, capsys):
    assert main(["list"]) == 0
    assert capsys.readouterr().out == (
        "lark-kettle-sings: Ada Lark: We do not know why the kettle sings.\n"
        "ek-spout: Bo Ek: The spout is large, but it was made in 1998.\n"
    )


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--speaker", "Bo Ek"], ["ek-spout"]),
        (["--speaker", "Bo Ek", "--speaker", "Ada Lark"], ["lark-kettle-sings", "ek-spout"]),
        (["--unknown", "singing", "--speaker", "Bo Ek"], []),
        (["--sort", "-at"], ["ek-spout", "lark-kettle-sings"]),
        (["--sort", "id"], ["ek-spout", "lark-kettle-sings"]),
        (["--evidence", "unchecked"], ["lark-kettle-sings", "ek-spout"]),
    ],
)
def test_list_chooses_and_sorts(two, capsys, options, ids):
    assert main(["list", *options]) == (0 if ids else 1)
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == ids


def test_list_says_that_there_is_nothing(two, capsys):
    assert main(["list", "--speaker", "Bo Ek", "--unknown", "singing"]) == 1
    assert capsys.readouterr() == ("", "No quotation matches all filters.\n")


def test_list_names_the_value_nearest_to_one_that_no_quotation_has(two, capsys):
    assert main(["list", "--speaker", "Bo Eck"]) == 1
    assert capsys.readouterr() == ("", "--speaker: no quotation has 'Bo Eck'. Did you mean 'Bo Ek'?\n")
    main(["list", "--speaker", "lark"])
    assert capsys.readouterr().err == "--speaker: no quotation has 'lark'. These contain it: Ada Lark.\n"


def test_list_as_json_is_what_the_site_publishes(two, capsys):
    main(["list", "--speaker", "Bo Ek", "--format", "json"])
    entries = json.loads(capsys.readouterr().out)["quotes"]
    assert [(entry["id"], entry["start"], entry["source"]["title"]) for entry in entries] == [
        ("ek-spout", 60, "On kettles")
    ]


def test_list_cuts_long_words_and_names_a_source_that_nobody_speaks(two, capsys):
    (two / "tea.yaml").write_text(
        f"source: {{title: Tea, type: book}}\nquotes: [{{id: long, text: '{'word ' * 40}'}}]\n"
    )
    main(["list", "--source", "tea"])
    assert capsys.readouterr().out == f"long: Tea: {'word ' * 16}…\n"


def test_a_wrong_sort_key_is_named(two, capsys):
    assert main(["list", "--sort", "age"]) == 2
    assert "'age' is not one of date, speaker" in capsys.readouterr().err


def test_problems_of_the_collection_are_said(two, capsys):
    (two / "tea.yaml").write_text("- a list\n")
    main(["list"])
    assert "quotes/tea.yaml:1:1: a file of the collection is a mapping" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["list", "stats", "show x"])
def test_a_folder_that_is_not_there_is_said(command, quotes, capsys):
    assert main([*command.split(), "--quotes", "nowhere"]) == 2
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_show_has_the_record_its_place_the_moment_and_the_evidence(two, capsys):
    assert main(["show", "ek-spout"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "quotes/kettles.yaml:13:",
        "  id: ek-spout",
        "  text: The spout is large, but it was made in 1998.",
        "  speaker: Bo Ek",
        "  at: 1:00",
        "  unknown: spouts",
        "source:",
        "  title: On kettles",
        "  type: lecture",
        "  url: https://www.youtube.com/watch?v=DGfCRXuNA2w",
        "  transcript: kettles.vtt",
        "moment: https://www.youtube.com/watch?v=DGfCRXuNA2w&t=60s",
        "evidence: unchecked: Nobody has compared the words with the source yet.",
    ]


def test_show_has_corrections_and_former_ids(quotes, capsys):
    more = "    formerly: [old, older]\n    corrected:\n      - date: 2026-11-25\n        was: x\n        why: y\n"
    (quotes / "kettles.yaml").write_text(LECTURE + more, "utf-8")
    main(["show", "lark-kettle-sings"])
    out = capsys.readouterr().out
    assert "\n  corrected:\n    - date: 2026-11-25\n      was: x\n      why: y\n  formerly: [old, older]\n" in out


def test_show_has_no_moment_where_there_is_no_address(quotes, capsys):
    (quotes / "tea.yaml").write_text("source: {title: Tea, type: book}\nquotes: [{id: tea, text: It sings.}]\n")
    main(["show", "tea"])
    assert "moment:" not in capsys.readouterr().out


def test_show_says_what_the_last_check_found(two, capsys):
    main(["check", "--transcripts", "transcripts", "--update"])
    capsys.readouterr()
    main(["show", "ek-spout"])
    out = capsys.readouterr().out
    assert "evidence: found: " in out
    assert "last check: verbatim: " in out


def test_show_names_the_nearest_id(two, capsys):
    assert main(["show", "ek-spuot"]) == 1
    assert "Did you mean 'ek-spout'?" in capsys.readouterr().err


def test_show_names_the_ids_that_have_a_typed_word_in_them(two, capsys):
    main(["show", "kettle"])
    assert "These contain it: lark-kettle-sings." in capsys.readouterr().err
    main(["show", "coffee"])
    assert "“unknown-quotes list” shows all ids." in capsys.readouterr().err


def test_stats_counts(two, capsys):
    assert main(["stats"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 quotations, 2 speakers, 1 source.\n\nunknown:\n  1  singing\n  1  spouts\n")
    main(["stats", "--format", "json"])
    counted = json.loads(capsys.readouterr().out)
    assert counted["quotations"] == 2
    assert counted["by"]["year"] == {"none": 2}
    assert counted["by"]["type"] == {"lecture": 2}


def test_find_looks_into_the_collection_first(two, capsys):
    assert main(["find", "why the kettle sings", "--transcripts", "transcripts"]) == 0
    assert capsys.readouterr().out == (
        "quotes/kettles.yaml:8: within: lark-kettle-sings: Ada Lark: We do not know why the kettle sings.\n"
        "kettles.vtt 0:01: verbatim: Ada Lark: why the kettle sings\n"
    )


def test_find_needs_no_transcripts_where_there_is_a_collection(two, capsys):
    assert main(["find", "We do not know why the kettle sings"]) == 0
    assert ": recorded: lark-kettle-sings:" in capsys.readouterr().out
    assert main(["find", "penguins of the harbour"]) == 1
    err = capsys.readouterr().err
    assert "No quotation of the collection has these words." in err
    assert "No transcripts were searched" in err


def test_find_needs_no_collection(two, capsys):
    assert main(["find", "why the kettle sings", "--transcripts", "transcripts", "--quotes", "nowhere"]) == 0
    assert capsys.readouterr().out.startswith("kettles.vtt")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("we do not know: why the kettle sings", "recorded"),
        ("know why the kettle", "within"),
        ("As she said, we do not know why the kettle sings, or the pot.", "part"),
        ("We don't know why the kettle sings.", "near"),
        ("We do not know why the cauldron sings.", "near"),
        ("We do know why the kettle sings.", "altered"),
        ("penguins of the northern harbour sleep", ""),
        ("the kettle knows", ""),
        ("…", ""),
    ],
)
def test_words_are_known_by_how_a_quotation_has_them(two, words, kind):
    found = [item.kind for item in find_recorded(words, loaded(two))]
    assert found == ([kind] if kind else [])
    assert set(found) <= KINDS.keys()


def test_words_without_spaces_between_them_are_found(quotes):
    (quotes / "tea.yaml").write_text(
        "source: {title: 茶, type: book}\nquotes: [{id: tea, text: なぜ歌うのか分かりません。, lang: ja}]\n", "utf-8"
    )
    assert [item.kind for item in find_recorded("分かりません", loaded(quotes), "ja")] == ["within"]


@pytest.mark.parametrize("name", ["source", "unknowns"])
def test_schema_prints_the_schema(name, capsysbinary):
    assert main(["schema", name]) == 0
    assert capsysbinary.readouterr().out == schema_json(name)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["add", "--speaker", "a"], ["Ada Lark"]),
        (["add", "--unknown", "s"], ["singing", "spouts"]),
        (["add", "--type", "l"], ["lecture"]),
        (["add", "--source", ""], ["kettles"]),
        (["show", "ek"], ["ek-spout"]),
        (["list", "--evidence", "near"], ["near"]),
        (["list", "--quotes", "nowhere", "--speaker", ""], []),
    ],
)
def test_a_shell_completes_what_the_collection_has(two, words, found):
    kind = get_completion_class("bash")
    assert kind
    completer = kind(program, {}, "unknown-quotes", "_UNKNOWN_QUOTES_COMPLETE")
    assert [item.value for item in completer.get_completions(words[:-1], words[-1])] == found

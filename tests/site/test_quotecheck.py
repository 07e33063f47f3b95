"""The builder ``quotecheck``: recorded quotations and quotation marks of pages, its warnings and its files."""

from __future__ import annotations

import json
import sys

import pytest
from sphinx.errors import ExtensionError

from sphinx_unknown_quotes.cli import main

MISQUOTED = "Hewitt says “No one's really sure why this doesn't work exactly either.”"
TYPED = "Hewitt says “No one's really sure why this works exactly either.”"
FOLDER = 'unknown_quotes_transcripts = "transcripts"\n'
TRANSCRIPTS = f'exclude_patterns = ["_build", "transcripts"]\n{FOLDER}'
TALK = "Ada Bee [(0:12)](https://example.org/) The kettle does not sing in the old kitchen.\n"
INLINE = """```{unknown-quote}
:id: kettle
:speaker: Ada Bee
:source: A talk on kettles
:at: 0:12
:transcript: talk.md

The kettle does not sing in the old kitchen.
```
"""


def check(new_site, page, files=None, conf="", **options):
    site = new_site({"index.md": f"# Page\n\n{page}\n", **(files or {})}, conf)
    return site.build("quotecheck", **options)


def test_clean_site_has_no_warning_and_exits_with_0(new_site):
    site = check(new_site, "As {uq:text}`hewitt-why` says, “so-called” `“No one's really sure why this works”`.")
    assert site.app.statuscode == 0
    assert site.output("output.txt") == ""


def test_misquotation_warns_at_its_line_and_fails_the_build(new_site):
    site = check(new_site, f"Words.\n{MISQUOTED}", expect_warnings=True)
    (warning,) = site.warnings
    assert warning.startswith(
        "index.md:4: WARNING: “No one’s really sure why this doesn’t work exactly either.” is not what"
    )
    assert "hewitt-why (" in warning
    assert "quotes/lecture.yaml:9" in warning
    assert warning.endswith("[unknown_quotes.misquoted]")
    assert site.app.statuscode == 1
    assert "index.md:4:13: [misquoted] “No one" in site.output("output.txt")


def test_suppressed_warnings_fail_nothing(new_site):
    site = check(new_site, MISQUOTED, conf='suppress_warnings = ["unknown_quotes.misquoted"]\n')
    assert site.app.statuscode == 0


def test_typed_words_name_the_role_and_another_speaker_is_named(new_site):
    site = check(new_site, f"{TYPED}\n\n{TYPED.replace('Hewitt', 'Manning')}", expect_warnings=True)
    first, second = site.warnings
    assert "Write {uq:text}`hewitt-why` instead. [unknown_quotes.recorded]" in first
    assert second.startswith("index.md:5:")
    assert second.endswith("not of Manning. [unknown_quotes.speaker]")


def test_words_without_a_record_are_counted_and_listed_with_all(new_site):
    page = "He said “the cat sat on the large red mat”."
    quiet = check(new_site, page)
    assert json.loads(quiet.output("output.json").splitlines()[0])["status"] == "unchecked"
    site = check(new_site, page, conf='unknown_quotes_prose = "all"\n', expect_warnings=True)
    assert site.warnings[0].endswith("No record has “the cat sat on the large red mat”. [unknown_quotes.unrecorded]")
    assert site.app.statuscode == 0


@pytest.mark.parametrize(
    "page",
    [
        f"{{unquoted}}`{MISQUOTED}`",
        f"```{{unquoted}}\n{MISQUOTED}\n```",
        f":::{{div}} unquoted\n{MISQUOTED}\n:::",
        f"<!-- unquoted -->\n\n{MISQUOTED}",
        f"<!-- unquoted -->\n{MISQUOTED}",
        f"<div class=\"unquoted\">\n\n{MISQUOTED}\n\n</div>",
        f"<span class=\"unquoted\">{MISQUOTED}</span>",
    ],
)  # fmt: skip
def test_what_is_unquoted_is_not_checked(new_site, page):
    conf = 'myst_enable_extensions = ["colon_fence"]\nextensions = [*extensions, "sphinx_design"]\n'
    site = check(new_site, page.replace("{div}", "{container}"), conf=conf)
    assert site.output("output.txt") == ""


def test_unquoted_words_are_shown_as_they_are(build):
    site = build("A {unquoted}`kettle` and\n\n```{unquoted}\n**more** of it\n```")
    assert '<span class="unquoted">kettle</span>' in site.html("index")
    assert "<strong>more</strong>" in site.html("index")


def test_restructured_text_and_included_files_have_their_places(new_site):
    files = {
        "other.rst": f".. unquoted::\n\n   {MISQUOTED}\n\nOther\n=====\n\n:unquoted:`{MISQUOTED}`\n\n{MISQUOTED}\n",
        "part.txt": f"One line.\n\n{MISQUOTED}\n",
    }
    page = "```{toctree}\nother\n```\n\n```{include} part.txt\n```"
    conf = 'exclude_patterns = ["_build", "part.txt"]\n'
    site = check(new_site, page, files, conf, expect_warnings=True)
    assert sorted(warning.split(": ")[0] for warning in site.warnings) == ["other.rst:10", "part.txt:3"]


def test_block_quote_with_attribution_is_checked(new_site):
    page = "> No one's really sure why this works exactly either.\n>\n> — Chris Manning"
    site = check(new_site, page, expect_warnings=True)
    assert site.warnings[0].endswith("not of Chris Manning. [unknown_quotes.speaker]")


def test_quotation_of_a_page_is_checked_against_its_transcript(new_site):
    files = {"transcripts/talk.md": TALK}
    site = check(new_site, INLINE, files, TRANSCRIPTS)
    entries = [json.loads(line) for line in site.output("output.json").splitlines()]
    (entry,) = [entry for entry in entries if entry["id"] == "kettle"]
    assert (entry["status"], entry["lineno"]) == ("verbatim", 3)
    assert entry["filename"].endswith("index.md")
    wrong = check(new_site, INLINE.replace("does not sing", "does sing"), files, TRANSCRIPTS, expect_warnings=True)
    (warning,) = wrong.warnings
    assert warning.startswith("index.md:3: WARNING: kettle: ")
    assert warning.endswith("[unknown_quotes.check]")
    assert wrong.app.statuscode == 1


def test_near_words_warn_where_the_check_is_strict(new_site):
    files = {"transcripts/talk.md": TALK}
    page = INLINE.replace("old kitchen", "old cellar")
    assert "[near] kettle: " in check(new_site, page, files, TRANSCRIPTS).output("output.txt")
    strict = check(new_site, page, files, f'{TRANSCRIPTS}unknown_quotes_check = "strict"\n', expect_warnings=True)
    assert any("kettle: At most one word" in warning for warning in strict.warnings)


def test_update_writes_evidence_for_pages_that_the_command_keeps(new_site, monkeypatch):
    conf = f"{TRANSCRIPTS}unknown_quotes_update = True\n"
    site = check(new_site, INLINE, {"transcripts/talk.md": TALK}, conf)
    path = site.root / "quotes/evidence.json"
    evidence = json.loads(path.read_text())["quotes"]
    assert (evidence["kettle"]["verdict"], evidence["kettle"]["recorded_in"]) == ("verbatim", "index")
    monkeypatch.chdir(site.root)
    main(["check", "--transcripts", "transcripts", "--update", "--no-cache"])
    assert json.loads(path.read_text())["quotes"] == evidence
    # A card of the page shows it.
    assert "Words found in the transcript" in site.build().html("index")
    # The page goes, and so does its evidence.
    site.write({"index.md": "# Page\n"}).build("quotecheck")
    assert json.loads(path.read_text())["quotes"] == {}


def test_without_transcripts_evidence_is_asked(new_site):
    conf = f"{TRANSCRIPTS}unknown_quotes_update = True\n"
    site = check(new_site, INLINE, {"transcripts/talk.md": TALK}, conf)
    site.edit("conf.py", FOLDER, "").build("quotecheck")
    statuses = {
        entry["id"]: entry["status"]
        for entry in map(json.loads, site.output("output.json").splitlines())
        if entry["id"]
    }
    assert statuses["kettle"] == "verbatim"
    site.edit("index.md", "old kitchen", "new kitchen").build("quotecheck", expect_warnings=True)
    (warning,) = site.warnings
    assert "kettle: The words were not compared with talk.md. The quotation was edited since it was checked." in warning
    assert warning.endswith("[unknown_quotes.edited]")


def test_transcripts_that_are_not_there_are_named(new_site):
    site = check(new_site, "Words.", conf=TRANSCRIPTS, expect_warnings=True)
    assert "unknown_quotes_transcripts" in site.warnings[0]
    assert site.warnings[0].endswith("[unknown_quotes.config]")


def test_files_for_machines_have_findings_and_verdicts(new_site):
    site = check(new_site, MISQUOTED, expect_warnings=True)
    entries = [json.loads(line) for line in site.output("output.json").splitlines()]
    assert [entry["status"] for entry in entries] == ["unchecked"] * 4 + ["misquoted"]
    (run,) = json.loads(site.output("output.sarif"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["misquoted"]


def test_two_runs_are_the_same_bytes_and_parallel_too(new_site):
    pages = {f"p{number}.md": f"# P\n\n{MISQUOTED}\n" for number in range(6)}
    toctree = "```{toctree}\n:glob:\n\np*\n```"
    site = check(new_site, toctree, pages, expect_warnings=True)
    first = site.outputs()
    assert site.build("quotecheck", expect_warnings=True).outputs() == first
    other = site.build("quotecheck", expect_warnings=True, parallel=2, out="other", freshenv=True).outputs()
    texts = [files["output.txt"] for files in (first, other)]
    assert texts[0] == texts[1]


def test_annotations_of_a_workflow_are_printed_there(new_site, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    check(new_site, MISQUOTED, expect_warnings=True)
    assert "::error file=" in capsys.readouterr().out


def test_builder_says_what_is_not_installed(new_site, monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(ExtensionError, match=r"pip install 'sphinx-unknown-quotes\[check\]'"):
        check(new_site, "Words.")


def test_docstring_has_its_line_although_it_is_no_file(new_site):
    files = {"kettle.py": f'"""A kettle.\n\n{MISQUOTED}\n"""\n'}
    conf = 'import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parent))\nextensions = [*extensions, "sphinx.ext.autodoc"]\n'
    site = check(new_site, "```{eval-rst}\n.. automodule:: kettle\n```", files, conf, expect_warnings=True)
    (warning,) = site.warnings
    assert warning.startswith("kettle.py:docstring of kettle:3: WARNING: ")
    assert warning.endswith("[unknown_quotes.misquoted]")


def test_faults_of_transcripts_are_said(new_site):
    talk = (
        "WEBVTT\n\n00:12.000 --> 00:19.000\nThe kettle does not sing in the old kitchen.\n\n00:20.000 --> 00:xx\nNo.\n"
    )
    page = INLINE.replace("talk.md", "talk.vtt").replace(":speaker: Ada Bee\n", "")
    site = check(new_site, page, {"transcripts/talk.vtt": talk}, TRANSCRIPTS)
    assert "talk.vtt:6: " in site.app.status.getvalue()


def test_evidence_that_cannot_be_written_is_a_warning(new_site):
    conf = f"{TRANSCRIPTS}unknown_quotes_update = True\n"
    site = new_site({"index.md": f"# Page\n\n{INLINE}\n", "transcripts/talk.md": TALK, "other.txt": "words"}, conf)
    (site.root / "quotes/evidence.json").symlink_to(site.root / "other.txt")
    site.build("quotecheck", expect_warnings=True)
    assert any(warning.endswith("[unknown_quotes.output]") for warning in site.warnings)
    assert (site.root / "other.txt").read_text() == "words"

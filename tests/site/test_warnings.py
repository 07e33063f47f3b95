"""One mistake gives one message, and a second build repeats the problems of the collection."""

from __future__ import annotations

import pytest

CARD = "```{unknown-quote} hewitt-why\n```"


def said(site):
    """The warnings without the folder of the machine."""
    return [line.replace(f"{site.root}/", "") for line in site.warnings]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("```{unknown-quote} hewitt-why\n:clas: x\n```", "index.md:3", "there is no option 'clas' of unknown-quote. Did you mean 'class'? [unknown_quotes.option]"),
        ("```{unknown-quote}\n:id: x\n:speeker: A\n\nWords.\n```", "index.md:3", "there is no option 'speeker' of unknown-quote. Did you mean 'speaker'? [unknown_quotes.option]"),
        ("```{unknown-quote-index}\n:stlye: cards\n```", "index.md:3", "there is no option 'stlye' of unknown-quote-index. Did you mean 'style'? [unknown_quotes.option]"),
        ("```{unknown-quote-map}\n:zoom: 3\n```", "index.md:3", "there is no option 'zoom' of unknown-quote-map. [unknown_quotes.option]"),
        ("```{unknown-quote-index}\n:sort: by the date and then by the name of the speaker, please\n```", "index.md:3",
         "none of 'by', 'the', 'and' … is one of date, speaker, source, unknown, type, at, text, id, lang, evidence. [unknown_quotes.option]"),
        ("{uq:qoute}`hewitt-why`", "index.md:3", "there is no role uq:qoute. Did you mean 'quote'? [unknown_quotes.role]"),
        ("{uq:x}`a`", "index.md:3", "there is no role uq:x. There are quote, text, speaker, unknown, source. [unknown_quotes.role]"),
        ("```{unknown-quote}\n:id: x\n:type: paper\n:at: 1:00\n\nWords.\n```", "index.md:3",
         ":at: is for recordings, and the source is of type paper. Give page: or section:. [unknown_quotes.value]"),
        ("```{unknown-quote}\n:id: x\n:type: talk\n:page: 3\n\nWords.\n```", "index.md:3",
         ":page: is for printed sources, and the source is of type talk. Give at:. [unknown_quotes.value]"),
        ("```{unknown-quote}\n:id: x\n:speaker: Ann\x07 Bee\n\nWords.\n```", "index.md:3",
         ":speaker: has a control character (U+0007) in it. [unknown_quotes.value]"),
    ],
)  # fmt: skip
def test_mistake_in_a_page_is_one_message_with_the_nearest_right_answer(build, text, place, message):
    site = build(text, expect_warnings=True)
    (warning,) = said(site)
    assert warning.startswith(f"{place}: WARNING: ")
    assert warning.replace(":sort: ", "").endswith(message)


def test_option_that_is_not_there_leaves_the_card(build):
    site = build("```{unknown-quote} hewitt-why\n:clas: x\n```", expect_warnings=True)
    assert "really sure" in site.html("index")


def test_name_in_conf_that_is_no_setting_is_told_with_the_nearest(build):
    site = build(CARD, conf='unknown_quotes_paht = "quotes"\n', expect_warnings=True)
    assert said(site) == [
        "conf.py:6: WARNING: there is no configuration value unknown_quotes_paht. "
        "Did you mean 'unknown_quotes_path'? [unknown_quotes.config]"
    ]


def test_prefix_that_is_mistyped_in_conf_is_told_and_a_variable_of_the_owner_is_not(build):
    site = build(CARD, conf="unknown_quote_feed = True\nunknown_quantities = 3\n", expect_warnings=True)
    assert said(site) == [
        "conf.py:6: WARNING: there is no configuration value unknown_quote_feed. "
        "Did you mean 'unknown_quotes_feed'? [unknown_quotes.config]"
    ]


TWO = f"{CARD}\n\n{{uq:quote}}`hewitt-why` {{uq:speaker}}`John Hewitt` {{uq:unknown}}`architecture`\n\n```{{unknown-quote-index}}\n:source: lecture\n```"


def test_file_that_cannot_be_read_is_one_message(build):
    """Its cards, its speakers and its source are not missing, too."""
    broken = (
        "source:\n  title: A: B\n  type: talk\nquotes:\n  - id: hewitt-why\n    text: x\n    speaker: John Hewitt\n"
    )
    site = build(TWO, {"quotes/lecture.yaml": broken}, expect_warnings=True)
    assert said(site) == [
        "quotes/lecture.yaml:2:10: WARNING: the value has a colon and a space in it. "
        "Write it between quotation marks: 'A: B'. [unknown_quotes.yaml]"
    ]


UNKNOWNS = "architecture:\n\ttitle: A\nchain-of-thought: {title: B}\nin-context-learning: {title: C}\n"


def test_unknowns_that_cannot_be_read_are_one_message(build):
    site = build(TWO, {"quotes/unknowns.yaml": UNKNOWNS}, expect_warnings=True)
    assert [line.partition(" WARNING: ")[0] for line in said(site)] == ["quotes/unknowns.yaml:2:1:"]


def test_folder_that_is_not_there_is_one_message(new_site):
    files = {"index.md": f"# Page\n\n{TWO}\n\n{{uq:text}}`shazeer-divine`\n"}
    site = new_site(files, quotes=False).build(expect_warnings=True)
    assert said(site) == [
        "conf.py:1: WARNING: there is no folder quotes, and pages show quotations that no page records, "
        "such as 'hewitt-why'. Make the folder, or name the existing one with unknown_quotes_path. [unknown_quotes.file]"
    ]


def test_folder_that_conf_names_and_is_not_there_is_one_message(new_site):
    site = new_site({"index.md": f"# Page\n\n{TWO}\n"}, 'unknown_quotes_path = "quote"\n')
    site.build(expect_warnings=True)
    assert said(site) == ["conf.py:6: WARNING: unknown_quotes_path: there is no folder quote. [unknown_quotes.config]"]


WRONG = {
    "a value of a file": ("", {"quotes/x.yaml": "source: {title: A, type: tlak}\nquotes: []\n"}),
    "a card of nothing": ("```{unknown-quote} hewitt-wy\n```", {}),
    "a reference to nothing": ("{uq:speaker}`Jon Hewitt`", {}),
    "a fragment": ("{uq:text}`nobody said so <hewitt-why>`", {}),
    "a filter": ("```{unknown-quote-index}\n:speaker: Jon Hewitt\n```", {}),
    "an id of two": ("```{unknown-quote}\n:id: hewitt-why\n\nWords.\n```", {}),
    "an unknown of a page": ("```{unknown-quote}\n:id: x\n:unknown: architectur\n\nWords.\n```", {}),
    "a quotation that no page shows": ("{uq:quote}`hewitt-why`", {}),
    "a folder": ("", {}),
    "a conflict of files": (
        "",
        {
            "quotes/x.yaml": "source: {title: A, type: talk}\nquotes:\n"
            "- {id: x, text: No one's really sure why this works exactly either., speaker: Ann Bee}\n"
        },
    ),
    "a conflict of a page": (
        "```{unknown-quote}\n:id: x\n:speaker: Ann Bee\n\nNo one's really sure why this works exactly either.\n```",
        {},
    ),
}


@pytest.mark.parametrize("wrong", sorted(WRONG))
def test_second_build_says_again_what_is_wrong_and_a_third_that_it_is_mended(build, wrong):
    text, files = WRONG[wrong]
    conf = 'unknown_quotes_path = "quote"\n' if wrong == "a folder" else ""
    site = build(text, files, conf, expect_warnings=True)
    first = said(site)
    assert len(first) == 1
    site.build(expect_warnings=True)
    assert said(site) == first
    for name in files:
        site.delete(name)
    if conf:
        site.edit("conf.py", '"quote"', '"quotes"')
    site.write({"index.md": "# Page\n"}).build().build()
    assert site.written == set()


def test_conflict_names_both_places_and_a_record_says_that_both_are_meant(build):
    own = "source: {title: A, type: talk}\nquotes:\n- {id: x, text: No one's really sure why this works exactly either., speaker: Ann Bee}\n"
    site = build("", {"quotes/x.yaml": own}, expect_warnings=True)
    assert said(site) == [
        "quotes/x.yaml:3: WARNING: 'x' has almost the words of 'hewitt-why' at quotes/lecture.yaml:9, and another speaker "
        "('Ann Bee' here, 'John Hewitt' there). If both are meant, write here: see: hewitt-why. [unknown_quotes.conflict]"
    ]
    site.edit("quotes/x.yaml", "id: x,", "id: x, see: hewitt-why,").build()
    assert '"see":["hewitt-why"]' in site.output("quotes.json")


@pytest.mark.parametrize("where", ["a file", "a page"])
def test_id_that_a_record_names_and_no_quotation_has_is_told_with_the_nearest(build, where):
    if where == "a file":
        own = "source: {title: A, type: talk}\nquotes:\n- {id: x, see: hewitt-wy, text: Words.}\n"
        site, place = build("", {"quotes/x.yaml": own}, expect_warnings=True), "quotes/x.yaml:3"
    else:
        text = "```{unknown-quote}\n:id: x\n:see: hewitt-wy\n\nWords.\n```"
        site, place = build(text, expect_warnings=True), "index.md:3"
    message = "see: there is no quotation 'hewitt-wy'. Did you mean 'hewitt-why'?"
    assert said(site) == [f"{place}: WARNING: {message} [unknown_quotes.not_found]"]

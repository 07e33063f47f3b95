"""The directive unknown-quote."""

from __future__ import annotations

import re

import pytest

CARD = "```{unknown-quote} hewitt-why\n```"
INLINE = """```{unknown-quote}
:id: doe-panel
:speaker: Jane Doe
:source: Panel on interpretability
:url: https://example.org/talk.mp4
:at: 12:03
:date: 2023-05
:unknown: architecture

We don't know.
```"""


def card_html(html: str, quote: str) -> str:
    match = re.search(rf'<div class="unknown-quote[^>]*id="{quote}".*?</div>\s*</div>', html, re.DOTALL)
    assert match, html
    return match[0]


def test_card_shows_words_and_credit(build):
    card = card_html(build(CARD).html("index"), "hewitt-why")
    text = " ".join(re.sub(r"<[^>]*>", " ", card).split())
    assert text == (
        "No one’s really sure why this works exactly either. John Hewitt , Stanford University "
        "Lecture 9: Pretraining , Stanford CS224N, February 7, 2023 , at 1:13:47 "
        "Chain of thought · Not compared with the source yet #"
    )


def test_only_the_words_stand_in_the_blockquote(build):
    html = build(CARD).html("index")
    assert re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", html, re.DOTALL) == [
        "<p>No one’s really sure why this works exactly either.</p>"
    ]


def test_card_links_to_the_moment(build):
    assert 'href="https://www.youtube.com/watch?v=DGfCRXuNA2w&amp;t=4427s">at 1:13:47</a>' in build(CARD).html("index")


def test_inline_quotation_gets_the_same_card(build):
    card = card_html(build(INLINE).html("index"), "doe-panel")
    assert "<p>We don’t know.</p>" in card
    assert 'href="https://example.org/talk.mp4#t=723">at 12:03</a>' in card
    assert ">Architecture</a>" in card


@pytest.mark.parametrize(
    ("described", "line"),
    [
        (":source: A talk\n:container: Summit 2023\n:date: 2023", "A talk, Summit 2023"),
        (":source: Summit 2023\n:date: 2023", "Summit 2023"),
        (":source: A talk\n:container: Summit 2023\n:date: 2023-02", "A talk, Summit 2023, February 2023"),
        (":source: A talk\n:container: Summit 2023\n:date: 2023~", "A talk, Summit 2023, about 2023"),
        (":source: A talk\n:container: Summit 2022\n:date: 2023", "A talk, Summit 2022, 2023"),
        (":source: A talk\n:container: Summit 12023\n:date: 2023", "A talk, Summit 12023, 2023"),
        (":source: Summit 2023\n:container: Days\n:date: 2023", "Summit 2023, Days, 2023"),
    ],
)
@pytest.mark.parametrize("builder", ["html", "text"])
def test_year_that_ends_the_name_of_the_source_is_not_told_again(build, described, line, builder):
    site = build(f"```{{unknown-quote}}\n:id: own\n{described}\n\nWords.\n```", builder=builder)
    if builder == "html":
        (where,) = re.findall(r'<p class="uq-where">(.*?)</p>', site.html("index"))
        # A machine finds the date in both forms.
        assert where.count('<span class="uq-date"><time') == 1
        assert re.sub(r"<[^>]*>", "", where) == line
    else:
        lines = [text.strip() for text in site.output("index.txt").replace("*", "").splitlines()]
        assert line in lines


def test_year_that_ends_the_title_is_not_told_again_in_a_list(build):
    text = "```{unknown-quote}\n:id: own\n:source: Summit 2023\n:date: 2023\n\nWords.\n```\n\n```{unknown-quote-index}\n:source: Summit 2023\n```"
    html = build(text).html("index")
    assert "Speaker not known, Summit 2023</p>" in html


def test_body_of_a_recorded_quotation_is_a_note_in_markup(build):
    html = build("```{unknown-quote} hewitt-why\nA *note*.\n```").html("index")
    assert "<p>A <em>note</em>.</p>" in card_html(html, "hewitt-why") + html.split("</blockquote>")[1]


def test_words_are_never_markup(build):
    """What is shown is what is recorded: no Markdown, no smart quotes, no HTML."""
    quote = '*so* -- "we" <b>don\'t</b> `know`... {{ x }} |y|_'
    html = build(f"```{{unknown-quote}}\n:id: odd\n\n{quote}\n```").html("index")
    assert '<p>*so* -- "we" &lt;b&gt;don’t&lt;/b&gt; `know`... {{ x }} |y|_</p>' in html


def test_blank_lines_part_paragraphs(build):
    html = build("```{unknown-quote}\n:id: two\n\nFirst.\n\nSecond.\n```").html("index")
    assert "<p>First.</p><p>Second.</p>" in html


def test_second_card_of_a_page_has_no_second_anchor(build):
    assert build(f"{CARD}\n\n{CARD}").html("index").count('id="hewitt-why"') == 1


def test_heading_of_the_same_name_keeps_its_anchor(build):
    site = build(
        "## Hewitt why\n\n```{unknown-quote} hewitt-why\n```\n\n[](#shazeer-divine)\n\n```{unknown-quote} shazeer-divine\n```"
    )
    html = site.html("index")
    assert html.count('id="hewitt-why"') == 1
    assert '<div class="unknown-quote sd-card" id="unknown-quote-hewitt-why"' in html


def test_two_speakers_are_parted_by_a_semicolon(build):
    html = build("```{unknown-quote}\n:id: two\n:speaker: Ann Bee; Cy Dee\n\nWords.\n```").html("index")
    assert re.findall(r'class="uq-speaker"><a[^>]*>([^<]*)', html) == ["Ann Bee", "Cy Dee"]


def test_source_option_may_name_a_recorded_source(build):
    html = build("```{unknown-quote}\n:id: more\n:source: paper\n:page: 4\n\nMore words.\n```").html("index")
    assert ">GLU Variants</a></cite>" in html
    assert "https://example.org/glu.pdf#page=4" in html


@pytest.mark.parametrize(
    ("evidence", "label"),
    [
        ({"verdict": "verbatim"}, "Words found in the transcript"),
        ({"verdict": "disfluent", "automatic": True}, "Words found in the automatic transcript"),
        ({"verdict": "near", "changes": 1, "automatic": True}, "One word differs from the automatic transcript"),
        ({"verdict": "near", "changes": 2, "automatic": True}, "2 words differ from the automatic transcript"),
        ({"verdict": "near", "changes": 1}, "One word differs from the transcript"),
        ({"verdict": "near"}, "The transcript says more than is quoted"),
        ({"verdict": "near", "changes": 2}, "2 words differ from the transcript"),
        ({"verdict": "altered", "changes": 1}, "The transcript has other words"),
        ({"verdict": "moved"}, "The transcript has the words at another place"),
        ({"verdict": "elsewhere"}, "The words were found in another source"),
        ({"verdict": "wrong-speaker"}, "The transcript has another speaker"),
        ({"verdict": "missing"}, "Not found in the transcript"),
        ({"verdict": "unchecked"}, "Not compared with the source yet"),
        ({"verdict": "verbatim", "digest": "0"}, "Not compared with the source yet"),
    ],
)
def test_card_says_how_the_words_are_supported(new_site, evidence, label):
    from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest, write_evidence
    from sphinx_unknown_quotes.collection.loading import load_library
    from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

    site = new_site({"index.md": f"# Page\n\n{CARD}\n"})
    quotation = (library := load_library(take_snapshot(site.root / "quotes"))).quotations["hewitt-why"]
    digest = quotation_digest(quotation, library.sources[quotation.source])
    site.write({"quotes/evidence.json": write_evidence({"hewitt-why": Evidence(**{"digest": digest, **evidence})})})
    assert f">{label}</span>" in site.build().html("index")


def test_a_reading_of_the_source_is_said_with_its_date(build):
    assert ">Read in the source on November 22, 2026</span>" in build("```{unknown-quote} shazeer-divine\n```").html(
        "index"
    )


def test_a_second_hand_quotation_names_its_reporter(build):
    html = build(
        "```{unknown-quote}\n:id: heard\n:via: A blog post\n:via-url: https://example.org/b\n:via-date: 2024-01\n\nWords.\n```"
    ).html("index")
    assert (
        '<a class="reference external" href="https://example.org/b">Only reported, in “A blog post”, January 2024</a>'
        in html
    )


def test_both_wordings_are_shown_where_the_words_were_passed_on_with_others(build):
    html = build(
        "```{unknown-quote}\n:id: said\n:reported: We know nothing\n:via: A blog\n\nWe do not know.\n```"
    ).html("index")
    assert "<p>We do not know.</p></blockquote>" in html
    assert (
        '<span class="uq-reporter">As reported in “A blog”:</span> <q>We <span class="uq-omission"></span>know <em class="uq-differs">nothing</em></q>'
        in html
    )


def test_what_differs_in_a_reported_wording_is_said_in_a_sentence(build):
    card = "```{unknown-quote}\n:id: said\n:reported: We know <nothing>\n:via: A blog\n\nWe do not know.\n```"
    said = '</q> <span class="uq-said">Other words: “&lt;nothing&gt;”. Left out: “do not”.</span>'
    assert said in build(card).html("index")
    assert "uq-said" not in build(card.replace("know <nothing>", "do not know")).html("index")


@pytest.mark.parametrize(
    ("section", "classes"), [("4", "uq-moment"), ("How models come to do this", "uq-moment uq-long")]
)
def test_a_long_name_of_a_section_may_go_on_on_the_next_line(build, section, classes):
    card = (
        f"```{{unknown-quote}}\n:id: said\n:url: https://example.org/post\n:section: {section}\n\nWe do not know.\n```"
    )
    assert f'<span class="{classes}">' in build(card).html("index")


def test_context_is_called_so(build):
    card = "```{unknown-quote}\n:id: said\n:context: Why?\n\nWe do not know.\n```"
    assert '<p class="uq-context"><span class="uq-label">Context:</span> Why?</p>' in build(card).html("index")


PARAPHRASE = "```{unknown-quote}\n:id: said\n:speaker: Ida\n:status: paraphrase\n:translation: Other words\n\nShe said that nobody could tell.\n```\n"
EVERYWHERE = f"{PARAPHRASE}\nAs {{uq:text}}`said` goes.\n\n```{{unknown-quote-index}}\n```\n"


@pytest.mark.parametrize(
    ("builder", "names"),
    [("html", ["index.html", "uq-speaker.html"]), ("text", ["index.txt"]), ("latex", ["test.tex"])],
)
def test_a_paraphrase_has_no_quotation_marks_anywhere(new_site, builder, names):
    """Nobody said these very words."""
    conf = 'latex_documents = [("index", "test.tex", "T", "A", "manual")]\n'
    site = new_site({"index.md": f"# Page\n\n{EVERYWHERE}"}, conf, quotes=False).build(builder)
    text = "".join(re.search("She said.*", site.output(name), re.DOTALL)[0] for name in names)
    assert text.count("She said") >= 3
    assert not re.search("[“”„«]|``|''|<q", text)


def test_a_paraphrase_is_drawn_and_copied_without_marks(build):
    assert '<blockquote data-marks=" ">' in build(PARAPHRASE).html("index")


def test_marks_in_a_list_follow_the_status(new_site):
    site = new_site(
        {
            "index.md": f"# Page\n\n{PARAPHRASE}",
            "list.md": "---\norphan: true\n---\n# List\n\n```{unknown-quote-index}\n```\n",
        }
    )
    site.edit("index.md", ":status: paraphrase\n", "").build()
    assert "“She said" in site.html("list")
    site.edit("index.md", ":speaker: Ida\n", ":speaker: Ida\n:status: paraphrase\n").build()
    assert "“She said" not in site.html("list")


def test_a_misattributed_quotation_says_so_above_its_words(build):
    html = build("```{unknown-quote}\n:id: no\n:status: misattributed\n\nWords.\n```").html("index")
    assert html.index("Misattributed") < html.index("<blockquote")


def test_unknown_speaker_is_said(build):
    assert ">Speaker not known</span>" in build("```{unknown-quote}\n:id: who\n\nWords.\n```").html("index")


def test_language_of_the_words_is_marked(build):
    html = build("```{unknown-quote}\n:id: he\n:lang: he\n\nאנחנו לא יודעים\n```").html("index")
    assert '<blockquote lang="he" dir="rtl" data-marks="” “">' in html


def test_translation_stands_under_the_words(build):
    html = build(
        "```{unknown-quote}\n:id: de\n:lang: de\n:translation: We do not know.\n:translator: A. B.\n\nWir wissen es nicht.\n```"
    ).html("index")
    assert '<blockquote lang="de" data-marks="„ “"><p>Wir wissen es nicht.</p></blockquote>' in html
    assert (
        '<p class="uq-translation">“We do not know.” — <span class="uq-translator">translated by A. B.</span></p>'
        in html
    )


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("```{unknown-quote} hewitt-wy\n```", r"index.md:3: WARNING: there is no quotation 'hewitt-wy'. Did you mean 'hewitt-why'\? \[unknown_quotes.not_found\]"),
        ("```{unknown-quote} hewitt-why\n:speaker: X\n```", r"index.md:3: WARNING: the card of a recorded quotation takes no option speaker. Change the record of 'hewitt-why' instead. \[unknown_quotes.option\]"),
        ("```{unknown-quote}\n:id: x\n```", r"index.md:3: WARNING: there are no words. .* \[unknown_quotes.content\]"),
        ("```{unknown-quote}\nWords.\n```", r"index.md:3: WARNING: :id: is missing. .* \[unknown_quotes.missing_key\]"),
        ("```{unknown-quote}\n:id: A b\n\nWords.\n```", r"index.md:3: WARNING: 'A b' is not an id: .* Did you mean 'a-b'\? \[unknown_quotes.id\]"),
        ("```{unknown-quote}\n:id: x\n:at: 1:99\n\nWords.\n```", r"index.md:3: WARNING: :at: '1:99' is not a time.* \[unknown_quotes.time\]"),
        ("```{unknown-quote}\n:id: x\n:date: 2023-13\n\nWords.\n```", r"index.md:3: WARNING: :date: '2023-13' is not a date.* \[unknown_quotes.date\]"),
        ("```{unknown-quote}\n:id: x\n:url: javascript:alert(1)\n\nWords.\n```", r"index.md:3: WARNING: :url: .* \[unknown_quotes.url\]"),
        ("```{unknown-quote}\n:id: x\n:lang: x!\n\nWords.\n```", r"index.md:3: WARNING: :lang: .* \[unknown_quotes.lang\]"),
        ("```{unknown-quote}\n:id: x\n:type: lectur\n\nWords.\n```", r"index.md:3: WARNING: :type: 'lectur' is not one of .* Did you mean 'lecture'\? \[unknown_quotes.value\]"),
        ("```{unknown-quote}\n:id: x\n:unknown: architectur\n\nWords.\n```", r"index.md:3: WARNING: :unknown: 'architectur' .* Did you mean 'architecture'\? \[unknown_quotes.unknown\]"),
        ("```{unknown-quote}\n:id: x\n:via-date: 2023\n\nWords.\n```", r"index.md:3: WARNING: :via: is missing.* \[unknown_quotes.missing_key\]"),
    ],
)  # fmt: skip
def test_bad_input_warns_at_its_line_and_the_page_is_built(build, text, warning):
    site = build(f"{text}\n\nThe end.", expect_warnings=True)
    assert len(site.warnings) == 1
    assert re.fullmatch(warning, site.warnings[0])
    assert "<p>The end.</p>" in site.html("index")


@pytest.mark.parametrize(
    "text",
    [
        "```{unknown-quote} nobody\nKept words.\n```",
        "```{unknown-quote}\nKept words.\n```",
        "```{unknown-quote}\n:id: x\n:at: ?\n\nKept words.\n```",
    ],
)
def test_what_the_author_wrote_is_never_lost(build, text):
    assert "Kept words." in build(text, expect_warnings=True).html("index")


def test_a_warning_can_be_suppressed_by_its_subtype(build):
    build("```{unknown-quote} nobody\n```", conf='suppress_warnings = ["unknown_quotes.not_found"]\n')


def test_two_pages_with_one_id_warn_once_and_name_both_places(build):
    other = "# Other\n\n```{unknown-quote}\n:id: twin\n\nOther words.\n```\n"
    toctree = "```{toctree}\nother\n```\n\n```{unknown-quote}\n:id: twin\n\nWords.\n```"
    site = build(toctree, {"other.md": other}, expect_warnings=True)
    assert len(site.warnings) == 1
    assert re.fullmatch(
        r"other.md:3: WARNING: 'twin' is already recorded at .*index.md:7, and that one counts. \[unknown_quotes.duplicate_id\]",
        site.warnings[0],
    )
    assert "Other words." in site.html("other")


def test_a_page_and_a_file_with_one_id_warn_once_and_the_page_shows_its_own(build):
    """Also where the page names a source, which then belongs to nothing else."""
    own = "```{unknown-quote}\n:id: hewitt-why\n:source: A letter\n:date: 1999\n\nOwn words.\n```\n"
    site = build(own, expect_warnings=True)
    assert len(site.warnings) == 1
    assert re.fullmatch(
        r"index.md:3: WARNING: 'hewitt-why' is already recorded at .*lecture.yaml:9, and that one counts. \[unknown_quotes.duplicate_id\]",
        site.warnings[0],
    )
    assert "Own words." in site.html("index")
    assert "A letter" in site.html("index")
    assert "A letter" not in site.html("uq-source")


def test_quotation_of_one_page_may_be_shown_on_another(build):
    files = {"a.md": "# A\n\n```{unknown-quote} doe-panel\n```\n"}
    site = build(f"```{{toctree}}\na\n```\n\n{INLINE}", files)
    assert "<p>We don’t know.</p></blockquote>" in site.html("a")


def test_quotations_of_pages_share_a_source_only_where_all_it_says_agrees(build):
    text = "".join(
        f"```{{unknown-quote}}\n:id: q{i}\n:source: {title}\n:date: {date}\n\nWords.\n```\n\n"
        for i, (title, date) in enumerate([("Talk", "2019"), ("Talk", "2020"), ("Talk", "2019")])
    )
    site = build(text)
    assert re.findall(r"<time[^>]*>(\d+)", site.html("index")) == ["2019", "2020", "2019"]
    assert site.html("uq-source").count("<h2>Talk</h2>") == 2


def test_quotations_without_a_source_keep_their_own_dates(build):
    text = "".join(f"```{{unknown-quote}}\n:id: q{i}\n:date: {2019 + i}\n\nWords.\n```\n\n" for i in range(2))
    assert re.findall(r"<time[^>]*>(\d+)", build(text).html("index")) == ["2019", "2020"]


def test_translation_of_nobody_in_particular_names_nobody(build):
    html = build("```{unknown-quote}\n:id: he\n:translation: We know.\n\nיודעים\n```").html("index")
    assert re.search(r'<p class="uq-translation">“We know.”</p>', html)


def test_other_wording_without_its_reporter_is_shown_too(build):
    html = build("```{unknown-quote}\n:id: a\n:reported: We know.\n\nWe do not know.\n```").html("index")
    assert '<span class="uq-reporter">Passed on as:</span>' in html


def test_status_is_told_in_strong_words_where_there_is_no_style_sheet(new_site):
    text = "# Page\n\n```{unknown-quote}\n:id: no\n:status: misattributed\n\nWords.\n```\n"
    assert "**Misattributed**" in new_site({"index.md": text}).build("text").output("index.txt")


def test_a_card_and_its_link_have_the_name_of_the_speaker_for_a_screen_reader(build):
    html = build(CARD).html("index")
    assert 'role="group" aria-label="Quotation: John Hewitt"' in html
    assert 'aria-label="Link to this quotation: John Hewitt"' in html


REPORTED = """```{unknown-quote}
:id: own
:at: 1:13:47
:via: A post
%s

Words.
```"""


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (":reported: words\n:reported-at: 1:13:17", "As reported in “A post”: words, at 1:13:17"),
        (":reported-at: 1:13:17", "As reported in “A post”: at 1:13:17"),
        (":reported: words", "As reported in “A post”: words"),
    ],
)
def test_card_shows_the_time_that_was_reported_beside_the_right_one(build, options, line):
    card = card_html(build(REPORTED % options).html("index"), "own")
    (reported,) = re.findall(r'<p class="uq-reported">(.*?)</p>', card)
    assert re.sub(r"<[^>]*>", "", reported) == line
    assert "at 1:13:47" in card


def test_reported_time_is_marked_only_where_it_is_another(build):
    another = build(REPORTED % ":reported-at: 1:13:17").html("index")
    assert '<span class="uq-reported-at uq-differs">at 1:13:17</span>' in another
    same = build(REPORTED % ":reported-at: 1h13m47s").html("index")
    assert '<span class="uq-reported-at">at 1:13:47</span>' in same


def test_reported_time_is_in_every_format_and_in_quotes_json(build):
    text = REPORTED % ":reported: words\n:reported-at: 1:13:17"
    assert "“words”, at 1:13:17" in build(text, builder="text").output("index.txt")
    assert '"reported-at":"1:13:17"' in build(text).output("quotes.json")


FILED = """```{unknown-quote}
:id: own
:speaker: Ann Bee; Mao Zedong
:speaker-sort: ; Mao Zedong

Words.
```"""


def test_page_says_how_a_speaker_is_filed(build):
    site = build(FILED)
    index = site.html("genindex")
    assert "Bee, Ann" in index
    assert "Mao Zedong" in index
    assert '"sort":{"Mao Zedong":"Mao Zedong"}' in site.output("quotes.json")
    assert "Ann Bee, Mao Zedong" in card_html(site.html("index"), "own")


def test_more_ways_to_file_than_speakers_are_a_warning(build):
    site = build(FILED.replace("Ann Bee; ", ""), expect_warnings=True)
    assert site.warnings == [
        "index.md:3: WARNING: :speaker-sort: has more names than :speaker: has. [unknown_quotes.value]"
    ]

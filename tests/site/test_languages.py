"""Sites in other languages: that of words for which nobody has recorded one, and texts of records in gettext's catalogues."""

from __future__ import annotations

import io
import json

from babel.messages import pofile

WORDS = "```{{unknown-quote}}\n:id: own\n{}\n\nWir wissen es nicht.\n```\n\n{{uq:text}}`own`\n\n```{{unknown-quote-index}}\n```"
GERMAN = 'language = "de"\n'


def test_words_without_a_language_are_in_that_of_the_site(build):
    site = build(WORDS.format(":speaker: Jemand"), conf=GERMAN)
    html = site.html("index")
    assert "„Wir wissen es nicht.“" in html
    assert "lang=" not in html.split("<body>")[1]
    quotes = {quote["id"]: quote["lang"] for quote in json.loads(site.output("quotes.json"))["quotes"]}
    assert quotes == {"own": "de", **dict.fromkeys(["hewitt-why", "hewitt-ways", "shazeer-divine", "panel-dont"], "de")}


def test_recorded_language_stays(build):
    html = build(WORDS.format(":lang: en"), conf=GERMAN).html("index")
    assert '<q class="uq-text" lang="en">' in html
    assert '<span lang="en">“Wir wissen es nicht.”</span>' in html


def test_language_with_a_region_is_a_bcp_47_tag(build):
    site = build(WORDS.format(":speaker: Jemand"), conf='language = "de_CH"\n')
    assert "«Wir wissen es nicht.»" in site.html("index")
    assert '"lang":"de-CH"' in site.output("quotes.json")
    assert 'lang="de-CH"' not in site.html("index").split("<body>")[1]


def test_verdict_counts_in_every_language_of_the_site(new_site):
    from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest, write_evidence
    from sphinx_unknown_quotes.collection.loading import load_library
    from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

    site = new_site({"index.md": "# Page\n\n```{unknown-quote} hewitt-why\n```\n"}, GERMAN)
    library = load_library(take_snapshot(site.root / "quotes"))
    quotation = library.quotations["hewitt-why"]
    found = Evidence(quotation_digest(quotation, library.sources[quotation.source]), "verbatim")
    site.write({"quotes/evidence.json": write_evidence({quotation.id: found})})
    assert "uq-evidence uq-found" in site.build().html("index")


# Texts of records

PAGE = """# Page

```{unknown-quote} hewitt-why
```

```{unknown-quote}
:id: own
:context: On what it does.
:unknown: architecture

Words.
```

```{unknown-quote}
:id: shown
:example:
:context: On nothing.

Words.
```

{uq:unknown}`Architecture`, {uq:unknown}`architecture`

```{unknown-quote-index}
```

```{unknown-quote-index}
:year: 2020
:type: lecture
:empty: Nothing yet.
```
"""
LECTURE = (
    "quotes/lecture.yaml",
    "    unknown: chain-of-thought",
    "    unknown: chain-of-thought\n    context: Why does it work?",
)
TEXTS = {
    "Why does it work?": "Warum geht das?",
    "On what it does.": "Was es tut.",
    "On nothing.": "Über nichts.",
    "Architecture": "Aufbau",
    "Chain of thought": "Gedankenkette",
    "In-context learning": "Lernen im Kontext",
    "How does a model learn from its prompt?": "Wie lernt ein Modell aus der Eingabe?",
}


def messages(text: str) -> set[str]:
    return {str(message.id) for message in pofile.read_po(io.StringIO(text)) if message.id}


def po(texts: dict[str, str]) -> str:
    return "".join(
        f'msgid "{key}"\nmsgstr "{value}"\n\n'
        for key, value in {"": "Content-Type: text/plain; charset=UTF-8\\n", **texts}.items()
    )


def catalogues(lang: str = "de") -> dict[str, str | bytes]:
    folder = f"locales/{lang}/LC_MESSAGES"
    return {f"{folder}/unknown-quotes.po": po(TEXTS), f"{folder}/index.po": po({"Nothing yet.": "Noch nichts."})}


def test_gettext_has_contexts_unknowns_and_what_an_empty_list_says(new_site):
    site = new_site({"index.md": PAGE}).edit(*LECTURE).build("gettext")
    assert messages(site.output("unknown-quotes.pot")) == set(TEXTS)
    assert "quotes/lecture.yaml:9" in site.output("unknown-quotes.pot")
    assert "Nothing yet." in messages(site.output("index.pot"))
    assert not {"Words.", "Architecture", "John Hewitt"} & messages(site.output("index.pot"))


def test_translations_of_texts_are_shown(new_site):
    site = new_site({"index.md": PAGE, **catalogues()}, GERMAN).edit(*LECTURE).build()
    html = site.html("index")
    for text in [*TEXTS.values(), "Noch nichts."]:
        assert text in html, text
    for text in [*TEXTS, "Nothing yet."]:
        assert text not in html, text
    # A reference by the title finds it in both languages.
    assert html.count(">Aufbau</") >= 3
    assert "Gedankenkette" in site.html("genindex")
    assert "<h2>Aufbau</h2>" in site.html("uq-unknown")


def test_quotes_json_keeps_what_is_recorded(new_site):
    site = new_site({"index.md": PAGE, **catalogues()}, GERMAN).edit(*LECTURE).build()
    assert '"context":"Why does it work?"' in site.output("quotes.json")
    assert "Warum" not in site.output("quotes.json")


def test_translation_for_a_language_serves_its_regions(new_site):
    site = new_site({"index.md": PAGE, **catalogues()}, GERMAN).edit(*LECTURE).build()
    # Sphinx compiles those of the very language alone, and reads both.
    site.edit("conf.py", '"de"', '"de_CH"').build()
    assert "Warum geht das?" in site.html("index")


def test_page_follows_a_changed_translation(new_site):
    site = new_site({"index.md": PAGE, **catalogues()}, GERMAN).edit(*LECTURE).build()
    name = "locales/de/LC_MESSAGES/unknown-quotes"
    site.edit(f"{name}.po", "Warum geht das?", "Wieso geht das?").delete(f"{name}.mo").build()
    assert "Wieso geht das?" in site.html("index")


def test_site_without_translations_shows_what_is_recorded(new_site):
    site = new_site({"index.md": PAGE}, GERMAN).edit(*LECTURE).build()
    assert "Why does it work?" in site.html("index")
    assert "Nothing yet." in site.html("index")

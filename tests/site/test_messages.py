"""What a reader sees, in the languages that are shipped; and what stays as it is in every language."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages import extract, mofile, pofile

from sphinx_unknown_quotes.site.assets import LOCALE

LANGUAGES = ["de", "fr", "ja"]
SITE = LOCALE.parent
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[nm]")


def texts() -> set[str]:
    keywords = {"_": None, "lazy_": None}
    return {
        found[1]
        for module in sorted(SITE.rglob("*.py"))
        for found in extract.extract("python", io.BytesIO(module.read_bytes()), keywords)
        if isinstance(found[1], str)
    }


def catalogue(lang: str, suffix: str):
    path = LOCALE / lang / "LC_MESSAGES" / f"sphinx_unknown_quotes.{suffix}"
    with path.open("rb") as stream:
        return (pofile.read_po if suffix == "po" else mofile.read_mo)(stream)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_translated_with_its_placeholders(lang):
    translated = {message.id: message.string for message in catalogue(lang, "po") if message.id}
    assert set(translated) == texts()
    for source, text in translated.items():
        assert text, source
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(text)), source


@pytest.mark.parametrize("lang", LANGUAGES)
def test_compiled_catalogue_is_that_of_its_source(lang):
    source, compiled = catalogue(lang, "po"), catalogue(lang, "mo")
    assert {m.id: m.string for m in source if m.id} == {m.id: m.string for m in compiled if m.id}


def test_no_text_hides_in_a_formatted_string():
    """Where extraction would not find it on every Python."""
    for module in sorted(SITE.rglob("*.py")):
        assert not re.search(r"""f["'].*\{[^}"']*\b_\(""", module.read_text("utf-8")), module.name


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", ("bei 1:13:47", "Noch nicht mit der Quelle verglichen", "Zitate nach Person")),
        ("fr", ("à 1:13:47", "Pas encore comparé à la source", "Citations par personne")),
        ("ja", ("出典と未照合", "話者別の引用")),
    ],
)
def test_site_speaks_its_language(build, lang, words):
    site = build("```{unknown-quote} hewitt-why\n```\n\n{ref}`uq-speaker`", conf=f"language = '{lang}'\n")
    html = site.html("index")
    assert all(word in html for word in words)
    assert "<p>No one’s really sure why this works exactly either.</p>" in html
    # Nobody has recorded the language of the words, so it is that of the site.
    assert '<blockquote cite="https://www.youtube.com/watch?v=DGfCRXuNA2w"' in html
    assert 'lang="en"' not in html


def test_words_are_exempt_from_smart_quotes_and_translation_and_notes_are_not(new_site):
    text = "# Page\n\n```{unknown-quote} hewitt-why\nA 'quoted' note.\n```\n\n```{unknown-quote-index}\n```\n"
    conf = 'myst_enable_extensions = ["smartquotes"]\n'
    site = new_site({"index.md": text}, conf).build("gettext", out="gettext")
    messages = site.output("index.pot")
    assert "note." in messages
    assert "really sure" not in messages
    html = site.build("html").html("index")
    assert "A ‘quoted’ note." in html
    assert "<p>No one’s really sure" in html


def test_quotation_marks_are_those_of_the_quotation(build):
    text = "```{unknown-quote}\n:id: de-words\n:lang: de\n\nWir wissen es nicht.\n```\n\n```{unknown-quote-index}\n```"
    site = build(text)
    assert '<span lang="de">„Wir wissen es nicht.“</span>' in site.html("index")
    assert "„Wir wissen es nicht.“" in build(text, builder="text").output("index.txt")


def test_catalogues_are_in_the_package():
    assert all((Path(LOCALE) / lang / "LC_MESSAGES" / "sphinx_unknown_quotes.mo").is_file() for lang in LANGUAGES)

"""Pictures for sharing beside the pages of quotations."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from .test_own_pages import BASE, CARD, ON, Head

PICTURES = f"{ON}{BASE}unknown_quotes_pictures = True\n"


def pictures(site) -> list[str]:
    return [name for name in site.outputs() if name.endswith(".png") and name.startswith("quotes/")]


def times(site) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (site.outdir / "quotes").glob("*.png")}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_preview_shows_the_picture(build, builder):
    site = build(CARD, conf=PICTURES, builder=builder)
    page = {"html": "quotes/hewitt-why.html", "dirhtml": "quotes/hewitt-why/index.html"}[builder]
    found = Head(site.output(page)).found
    assert found["og:image"] == found["twitter:image"] == "https://talks.example/en/quotes/hewitt-why.png"
    assert found["twitter:card"] == "summary_large_image"
    assert "really sure why" in found["og:image:alt"]
    image = Image.open(site.outdir / "quotes/hewitt-why.png")
    assert image.size == (int(found["og:image:width"]), int(found["og:image:height"]))


def test_pictures_are_off_unless_asked_for(build):
    site = build(CARD, conf=ON + BASE)
    assert pictures(site) == []
    assert "og:image" not in site.html("quotes/hewitt-why")


def test_without_an_address_of_the_site_no_preview_names_the_picture(build):
    site = build(CARD, conf=f"{ON}unknown_quotes_pictures = True\n")
    assert "quotes/hewitt-why.png" in pictures(site)
    assert "og:image" not in site.html("quotes/hewitt-why")


def test_pictures_need_pages(build):
    site = build(CARD, conf="unknown_quotes_pictures = True\n", expect_warnings=True)
    assert site.warnings == [
        "conf.py:6: WARNING: unknown_quotes_pictures needs unknown_quotes_pages = True. [unknown_quotes.picture]"
    ]
    assert pictures(site) == []


def test_only_what_changed_is_drawn_anew(new_site):
    quotes = "source: {title: T, type: talk}\nquotes:\n- {id: a, text: One.}\n- {id: b, text: Two.}\n"
    site = new_site({"index.md": "# Page\n", "quotes/s.yaml": quotes}, PICTURES)
    before = times(site.build())
    assert times(site.build()) == before
    after = times(site.edit("quotes/s.yaml", "Two.", "Three.").build())
    assert {name for name in after if after[name] != before[name]} == {"b.png"}


def test_a_half_written_picture_is_made_anew(build, new_site):
    site = new_site({"index.md": f"# Page\n\n{CARD}"}, PICTURES).build()
    path = site.outdir / "quotes/hewitt-why.png"
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    site.build()
    assert path.read_bytes() == whole


def test_words_that_the_font_lacks_have_no_picture_and_no_box(new_site):
    quotes = "source: {title: T, type: talk}\nquotes:\n- {id: a, text: One.}\n"
    site = new_site({"index.md": "# Page\n", "quotes/s.yaml": quotes}, PICTURES).build()
    assert "quotes/a.png" in pictures(site)
    site.edit("quotes/s.yaml", "One.", "שלום.")
    site.build(verbosity=2)
    assert f"there is no picture of 'a': its font cannot draw '{''.join(sorted('שלום'))}'" in site.app.status.getvalue()
    assert "quotes/a.png" not in pictures(site)
    assert Head(site.html("quotes/a")).found["twitter:card"] == "summary"


def test_a_font_that_is_not_there_is_named(build):
    site = build(CARD, conf=f'{PICTURES}unknown_quotes_picture_font = "no.ttf"\n', expect_warnings=True)
    (warning,) = site.warnings
    assert "no.ttf cannot be read: No such file" in warning
    assert warning.endswith("[unknown_quotes.picture]")
    assert pictures(site) == []


def test_a_build_says_which_letters_the_font_lacks(build):
    words = "```{{unknown-quote}}\n:id: {}\n\n{}\n```\n\n"
    site = build(words.format("first", "Z\u00e9ro.") + words.format("second", "\u014cne."), conf=PICTURES)
    found = re.search(r"quotations without a picture: (\d+)\. The font cannot draw '(.+)';", site.app.status.getvalue())
    assert found
    # The third is that of QUOTES whose speaker is Zoë Åberg.
    assert found[1] == "3"
    assert found[2] == "\u00c5\u00e9\u00eb\u014c"

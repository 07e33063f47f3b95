"""The picture of a quotation: its content, quotations without one, and when it is made again. Pillow reads it back."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sphinx_unknown_quotes.publish.pictures import HEIGHT, SIZES, WIDTH, Painter, Texts, is_of
from tests.publish.samples import HOSTILE

MARKS = ("“", "”")
#: The right edge of the words, and what is drawn beyond it by the last letter's curve.
RIGHT = WIDTH - 72


@pytest.fixture(scope="module")
def painter():
    return Painter()


def texts(words: str, **others) -> Texts:
    return Texts(words, MARKS, "Jane Doe, Panel, May 2024", "We don't know how")._replace(**others)


def ink(data: bytes) -> Image.Image:
    """What is drawn after the bar, as white on black."""
    image = Image.open(io.BytesIO(data)).convert("L").point(lambda value: 255 if value < 200 else 0)
    image.paste(0, (0, 0, 100, HEIGHT))
    return image


def test_a_picture_is_a_png_of_the_size_that_previews_show(painter):
    image = Image.open(io.BytesIO(painter.picture(texts("We don't know."))))
    image.load()
    assert (image.format, image.size) == ("PNG", (1200, 630))


def test_the_same_texts_give_the_same_bytes(painter):
    assert painter.picture(texts("We don't know.")) == Painter().picture(texts("We don't know."))


@pytest.mark.parametrize("words", ["We don't know.", "It is a total dark arcane art. " * 8, "word " * 1000, "x" * 5000])
def test_nothing_is_drawn_beyond_the_edges(painter, words):
    left, top, right, bottom = ink(painter.picture(texts(words, credit=words, site=words))).getbbox()
    assert left >= 100
    assert top >= 60
    assert right <= RIGHT + 2
    assert bottom <= HEIGHT - 40


def test_each_part_is_drawn_at_its_place(painter):
    nothing = ink(painter.picture(texts("i", credit="", site="")))
    credit, site = (ink(painter.picture(texts("i", **{"credit": "", "site": "", name: "Jane Doe"}))) for name in ("credit", "site"))  # fmt: skip
    assert nothing.getbbox()[3] < 462
    assert (
        498
        <= credit.crop((0, 462, WIDTH, HEIGHT)).getbbox()[1] + 462
        < site.crop((0, 462, WIDTH, HEIGHT)).getbbox()[1] + 462
    )


def test_short_words_are_large_and_complete(painter):
    assert painter.fitted("We don't know.", MARKS) == (SIZES[0], ["“We don't know.”"])


def test_longer_words_are_smaller_and_complete(painter):
    words = " ".join(f"word{number}" for number in range(25))
    size, lines = painter.fitted(words, MARKS)
    assert SIZES[0] > size > SIZES[-1]
    assert " ".join(lines) == f"“{words}”"


def test_too_many_words_are_cut_at_a_word(painter):
    words = " ".join(f"word{number}" for number in range(500))
    size, lines = painter.fitted(words, MARKS)
    shown = " ".join(lines)
    assert size == SIZES[-1]
    assert shown.endswith("…”")
    kept = shown[1:-2].split()
    assert kept == words.split()[: len(kept)]
    # Not one more would have had a place.
    assert len(painter.fitted(" ".join(words.split()[: len(kept) + 2]), MARKS).lines[-1]) > 20
    assert len(kept) > 40


def test_a_word_that_no_line_holds_is_broken(painter):
    size, lines = painter.fitted("x" * 5000, MARKS)
    assert len(lines) > 1
    assert lines[-1].endswith("…”")
    assert all(painter.lettering.font(size).getlength(line) <= WIDTH - 72 - 112 for line in lines)


@pytest.mark.parametrize(
    "words",
    ["שלום", "العالم", "🦙", "中文", "e\u0301\u0302", "a\u202eb", "a\u200bb", "\ue000", "\ud800", "naïve — café"],
)
def test_what_the_font_lacks_or_cannot_set_has_no_picture(painter, words):
    assert painter.picture(texts(words)) is None
    assert painter.picture(texts("a", credit=words)) is None
    assert painter.undrawn(texts(words))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_have_a_picture_or_none(painter, words):
    data = painter.picture(texts(words))
    assert (data is None) == bool(painter.undrawn(texts(words)))
    if data:
        Image.open(io.BytesIO(data)).verify()


def test_plain_english_can_be_drawn(painter):
    assert painter.undrawn(texts("We don't know. “Really…” It’s 100 % (of $5): a-b/c & d!")) == ""


def test_a_long_credit_is_cut_at_a_word(painter):
    line = " ".join(f"word{number}" for number in range(50))
    shown = painter.lettering.shortened(line, 32, 800)
    assert line.startswith(shown[:-1] + " ")
    assert 600 < painter.lettering.width(shown, 32) <= 800
    assert painter.lettering.shortened("Jane Doe", 32, 800) == "Jane Doe"


def test_the_digest_changes_with_every_text_and_tells_a_whole_file(painter):
    first = texts("We don't know.")
    others = [first._replace(**{name: "x"}) for name in ("words", "credit", "site")] + [first._replace(marks=("", ""))]
    assert len({painter.digest(each) for each in [first, *others]}) == 5
    data = painter.picture(first)
    assert is_of(data, painter.digest(first))
    assert not is_of(data[:-20], painter.digest(first))
    assert not is_of(data, painter.digest(others[0]))


def test_a_file_that_is_no_font_is_an_error(tmp_path):
    (tmp_path / "font.ttf").write_bytes(b"no font")
    with pytest.raises(OSError):
        Painter(tmp_path / "font.ttf")


def test_line_is_cut_without_the_comma_before_the_cut(painter):
    line = "Jane Doe, a panel on interpretability, May 2024"
    space = int(painter.lettering.width("Jane Doe, a panel on interpretability,…", 32)) + 1
    assert painter.lettering.shortened(line, 32, space) == "Jane Doe, a panel on interpretability…"

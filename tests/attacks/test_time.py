"""The time for input of others grows only in proportion to its size."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from sphinx_unknown_quotes.check.documents.web import read_html
from sphinx_unknown_quotes.check.quotation import parse_quotation, words_beside
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.transcripts.structured.podcast_html import read_podcast_html
from sphinx_unknown_quotes.check.verdicts.speakers import attributed, is_no_name, same_person
from sphinx_unknown_quotes.collection.limits import MOST_COMPARED
from sphinx_unknown_quotes.collection.linking.links import passage_url
from sphinx_unknown_quotes.collection.problems import nearest, shown
from sphinx_unknown_quotes.collection.text.fragments import find_fragment
from sphinx_unknown_quotes.site.cards.wording import Piece, compared

from ..collection.samples import load
from .effort import no_square, steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_unknown_quotes.collection.loading import Library

SIZE = 400_000
HEADS = {
    "t.vtt": "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n",
    "t.srt": "1\n00:00:01,000 --> 00:00:04,000\n",
    "t.txt": "",
    "t.md": "**[0:05]** tea\n",
    "t.lrc": "[00:01.00]",
}
UNITS = {
    "t.vtt": ("<", "<b ", "<!--", "<v ", "<v a>", "<v Ada>a\n", "<00:00:02.000>", "a\n", "&", "[", "{"),
    "t.srt": ("<b ", "{\\", "<", "&", "a\n", "1\n", "-->"),
    "t.txt": (" ", "\t", "\n", "\n ", "[^", "<!--", "<b ", "[", "](", "[a](", "![", "*", "_", "_a", "a a ", "-", "|", "| ", "\n| ",
              "a-\n", "Ada: ", "1:", "0:00 ", "[0:00](", "(", "é", "1-", "a'", ". "),
    "t.md": (" ", "[^", "[(0:00)](", "0:00 ", "** ", "\n"),
    "t.lrc": ("[00:01.00]", "<00:01.00>"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in UNITS.items() for unit in units])
def test_no_transcript_takes_longer_than_its_size_allows(name: str, unit: str) -> None:
    data = HEADS[name] + unit * (SIZE // len(unit)) + "a\nb\n"
    with no_square():
        read_spoken(data.encode(), name)


@pytest.mark.parametrize("read", [lambda text: read_html(text.encode()), read_podcast_html])
@pytest.mark.parametrize("unit", ["<", "<p ", "<!--", "<p>", "<p a=", "<![", "&", "</", "<?", "<script>"])
def test_no_web_page_takes_longer_than_its_size_allows(read: Callable[[str], object], unit: str) -> None:
    with no_square():
        read("<html><body><time>0:01</time><p>tea</p>" + unit * (200_000 // len(unit)))


@pytest.mark.parametrize(
    ("unit", "end"),
    [("a", "[x]"), ("a", ""), ("a", " [x"), ("[", ""), ("[^", ""), ("a[", ""), ("[a]", ""), ("[x]a'", ""), ("(", ""), ("( . . .", ""),
     ("[ . . .", ""), (". ", "x"), ("[sic ", ""), ("(laughs ", ""), ("[ ", ""), ("1-", "a"), ("1,", "a"), ("e\u0301", ""), ("\u0301", "")],
)  # fmt: skip
def test_no_quotation_takes_longer_to_take_apart_than_its_size_allows(unit: str, end: str) -> None:
    with no_square():
        parsed = parse_quotation(unit * (200_000 // len(unit)) + end)
        assert isinstance(parsed.pieces, tuple)


def test_the_words_beside_a_mark_cost_as_many_steps_as_they_are() -> None:
    def look(size: int) -> int:
        pieces = parse_quotation("tea [or coffee] " * size).pieces
        return steps(lambda: [words_beside(pieces, place) for place in range(len(pieces))])

    assert look(200) < 2.1 * look(100)


@pytest.mark.parametrize("name", ["(applause " * 100_000, "another " * 100_000, "a " * 500_000, "A." * 500_000])
def test_no_name_takes_longer_than_its_size_allows(name: str) -> None:
    with no_square():
        same_person(name, "Ada Bee", ["Ada Bee", name])
        is_no_name(name)
        attributed([name], ["Ada Bee"], ["Ada Bee", name], {})


@pytest.mark.parametrize("unit", ["the kettle sings ", "a ", "a b "])
def test_a_reported_wording_costs_steps_by_its_size(unit: str) -> None:
    def look(words: int) -> int:
        reported = unit * (words // len(unit.split()))
        return steps(lambda: compared(reported, f"so {reported}"))

    assert look(8_000) < 2.1 * look(4_000)


def test_a_reported_wording_of_a_page_is_still_marked() -> None:
    words = [f"word{number}" for number in range(MOST_COMPARED - 1)]
    assert [piece for piece in compared(" ".join([*words, "more"]), " ".join(words)) if piece.differs] == [
        Piece("more", differs=True)
    ]


def test_a_reported_wording_beyond_the_limit_is_one_piece() -> None:
    words = " ".join(f"word{number}" for number in range(MOST_COMPARED))
    assert compared(f"{words} more", words) == [Piece(f"{words} more")]


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("a" * 200_000, "b" + "a" * 400_000 + "b"),
        ("ab " * 100_000 + "a", "ab " * 200_000),
        ("a" * 200_000, "a " * 200_000),
    ],
)
def test_a_fragment_that_nearly_occurs_is_not_looked_for_at_every_place(fragment: str, text: str) -> None:
    with no_square():
        assert find_fragment(fragment, text) is None


@pytest.mark.parametrize("words", ["a" * 500_000, "a-" * 250_000, "日" * 500_000, "a " * 250_000])
def test_no_words_take_longer_to_link_than_their_size_allows(words: str) -> None:
    with no_square():
        passage_url("https://example.org/", words)


def test_a_value_in_a_message_is_short() -> None:
    assert len(shown("a" * 1_000_000)) < 100


def test_one_name_among_twice_as_many_costs_twice_the_steps() -> None:
    def look(size: int) -> int:
        return steps(
            partial(nearest, "what-is-inside", [f"unknown-number-{number}" for number in range(1000, 1000 + size)])
        )

    # Names are cached, so a second search costs less.
    look(400)
    assert look(400) < 2.2 * look(200)


def test_each_wrong_unknown_among_twice_as_many_costs_as_many_steps(tmp_path: Path) -> None:
    def look(size: int) -> int:
        quotes = "".join(f"- {{id: q{n}, text: Tea., unknown: unknwon-{n}}}\n" for n in range(size))
        names = "".join(f"unknown-{n}: {{title: Tea}}\n" for n in range(size, 3 * size))
        files = {"a.yaml": f"source: {{title: T, type: talk}}\nquotes:\n{quotes}", "unknowns.yaml": names}
        found: list[Library] = []
        count = steps(lambda: found.append(load(tmp_path / str(size), files)))
        messages = [problem.message for problem in found[0].problems]
        assert len(messages) == size
        assert sum("Did you mean" in message for message in messages) == 20
        return count

    assert look(60) < 2.6 * look(30)

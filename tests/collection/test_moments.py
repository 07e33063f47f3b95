from __future__ import annotations

from typing import Any

import pytest

from sphinx_unknown_quotes.collection.linking.moments import moment_url
from sphinx_unknown_quotes.collection.records import SOURCE_TYPES, Via

from .samples import quotation, source

VIDEO = {"url": "https://youtu.be/DGfCRXuNA2w"}
PDF = {"type": "paper", "url": "https://h/a.pdf"}
ARTICLE = {"type": "article", "url": "https://h/a"}
PASSAGE = "https://h/a#:~:text=We%20don%27t%20know."


@pytest.mark.parametrize(
    ("quoted", "said_in", "expected"),
    [
        ({"at": "25:25"}, VIDEO, "https://youtu.be/DGfCRXuNA2w?t=1525s"),
        ({}, VIDEO, None),
        ({"at": "25:25"}, {}, None),
        ({"at": "25:25"}, {"url": "https://h/"}, None),
        ({"at": "1:00-2:00"}, {"url": "https://h/a.mp3"}, "https://h/a.mp3#t=60,120"),
        ({"page": "3"}, PDF, "https://h/a.pdf#page=3"),
        ({}, PDF, None),
        ({}, ARTICLE, PASSAGE),
        ({"page": "3"}, ARTICLE, PASSAGE),
        # A time in a page of text is not guessed into a passage: the words were heard, not read.
        ({"at": "25:25"}, ARTICLE, None),
        # The page may not have words that only a reporter has.
        ({"via": Via("B")}, ARTICLE, None),
        ({"via": Via("B"), "reported": "Nobody knows."}, ARTICLE, PASSAGE),
        ({}, {"type": "article"}, None),
    ],
)
def test_links_to_the_words_as_near_as_the_source_allows(
    quoted: dict[str, Any], said_in: dict[str, Any], expected: str | None
) -> None:
    assert expected == moment_url(quotation(**quoted), source(**said_in))


def test_a_passage_is_linked_where_the_address_shows_the_words_themselves() -> None:
    linked = [kind for kind in SOURCE_TYPES if moment_url(quotation(), source(type=kind, url="https://h/a"))]
    assert linked == ["article", "report", "testimony", "post", "code"]

"""Where in a transcript a quotation is looked for."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge
from sphinx_unknown_quotes.collection.text.times import parse_span

TEA = "There was tea in the harbour, and the ships were late again. "


def check(said: str, quoted: str, lang: str = "en", at: str = "") -> Judgement:
    cited = parse_span(at) if at else None
    name = "t.vtt" if said.startswith("WEBVTT") else "t.txt"
    return judge(Citation(parse_quotation(quoted), cited, (), lang), read_spoken(said.encode(), name))


@pytest.mark.parametrize(
    ("said", "alike", "quoted", "lang"),
    [
        (
            "Like, the kettle just sang at 99.9 percent.",
            "The kettle seems to be hot at ninety nine point nine percent.",
            "Like, the kettle just sang at ninety nine point nine percent.",
            "en",
        ),
        ("他不在那里，百分之二点五。", "我们看到了水壶，2.5%。它很热，2.5%。", "他不在那里，2.5%。", "zh"),
        ("I don't have, you know, them myself.", "I don't have the spout. I don't have the kettle.", "I don't have them myself.", "en"),
    ],
)  # fmt: skip
def test_words_are_found_although_others_are_more_like_them(said: str, alike: str, quoted: str, lang: str) -> None:
    transcript = f"{TEA * 20}{alike}\n{TEA * 20}{said}\n{TEA * 20}{alike}"
    assert check(transcript, quoted, lang).verdict in ("normalised", "disfluent")


def test_a_name_for_a_pronoun_is_found_where_the_other_words_stand() -> None:
    transcript = f"{TEA * 20} How does the kettle do it? {TEA * 20} How do they do it? {TEA * 20} How do we go on?"
    assert check(transcript, "How do [Ann Bee] do it?").verdict == "elided"


def test_words_at_the_cited_time_pass_although_others_beside_them_are_near() -> None:
    cues = [
        *(f"00:00:{second:02d}.000 --> 00:00:{second + 1:02d}.000\n<v Ann Bee>{words}\n" for second, words in [
            (1, "And it can sing in the air."), (2, TEA * 4), (3, "Then it can"), (5, "sing in the air."), (6, TEA)]),
    ]  # fmt: skip
    cues.insert(3, "00:00:04.000 --> 00:00:05.000\n<v Bo Ek>Yes, exactly.\n")
    assert check("WEBVTT\n\n" + "\n".join(cues), "Then it can sing in the air.", at="0:03").verdict == "disfluent"

"""The classes of edits in languages besides English."""

from __future__ import annotations

import re

from .kinds import Drawn, Kind, Made, planted
from .tongues import TONGUES

SPACELESS = ("ja", "zh")


def _replaced(rules: list[tuple[str, str]]):
    """One of the replacements that the sentence allows, once."""

    def made(drawn: Drawn) -> Made | None:
        found = [
            (match, new)
            for old, new in rules
            for match in re.finditer(old, drawn.text)
            if match.start() > 0 and match.end() < len(drawn.text) and not _is_said_twice(match)
        ]
        if not found or drawn.text.endswith(("?", "？")):
            return None
        match, new = drawn.random.choice(found)
        text = f"{drawn.text[: match.start()]}{match.expand(new)}{drawn.text[match.end() :]}"
        text = re.sub(r" {2,}", " ", text).strip()
        return Made(text) if text != drawn.text else None

    return made


def _is_said_twice(match: re.Match[str]) -> bool:
    """Whether the replaced word is there twice in a row, so that one of them may be left out."""
    word = re.escape(match[0].strip(" ,"))
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(re.search(rf"{word}\W*$", before, re.IGNORECASE) or re.match(rf"\W*{word}", after, re.IGNORECASE))


def _pair(pairs: list[tuple[str, str]], lang: str):
    """A phrase before the end of the sentence, written in another way."""

    def made(drawn: Drawn) -> Made | None:
        if drawn.text.endswith(("?", "？")):
            return None
        one, other = drawn.random.sample(drawn.random.choice(pairs), 2)
        return planted(_with(drawn.text, one, lang), _with(drawn.text, other, lang))

    return made


def _with(text: str, words: str, lang: str) -> str:
    body = text.rstrip(".!。！،,、，")
    between = {"ja": "、", "zh": "，"}.get(lang, " ")
    return f"{body}{between}{words}{'。' if lang in SPACELESS else '.'}"


def _whole(drawn: Drawn) -> Made | None:
    return Made(drawn.text)


def _kinds(lang: str) -> list[Kind]:
    tongue = TONGUES[lang]
    return [
        Kind(lang, "untouched", "pass", _whole),
        Kind(lang, "negation dropped", "none", _replaced(tongue.drops)),
        Kind(lang, "negation inserted", "none", _replaced(tongue.inserts)),
        Kind(lang, "number changed", "none", _pair(tongue.changed, lang)),
        Kind(lang, "words and digits", "pass", _pair(tongue.numbers, lang)),
        Kind(lang, "percent", "pass", _pair(tongue.percent, lang)),
        Kind(lang, "thousands separators", "pass", _pair(tongue.thousands, lang)),
    ]


KINDS = [kind for lang in TONGUES for kind in _kinds(lang)]

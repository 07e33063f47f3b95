"""The examples of the guide's page on verdicts are what the check says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge

PAGE = (Path(__file__).parents[2] / "docs/guide/reference/verdicts.md").read_text("utf-8")
#: Rows of four columns: what the quotation does, what was said, what is quoted, the verdict.
ROWS = re.findall(r"^\| [^|]+ \| ([^|]+) \| ([^|]+) \| `([a-z]+)` \|$", PAGE, re.MULTILINE)
#: Rows of two columns, about one sentence of a transcript.
ONE = re.search(r"the transcript has “([^”]+)”", PAGE)[1]
ABOUT_ONE = re.findall(r"^\| ([^|`]+) \| `([a-z]+)`[^|]*\|$", PAGE, re.MULTILINE)


def test_the_page_has_its_examples():
    assert (len(ROWS), len(ABOUT_ONE)) == (29, 6)


@pytest.mark.parametrize(("said", "quoted", "verdict"), [*ROWS, *((ONE, quoted, verdict) for quoted, verdict in ABOUT_ONE)])  # fmt: skip
def test_an_example_has_the_verdict_that_the_guide_gives(said: str, quoted: str, verdict: str) -> None:
    cited = Citation(parse_quotation(quoted), None, (), "en")
    assert judge(cited, read_spoken(said.encode(), "t.txt")).verdict == verdict

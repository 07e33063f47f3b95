"""The apostrophes that readers see, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.site.apostrophes import typographic


@pytest.mark.parametrize(
    ("recorded", "shown"),
    [
        ("We don't know.", "We don’t know."),
        ("the students' work", "the students’ work"),
        ("the students'", "the students’"),
        ("l'homme d'Espagne", "l’homme d’Espagne"),
        ("м'ята", "м’ята"),
        ("O'Neill", "O’Neill"),
        ("already don’t", "already don’t"),
        # It may be a quotation mark, a prime or another sign.
        ("'so' it's", "'so' it’s"),
        ("he said 'the students' work'", "he said 'the students' work'"),
        ("rock 'n' roll", "rock 'n' roll"),
        ("5' 3\" and f'(x) and f'", "5' 3\" and f'(x) and f'"),
        ("צ'יפס", "צ'יפס"),
        ("x='a'", "x='a'"),
        ('"no"', '"no"'),
    ],
)
def test_apostrophe_is_shown_where_it_is_one_for_sure(recorded, shown):
    assert typographic(recorded) == shown


@given(st.text("ab' \"5.’"))
def test_nothing_but_the_apostrophe_changes(text):
    assert typographic(text).replace("’", "'") == text.replace("’", "'")
    assert typographic(typographic(text)) == typographic(text)


PAGE = """```{unknown-quote}
:id: own
:speaker: Ann O'Neill
:source: Don't ask
:context: On what isn't known.
:via: Bob's notes
:reported: We can't know.

We don't.

We <b>won't</b>.
```

{uq:text}`We don't. <own>` {uq:speaker}`Ann O'Neill`

```{unknown-quote-index}
:by: speaker
:speaker: Ann O'Neill
```

```{unknown-quote-index}
:by: source
:style: table
:speaker: Ann O'Neill
```
"""


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_every_text_of_ours_shows_the_apostrophe(build, builder):
    site = build(PAGE, builder=builder, conf='latex_documents = [("index", "t.tex", "T", "A", "manual")]\n')
    name = {"html": "index.html", "text": "index.txt", "latex": "t.tex"}[builder]
    text = site.output(name).replace("\\sphinxquotesinglright{}", "’")
    for words in ["We don’t.", "won’t", "Ann O’Neill", "Don’t ask", "isn’t known", "Bob’s notes", "can’t know"]:
        assert words in text, words


def test_index_pages_show_the_apostrophe(build):
    site = build(PAGE)
    assert "O’Neill, Ann" in site.html("genindex")
    assert "<h2>Ann O’Neill</h2>" in site.html("uq-speaker")


def test_what_is_recorded_stays_for_machines_and_for_the_script_that_copies(build):
    site = build(PAGE)
    (quote,) = [quote for quote in json.loads(site.output("quotes.json"))["quotes"] if quote["id"] == "own"]
    assert quote["text"] == "We don't.\n\nWe <b>won't</b>."
    assert 'data-words="We don&#x27;t.\n\nWe &lt;b&gt;won&#x27;t&lt;/b&gt;."' in site.html("index")


def test_words_without_an_apostrophe_have_no_copy(build):
    assert "data-words" not in build("```{unknown-quote} shazeer-divine\n```").html("index")


def test_filter_still_knows_a_speaker_by_the_recorded_name(build):
    html = build(PAGE).html("index")
    assert "[[&quot;Ann O&#x27;Neill&quot;,&quot;Ann O’Neill&quot;]" in html
    assert 'data-speaker="Ann O&#x27;Neill"' in html

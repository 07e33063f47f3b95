"""The look of a card in LaTeX."""

from __future__ import annotations

import shutil
import subprocess

import pytest

CONF = 'latex_engine = "xelatex"\nlatex_documents = [("index", "t.tex", "T", "A", "manual")]\n'
CARD = """
# Page

```{unknown-quote}
:id: ours
:speaker: Ann Example
:source: "[1hr talk] A source"
:context: "[sic] is what a line may begin with."

We don't know.
```
"""


@pytest.fixture
def tex(new_site):
    return new_site({"index.md": CARD}, CONF).build("latex").output("t.tex")


def test_words_are_larger_than_the_text_and_the_credit_is_smaller(tex):
    order = [r"\begingroup\large", "We don't know.", r"\endgroup", r"\begingroup\small", "Ann Example", r"\endgroup"]
    places = [0]
    for part in order:
        places.append(tex.index(part, places[-1]))


def test_words_are_not_parted_from_their_credit_by_the_end_of_a_page(tex):
    _, _, after = tex.partition("We don't know.")
    between, _, _ = after.partition("Ann Example")
    assert r"\nopagebreak" in between
    assert r"\interlinepenalty=10000" in between


def test_long_table_may_go_on_on_the_next_page(new_site):
    page = "# Page\n\n```{unknown-quote-index}\n:style: table\n```\n"
    assert r"\begin{longtable}" in new_site({"index.md": page}, CONF).build("latex").output("t.tex")


@pytest.mark.skipif(not shutil.which("xelatex"), reason="there is no XeLaTeX on this machine")
def test_card_is_typeset_without_an_error(new_site, tmp_path):
    site = new_site({"index.md": CARD}, CONF).build("latex")
    for name, content in site.outputs().items():
        (tmp_path / name).write_bytes(content)
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]

"""The look of a card in LaTeX."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import sphinx_unknown_quotes
from sphinx_unknown_quotes.collection.evidence import SUPPORT

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


def test_words_and_credit_stand_in_environments_that_a_site_can_restyle(tex):
    order = [
        "{unknown-quote}",
        "{uq-words}",
        "{language-en}",
        "We don’t know.",
        "{uq-credit}",
        "Ann Example",
        r"\end{sphinxuseclass}",
    ]
    places = [0]
    for part in order:
        places.append(tex.index(part, places[-1]))


def test_credit_has_the_speaker_and_the_mark_of_the_evidence(tex):
    assert r"\DUrole{uq-speaker}{Ann Example}" in tex
    assert r"\DUrole{uq-unchecked}{Not compared with the source yet}" in tex


def test_credit_is_one_paragraph_which_no_end_of_a_page_parts(tex):
    credit = tex[tex.index("DUrole{uq-speaker}") : tex.index("Not compared")]
    assert "\n\n" not in credit
    assert r"\newline{}" in credit


def test_style_is_put_beside_the_document_that_takes_it(new_site):
    site = new_site({"index.md": CARD}, CONF).build("latex")
    assert r"\usepackage{unknown-quotes}" in site.output("t.tex")
    style = site.output("unknown-quotes.sty")
    assert all(rf"\uqdefmark{{{kind}}}" in style for kind in SUPPORT)


def test_card_of_another_script_has_its_font_and_direction(new_site):
    page = CARD.replace(":id: ours", ":id: ours\n:lang: he").replace("We don't know.", "אנחנו לא GPT-4 יודעים")
    tex = new_site({"index.md": page}, CONF).build("latex").output("t.tex")
    assert "{uq-rtl}" in tex
    assert r"\uqrtl{" in tex
    assert r"\uqscript{Hebrew}{אנחנו לא}" in tex
    assert r"\uqltr{ GPT\sphinxhyphen{}4 }" in tex


def test_other_scripts_in_prose_have_their_font_and_literal_text_is_left_alone(new_site):
    page = "# 例\n\nText 太郎 and أهلا وسهلا here, `太郎`.\n"
    tex = new_site({"index.md": page}, CONF).build("latex").output("t.tex")
    assert r"Text \uqscript{CJK}{太郎} and \uqrtl{\uqscript{Arabic}{أهلا وسهلا}} here" in tex
    assert r"\sphinxcode{\sphinxupquote{太郎}}" in tex


def test_engine_without_the_fonts_of_the_machine_gets_plain_text(new_site):
    conf = CONF.replace("xelatex", "pdflatex")
    assert "uqscript" not in new_site({"index.md": "# Page\n\n太郎\n"}, conf).build("latex").output("t.tex")


def test_references_to_a_group_and_to_a_card_have_a_place_to_go_to(new_site):
    page = "# Page\n\n{uq:speaker}`John Hewitt` {uq:quote}`hewitt-why`\n\n```{unknown-quote-index}\n:by: speaker\n:style: cards\n```\n"
    tex = new_site({"index.md": page}, CONF).build("latex").output("t.tex")
    wanted = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}", tex))
    assert {"index:uq-speaker-john-hewitt", "index:hewitt-why"} <= wanted
    assert wanted <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}", tex))


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


def test_headings_stay_with_the_card_or_the_list_below_them(new_site):
    page = "# Book\n\n## One\n\nText.\n\n## Two\n\n### Three\n\n```{unknown-quote} hewitt-why\n```\n\n## Four\n\n```{unknown-quote-index}\n```\n"
    tex = new_site({"index.md": page}, CONF).build("latex").output("t.tex")
    asked = re.findall(r"\\uqkeep\[13\]\{\}\s*\\(?:sphinxstepscope\s*)?\\?(?:\w+)\{(\w+)\}", tex)
    assert asked == ["Two", "Four"]
    style = (Path(sphinx_unknown_quotes.__file__).parent / "site/static/unknown-quotes.sty").read_text("utf-8")
    # Each group of a list asks for it, too.
    assert r"\newenvironment{sphinxclassuq-section}{\uqkeep}" in style
    assert "{uq-section}" in tex

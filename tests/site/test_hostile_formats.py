"""Hostile text in formats other than HTML: no warning, no command, nothing lost."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from sphinx_unknown_quotes.collection.limits import LONGEST_VALUE

from .directives.test_hostile import PAYLOADS, as_yaml

CONF = """
version = copyright = "1"
latex_engine = "xelatex"
latex_documents = [("index", "t.tex", "T", "A", "manual")]
man_pages = [("index", "t", "T", "A", 1)]
texinfo_documents = [("index", "t", "T", "A", "t", "T", "M")]
"""
#: Values of invisible characters alone are refused, with a warning; they are not what this is about.
SHOWN = [payload for payload in PAYLOADS if payload.strip("\u200b\ufeff\u2028\u00ad ")]
FILES = {"latex": "t.tex", "epub": "index.xhtml", "singlehtml": "index.html", "text": "index.txt", "man": "t.1", "texinfo": "t.texi"}  # fmt: skip


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """One page with every payload in every field, and in a list, a table and a map, in each format."""
    from ..conftest import CONF as BASE
    from ..conftest import Site

    words, names = ("text", "translation", "reported"), ("speaker", "role", "section", "context", "translator")
    quotes = []
    unknowns = {}
    for number, payload in enumerate(SHOWN):
        value = payload[:LONGEST_VALUE].strip()
        record = dict.fromkeys(words, payload) | dict.fromkeys(names, value)
        quotes.append({"id": f"p{number}", **record, "unknown": f"u{number}", "via": {"title": value}})
        unknowns[f"u{number}"] = {"title": value, "question": value}
    cards = "".join(f"```{{unknown-quote}} p{number}\n```\n\n" for number in range(len(SHOWN)))
    lists = "".join(
        f"```{{unknown-quote-index}}\n:by: {by}\n:style: {style}\n```\n\n"
        for by, style in [("unknown", "list"), ("speaker", "table"), ("year", "timeline")]
    )
    site = Site(tmp_path_factory.mktemp("hostile")).write(
        {
            "conf.py": BASE + CONF,
            "quotes/all.yaml": as_yaml({"source": {"title": "<b>&\"'", "type": "talk"}, "quotes": quotes}),
            "quotes/unknowns.yaml": as_yaml(unknowns),
            "index.md": f"# Page\n\n{cards}{lists}```{{unknown-quote-map}}\n```\n",
        }
    )
    return {builder: site.build(builder).output(name) for builder, name in FILES.items()} | {"root": site.root}


def words_of(text: str) -> set[str]:
    """The words of a text that no format changes: letters and digits of one kind."""
    return set(re.findall(r"[^\W_]{2,}", text))


#: What a reader of a format sees of its markup.
PLAIN = {
    "text": str,
    "man": lambda text: text.replace("\\%", "").replace("\\-", "-"),
    "texinfo": str,
    "latex": lambda text: re.sub(r"\\(?:sphinxhyphen|uq\w+|allowbreak)\{[^}]*\}|\\\w+\{\}|[{}]", "", text),
    "epub": lambda text: html.unescape(re.sub(r"<[^>]*>", "", text)),
    "singlehtml": lambda text: html.unescape(re.sub(r"<[^>]*>", "", text)),
}


@pytest.mark.parametrize("builder", FILES)
def test_no_word_is_lost(outputs, builder):
    shown = re.sub(r"\s", "", PLAIN[builder](outputs[builder]))
    wanted = {word for payload in SHOWN for word in words_of(payload)}
    assert sorted(word for word in wanted if word not in shown) == []


def test_epub_page_is_well_formed_and_has_no_script(outputs):
    page = ElementTree.fromstring(outputs["epub"])
    assert {element.tag.rpartition("}")[2] for element in page.iter()}.isdisjoint({"script", "iframe", "svg"})


def test_latex_has_no_command_of_a_payload(outputs):
    tex = outputs["latex"]
    assert tex.count(r"\end{document}") == 1
    assert r"\input{/etc" not in tex
    assert "$x^2$" not in tex


def test_man_page_has_no_request_of_a_payload(outputs):
    _, _, body = outputs["man"].partition(".SH NAME")
    requests = set(re.findall(r"^[.'](\S*)", body, re.MULTILINE))
    assert requests <= {
        '\\"',
        "SH",
        "SS",
        "sp",
        "nf",
        "fi",
        "IP",
        "RS",
        "RE",
        "INDENT",
        "UNINDENT",
        "nr",
        "in",
        "TS",
        "TE",
        "ft",
        "PP",
        "TP",
    }


@pytest.mark.skipif(not shutil.which("xelatex"), reason="there is no XeLaTeX on this machine")
def test_xelatex_takes_every_payload(outputs):
    folder = outputs["root"] / "_build/latex"
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "t.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]

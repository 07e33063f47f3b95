"""Odd and hostile input: each gives a page and a pointed warning, or has the meaning that the guide gives it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.parsing.validation import one_of
from sphinx_unknown_quotes.collection.text.fragments import find_fragment
from sphinx_unknown_quotes.site.directives.inline import read_inline
from sphinx_unknown_quotes.site.directives.list_options import OPTIONS, ListOptions, read_options
from sphinx_unknown_quotes.site.directives.quote import UnknownQuote
from sphinx_unknown_quotes.site.messages import WARNING_SUBTYPES

PAYLOADS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "</blockquote></div>", "</script><script>alert(1)",
    "<!--", "-->", "]]>", "&lt;b&gt;", "&amp;", "\\end{document}", "\\input{/etc/passwd}", "$x^2$ & 50% #1 _a_ ~ {b}", "`` ` ``", "{uq:text}`x`",
    "{{ config }}", "{% raw %}", "|sub|", "[](#x)", "![](x.png)", "*a* **b**", "- item", "1. item", "> quote", "# heading", "---", "+++", "^^^",
    ":::{note}", ".. raw:: html", ":role:`x`", "http://example.org", "a@b.example", "…", "--", "'\"", "«»", "\u202eRTL\u202c", "\u2028", "\u00ad",
    "אבג", "日本語", "🤷🏽‍♀️", "é", "é", "İ", "ﬁ", "a" * 5000, "word " * 2000, "\u200b\u200b", "\ufeff",
]  # fmt: skip


def as_yaml(value: object) -> str:
    """JSON is YAML, except for the pairs of escapes with which it writes characters beyond the first plane."""
    return json.dumps(value, ensure_ascii=False)


class _Events(HTMLParser):
    """Collects tags that a card never has."""

    def __init__(self):
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "iframe"):
            self.scripts.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def card_of(html: str) -> str:
    return html[html.index('<div class="unknown-quote') : html.index('<div class="sphinxsidebar')]


@pytest.fixture(scope="module")
def payload_site(tmp_path_factory):
    """One site that has every payload in every field of a record."""
    from ...conftest import CONF, Site

    fields = ("text", "speaker", "role", "section", "context", "translation", "translator", "reported")
    quotes, unknowns = [], {}
    for number, payload in enumerate(PAYLOADS):
        record = {
            "id": f"p{number}",
            **dict.fromkeys(fields, payload),
            "unknown": f"u{number}",
            "via": {"title": payload},
        }
        quotes.append(record)
        unknowns[f"u{number}"] = {"title": payload, "question": payload}
    files = {
        "conf.py": CONF,
        "quotes/all.yaml": as_yaml(
            {"source": {"title": "<b>&\"'", "type": "talk", "container": "<i>"}, "quotes": quotes}
        ),
        "quotes/unknowns.yaml": as_yaml(unknowns),
        "index.md": "# Page\n\n"
        + "".join(f"```{{unknown-quote}} p{number}\n```\n\n" for number in range(len(PAYLOADS)))
        + "".join(
            f"```{{unknown-quote-index}}\n:by: {by}\n:style: {style}\n```\n\n"
            for by, style in [("unknown", "list"), ("speaker", "table")]
        ),
    }
    return Site(tmp_path_factory.mktemp("payloads")).write(files).build(expect_warnings=True)


def test_no_payload_makes_a_warning_but_characters_that_are_none(payload_site):
    """Blank and invisible values are refused; everything else is text."""
    assert all("unknown_quotes." in warning for warning in payload_site.warnings)


@pytest.mark.parametrize("name", ["index", "uq-unknown", "uq-speaker", "uq-source", "uq-year", "genindex"])
def test_no_payload_becomes_markup(payload_site, name):
    parser = _Events()
    html = payload_site.html(name)
    body = html[html.index('<div class="body"') : html.index('<div class="sphinxsidebar')]
    parser.feed(body)
    assert parser.scripts == []
    assert parser.handlers == []


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_every_payload_is_shown_as_it_was_recorded(payload_site, number):
    exported = {quote["id"]: quote for quote in json.loads(payload_site.output("quotes.json"))["quotes"]}
    wanted = PAYLOADS[number].strip()
    if f"p{number}" not in exported:
        assert not wanted.strip("\u200b\ufeff")
        return
    assert exported[f"p{number}"]["text"] == wanted
    import html

    shown = re.search(rf'id="p{number}".*?<blockquote[^>]*>(.*?)</blockquote>', payload_site.html("index"), re.DOTALL)
    assert shown
    assert " ".join(html.unescape(re.sub(r"</?p>", "", shown[1])).split()) == " ".join(wanted.split())


def test_no_payload_becomes_a_command_of_latex(new_site):
    quotes = [{"id": f"p{number}", "text": payload, "speaker": payload} for number, payload in enumerate(PAYLOADS[:48])]
    site = new_site({
        "index.md": "# Page\n\n" + "".join(f"```{{unknown-quote}} p{number}\n```\n\n" for number in range(48)),
        "quotes/all.yaml": as_yaml({"source": {"title": "T", "type": "talk"}, "quotes": quotes}),
    }, 'latex_documents = [("index", "t.tex", "T", "A", "manual")]\n').build("latex", expect_warnings=True)  # fmt: skip
    tex = site.output("t.tex")
    assert tex.count(r"\end{document}") == 1
    assert r"\input{/etc" not in tex


OPTION_VALUES = [
    "",
    " ",
    "x",
    "-1",
    "0",
    "1e9",
    "99999999999999999999",
    "../../etc/passwd",
    "a;b",
    ";",
    ";;;",
    "a\tb",
    "é",
    "日本",
    "<b>",
    "'",
    "\\",
    "%s",
    "{0}",
    "None",
    "true",
    "[]",
]


@pytest.mark.parametrize("option", list(OPTIONS))
@pytest.mark.parametrize("value", OPTION_VALUES)
def test_any_value_of_a_list_option_is_read_or_reported(option, value):
    options, problems = read_options({option: value})
    default = ListOptions()
    taken = options != default
    assert taken or problems or not value.strip("; ") or option == "empty"


@pytest.mark.parametrize("option", sorted(set(UnknownQuote.option_spec) - {"class", "example"}))
@pytest.mark.parametrize("value", ["", "x y", "javascript:alert(1)", "\x01", "9999-99-99", "<b>"])
def test_any_value_of_a_card_option_is_read_or_reported(option, value):
    record, problems = read_inline({"id": "q", option: value}, "Words.", "page.md", 3)
    kept = json.dumps([record.quotation, record.source], default=list)
    assert problems or not value or json.dumps(value)[1:-1] in kept
    assert all(problem.subtype in WARNING_SUBTYPES for problem in problems)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "/x", "x", "http://", "http:///x", "https://a b/",
     "https://a/ b", "https://a\n.b", "http://[::1", "http://a:99999/", "http://a:b/", "ftp://a.example/", "https://exa mple.org", "https://a.example/\"onclick=", "https://a.example/<b>"],
)  # fmt: skip
def test_address_that_no_link_should_have_is_refused(address):
    record, problems = read_inline({"id": "q", "url": address}, "Words.", "page.md", 3)
    assert [problem.subtype for problem in problems] == ["url"]
    assert "url" not in record.source


@pytest.mark.parametrize(
    "address",
    [
        "https://müller.example/ä",
        "http://[::1]:8080/x",
        "https://xn--mller-kva.example/",
        "https://a.example/?q=%22&b=c#d",
        "HTTPS://A.example",
    ],
)
def test_address_of_any_sort_that_a_browser_opens_is_taken(address):
    assert read_inline({"id": "q", "url": address}, "Words.", "page.md", 3)[1] == []


@given(st.dictionaries(st.sampled_from(sorted(OPTIONS)), st.text(max_size=40)))
def test_list_options_never_fail(options):
    read, problems = read_options(options)
    assert read.by
    assert read.limit >= 0
    assert all(problem.option in OPTIONS for problem in problems)


@given(
    st.dictionaries(
        st.sampled_from(sorted(set(UnknownQuote.option_spec) - {"class", "example"})), st.text(max_size=40)
    ),
    st.text(min_size=1),
)
def test_card_options_never_fail(options, text):
    record, problems = read_inline({**options, "id": "q"}, text, "page.md", 1)
    quotation, _source = record.records()
    assert quotation.text == text
    assert all(problem.message for problem in problems)


@given(st.text(), st.text())
def test_a_fragment_is_found_only_where_it_stands(fragment, text):
    found = find_fragment(fragment, text)
    if found is not None:
        assert found in " ".join(text.split())


@given(st.lists(st.text(alphabet="abcdeé'’ ", min_size=1), min_size=1, max_size=8))
def test_every_run_of_whole_words_is_found(parts):
    words = " ".join(parts).split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            run = " ".join(words[start:end])
            assert find_fragment(run, " ".join(words)) is not None or not any(char.isalnum() for char in run)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_collection_builds(tmp_path_factory, data):
    """Bytes, or records of arbitrary text: no traceback, and every warning is one of the extension and has a place."""
    from ...conftest import CONF, Site

    words = st.text(max_size=60)
    record = st.dictionaries(
        st.sampled_from(["id", "text", "speaker", "at", "unknown", "lang", "page", "seen", "x"]),
        st.one_of(words, st.just("q1")),
    )
    files = data.draw(st.lists(st.one_of(st.binary(max_size=200), st.lists(record, max_size=4)), max_size=3))
    site = Site(tmp_path_factory.mktemp("any")).write(
        {"conf.py": CONF, "index.md": "# Page\n\n```{unknown-quote} q1\n```\n\n```{unknown-quote-index}\n```\n"}
    )
    (site.root / "quotes").mkdir()
    for number, content in enumerate(files):
        if isinstance(content, list):
            content = as_yaml({"source": {"title": data.draw(words), "type": "talk"}, "quotes": content}).encode(
                "utf-8", "replace"
            )
        site.write({f"quotes/f{number}.yaml": content})
    site.build(expect_warnings=True)
    assert all(re.search(r"^[^ ]+:\d+: WARNING: .*\[unknown_quotes\.\w+\]$", line) for line in site.warnings), (
        site.warnings
    )


def test_symlinks_and_folders_in_the_collection_do_no_harm(new_site):
    site = new_site({"index.md": "# Page\n\n```{unknown-quote} hewitt-why\n```\n"})
    (site.root / "quotes/loop.yaml").symlink_to("loop.yaml")
    (site.root / "quotes/folder.yaml").mkdir()
    site.build(expect_warnings=True)
    assert len(site.warnings) == 2
    assert all("[unknown_quotes.file]" in warning for warning in site.warnings)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema_version": 2, "quotes": {}}', b'{"schema_version": 1, "quotes": {"hewitt-why": {"digest": 1}}}',
                                     b'{"schema_version": 1, "quotes": {"hewitt-why": {"digest": "x", "verdict": "perfect"}}}', b"\xff", b"[" * 100000])  # fmt: skip
def test_damaged_evidence_is_reported_and_counts_as_none(new_site, content):
    site = new_site({"index.md": "# Page\n\n```{unknown-quote} hewitt-why\n```\n", "quotes/evidence.json": content})
    site.build(expect_warnings=True)
    assert "Not compared with the source yet" in site.html("index")
    assert [
        bool(re.search(r"evidence.json:\d+: WARNING: .*\[unknown_quotes.evidence\]", line)) for line in site.warnings
    ] == [True]


@pytest.mark.parametrize("value", ["None", "1", "[]", "''", "' '", "b'x'", "{'a': 1}", "'\\0'", "lambda: 1"])
@pytest.mark.parametrize("name", ["path", "json", "general_index"])
def test_any_configuration_builds(new_site, name, value):
    site = new_site({"index.md": "# Page\n"}, f"unknown_quotes_{name} = {value}\n").build(expect_warnings=True)
    assert (site.outdir / "index.html").exists()
    assert any(f"unknown_quotes_{name} " in warning for warning in site.warnings)


def test_yaml_bomb_and_endless_lines_are_quick(new_site):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
    )
    site = new_site(
        {
            "index.md": "# Page\n",
            "quotes/bomb.yaml": bomb,
            "quotes/deep.yaml": "[" * 50000,
            "quotes/long.yaml": "x" * 10_000_000,
        }
    )
    site.build(expect_warnings=True)
    assert {warning[warning.rindex("[") :] for warning in site.warnings} <= {
        "[unknown_quotes.alias]",
        "[unknown_quotes.yaml]",
        "[unknown_quotes.value]",
        # Aliases hide nothing else, so the message says that the file is not a source.
        "[unknown_quotes.missing_key]",
    }


def test_one_of_names_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'lecture'"):
        one_of(["lecture", "talk"])("lectur")

"""The guide's example of every warning is what a build says of a site with that mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_unknown_quotes.collection.evidence import Evidence, quotation_digest, write_evidence
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot
from sphinx_unknown_quotes.site.messages import WARNING_SUBTYPES

EXAMPLES = Path(__file__).parents[2] / "docs/guide/reference/warning-examples.txt"

PANEL = """source:
  title: A panel
  type: talk
quotes:
  - id: doe-panel
    text: We have no idea at all why it works.
    speaker: Jane Doe
"""


def other(extra):
    """Another quotation, with a line of its own, the 8th of the file."""
    key = extra.partition(":")[0]
    text = PANEL.replace("doe-panel", f"doe-{key}").replace("We have no idea at all why it works.", "Nobody knows.")
    return text + f"    {extra}\n"


#: A site with one mistake of each kind that a build of HTML meets; names of files say which.
WRONG = {
    "conf.py": 'unknown_quotes_paht = "quotes"\nunknown_quotes_feed = True\nunknown_quotes_pictures = True\n',
    "quotes/panel.yaml": PANEL,
    "quotes/unknowns.yaml": "inner-workings: {title: Inner workings}\n",
    "quotes/yaml.yaml": PANEL.replace("A panel", "Panel: the end"),
    "quotes/alias.yaml": other("role: *host"),
    "quotes/encoding.yaml": PANEL.replace("Jane Doe", "J\u00fcrgen Doe").encode("latin-1"),
    "quotes/empty.yaml": "",
    "quotes/file.YAML": PANEL,
    "quotes/unknown-key.yaml": other("rol: Host"),
    "quotes/missing-key.yaml": PANEL.replace("    text: We have no idea at all why it works.\n", ""),
    "quotes/duplicate-key.yaml": other("speaker: Ann Bee"),
    "quotes/repeated.yaml": PANEL,
    "quotes/id.yaml": PANEL.replace("doe-panel", "Doe panel"),
    "quotes/value.yaml": other("status: wrong"),
    "quotes/time.yaml": other("at: 12 minutes"),
    "quotes/date.yaml": other("seen: 2024/05/03"),
    "quotes/url.yaml": other("role: Host").replace("type: talk", "type: talk\n  url: example.org"),
    "quotes/lang.yaml": other("lang: English"),
    "quotes/unknown.yaml": other("unknown: inner-working"),
    "quotes/report.yaml": PANEL.replace("doe-panel", "roe-panel").replace("Jane Doe", "Richard Roe"),
    "quotes/evidence.json": "{",
    "index.md": """# Page

{uq:quote}`doe-panel` {uq:qoute}`doe-panel`

```{unknown-quote} deo-panel
```

{uq:text}`nobody knows <doe-panel>`

```{unknown-quote-index}
:by: speeker
```

```{unknown-quote}
:id: nothing
```
""",
}
#: One of each kind that the builder quotecheck meets.
CHECKED = {
    "conf.py": 'unknown_quotes_prose = "all"\nunknown_quotes_check = "strict"\n',
    "quotes/panel.yaml": PANEL + "  - {id: near, text: It is near to what was said there.}\n  - {id: edited, text: It was edited since.}\n",
    "index.md": """# Page

Jane Doe said “We have no idea at all how it works.”

Jane Doe said “We have no idea at all why it works.”

“We have no idea at all why it works,” said Richard Roe.

Somebody said “the cat sat on the large red mat”.
""",
}  # fmt: skip


def evidence(folder):
    library = load_library(take_snapshot(folder))
    digests = {
        name: quotation_digest(library.quotations[name], library.sources[library.quotations[name].source])
        for name in ("near", "edited")
    }
    found = {"near": Evidence(digest=digests["near"], verdict="near", changes=2)}
    return write_evidence(found | {"edited": Evidence(digest="0" * 32, verdict="verbatim")})


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """The first warning of each subtype, in the order of the guide's table."""
    from tests.conftest import CONF, Site

    said = []
    for files, builder in ((WRONG, "html"), (CHECKED, "quotecheck")):
        site = Site(tmp_path_factory.mktemp("site"))
        site.write(files | {"conf.py": CONF.lstrip() + files["conf.py"]})
        if builder == "html":
            # Something is in the place of an output file.
            site.write({"_build/html/quotes.csv/x": ""})
        else:
            site.write({"quotes/evidence.json": evidence(site.root / "quotes")})
        site.build(builder, expect_warnings=True)
        said += [line.replace(str(site.root), ".") for line in site.warnings]
    by_subtype = {}
    for line in said:
        if match := re.search(r" \[unknown_quotes\.(\w+)\]$", line):
            by_subtype.setdefault(match[1], line)
    return {subtype: by_subtype.get(subtype, "") for subtype in WARNING_SUBTYPES}


def test_a_build_gives_every_warning(examples):
    assert [subtype for subtype, line in examples.items() if not line] == []


def test_the_guide_shows_what_a_build_says(examples):
    made = "".join(f"{line}\n" for line in examples.values())
    shown = EXAMPLES.read_text(encoding="utf-8") if EXAMPLES.exists() else ""
    assert shown == made, f"write into {EXAMPLES}:\n{made}"


def test_every_warning_of_the_collection_has_its_line(examples):
    whole = {"empty", "file", "evidence"}
    for subtype in PROBLEM_SUBTYPES.keys() - whole:
        assert re.match(r"quotes/[\w-]+\.yaml:\d+:\d+: WARNING: ", examples[subtype]), examples[subtype]

"""The seconds that the parts of a build and of a check take: ``nox -s bench``. Nothing is asserted."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.selection import Collection
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot
from sphinx_unknown_quotes.collection.text.times import parse_span
from sphinx_unknown_quotes.publish.quotes_json import quotes_json
from sphinx_unknown_quotes.site.lists.index_pages import IndexPages

from .made_up import cards, collection, made_up

MANY = 10_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a collection of many quotations."""
    root = tmp_path_factory.mktemp("many")
    (root / "quotes").mkdir()
    for name, text in collection(made_up(MANY)).items():
        (root / name).write_text(text)
    return root / "quotes"


def test_load_10_000_records_from_yaml(benchmark, folder):
    library = benchmark.pedantic(lambda: load_library(take_snapshot(folder)), rounds=3)
    assert len(library.quotations) == MANY


def test_load_10_000_records_from_the_cache(benchmark, folder, tmp_path):
    load_library(take_snapshot(folder), tmp_path / "cache")
    library = benchmark(lambda: load_library(take_snapshot(folder), tmp_path / "cache"))
    assert len(library.quotations) == MANY


def test_export_10_000_quotations(benchmark, folder):
    library = load_library(take_snapshot(folder))
    whole = Collection(library.quotations, library.sources, library.unknowns, library.evidence)
    assert benchmark(lambda: quotes_json(whole, {})).count(b"Nobody") > 0


@pytest.fixture
def app(new_site):
    """A site with a page of 500 cards, built."""
    made = made_up(500)
    files = {"index.md": f"# Page\n\n{cards(made)}", **collection(made)}
    return new_site(files, 'myst_enable_extensions = ["colon_fence"]\n', quotes=False).build().app


def test_build_500_cards(benchmark, app):
    """From the stored page to its HTML."""
    env, builder = app.env, app.builder
    page = benchmark(
        lambda: builder.render_partial(env.get_and_resolve_doctree("index", builder, tags=builder.tags).children[0])
    )
    assert page["fragment"].count("<blockquote") == 500


def test_build_an_index_of_500_entries(benchmark, app):
    """From the records to the HTML of the list."""
    domain = app.env.domains["uq"]

    def index():
        domain.begin_build()
        context = {}
        IndexPages().replace_template(app, "uq-speaker", "domainindex.html", context, None)
        return context["body"]

    assert benchmark(index).count('class="uq-entry"') == 500


#: Two hours of speech.
SPOKEN = read_spoken(
    ("WEBVTT\n\n" + "\n\n".join(
        f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}.000 --> "
        f"{(second + 3) // 3600:02d}:{(second + 3) // 60 % 60:02d}:{(second + 3) % 60:02d}.000\n{made.text}"
        for second, made in zip(range(0, 7200, 3), made_up(2400), strict=True)
    )).encode(),
    "talk.vtt",
)  # fmt: skip


@pytest.mark.parametrize("edit", ["untouched", "a word replaced", "invented"])
def test_check_a_quotation(benchmark, edit):
    made = made_up(2400)[1200]
    text = {"untouched": made.text, "a word replaced": made.text.replace("kettle", "umbrella"),
            "invented": "Penguins of the northern harbour sleep where no ships have ever come to rest."}[edit]  # fmt: skip
    verdict = benchmark(lambda: judge(Citation(parse_quotation(text), parse_span("1:00:00"), (), "en"), SPOKEN).verdict)
    assert verdict in ({"untouched": ("verbatim", "normalised")}.get(edit, ("near", "altered", "missing")))

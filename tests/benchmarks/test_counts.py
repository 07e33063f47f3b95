"""What a quotation costs, in figures that repeat: nodes, calls and bytes. Seconds are for ``nox -s bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docutils import nodes

from .made_up import block_quotes, cards, collection, inline_cards, made_up, unknowns

COLON_FENCE = 'myst_enable_extensions = ["colon_fence"]\n'
FEW, MORE = 60, 120


def files(number, page=cards):
    """A page of so many quotations, and the collection."""
    return {"index.md": f"# Page\n\n{page(made_up(number))}", **collection(made_up(number))}


def calls(function) -> int:
    """Count the calls of Python functions while *function* runs."""
    count = 0

    def note(_frame, event, _arg):
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture
def marginal(new_site):
    """Return a function that tells what one more quotation on a page costs a build, and the one after, in calls."""

    def measure(page, conf="") -> tuple[float, float]:
        counts = []
        for number in (FEW, FEW, MORE):
            site = new_site(files(number, page), COLON_FENCE + conf, quotes=False)
            # The first is not counted: it fills caches.
            counts.append((calls(site.build), calls(site.build)))
        (first, again), (first_more, again_more) = counts[1:]
        return (first_more - first) / (MORE - FEW), (again_more - again) / (MORE - FEW)

    return measure


def test_a_card_is_one_node_when_it_is_read_and_three_when_it_is_written(new_site):
    site = new_site(files(FEW), COLON_FENCE, quotes=False).build()
    read, written = site.app.env.get_doctree("index"), site.doctree()

    def count(document):
        return sum(1 for _ in next(document.findall(nodes.section)).findall())

    heading = 3
    assert count(read) == heading + FEW
    assert count(written) == heading + 3 * FEW


def test_a_card_with_its_indexes_takes_half_the_calls_of_a_block_quote(marginal):
    card, _ = marginal(cards)
    block_quote, _ = marginal(block_quotes)
    assert card < block_quote / 2


def test_a_page_of_its_own_and_all_files_take_few_calls(marginal):
    """Without them it is 950 and 250 calls."""
    conf = 'html_baseurl = "https://talks.example/"\nunknown_quotes_pages = True\n'
    published, without_change = marginal(cards, conf)
    assert published < 1650
    assert without_change < 900


@pytest.mark.parametrize(("page", "most"), [(cards, 20), (inline_cards, 400)])
def test_the_environment_keeps_few_bytes_a_quotation(new_site, page, most):
    def size(number):
        site = new_site(files(number, page) | unknowns(), COLON_FENCE, quotes=False)
        if page is inline_cards:
            for path in (site.root / "quotes").glob("talk-*"):
                path.unlink()
        return Path(site.build().app.doctreedir, "environment.pickle").stat().st_size

    assert (size(MORE) - size(FEW)) / (MORE - FEW) < most


def test_a_build_imports_nothing_of_the_check_and_of_the_command(new_site):
    """Their libraries need not be installed, and where they are, no build waits for them."""
    site = new_site(files(1), COLON_FENCE, quotes=False)
    script = (
        "import sys; from sphinx.cmd.build import main; main(sys.argv[1:]);"
        "print(*(name for name in sys.modules if name.startswith('sphinx_unknown_quotes') or '.' not in name))"
    )
    command = [sys.executable, "-c", script, "-q", str(site.root), str(site.root / "_build")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "sphinx_unknown_quotes.site.domain.domain" in imported
    assert not imported & {"rapidfuzz", "rich", "click"}
    ours = ("sphinx_unknown_quotes.check", "sphinx_unknown_quotes.commands", "sphinx_unknown_quotes.cli")
    assert not [name for name in imported if name.startswith(ours)]

"""The cost of a quotation in figures that are the same in every run: nodes, calls and bytes. ``nox -s bench`` has seconds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docutils import nodes

from sphinx_unknown_quotes.check.locating.align import align
from sphinx_unknown_quotes.check.locating.locate import _anchors, _likeliest
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge, judge_elsewhere
from sphinx_unknown_quotes.collection.text.times import parse_span

from .made_up import block_quotes, cards, collection, inline_cards, made_up, unknowns

COLON_FENCE = 'myst_enable_extensions = ["colon_fence"]\n'
FEW, MORE = 60, 120


def files(number, page=cards):
    """A page of so many quotations, and the collection."""
    return {"index.md": f"# Page\n\n{page(made_up(number))}", **collection(made_up(number))}


def calls(function, of=None) -> int:
    """Count the calls of Python functions while *function* runs, or only those *of* one function."""
    count = 0

    def note(frame, event, _arg):
        nonlocal count
        count += event == "call" and (of is None or frame.f_code is of.__code__)

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


#: Each line has words of its own, and some that every other has, too.
CUES = [
    f"the kettle {own} sings of ta{own} and {own}no and then of {own}pa and so{own} until it boils"
    for own in ("".join("bacdefghij"[int(digit)] for digit in f"{n:03}") for n in range(200))
]
CUE = CUES[100]
QUOTED = CUE.replace(" and then ", " umbrella ")


@pytest.fixture(scope="module")
def spoken():
    """Captions, a line every ten seconds."""
    times = [f"00:{n // 6:02}:{n % 6}0.000" for n in range(201)]
    blocks = [f"{times[n]} --> {times[n + 1]}\n{cue}\n" for n, cue in enumerate(CUES)]
    return read_spoken("\n".join(["WEBVTT\n", *blocks]).encode(), "talk.vtt")


def cited(text, at=None):
    return Citation(parse_quotation(text), parse_span(at) if at else None, (), "en")


def test_a_quotation_that_stands_just_so_is_aligned_with_nothing_and_takes_few_calls(spoken):
    """It is 200, and most of them look at the sentence around it."""
    citation = cited(CUE, "16:40")
    assert judge(citation, spoken).verdict == "verbatim"
    assert calls(lambda: judge(citation, spoken), of=align) == 0
    assert calls(lambda: judge(citation, spoken)) < 300


def test_words_that_are_near_at_their_time_are_aligned_once_and_looked_for_nowhere_else(spoken):
    citation = cited(QUOTED, "16:40")
    assert judge(citation, spoken).verdict == "near"
    assert calls(lambda: judge(citation, spoken), of=align) == 1
    assert calls(lambda: judge(citation, spoken), of=_likeliest) == 1
    assert calls(lambda: judge(citation, spoken), of=_anchors) == 0


def test_many_words_that_are_near_without_a_time_are_aligned_once(spoken):
    citation = cited(QUOTED)
    assert judge(citation, spoken).verdict == "near"
    assert calls(lambda: judge(citation, spoken), of=align) == 1


def test_words_are_aligned_with_no_place_of_another_transcript_that_lacks_one_of_them(spoken):
    """There they count only if they pass."""
    lacking, whole = cited(CUE.replace(" and then ", " … umbrella ")), cited(CUE.replace(" and then ", " … "))
    assert calls(lambda: judge_elsewhere(lacking, spoken), of=align) == 0
    assert judge_elsewhere(whole, spoken).verdict == "elided"
    assert calls(lambda: judge_elsewhere(whole, spoken), of=align) > 0

"""Parallel workers give the same result as one process."""

from __future__ import annotations

import os

import pytest

PAGES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\n*\n```\n",
    **{
        f"p{i}.md": f"# Page {i}\n\n```{{unknown-quote}} {quote}\n```\n\n```{{unknown-quote}}\n:id: own-{i}\n:speaker: S {i}\n\nOwn words {i}.\n```\n\n"
        f"{{uq:quote}}`own-{(i + 3) % 9}` {{uq:text}}`own-{(i + 5) % 9}`\n"
        for i, quote in enumerate(["hewitt-why", "hewitt-ways", "shazeer-divine"] * 3)
    },
    "list.md": "# List\n\n```{unknown-quote-index}\n```\n\n```{unknown-quote-index}\n:by: speaker\n:style: cards\n```\n",
}


def build(site, parallel, out, **options):
    pids = site.root / f"pids-{out}"
    conf = f"\ndef setup(app):\n    import os\n    app.connect('doctree-read', lambda *_: open(r'{pids}', 'a').write(f'{{os.getpid()}}\\n') and None)\n    app.connect('doctree-resolved', lambda *_: open(r'{pids}', 'a').write(f'w{{os.getpid()}}\\n') and None)\n    return {{'parallel_read_safe': True, 'parallel_write_safe': True}}\n"
    text = (site.root / "conf.py").read_text().split("\ndef setup")[0]
    site.write({"conf.py": text + conf})
    site.build(parallel=parallel, out=out, **options)
    return site.outputs(), set(pids.read_text().split()) if pids.exists() else set()


@pytest.mark.parametrize("parallel", [2, 4])
def test_parallel_builds_are_byte_identical_to_serial_ones(new_site, parallel):
    site = new_site({**PAGES, "p9.md": "# Missing\n\n{uq:quote}`nobody` {uq:speaker}`John Hewitt`\n"})
    serial, _ = build(site, 0, "serial", expect_warnings=True)
    warnings = site.warnings
    both, pids = build(site, parallel, "parallel", expect_warnings=True)
    assert both == serial
    assert sorted(site.warnings) == sorted(warnings)
    assert len({pid for pid in pids if not pid.startswith("w")}) >= 2, "more than one process read"
    assert {pid.removeprefix("w") for pid in pids} - {str(os.getpid())}, "workers ran"


@pytest.mark.parametrize("builder", ["dirhtml", "epub", "json"])
def test_other_builders_of_html_write_the_same_in_parallel(new_site, monkeypatch, builder):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site = new_site(PAGES, 'version = "1"\ncopyright = "Nobody"\n')
    serial = site.build(builder, out="serial").outputs()
    parallel = site.build(builder, parallel=2, out="parallel").outputs()
    assert parallel.keys() == serial.keys()
    # These hold the names of folders, or times.
    varying = {name for name in serial if name.endswith((".epub", ".pickle", "last_build", ".buildinfo"))}
    assert {name for name in serial if parallel[name] != serial[name]} <= varying


def test_incremental_parallel_builds_are_byte_identical_to_serial_ones(new_site):
    results = []
    for parallel in (0, 2, 4):
        site = new_site(PAGES).build(parallel=parallel)
        site.edit("quotes/lecture.yaml", "No one's", "Nobody's").edit("p4.md", "Own words", "Other words")
        site.write({"p8.md": "# Nothing\n"}).write(
            {"p1.md": site.root.joinpath("p1.md").read_text().replace("`own-6`", "`own-5`")}
        )
        site.write({f"p{i}.md": (site.root / f"p{i}.md").read_text().replace("own-8", "own-7") for i in range(9)})
        results.append(site.build(parallel=parallel).outputs())
    assert results[0] == results[1] == results[2]


def test_duplicate_id_gives_one_warning_that_names_both_places(new_site):
    """Each worker sees only its own pages, so the main process must look."""
    inline = "```{unknown-quote}\n:id: twin\n\nWords.\n```\n"
    site = new_site({**PAGES, "p0.md": f"# Zero\n\n{inline}", "p7.md": f"# Seven\n\n{inline}"})
    site.write(
        {
            f"p{i}.md": (site.root / f"p{i}.md").read_text().replace("own-0", "own-1").replace("own-7", "own-1")
            for i in range(9)
        }
    )
    for parallel in (0, 2):
        site.build(parallel=parallel, out=f"j{parallel}", expect_warnings=True)
        twins = [warning for warning in site.warnings if "twin" in warning]
        assert len(twins) == 1
        assert twins[0].startswith("p7.md:3: WARNING: 'twin' is already recorded at ")
        assert "p0.md:3, and that one counts." in twins[0]


def test_page_that_is_read_again_is_no_duplicate_of_itself(new_site):
    site = new_site(PAGES).build()
    site.edit("p1.md", "# Page 1", "# Page One").build()
    assert "p1" in site.read

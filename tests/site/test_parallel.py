"""Workers read and write what one process would."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_unknown_quotes.collection.loading import read_files
from sphinx_unknown_quotes.site import ahead, reading_in_two

PAGES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\n*\n```\n",
    **{
        f"p{i}.md": f"# Page {i}\n\n```{{unknown-quote}} {quote}\n```\n\n```{{unknown-quote}}\n:id: own-{i}\n:speaker: S {i}\n\nOwn words {i}.\n```\n\n"
        f"{{uq:quote}}`own-{(i + 3) % 9}` {{uq:text}}`own-{(i + 5) % 9}`\n"
        for i, quote in enumerate(["hewitt-why", "hewitt-ways", "shazeer-divine"] * 3)
    },
    "list.md": "# List\n\n```{unknown-quote-index}\n```\n\n```{unknown-quote-index}\n:by: speaker\n:style: cards\n```\n",
}


#: Another handler fails when the build has ended.
FAILING = """
def fail(app, exception):
    raise RuntimeError("on purpose")

def setup(app):
    app.connect("build-finished", fail, priority=1)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


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


@pytest.mark.parametrize("parallel", [0, 2])
def test_collector_leaves_what_stays_until_the_build_ends(new_site, parallel):
    """What it looks at in a worker is copied: all that is there when pages are read, and more when they are written."""
    conf = """
def setup(app):
    import gc
    def note(event):
        app.connect(event, lambda *_: open(app.srcdir / event, "a").write(f"{gc.get_freeze_count()}\\n") and None)
    note("doctree-read")
    note("html-page-context")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    site = new_site(PAGES, conf).build(parallel=parallel)
    reading, writing = (
        min(int(count) for count in (site.root / event).read_text().split())
        for event in ("doctree-read", "html-page-context")
    )
    assert reading > 0
    assert (writing > reading) == bool(parallel)
    assert gc.get_freeze_count() == 0


def test_collector_comes_by_less_often_until_the_build_ends(new_site):
    conf = """
def setup(app):
    import gc
    app.connect("doctree-read", lambda *_: (app.srcdir / "threshold").write_text(str(gc.get_threshold()[0])) and None)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    usual = gc.get_threshold()
    site = new_site(PAGES, conf).build().build()
    assert int((site.root / "threshold").read_text()) > usual[0]
    assert gc.get_threshold() == usual


@pytest.mark.parametrize("threshold", [(100_000, 50, 50), (0, 10, 10)])
def test_collector_that_comes_by_less_often_already_is_left_so(new_site, threshold):
    conf = """
def setup(app):
    import gc
    app.connect("doctree-read", lambda *_: (app.srcdir / "threshold").write_text(repr(gc.get_threshold())) and None)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    usual = gc.get_threshold()
    gc.set_threshold(*threshold)
    try:
        site = new_site(PAGES, conf).build()
        assert (site.root / "threshold").read_text() == repr(threshold)
        assert gc.get_threshold() == threshold
    finally:
        gc.set_threshold(*usual)


def test_what_another_extension_leaves_open_is_written_when_python_ends(new_site):
    conf = """
class Log:
    def __init__(self, app):
        self.app, self.file = app, open(app.srcdir / "log", "w")
        app.connect("doctree-read", self.note)
    def note(self, *args):
        self.file.write("read\\n")

def setup(app):
    Log(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    site = new_site({"index.md": "# Home\n"}, conf)
    subprocess.run([sys.executable, "-m", "sphinx", "-q", str(site.root), str(site.root / "_build")], check=True)
    assert (site.root / "log").read_text() == "read\n"


def test_collector_takes_everything_back_when_another_handler_fails(new_site):
    usual = gc.get_threshold()
    with pytest.raises(Exception, match="on purpose"):
        new_site(PAGES, FAILING).build()
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == usual


@pytest.fixture
def taken(monkeypatch):
    """Return what is taken of another process, by name, where already two quotations are many."""
    found = {}
    take = ahead.Ahead.take

    def note(self, name):
        found[name] = take(self, name)
        return found[name]

    monkeypatch.setattr(ahead, "MANY", 1)
    monkeypatch.setattr(ahead.Ahead, "take", note)
    return found


INDEX_PAGES = ["uq-unknown", "uq-speaker", "uq-source", "uq-year"]


def test_another_process_makes_large_index_pages_and_quotes_json_while_pages_are_written(new_site, taken):
    site = new_site(PAGES)
    serial = site.build(out="serial").outputs()
    assert not taken
    assert site.build(parallel=2, out="parallel").outputs() == serial
    assert list(taken) == [*INDEX_PAGES, "quotes.json"]
    assert all(taken.values())
    assert taken["quotes.json"] == serial["quotes.json"]
    assert not multiprocessing.active_children()


def test_what_the_other_process_does_not_bring_is_made_all_the_same(new_site, taken, monkeypatch):
    site = new_site(PAGES)
    serial = site.build(out="serial").outputs()
    # A process that is killed, as where memory is short.
    monkeypatch.setattr(ahead, "content", lambda _app: os._exit(1))
    assert site.build(parallel=2, out="parallel").outputs() == serial
    assert list(taken.values()) == [None] * 5


@pytest.mark.parametrize("wanted", ["False", "['uq-year']"])
def test_the_other_process_makes_only_pages_that_are_wanted(new_site, taken, wanted):
    site = new_site(PAGES, f"html_domain_indices = {wanted}\n")
    serial = site.build(out="serial").outputs()
    assert site.build(parallel=2, out="parallel").outputs() == serial
    assert list(taken) == [*(["uq-year"] if "uq-year" in wanted else []), "quotes.json"]
    assert all(taken.values())


@pytest.mark.parametrize("builder", ["dirhtml", "epub", "json"])
def test_other_builders_of_html_write_the_same_with_another_process(new_site, taken, monkeypatch, builder):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site = new_site(PAGES, 'version = "1"\ncopyright = "Nobody"\n')
    serial = site.build(builder, out="serial").outputs()
    parallel = site.build(builder, parallel=2, out="parallel").outputs()
    assert parallel.keys() == serial.keys()
    # These hold the names of folders, or times.
    varying = {name for name in serial if name.endswith((".epub", ".pickle", "last_build", ".buildinfo"))}
    assert {name for name in serial if parallel[name] != serial[name]} <= varying
    assert taken
    assert all(taken.values())
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("builder", ["singlehtml", "latex"])
def test_there_is_no_other_process_where_nothing_is_taken_of_it(new_site, taken, monkeypatch, builder):
    monkeypatch.setattr(ahead.Ahead, "__init__", None)
    new_site(PAGES).build(builder, parallel=2)
    assert not taken


def test_there_is_no_other_process_where_nothing_has_changed(new_site, taken, monkeypatch):
    site = new_site(PAGES).build(parallel=2)
    monkeypatch.setattr(ahead.Ahead, "__init__", None)
    site.build(parallel=2)


def test_the_other_process_ends_with_a_build_that_fails(new_site, taken):
    conf = """
def fail(app, *args):
    if args[0] == "search":
        raise RuntimeError("on purpose")

def setup(app):
    app.connect("html-page-context", fail)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
    with pytest.raises(Exception, match="on purpose"):
        new_site(PAGES, conf).build(parallel=2)
    assert list(taken) == INDEX_PAGES
    assert not multiprocessing.active_children()


def test_the_next_build_takes_nothing_that_a_failed_one_has_left(new_site, taken):
    site = new_site(PAGES, FAILING)
    app = SphinxTestApp(srcdir=site.root, builddir=site.root / "_build", parallel=2)
    with pytest.raises(Exception, match="on purpose"):
        app.build()
    assert app.env.domains["uq"].ahead
    app.env.domains["uq"].begin_build()
    assert not app.env.domains["uq"].ahead
    app.cleanup()


def test_the_other_process_ends_when_the_build_is_killed():
    script = (
        "import os, signal; from sphinx_unknown_quotes.site.ahead import Ahead;"
        "ahead = Ahead({'pid': lambda: str(os.getpid()), 'more': lambda: 'x' * 1_000_000});"
        "print(ahead.take('pid'), flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    # It has inherited what is read here, so that this ends when both have ended, and raises when one goes on.
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=20)
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.strip().isdecimal()


def test_incremental_parallel_builds_are_byte_identical_to_serial_ones(new_site, taken):
    results = []
    for parallel in (0, 2, 4):
        site = new_site(PAGES).build(parallel=parallel)
        site.edit("quotes/lecture.yaml", "No one's", "Nobody's").edit("p4.md", "Own words", "Other words")
        site.write({"p8.md": "# Nothing\n"}).write(
            {"p1.md": site.root.joinpath("p1.md").read_text().replace("`own-6`", "`own-5`")}
        )
        site.write({f"p{i}.md": (site.root / f"p{i}.md").read_text().replace("own-8", "own-7") for i in range(9)})
        taken.clear()
        results.append(site.build(parallel=parallel).outputs())
        assert list(taken) == ([*INDEX_PAGES, "quotes.json"] if parallel else [])
        assert all(taken.values())
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


COLLECTION = {
    **{
        f"talk-{i}.yaml": f"source: {{title: Talk {i}, type: talk, date: 20{i:02}}}\nquotes:\n  - {{id: q{i}, text: Words {i}., speaker: [A, B]}}\n".encode()
        for i in range(20)
    },
    "damaged.yaml": b"source: [\n",
    "wrong.yaml": b"source: {title: T, type: tlak}\nquotes:\n  - {id: Q!, text: Words.}\n",
    "unknowns.yaml": b"a: {title: A}\n",
}  # fmt: skip


def fail(*_):
    raise ValueError


@pytest.mark.parametrize(("other", "times"), [(reading_in_two._packed, 1), (fail, 2), (lambda _files: os._exit(3), 2)])
def test_collection_is_read_by_two_processes_as_by_one(monkeypatch, other, times):
    """What the other one does not bring is read here."""
    monkeypatch.setattr(reading_in_two, "_MANY", 0)
    monkeypatch.setattr(reading_in_two, "_packed", other)
    read = []
    monkeypatch.setattr(reading_in_two, "read_files", lambda files: read.append(set(files)) or read_files(files))
    assert reading_in_two.read_in_two(COLLECTION) == read_files(COLLECTION)
    assert len(read) == times
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("files", [{}, {"a.yaml": b"x" * 600_000}, COLLECTION])
def test_few_files_are_read_by_one_process(monkeypatch, files):
    monkeypatch.setattr(reading_in_two, "Ahead", lambda *_: pytest.fail("a process was made"))
    assert reading_in_two.read_in_two(files) == read_files(files)


@pytest.mark.parametrize("parallel", [0, 2])
def test_two_processes_read_the_collection_of_a_parallel_build(new_site, monkeypatch, parallel):
    made = []

    class Counted(ahead.Ahead):
        def __init__(self, making):
            made.append(list(making))
            super().__init__(making)

    monkeypatch.setattr(reading_in_two, "_MANY", 0)
    monkeypatch.setattr(reading_in_two, "Ahead", Counted)
    site = new_site({**PAGES, "quotes/more.yaml": "source: {title: T, type: tlak}\nquotes: []\n"})
    site.build(parallel=parallel, expect_warnings=True)
    assert made == ([["records"]] if parallel else [])
    [warning] = site.warnings
    assert "quotes/more.yaml:1" in warning
    assert "'tlak' is not one of" in warning
    assert "really sure why" in site.html("p0")

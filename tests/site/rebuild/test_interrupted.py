"""The next build repairs what a build left that was killed or could not write."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sphinx_unknown_quotes.collection.storage import files

from ...conftest import QUOTES
from .test_rebuild import PAGES, without_residue

#: A conf.py that ends the process, as a kill would, at the n-th time of something.
KILLER = """
import os
def setup(app):
    what, _, number = os.environ.get("TEST_KILL", "").partition(":")
    seen = []
    def strike(*_):
        seen.append(1)
        if len(seen) == int(number):
            os._exit(9)
    if what == "replace":
        from sphinx_unknown_quotes.collection.storage import files
        from pathlib import Path
        original = Path.replace
        Path.replace = lambda self, target: (strike(), original(self, target))[1]
    elif what:
        app.connect(what, strike, priority=1)
"""

POINTS = [
    "doctree-read:1", "env-updated:1", "write-started:1", "doctree-resolved:1", "doctree-resolved:4",
    "html-page-context:1", "html-page-context:5", "html-page-context:9", "build-finished:1", "replace:1", "replace:3",
]  # fmt: skip


def run(site, kill=""):
    command = [sys.executable, "-m", "sphinx", "-q", "-d", "_build/doctrees", ".", "_build/html"]
    return subprocess.run(
        command, cwd=site.root, env={**os.environ, "TEST_KILL": kill}, check=False, capture_output=True
    )


@pytest.fixture
def site(as_built):
    return as_built(PAGES, KILLER)


def edit(site):
    site.edit("quotes/lecture.yaml", "No one's really sure", "Nobody is really sure")
    site.edit("quotes/paper.yaml", "speaker: Noam Shazeer", "speaker: N. Shazeer")
    site.edit("speakers.md", "Noam Shazeer", "N. Shazeer")
    site.edit("divine.md", "# Divine", "# Divinely")


@pytest.mark.parametrize("point", POINTS)
def test_next_build_is_complete_after_one_that_was_killed(site, from_nothing, point):
    edit(site)
    killed = run(site, point)
    assert killed.returncode in (9, 0), killed.stderr
    if not point.startswith(("replace", "html-page-context:9")):
        assert killed.returncode == 9
    site.build()
    assert without_residue(site.outputs()) == from_nothing(site)


@pytest.mark.parametrize("point", ["doctree-read:4", "doctree-resolved:4", "build-finished:1"])
def test_first_build_may_be_killed_too(new_site, from_nothing, point):
    site = new_site(PAGES, KILLER)
    assert run(site, point).returncode == 9
    site.build()
    assert without_residue(site.outputs()) == from_nothing(site)


def test_random_moments(site, from_nothing):
    """Whatever the moment: the next build that ends is right."""
    edit(site)
    for round_ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-m", "sphinx", "-q", "-d", "_build/doctrees", ".", "_build/html"],
            cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(0.35 + 0.12 * round_)
        process.send_signal(signal.SIGKILL)
        process.wait()
    site.build()
    assert without_residue(site.outputs()) == from_nothing(site)


def test_full_disk_is_an_error_and_leaves_the_old_export_whole(site, monkeypatch):
    before = site.output("quotes.json")
    site.edit("quotes/lecture.yaml", "in ways that", "in the ways that")
    fsync = os.fsync

    def full(descriptor):
        if "quotes.json" in Path(f"/proc/self/fd/{descriptor}").readlink().name:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(files.os, "fsync", full)
    site.build(expect_warnings=True)
    assert len(site.warnings) == 1
    assert "quotes.json cannot be written: No space left on device [unknown_quotes.output]" in site.warnings[0]
    assert site.output("quotes.json") == before
    assert not list(Path(site.outdir).glob(".quotes.json*"))
    monkeypatch.undo()
    site.build()
    assert "in the ways that" in site.output("quotes.json")


def test_collection_may_change_while_a_build_runs(site):
    """What was read at the start counts to the end; the next build takes up the rest."""
    conf = site.root / "conf.py"
    conf.write_text(
        conf.read_text().split("\nimport os")[0]
        + "\ndef setup(app):\n    from pathlib import Path\n    path = Path(app.confdir, 'quotes/lecture.yaml')\n"
        "    app.connect('env-updated', lambda *_: path.write_text(path.read_text().replace('in ways', 'in some ways')) and None)\n"
    )
    site.build()
    assert "in some ways" not in site.output("quotes.json") + site.html("list")
    site.build()
    assert "in some ways" in site.output("quotes.json")
    assert "in some ways" in site.html("list")


@pytest.mark.parametrize("point", ["doctree-resolved:1", "html-page-context:9", "build-finished:1"])
def test_edit_that_is_taken_back_after_a_killed_build_leaves_nothing(site, from_nothing, point):
    """The killed build wrote pages for a collection that was never built completely."""
    edit(site)
    assert run(site, point).returncode == 9
    site.write({name: text for name, text in {**QUOTES, **PAGES}.items() if (site.root / name).is_file()}).build()
    assert without_residue(site.outputs()) == from_nothing(site)

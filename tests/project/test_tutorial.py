"""The tutorial of the guide, step by step from an empty folder."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/guide/tutorial.md").read_text(encoding="utf-8")


def files() -> dict[str, str]:
    """Every file that the tutorial shows, by its name."""
    found = re.findall(r"`(docs/[\w./-]+)`:\n\n(````?)\w+\n(.*?)\n\2\n", TEXT, re.DOTALL)
    return {name: f"{text}\n" for name, _, text in found}


def commands() -> list[list[str]]:
    """Every command that the tutorial gives, in its order."""
    blocks = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


def test_tutorial_installs_the_clone_that_stands_beside_the_folder():
    """That pip can install it is what the tests of the wheel say."""
    venv, install, _ = commands()
    assert venv == ["python3", "-m", "venv", ".venv"]
    assert install == [".venv/bin/pip", "install", "myst-parser", "../sphinx-unknown-quotes"]


def test_tutorial_builds_what_it_says(tmp_path):
    assert list(files()) == ["docs/conf.py", "docs/quotes/panel.yaml", "docs/index.md"]
    for name, text in files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    _, _, build = commands()
    assert build[0] == ".venv/bin/sphinx-build"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", *build[1:]], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    html = tmp_path / build[-1]
    page = (html / "index.html").read_text(encoding="utf-8")
    assert "<blockquote" in page
    assert 'href="https://example.org/talk.mp4#t=723"' in page
    assert "Not compared with the source yet" in page
    for name in ("uq-unknown", "uq-speaker", "uq-source", "uq-year"):
        assert "We don’t know." in (html / f"{name}.html").read_text(encoding="utf-8")
    assert "Doe, Jane" in (html / "genindex.html").read_text(encoding="utf-8")
    assert (html / "quotes.json").is_file()


def test_warning_of_the_tutorial_is_the_one_that_comes(tmp_path):
    for name, text in files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace("} doe-panel", "} doe-panl"), encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-b", "html", "docs", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True)
    shown = re.search(r"^index\.md:.*$", TEXT, re.MULTILINE)
    assert shown
    assert shown[0] in re.sub(r"\x1b\[[0-9;]*m", "", done.stderr)

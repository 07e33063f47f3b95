"""The tutorial of the guide, step by step from an empty folder, and the page for an existing site.

Each command runs as it is written, but with the packages that are installed here. With UNKNOWN_QUOTES_TUTORIAL=install,
which ``nox -s newcomer`` sets, the commands also install packages from the index.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

import sphinx_unknown_quotes

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/guide/tutorial.md").read_text(encoding="utf-8")
EXISTING = (ROOT / "docs/guide/how-to/existing-site.md").read_text(encoding="utf-8")
INSTALLS = os.environ.get("UNKNOWN_QUOTES_TUTORIAL") == "install"
#: A block of the tutorial, with the file that the sentence before it names, if any.
BLOCK = re.compile(
    r"(?:^[^\n]*(?P<verb>Save it as|This is|Add these lines to) `(?P<file>[\w./-]+)`:\n\n)?"
    r"^(?P<fence>```+)(?P<kind>\w+)\n(?P<text>.*?)\n(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
#: The commands that replace the programs which the tutorial installs.
HERE = {
    ".venv/bin/unknown-quotes": [sys.executable, "-c", "import sys; from sphinx_unknown_quotes.cli import main; sys.exit(main())"],
    ".venv/bin/nox": [sys.executable, "-m", "nox", "--no-venv", "--no-install"],
}  # fmt: skip


class Ran(NamedTuple):
    """A command, its output, and the block after it that shows the output."""

    line: str
    printed: str
    shown: str = ""


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """The folder at the end of the tutorial, and every command that was run in it."""
    above = tmp_path_factory.mktemp("tutorial")
    (above / "sphinx-unknown-quotes").symlink_to(ROOT)
    folder = above / "site"
    folder.mkdir()
    ran: list[Ran] = []
    for block in BLOCK.finditer(TEXT):
        if block["file"]:
            path = folder / block["file"]
            before = path.read_text("utf-8") if block["verb"].startswith("Add") else ""
            path.write_text(f"{before}{block['text']}\n", encoding="utf-8")
        elif block["kind"] == "sh":
            ran += [Ran(line, run(line, folder)) for line in block["text"].splitlines()]
        elif block["text"].startswith("quotes/"):
            ran[-1] = ran[-1]._replace(shown=block["text"])
    return folder, ran


def run(line: str, folder: Path) -> str:
    """What a command prints, which must succeed."""
    program, *arguments = shlex.split(line)
    is_installation = program in ("python3", ".venv/bin/pip")
    if is_installation and not INSTALLS:
        return ""
    command = [program] if INSTALLS or is_installation else HERE.get(program, [program])
    environment = {
        **os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache"),
        **{f"GIT_{who}_{what}": "ada@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }  # fmt: skip
    for name in ("UNKNOWN_QUOTES_TRANSCRIPTS", *(["PYTHONPATH"] if INSTALLS else [])):
        environment.pop(name, None)
    if not INSTALLS:
        environment["PYTHONPATH"] = str(Path(sphinx_unknown_quotes.__file__).parents[1])
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=environment, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_tutorial_installs_the_clone_that_stands_beside_the_folder(walk):
    """The tests of the wheel show that pip can install it."""
    _, ran = walk
    assert [each.line for each in ran[:2]] == [
        "python3 -m venv .venv",
        '.venv/bin/pip install nox "../sphinx-unknown-quotes[check]"',
    ]


def test_commands_of_the_tutorial_print_what_it_shows(walk):
    _, ran = walk
    shown = [each for each in ran if each.shown]
    assert [each.line.split()[1] for each in shown] == ["add"]
    for each in shown:
        assert each.printed.rstrip("\n") == each.shown


def test_tutorial_ends_with_a_site_of_checked_quotations(walk):
    folder, _ = walk
    html = folder / "docs/_build/html"
    page = (html / "kettles.html").read_text("utf-8")
    assert 'href="https://example.org/kettles.mp4#t=62"' in page
    assert "Words found in the transcript" in page
    assert "Not compared" not in page + (html / "index.html").read_text("utf-8")
    assert "Nobody can say why it sings." in (html / "index.html").read_text("utf-8")
    for name in ("uq-unknown", "uq-speaker", "uq-source", "uq-year"):
        assert "We don’t know." in (html / f"{name}.html").read_text("utf-8")
    assert "Bee, Ann" in (html / "genindex.html").read_text("utf-8")
    assert (html / "quotes.json").is_file()


def test_repository_of_the_tutorial_has_the_site_and_no_transcript(walk):
    folder, _ = walk
    tracked = run("git ls-files", folder).split()
    assert {"docs/kettles.md", "quotes/on-kettles.yaml", "quotes/evidence.json", "noxfile.py"} <= {*tracked}
    assert not [name for name in tracked if name.startswith(("transcripts/", ".venv/", ".nox/", "docs/_build/"))]


def test_requirement_that_read_the_docs_can_install_takes_the_place_of_the_folder(walk):
    """In the two lines that the tutorial names, and in no other."""
    folder, _ = walk
    groups = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    ours = [line for group in groups.values() for line in group if "unknown-quotes" in line]
    assert len(ours) == 2
    assert "`sphinx-unknown-quotes @ git+https://github.com/OWNER/sphinx-unknown-quotes`" in TEXT


def test_warning_of_the_tutorial_is_the_one_that_comes(walk, tmp_path):
    folder, _ = walk
    page = folder / "docs/kettles.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("} bee-nobody-sings", "} bee-nobody-sing"), "utf-8")
    try:
        assert warning(TEXT) in build(folder, tmp_path)
    finally:
        page.write_text(text, "utf-8")


def build(folder: Path, out: Path, *options: str) -> str:
    """What a build of the docs in *folder* says on standard error."""
    command = [sys.executable, "-m", "sphinx", *options, "-b", "html", "docs", str(out)]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True)
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stderr)


def warning(text: str) -> str:
    shown = re.search(r"^\w+\.md:.*$", text, re.MULTILINE)
    assert shown
    return shown[0]


@pytest.fixture
def existing(tmp_path):
    """The site of the page for those who have one."""
    found = re.findall(r"`(docs/[\w./-]+)`:\n\n(````?)\w+\n(.*?)\n\2\n", EXISTING, re.DOTALL)
    assert [name for name, _, _ in found] == ["docs/conf.py", "docs/quotes/panel.yaml", "docs/index.md"]
    for name, _, text in found:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    return tmp_path


def test_page_for_a_site_that_is_there_builds_what_it_says(existing):
    blocks = re.findall(r"```sh\n(.*?)```", EXISTING, re.DOTALL)
    *installation, command = [shlex.split(line) for block in blocks for line in block.splitlines()]
    assert installation == [
        ["python3", "-m", "venv", ".venv"],
        [".venv/bin/pip", "install", "myst-parser", "../sphinx-unknown-quotes"],
    ]
    assert command == [".venv/bin/sphinx-build", "-b", "html", "docs", "docs/_build/html"]
    build(existing, existing / command[-1], "-W")
    html = existing / command[-1]
    page = (html / "index.html").read_text(encoding="utf-8")
    assert "<blockquote" in page
    assert 'href="https://example.org/talk.mp4#t=723"' in page
    assert "Not compared with the source yet" in page
    for name in ("uq-unknown", "uq-speaker", "uq-source", "uq-year"):
        assert "We don’t know." in (html / f"{name}.html").read_text(encoding="utf-8")
    assert "Doe, Jane" in (html / "genindex.html").read_text(encoding="utf-8")
    assert (html / "quotes.json").is_file()


def test_warning_of_that_page_is_the_one_that_comes(existing):
    page = existing / "docs/index.md"
    page.write_text(page.read_text("utf-8").replace("} doe-panel", "} doe-panl"), "utf-8")
    assert warning(EXISTING) in build(existing, existing / "out")

"""``init``: the site that it makes builds and is checked at once, and nothing is overwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

import sphinx_unknown_quotes
from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.starting.files import site_files
from sphinx_unknown_quotes.commands.starting.origin import requirement

from .conftest import loaded


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A new site."""
    folder = tmp_path_factory.mktemp("new") / "site"
    assert main(["init", str(folder)]) == 0
    return folder


def nox(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a session with what is installed here, as its own environment would have it."""
    package = Path(sphinx_unknown_quotes.__file__).parents[1]
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(package),
        "XDG_CACHE_HOME": str(site.parent),
    }
    environment.pop("UNKNOWN_QUOTES_TRANSCRIPTS", None)
    command = [sys.executable, "-m", "nox", "--no-venv", "--no-install", *arguments]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)


def test_the_site_builds_without_a_warning(site, tmp_path):
    """With -W and -n, so that a warning would be an exception."""
    source = str(site / "docs")
    # What it registers with docutils is not there for the applications of other tests.
    with docutils_namespace():
        app = Sphinx(source, source, str(tmp_path / "html"), str(tmp_path / "doctrees"), "html",
                     {"nitpicky": True}, status=None, warningiserror=True)  # fmt: skip
        app.build()
    assert app.statuscode == 0
    page = (tmp_path / "html/index.html").read_text("utf-8")
    assert 'href="https://example.org/talk.mp4#t=723"' in page
    assert "Inner workings" in page
    assert [quote["id"] for quote in json.loads((tmp_path / "html/quotes.json").read_bytes())["quotes"]] == [
        "doe-panel"
    ]


def test_sessions_of_the_site_build_and_check_it(site):
    built = nox(site, "-s", "docs")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (site / "docs/_build/html/index.html").is_file()
    checked = nox(site, "-s", "check", "--", "--verbose")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "pass: verbatim: doe-panel" in checked.stdout
    read = nox(site, "-s", "quotecheck")
    assert read.returncode == 0, read.stdout + read.stderr
    assert (site / "docs/_build/quotecheck/output.txt").is_file()


def test_the_collection_of_the_site_has_no_problem_and_its_schemas(site):
    assert loaded(site / "quotes").quotations["doe-panel"].unknown == "inner-workings"
    for path in (site / "quotes").glob("*.yaml"):
        named = path.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
        assert json.loads((path.parent / named).read_bytes())["$schema"].startswith("http://json-schema.org/draft-07")


def test_read_the_docs_gets_the_session_that_builds(site):
    assert "nox -s docs -- $READTHEDOCS_OUTPUT/html" in (site / ".readthedocs.yaml").read_text("utf-8")


def test_what_the_site_needs_is_in_groups_that_nox_reads(site):
    groups = tomllib.loads((site / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    assert groups["docs"][0] == requirement()
    assert groups["check"] == [requirement("check")]
    assert groups["quotecheck"] == [{"include-group": "docs"}, {"include-group": "check"}]


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (None, f"sphinx-unknown-quotes[check]>={sphinx_unknown_quotes.__version__}"),
        ("{", f"sphinx-unknown-quotes[check]>={sphinx_unknown_quotes.__version__}"),
        ('{"url": "file:///a/b.whl", "archive_info": {}}', "sphinx-unknown-quotes[check] @ file:///a/b.whl"),
        (
            '{"url": "https://h/o/n", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "sphinx-unknown-quotes[check] @ git+https://h/o/n",
        ),
    ],
)
def test_the_package_is_required_from_where_it_was_installed(monkeypatch, tmp_path, recorded, expected):
    installed(tmp_path, monkeypatch, recorded)
    assert requirement("check") == expected


@pytest.mark.parametrize(("address", "is_said"), [("file:///a/b.whl", True), ("https://h/b.whl", False)])
def test_a_copy_of_this_machine_alone_is_said_to_be_one(monkeypatch, tmp_path, capsys, address, is_said):
    installed(tmp_path, monkeypatch, json.dumps({"url": address, "archive_info": {}}))
    assert main(["init", str(tmp_path / "site")]) == 0
    assert ("pyproject.toml names this machine's copy" in capsys.readouterr().err) == is_said


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, recorded: str | None) -> None:
    """Put pip's notes about a package before all installed packages."""
    noted = folder / "sphinx_unknown_quotes-0.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text("Metadata-Version: 2.1\nName: sphinx-unknown-quotes\nVersion: 0\n")
    if recorded is not None:
        (noted / "direct_url.json").write_text(recorded)
    monkeypatch.syspath_prepend(folder)


def test_a_folder_with_other_files_becomes_a_site(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "docs/conf.py").is_file()
    assert f"{tmp_path / 'docs/conf.py'}: written\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", "docs/conf.py", "docs"])
def test_nothing_is_written_where_one_file_is_in_the_way(tmp_path, capsys, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    assert main(["init", str(tmp_path)]) == 1
    assert f"Nothing was written.\n  {name}\n" in capsys.readouterr().err
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_in_the_way(tmp_path):
    (tmp_path / "noxfile.py").symlink_to(tmp_path.parent / "elsewhere.py")
    assert main(["init", str(tmp_path)]) == 1
    assert not (tmp_path.parent / "elsewhere.py").exists()


def test_a_second_time_is_refused(site, capsys):
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert main(["init", str(site)]) == 1
    assert "quotes/panel.yaml" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "x").write_text("")
    assert main(["init", str(tmp_path / "x")]) == 2
    assert "is a file. Name a folder" in capsys.readouterr().err


def test_the_files_are_the_same_each_time():
    assert site_files() == site_files()
    assert list(site_files()) == sorted(site_files())

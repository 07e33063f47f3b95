"""The files around the package say the same as each other."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.parsing.validation import QUOTATION_VALUES, SOURCE_VALUES
from sphinx_unknown_quotes.collection.records import SOURCE_TYPES
from sphinx_unknown_quotes.collection.storage.snapshots import take_snapshot

ROOT = Path(__file__).parents[2]
TRACKED = [
    path
    for pattern in (
        "*.*",
        "ext/**/*",
        "docs/*.*",
        "docs/guide/*",
        "docs/_ext/*",
        "quotes/*",
        "tests/**/*.py",
        ".github/**/*",
        ".ci/*",
    )
    for path in sorted(ROOT.glob(pattern))
    if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith((".coverage", ".git"))
]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def library():
    return load_library(take_snapshot(ROOT / "quotes"))


def test_site_takes_its_address_from_read_the_docs(monkeypatch):
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://there.example/en/latest/")
    names: dict[str, object] = {"__file__": str(ROOT / "docs/conf.py")}
    exec(compile(read("docs/conf.py"), "conf.py", "exec"), names)
    assert names["html_baseurl"] == "https://there.example/en/latest/"


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, ""),
        ({"READTHEDOCS_GIT_CLONE_URL": "https://github.com/o/n.git"}, "https://github.com/o/n"),
        ({"READTHEDOCS_GIT_CLONE_URL": "git@github.com:o/n.git"}, "https://github.com/o/n"),
        ({"READTHEDOCS_GIT_CLONE_URL": "https://gitlab.example/o/n.git"}, ""),
        ({"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/n"}, "https://github.com/o/n"),
        ({"UNKNOWN_QUOTES_REPOSITORY": "https://github.com/a/b", "GITHUB_REPOSITORY": "o/n"}, "https://github.com/a/b"),
        ({"UNKNOWN_QUOTES_REPOSITORY": "https://github.com/a/b) [c](https://x.example"}, ""),
    ],
)
def test_site_links_the_issue_form_of_its_repository_and_invents_none(monkeypatch, environ, address):
    for name in ("UNKNOWN_QUOTES_REPOSITORY", "READTHEDOCS_GIT_CLONE_URL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    names: dict[str, object] = {"__file__": str(ROOT / "docs/conf.py")}
    exec(compile(read("docs/conf.py"), "conf.py", "exec"), names)
    link = f"[“Share a quote”]({address}/issues/new?template=quote.yml)" if address else "“Share a quote”"
    assert names["myst_substitutions"] == {"form": link}
    assert names["html_theme_options"].get("source_repository", "") == address  # type: ignore[attr-defined]
    assert "{{ form }}" in read("docs/share.md")
    assert (ROOT / ".github/ISSUE_TEMPLATE/quote.yml").is_file()


def test_ci_runs_the_commands_of_the_readme():
    block = re.search(r"^```sh readme\n(.*?)^```$", read("README.md"), re.MULTILINE | re.DOTALL)
    assert block
    assert block[1].splitlines() == [
        "python3 -m venv .venv && .venv/bin/pip install nox && .venv/bin/nox -s docs",
        ".venv/bin/nox -s tests",
    ]
    assert "sh readme" in read(".ci/run")


def test_no_file_names_versions_but_pyproject():
    requirement = re.compile(r"(?:sphinx|furo|myst-parser|msgspec|pyyaml)\s*(?:[<>=~]=|<|>)\s*\d", re.IGNORECASE)
    named = [
        path.name
        for path in TRACKED
        if path.suffix in {".py", ".toml", ".yaml", ".yml", ".cfg", ".txt"}
        and requirement.search(path.read_text("utf-8"))
    ]
    # What init writes is the pyproject.toml of another project, with the versions of this one.
    assert sorted(named) == ["pyproject.toml", "pyproject.toml.txt"]
    ours = {line for group in tomllib.loads(read("pyproject.toml"))["dependency-groups"].values() for line in group
            if isinstance(line, str)}  # fmt: skip
    theirs = tomllib.loads(read("ext/sphinx_unknown_quotes/commands/starting/template/pyproject.toml.txt")
                           .replace("@REQUIREMENT@", '"x"').replace("@REQUIREMENT_CHECK@", '"x"'))  # fmt: skip
    required = {line for group in theirs["dependency-groups"].values() for line in group if isinstance(line, str)}
    assert required - {"x"} <= ours


def test_nothing_names_a_package_registry_or_a_path_of_a_machine():
    # Put together here, so that this file does not name them either.
    forbidden = re.compile(
        "|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "/wo" + "rk/", "/ro" + "ot/", "npmjs" + r"\."])
    )
    found = [
        path for path in TRACKED if path.suffix not in {".png", ".mo"} and forbidden.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_package_is_typed_and_its_metadata_are_one():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert project["name"] == "sphinx-unknown-quotes"
    assert (ROOT / "ext/sphinx_unknown_quotes/py.typed").is_file()


def test_collection_has_no_problem(library):
    assert library.problems == []


def test_every_quotation_of_the_post_is_recorded(library):
    post = {
        "bezos-discoveries", "bezos-surprised", "mu-gradient-updates", "mu-dark-arcane-art", "hewitt-not-sure-why", "hewitt-scratch-pad",
        "mitchell-dont-know", "mitchell-even-the-makers", "mitchell-training-data", "cs50-reasons", "mit-same-level",
    }  # fmt: skip
    assert post <= library.quotations.keys()


def test_issue_form_asks_for_the_fields_of_the_record(library):
    form = yaml.safe_load(read(".github/ISSUE_TEMPLATE/quote.yml"))
    fields = {item["id"]: item for item in form["body"] if "id" in item}
    assert set(fields) <= {*QUOTATION_VALUES, *SOURCE_VALUES, "via"}
    assert {"text", "speaker", "title", "type", "url", "date", "at", "unknown"} <= set(fields)
    assert fields["type"]["attributes"]["options"] == list(SOURCE_TYPES)
    assert set(library.unknowns) <= set(fields["unknown"]["attributes"]["options"])


def test_picture_of_the_book_is_that_of_the_site():
    drawn = hashlib.sha256((ROOT / "docs/_static/shoggoth-light.svg").read_bytes()).hexdigest()
    printed = (ROOT / "docs/pictures/shoggoth.pdf").read_bytes()
    assert f"%{drawn}".encode() in printed.splitlines(), "nox -s picture makes it anew"


def test_stylesheets_of_the_book_have_nothing_that_an_epub_does_not_allow():
    """A reading system may throw away a whole file for it."""
    for name in ("docs/_static/theme.css", "docs/_static/restyle.css"):
        assert not re.search(r":(is|where|has)\(", read(name)), name

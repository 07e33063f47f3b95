"""The wheel has every file of the package. Only users of the wheel would notice a missing one."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of the files in a wheel built from this checkout."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as container:
        return set(container.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "site/static/unknown-quotes.css",
        "site/static/unknown-quotes-epub.css",
        "site/static/unknown-quotes.sty",
        "site/static/unknown-quotes.js",
        *(f"site/locale/{language}/LC_MESSAGES/sphinx_unknown_quotes.mo" for language in ("de", "fr", "ja")),
    ],
)
def test_wheel_has_what_is_not_python(wheel, name):
    assert f"sphinx_unknown_quotes/{name}" in wheel


def test_wheel_has_every_file_of_the_package_and_nothing_beside_it(wheel):
    package = ROOT / "ext/sphinx_unknown_quotes"
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    files = {name for name in files if "__pycache__" not in name}
    assert {name for name in wheel if ".dist-info/" not in name} == files

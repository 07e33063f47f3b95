"""The commands of the guide's page on the check print what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sphinx_unknown_quotes.cli import main

PAGE = (Path(__file__).parents[2] / "docs/guide/how-to/check.md").read_text("utf-8")
#: Each command that is followed by what it prints.
SHOWN = re.findall(r"```sh\n(unknown-quotes [^\n]*)\n```\n\n```text\n(.*?)\n```\n", PAGE, re.DOTALL)


def block(info: str) -> str:
    """Return the content of a file that the page shows."""
    found = re.search(rf"```{info}\n(.*?)```\n", PAGE, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two files of the page, in the folders that it names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, info in (("docs/quotes/kettles.yaml", "yaml kettles"), ("transcripts/kettles.vtt", "text kettles")):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(block(info), "utf-8")


@pytest.mark.usefixtures("site")
def test_the_check_prints_what_the_guide_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(SHOWN) == 3
    for line, printed in SHOWN:
        main(shlex.split(line)[1:])
        out, err = capsys.readouterr()
        assert (err + out).rstrip("\n") == printed, line


@pytest.mark.usefixtures("site")
def test_a_quotation_that_is_edited_fails_the_locked_check_as_the_guide_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", "docs/quotes", "--transcripts", "transcripts", "--fix", "--update"])
    assert main(["check", "docs/quotes", "--locked"]) == 0
    assert main(["check", "docs/quotes", "--locked", "--strict"]) == 1
    records = Path("docs/quotes/kettles.yaml")
    records.write_text(records.read_text("utf-8").replace("never cold", "always cold"), "utf-8")
    assert main(["check", "docs/quotes", "--locked"]) == 1
    assert "ek-lid: " in capsys.readouterr().out

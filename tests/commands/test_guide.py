"""The commands of the guide's page on adding print what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from sphinx_unknown_quotes.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/guide/how-to/add.md").read_text("utf-8")
#: Each command that is followed by what it prints.
SHOWN = re.findall(r"```sh\n(unknown-quotes [^\n]*)\n```\n\n(````?)text\n(.*?)\n\2\n", PAGE, re.DOTALL)


@pytest.mark.usefixtures("quotes")
def test_commands_print_what_the_guide_shows(capsys):
    shutil.rmtree("quotes")
    shutil.copytree(ROOT / "quotes", "quotes")
    assert len(SHOWN) == 5
    for line, _, printed in SHOWN:
        main(shlex.split(line)[1:])
        out, err = capsys.readouterr()
        # Files of the collection grow, and lines in them get other numbers; what is added is so on another day.
        got, wanted = (
            re.sub(r"(?<=yaml:)\d+(?=:)|(?<=added: )[\d-]+", "N", text) for text in ((out + err).rstrip("\n"), printed)
        )
        assert got == wanted, line

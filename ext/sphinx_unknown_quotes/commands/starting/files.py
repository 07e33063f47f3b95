"""The files of a new site, as templates in the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

from ...publish.schemas import SCHEMAS, schema_json
from .origin import requirement

#: Each file of a new site with its template. Templates end in .txt, so that no tool takes them for files of this project.
TEMPLATES: Final = {
    ".gitignore": "gitignore.txt",
    ".readthedocs.yaml": "readthedocs.yaml.txt",
    "README.md": "README.md.txt",
    "docs/conf.py": "conf.py.txt",
    "docs/index.md": "index.md.txt",
    "noxfile.py": "noxfile.py.txt",
    "pyproject.toml": "pyproject.toml.txt",
    "quotes/panel.yaml": "panel.yaml.txt",
    "quotes/unknowns.yaml": "unknowns.yaml.txt",
    "transcripts/panel.vtt": "panel.vtt.txt",
}


def site_files() -> dict[str, bytes]:
    """Return the files of a new site by their paths, sorted. Their lines end with a line feed on every system."""
    folder = files(__package__) / "template"
    placed = {
        "@REQUIREMENT@": json.dumps(requirement()),
        "@REQUIREMENT_CHECK@": json.dumps(requirement("check")),
    }
    found = {}
    for path, name in TEMPLATES.items():
        text = (folder / name).read_text("utf-8")
        for mark, value in placed.items():
            text = text.replace(mark, value)
        found[path] = text.replace("\r\n", "\n").encode()
    # With these, an editor completes and checks the files at once.
    found |= {f"quotes/{name}.schema.json": schema_json(name) for name in SCHEMAS}
    return dict(sorted(found.items()))

"""Micro sites: a test writes a few files as strings, builds them, and looks at the output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.testing.util import SphinxTestApp

CONF = """
project = "Test"
extensions = ["myst_parser", "sphinx_unknown_quotes"]
html_theme = "basic"
exclude_patterns = ["_build"]
"""

#: Two sources and four quotations, enough for an order to go wrong in.
QUOTES = {
    "quotes/lecture.yaml": """
source:
  title: "Lecture 9: Pretraining"
  type: lecture
  container: Stanford CS224N
  url: https://www.youtube.com/watch?v=DGfCRXuNA2w
  date: 2023-02-07
quotes:
  - id: hewitt-why
    text: No one's really sure why this works exactly either.
    speaker: John Hewitt
    role: Stanford University
    at: 1:13:47
    unknown: chain-of-thought
  - id: hewitt-ways
    text: in ways that we don't quite understand
    speaker: John Hewitt
    at: 1:10:14
    unknown: in-context-learning
""",
    "quotes/paper.yaml": """
source:
  title: GLU Variants
  type: paper
  url: https://example.org/glu.pdf
  date: 2020
quotes:
  - id: shazeer-divine
    text: We offer no explanation.
    speaker: Noam Shazeer
    page: 3
    unknown: architecture
    seen: 2026-11-22
  - id: panel-dont
    text: We don't.
    speaker: [Ada Lovelace, Zoë Åberg]
""",
    "quotes/unknowns.yaml": """
in-context-learning: {title: In-context learning, question: How does a model learn from its prompt?}
chain-of-thought: {title: Chain of thought}
architecture: {title: Architecture}
""",
}


@dataclass
class Site:
    """A micro site on disk and the way to build it again and again."""

    root: Path
    #: Pages that the last build read and wrote.
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    app: Any = None

    def write(self, files: dict[str, str | bytes]) -> Site:
        """Write files, named from the root of the site."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def edit(self, name: str, old: str, new: str) -> Site:
        """Replace *old*, which must be there, in a file."""
        text = (self.root / name).read_text()
        assert old in text
        return self.write({name: text.replace(old, new)})

    def delete(self, name: str) -> Site:
        (self.root / name).unlink()
        return self

    def build(
        self, builder: str = "html", *, expect_warnings: bool = False, parallel: int = 0, out: str = "", **options: Any
    ) -> Site:
        """Build in this process, as a new application with the environment of the last build.

        Asserts that there are no warnings unless the test is about one.
        """
        app = SphinxTestApp(
            builder,
            srcdir=self.root,
            builddir=self.root / "_build" / out if out else self.root / "_build",
            parallel=parallel,
            **options,
        )
        self.read, self.written = set(), set()
        app.connect("env-before-read-docs", lambda _app, _env, docnames: self.read.update(docnames))
        app.connect("doctree-resolved", lambda _app, _doctree, docname: self.written.add(docname))
        try:
            app.build()
            self.app = app
            raw = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
            self.warnings = [line.replace(f"{self.root}/", "") for line in raw.splitlines() if line.strip()]
            self.outdir = Path(app.outdir)
        finally:
            app.cleanup()
        if not expect_warnings:
            assert self.warnings == []
        return self

    def html(self, name: str) -> str:
        return self.output(f"{name}.html")

    def output(self, name: str) -> str:
        return (self.outdir / name).read_text(encoding="utf-8")

    def outputs(self) -> dict[str, bytes]:
        """Every file of the output by its name."""
        return {
            str(path.relative_to(self.outdir)): path.read_bytes()
            for path in sorted(self.outdir.rglob("*"))
            if path.is_file()
        }

    def doctree(self, docname: str = "index") -> nodes.document:
        """The page as the builder got it."""
        return self.app.env.get_and_resolve_doctree(docname, self.app.builder)


@pytest.fixture
def new_site(tmp_path: Path) -> Callable[..., Site]:
    """Return a function that writes a site with the given files, and with QUOTES if these have no collection."""
    counter = iter(range(100))

    def make(files: dict[str, str | bytes], conf: str = "", quotes: bool = True) -> Site:
        root = tmp_path / f"site{next(counter)}"
        site = Site(root)
        return site.write({"conf.py": CONF + conf, **(QUOTES if quotes else {}), **files})

    return make


@pytest.fixture
def build(new_site: Callable[..., Site]) -> Callable[..., Site]:
    """Return a function that builds a site whose ``index.md`` is the given text."""

    def make(text: str, files: dict[str, str | bytes] | None = None, conf: str = "", **options: Any) -> Site:
        return new_site({"index.md": f"# Page\n\n{text}\n", **(files or {})}, conf).build(**options)

    return make


@pytest.fixture(autouse=True)
def _no_colours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Without this, the environment of whoever runs the tests decides whether other libraries colour their output."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return None

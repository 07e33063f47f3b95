"""The small site that every theme shows, in reStructuredText and in MyST, and how it is built."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from sphinx_unknown_quotes.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from .themes import Theme

#: Invented quotations; the transcripts are invented, too.
COLLECTION = {
    "quotes/kettles.yaml": """
source:
  title: "Lecture 4: Kettles"
  type: lecture
  container: Lectures on the kitchen
  url: https://www.youtube.com/watch?v=a0b1c2d3e4f
  date: 2021-03-04
  transcript: kettles.txt
quotes:
  - {id: bee-sings, text: We don't know why the kettle sings., speaker: Ann Bee, at: 0:10, unknown: singing}
  - {id: bee-spout, text: The spout is large; it is made from tin., speaker: Ann Bee, at: 0:20, unknown: shape}
  - {id: bee-lid, text: Nobody can say what the lid is for., speaker: Ann Bee, at: 0:30, unknown: shape}
  - id: bee-word
    text: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft means nothing to me.
    speaker: Ann Bee
    at: 0:40
""",
    "quotes/pots.yaml": """
source:
  title: On pots that are watched
  type: paper
  url: https://example.org/pots.pdf
  date: 2022
quotes:
  - {id: ek-watched, text: A watched pot may or may not boil; we offer no explanation., speaker: Bo Ek, page: 3, seen: 2026-11-22, unknown: boiling}
  - {id: ek-heat, text: Where the heat goes is not understood., speaker: Bo Ek, page: 5, unknown: boiling}
  - {id: ek-german, text: "Und sehe, daß wir nichts wissen können!", speaker: Bo Ek, page: 7, lang: de, translation: And see that there is nothing we can know!, unknown: boiling}
""",
    "quotes/panel.yaml": """
source: {title: A panel in the canteen, type: talk, date: 2023-11, url: https://example.org/panel.mp4}
quotes:
  - id: dee-tea
    text: No one's really sure why the tea is cold either.
    speaker: Cy Dee
    role: Institute of Tea
    at: 1:02:03
    unknown: cold-tea
    context: Why is the tea cold?
    via: {title: A blog on tea, url: https://example.org/blog, date: 2024}
    reported: No one is sure why this tea gets cold.
  - {id: dee-cup, text: The cup is a mystery to us., speaker: [Cy Dee, Di Eff], via: {title: A blog on cups}, unknown: cold-tea}
  - {id: eff-sugar, text: We have no theory of sugar., speaker: Di Eff, unknown: cold-tea, seen: 2026-11-22}
""",
    "quotes/unknowns.yaml": """
singing: {title: The song of the kettle, question: Why does a kettle sing?}
shape: {title: The shape of the kettle, question: What are the parts of a kettle for?}
boiling: {title: Boiling, question: Does it matter whether anybody watches?}
cold-tea: {title: Cold tea}
""",
}
TRANSCRIPTS = {
    "kettles.txt": """Ann Bee  0:10
We don't know why the kettle sings.

Ann Bee  0:20
The spout is large; it is made of tin.

Bo Ek  0:30
Nobody can say what the handle was made for.

Ann Bee  0:40
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft means nothing to me.
"""
}


class Directive(NamedTuple):
    """A directive, for both languages."""

    name: str
    argument: str = ""
    body: str = ""
    options: tuple[tuple[str, str], ...] = ()

    def rst(self) -> str:
        """The directive in reStructuredText."""
        lines = [f".. {self.name}:: {self.argument}", *(f"   :{key}: {value}" for key, value in self.options)]
        return "\n".join([*lines, "", *(f"   {line}" for line in self.body.splitlines()), ""])

    def md(self) -> str:
        """The directive in MyST."""
        lines = [f"```{{{self.name}}} {self.argument}", *(f":{key}: {value}" for key, value in self.options)]
        return "\n".join([*lines, *(["", self.body] if self.body else []), "```", ""])


def _example(name: str, words: str, **options: str) -> Directive:
    given = {"id": name, "example": "", "speaker": "Jan Example", "source": "A poster", **options}
    return Directive("unknown-quote", "", words, tuple((key.replace("_", "-"), value) for key, value in given.items()))


#: Cards, headings and sentences of the first page; a sentence has the roles of MyST.
HOME: tuple[Directive | str, ...] = (
    "# Kettles",
    "In a sentence stand {uq:text}`why the kettle sings <bee-sings>`, a link to {uq:quote}`the tea <dee-tea>` "
    "and, in German, {uq:text}`nichts wissen <ek-german>`; all who spoke are in {ref}`uq-speaker`.",
    "## Cards",
    *(Directive("unknown-quote", name) for name in ("bee-sings", "bee-spout", "bee-lid", "bee-word", "ek-watched")),
    Directive("unknown-quote", "dee-tea", "A note of the author, in *his* words."),
    *(Directive("unknown-quote", name) for name in ("ek-german", "dee-cup")),
    "## Examples",
    _example("disputed", "I never understood it myself.", status="disputed"),
    _example("paraphrase", "She said that nobody could tell.", status="paraphrase"),
    _example("paragraphs", "The first paragraph says what everybody can see.\n\nThe second says what nobody can explain."),
    _example("arabic", "لا نعرف لماذا يعمل هذا، ولا نعرف متى سنعرف ذلك.", lang="ar"),
    _example("japanese", "なぜこれがうまくいくのか、私たちにはまだわかっていません。", lang="ja"),
)  # fmt: skip
LISTS: tuple[Directive | str, ...] = (
    "# Lists",
    "## A map",
    Directive("unknown-quote-map"),
    "## A list",
    Directive("unknown-quote-index", options=(("by", "unknown"),)),
    "## A table",
    Directive("unknown-quote-index", options=(("by", "speaker"), ("style", "table"))),
    "## A timeline",
    Directive("unknown-quote-index", options=(("style", "timeline"),)),
    "## Cards in a list",
    Directive("unknown-quote-index", options=(("by", "speaker"), ("style", "cards"), ("speaker", "Di Eff"))),
)
PAGES = {"index": HOME, "lists": LISTS}


def _rst(part: Directive | str) -> str:
    if isinstance(part, Directive):
        return part.rst()
    if part.startswith("#"):
        marks, _, title = part.partition(" ")
        return f"{title}\n{'=-'[len(marks) - 1] * len(title)}\n"
    return part.replace("{", ":").replace("}`", ":`") + "\n"


def _md(part: Directive | str) -> str:
    return part.md() if isinstance(part, Directive) else f"{part}\n"


def write_site(root: Path, theme: Theme) -> None:
    """Write the sources of the site in the language and the configuration of *theme*."""
    as_text = _rst if theme.markup == "rst" else _md
    extensions = ["sphinx_unknown_quotes", *theme.extensions, *(["myst_parser"] if theme.markup == "md" else [])]
    files = {
        **COLLECTION,
        "conf.py": f'project = "Kitchen"\nextensions = {extensions!r}\nhtml_theme = "{theme.name}"\n{theme.conf}',
    }
    contents = Directive("toctree", "", "lists", (("hidden", ""),))
    for name, parts in PAGES.items():
        shown = [*parts, contents] if name == "index" else parts
        files[f"{name}.{theme.markup}"] = "\n".join(as_text(part) for part in shown)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build_site(root: Path, theme: Theme) -> Path:
    """Write, check and build the site with every warning as an error; return the folder of its HTML."""
    write_site(root, theme)
    transcripts = root / "transcripts"
    transcripts.mkdir()
    for name, text in TRANSCRIPTS.items():
        (transcripts / name).write_text(text, encoding="utf-8")
    # The check fails, since one quotation contradicts its transcript on purpose.
    assert main(["check", str(root / "quotes"), "--transcripts", str(transcripts), "--update"])
    out = root / "html"
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", "html", "-d", str(root / "doctrees")]
    done = subprocess.run([*command, ".", str(out)], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out

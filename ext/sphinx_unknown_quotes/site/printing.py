"""What LaTeX needs: the style of cards, lists and maps, and a font for each script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..collection.storage.files import write_if_changed
from .assets import STATIC
from .cards.latex import RIGHT_TO_LEFT
from .cards.scripts import Run, runs, visible
from .nodes import unknown_quote, unknown_quote_index

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

#: The name of the LaTeX package, which is its file name without the extension.
PACKAGE: Final = "unknown-quotes"
#: Nodes in which every character must stay as it is.
_LITERAL: Final = (nodes.literal, nodes.FixedTextElement, nodes.raw, nodes.math, nodes.comment, nodes.Invisible)

#: A word so long that it may run over the edge of the paper, and the length of the parts into which it is split.
_LONG: Final = re.compile(r"\S{60,}")
_PIECE: Final = 20
_JOINS: Final = dict.fromkeys([0x200D, 0xFE0E, 0xFE0F])


def copy_package(_app: Sphinx, builder: Builder) -> None:
    """On ``write-started``: copy the LaTeX package beside the document."""
    if builder.format == "latex":
        name = f"{PACKAGE}.sty"
        write_if_changed(Path(builder.outdir, name), (STATIC / name).read_bytes())


class KeepHeadings(SphinxPostTransform):
    """Keep headings with the card or the list directly below them, between which TeX might break; before these are filled."""

    default_priority = 3
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Reserve room before the first heading of a row of headings."""
        for shown in list(self.document.findall(_is_shown)):
            first = shown
            while isinstance(first.parent, nodes.section) and first.parent.index(first) == 1:
                first = first.parent
            if first is not shown and isinstance(first.parent, nodes.section):
                first.parent.insert(first.parent.index(first), _raw(r"\uqkeep[13]{}"))


def _is_shown(node: nodes.Node) -> bool:
    return isinstance(node, (unknown_quote, unknown_quote_index))


class PartScripts(SphinxPostTransform):
    """Mark text in scripts for which TeX needs a font, or that run from right to left; after references have their text."""

    default_priority = 900
    formats = ("latex",)

    def is_supported(self) -> bool:
        """Return whether the output is for a LaTeX engine that can use any font of the machine."""
        return super().is_supported() and self.config.latex_engine == "xelatex"

    def run(self, **kwargs: Any) -> None:
        """Split each text that has such a script."""
        for text in list(self.document.findall(nodes.Text)):
            if (text.isascii() and not _LONG.search(text)) or _has_ancestor(text, _is_literal):
                continue
            turned = _has_ancestor(text, _is_turned)
            found = runs(visible(text))
            if turned or any(run.script for run in found) or _LONG.search(text):
                # Text nodes are equal if their texts are, so this one is found by identity.
                place = next(index for index, child in enumerate(text.parent.children) if child is text)
                text.parent[place : place + 1] = _commands(found, turned)


def _has_ancestor(node: nodes.Node, wanted: Any) -> bool:
    found: nodes.Node | None = node
    while (found := found.parent if found else None) is not None:
        if wanted(found):
            return True
    return False


def _is_literal(node: nodes.Node) -> bool:
    # The title of a document must stay one text.
    is_own_title = isinstance(node, nodes.title) and isinstance(node.parent.parent, nodes.document)
    return isinstance(node, _LITERAL) or is_own_title


def _is_turned(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and RIGHT_TO_LEFT in node["classes"]


def _commands(found: list[Run], turned: bool) -> list[nodes.Node]:
    """Return the runs with the commands for their fonts and, in a *turned* text, for runs from left to right."""
    parts: list[nodes.Node] = []
    for run in found:
        command = ""
        if run.right_to_left and not turned:
            command = r"\uqrtl{"
        elif turned and not run.right_to_left and any(char.isalnum() for char in run.text):
            command = r"\uqltr{"
        script = rf"\uqscript{{{run.script}}}{{" if run.script else ""
        # Fonts without colour have the signs of a joined emoji, but not the characters that join them.
        inside = _breakable(run.text.translate(_JOINS) if run.script == "Symbol" else run.text)
        opened = command + script
        parts += [_raw(opened), *inside, _raw("}" * (bool(command) + bool(script)))] if opened else inside
    return [_raw(r"\uqrtl{"), *parts, _raw("}")] if turned else parts


def _breakable(text: str) -> list[nodes.Node]:
    """Return *text* with permitted line breaks inside words that are too long for a line."""
    parts: list[nodes.Node] = []
    end = 0
    for found in _LONG.finditer(text):
        for place in range(found.start() + _PIECE, found.end(), _PIECE):
            parts += [nodes.Text(text[end:place]), _raw(r"\allowbreak{}")]
            end = place
    return [*parts, nodes.Text(text[end:])]


def _raw(command: str) -> nodes.raw:
    return nodes.raw("", command, format="latex")

"""The jump bar of a list: a link to each of its groups, with the number of its quotations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Jump(NamedTuple):
    """A group to which the jump bar has a link."""

    anchor: str
    title: str
    #: How many quotations it has.
    number: int


def jump_bar(jumps: Iterable[Jump]) -> str:
    """Return the HTML of the links to groups of the same page."""
    items = "\n".join(
        f'<li><a class="reference internal" href="#{jump.anchor}">{escape(jump.title)}</a> '
        f'<span class="uq-count">{jump.number}</span></li>'
        for jump in jumps
    )
    return f'<ul class="uq-jump">\n{items}\n</ul>\n'

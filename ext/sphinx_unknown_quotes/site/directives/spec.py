"""The options of a directive: those that it has, and a word for those that it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives

from ...collection.problems import nearest
from ..messages import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.util.docutils import SphinxDirective


class OptionSpec(dict[str, Any]):
    """The options that a directive has, with how each is read.

    It takes any other option, too: docutils would leave out the whole directive, and name no nearest option.
    """

    def __missing__(self, _name: str) -> Callable[[str], str]:
        return directives.unchanged


def drop_unknown_options(directive: SphinxDirective) -> None:
    """Warn of each option that *directive* has not, and take it out."""
    for name in sorted(directive.options.keys() - directive.option_spec.keys()):  # type: ignore[union-attr]
        del directive.options[name]
        hint = nearest(name, directive.option_spec or ())
        message = "there is no option %r of %s.%s"
        warn("option", message, name, directive.name, hint, location=directive.get_location())

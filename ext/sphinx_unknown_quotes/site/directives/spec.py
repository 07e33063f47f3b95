"""The options of a directive, with a warning for those that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives

from ...collection.problems import nearest
from ..messages import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.util.docutils import SphinxDirective


class OptionSpec(dict[str, Any]):
    """The options of a directive, each with the function that reads it.

    It accepts any other option, too. Else docutils would leave out the whole directive, and name no nearest option.
    """

    def __missing__(self, _name: str) -> Callable[[str], str]:
        return directives.unchanged


def drop_unknown_options(directive: SphinxDirective) -> None:
    """Warn of each option that *directive* does not know, and remove it."""
    for name in sorted(directive.options.keys() - directive.option_spec.keys()):  # type: ignore[union-attr]
        del directive.options[name]
        hint = nearest(name, directive.option_spec or ())
        message = "there is no option %r of %s.%s"
        warn("option", message, name, directive.name, hint, location=directive.get_location())

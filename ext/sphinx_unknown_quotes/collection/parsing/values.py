"""Read the values of a file's nodes, each by its rule, and report their problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..problems import InvalidValueError, Place, Problem, nearest, shown
from .validation import QUOTATION_VALUES, SOURCE_VALUES
from .yaml_reader import Mapping, Node, Scalar, Sequence, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SOURCE_KEYS: Final = (*SOURCE_VALUES, "speakers")
QUOTATION_KEYS: Final = (*QUOTATION_VALUES, "via", "corrected")
#: Where a key belongs that stands in the wrong record.
_BELONGS: Final = {
    **dict.fromkeys(QUOTATION_KEYS, "a quotation, under quotes:"),
    **dict.fromkeys(SOURCE_KEYS, "the source, under source:"),
}


class Values:
    """Reads values of the file *path*, and adds to *problems*."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        #: Whether a key may stand in the wrong record, so that it must not be reported as missing.
        self.is_misread = False

    def report(self, place: Node | Place, subtype: str, message: str) -> None:
        """Add a problem. A node that could not be read has one already."""
        if not isinstance(place, Unread):
            self.problems.append(Problem(self.path, place.line, subtype, message, place.column))

    def strings(
        self, node: Mapping, checks: dict[str, Callable[[str], str]], skip: Iterable[str] = ()
    ) -> dict[str, str]:
        """Return the values of *node* that *checks* accept; the others are reported."""
        values = {}
        for key, item in node.items.items():
            if key in checks and key not in skip and (value := self.string(key, item, checks[key])) is not None:
                values[key] = value
        return values

    def string(self, key: str, node: Node, check: Callable[[str], str]) -> str | None:
        if not isinstance(node, Scalar):
            self.report(
                node, "value", f"{key}: is one value, not a {'list' if isinstance(node, Sequence) else 'mapping'}."
            )
            return None
        return self.valid(check, node.value, node, f"{key}: ")

    def valid(self, check: Callable[[str], str], value: str, place: Node | Place, prefix: str = "") -> str | None:
        try:
            return check(value)
        except InvalidValueError as error:
            self.report(place, error.subtype, f"{prefix}{error}")
            return None

    def keys(self, node: Mapping, allowed: Iterable[str], required: Iterable[str]) -> None:
        """Report keys that are not *allowed*, and *required* keys that are missing and not only mistyped."""
        hints = []
        for key, place in node.keys.items():
            if key not in allowed:
                hint = nearest(key, allowed)
                if (plain := key.strip()) != key and (plain in allowed or plain in _BELONGS):
                    self.is_misread = True
                    hint = " There are no-break spaces before it. Indent with ordinary spaces."
                elif (
                    key in _BELONGS and "source" not in allowed and not (hint and isinstance(node.items[key], Mapping))
                ):
                    hint = f" It is a key of {_BELONGS[key]}."
                hints.append(hint)
                self.report(place, "unknown_key", f"{shown(key)} is not a key of this record.{hint}")
        for key in required:
            if key not in node.items and not self.is_misread and f" Did you mean {key!r}?" not in hints:
                self.report(node, "missing_key", f"{key}: is missing.")

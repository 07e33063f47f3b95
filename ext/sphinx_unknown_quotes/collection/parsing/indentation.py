"""What is indented too far or not far enough in the file of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import SOURCE_KEYS
from .yaml_reader import Mapping, Scalar

if TYPE_CHECKING:
    from .values import Values
    from .yaml_reader import Node


def with_source(values: Values, root: Mapping) -> Mapping:
    """Report keys that are indented too far or too little, once, and read them as what they are."""
    source = root.items.get("source")
    stray = [key for key in root.items if key in SOURCE_KEYS]
    if stray and isinstance(source, Scalar) and not source.value:
        message = f"{stray[0]}: belongs to source:. Indent what belongs to the source by two spaces."
        values.report(root.keys[stray[0]], "value", message)
        return _moved(root, source, stray, into=True)
    if isinstance(source, Mapping) and "quotes" in source.items and "quotes" not in root.items:
        message = "quotes: does not belong to the source. Begin the line with it, as with source:."
        values.report(source.keys["quotes"], "value", message)
        return _moved(root, source, ["quotes"], into=False)
    return root


def _moved(root: Mapping, source: Scalar | Mapping, keys: list[str], *, into: bool) -> Mapping:
    """Return *root* with *keys* moved *into* its source, or out of it."""
    inner = source if isinstance(source, Mapping) else Mapping({}, {}, source.line, source.column)
    origin = root if into else inner
    items = {key: origin.items[key] for key in keys}
    named = {key: origin.keys[key] for key in keys}

    def without(mapping: Mapping) -> tuple[dict[str, Node], dict[str, Scalar]]:
        kept = [key for key in mapping.items if key not in keys]
        return {key: mapping.items[key] for key in kept}, {key: mapping.keys[key] for key in kept}

    (outer_items, outer_keys), (inner_items, inner_keys) = without(root), without(inner)
    if into:
        inner = Mapping(inner_items | items, inner_keys | named, inner.line, inner.column)
        return Mapping(outer_items | {"source": inner}, outer_keys, root.line, root.column)
    inner = Mapping(inner_items, inner_keys, inner.line, inner.column)
    return Mapping(outer_items | items | {"source": inner}, outer_keys | named, root.line, root.column)

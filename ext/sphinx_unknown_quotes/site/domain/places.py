"""A place in a page, and the anchor of a group of quotations."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

_LOSSLESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][a-z]+(?: [A-Z][a-z]+)*|\d{4}")


class Target(NamedTuple):
    """A place in a page."""

    docname: str
    anchor: str


@lru_cache(maxsize=1 << 14)
def group_anchor(by: str, key: str) -> str:
    """Return the anchor of a group: valid, stable, and different for different keys of any characters."""
    slug = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")[:60].strip("-")
    if not _LOSSLESS.fullmatch(key):
        slug = "-".join(filter(None, [slug, blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()]))
    return f"uq-{by}-{slug}"

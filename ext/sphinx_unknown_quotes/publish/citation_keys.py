"""Citation keys: names of sources that BibTeX, CSL and pandoc accept."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def citation_keys(sources: Iterable[str]) -> dict[str, str]:
    """Return a citation key for each key of a source: ASCII letters, digits and hyphens, none twice.

    If the name of a file is such a key, it stays as it is. If two sources would get the same key, the second, in the order
    of code points, gets a number.
    """
    found: dict[str, str] = {}
    taken = set()
    for source in sorted(sources):
        plain = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode()
        base = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "source"
        key, number = base, 2
        while key in taken:
            key, number = f"{base}-{number}", number + 1
        taken.add(key)
        found[source] = key
    return found
